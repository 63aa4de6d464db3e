/**
 * The Theta method: simple exponential smoothing with a drift of half the slope of the line through the series, on what is left when a multiplicative season is taken out.
 * Sources: Assimakopoulos and Nikolopoulos 2000, The theta model, International Journal of Forecasting 16; Hyndman and Billah 2003, Unmasking the Theta method, the
 * same journal 19, equations 6–10 (the equivalence and the interval).
 */
import { decompose, isSeasonal } from './decomposition.ts'
import { fitEts } from './ets.fit.ts'
import { lineThrough } from './ets.start.ts'
import { banded, unusable, type Forecaster } from './forecast.ts'

/** Needs four values. A season is taken out where the series shows one (two seasons and a step at least) and none of its figures is near nought. */
export const theta: Forecaster = (series, options) => {
  const { period, horizon, level } = options
  const reason = unusable(series, options, 4)
  if (reason) return reason
  const n = series.length
  const figure = seasonOf(series, period)
  const bare = Float64Array.from(series, (one, i) => one / (figure[i % period] ?? 1))
  const smooth = smoothed(bare)
  if (!smooth) return { failure: 'nothing-fits' }
  const half = lineThrough(bare).slope / 2
  const alpha = Math.max(1e-10, smooth.alpha)
  const settled = (1 - (1 - alpha) ** n) / alpha
  const mean = Float64Array.from({ length: horizon }, (_, i) => (smooth.level + half * (i + settled)) * (figure[(n + i) % period] ?? 1))
  return banded({ mean, deviation: (h) => smooth.sigma * Math.sqrt(1 + (h - 1) * alpha * alpha), level, method: 'Theta', converged: smooth.converged })
}

function seasonOf(series: ArrayLike<number>, period: number): Float64Array {
  const none = new Float64Array(period).fill(1)
  if (!isSeasonal(series, period)) return none
  const { figure } = decompose(series, period, 'multiplicative')
  return figure.every((one) => Math.abs(one) >= 1e-4) ? figure : none
}

function smoothed(series: Float64Array): { readonly alpha: number, readonly level: number, readonly sigma: number, readonly converged: boolean } | undefined {
  const first = series[0] ?? 0
  if (series.every((one) => one === first)) return { alpha: 1, level: first, sigma: 0, converged: true }
  const fit = fitEts({ error: 'A', trend: 'N', damped: false, season: 'N', period: 1 }, series, 'squares')
  return fit && { alpha: fit.parameters.alpha, level: fit.last.level, sigma: Math.sqrt(fit.variance), converged: fit.converged }
}
