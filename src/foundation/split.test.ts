import fc from 'fast-check'
import { expect, it } from 'vitest'
import { split } from './split.ts'

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })

it('19: shares add up exactly, are less than one unit from the exact share, and the whole equals its parts in any order of equal weights', () => {
  expect(split(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
  expect([split(7n, [0n, 0n]), split(0n, [3n, 4n]), split(5n, [0n, 2n])]).toEqual([[4n, 3n], [0n, 0n], [0n, 5n]])
  fc.assert(fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 30 }), (amount, weights) => {
    const shares = split(amount, weights)
    const total = weights.reduce((all, one) => all + one, 0n)
    expect(shares.reduce((all, one) => all + one, 0n)).toBe(amount)
    if (total > 0n) {
      shares.forEach((share, place) => {
        const off = share * total - amount * (weights[place] ?? 0n)
        expect(off < total && off > -total).toBe(true)
      })
    }
  }))
})

it('refuses what cannot be shared', () => {
  expect(() => split(1n, [])).toThrow(RangeError)
  expect(() => split(-1n, [1n])).toThrow(RangeError)
  expect(() => split(1n, [-1n])).toThrow(RangeError)
})
