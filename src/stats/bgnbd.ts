/**
 * BG/NBD and MBG/NBD: how often a customer of a business without contracts buys, and after which purchase the customer has left unseen.
 *
 * While alive a customer buys at a Poisson rate λ ~ Gamma(r, rate α). BG/NBD: after each repeat purchase the customer leaves with probability p ~ Beta(a, b)
 * (Fader, Hardie, Lee 2005, "Counting Your Customers" the Easy Way, Marketing Science 24(2), equations 6–10). MBG/NBD: the same after the first purchase, too
 * (Batislam, Denizel, Filiztekin 2007, International Journal of Research in Marketing 24), so that a one-time buyer may have left. Times are in the unit of the
 * histories; α is in that unit, r, a and b have none.
 *
 * Fails when buying is regular rather than random (salaries, subscriptions), when rates change (seasons, growth), and when customers pause rather than leave. With few departures the optimum lies at a ≈ 0, which `boundary` names: the model is then the plain NBD.
 */
import { bgSurface } from './bgnbd.likelihood.ts'
import { logAdd, logBeta, logGamma } from './gamma.ts'
import type { Histories, History } from './histories.ts'
import { logHypergeometric } from './hypergeometric.ts'
import { maximise, type Fitted } from './likelihood.ts'
import type { Draw } from './draw.ts'

export type BgNames = 'r' | 'alpha' | 'a' | 'b'
export type BgParameters = Readonly<Record<BgNames, number>>
/** `bg`: leaves after repeat purchases only; `mbg`: after the first one as well. */
export type BgVariant = 'bg' | 'mbg'

const names: readonly BgNames[] = ['r', 'alpha', 'a', 'b']

/** Maximum likelihood over grouped histories. Needs at least one repeat purchase; throws RangeError without. */
export function fitBg(histories: Histories, variant: BgVariant): Fitted<BgNames> {
  if (histories.mostRepeats === 0) throw new RangeError('nobody bought twice: nothing can be learned about repeat buying')
  const span = histories.watched.reduce((most, one) => Math.max(most, one), 0)
  const [surface, usual, few] = [bgSurface(histories, variant), [0.5, span / 8, 0.7, 2], [1, span / 3, 0.1, 4]]
  const found = maximise(names, surface, [usual], histories.customers)
  // A second start where the first did not end in a clean optimum.
  return found.converged && found.boundary.length === 0 ? found : maximise(names, surface, [usual, few], histories.customers)
}

/** The log-likelihood of the sample at the parameters. */
export const logLikelihoodBg = (histories: Histories, variant: BgVariant, { r, alpha, a, b }: BgParameters): number =>
  bgSurface(histories, variant)(Float64Array.of(r, alpha, a, b)).value

/** ln of one history's likelihood, up to what depends on x alone. */
function logStanding(variant: BgVariant, { r, alpha, a, b }: BgParameters, { x, lastAt, watched }: History): { readonly alive: number, readonly all: number } {
  const alive = (variant === 'mbg' ? Math.log(b + x) : 0) - (r + x) * Math.log(alpha + watched)
  const gone = (variant === 'mbg' ? Math.log(a) : x > 0 ? Math.log(a / (b + x - 1)) : -Infinity) - (r + x) * Math.log(alpha + lastAt)
  return { alive, all: logAdd(alive, gone) }
}

/** P(alive at T | history). Under BG/NBD it is 1 for every one-time buyer, whatever the silence: never rank by it. */
export function probabilityAliveBg(variant: BgVariant, parameters: BgParameters, history: History): number {
  const { alive, all } = logStanding(variant, parameters, history)
  return Math.exp(alive - all)
}

/** P(at least one purchase in (T, T + ahead] | history) = 1 − L(x, t_x, T + ahead) ÷ L(x, t_x, T): to be seen again with the same x and t_x is to have bought nothing. */
export function probabilityOfPurchaseBg(variant: BgVariant, parameters: BgParameters, history: History, ahead: number): number {
  const later = logStanding(variant, parameters, { ...history, watched: history.watched + ahead })
  return Math.max(0, -Math.expm1(later.all - logStanding(variant, parameters, history).all))
}

