/**
 * Pareto/NBD: buys at a Poisson rate λ ~ Gamma(r, rate α) until an unseen exponential lifetime ends, with rate μ ~ Gamma(s, rate β).
 *
 * Schmittlein, Morrison, Colombo 1987, Management Science 33(1); the likelihood in the form of Fader and Hardie 2005, "A Note on Deriving the Pareto/NBD Model"
 * (brucehardie.com, note 009), equations 18–21, and 36 and 41 for what is expected. Unlike BG/NBD a customer may leave at any time, so a one-time buyer's silence
 * counts. Times are in the unit of the histories; α and β are in that unit.
 */
import type { Draw } from './draw.ts'
import { logAdd, logGamma } from './gamma.ts'
import type { Histories, History } from './histories.ts'
import { logHypergeometric } from './hypergeometric.ts'
import { maximise, type Fitted, type Surface } from './likelihood.ts'

export type ParetoNames = 'r' | 'alpha' | 's' | 'beta'
export type ParetoParameters = Readonly<Record<ParetoNames, number>>

const names: readonly ParetoNames[] = ['r', 'alpha', 's', 'beta']

/** Maximum likelihood over grouped histories. Throws RangeError where nobody bought twice. */
export function fitPareto(histories: Histories): Fitted<ParetoNames> {
  if (histories.mostRepeats === 0) throw new RangeError('nobody bought twice: nothing can be learned about repeat buying')
  const span = histories.watched.reduce((most, one) => Math.max(most, one), 0)
  return maximise(names, (at) => surfaceOf(histories, at), [[0.6, span / 4, 0.6, span / 4]], histories.customers)
}

/** The log-likelihood of the sample at the parameters. */
export function logLikelihoodPareto({ x, lastAt, watched, count }: Histories, parameters: ParetoParameters): number {
  let sum = 0
  for (let i = 0; i < x.length; i += 1) {
    const history = { x: x[i] ?? 0, lastAt: lastAt[i] ?? 0, watched: watched[i] ?? 0 }
    sum += (count[i] ?? 0) * (logCounting(parameters, history.x) + logStanding(parameters, history).all)
  }
  return sum
}

/** The derivatives of 2F1 in its parameters have no closed form worth its cost: the gradient is by central differences in the parameters' logarithms. */
function surfaceOf(histories: Histories, at: Float64Array): Surface {
  const value = (moved: Float64Array): number => {
    const [r = 0, alpha = 0, s = 0, beta = 0] = moved
    return logLikelihoodPareto(histories, { r, alpha, s, beta })
  }
  const h = 1e-5
  const gradient = at.map((one, i) => (value(at.map((x, k) => (k === i ? x * (1 + h) : x))) - value(at.map((x, k) => (k === i ? x * (1 - h) : x)))) / (2 * h * one))
  return { value: value(at), gradient }
}

const logCounting = ({ r, alpha, s, beta }: ParetoParameters, x: number): number => logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta)

/** ln of the part of the likelihood in which the customer is alive at T, and of the whole, both without what depends on x alone. */
function logStanding({ r, alpha, s, beta }: ParetoParameters, { x, lastAt, watched }: History): { readonly alive: number, readonly all: number } {
  const alive = -(r + x) * Math.log(alpha + watched) - s * Math.log(beta + watched)
  const [large, z, second] = alpha >= beta ? [alpha, alpha - beta, s + 1] : [beta, beta - alpha, r + x]
  // Where α and β lie far apart the series takes thousands of terms; the integral that it stands for does not.
  if (z / (large + lastAt) > slowFrom) return { alive, all: logAdd(alive, logGone({ r, alpha, s, beta }, { x, lastAt, watched })) }
  const order = r + s + x
  const at = (time: number): number => logHypergeometric(order, second, order + 1, z / (large + time)) - order * Math.log(large + time)
  const [from, to] = [at(lastAt), at(watched)]
  const gone = to >= from ? -Infinity : Math.log(s / order) + from + Math.log(-Math.expm1(to - from))
  return { alive, all: logAdd(alive, gone) }
}

const slowFrom = 0.97
/** An integrand that has fallen by e^−60 adds nothing. */
const deepest = 60

