import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { sharedData } from '#test/sharedData.ts'
import { isForecast } from './forecast.ts'
import { theta } from './theta.ts'
import { decomposed } from './stl.forecast.ts'
import { mstl, stl } from './stl.ts'

const folder = sharedData()

/** Source: R 4.2.2, stl(nottem, "periodic") (references/forecast_base_r.json). */
it.skipIf(folder === undefined)('nottem: season and trend as R’s stl has them, to ten digits', () => {
  const nottem = Float64Array.from(readFileSync(join(folder ?? '', 'r_datasets_ts', 'nottem.csv'), 'utf8').trim().split('\n').slice(1), (line) => Number(line.split(',')[3]))
  const { seasonal, trend, remainder } = stl(nottem, 12, { window: 'periodic' })
  const close = (values: readonly number[]) => values.map((one) => expect.closeTo(one, 9))
  expect(Array.from(seasonal.subarray(0, 12))).toEqual(close([-9.34719802748, -9.85524962155, -6.85330078896, -2.76347102217, 3.50135692407, 8.98330317782, 12.8452500959, 11.476381281, 7.44751140139, 0.473689894484, -6.43013085559, -9.4781422783]))
  expect(Array.from(trend.subarray(0, 6))).toEqual(close([49.6806726486, 49.545520817, 49.4103689855, 49.3286222518, 49.246875518, 49.2102708838]))
  for (const [i, one] of nottem.entries()) expect((seasonal[i] ?? 0) + (trend[i] ?? 0) + (remainder[i] ?? 0)).toBeCloseTo(one, 10)
})

const random = seededRandom(21)
const week = [0, -3, -1, 2, 6, 9, -13]
const days = Float64Array.from({ length: 3 * 364 }, (_, i) => 100 + 0.02 * i + (week[i % 7] ?? 0) + 12 * Math.sin((2 * Math.PI * i) / 364) + 0.5 * random.normal())

describe('several seasons', () => {
  it('finds the days of the week and of the year again, and the parts add up', () => {
    const parts = mstl(days, [364, 7, 7, 1, 5_000])
    expect(parts && [...parts.seasonal.keys()]).toEqual([7, 364])
    const [weekly, yearly] = [parts?.seasonal.get(7), parts?.seasonal.get(364)]
    for (let i = 0; i < days.length; i += 1) {
      expect((weekly?.[i] ?? 0) + (yearly?.[i] ?? 0) + (parts?.trend[i] ?? 0) + (parts?.remainder[i] ?? 0)).toBeCloseTo(days[i] ?? 0, 9)
      expect(Math.abs((weekly?.[i] ?? 0) - (week[i % 7] ?? 0))).toBeLessThan(1.5)
    }
    const largest = yearly?.indexOf(Math.max(...yearly.subarray(0, 364))) ?? 0
    expect(Math.abs(largest - 91)).toBeLessThan(30)
    expect(mstl(days.slice(0, 14), [7])).toBeUndefined()
  })

  it('forecasts both', () => {
    const answer = decomposed({ also: [364], rest: theta })(days.slice(0, -56), { period: 7, horizon: 56 })
    if (!isForecast(answer)) throw new Error(answer.failure)
    expect(answer.method).toBe('STL + Theta')
    const error = answer.mean.reduce((sum, one, i) => sum + Math.abs(one - (days[days.length - 56 + i] ?? 0)), 0) / 56
    expect(error).toBeLessThan(1.5)
  })

  it('one mad value moves a robust season less', () => {
    const mad = days.slice(0, 140)
    mad[70] = 900
    const off = (robust: boolean): number => stl(mad, 7, { window: 'periodic', robust }).seasonal.reduce((sum, one, i) => sum + Math.abs(one - (week[i % 7] ?? 0)), 0) / 140
    expect(off(true)).toBeLessThan(0.3 * off(false))
  })

  it('without two seasons the rest is all there is', () => {
    const answer = decomposed()(days.slice(0, 13), { period: 7, horizon: 3 })
    expect(isForecast(answer) && answer.method.startsWith('ETS')).toBe(true)
    expect(() => stl(days.slice(0, 14), 7, { window: 11 })).toThrow(RangeError)
  })
})