/**
 * E[purchases in (T, T + ahead] | history]: BG/NBD by equation 10 of the paper; MBG/NBD by the same argument with one more chance to leave.
 * At a = 1 the closed form is 0 ÷ 0; it is taken beside it.
 */
export function expectedPurchasesBg(variant: BgVariant, parameters: BgParameters, history: History, ahead: number): number {
  const { r, alpha, a: given, b } = parameters
  const a = Math.abs(given - 1) < 1e-6 ? 1 + 1e-6 : given
  const { x, watched } = history
  const stay = variant === 'mbg' ? 1 : 0
  const z = ahead / (alpha + watched + ahead)
  const logShare = (r + x) * (Math.log(alpha + watched) - Math.log(alpha + watched + ahead))
  const c = a + b + x + stay - 1
  const upper = r + x
  const lower = b + x + stay
  const whileAlive = c > 0.1
    ? (c / (a - 1)) * -Math.expm1(logShare + logHypergeometric(upper, lower, c, z))
    : (c - Math.exp(logShare) * timesLowest(upper, lower, c, z)) / (a - 1)
  return whileAlive * probabilityAliveBg(variant, { r, alpha, a: given, b }, history)
}

/** c · 2F1(u, l; c; z) where c is near zero or negative, from its two neighbours above (Abramowitz and Stegun 15.2.12), in which c cancels. */
function timesLowest(u: number, l: number, c: number, z: number): number {
  const above = c + 1
  const [first, second] = [Math.exp(logHypergeometric(u, l, above, z)), Math.exp(logHypergeometric(u, l, above + 1, z))]
  return (above * (c - (2 * above - u - l - 1) * z) * first + (above - u) * (above - l) * z * second) / (above * (1 - z))
}

/** E[repeat purchases in (0, t]] of a customer drawn at random (equation 9). */
export const expectedFromStartBg = (variant: BgVariant, parameters: BgParameters, t: number): number =>
  expectedPurchasesBg(variant, parameters, { x: 0, lastAt: 0, watched: 0 }, t)

/** P(exactly n repeat purchases in (0, t]) of a customer drawn at random (equation 8; MBG/NBD with one more chance to leave, at the first purchase). */
export function chanceOfCountBg(variant: BgVariant, { r, alpha, a, b }: BgParameters, n: number, t: number): number {
  const shift = variant === 'mbg' ? 1 : 0
  const [logStay, logGo] = [r * Math.log(alpha / (alpha + t)), Math.log(t / (alpha + t))]
  const bought = (k: number): number => Math.exp(logGamma(r + k) - logGamma(r) - logGamma(k + 1) + logStay + k * logGo)
  const isHere = Math.exp(logBeta(a, b + n + shift) - logBeta(a, b)) * bought(n)
  // Left at the n-th purchase: it came before t whenever n or more would have.
  const leaves = n + shift === 0 ? 0 : Math.exp(logBeta(a + 1, b + n + shift - 1) - logBeta(a, b))
  let fewer = 0
  for (let k = 0; k < n; k += 1) fewer += bought(k)
  return isHere + leaves * Math.max(0, 1 - fewer)
}

/** One customer drawn from the model, watched until T. */
export function drawBg(variant: BgVariant, { r, alpha, a, b }: BgParameters, watched: number, draw: Draw): History {
  const rate = draw.gamma(r) / alpha
  const [left, right] = [draw.gamma(a), draw.gamma(b)]
  const leave = left / (left + right)
  let x = 0
  let lastAt = 0
  let at = 0
  if (variant === 'mbg' && draw.next() < leave) return { x, lastAt, watched }
  for (;;) {
    at += draw.exponential() / rate
    if (!(at <= watched)) return { x, lastAt, watched }
    x += 1
    lastAt = at
    if (draw.next() < leave) return { x, lastAt, watched }
  }
}

