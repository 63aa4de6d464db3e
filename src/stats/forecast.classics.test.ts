import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reference, sharedData } from '#test/sharedData.ts'
import { decompose } from './decomposition.ts'
import { nameOf, type EtsModel } from './ets.ts'
import { fitEts, fittedAt, type EtsFit } from './ets.fit.ts'
import { ets, forecastOf } from './ets.forecast.ts'
import { isForecast, type Forecast, type Forecaster } from './forecast.ts'
import { naiveScale, scoreForecast } from './forecastScoring.ts'
import { drift, naive, seasonalNaive } from './naive.ts'
import { theta } from './theta.ts'

const folder = sharedData()
const series = (name: string): Float64Array => Float64Array.from(readFileSync(join(folder ?? '', 'r_datasets_ts', `${name}.csv`), 'utf8').trim().split('\n').slice(1), (line) => Number(line.split(',')[3]))
interface Printed { readonly method: string, readonly par: number[], readonly loglik: number, readonly aicc: number, readonly bic: number, readonly sigma2: number, readonly forecast: number[], readonly lower80: number[], readonly upper80: number[], readonly lower95: number[], readonly upper95: number[] }
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const from = <T>(name: string, check: (value: unknown) => value is T): T => {
  const all = folder === undefined ? undefined : reference(folder, 'forecast_base_r.json')
  const value = isRecord(all) ? all[name] : undefined
  if (!check(value)) throw new Error(`no reference ${name}`)
  return value
}
const isPrinted = (value: unknown): value is Printed => isRecord(value) && typeof value['loglik'] === 'number'
const hasForecast = (value: unknown): value is { readonly forecast: number[], readonly lower95: number[], readonly upper95: number[] } => isRecord(value) && Array.isArray(value['forecast'])
const hasScores = (value: unknown): value is Record<string, { readonly sMAPE: number, readonly MASE: number, readonly RMSE: number }> => isRecord(value) && isRecord(value['naive'])
const must = (answer: ReturnType<Forecaster>): Forecast => { if (!isForecast(answer)) throw new Error(answer.failure); return answer }
const modelOf = (text: string, period: number): EtsModel => {
  const [, error, trend, damped, season] = /ETS\((.),(.)(d?),(.)\)/.exec(text) ?? []
  const component = (one: string | undefined) => (one === 'A' || one === 'M' ? one : 'N')
  return { error: error === 'M' ? 'M' : 'A', trend: component(trend), damped: damped === 'd', season: component(season), period: season === 'N' ? 1 : period }
}
/** Nine digits of a number that R printed with twelve. */
const same = (values: ArrayLike<number>, printed: readonly number[]): void => { for (const [i, one] of printed.entries()) expect(Math.abs((values[i] ?? Number.NaN) / one - 1)).toBeLessThan(2e-9) }

