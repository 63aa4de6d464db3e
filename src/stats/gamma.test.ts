import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digamma, logAdd, logBeta, logGamma } from './gamma.ts'

it('is the factorial where x is whole, and √π at one half', () => {
  let factorial = 1n
  for (let n = 1; n <= 170; n += 1) {
    expect(Math.abs(logGamma(n) - Math.log(Number(factorial)))).toBeLessThan(1e-14 * Math.max(1, Math.log(Number(factorial))))
    factorial *= BigInt(n)
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14)
})

it('keeps its recurrence, and its accuracy near its roots', () => {
  fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
    expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(2e-14 * Math.max(1, Math.abs(logGamma(x + 1)), Math.abs(logGamma(x))))
  }))
  // ln Γ(1 + 1e-8) = −γ 1e-8 + π²/12 1e-16 …
  expect(logGamma(1 + 1e-8) / -5.772_156_567e-9).toBeCloseTo(1, 7)
  expect([logGamma(1), logGamma(2)]).toEqual([0, 0])
})

it('has digamma for its slope', () => {
  expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 13)
  expect(digamma(0.5)).toBeCloseTo(-1.963_510_026_021_423_5, 13)
  fc.assert(fc.property(fc.double({ min: 0.05, max: 500, noNaN: true }), (x) => {
    const h = 1e-5 * Math.max(1, x)
    expect(Math.abs((logGamma(x + h) - logGamma(x - h)) / (2 * h) - digamma(x))).toBeLessThan(1e-5 * Math.max(1, Math.abs(digamma(x))))
  }))
})

it('adds in logs without overflow, and says nothing outside its domain', () => {
  expect(logAdd(-1e4, -1e4)).toBeCloseTo(-1e4 + Math.LN2, 9)
  expect(logAdd(-Infinity, 3)).toBe(3)
  expect(logAdd(-Infinity, -Infinity)).toBe(-Infinity)
  expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 14)
  expect([logGamma(0), logGamma(-1), digamma(0)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
})
