/**
 * The difference of two groups' means with Welch's interval, which assumes no equal spread.
 * Source: Welch 1947, "The generalization of Student's problem when several different population variances are involved", Biometrika 34; degrees of freedom by Satterthwaite 1946.
 */
import { studentBeyond, studentQuantile } from './distributions.ts'

/** What a group's values come down to; `variance` with n − 1. */
export interface Moments { readonly n: number, readonly mean: number, readonly variance: number }

/** A difference, treated − control, in the unit of the values. */
export interface Difference {
  readonly difference: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  /** Two-sided, of "no difference". */
  readonly p: number
  /** Infinite where the normal distribution was used. */
  readonly df: number
}

/** Moments in one pass (Welford 1962). */
export function momentsOf(values: Iterable<number>): Moments {
  let [n, mean, squares] = [0, 0, 0]
  for (const value of values) {
    n += 1
    const step = value - mean
    mean += step / n
    squares += step * (value - mean)
  }
  return { n, mean, variance: n > 1 ? squares / (n - 1) : Number.NaN }
}

/** The moments of both groups together, from theirs apart. */
export function together(a: Moments, b: Moments): Moments {
  const n = a.n + b.n
  const step = b.mean - a.mean
  return { n, mean: a.mean + (step * b.n) / n, variance: ((a.n - 1) * a.variance + (b.n - 1) * b.variance + (step * step * a.n * b.n) / n) / (n - 1) }
}

/** Throws RangeError on a group of fewer than two. Where neither group varies the interval is a point. */
export function differenceOfMeans(treated: Moments, control: Moments, level = 0.95): Difference {
  if (!(treated.n >= 2 && control.n >= 2)) throw new RangeError('each group needs at least two')
  const [a, b] = [treated.variance / treated.n, control.variance / control.n]
  const standardError = Math.sqrt(a + b)
  const df = standardError > 0 ? (a + b) ** 2 / (a ** 2 / (treated.n - 1) + b ** 2 / (control.n - 1)) : Infinity
  return intervalOf(treated.mean - control.mean, standardError, df, level)
}

/** The interval around an estimate whose error is Student's with `df`, or normal where `df` is infinite. */
export function intervalOf(difference: number, standardError: number, df: number, level: number): Difference {
  const half = standardError === 0 ? 0 : standardError * studentQuantile((1 + level) / 2, df)
  return { difference, standardError, low: difference - half, high: difference + half, p: standardError > 0 ? studentBeyond(difference / standardError, df) : Number(difference === 0), df }
}
