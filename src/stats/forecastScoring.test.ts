import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { combine } from './combination.ts'
import { isForecast, type Forecaster } from './forecast.ts'
import { naiveScale, pinballLoss, scoreForecast } from './forecastScoring.ts'
import { fillGaps } from './gaps.ts'
import { drift, naive, seasonalNaive } from './naive.ts'
import { rollingOrigin } from './rollingOrigin.ts'

const of = (...values: number[]): Float64Array => Float64Array.from(values)

describe('scores', () => {
  it('by hand', () => {
    const forecast = { mean: of(10, 20, 30), low: of(8, 12, 20), high: of(12, 28, 40), level: 0.8 }
    const scores = scoreForecast(forecast, [11, 30, 30], 4)
    expect(scores).toEqual({
      bias: -11 / 3, mae: 11 / 3, rmse: Math.sqrt(101 / 3), smape: expect.closeTo((200 / 21 + 2_000 / 50) / 3, 12), wape: expect.closeTo(1_100 / 71, 12), mase: expect.closeTo(11 / 12, 12),
      pinball: expect.closeTo(((0.1 * 3 + 0.1 * 1) / 2 + (0.1 * 18 + 0.9 * 2) / 2 + (0.1 * 10 + 0.1 * 10) / 2) / 3, 12), coverage: expect.closeTo(200 / 3, 12)
    })
  })

  it('what cannot be formed is NaN, and noughts that were forecast are no error', () => {
    const scores = scoreForecast({ mean: of(0), low: of(0), high: of(0), level: 0.8 }, [0], 0)
    expect([scores.smape, scores.wape, scores.mase]).toEqual([0, Number.NaN, Number.NaN])
    expect([naiveScale([1], 1), naiveScale([1, 3], 12), naiveScale([1, 3, 2, 7], 2)]).toEqual([Number.NaN, 2, 2.5])
    expect(() => scoreForecast({ mean: of(1), low: of(1), high: of(1), level: 0.8 }, [1, 2], 1)).toThrow(RangeError)
  })

  it('the pinball loss is least at the quantile', () => {
    const random = seededRandom(4)
    const values = Array.from({ length: 4_001 }, () => random.normal())
    const loss = (q: number): number => values.reduce((sum, one) => sum + pinballLoss(one, q, 0.9), 0)
    const best = Array.from({ length: 61 }, (_, i) => 0.5 + i / 40).reduce((one, other) => (loss(other) < loss(one) ? other : one))
    expect(Math.abs(best - 1.2816)).toBeLessThan(0.1)
  })
})

describe('rolling origins', () => {
  const series = Array.from({ length: 40 }, (_, i) => 3 * i + (i % 4 === 0 ? 10 : 0))

  it('knows nothing of what comes after', () => {
    const seen: number[] = []
    const spy: Forecaster = (before, options) => { seen.push(before.length); return naive(before, options) }
    const answer = rollingOrigin(spy, series, { period: 4, horizon: 3, origins: 4, stride: 2 })
    expect(seen).toEqual([31, 33, 35, 37])
    expect([answer?.origins, answer?.failures]).toEqual([4, []])
  })

  it('drift is right on a line, the naive method late by its slope', () => {
    const line = Array.from({ length: 30 }, (_, i) => 5 + 2 * i)
    expect(rollingOrigin(drift, line, { period: 1, horizon: 3, origins: 5 })?.scores).toMatchObject({ mae: 0, coverage: 100 })
    const late = rollingOrigin(naive, line, { period: 1, horizon: 3, origins: 5 })
    expect(Array.from(late?.byStep ?? [])).toEqual([2, 4, 6])
    expect(late?.scores).toMatchObject({ mae: 4, bias: -4, mase: 2 })
  })

  it('counts the origins without a forecast, and gives nothing where there is none at all', () => {
    const answer = rollingOrigin(seasonalNaive, series.slice(0, 15), { period: 12, horizon: 1, origins: 4 })
    expect([answer?.origins, answer?.failures]).toEqual([2, [{ failure: 'too-short', needs: 13 }, { failure: 'too-short', needs: 13 }]])
    expect(rollingOrigin(seasonalNaive, series.slice(0, 9), { period: 12, horizon: 1, origins: 3 })).toBeUndefined()
  })

  it('normal noise falls into the interval as often as its level says', () => {
    const random = seededRandom(77)
    let level = 0
    const walk = Array.from({ length: 900 }, () => (level += random.normal()))
    const coverage = rollingOrigin(naive, walk, { period: 1, horizon: 1, origins: 800, level: 0.8 })?.scores.coverage ?? 0
    expect(Math.abs(coverage - 80)).toBeLessThan(4)
  })
})

describe('combination', () => {
  const options = { period: 4, horizon: 5 }
  const series = [3, 9, 4, 8, 5, 11, 6, 10]

  it('the mean lies between, whatever the order; the median of three is one of them', () => {
    const methods = [naive, seasonalNaive, drift]
    const [forward, back] = [combine(methods)(series, options), combine(methods.toReversed())(series, options)]
    const [middle] = [combine(methods, 'median')(series, options)]
    const singles = methods.map((method) => method(series, options)).filter(isForecast)
    if (!isForecast(forward) || !isForecast(back) || !isForecast(middle)) throw new Error('no forecast')
    for (let i = 0; i < 5; i += 1) {
      const means = singles.map(({ mean }) => mean[i] ?? 0)
      expect(forward.mean[i]).toBeCloseTo(means.reduce((sum, one) => sum + one, 0) / 3, 12)
      expect(back.mean[i]).toBeCloseTo(forward.mean[i] ?? 0, 12)
      expect(middle.mean[i]).toBe(means.toSorted((a, b) => a - b)[1])
    }
  })

  it('leaves out who has no answer; says why where nobody has', () => {
    const answer = combine([naive, seasonalNaive])(series.slice(0, 3), options)
    expect(isForecast(answer) && answer.method).toBe('mean of naive')
    expect(combine([seasonalNaive])(series.slice(0, 3), options)).toEqual({ failure: 'too-short', needs: 5 })
    expect(() => combine([])).toThrow(RangeError)
  })
})

describe('gaps', () => {
  it('along a line, with the nearest value at the ends', () => {
    expect(fillGaps([Number.NaN, 2, Number.NaN, Number.NaN, 8, Number.NaN], 1)).toEqual({ values: of(2, 2, 4, 6, 8, 8), filled: 4 })
    expect(fillGaps([Number.NaN], 1)).toBeUndefined()
    expect(fillGaps([1, 2], 7)).toEqual({ values: of(1, 2), filled: 0 })
  })

  it('with the season on top; what was there stays to the bit', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 69 }), { maxLength: 8 }), (holes) => {
      const week = [0, 4, 1, 7, 9, -8, -13]
      const whole = Array.from({ length: 70 }, (_, i) => 50 + 0.1 * i + (week[i % 7] ?? 0))
      const { values, filled } = fillGaps(whole.map((one, i) => (holes.includes(i) ? Number.NaN : one)), 7) ?? { values: of(), filled: -1 }
      expect(filled).toBe(holes.length)
      for (const [i, one] of whole.entries()) {
        if (holes.includes(i)) expect(Math.abs((values[i] ?? 0) - one)).toBeLessThan(2)
        else expect(values[i]).toBe(one)
      }
    }), { numRuns: 40 })
  })
})
