/**
 * Whole units shared out in proportion, so that they add up exactly: everybody gets the whole units of their exact share, and the units that are left go to the
 * largest fractions (Hamilton's method; Balinski and Young 1982, Fair Representation, chapter 3). Equal fractions: the earlier first.
 */

/**
 * `units` shared over `weights` (none below zero). The answer has one number of units for each weight and adds up to `units` exactly. Where all weights are
 * zero all count alike. Throws RangeError on a weight that is negative or not finite, and where there is nobody to share among.
 */
export function largestRemainder(units: bigint, weights: readonly number[]): bigint[] {
  if (weights.length === 0) throw new RangeError('nobody to share among')
  if (weights.some((weight) => !(weight >= 0) || !Number.isFinite(weight))) throw new RangeError('a weight is a number from 0 up')
  if (units < 0n) return largestRemainder(-units, weights).map((share) => -share)
  const most = Math.max(...weights)
  // Whole numbers from here on: floats would lose units of sums beyond 2^53. 2^40 steps keep far more digits of a weight than a forecast has.
  const parts = weights.map((weight) => (most === 0 ? 1n : BigInt(Math.round((weight / most) * 2 ** 40))))
  const total = parts.reduce((sum, part) => sum + part, 0n)
  const shares = parts.map((part) => (units * part) / total)
  let left = units - shares.reduce((sum, share) => sum + share, 0n)
  const byFraction = parts.map((part, place) => ({ place, fraction: (units * part) % total })).toSorted((a, b) => (a.fraction === b.fraction ? a.place - b.place : a.fraction < b.fraction ? 1 : -1))
  for (const { place } of byFraction) {
    if (left === 0n) break
    shares[place] = (shares[place] ?? 0n) + 1n
    left -= 1n
  }
  return shares
}
