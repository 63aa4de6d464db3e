/**
 * What every forecasting method takes and gives. A series is numbers at equal steps of time, oldest first, in any unit; the forecast is in the same unit.
 * Missing values (NaN) are refused by name, never guessed in silence: `fillGaps` of gaps.ts fills them openly, and the caller says so.
 */
import { normalQuantile } from './distributions.ts'

export interface ForecastOptions {
  /** Steps in a season: 12 for months of years, 7 for days of weeks, 1 for none. */
  readonly period: number
  /** How many steps ahead. */
  readonly horizon: number
  /** The share of futures that the interval is to hold, 0.8 by default. */
  readonly level?: number
}

export interface Forecast {
  /** The point forecast 1 … horizon steps ahead: the mean of what may come. */
  readonly mean: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly level: number
  /** What made it, in the field's own name: `ETS(M,Ad,M)`, `Theta`, `seasonal naive`. */
  readonly method: string
  /** False where an optimiser gave up: the forecast is its best so far. */
  readonly converged: boolean
}

/** Why there is no forecast. `needs`: the shortest series that would do. */
export interface NoForecast {
  readonly failure: 'too-short' | 'missing-values' | 'not-positive' | 'nothing-fits'
  readonly needs?: number
}

export type Forecaster = (series: ArrayLike<number>, options: ForecastOptions) => Forecast | NoForecast

export const isForecast = (answer: Forecast | NoForecast): answer is Forecast => 'mean' in answer

/** The reason a series cannot be used, or nothing. Throws RangeError where the question itself makes no sense. */
export function unusable(series: ArrayLike<number>, { period, horizon, level = 0.8 }: ForecastOptions, needs: number): NoForecast | undefined {
  if (!(Number.isInteger(period) && period >= 1)) throw new RangeError(`a season of ${period} steps`)
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw new RangeError(`${horizon} steps ahead`)
  if (!(level > 0 && level < 1)) throw new RangeError(`an interval of level ${level}`)
  if (series.length < needs) return { failure: 'too-short', needs }
  for (let i = 0; i < series.length; i += 1) if (!Number.isFinite(series[i])) return { failure: 'missing-values' }
  return undefined
}

export interface Banded {
  readonly mean: Float64Array
  /** The standard deviation of what comes at step h (from 1). */
  readonly deviation: (h: number) => number
  readonly level?: number | undefined
  readonly method: string
  readonly converged?: boolean
}

/** A forecast with the symmetric interval of normal errors. */
export function banded({ mean, deviation, level = 0.8, method, converged = true }: Banded): Forecast {
  const z = normalQuantile((1 + level) / 2)
  const half = mean.map((_, i) => z * deviation(i + 1))
  return { mean, low: mean.map((one, i) => one - (half[i] ?? 0)), high: mean.map((one, i) => one + (half[i] ?? 0)), level, method, converged }
}
