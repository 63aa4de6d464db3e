import fc from 'fast-check'
import { expect, it } from 'vitest'
import { logHypergeometric } from './hypergeometric.ts'

it('gives the elementary functions that it contains', () => {
  fc.assert(fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 0.1, max: 400, noNaN: true }), (z, a) => {
    // 2F1(1, 1; 2; z) = −ln(1 − z) / z and 2F1(a, b; b; z) = (1 − z)^−a (Abramowitz and Stegun 15.1.3, 15.1.8)
    expect(logHypergeometric(1, 1, 2, z)).toBeCloseTo(Math.log(-Math.log1p(-z) / z), 11)
    expect(Math.abs(logHypergeometric(a, 2.5, 2.5, z) + a * Math.log1p(-z))).toBeLessThan(1e-11 * Math.max(1, -a * Math.log1p(-z)))
  }))
})

it('keeps Gauss’s contiguous relation for hundreds of purchases', () => {
  // (c − a) F(a−1) + (2a − c + (b − a) z) F(a) + a (z − 1) F(a+1) = 0 (Abramowitz and Stegun 15.2.10)
  fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0.05, max: 0.98, noNaN: true }), (x, z) => {
    const [a, b, c] = [1.243 + x, 2.426 + x, 2.219 + x]
    const middle = logHypergeometric(a, b, c, z)
    const [below, above] = [Math.exp(logHypergeometric(a - 1, b, c, z) - middle), Math.exp(logHypergeometric(a + 1, b, c, z) - middle)]
    const parts = [(c - a) * below, 2 * a - c + (b - a) * z, a * (z - 1) * above]
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0))).toBeLessThan(1e-10 * Math.max(...parts.map(Math.abs)))
  }))
})

it('says nothing outside its domain', () => {
  expect([logHypergeometric(1, 1, 2, 1), logHypergeometric(1, 1, 2, -0.1), logHypergeometric(1, 1, 0, 0.5)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
})
