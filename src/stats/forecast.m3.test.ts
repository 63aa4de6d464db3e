import { describe, expect, it } from 'vitest'
import { m3, type M3Series } from '#test/m3.ts'
import { sharedData } from '#test/sharedData.ts'
import { ets } from './ets.forecast.ts'
import { isForecast, type Forecast, type Forecaster } from './forecast.ts'
import { naiveScale, scoreForecast, type ForecastScores } from './forecastScoring.ts'
import { naive, seasonalNaive } from './naive.ts'
import { theta } from './theta.ts'

const folder = sharedData()
const must = (answer: ReturnType<Forecaster>): Forecast => { if (!isForecast(answer)) throw new Error(answer.failure); return answer }
const asked = ({ period, after }: M3Series, level = 0.95) => ({ period, horizon: after.length, level })
/** R's `naive` and `snaive` scale MASE by the seasonal naive error as well, yearly and other series by the naive one. */
const scored = (one: M3Series, forecast: Pick<Forecast, 'mean' | 'low' | 'high' | 'level'>): ForecastScores => scoreForecast(forecast, one.after, naiveScale(one.training, one.period))
const ofR = (mean: Float64Array): Pick<Forecast, 'mean' | 'low' | 'high' | 'level'> => ({ mean, low: mean, high: mean, level: 0.95 })
const average = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
const apart = (ours: Float64Array, theirs: Float64Array): number => ours.reduce((most, one, i) => Math.max(most, Math.abs(one / (theirs[i] ?? 0) - 1)), 0)

/** Source: references/m3_r_ets_theta.json and m3_r_ets_thetaf_forecasts.csv, R 4.2.2, forecast 8.20. */
describe.skipIf(folder === undefined)('M3 as R forecasts it', () => {
  const all = folder === undefined ? [] : m3(folder)

  it.each([['Theta', theta, 12.789749, 1.419238], ['seasonal naive', seasonalNaive, 15.186212, 1.764041], ['naive', naive, 15.701396, 1.787336]] as const)('%s on all 3,003 series: mean sMAPE and MASE', (_, method, smape, mase) => {
    const scores = all.map((one) => scored(one, must(method(one.training, asked(one)))))
    expect(scores).toHaveLength(3_003)
    // Theta is pinned at a hundredth of the 1 % that would do: a search that ends elsewhere on four series is all that is between.
    expect(Math.abs(average(scores.map((one) => one.smape)) / smape - 1)).toBeLessThan(method === theta ? 1e-5 : 1e-7)
    expect(Math.abs(average(scores.map((one) => one.mase)) / mase - 1)).toBeLessThan(method === theta ? 1e-5 : 1e-6)
  }, 240_000)

  it('Theta series by series: all but a few of 3,003 to a millionth', () => {
    const distances = all.map((one) => apart(must(theta(one.training, asked(one))).mean, one.byR.theta))
    expect(distances.filter((one) => one > 1e-6).length).toBeLessThanOrEqual(6)
    expect(distances.filter((one) => one > 0.01).length).toBeLessThanOrEqual(1)
  }, 240_000)

  it('ETS on every tenth of the 3,003 series (the whole is in `npm run bench -- stats`): the same models, and mean sMAPE and MASE within a thousandth', () => {
    const sample = all.filter((_, i) => i % 10 === 0)
    const forecasts = sample.map((one) => ({ one, answer: must(ets(one.training, asked(one))) }))
    expect(forecasts.filter(({ one, answer }) => answer.method === one.byR.model).length / sample.length).toBeGreaterThan(0.99)
    expect(forecasts.filter(({ one, answer }) => apart(answer.mean, one.byR.ets) < 1e-6).length / sample.length).toBeGreaterThan(0.9)
    const [ours, theirs] = [forecasts.map(({ one, answer }) => scored(one, answer)), sample.map((one) => scored(one, ofR(one.byR.ets)))]
    for (const score of ['smape', 'mase'] as const) expect(Math.abs(average(ours.map((one) => one[score])) / average(theirs.map((one) => one[score])) - 1)).toBeLessThan(1e-3)
    // Intervals of 95 % hold about 89 %: they know nothing of a wrong model. That is known of ETS on M3, and why the page shows what happened.
    const coverage = average(ours.map((one) => one.coverage))
    expect(coverage).toBeGreaterThan(85)
    expect(coverage).toBeLessThan(95)
  }, 240_000)
})
