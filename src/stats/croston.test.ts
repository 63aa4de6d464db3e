import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { croston, syntetosBoylan, teunter } from './croston.ts'
import { isForecast, type Forecaster } from './forecast.ts'

const options = { period: 1, horizon: 3 }
const meanOf = (method: Forecaster, series: ArrayLike<number>): number => { const answer = method(series, options); return isForecast(answer) ? answer.mean[0] ?? Number.NaN : Number.NaN }
/** Source: R forecast 8.20, croston() (references/forecast_base_r.json). */
const toy = [0, 0, 3, 0, 0, 0, 5, 0, 2, 0, 0, 1, 0, 0, 4, 0, 0, 0, 0, 6, 0, 1, 0, 0]

it('Croston as R has it; Syntetos–Boylan a twentieth below', () => {
  expect(meanOf(croston(), toy)).toBeCloseTo(0.994875121972, 11)
  expect(meanOf(syntetosBoylan(), toy)).toBeCloseTo(0.95 * 0.994875121972, 11)
})

it('finds the rate of demand that made the data, Croston a little above', () => {
  const random = seededRandom(3)
  const means = { croston: 0, boylan: 0, teunter: 0 }
  for (let run = 0; run < 200; run += 1) {
    const series = Array.from({ length: 400 }, () => (random.next() < 0.25 ? 1 + random.int(9) : 0))
    means.croston += meanOf(croston({ alpha: 0.2 }), series) / 200
    means.boylan += meanOf(syntetosBoylan({ alpha: 0.2 }), series) / 200
    means.teunter += meanOf(teunter({ alpha: 0.2, beta: 0.05 }), series) / 200
  }
  const truth = 0.25 * 5
  expect(means.croston).toBeGreaterThan(truth * 1.03)
  expect(Math.abs(means.boylan / truth - 1)).toBeLessThan(0.04)
  expect(Math.abs(means.teunter / truth - 1)).toBeLessThan(0.04)
})

it('an article that died: only Teunter–Syntetos–Babai forecasts that it sells no more', () => {
  const dead = [...toy, ...Array.from({ length: 60 }, () => 0)]
  expect(meanOf(croston(), dead)).toBeCloseTo(meanOf(croston(), toy), 12)
  expect(meanOf(teunter(), dead)).toBeLessThan(0.02)
})

it.each([['Croston', croston()], ['Syntetos–Boylan', syntetosBoylan()], ['Teunter–Syntetos–Babai', teunter()]])('%s: scales, holds its mean, and needs no demand', (_, method) => {
  fc.assert(fc.property(fc.array(fc.constantFrom(0, 0, 0, 1, 2, 7), { minLength: 2, maxLength: 60 }), (series) => {
    const [answer, tripled] = [method(series, options), method(series.map((one) => 3 * one), options)]
    if (!isForecast(answer) || !isForecast(tripled)) throw new Error('no forecast')
    for (let i = 0; i < 3; i += 1) {
      expect(tripled.mean[i]).toBeCloseTo(3 * (answer.mean[i] ?? 0), 9)
      expect(answer.low[i]).toBeLessThanOrEqual(answer.mean[i] ?? 0)
      expect(answer.high[i]).toBeGreaterThanOrEqual(answer.mean[i] ?? 0)
    }
  }))
  expect(meanOf(method, [0, 0, 0])).toBe(0)
  expect(method([1, -1], options)).toEqual({ failure: 'not-positive' })
  expect(method([1], options)).toEqual({ failure: 'too-short', needs: 2 })
})

it('refuses a share that is none', () => { expect(() => croston({ alpha: 0 })).toThrow(RangeError) })
