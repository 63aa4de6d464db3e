/**
 * Gamma–Gamma: how much a customer spends per purchase, apart from how often.
 *
 * A customer's purchases average ζ with shape p, and ζ's rate varies over customers as Gamma(q, v): Fader and Hardie 2013, "The Gamma-Gamma Model of Monetary
 * Value" (brucehardie.com, note 025), equations 1a and 5. p and q have no unit, v is in money. Only customers with at least one purchase of positive value count.
 *
 * Assumes that how much does not depend on how often: look at the correlation first (`correlation` in the answer). Zero spend has no likelihood under it and is refused.
 */
import { digamma, logGamma } from './gamma.ts'
import { maximise, type Fitted, type Surface } from './likelihood.ts'

export interface Spending {
  /** Purchases averaged over. */
  readonly x: number
  /** Their mean value. */
  readonly mean: number
}
export type GammaGammaNames = 'p' | 'q' | 'v'
export type GammaGammaParameters = Readonly<Record<GammaGammaNames, number>>

const names: readonly GammaGammaNames[] = ['p', 'q', 'v']

export interface GammaGammaFit extends Fitted<GammaGammaNames> {
  /** Pearson's correlation of purchases and mean spend: the model asks for one near zero. */
  readonly correlation: number
}

/** Maximum likelihood. Throws RangeError on spending of zero or less, and on fewer than two customers. */
export function fitGammaGamma(spendings: readonly Spending[]): GammaGammaFit {
  for (const { x, mean } of spendings) if (!(x >= 1 && mean > 0 && Number.isFinite(mean))) throw new RangeError(`Gamma–Gamma needs purchases of positive value: x ${x}, mean ${mean}`)
  if (spendings.length < 2) throw new RangeError('Gamma–Gamma needs at least two customers')
  const typical = spendings.reduce((sum, { mean }) => sum + mean, 0) / spendings.length
  const fitted = maximise(names, (at) => surfaceOf(spendings, at), [[2, 3, typical], [6, 4, typical / 2], [1, 2, typical]], spendings.length)
  return { ...fitted, correlation: correlate(spendings) }
}

/** The log-likelihood of the sample at the parameters. */
export const logLikelihoodGammaGamma = (spendings: readonly Spending[], { p, q, v }: GammaGammaParameters): number => surfaceOf(spendings, Float64Array.of(p, q, v)).value

/** Value and gradient. */
export function surfaceOf(spendings: readonly Spending[], at: Float64Array): Surface {
  const [p = 0, q = 0, v = 0] = at
  const byCount = new Map<number, { readonly log: number, readonly p: number, readonly q: number }>()
  const ofCount = (x: number): { readonly log: number, readonly p: number, readonly q: number } => {
    const known = byCount.get(x)
    if (known) return known
    const sum = digamma(p * x + q)
    const made = { log: logGamma(p * x + q) - logGamma(p * x) - logGamma(q), p: x * (sum - digamma(p * x)), q: sum - digamma(q) }
    byCount.set(x, made)
    return made
  }
  const logV = Math.log(v)
  const gradient = new Float64Array(3)
  let value = 0
  for (const { x, mean } of spendings) {
    const part = ofCount(x)
    const [logMean, logX, logAll] = [Math.log(mean), Math.log(x), Math.log(x * mean + v)]
    value += part.log + q * logV + (p * x - 1) * logMean + p * x * logX - (p * x + q) * logAll
    gradient[0] = (gradient[0] ?? 0) + part.p + x * (logMean + logX - logAll)
    gradient[1] = (gradient[1] ?? 0) + part.q + logV - logAll
    gradient[2] = (gradient[2] ?? 0) + q / v - (p * x + q) / (x * mean + v)
  }
  return { value, gradient }
}

/** E[mean spend | x purchases averaging `mean`]: the customer's own mean, drawn towards everybody's the fewer there are (equation 5). Infinite where q ≤ 1 and x = 0. */
export function expectedSpend({ p, q, v }: GammaGammaParameters, { x, mean }: Spending): number {
  const below = p * x + q - 1
  return below > 0 ? (p * (v + x * mean)) / below : Infinity
}

function correlate(spendings: readonly Spending[]): number {
  const n = spendings.length
  const [mx, my] = [spendings.reduce((sum, { x }) => sum + x, 0) / n, spendings.reduce((sum, { mean }) => sum + mean, 0) / n]
  let [xy, xx, yy] = [0, 0, 0]
  for (const { x, mean } of spendings) { xy += (x - mx) * (mean - my); xx += (x - mx) ** 2; yy += (mean - my) ** 2 }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0
}
