/**
 * Where the search for an exponential smoothing model begins: states from a quick look at the first values, shares that lean on the past.
 * Source: Hyndman, Koehler, Snyder and Grose 2002, section 2.6 (a line through the first ten values, corrected for the season by classical decomposition).
 */
import { decompose } from './decomposition.ts'
import type { EtsModel } from './ets.ts'
import { bounds } from './ets.bounds.ts'

/** α, β, γ, φ as the model has them, then level, slope, and the figures of all steps of the season but the first, last step first. */
export function startOf(model: EtsModel, series: Float64Array): Float64Array {
  return Float64Array.from([...sharesOf(model), ...statesOf(model, series)])
}

function sharesOf({ trend, season, damped, period }: EtsModel): number[] {
  const between = ([low, high]: readonly [number, number], share: number, most = high): number => low + share * (Math.min(high, most) - low)
  const alpha = between(bounds.alpha, 0.2 / period)
  return [alpha, ...(trend === 'N' ? [] : [between(bounds.beta, 0.1, alpha)]), ...(season === 'N' ? [] : [between(bounds.gamma, 0.05, 1 - alpha)]), ...(damped ? [between(bounds.phi, 0.99)] : [])]
}

function statesOf({ trend, season, period }: EtsModel, series: Float64Array): number[] {
  const { adjusted, figures } = season === 'N' ? { adjusted: series, figures: [] } : seasonOf(season, period, series)
  const first = adjusted.subarray(0, Math.max(10, 2 * period))
  if (trend === 'N') return [first.reduce((sum, one) => sum + one, 0) / first.length, ...figures]
  const { level, slope } = lineThrough(first)
  if (trend === 'A') {
    // A first forecast of nought would divide by it.
    return Math.abs(level + slope) < 1e-8 ? [level * (1 + 1e-3), slope * (1 - 1e-3), ...figures] : [level, slope, ...figures]
  }
  const start = Math.abs(level + slope) < 1e-8 ? 1e-7 : level + slope
  const ratio = Math.max(1e-3, (level + 2 * slope) / start)
  return [start / ratio, Number.isFinite(ratio) ? ratio : 1, ...figures]
}

function seasonOf(kind: 'A' | 'M', period: number, series: Float64Array): { readonly adjusted: Float64Array, readonly figures: number[] } {
  const seasonal = series.length < 3 * period ? waveOf(kind, period, series) : decompose(series, period, kind === 'A' ? 'additive' : 'multiplicative').seasonal
  const figures = Array.from(seasonal.subarray(1, period)).reverse()
  if (kind === 'A') return { adjusted: series.map((one, i) => one - (seasonal[i] ?? 0)), figures }
  const positive = figures.map((one) => Math.max(one, 1e-2))
  const sum = positive.reduce((all, one) => all + one, 0)
  const spread = sum + 1e-2 * positive.length
  return { adjusted: series.map((one, i) => one / Math.max(seasonal[i] ?? 0, 1e-2)), figures: sum > period ? positive.map((one) => one / spread) : positive }
}

/** Level before the first value and slope, by least squares. */
export function lineThrough(values: ArrayLike<number>): { readonly level: number, readonly slope: number } {
  const n = values.length
  const middle = (n + 1) / 2
  const mean = Array.from(values).reduce((sum, one) => sum + one, 0) / n
  let [cross, square] = [0, 0]
  for (let i = 0; i < n; i += 1) {
    cross += (i + 1 - middle) * ((values[i] ?? 0) - mean)
    square += (i + 1 - middle) ** 2
  }
  const slope = square === 0 ? 0 : cross / square
  return { level: mean - slope * middle, slope }
}

/** Too short to average seasons: what a line and one sine wave, fitted together, leave over the line. */
function waveOf(kind: 'A' | 'M', period: number, series: Float64Array): Float64Array {
  const rows = Array.from(series, (_, i) => [1, i + 1, Math.sin((2 * Math.PI * (i + 1)) / period), ...(period > 2 ? [Math.cos((2 * Math.PI * (i + 1)) / period)] : [])])
  const [level = 0, slope = 0] = leastSquares(rows, series)
  return series.map((one, i) => (kind === 'A' ? one - level - slope * (i + 1) : one / (level + slope * (i + 1))))
}

/** By the normal equations and Gauss's elimination: four columns at most. */
function leastSquares(rows: readonly (readonly number[])[], answers: Float64Array): number[] {
  const k = rows[0]?.length ?? 0
  const cross = (of: (row: readonly number[], i: number) => number): number => rows.reduce((sum, row, i) => sum + of(row, i), 0)
  const table = Array.from({ length: k }, (_, a) => [...Array.from({ length: k }, (__, b) => cross((row) => (row[a] ?? 0) * (row[b] ?? 0))), cross((row, i) => (row[a] ?? 0) * (answers[i] ?? 0))])
  for (const [column, row] of table.entries()) {
    const head = row[column] ?? 0
    for (const [i, other] of table.entries()) {
      if (i === column || head === 0) continue
      const share = (other[column] ?? 0) / head
      for (let j = column; j <= k; j += 1) other[j] = (other[j] ?? 0) - share * (row[j] ?? 0)
    }
  }
  return table.map((row, i) => ((row[i] ?? 0) === 0 ? 0 : (row[k] ?? 0) / (row[i] ?? 1)))
}
