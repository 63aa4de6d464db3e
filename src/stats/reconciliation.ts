/**
 * Forecasts that add up. Several series are forecast on their own; sums tie some of them together (the whole is the sum of its stores, and also of its
 * categories), and the separate forecasts do not respect them. The least change that does, each series moving in proportion to the variance of its errors:
 * ỹ = ŷ − W Cᵀ (C W Cᵀ)⁻¹ C ŷ with a row of C for each sum and W diagonal. This is MinT with a diagonal W in its zero-constrained form (Wickramasuriya,
 * Athanasopoulos and Hyndman 2019, JASA 114, 804–819, eq. 9; Di Fonzo and Girolimetto 2023, IJF 39, 39–57, eq. 5): WLSv where W holds error variances, structural
 * scaling where it holds the number of series under each. Negative answers of what cannot be negative are set to zero and the rest solved again.
 */
import { invert } from './likelihood.ts'

/** `whole` = the sum of `parts`; both are places in the list of forecasts. */
export interface Sum { readonly whole: number, readonly parts: readonly number[] }

export interface ReconcileOptions {
  /** Nothing below zero: places that would be are held at zero. */
  readonly isNonNegative?: boolean
}

/**
 * The forecasts of one moment, changed least so that every sum holds. A variance of 0 holds a series where it is. Throws RangeError where lengths differ, a
 * variance is negative, or the sums cannot all hold.
 */
export function reconcile(forecasts: ArrayLike<number>, variances: ArrayLike<number>, sums: readonly Sum[], { isNonNegative = false }: ReconcileOptions = {}): Float64Array {
  if (forecasts.length !== variances.length) throw new RangeError('every forecast needs a variance')
  const free = Float64Array.from(variances)
  if (free.some((variance) => !(variance >= 0) || !Number.isFinite(variance))) throw new RangeError('a variance is a number from 0 up')
  const at = Float64Array.from(forecasts, (forecast) => (isNonNegative ? Math.max(0, forecast) : forecast))
  for (;;) {
    const solved = project(at, free, sums)
    const below = isNonNegative ? [...solved.keys()].filter((i) => (solved[i] ?? 0) < 0 && (free[i] ?? 0) > 0) : []
    if (below.length === 0) return solved
    // Held at zero for good, so there are never more rounds than series.
    for (const i of below) { at[i] = 0; free[i] = 0 }
  }
}

function project(forecasts: Float64Array, variances: Float64Array, sums: readonly Sum[]): Float64Array {
  const rows = sums.map(({ whole, parts }) => new Map([[whole, 1], ...parts.map((part) => [part, -1] as const)]))
  const gapsOf = (at: Float64Array): readonly number[] => rows.map((row) => [...row].reduce((gap, [i, sign]) => gap + sign * (at[i] ?? 0), 0))
  const cross = rows.map((row) => Float64Array.from(rows, (other) => [...row].reduce((total, [i, sign]) => total + sign * (variances[i] ?? 0) * (other.get(i) ?? 0), 0)))
  const unit = Math.max(0, ...cross.map((row, k) => row[k] ?? 0))
  const moved = Float64Array.from(forecasts)
  if (unit > 0) {
    // Sums that say the same twice make it singular: a hair on the diagonal gives one of the equal answers, and whether they hold is looked at below.
    const inverse = invert(cross.map((row, k) => row.map((value, l) => value / unit + (k === l ? 1e-13 : 0))))
    // Twice: the second time takes what rounding left.
    for (let turn = 0; turn < 2; turn += 1) {
      const open = gapsOf(moved)
      for (const [k, row] of rows.entries()) {
        const push = open.reduce((total, gap, l) => total + (inverse?.[k]?.[l] ?? 0) * gap, 0) / unit
        for (const [i, sign] of row) moved[i] = (moved[i] ?? 0) - (variances[i] ?? 0) * sign * push
      }
    }
  }
  const scale = Math.max(1, ...forecasts.map(Math.abs))
  if (gapsOf(moved).some((gap) => !(Math.abs(gap) <= 1e-6 * scale))) throw new RangeError('the sums cannot all hold')
  return moved
}
