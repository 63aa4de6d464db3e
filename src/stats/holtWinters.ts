/**
 * Holt's and Winters' exponential smoothing in its classical form: the first seasons give the first state, the shares minimise the squared errors of the rest.
 * Quicker and plainer than the likelihood of ets.forecast.ts, with less to choose. Sources: Holt 1957 and Winters 1960, Forecasting sales by exponentially weighted
 * moving averages, Management Science 6; intervals: Yar and Chatfield 1990 and Chatfield and Yar 1991, International Journal of Forecasting 6 and 7.
 */
import { decompose } from './decomposition.ts'
import { lineThrough } from './ets.start.ts'
import { banded, unusable, type Forecaster } from './forecast.ts'
import { descendPolytope } from './polytope.ts'

export type Season = 'none' | 'additive' | 'multiplicative'
/** β and γ are shares of the new slope and figure, as Winters has them: β is not times α. */
export interface Shares { readonly alpha: number, readonly beta: number, readonly gamma: number }
export interface Form { readonly trend: boolean, readonly season: Season, readonly period: number }

export interface Smoothed {
  readonly level: number
  readonly slope: number
  /** Figures of the next steps, the next one first; none without a season. */
  readonly season: Float64Array
  /** Σ of the squared errors one step ahead, from the first step that is forecast. */
  readonly squares: number
  /** How many were forecast. */
  readonly steps: number
}

interface Start { readonly level: number, readonly slope: number, readonly season: Float64Array, readonly at: number }

/** The state before the first step that is forecast: from the first two seasons, or from the first two values. */
function startOf(series: ArrayLike<number>, { trend, season, period }: Form): Start {
  if (season === 'none') return trend ? { level: series[1] ?? 0, slope: (series[1] ?? 0) - (series[0] ?? 0), season: new Float64Array(), at: 2 } : { level: series[0] ?? 0, slope: 0, season: new Float64Array(), at: 1 }
  const { trend: middle, figure } = decompose(Array.from({ length: 2 * period }, (_, i) => series[i] ?? 0), period, season)
  const { level, slope } = lineThrough(middle.filter((one) => !Number.isNaN(one)))
  return { level, slope: trend ? slope : 0, season: figure, at: period }
}

/** Runs the smoothing with given shares. */
export function smooth(series: ArrayLike<number>, form: Form, { alpha, beta, gamma }: Shares, start = startOf(series, form)): Smoothed {
  const { season: kind, period } = form
  const season = start.season.slice()
  let { level, slope } = start
  let squares = 0
  for (let i = start.at; i < series.length; i += 1) {
    const y = series[i] ?? 0
    const phase = i % period
    const figure = kind === 'none' ? 0 : season[phase] ?? 0
    const trend = level + slope
    squares += (y - (kind === 'multiplicative' ? trend * figure : trend + figure)) ** 2
    const before = level
    level = alpha * (kind === 'multiplicative' ? y / figure : y - figure) + (1 - alpha) * trend
    if (form.trend) slope = beta * (level - before) + (1 - beta) * slope
    if (kind !== 'none') season[phase] = gamma * (kind === 'multiplicative' ? y / level : y - level) + (1 - gamma) * figure
  }
  return { level, slope, season: season.map((_, i) => season[(series.length + i) % period] ?? 0), squares, steps: series.length - start.at }
}

export interface SmoothingFit extends Smoothed { readonly shares: Shares, readonly converged: boolean, readonly boundary: readonly (keyof Shares)[] }

/** The shares in [0, 1] with the least squared errors: from several starts, each search begun again where it ended until it gains nothing. */
export function fitSmoothing(series: ArrayLike<number>, form: Form): SmoothingFit {
  const start = startOf(series, form)
  const free: (keyof Shares)[] = ['alpha', ...(form.trend ? ['beta' as const] : []), ...(form.season === 'none' ? [] : ['gamma' as const])]
  const read = (at: ArrayLike<number>): Shares => {
    const of = (name: keyof Shares): number => { const k = free.indexOf(name); return k < 0 ? 0 : Math.min(1, Math.max(0, at[k] ?? 0)) }
    return { alpha: of('alpha'), beta: of('beta'), gamma: of('gamma') }
  }
  const outside = (at: ArrayLike<number>): number => Array.from(at).reduce((sum, one) => sum + Math.max(0, -one, one - 1), 0)
  const scale = smooth(series, form, { alpha: 0.3, beta: 0.1, gamma: 0.1 }, start).squares || 1
  // A wall that rises outside leads back to the edge itself, where the least may lie.
  const loss = (at: Float64Array): number => (smooth(series, form, read(at), start).squares / scale) * (1 + outside(at))
  const search = (from: readonly number[]) => {
    let found = descendPolytope(loss, from.slice(0, free.length), { tolerance: 1e-12, evaluations: 600 })
    for (let round = 0; round < 4; round += 1) {
      const next = descendPolytope(loss, found.at, { tolerance: 1e-12, evaluations: 600 })
      const gained = found.value - next.value
      if (next.value < found.value) found = next
      if (!(gained > 1e-12 * found.value)) break
    }
    return found
  }
  const best = [[0.3, 0.1, 0.1], [0.8, 0.3, 0.5], [0.05, 0.05, 0.8]].map(search).reduce((one, other) => (other.value < one.value ? other : one))
  const shares = read(best.at)
  return { ...smooth(series, form, shares, start), shares, converged: best.converged, boundary: free.filter((name) => Math.min(shares[name], 1 - shares[name]) < 1e-6) }
}

/** Classical Holt–Winters (or Holt's, or simple smoothing, by the form) as a forecaster. A season needs two whole ones and a step. */
export function classicalSmoothing({ trend, season }: Omit<Form, 'period'>): Forecaster {
  return (series, options) => {
    const { period, horizon, level } = options
    if (season !== 'none' && period < 2) throw new RangeError('a season of one step')
    const free = 1 + Number(trend) + Number(season !== 'none')
    const reason = unusable(series, options, (season === 'none' ? 2 : 2 * period) + free)
    if (reason) return reason
    if (season === 'multiplicative' && !Array.from(series).every((one) => one > 0)) return { failure: 'not-positive' }
    const fit = fitSmoothing(series, { trend, season, period: season === 'none' ? 1 : period })
    const { alpha, beta, gamma } = fit.shares
    const sigma = Math.sqrt(fit.squares / Math.max(1, fit.steps - free))
    const figure = (h: number): number => fit.season[(((h - 1) % period) + period) % period] ?? 1
    const echo = (j: number): number => (j === 0 ? 1 : alpha * (1 + j * beta) + (season !== 'none' && j % period === 0 ? gamma * (1 - alpha) : 0))
    const reach = (h: number, j: number): number => echo(j) * (season === 'multiplicative' ? figure(h) / figure(h - j) : 1)
    const mean = Float64Array.from({ length: horizon }, (_, i) => {
      const line = fit.level + (i + 1) * fit.slope
      return season === 'none' ? line : season === 'additive' ? line + figure(i + 1) : line * figure(i + 1)
    })
    const deviation = (h: number): number => sigma * Math.sqrt(Array.from({ length: h }, (_, j) => reach(h, j) ** 2).reduce((sum, one) => sum + one, 0))
    return banded({ mean, deviation, level, method: season === 'none' ? (trend ? 'Holt' : 'simple smoothing') : `Holt–Winters ${season}`, converged: fit.converged })
  }
}