/**
 * ln of s ∫ (α + τ)^−(r + x) (β + τ)^−(s + 1) dτ from t_x to T (Fader and Hardie, note 009, equation 15): by Gauss and Legendre over the logarithm of τ + the smaller of α
 * and β, in which both factors are smooth, cut where it has died away, in pieces of at most 1.5.
 */
function logGone({ r, alpha, s, beta }: ParetoParameters, { x, lastAt, watched }: History): number {
  const [low, gap, rate, power] = alpha <= beta ? [alpha, beta - alpha, r + x - 1, s + 1] : [beta, alpha - beta, s, r + x]
  const logAt = (u: number): number => -rate * u - power * Math.log(gap + Math.exp(u))
  const from = Math.log(low + lastAt)
  const to = rate > 0 ? Math.min(Math.log(low + watched), from + deepest / rate) : Math.log(low + watched)
  if (!(to > from)) return -Infinity
  const pieces = Math.max(2, Math.ceil((to - from) / 1.5))
  const half = (to - from) / pieces / 2
  let highest = -Infinity
  for (let piece = 0; piece <= pieces; piece += 1) highest = Math.max(highest, logAt(from + 2 * half * piece))
  let sum = 0
  for (let piece = 0; piece < pieces; piece += 1) {
    for (const [node, weight] of legendre) sum += weight * half * Math.exp(logAt(from + half * (2 * piece + 1 + node)) - highest)
  }
  return Math.log(s) + highest + Math.log(sum)
}

/** Nodes and weights on [−1, 1]: roots of the Legendre polynomial of degree 24 by Newton's method from Tricomi's guess. */
const legendre: readonly (readonly [number, number])[] = Array.from({ length: 24 }, (_, k) => {
  const n = 24
  let node = Math.cos((Math.PI * (k + 0.75)) / (n + 0.5))
  let slope = 1
  for (let step = 0; step < 8; step += 1) {
    let [before, here] = [1, node]
    for (let j = 2; j <= n; j += 1) [before, here] = [here, ((2 * j - 1) * node * here - (j - 1) * before) / j]
    slope = (n * (node * here - before)) / (node * node - 1)
    node -= here / slope
  }
  return [node, 2 / ((1 - node * node) * slope * slope)]
})

/** P(alive at T | history). */
export function probabilityAlivePareto(parameters: ParetoParameters, history: History): number {
  const { alive, all } = logStanding(parameters, history)
  return Math.exp(alive - all)
}

/** P(at least one purchase in (T, T + ahead] | history) = 1 − L(x, t_x, T + ahead) ÷ L(x, t_x, T). */
export function probabilityOfPurchasePareto(parameters: ParetoParameters, history: History, ahead: number): number {
  const later = logStanding(parameters, { ...history, watched: history.watched + ahead })
  return Math.max(0, -Math.expm1(later.all - logStanding(parameters, history).all))
}

/** E[purchases in (T, T + ahead] | history] (equation 41). At s = 1 the closed form is 0 ÷ 0; its limit is taken there. */
export function expectedPurchasesPareto(parameters: ParetoParameters, history: History, ahead: number): number {
  const { r, alpha, s, beta } = parameters
  const { x, watched } = history
  const logShare = Math.log(beta + watched) - Math.log(beta + watched + ahead)
  const lifetime = Math.abs(s - 1) < 1e-9 ? -logShare : -Math.expm1((s - 1) * logShare) / (s - 1)
  return ((r + x) / (alpha + watched)) * (beta + watched) * lifetime * probabilityAlivePareto(parameters, history)
}

/** E[purchases in (0, t]] of a customer drawn at random (equation 36). */
export const expectedFromStartPareto = (parameters: ParetoParameters, t: number): number =>
  expectedPurchasesPareto(parameters, { x: 0, lastAt: 0, watched: 0 }, t)

/** One customer drawn from the model, watched until T. */
export function drawPareto({ r, alpha, s, beta }: ParetoParameters, watched: number, draw: Draw): History {
  const rate = draw.gamma(r) / alpha
  const end = Math.min(watched, (draw.exponential() * beta) / draw.gamma(s))
  let x = 0
  let lastAt = 0
  for (;;) {
    const next = lastAt + draw.exponential() / rate
    if (!(next <= end)) return { x, lastAt, watched }
    x += 1
    lastAt = next
  }
}
