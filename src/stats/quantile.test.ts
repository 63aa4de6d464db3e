import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile, scoreOf } from './quantile.ts'

describe('quantile, type 7', () => {
  it('agrees with R: quantile(c(1, 2, 4, 8, 16), c(.2, .4, .5, .6, .8))', () => {
    expect([0.2, 0.4, 0.5, 0.6, 0.8].map((p) => quantile([1, 2, 4, 8, 16], p))).toEqual([1.8, 3.2, 4, 5.6, 9.6].map((v) => expect.closeTo(v, 12)))
  })
  it('lies between the extremes and rises with p', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
      const sorted = values.toSorted((a, b) => a - b)
      expect(quantile(sorted, p)).toBeGreaterThanOrEqual(quantile(sorted, 0))
      expect(quantile(sorted, p)).toBeLessThanOrEqual(quantile(sorted, 1))
    }))
  })
  it('keeps ties together and may leave a class empty', () => {
    expect([1, 2, 3, 5].map((value) => scoreOf(value, [1, 1, 2, 4]))).toEqual([1, 3, 4, 5])
  })
})
