/**
 * Normal, Student's t and χ²: tails and quantiles. Tails are computed as such, so that a p-value of 1e-50 is one and not 0.
 * Sources: Abramowitz and Stegun 1964, 26.2 (normal), 26.4 (χ²), 26.7 (Student), by the incomplete gamma and beta functions.
 */
import { logGamma } from './gamma.ts'
import { betaShare, gammaShare } from './incomplete.ts'

/** P(Z > z). */
export const normalAbove = (z: number): number => (z < 0 ? 1 - normalAbove(-z) : gammaShare(0.5, (z * z) / 2).upper / 2)

/** P(Z ≤ z). */
export const normalBelow = (z: number): number => normalAbove(-z)

/** P(|Z| > |z|): the two-sided p-value. */
export const normalBeyond = (z: number): number => gammaShare(0.5, (z * z) / 2).upper

/** z with P(Z ≤ z) = p, 0 < p < 1: a rational first guess (Abramowitz and Stegun 26.2.23), then Halley's steps. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN
  if (p > 0.5) return -normalQuantile(1 - p)
  const t = Math.sqrt(-2 * Math.log(p))
  let z = t - (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)))
  for (let i = 0; i < 3; i += 1) {
    const share = (normalAbove(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2)
    z += share / (1 - (z * share) / 2)
  }
  return -z
}

/** P(|T| > |t|) with `df` degrees of freedom (need not be whole). */
export const studentBeyond = (t: number, df: number): number => {
  const whole = df + t * t
  return df === Infinity ? normalBeyond(t) : betaShare(df / 2, 0.5, df / whole, (t * t) / whole)
}

/** P(T ≤ t). */
export const studentBelow = (t: number, df: number): number => (t < 0 ? studentBeyond(t, df) / 2 : 1 - studentBeyond(t, df) / 2)

/** t with P(T ≤ t) = p: Newton's steps inside a bracket that shrinks. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) return Number.NaN
  if (df === Infinity) return normalQuantile(p)
  if (p < 0.5) return -studentQuantile(1 - p, df)
  const tail = 2 * (1 - p)
  let [low, high] = [0, 1]
  while (studentBeyond(high, df) > tail) [low, high] = [high, high * 2]
  const logFront = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI)
  let t = Math.min(Math.max(normalQuantile(p), low), high)
  for (let i = 0; i < 200; i += 1) {
    const gap = studentBeyond(t, df) - tail
    if (gap > 0) low = t
    else high = t
    const newton = t + gap / (2 * Math.exp(logFront - ((df + 1) / 2) * Math.log1p((t * t) / df)))
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - t) <= 1e-15 * Math.max(1, next)) return next
    t = next
  }
  return t
}

/** P(χ² > x) with `df` degrees of freedom. */
export const chiSquareAbove = (x: number, df: number): number => gammaShare(df / 2, Math.max(0, x) / 2).upper
