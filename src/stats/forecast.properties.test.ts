import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import type { EtsModel } from './ets.ts'
import { fittedAt } from './ets.fit.ts'
import { dampedHolt, ets, forecastOf, holt, holtWintersAdditive, holtWintersMultiplicative, simpleSmoothing } from './ets.forecast.ts'
import { isForecast, type Forecast, type Forecaster } from './forecast.ts'
import { averageForecast, drift, naive, seasonalNaive } from './naive.ts'
import { theta } from './theta.ts'

const additive: Readonly<Record<string, Forecaster>> = { averageForecast, naive, seasonalNaive, drift, simpleSmoothing, holt, dampedHolt, holtWintersAdditive }
const all: Readonly<Record<string, Forecaster>> = { ...additive, theta, ets, holtWintersMultiplicative }

/** Four years of quarters with a level, a slope and a season, positive. */
const quarters = (seed: number, n = 40): number[] => {
  const random = seededRandom(seed)
  const season = Array.from({ length: 4 }, () => random.normal() * 8)
  return Array.from({ length: n }, (_, i) => 120 + 0.7 * i + (season[i % 4] ?? 0) + random.normal() * 3)
}
const must = (answer: ReturnType<Forecaster>): Forecast => { if (!isForecast(answer)) throw new Error(answer.failure); return answer }
const seeds = fc.integer({ min: 1, max: 10_000 })
const options = { period: 4, horizon: 9, level: 0.9 }

describe('every method', () => {
  it.each(Object.entries(all))('%s: the interval holds the point and never narrows from season to season', (_, method) => {
    fc.assert(fc.property(seeds, (seed) => {
      const { mean, low, high } = must(method(quarters(seed), options))
      for (let i = 0; i < mean.length; i += 1) {
        expect(low[i]).toBeLessThanOrEqual(mean[i] ?? 0)
        expect(high[i]).toBeGreaterThanOrEqual(mean[i] ?? 0)
      }
      // A multiplicative season has wide and narrow quarters: the same quarter is compared, of rising series.
      if (method !== holtWintersMultiplicative && method !== ets) for (let i = 4; i < mean.length; i += 1) expect((high[i] ?? 0) - (low[i] ?? 0)).toBeGreaterThanOrEqual(((high[i - 4] ?? 0) - (low[i - 4] ?? 0)) * (1 - 1e-9))
    }), { numRuns: 15 })
  })

  it.each(Object.entries(all))('%s: a higher level is a wider interval about the same point', (_, method) => {
    const series = quarters(5)
    const [narrow, wide] = [must(method(series, { ...options, level: 0.5 })), must(method(series, { ...options, level: 0.95 }))]
    expect(wide.mean).toEqual(narrow.mean)
    for (let i = 0; i < 9; i += 1) expect(wide.low[i]).toBeLessThan(narrow.low[i] ?? 0)
  })

  it.each(Object.entries(all))('%s: a constant goes on', (_, method) => {
    const { mean, low, high } = must(method(new Float64Array(24).fill(17), options))
    for (const values of [mean, low, high]) for (const one of values) expect(one).toBeCloseTo(17, 9)
  })

  it.each(Object.entries(all))('%s: says what is missing, and refuses a question without sense', (_, method) => {
    expect(method([1], options)).toMatchObject({ failure: 'too-short', needs: expect.any(Number) })
    const short = method([1], options)
    if (!isForecast(short) && short.needs !== undefined) expect(isForecast(method(quarters(1, short.needs), { ...options, horizon: 2 }))).toBe(true)
    expect(method([...quarters(1), Number.NaN], options)).toEqual({ failure: 'missing-values' })
    expect(() => method(quarters(1), { ...options, horizon: 0 })).toThrow(RangeError)
    expect(() => method(quarters(1), { ...options, level: 1 })).toThrow(RangeError)
    expect(() => method(quarters(1), { ...options, period: 1.5 })).toThrow(RangeError)
  })

  it.each(Object.entries(all))('%s: says the same when asked again', (_, method) => {
    expect(method(quarters(8), options)).toEqual(method(quarters(8), options))
  })
})

