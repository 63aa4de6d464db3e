import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestRemainder } from './largestRemainder.ts'
import { reconcile, type Sum } from './reconciliation.ts'

const sums: readonly Sum[] = [{ whole: 0, parts: [1, 2, 3] }, { whole: 0, parts: [4, 5] }]
const six = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: 6, maxLength: 6 })
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const gap = (at: ArrayLike<number>, { whole, parts }: Sum): number => (at[whole] ?? 0) - parts.reduce((sum, part) => sum + (at[part] ?? 0), 0)

describe('reconcile', () => {
  it('splits the gap by variance: the hand-worked case', () => {
    // 100 against 40 + 50: a gap of 10 over variances 2, 1, 1.
    expect([...reconcile([100, 40, 50], [2, 1, 1], [{ whole: 0, parts: [1, 2] }])].map((value) => Number(value.toFixed(9)))).toEqual([95, 42.5, 52.5])
    // The whole is held: the parts take all of it.
    expect([...reconcile([100, 40, 50], [0, 1, 3], [{ whole: 0, parts: [1, 2] }])].map((value) => Number(value.toFixed(9)))).toEqual([100, 42.5, 57.5])
  })

  it('makes every sum hold, leaves what holds alone, and no other answer that holds is nearer', () => {
    fc.assert(fc.property(six(number(0, 1e6)), six(number(0.01, 100)), six(number(-1, 1)), (forecasts, variances, move) => {
      const at = reconcile(forecasts, variances, sums)
      for (const sum of sums) expect(Math.abs(gap(at, sum))).toBeLessThan(1e-5)
      const again = reconcile(at, variances, sums)
      again.forEach((value, i) => expect(Math.abs(value - (at[i] ?? 0))).toBeLessThan(1e-5))
      const far = (other: ArrayLike<number>): number => forecasts.reduce((sum, forecast, i) => sum + (forecast - (other[i] ?? 0)) ** 2 / (variances[i] ?? 1), 0)
      const other = reconcile(at.map((value, i) => value + (move[i] ?? 0) * 1000), variances, sums)
      expect(far(other)).toBeGreaterThanOrEqual(far(at) * (1 - 1e-9) - 1e-6)
    }))
  })

  it('stays above zero where that is asked, and still adds up', () => {
    fc.assert(fc.property(six(number(0, 1000)), six(number(0.01, 100)), (forecasts, variances) => {
      const at = reconcile(forecasts, variances, sums, { isNonNegative: true })
      for (const sum of sums) expect(Math.abs(gap(at, sum))).toBeLessThan(2e-3)
      for (const value of at) expect(value).toBeGreaterThanOrEqual(-1e-9)
    }))
  })

  it('refuses what cannot be', () => {
    expect(() => reconcile([1, 2], [1], sums)).toThrow(RangeError)
    expect(() => reconcile([1, 2, 3], [1, -1, 1], [{ whole: 0, parts: [1, 2] }])).toThrow(RangeError)
    expect(() => reconcile([1, 2, 3], [0, 0, 0], [{ whole: 0, parts: [1, 2] }])).toThrow(RangeError)
  })
})

describe('largestRemainder', () => {
  it('adds up to the unit, whatever the weights, and nobody is off by a whole unit', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.array(number(0, 1e9), { minLength: 1, maxLength: 40 }), (units, weights) => {
      const shares = largestRemainder(units, weights)
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(units)
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      if (total > 0 && units > -1_000_000n && units < 1_000_000n) shares.forEach((share, i) => expect(Math.abs(Number(share) - Number(units) * (weights[i] ?? 0) / total)).toBeLessThan(1 + 1e-3))
    }))
  })
  it('gives what is left to the largest fraction, the earlier first, and shares alike where there is no weight', () => {
    expect(largestRemainder(10n, [1, 1, 1])).toEqual([4n, 3n, 3n])
    expect(largestRemainder(100n, [47.9, 16, 16, 12, 6.1, 2])).toEqual([48n, 16n, 16n, 12n, 6n, 2n])
    expect(largestRemainder(5n, [0, 0])).toEqual([3n, 2n])
    expect(() => largestRemainder(1n, [])).toThrow(RangeError)
    expect(() => largestRemainder(1n, [-1])).toThrow(RangeError)
  })
})
