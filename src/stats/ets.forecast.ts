/** Forecasts of exponential smoothing: by one named model, or by the model that the series calls for. */
import { etsPoints, nameOf, type Component, type EtsModel } from './ets.ts'
import { etsNeeds, fitEts, type EtsFit } from './ets.fit.ts'
import { etsMoments } from './ets.intervals.ts'
import { longestSeason, selectEts } from './ets.select.ts'
import { simulateEts, type NormalDraw } from './ets.simulate.ts'
import { banded, unusable, type Forecast, type Forecaster, type ForecastOptions, type NoForecast } from './forecast.ts'
import { seasonalNaive } from './naive.ts'

/** The forecast of a fitted model. `draw` is used where the variance is not known in closed form: by default one that always draws the same. */
export function forecastOf(fit: EtsFit, { horizon, level = 0.8 }: ForecastOptions, draw?: NormalDraw): Forecast {
  const method = nameOf(fit.model)
  const moments = etsMoments(fit, horizon)
  if (moments) return banded({ mean: moments.mean, deviation: (h) => Math.sqrt(moments.variance[h - 1] ?? 0), level, method, converged: fit.converged })
  const { low, high } = simulateEts(fit, { horizon, level }, draw)
  return { mean: etsPoints(fit.model, fit.parameters, fit.last, horizon), low, high, level, method, converged: fit.converged }
}

/** ETS chosen by AICc among what the series allows; a season longer than `longestSeason` is left out, which the method's name shows. A constant goes on as it is. Needs five values. */
export const ets: Forecaster = (series, options) => {
  const reason = unusable(series, options, 5)
  if (reason) return reason
  if (isConstant(series)) return constant(series, options)
  const choice = selectEts(Float64Array.from(series), options.period)
  return choice ? forecastOf(choice.best, options) : { failure: 'nothing-fits' }
}

/** A forecaster of one model, with the period of the question where it has a season; nothing fits a season longer than `longestSeason`: take it out first (`decomposed` of stl.forecast.ts). */
export function etsOf({ error, trend = 'N', damped = false, season = 'N' }: { readonly error: 'A' | 'M', readonly trend?: Component, readonly damped?: boolean, readonly season?: Component }): Forecaster {
  return (series, options): Forecast | NoForecast => {
    const model: EtsModel = { error, trend, damped, season, period: season === 'N' ? 1 : options.period }
    if (season !== 'N' && options.period === 1) throw new RangeError('a season of one step')
    if (season !== 'N' && options.period > longestSeason) return { failure: 'nothing-fits' }
    const reason = unusable(series, options, season === 'N' ? etsNeeds(model) : Math.max(etsNeeds(model), options.period + 1))
    if (reason) return reason
    if (isConstant(series)) return constant(series, options)
    if ((error === 'M' || season === 'M' || trend === 'M') && !Array.from(series).every((one) => one > 0)) return { failure: 'not-positive' }
    const fit = fitEts(model, Float64Array.from(series))
    return fit ? forecastOf(fit, options) : { failure: 'nothing-fits' }
  }
}

/** Simple exponential smoothing. */
export const simpleSmoothing = etsOf({ error: 'A' })
/** Holt's linear trend. */
export const holt = etsOf({ error: 'A', trend: 'A' })
/** Holt's trend that flattens (Gardner and McKenzie 1985). */
export const dampedHolt = etsOf({ error: 'A', trend: 'A', damped: true })
/** Holt–Winters with an additive season. */
export const holtWintersAdditive = etsOf({ error: 'A', trend: 'A', season: 'A' })
/** Holt–Winters with a multiplicative season. */
export const holtWintersMultiplicative = etsOf({ error: 'M', trend: 'A', season: 'M' })

const isConstant = (series: ArrayLike<number>): boolean => Array.from(series).every((one) => one === series[0])
const constant = (series: ArrayLike<number>, options: ForecastOptions): Forecast | NoForecast => {
  const answer = seasonalNaive(series, { ...options, period: 1 })
  return 'mean' in answer ? { ...answer, method: 'constant' } : answer
}
