import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sharedData } from '#test/sharedData.ts'
import { etsOf, holtWintersAdditive } from './ets.forecast.ts'
import { fitEts } from './ets.fit.ts'
import { isForecast, type Forecaster } from './forecast.ts'
import { naiveScale, scoreForecast } from './forecastScoring.ts'
import { classicalSmoothing } from './holtWinters.ts'
import { averageForecast, naive, seasonalNaive } from './naive.ts'
import { decomposed } from './stl.forecast.ts'

const folder = sharedData()
const expectations: readonly (readonly [string, Forecaster, { readonly mae: number, readonly rmse: number, readonly wape: number, readonly mase: number, readonly bias: number }])[] = [
  ['naive', naive, { mae: 21422.0625, rmse: 34246.412575, wape: 49.316096, mase: 2.208098, bias: -6356.9075 }],
  ['seasonal naive', seasonalNaive, { mae: 18682.578214, rmse: 32405.080308, wape: 43.009482, mase: 1.925723, bias: -3566.914643 }],
  ['mean', averageForecast, { mae: 28038.338739, rmse: 39771.367731, wape: 64.547538, mase: 2.890077, bias: -21197.999668 }],
  ['ETS(A,N,A)', etsOf({ error: 'A', season: 'A' }), { mae: 14162.984657, rmse: 29140.473198, wape: 32.604849, mase: 1.459862, bias: -3098.597093 }],
  ['ETS(A,A,A)', holtWintersAdditive, { mae: 14577.62689, rmse: 28689.666523, wape: 33.559404, mase: 1.502602, bias: -759.207008 }],
  ['STL + ETS', decomposed(), { mae: 13230.770698, rmse: 28128.248624, wape: 30.458783, mase: 1.363773, bias: -4190.388507 }]
]

/** Source: references/retail_daily_r.json: revenue of 374 days (clean rows, days without sales are 0), period 7, the last 28 days held out; R 4.2.2, forecast 8.20. */
const days = (): Float64Array => Float64Array.from(readFileSync(join(folder ?? '', 'online_retail_uci', 'daily_revenue.csv'), 'utf8').trim().split('\n').slice(1), (line) => Number(line.split(',')[1]))

it.skipIf(folder === undefined).each(expectations)('Online Retail, daily revenue, last 28 days: %s', (_, method, printed) => {
  const series = days()
  expect(series).toHaveLength(374)
  const [before, after] = [series.slice(0, -28), series.slice(-28)]
  const answer = method(before, { period: 7, horizon: 28 })
  if (!isForecast(answer)) throw new Error(answer.failure)
  expect(scoreForecast(answer, after, naiveScale(before, 7))).toMatchObject(Object.fromEntries(Object.entries(printed).map(([name, value]) => [name, expect.closeTo(value, 5)])))
})

it.skipIf(folder === undefined)('Online Retail: the fit of ETS(A,N,A), and classical Holt–Winters as near as its optimum is sharp', () => {
  const [before, after] = [days().slice(0, -28), days().slice(-28)]
  const fit = fitEts({ error: 'A', trend: 'N', damped: false, season: 'A', period: 7 }, before)
  expect(fit?.logLikelihood).toBeCloseTo(-4249.71355234, 6)
  expect(fit?.parameters).toMatchObject({ alpha: expect.closeTo(0.1746157977, 8), gamma: expect.closeTo(0.07055714182, 8) })
  expect([fit?.start.level, fit?.start.season[6]]).toEqual([expect.closeTo(29984.96655, 3), expect.closeTo(9005.819488, 3)])
  const answer = classicalSmoothing({ trend: true, season: 'additive' })(before, { period: 7, horizon: 28 })
  expect(isForecast(answer) && Math.abs(scoreForecast(answer, after, 1).wape / 33.35652 - 1)).toBeLessThan(2e-4)
})
