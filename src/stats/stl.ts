/**
 * STL: a series as trend + season + remainder, by loess, the season free to change slowly, outliers held off if wanted; and MSTL for several seasons (days of the week and of the year).
 * Sources: Cleveland, Cleveland, McRae and Terpenning 1990, STL: A seasonal-trend decomposition procedure based on loess, Journal of Official Statistics 6, sections 2 and 3;
 * Bandara, Hyndman and Bergmeir 2021, MSTL, arXiv 2107.13462.
 */
import { fitLoess, smoothLoess, type Smoother } from './loess.ts'

export interface StlOptions {
  /** Seasons that a figure is averaged over, odd and at least 7; `periodic` keeps the figures the same throughout. */
  readonly window: number | 'periodic'
  /** Fifteen rounds in which values far off weigh less; otherwise none. */
  readonly robust?: boolean
  /** What each value weighs: 0 for one that is only a filling. All weigh the same by default. */
  readonly weights?: Float64Array
}

export interface Stl { readonly trend: Float64Array, readonly seasonal: Float64Array, readonly remainder: Float64Array }

const odd = (value: number): number => { const whole = Math.ceil(value); return whole % 2 === 0 ? whole + 1 : whole }
const smoother = (window: number, degree: 0 | 1): Smoother => ({ window, degree, jump: Math.ceil(window / 10) })

/** Throws RangeError on less than two whole seasons and a step. */
export function stl(series: Float64Array, period: number, { window, robust = false, weights }: StlOptions): Stl {
  const n = series.length
  if (period < 2 || n <= 2 * period) throw new RangeError(`${n} values are not more than two seasons of ${period}`)
  const seasons = window === 'periodic' ? 10 * n + 1 : window
  const smoothers = { season: smoother(seasons, 0), low: smoother(odd(period), 1), trend: smoother(odd((1.5 * period) / (1 - 1.5 / seasons)), 1) }
  let [trend, seasonal]: [Float64Array, Float64Array] = [new Float64Array(n), new Float64Array(n)]
  let trust = weights
  for (let outer = 0; outer <= (robust ? 15 : 0); outer += 1) {
    if (outer > 0) trust = trusted(series.map((one, i) => Math.abs(one - (trend[i] ?? 0) - (seasonal[i] ?? 0)))).map((one, i) => one * (weights?.[i] ?? 1))
    for (let inner = 0; inner < (robust ? 1 : 2); inner += 1) {
      const cycles = smoothCycles(series.map((one, i) => one - (trend[i] ?? 0)), period, smoothers.season, trust)
      const low = smoothLoess(average(average(average(cycles, period), period), 3), smoothers.low)
      seasonal = low.map((one, i) => (cycles[i + period] ?? 0) - one)
      trend = smoothLoess(series.map((one, i) => one - (seasonal[i] ?? 0)), smoothers.trend, trust)
    }
  }
  if (window === 'periodic') seasonal = averaged(seasonal, period)
  return { trend, seasonal, remainder: series.map((one, i) => one - (trend[i] ?? 0) - (seasonal[i] ?? 0)) }
}

/** Each step of the season smoothed from season to season, and carried one season beyond both ends. */
function smoothCycles(values: Float64Array, period: number, by: Smoother, trust: Float64Array | undefined): Float64Array {
  const n = values.length
  const cycles = new Float64Array(n + 2 * period)
  for (let phase = 0; phase < period; phase += 1) {
    const of = (from: Float64Array): Float64Array => from.filter((_, i) => i % period === phase)
    const [own, weights] = [of(values), trust && of(trust)]
    const k = own.length
    const smooth = smoothLoess(own, by, weights)
    const before = fitLoess(own, by, -1, 0, Math.min(by.window, k) - 1, weights) ?? smooth[0] ?? 0
    const after = fitLoess(own, by, k, Math.max(0, k - by.window), k - 1, weights) ?? smooth[k - 1] ?? 0
    for (const [i, one] of [before, ...smooth, after].entries()) cycles[phase + i * period] = one
  }
  return cycles
}

/** Moving average; the answer is shorter by window − 1. */
function average(values: Float64Array, window: number): Float64Array {
  let sum = 0
  for (let i = 0; i < window - 1; i += 1) sum += values[i] ?? 0
  return Float64Array.from({ length: values.length - window + 1 }, (_, i) => {
    sum += (values[i + window - 1] ?? 0) - (i > 0 ? values[i - 1] ?? 0 : 0)
    return sum / window
  })
}

/** Bisquare weights of the remainders, against six times their median. */
function trusted(remainders: Float64Array): Float64Array {
  const sorted = remainders.toSorted()
  const bound = 3 * ((sorted[Math.floor(sorted.length / 2)] ?? 0) + (sorted[sorted.length - Math.floor(sorted.length / 2) - 1] ?? 0))
  return remainders.map((one) => (one <= 0.001 * bound ? 1 : one <= 0.999 * bound ? (1 - (one / bound) ** 2) ** 2 : 0))
}

function averaged(seasonal: Float64Array, period: number): Float64Array {
  const figure = Array.from({ length: period }, (_, phase) => { const own = seasonal.filter((__, i) => i % period === phase); return own.reduce((sum, one) => sum + one, 0) / own.length })
  return seasonal.map((_, i) => figure[i % period] ?? 0)
}

export interface Mstl { readonly trend: Float64Array, readonly seasonal: ReadonlyMap<number, Float64Array>, readonly remainder: Float64Array }

/**
 * One STL after the other, shortest season first, each on what the others leave, twice over; figures are averaged over 11, 15, 19 … seasons. Seasons of which the
 * series holds not more than two are left out; undefined where none remains.
 */
export function mstl(series: Float64Array, periods: readonly number[], { robust = false } = {}): Mstl | undefined {
  const usable = [...new Set(periods)].filter((period) => period > 1 && series.length > 2 * period).sort((a, b) => a - b)
  if (usable.length === 0) return undefined
  const seasonal = new Map(usable.map((period) => [period, new Float64Array(series.length)]))
  let bare: Float64Array = series.slice()
  let trend: Float64Array = new Float64Array(series.length)
  for (let round = 0; round < (usable.length === 1 ? 1 : 2); round += 1) {
    for (const [i, period] of usable.entries()) {
      const own = seasonal.get(period)
      if (!own) continue
      const part = stl(bare.map((one, t) => one + (own[t] ?? 0)), period, { window: 11 + 4 * i, robust })
      bare = bare.map((one, t) => one + (own[t] ?? 0) - (part.seasonal[t] ?? 0))
      own.set(part.seasonal)
      trend = part.trend
    }
  }
  return { trend, seasonal, remainder: bare.map((one, i) => one - (trend[i] ?? 0)) }
}