/** Source: R 4.2.2, forecast 8.20 (references/forecast_base_r.json). */
describe.skipIf(folder === undefined)('ETS on classic series, as R’s forecast has them', () => {
  it.each([
    ['ets_AirPassengers', 'AirPassengers', 12], ['ets_AirPassengers_MAM', 'AirPassengers', 12], ['ets_AirPassengers_AAA', 'AirPassengers', 12], ['ets_USAccDeaths', 'USAccDeaths', 12],
    ['ets_Nile_ANN', 'Nile', 1], ['ets_JJ', 'JohnsonJohnson', 4]
  ])('%s: likelihood, criteria and variance at R’s parameters, and the same found by our own search', (name, data, period) => {
    const printed = from(name, isPrinted)
    const model = modelOf(printed.method, period)
    expect(nameOf(model)).toBe(printed.method)
    const [there, own] = [fittedAt(model, series(data), printed.par), fitEts(model, series(data))]
    const figures = (fit: EtsFit | undefined): number[] => [fit?.logLikelihood ?? 0, fit?.aicc ?? 0, fit?.bic ?? 0, fit?.variance ?? 0]
    same(figures(there), [printed.loglik, printed.aicc, printed.bic, printed.sigma2])
    same(figures(own), [printed.loglik, printed.aicc, printed.bic, printed.sigma2])
    same(own === undefined ? [] : [own.parameters.alpha, ...(model.trend === 'N' ? [] : [own.parameters.beta])], printed.par.slice(0, model.trend === 'N' ? 1 : 2))
  })

  it.each([['ets_AirPassengers_MAM', 'AirPassengers', 12], ['ets_AirPassengers_AAA', 'AirPassengers', 12], ['ets_Nile_ANN', 'Nile', 1], ['ets_JJ', 'JohnsonJohnson', 4]])('%s: forecasts and intervals of classes 1, 2 and 3', (name, data, period) => {
    const printed = from(name, isPrinted)
    const fit = fitEts(modelOf(printed.method, period), series(data))
    for (const [level, low, high] of [[0.8, printed.lower80, printed.upper80], [0.95, printed.lower95, printed.upper95]] as const) {
      const answer = fit && forecastOf(fit, { period, horizon: printed.forecast.length, level })
      same(answer?.mean ?? [], printed.forecast)
      same(answer?.low ?? [], low)
      same(answer?.high ?? [], high)
    }
  })

  it('chooses the models that R chooses', () => {
    for (const [name, data, period] of [['ets_AirPassengers', 'AirPassengers', 12], ['ets_USAccDeaths', 'USAccDeaths', 12], ['ets_JJ', 'JohnsonJohnson', 4]] as const) {
      expect(must(ets(series(data), { period, horizon: 3 })).method).toBe(from(name, isPrinted).method)
    }
  })

  // Without a trend R lets γ into the variance one step early (c_11 of a season of 12); the book's table 6.2 has it from j = m on, which is h = 13.
  it('ets_USAccDeaths: forecasts all, intervals up to the eleventh step; at the twelfth R adds γ too soon', () => {
    const printed = from('ets_USAccDeaths', isPrinted)
    const fit = fitEts(modelOf(printed.method, 12), series('USAccDeaths'))
    const answer = fit && forecastOf(fit, { period: 12, horizon: 12, level: 0.95 })
    same(answer?.mean ?? [], printed.forecast)
    same(answer?.low ?? [], printed.lower95.slice(0, 11))
    const { alpha = 0, gamma = 0 } = fit?.parameters ?? {}
    const [ours, theirs] = [1 + 11 * alpha ** 2, 1 + 10 * alpha ** 2 + (alpha + gamma) ** 2]
    expect(((printed.upper95[11] ?? 0) - (printed.forecast[11] ?? 0)) / Math.sqrt(theirs / ours)).toBeCloseTo((answer?.high[11] ?? 0) - (answer?.mean[11] ?? 0), 4)
  })

  // For ETS(M,Ad,M) R 8.20 forecasts level + slope × (1 + φ + …), though it fits level + φ slope × (1 + φ + …). We forecast what is fitted.
  it('ets_AirPassengers: the damped slope starts damped, where R forgets it', () => {
    const printed = from('ets_AirPassengers', isPrinted)
    const fit = fitEts(modelOf(printed.method, 12), series('AirPassengers'))
    const { level = 0, slope = 0, season = new Float64Array() } = fit?.last ?? {}
    const phi = fit?.parameters.phi ?? 0
    const grown = (h: number): number => (1 - phi ** h) / (1 - phi)
    same(printed.forecast.map((_, i) => (level + slope * grown(i + 1)) * (season[i] ?? 0)), printed.forecast)
    const answer = fit && forecastOf(fit, { period: 12, horizon: 12, level: 0.95 })
    // The search ran out of tries, and both edges that it leans on are named.
    expect([answer?.converged, fit?.evaluations, fit?.boundary]).toEqual([false, 2_001, ['gamma', 'phi']])
    for (const [i, one] of printed.forecast.entries()) {
      expect(answer?.mean[i]).toBeCloseTo((level + phi * slope * grown(i + 1)) * (season[i] ?? 0), 8)
      expect(Math.abs((answer?.mean[i] ?? 0) / one - 1)).toBeLessThan(8e-4)
      expect(Math.abs((answer?.high[i] ?? 0) / (printed.upper95[i] ?? 0) - 1)).toBeLessThan(1.2e-3)
    }
  })
})

describe.skipIf(folder === undefined)('Theta and the plain methods, as R has them', () => {
  it.each([['theta_AirPassengers', 'AirPassengers', 12], ['theta_Nile', 'Nile', 1], ['theta_JJ', 'JohnsonJohnson', 4]])('%s', (name, data, period) => {
    const printed = from(name, hasForecast)
    const { mean, low, high } = must(theta(series(data), { period, horizon: printed.forecast.length, level: 0.95 }))
    same(mean, printed.forecast)
    same(low, printed.lower95)
    same(high, printed.upper95)
  })

  it('classical decomposition', () => {
    const figure = (name: string): number[] => from(name, (value): value is { readonly figure: number[] } => isRecord(value) && Array.isArray(value['figure'])).figure
    same(decompose(series('AirPassengers'), 12, 'multiplicative').figure, figure('decompose_AirPassengers_mult'))
    same(decompose(series('co2'), 12, 'additive').figure, figure('decompose_co2_add'))
  })

  it('AirPassengers, last 24 months held out', () => {
    const printed = from('holdout24_AirPassengers', hasScores)
    const [before, after] = [series('AirPassengers').slice(0, 120), series('AirPassengers').slice(120)]
    for (const [name, method] of [['naive', naive], ['snaive', seasonalNaive], ['drift', drift], ['theta', theta]] as const) {
      const { smape, mase, rmse } = scoreForecast(must(method(before, { period: 12, horizon: 24 })), after, naiveScale(before, 12))
      same([smape, mase, rmse], [printed[name]?.sMAPE ?? 0, printed[name]?.MASE ?? 0, printed[name]?.RMSE ?? 0])
    }
    // ETS(M,Ad,M) again, with R's undamped first step.
    const own = scoreForecast(must(ets(before, { period: 12, horizon: 24 })), after, naiveScale(before, 12))
    expect(Math.abs(own.smape / (printed['ets']?.sMAPE ?? 0) - 1)).toBeLessThan(0.02)
  })
})
