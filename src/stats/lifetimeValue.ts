/**
 * What a customer is worth from now on: expected purchases × expected value of one, discounted to today.
 *
 * By periods up to a horizon, from any model's expected purchases; and without horizon in continuous time for Pareto/NBD, where it has a closed form: the discounted
 * expected residual transactions of Fader, Hardie, Lee 2005, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42(4),
 * equation 2 (value: equation 5). Time is in the models' unit.
 */
import type { History } from './histories.ts'
import { probabilityAlivePareto, type ParetoParameters } from './paretonbd.ts'
import { logGamma } from './gamma.ts'

export interface Periods {
  /** In the models' unit: 4.345 for months where time is in weeks. */
  readonly length: number
  readonly count: number
  /** Per period; 0 for none. A period's purchases are discounted from its end. */
  readonly discount: number
}

/** Σ (E[Y(i)] − E[Y(i − 1)]) ÷ (1 + d)^i, in purchases. `expected` is the number from now until so long from now. Throws RangeError on periods that cannot be. */
export function discountedPurchases(expected: (ahead: number) => number, { length, count, discount }: Periods): number {
  if (!(length > 0 && Number.isInteger(count) && count > 0 && discount > -1)) throw new RangeError('periods need a length, a number and a discount above −1')
  let [sum, before] = [0, 0]
  for (let i = 1; i <= count; i += 1) {
    const now = expected(i * length)
    sum += (now - before) / (1 + discount) ** i
    before = now
  }
  return sum
}

/**
 * Pareto/NBD, all the time to come, discounted continuously at `rate` per unit of time (ln(1.15) ÷ 52 for 15 % a year in weeks): the posterior mean of λ while alive times
 * E[1 ÷ (rate + μ)], which is (β + T)^s δ^(s−1) Ψ(s, s; δ(β + T)). Throws RangeError where the rate is not positive: without discount the sum may be infinite.
 */
export function discountedResidualPareto(parameters: ParetoParameters, history: History, rate: number): number {
  if (!(rate > 0)) throw new RangeError('the discount rate must be positive')
  const { r, alpha, s, beta } = parameters
  const { x, watched } = history
  const stay = Math.exp(s * Math.log(beta + watched) + (s - 1) * Math.log(rate) + logTricomi(s, rate * (beta + watched)))
  return ((r + x) / (alpha + watched)) * stay * probabilityAlivePareto(parameters, history)
}

/**
 * ln Ψ(s, s; z) for s, z > 0, the confluent hypergeometric function of the second kind: ∫ e^(−z t) t^(s−1) ÷ (1 + t) dt ÷ Γ(s) (Abramowitz and Stegun 13.2.5) by the
 * trapezoidal rule in ln t, which converges exponentially (Trefethen and Weideman 2014, SIAM Review 56); relative error below 1e-12.
 */
export function logTricomi(s: number, z: number): number {
  const step = 0.2
  const logAt = (u: number): number => s * u - z * Math.exp(u) - Math.log1p(Math.exp(u))
  const from = Math.min(-2, -Math.log(z)) - 40 / s
  const to = Math.max(2, Math.log(50 / z))
  const count = Math.ceil((to - from) / step)
  let top = -Infinity
  for (let i = 0; i <= count; i += 1) top = Math.max(top, logAt(from + i * step))
  let sum = 0
  for (let i = 0; i <= count; i += 1) sum += Math.exp(logAt(from + i * step) - top)
  return top + Math.log(sum * step) - logGamma(s)
}
