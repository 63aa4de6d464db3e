/**
 * BG/BB: buying at set opportunities (each year's appeal, each week's class). While alive a customer buys at each with probability ~ Beta(α, β), and leaves before
 * each with probability ~ Beta(γ, δ). Fader, Hardie, Shang 2010, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29(6),
 * equations 5 (likelihood), 7, 11 (alive) and 13 (expected).
 */
import type { Draw } from './draw.ts'
import { digamma, logAdd, logBeta, logGamma } from './gamma.ts'
import { logHypergeometric } from './hypergeometric.ts'
import { maximise, type Fitted, type Surface } from './likelihood.ts'

export interface Opportunities {
  /** Bought at x of the n opportunities, the last time at the t_x-th (0 where never). */
  readonly x: number
  readonly lastAt: number
  readonly n: number
  /** So many people. */
  readonly count: number
}
export type BgbbNames = 'alpha' | 'beta' | 'gamma' | 'delta'
export type BgbbParameters = Readonly<Record<BgbbNames, number>>

const names: readonly BgbbNames[] = ['alpha', 'beta', 'gamma', 'delta']

/** Maximum likelihood over grouped rows. Throws RangeError on a row that cannot be. */
export function fitBgbb(rows: readonly Opportunities[]): Fitted<BgbbNames> {
  for (const { x, lastAt, n, count } of rows) {
    if (!(x >= 0 && x <= lastAt && lastAt <= n && (x > 0) === (lastAt > 0) && count > 0)) throw new RangeError(`no history has x ${x}, t_x ${lastAt}, n ${n}, count ${count}`)
  }
  return maximise(names, (at) => surfaceOf(rows, at), [[1, 0.8, 0.7, 2.5], [1, 2, 1, 10]], rows.reduce((sum, { count }) => sum + count, 0))
}

/** The log-likelihood of the rows at the parameters. */
export const logLikelihoodBgbb = (rows: readonly Opportunities[], { alpha, beta, gamma, delta }: BgbbParameters): number =>
  surfaceOf(rows, Float64Array.of(alpha, beta, gamma, delta)).value

/** Value and gradient: each row is a mixture over when the customer left; a mixture's slope is the mean of its parts' slopes by their shares. */
export function surfaceOf(rows: readonly Opportunities[], at: Float64Array): Surface {
  const [alpha = 0, beta = 0, gamma = 0, delta = 0] = at
  const gradient = new Float64Array(4)
  let value = 0
  for (const { x, lastAt, n, count } of rows) {
    const parts = mixture(at, x, lastAt, n)
    const all = parts.reduce((sum, part) => logAdd(sum, part.log), -Infinity)
    value += count * all
    for (const { log, failures, left, stayed } of parts) {
      const share = count * Math.exp(log - all)
      const buying = digamma(alpha + beta) - digamma(alpha + beta + x + failures)
      const leaving = digamma(gamma + delta) - digamma(gamma + delta + left + stayed)
      gradient[0] = (gradient[0] ?? 0) + share * (digamma(alpha + x) - digamma(alpha) + buying)
      gradient[1] = (gradient[1] ?? 0) + share * (digamma(beta + failures) - digamma(beta) + buying)
      gradient[2] = (gradient[2] ?? 0) + share * (digamma(gamma + left) - digamma(gamma) + leaving)
      gradient[3] = (gradient[3] ?? 0) + share * (digamma(delta + stayed) - digamma(delta) + leaving)
    }
  }
  return { value, gradient }
}

interface Part { readonly log: number, readonly failures: number, readonly left: number, readonly stayed: number }

/** Alive through n, or gone after the opportunity t_x, t_x + 1 … n − 1. */
function mixture(at: Float64Array, x: number, lastAt: number, n: number): readonly Part[] {
  const [alpha = 0, beta = 0, gamma = 0, delta = 0] = at
  const part = (failures: number, left: number, stayed: number): Part => ({
    failures, left, stayed,
    log: logBeta(alpha + x, beta + failures) - logBeta(alpha, beta) + logBeta(gamma + left, delta + stayed) - logBeta(gamma, delta)
  })
  return [part(n - x, 0, n), ...Array.from({ length: n - lastAt }, (_, i) => part(lastAt - x + i, 1, lastAt + i))]
}

type Seen = Omit<Opportunities, 'count'>
const vector = ({ alpha, beta, gamma, delta }: BgbbParameters): Float64Array => Float64Array.of(alpha, beta, gamma, delta)
const logOf = (parameters: BgbbParameters, { x, lastAt, n }: Seen): number => mixture(vector(parameters), x, lastAt, n).reduce((sum, part) => logAdd(sum, part.log), -Infinity)

/** P(alive at opportunity n + 1 | history) (equation 11). */
export function probabilityAliveBgbb(parameters: BgbbParameters, seen: Seen): number {
  const { alpha, beta, gamma, delta } = parameters
  const { x, n } = seen
  return Math.exp(logBeta(alpha + x, beta + n - x) - logBeta(alpha, beta) + logBeta(gamma, delta + n + 1) - logBeta(gamma, delta) - logOf(parameters, seen))
}

/** E[purchases at the next `ahead` opportunities | history] (equation 13). At γ = 1 the closed form is 0 ÷ 0; it is taken beside it. */
export function expectedPurchasesBgbb(parameters: BgbbParameters, seen: Seen, ahead: number): number {
  const { alpha, beta, delta } = parameters
  const gamma = Math.abs(parameters.gamma - 1) < 1e-6 ? 1 + 1e-6 : parameters.gamma
  const { x, n } = seen
  const ratio = (m: number): number => logGamma(1 + delta + m) - logGamma(gamma + delta + m)
  const front = logBeta(alpha + x + 1, beta + n - x) - logBeta(alpha, beta) + logGamma(gamma + delta) - logGamma(1 + delta) - logOf(parameters, seen)
  return (delta / (gamma - 1)) * (Math.exp(front + ratio(n)) - Math.exp(front + ratio(n + ahead)))
}

/** Expected purchases over all opportunities to come, each discounted by (1 + d)^periods from opportunity n on: the discounted expected residual transactions (equation 14). */
export function discountedPurchasesBgbb(parameters: BgbbParameters, seen: Seen, discount: number): number {
  const { alpha, beta, gamma, delta } = parameters
  const { x, n } = seen
  const z = 1 / (1 + discount)
  const front = logBeta(alpha + x + 1, beta + n - x) - logBeta(alpha, beta) + logBeta(gamma, delta + n + 1) - logBeta(gamma, delta) + Math.log(z)
  return Math.exp(front + logHypergeometric(1, delta + n + 1, gamma + delta + n + 1, z) - logOf(parameters, seen))
}

/** One person drawn from the model, over n opportunities. */
export function drawBgbb({ alpha, beta, gamma, delta }: BgbbParameters, n: number, draw: Draw): Opportunities {
  const share = (one: number, other: number): number => { const [left, right] = [draw.gamma(one), draw.gamma(other)]; return left / (left + right) }
  const [buys, leaves] = [share(alpha, beta), share(gamma, delta)]
  let [x, lastAt] = [0, 0]
  for (let i = 1; i <= n && draw.next() >= leaves; i += 1) if (draw.next() < buys) { x += 1; lastAt = i }
  return { x, lastAt, n, count: 1 }
}
