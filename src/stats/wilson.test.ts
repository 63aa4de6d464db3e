import { expect, it } from 'vitest'
import { wilson } from './wilson.ts'

// Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857–872, table I, method 3.
it.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('gives the published interval of %i in %i', (count, of, low, high) => {
  const interval = wilson(count, of)
  expect([interval.low, interval.high].map((value) => Number(value.toFixed(4)))).toEqual([low, high])
})

it('knows nothing of nobody', () => { expect(wilson(0, 0)).toEqual({ rate: 0, low: 0, high: 1 }) })
