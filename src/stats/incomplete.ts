/**
 * The regularised incomplete gamma and beta functions: what the χ², Student and binomial distributions are made of.
 *
 * Series and continued fractions by Lentz's method (Abramowitz and Stegun 1964, 6.5.29, 6.5.31, 26.5.8; Press et al. 2007, Numerical Recipes, sections 6.2 and 6.4).
 * The factor in front is taken from its saddle point (Loader 2000, "Fast and Accurate Computation of Binomial Probabilities"), so that nothing is lost where the
 * parameters are in the ten thousands: relative error below 1e-13 for parameters up to 1e6.
 */
import { logGamma } from './gamma.ts'

const halfLogTwoPi = 0.918_938_533_204_672_8
const smallest = 1e-300
const precise = 1e-16
const most = 100_000

/** What Stirling's formula for ln n! leaves out. */
function stirlingError(n: number): number {
  if (n <= 16) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi
  const square = 1 / (n * n)
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / n
}

/** x ln(x ÷ m) + m − x without cancellation where x ≈ m. */
function deviance(x: number, m: number): number {
  const v = (x - m) / (x + m)
  if (Math.abs(v) >= 0.1) return x * Math.log(x / m) + m - x
  let sum = (x - m) * v
  let term = 2 * x * v
  for (let j = 1; j < 100; j += 1) {
    term *= v * v
    const next = sum + term / (2 * j + 1)
    if (next === sum) return next
    sum = next
  }
  return sum
}

/** P(a, x) and Q(a, x) = 1 − P, each computed where it does not cancel. a > 0, x ≥ 0; NaN elsewhere. */
export function gammaShare(a: number, x: number): { readonly lower: number, readonly upper: number } {
  if (!(a > 0 && x >= 0)) return { lower: Number.NaN, upper: Number.NaN }
  if (x === 0 || x === Infinity) return { lower: Number(x > 0), upper: Number(x === 0) }
  const front = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
  if (x < a + 1) {
    let term = 1
    let sum = 1
    for (let n = 1; n < most && term > sum * precise; n += 1) { term *= x / (a + n); sum += term }
    const lower = front * sum
    return { lower, upper: 1 - lower }
  }
  const upper = a * front * lentz(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a])
  return { lower: 1 - upper, upper }
}

/** I_x(a, b) for a, b > 0. Give 1 − x apart where it is known better than by subtraction. */
export function betaShare(a: number, b: number, x: number, rest = 1 - x): number {
  if (!(a > 0 && b > 0 && x >= 0 && rest >= 0)) return Number.NaN
  if (x === 0 || rest === 0) return Number(rest === 0)
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(b, a, rest, x)
  const n = a + b
  const front = Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * rest))
  return (front / a) * lentz(1, (m) => {
    const k = m >> 1
    return [m % 2 === 0 ? (k * (b - k) * x) / ((a + m - 1) * (a + m)) : (-(a + k) * (n + k) * x) / ((a + m - 1) * (a + m)), 1]
  })
}

/** 1 ÷ (b₀ + a₁ ÷ (b₁ + a₂ ÷ (b₂ + …))) by the modified Lentz method; `step` gives a_n and b_n. */
function lentz(b0: number, step: (n: number) => readonly [number, number]): number {
  let value = Math.abs(b0) < smallest ? smallest : b0
  let c = value
  let d = 0
  for (let n = 1; n < most; n += 1) {
    const [a, b] = step(n)
    d = b + a * d
    d = 1 / (Math.abs(d) < smallest ? smallest : d)
    c = b + a / c
    if (Math.abs(c) < smallest) c = smallest
    value *= c * d
    if (Math.abs(c * d - 1) < 2 * precise) break
  }
  return 1 / value
}
