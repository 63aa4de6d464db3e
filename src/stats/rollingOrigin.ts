/**
 * What a method would have said at moments of the past, knowing only what was known then (Tashman 2000, Out-of-sample tests of forecasting accuracy,
 * International Journal of Forecasting 16): each origin's forecast is made from the values before it and scored on those after.
 */
import { isForecast, type Forecaster, type ForecastOptions, type NoForecast } from './forecast.ts'
import { naiveScale, scoreForecast, type ForecastScores } from './forecastScoring.ts'

export interface RollingOptions extends ForecastOptions {
  /** How many origins, the last one `horizon` steps before the end. */
  readonly origins: number
  /** Steps from one origin to the next, 1 by default. */
  readonly stride?: number
}

export interface Rolling {
  /** The mean over origins of each score. RMSE is the root of the mean square over all, WAPE from all errors and all values together. */
  readonly scores: ForecastScores
  /** The mean absolute error 1 … horizon steps ahead. */
  readonly byStep: Float64Array
  /** Origins where the method gave a forecast. */
  readonly origins: number
  /** Why it gave none at the others. */
  readonly failures: readonly NoForecast[]
}

/** Undefined where no origin gave a forecast. Origins before the fourth value are left out. */
export function rollingOrigin(method: Forecaster, series: ArrayLike<number>, { origins, stride = 1, ...options }: RollingOptions): Rolling | undefined {
  const { horizon, period } = options
  const values = Float64Array.from(series)
  const cuts = Array.from({ length: origins }, (_, i) => values.length - horizon - (origins - 1 - i) * stride).filter((cut) => cut >= 4)
  const failures: NoForecast[] = []
  const rounds: { readonly scores: ForecastScores, readonly errors: Float64Array, readonly size: number }[] = []
  for (const cut of cuts) {
    const [before, after] = [values.subarray(0, cut), values.subarray(cut, cut + horizon)]
    const forecast = method(before, options)
    if (!isForecast(forecast)) { failures.push(forecast); continue }
    rounds.push({
      scores: scoreForecast(forecast, after, naiveScale(before, period)), errors: forecast.mean.map((one, i) => Math.abs(one - (after[i] ?? 0))),
      size: after.reduce((sum, one) => sum + Math.abs(one), 0)
    })
  }
  if (rounds.length === 0) return undefined
  const mean = (of: (scores: ForecastScores) => number): number => rounds.reduce((sum, { scores }) => sum + of(scores), 0) / rounds.length
  const size = rounds.reduce((sum, one) => sum + one.size, 0)
  const mae = mean((one) => one.mae)
  return {
    scores: {
      bias: mean((one) => one.bias), mae, rmse: Math.sqrt(mean((one) => one.rmse ** 2)), smape: mean((one) => one.smape),
      wape: size === 0 ? Number.NaN : (100 * mae * horizon * rounds.length) / size, mase: mean((one) => one.mase), pinball: mean((one) => one.pinball), coverage: mean((one) => one.coverage)
    },
    byStep: Float64Array.from({ length: horizon }, (_, i) => rounds.reduce((sum, { errors }) => sum + (errors[i] ?? 0), 0) / rounds.length),
    origins: rounds.length, failures
  }
}
