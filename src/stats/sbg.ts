/**
 * Shifted beta-geometric: how long customers under contract keep renewing. Each leaves at each renewal with a probability of its own, ~ Beta(α, β) over customers,
 * so that retention rises with age although nobody changes. Fader and Hardie 2007, "How to Project Customer Retention", Journal of Interactive Marketing 21(1),
 * equations 2–7; residual lifetime by Fader and Hardie 2010, "Customer-Base Valuation in a Contractual Setting", Marketing Science 29(1), equation 7.
 */
import type { Draw } from './draw.ts'
import { digamma, logBeta } from './gamma.ts'
import { logHypergeometric } from './hypergeometric.ts'
import { maximise, type Fitted, type Surface } from './likelihood.ts'

export type SbgNames = 'alpha' | 'beta'
export type SbgParameters = Readonly<Record<SbgNames, number>>

const names: readonly SbgNames[] = ['alpha', 'beta']

/** Fits the numbers still there after 0, 1, 2 … renewals of one cohort. Throws RangeError on numbers that rise, or fewer than three. */
export function fitSbg(survivors: readonly number[]): Fitted<SbgNames> {
  if (survivors.length < 3) throw new RangeError('a retention curve needs at least three points')
  for (const [i, one] of survivors.entries()) if (!(one >= 0 && one <= (survivors[i - 1] ?? Infinity))) throw new RangeError('survivors cannot rise or be negative')
  return maximise(names, (at) => surfaceOf(survivors, at), [[1, 1], [0.7, 3]], survivors[0] ?? 0)
}

/** Value and gradient. */
export function surfaceOf(survivors: readonly number[], at: Float64Array): Surface {
  const [alpha = 0, beta = 0] = at
  const gradient = new Float64Array(2)
  let value = 0
  const add = (weight: number, left: number, stayed: number): void => {
    const both = digamma(alpha + beta) - digamma(alpha + beta + left + stayed)
    value += weight * (logBeta(alpha + left, beta + stayed) - logBeta(alpha, beta))
    gradient[0] = (gradient[0] ?? 0) + weight * (digamma(alpha + left) - digamma(alpha) + both)
    gradient[1] = (gradient[1] ?? 0) + weight * (digamma(beta + stayed) - digamma(beta) + both)
  }
  for (let t = 1; t < survivors.length; t += 1) add((survivors[t - 1] ?? 0) - (survivors[t] ?? 0), 1, t - 1)
  add(survivors.at(-1) ?? 0, 0, survivors.length - 1)
  return { value, gradient }
}

/** S(t): share still there after t renewals. */
export const survivalSbg = ({ alpha, beta }: SbgParameters, t: number): number => Math.exp(logBeta(alpha, beta + t) - logBeta(alpha, beta))

/** r(t) = S(t) ÷ S(t − 1) = (β + t − 1) ÷ (α + β + t − 1). */
export const retentionSbg = ({ alpha, beta }: SbgParameters, t: number): number => (beta + t - 1) / (alpha + beta + t - 1)

/** Expected discounted residual lifetime, in periods, of a customer at the end of period `age`, just before the decision to renew; discount d per period. */
export const residualLifetimeSbg = ({ alpha, beta }: SbgParameters, age: number, discount: number): number =>
  ((beta + age - 1) / (alpha + beta + age - 1)) * Math.exp(logHypergeometric(1, beta + age, alpha + beta + age, 1 / (1 + discount)))

/** Expected discounted lifetime, in periods, of a customer not yet won: the first period counts whole. */
export const lifetimeSbg = ({ alpha, beta }: SbgParameters, discount: number): number =>
  Math.exp(logHypergeometric(1, beta, alpha + beta, 1 / (1 + discount)))

/** How many of `cohort` customers drawn from the model are still there after 0, 1 … `periods` renewals. */
export function drawSbg({ alpha, beta }: SbgParameters, cohort: number, periods: number, draw: Draw): readonly number[] {
  const survivors = Array.from({ length: periods + 1 }, () => 0)
  for (let i = 0; i < cohort; i += 1) {
    const [left, right] = [draw.gamma(alpha), draw.gamma(beta)]
    const leaves = left / (left + right)
    for (let t = 0; t <= periods && (t === 0 || draw.next() >= leaves); t += 1) survivors[t] = (survivors[t] ?? 0) + 1
  }
  return survivors
}
