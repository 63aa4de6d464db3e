import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { associationOf, type Fourfold } from './association.ts'

const tables = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .map(([both, onlyA, onlyB, neither]): Fourfold => ({ n: both + onlyA + onlyB + neither, a: both + onlyA, b: both + onlyB, both }))

describe('association of two things', () => {
  it('has the p-values of R’s fisher.test on the tea tasting and of a table by hand, and Dunning’s ratio', () => {
    // Fisher's tea: 3 of 4 right. One-sided P = 17/70 = .2429; doubled.
    expect(associationOf({ n: 8, a: 4, b: 4, both: 3 }).p).toBeCloseTo(2 * 17 / 70, 12)
    // Dunning 1993, table 1, "the swiss": k(AB) 110, k(A~B) 2442, k(~AB) 111, k(~A~B) 29114; −2 ln λ = 270.72.
    expect(associationOf({ n: 31_777, a: 2552, b: 221, both: 110 }).logLikelihoodRatio).toBeCloseTo(270.72, 2)
    // Independent by construction.
    expect(associationOf({ n: 100, a: 40, b: 50, both: 20 })).toMatchObject({ lift: 1, logLikelihoodRatio: 0, confidence: [0.5, 0.4], support: 0.2, p: 1 })
  })

  it('does not care which of the two is first', () => {
    fc.assert(fc.property(tables, ({ n, a, b, both }) => {
      const [one, other] = [associationOf({ n, a, b, both }), associationOf({ n, a: b, b: a, both })]
      expect(other.lift).toBeCloseTo(one.lift, 10)
      expect(other.logLikelihoodRatio).toBeCloseTo(one.logLikelihoodRatio, 8)
      expect(other.p).toBeCloseTo(one.p, 9)
      expect(other.confidence).toEqual([one.confidence[1], one.confidence[0]])
    }))
  })

  it('sums the exact tail: both tails and the middle make one', () => {
    fc.assert(fc.property(tables, ({ n, a, b, both }) => {
      const choose = (m: number, k: number): number => { let value = 1; for (let i = 1; i <= k; i += 1) value *= (m - k + i) / i; return value }
      fc.pre(n <= 120)
      const mass = (k: number): number => (choose(b, k) * choose(n - b, a - k)) / choose(n, a)
      let [upper, lower] = [0, 0]
      for (let k = Math.max(0, a + b - n); k <= Math.min(a, b); k += 1) { if (k >= both) upper += mass(k); if (k <= both) lower += mass(k) }
      // By the side of the mean on which the count lies.
      expect(associationOf({ n, a, b, both }).p).toBeCloseTo(Math.min(1, 2 * (both * n >= a * b ? upper : lower)), 8)
    }))
  })

  it('survives large counts and refuses impossible ones', () => {
    const strong = associationOf({ n: 4_000_000, a: 20_000, b: 30_000, both: 8000 })
    expect(strong.lift).toBeCloseTo(53.333, 2)
    expect(strong.p).toBeLessThan(1e-300)
    const none = associationOf({ n: 4_000_000, a: 20_000, b: 30_000, both: 150 })
    expect(none.p).toBeGreaterThan(0.9)
    expect(() => associationOf({ n: 10, a: 3, b: 3, both: 4 })).toThrow(RangeError)
    expect(() => associationOf({ n: 10, a: 0, b: 3, both: 0 })).toThrow(RangeError)
  })
})
