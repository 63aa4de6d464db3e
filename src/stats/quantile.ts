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
