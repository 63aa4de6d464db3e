/**
 * Where the parameters of exponential smoothing may lie: the usual region (weights of an average are between 0 and 1), and inside it only what is admissible,
 * so that old errors fade (Hyndman, Akram and Archibald 2008, The admissible parameter space for exponential smoothing models, Annals of the Institute of Statistical Mathematics 60).
 */
import type { EtsModel, EtsParameters } from './ets.ts'

export const bounds = { alpha: [1e-4, 0.9999], beta: [1e-4, 0.9999], gamma: [1e-4, 0.9999], phi: [0.8, 0.98] } as const

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high

/** Both regions at once. */
export function isAllowed({ trend, damped, season, period }: EtsModel, { alpha, beta, gamma, phi }: EtsParameters): boolean {
  if (!within(alpha, bounds.alpha)) return false
  if (trend !== 'N' && !(within(beta, bounds.beta) && beta <= alpha)) return false
  if (season !== 'N' && !(within(gamma, bounds.gamma) && gamma <= 1 - alpha)) return false
  if (damped && !within(phi, bounds.phi)) return false
  return isAdmissible(trend !== 'N', season !== 'N', period, { alpha, beta, gamma, phi })
}

/** The paper's conditions (its section 3); for seasons by the roots of the characteristic equation. */
export function isAdmissible(trended: boolean, seasonal: boolean, m: number, { alpha, beta, gamma, phi }: EtsParameters): boolean {
  if (phi < 0 || phi > 1 + 1e-8) return false
  if (!seasonal) {
    if (alpha < 1 - 1 / phi || alpha > 1 + 1 / phi) return false
    return !trended || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha))
  }
  const slope = trended ? beta : 0
  if (gamma < Math.max(1 - 1 / phi - alpha, 0) || gamma > 1 + 1 / phi - alpha) return false
  if (alpha < 1 - 1 / phi - (gamma * (1 - m + phi + phi * m)) / (2 * phi * m)) return false
  if (slope < -(1 - phi) * (gamma / m + alpha)) return false
  return rootsInside(characteristic(trended, m, { alpha, beta: slope, gamma, phi }))
}

/** Coefficients from the constant upwards; the highest is 1. Without a trend the root at 1 that belongs to it is divided out. */
function characteristic(trended: boolean, m: number, { alpha, beta, gamma, phi }: EtsParameters): Float64Array {
  if (!trended) {
    const reduced = new Float64Array(m + 1).fill(alpha)
    reduced[0] = alpha + gamma - 1
    reduced[m] = 1
    return reduced
  }
  const whole = new Float64Array(m + 2).fill(alpha + beta - alpha * phi)
  whole[0] = phi * (1 - alpha - gamma)
  whole[1] = alpha + beta - alpha * phi + gamma - 1
  whole[m] = alpha + beta - phi
  whole[m + 1] = 1
  return whole
}

/** Whether every root lies in the unit circle, by stepping the degree down (Schur and Cohn; Jury 1964): quicker than finding them. The coefficients are used up. */
export function rootsInside(polynomial: Float64Array): boolean {
  for (let degree = polynomial.length - 1; degree > 0; degree -= 1) {
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
