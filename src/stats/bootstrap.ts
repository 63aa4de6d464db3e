/**
 * How sure a figure is, whatever the figure: it is computed again on rows drawn with replacement (Efron 1979, Annals of Statistics 7, 1–26). Intervals by percentiles,
 * and bias-corrected and accelerated (BCa; Efron 1987, JASA 82, 171–185; Efron and Tibshirani 1993, An Introduction to the Bootstrap, equations 14.9–14.15).
 */
import { normalBelow, normalQuantile } from './distributions.ts'
import type { Draw } from './draw.ts'
import { quantile } from './quantile.ts'

export interface Interval { readonly low: number, readonly high: number }

export interface Bootstrap {
  readonly estimate: number
  readonly standardError: number
  /** Mean of the resamples minus the estimate. */
  readonly bias: number
  readonly percentile: Interval
  /** Undefined where the estimate lies outside all its resamples, or where correction reaches beyond them: then the resamples cannot say. */
  readonly bca: Interval | undefined
  /** ẑ₀: how far the estimate is from the median of its resamples, in standard normal units. */
  readonly biasCorrection: number
  /** â: how the standard error changes with the figure, from leaving rows out. */
  readonly acceleration: number
  /** Resamples that gave a number; those that gave none (an empty group, a share of nothing) are left out. */
  readonly resamples: number
  readonly failed: number
}

export interface BootstrapOptions {
  /** Default 2,000. */
  readonly resamples?: number
  /** Chance that the interval covers; default 0.95. */
  readonly level?: number
}

/** Beyond so many rows the acceleration leaves out every k-th row at once rather than each alone. */
const mostLeftOut = 500

/**
 * Bootstraps `statistic` of n rows: it is given row numbers (0 … n − 1, repeated as drawn; the array is used again, keep no hold of it) and answers a number, or NaN
 * where there is none. Throws RangeError where n < 2, the options are out of range, the statistic of all rows is no number, or fewer than half of the resamples give one.
 */
export function bootstrap(n: number, statistic: (rows: Uint32Array) => number, draw: Pick<Draw, 'next'>, { resamples = 2_000, level = 0.95 }: BootstrapOptions = {}): Bootstrap {
  if (!(n >= 2) || !(resamples >= 2) || !(level > 0 && level < 1)) throw new RangeError('at least two rows and two resamples, and a level between 0 and 1')
  const estimate = statistic(Uint32Array.from({ length: n }, (_, i) => i))
  if (!Number.isFinite(estimate)) throw new RangeError('the statistic of all rows is no number')
  const rows = new Uint32Array(n)
  const values: number[] = []
  for (let b = 0; b < resamples; b += 1) {
    for (let i = 0; i < n; i += 1) rows[i] = Math.floor(draw.next() * n)
    const value = statistic(rows)
    if (Number.isFinite(value)) values.push(value)
  }
  if (values.length < Math.max(2, resamples / 2)) throw new RangeError('most resamples give no number')
  values.sort((a, b) => a - b)
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const standardError = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1))
  // Equal values count half: a figure that many resamples hit exactly (a median, a share) is not off for that.
  const below = values.reduce((sum, one) => sum + (one < estimate ? 1 : one === estimate ? 0.5 : 0), 0) / values.length
  const biasCorrection = below === 0 ? -Infinity : below === 1 ? Infinity : normalQuantile(below)
  const acceleration = accelerationOf(n, statistic)
  const tail = (1 - level) / 2
  return {
    estimate, standardError, bias: mean - estimate, percentile: { low: quantile(values, tail), high: quantile(values, 1 - tail) },
    bca: corrected(values, tail, biasCorrection, acceleration), biasCorrection, acceleration, resamples: values.length, failed: resamples - values.length
  }
}

/** Equation 14.10: percentiles moved by bias and acceleration. */
function corrected(values: readonly number[], tail: number, z0: number, a: number): Interval | undefined {
  const ends = [tail, 1 - tail].map((p) => {
    const z = z0 + normalQuantile(p)
    return 1 - a * z > 0 ? normalBelow(z0 + z / (1 - a * z)) : Number.NaN
  })
  const [low = Number.NaN, high = Number.NaN] = ends
  // A percentile that less than one resample lies beyond is not seen.
  return low * values.length >= 1 && (1 - high) * values.length >= 1 ? { low: quantile(values, low), high: quantile(values, high) } : undefined
}

/** Equation 14.15: Σ (θ̄ − θᵢ)³ ÷ 6 (Σ (θ̄ − θᵢ)²)^1.5 over the figures without row i, or without every k-th row (Efron and Narasimhan 2020, JCGS 29). */
function accelerationOf(n: number, statistic: (rows: Uint32Array) => number): number {
  const groups = Math.min(n, mostLeftOut)
  const without: number[] = []
  for (let g = 0; g < groups; g += 1) {
    const kept = new Uint32Array(n - Math.floor((n - 1 - g) / groups) - 1)
    for (let i = 0, at = 0; i < n; i += 1) if (i % groups !== g) { kept[at] = i; at += 1 }
    const value = statistic(kept)
    if (Number.isFinite(value)) without.push(value)
  }
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length
  const squares = without.reduce((sum, one) => sum + (mean - one) ** 2, 0)
  return squares > 0 ? without.reduce((sum, one) => sum + (mean - one) ** 3, 0) / (6 * squares ** 1.5) : 0
}
