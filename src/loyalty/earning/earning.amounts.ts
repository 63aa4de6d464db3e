/** Exact amounts: fractions of whole numbers, rounded once in a named way and shared out so that they add up. Pure. */
import type { Rounding } from './earning.schema.ts'

/** Never below zero. */
export interface Fraction { readonly n: bigint, readonly d: bigint }

export const zero: Fraction = { n: 0n, d: 1n }
export const times = ({ n, d }: Fraction, by: bigint, per: bigint): Fraction => ({ n: n * by, d: d * per })

/** The fractions over one denominator. */
export function alike(parts: readonly Fraction[]): { readonly over: readonly bigint[], readonly d: bigint } {
  const d = parts.reduce((all, part) => (all % part.d === 0n ? all : all / gcd(all, part.d) * part.d), 1n)
  return { over: parts.map((part) => part.n * (d / part.d)), d }
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

export function rounded(n: bigint, d: bigint, rounding: Rounding): bigint {
  const whole = n / d
  const rest = n % d
  if (rest === 0n || rounding === 'floor') return whole
  if (rounding === 'ceil') return whole + 1n
  const twice = rest * 2n
  return twice > d || (twice === d && whole % 2n === 1n) ? whole + 1n : whole
}

/**
 * `units` shared in proportion to whole weights: everybody gets the whole units of their exact share, what is left goes to the largest remainders, equal ones
 * in their order (Hamilton's method). Exact for any size, and adds up to `units`.
 */
export function shared(units: bigint, weights: readonly bigint[]): readonly bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total === 0n) return weights.map((_, place) => (place === 0 ? units : 0n))
  const shares = weights.map((weight) => units * weight / total)
  let left = units - shares.reduce((sum, share) => sum + share, 0n)
  if (left === 0n) return shares
  const remainders = weights.map((weight, place) => ({ place, rest: units * weight % total })).toSorted((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest < b.rest ? 1 : -1))
  for (const { place } of remainders) {
    if (left === 0n) break
    shares[place] = (shares[place] ?? 0n) + 1n
    left -= 1n
  }
  return shares
}

export const least = (...amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (b < a ? b : a))