describe('additive methods', () => {
  const changes = [[1, 1_000], [40, 0], [0.02, 7]] as const

  it.each(['N', 'A'].flatMap((trend) => ['N', 'A'].map((season) => [trend, season])))('ETS(A,%s,%s) with given shares: exactly so, what is added is added and what multiplies multiplies', (trend, season) => {
    const model: EtsModel = { error: 'A', trend: trend === 'A' ? 'A' : 'N', damped: false, season: season === 'A' ? 'A' : 'N', period: season === 'A' ? 4 : 1 }
    fc.assert(fc.property(seeds, fc.constantFrom(...changes), (seed, [times, plus]) => {
      const at = (by: number, more: number): number[] => [0.3, ...(trend === 'A' ? [0.05] : []), ...(season === 'A' ? [0.2] : []), 110 * by + more, ...(trend === 'A' ? [0.5 * by] : []), ...(season === 'A' ? [3 * by, -2 * by, 5 * by] : [])]
      const series = Float64Array.from(quarters(seed))
      const [plain, moved] = [forecastOf(fittedAt(model, series, at(1, 0)), options), forecastOf(fittedAt(model, series.map((one) => times * one + plus), at(times, plus)), options)]
      for (const side of ['mean', 'low', 'high'] as const) for (const [i, one] of plain[side].entries()) expect(Math.abs((moved[side][i] ?? 0) / (times * one + plus) - 1)).toBeLessThan(1e-9)
    }), { numRuns: 20 })
  })

  // The search (R's) steps by a tenth of the level in all directions, so another unit is another path, and where the likelihood has several tops it may end on another.
  it.each(Object.entries(additive))('%s: with its own search nearly so, seen beside the interval', (_, method) => {
    const apart = Array.from({ length: 12 }, (__, k) => quarters(k + 1)).flatMap((series) => changes.map(([times, plus]) => {
      const [plain, moved] = [must(method(series, options)), must(method(series.map((one) => times * one + plus), options))]
      return Math.max(...plain.mean.map((one, i) => Math.abs(((moved.mean[i] ?? 0) - plus) / times - one) / ((plain.high[i] ?? 0) - (plain.low[i] ?? 0))))
    })).toSorted((a, b) => a - b)
    expect(apart[18]).toBeLessThan(0.1)
    expect(apart.at(-1)).toBeLessThan(0.5)
  })

  it.each(Object.entries({ naive, seasonalNaive, drift, averageForecast }))('%s: exactly so, and scaled when scaled', (_, method) => {
    const series = quarters(3)
    const [plain, moved] = [must(method(series, options)), must(method(series.map((one) => 3 * one - 50), options))]
    for (const side of ['mean', 'low', 'high'] as const) expect(Array.from(moved[side])).toEqual(Array.from(plain[side], (one) => expect.closeTo(3 * one - 50, 8)))
  })
})

// To a hundred-thousandth: the search stops a hair apart.
it('theta: a scaled series has a scaled forecast', () => {
  const series = quarters(3)
  const [plain, scaled] = [must(theta(series, options)), must(theta(series.map((one) => one * 1_024), options))]
  for (const side of ['mean', 'low', 'high'] as const) expect(Array.from(scaled[side])).toEqual(Array.from(plain[side], (one) => expect.closeTo(1_024 * one, -1)))
})

it('shuffling a series destroys what Theta saw in it', () => {
  const random = seededRandom(9)
  const series = Array.from({ length: 60 }, (_, i) => 100 + 2 * i)
  const shuffled = series.map((one) => ({ one, at: random.next() })).toSorted((a, b) => a.at - b.at).map(({ one }) => one)
  const width = (values: number[]): number => { const { low, high } = must(theta(values, options)); return (high[0] ?? 0) - (low[0] ?? 0) }
  expect(width(shuffled)).toBeGreaterThan(5 * width(series))
})
