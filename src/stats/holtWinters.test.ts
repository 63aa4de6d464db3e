import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '#test/sharedData.ts'
import { isForecast } from './forecast.ts'
import { naiveScale, scoreForecast } from './forecastScoring.ts'
import { classicalSmoothing, fitSmoothing, smooth, type Form } from './holtWinters.ts'

const folder = sharedData()
const series = (name: string): Float64Array => Float64Array.from(readFileSync(join(folder ?? '', 'r_datasets_ts', `${name}.csv`), 'utf8').trim().split('\n').slice(1), (line) => Number(line.split(',')[3]))

interface Printed { readonly alpha: number, readonly beta: number, readonly gamma: number, readonly squares: number, readonly level: number, readonly slope: number, readonly figure?: number }
/** Source: R 4.2.2, `HoltWinters` (references/forecast_base_r.json; co2 as printed on its help page). */
const classics: readonly (readonly [string, () => Float64Array, Form, Printed])[] = [
  ['co2', () => series('co2'), { trend: true, season: 'additive', period: 12 }, { alpha: 0.51264844361, beta: 0.00949766903573, gamma: 0.472886788091, squares: 43.1298613677, level: 364.761623669, slope: 0.124743804238, figure: 0.221527460064 }],
  ['AirPassengers, multiplicative', () => series('AirPassengers'), { trend: true, season: 'multiplicative', period: 12 }, { alpha: 0.275592474736, beta: 0.0326929527337, gamma: 0.870729222265, squares: 16570.777867, level: 469.323220567, slope: 3.02153914013, figure: 0.946461079873 }],
  ['UKgas, in decimal logarithms', () => series('UKgas').map(Math.log10), { trend: true, season: 'additive', period: 4 }, { alpha: 0.0290224931808, beta: 1, gamma: 0.724602673088, squares: 0.21121602534, level: 2.76068186743, slope: 0.00970287622306, figure: 0.330987623756 }],
  ['Nile', () => series('Nile'), { trend: false, season: 'none', period: 1 }, { alpha: 0.246557877458, beta: 0, gamma: 0, squares: 2038871.83289, level: 805.038857706, slope: 0 }],
  ['BJsales', () => series('BJsales'), { trend: true, season: 'none', period: 1 }, { alpha: 1, beta: 0.25206112084, gamma: 0, squares: 276.75761011, level: 262.7, slope: 0.283685367379 }]
]

describe.skipIf(folder === undefined)('classical smoothing, as R’s HoltWinters has it', () => {
  it.each(classics)('%s: state and squares at R’s shares', (_, data, form, printed) => {
    const { squares, level, slope, season } = smooth(data(), form, printed)
    expect(Math.abs(squares / printed.squares - 1)).toBeLessThan(1e-11)
    expect([level, slope]).toEqual([expect.closeTo(printed.level, 8), expect.closeTo(printed.slope, 10)])
    if (printed.figure !== undefined) expect(season[0]).toBeCloseTo(printed.figure, 10)
  })

  it.each(classics)('%s: our own search ends as low or lower, and near', (_, data, form, printed) => {
    const { squares, shares, converged, boundary } = fitSmoothing(data(), form)
    expect(converged).toBe(true)
    expect(squares).toBeLessThanOrEqual(printed.squares * (1 + 1e-9))
    expect(shares).toEqual({ alpha: expect.closeTo(printed.alpha, 4), beta: expect.closeTo(printed.beta, 3), gamma: expect.closeTo(printed.gamma, 3) })
    expect(boundary).toEqual(printed.alpha === 1 ? ['alpha'] : printed.beta === 1 ? ['beta'] : [])
  })

  it('AirPassengers, last 24 months held out: sMAPE 7.595, MASE 1.1502', () => {
    const [before, after] = [series('AirPassengers').slice(0, 120), series('AirPassengers').slice(120)]
    const answer = classicalSmoothing({ trend: true, season: 'multiplicative' })(before, { period: 12, horizon: 24, level: 0.95 })
    if (!isForecast(answer)) throw new Error(answer.failure)
    const { smape, mase, rmse } = scoreForecast(answer, after, naiveScale(before, 12))
    expect([smape, mase, rmse]).toEqual([expect.closeTo(7.59532, 3), expect.closeTo(1.15017, 4), expect.closeTo(36.61426, 2)])
  })
})

it('names what it cannot do', () => {
  const winters = classicalSmoothing({ trend: true, season: 'multiplicative' })
  expect(winters([1, 2, 3, 4, 5, 6, 7, 8, 9], { period: 4, horizon: 1 })).toEqual({ failure: 'too-short', needs: 11 })
  expect(winters([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 4], { period: 4, horizon: 1 })).toEqual({ failure: 'not-positive' })
  expect(winters([1, 2, 3, 4, 5, 6, 7, 8, 9, Number.NaN, 4], { period: 4, horizon: 1 })).toEqual({ failure: 'missing-values' })
  expect(() => winters([1, 2, 3], { period: 1, horizon: 1 })).toThrow(RangeError)
})

it('the interval holds the point and widens', () => {
  const wave = Array.from({ length: 40 }, (_, i) => 50 + i + 9 * Math.sin((Math.PI * i) / 2) + ((i * 7_919) % 13))
  const answer = classicalSmoothing({ trend: true, season: 'additive' })(wave, { period: 4, horizon: 12 })
  if (!isForecast(answer)) throw new Error(answer.failure)
  for (let i = 1; i < 12; i += 1) expect((answer.high[i] ?? 0) - (answer.low[i] ?? 0)).toBeGreaterThanOrEqual((answer.high[i - 1] ?? 0) - (answer.low[i - 1] ?? 0))
})
