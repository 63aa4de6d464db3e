/**
 * What drives an outcome, where the drivers are correlated: each driver's share of R². The drivers are replaced by the closest uncorrelated ones, and the explained
 * variance is carried back. Source: Johnson 2000, "A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple Regression", Multivariate
 * Behavioral Research 35, equations 2–8. Importance beside performance: Martilla and James 1977, Journal of Marketing 41.
 *
 * A weight is never negative and says nothing of the direction: look at the correlation beside it. It is association, not effect.
 */
import { correlationOf, correlations, eigenOf, standardise } from './correlation.ts'

export interface Driver {
  /** Part of R²; the parts sum to it. */
  readonly weight: number
  /** The same as a share of R². */
  readonly share: number
  readonly correlation: number
}

export interface Drivers { readonly drivers: readonly Driver[], readonly rSquared: number, readonly n: number }

/** Columns are drivers. Throws RangeError on columns of different lengths or without spread, or of which one follows from the others. */
export function relativeWeights(drivers: readonly ArrayLike<number>[], outcome: ArrayLike<number>): Drivers {
  const { n, standardised } = standardise([...drivers, outcome])
  const y = standardised.at(-1) ?? new Float64Array(n)
  const x = standardised.slice(0, -1)
  const { values, vectors } = eigenOf(correlations(x))
  if (values.some((one) => one < 1e-10)) throw new RangeError('a driver follows from the others')
  const withOutcome = x.map((column) => correlationOf(column, y))
  /** P f(Δ) P′, an entry of it. */
  const entry = (i: number, j: number, f: (value: number) => number): number => values.reduce((sum, value, k) => sum + (vectors[i]?.[k] ?? 0) * f(value) * (vectors[j]?.[k] ?? 0), 0)
  const beta = x.map((_, k) => withOutcome.reduce((sum, one, i) => sum + entry(k, i, (value) => 1 / Math.sqrt(value)) * one, 0))
  const weights = x.map((_, j) => beta.reduce((sum, one, k) => sum + entry(j, k, Math.sqrt) ** 2 * one * one, 0))
  const rSquared = weights.reduce((sum, one) => sum + one, 0)
  return { drivers: weights.map((weight, j) => ({ weight, share: rSquared > 0 ? weight / rSquared : 0, correlation: withOutcome[j] ?? 0 })), rSquared, n }
}

export interface Placed extends Driver {
  /** The mean on 0–100 of the scale. */
  readonly performance: number
}

/** Importance against performance: each driver with its share and its mean on 0–100, and the two means that part the plane into quarters. `low` and `high` are the scale's ends. */
export function importancePerformance(drivers: readonly ArrayLike<number>[], outcome: ArrayLike<number>, { low, high }: { readonly low: number, readonly high: number }): { readonly drivers: readonly Placed[], readonly rSquared: number, readonly n: number, readonly middle: { readonly share: number, readonly performance: number } } {
  if (!(high > low)) throw new RangeError('a scale ends above where it begins')
  const found = relativeWeights(drivers, outcome)
  const { means } = standardise(drivers)
  const placed = found.drivers.map((one, j) => ({ ...one, performance: (((means[j] ?? low) - low) / (high - low)) * 100 }))
  return { ...found, drivers: placed, middle: { share: 1 / placed.length, performance: placed.reduce((sum, { performance }) => sum + performance, 0) / placed.length } }
}
