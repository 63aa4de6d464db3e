/**
 * A whole amount shared out so that the shares add up exactly: the one place where points and money are split, and the one way: everybody gets the whole units
 * of their exact share, the units left over go to the largest remainders, the earlier first where remainders are equal (Hamilton's method). Whole numbers only.
 */

/** `amount` from 0 up over `weights` from 0 up; where all weights are zero, all count alike. Throws RangeError where there is nobody, or something is below zero. */
export function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError('nobody to share among')
  if (amount < 0n || weights.some((weight) => weight < 0n)) throw new RangeError('amounts and weights are whole numbers from 0 up')
  const sum = weights.reduce((all, weight) => all + weight, 0n)
  const parts = sum === 0n ? weights.map(() => 1n) : weights
  const total = parts.reduce((all, part) => all + part, 0n)
  const shares = parts.map((part) => (amount * part) / total)
  const left = Number(amount - shares.reduce((all, share) => all + share, 0n))
  const first = parts.map((part, place) => ({ place, remainder: (amount * part) % total })).toSorted((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder < b.remainder ? 1 : -1)).slice(0, left)
  for (const { place } of first) shares[place] = (shares[place] ?? 0n) + 1n
  return shares
}
