/**
 * The forecasts that every other must beat: the mean, the last value, the last season, the last value with the average step.
 * Intervals by the methods' own models (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, table 5.2).
 */
import { banded, unusable, type Forecaster } from './forecast.ts'

const errors = (series: ArrayLike<number>, lag: number, step = 0): number[] => Array.from({ length: series.length - lag }, (_, i) => (series[i + lag] ?? 0) - (series[i] ?? 0) - step)
const squares = (values: readonly number[]): number => values.reduce((sum, one) => sum + one * one, 0)

/** The mean of the series, whenever. */
export const averageForecast: Forecaster = (series, options) => {
  const reason = unusable(series, options, 2)
  if (reason) return reason
  const n = series.length
  const values = Array.from(series)
  const mean = values.reduce((sum, one) => sum + one, 0) / n
  const sigma = Math.sqrt(squares(values.map((one) => one - mean)) / (n - 1))
  return banded({ mean: new Float64Array(options.horizon).fill(mean), deviation: () => sigma * Math.sqrt(1 + 1 / n), level: options.level, method: 'mean' })
}

/** The last value. Needs two. */
export const naive: Forecaster = (series, options) => {
  const reason = unusable(series, options, 2)
  if (reason) return reason
  const sigma = Math.sqrt(squares(errors(series, 1)) / (series.length - 1))
  return banded({ mean: new Float64Array(options.horizon).fill(series[series.length - 1] ?? 0), deviation: (h) => sigma * Math.sqrt(h), level: options.level, method: 'naive' })
}

/** The value one season ago. Needs one whole season and one step more; with a period of 1 it is `naive`. */
export const seasonalNaive: Forecaster = (series, options) => {
  const { period, horizon, level } = options
  const reason = unusable(series, options, period + 1)
  if (reason) return reason
  const n = series.length
  const sigma = Math.sqrt(squares(errors(series, period)) / (n - period))
  const mean = Float64Array.from({ length: horizon }, (_, i) => series[n - period + (i % period)] ?? 0)
  return banded({ mean, deviation: (h) => sigma * Math.sqrt(1 + Math.floor((h - 1) / period)), level, method: 'seasonal naive' })
}

/** The last value and the mean step from there: the line through the first and the last value. Needs three. */
export const drift: Forecaster = (series, options) => {
  const reason = unusable(series, options, 3)
  if (reason) return reason
  const n = series.length
  const last = series[n - 1] ?? 0
  const step = (last - (series[0] ?? 0)) / (n - 1)
  const sigma = Math.sqrt(squares(errors(series, 1, step)) / (n - 2))
  const mean = Float64Array.from({ length: options.horizon }, (_, i) => last + step * (i + 1))
  return banded({ mean, deviation: (h) => sigma * Math.sqrt(h * (1 + h / (n - 1))), level: options.level, method: 'drift' })
}
