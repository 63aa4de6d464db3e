/**
 * Where the parameters of exponential smoothing may lie: the usual region (weights of an average are between 0 and 1), and inside it only what is admissible,
 * so that old errors fade (Hyndman, Akram and Archibald 2008, The admissible parameter space for exponential smoothing models, Annals of the Institute of Statistical Mathematics 60).
 */
import type { EtsModel, EtsParameters } from './ets.ts'

export const bounds = { alpha: [1e-4, 0.9999], beta: [1e-4, 0.9999], gamma: [1e-4, 0.9999], phi: [0.8, 0.98] } as const

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high

/** Both regions at once. `scratch`: room for `period + 2` numbers. */
export function isAllowed({ trend, damped, season, period }: EtsModel, parameters: EtsParameters, scratch: Float64Array): boolean {
  const { alpha, beta, gamma, phi } = parameters
  if (!within(alpha, bounds.alpha)) return false
  if (trend !== 'N' && !(within(beta, bounds.beta) && beta <= alpha)) return false
  if (season !== 'N' && !(within(gamma, bounds.gamma) && gamma <= 1 - alpha)) return false
  if (damped && !within(phi, bounds.phi)) return false
  return isAdmissible(trend !== 'N', season !== 'N', period, parameters, scratch)
}

/** The paper's conditions (its section 3); for seasons by the roots of the characteristic equation. */
export function isAdmissible(trended: boolean, seasonal: boolean, m: number, { alpha, beta, gamma, phi }: EtsParameters, scratch: Float64Array = new Float64Array(m + 2)): boolean {
  if (phi < 0 || phi > 1 + 1e-8) return false
  if (!seasonal) {
    if (alpha < 1 - 1 / phi || alpha > 1 + 1 / phi) return false
    return !trended || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha))
  }
  const slope = trended ? beta : 0
  if (gamma < Math.max(1 - 1 / phi - alpha, 0) || gamma > 1 + 1 / phi - alpha) return false
  if (alpha < 1 - 1 / phi - (gamma * (1 - m + phi + phi * m)) / (2 * phi * m)) return false
  if (slope < -(1 - phi) * (gamma / m + alpha)) return false
  // The characteristic equation, from the constant upwards; the highest coefficient is 1.
  if (trended) {
    scratch.fill(alpha + slope - alpha * phi)
    scratch[0] = phi * (1 - alpha - gamma)
    scratch[1] = alpha + slope - alpha * phi + gamma - 1
    scratch[m] = alpha + slope - phi
    scratch[m + 1] = 1
    return rootsInside(scratch, m + 1)
  }
  // Without a trend the root at 1 that belongs to it is divided out.
  scratch.fill(alpha)
  scratch[0] = alpha + gamma - 1
  scratch[m] = 1
  return rootsInside(scratch, m)
}

/** Whether every root lies in the unit circle, by stepping the degree down (Schur and Cohn; Jury 1964): quicker than finding them. The coefficients are used up. */
export function rootsInside(polynomial: Float64Array, highest: number): boolean {
  for (let degree = highest; degree > 0; degree -= 1) {
    const head = polynomial[degree] ?? 1
    const tail = (polynomial[0] ?? 0) / head
    if (!(Math.abs(tail) <= 1 - 1e-12)) return false
    // (p(z) − tail · z^d p(1/z)) ÷ z, in place from both ends.
    for (let low = 1, high = degree - 1; low <= high; low += 1, high -= 1) {
      const [a, b] = [polynomial[low] ?? 0, polynomial[high] ?? 0]
      polynomial[low] = a - tail * b
      polynomial[high] = b - tail * a
    }
    const top = head - tail * (polynomial[0] ?? 0)
    polynomial.copyWithin(0, 1, degree)
    polynomial[degree - 1] = top
  }
  return true
}
