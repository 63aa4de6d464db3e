/**
 * Quantiles by linear interpolation of order statistics: type 7 of Hyndman and Fan, the default of R, NumPy and SQL's percentile_cont.
 * Source: Hyndman, R. J., Fan, Y. (1996), Sample quantiles in statistical packages, The American Statistician 50, 361–365.
 */
export function quantile(sorted: readonly number[], p: number): number {
  if (sorted.length === 0) return Number.NaN
  const position = p * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (position - below) * (high - low)
}

/** 1 + the number of edges strictly below the value: equal values never part, so a class may be empty. */
export const scoreOf = (value: number, edges: readonly number[]): number => 1 + edges.filter((edge) => edge < value).length

/** The same quantile (type 7) of values that stand for several equal ones each: `weight` counts them and is a whole number. NaN of nothing. */
export function weightedQuantile(values: readonly { readonly value: number, readonly weight: number }[], p: number): number {
  const sorted = values.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value)
  const n = sorted.reduce((sum, { weight }) => sum + weight, 0)
  if (n === 0) return Number.NaN
  const position = p * (n - 1)
  const at = (place: number): number => {
    let before = 0
    for (const { value, weight } of sorted) { before += weight; if (place < before) return value }
    return sorted.at(-1)?.value ?? Number.NaN
  }
  const below = Math.floor(position)
  const low = at(below)
  return low + (position - below) * (at(Math.min(below + 1, n - 1)) - low)
}
