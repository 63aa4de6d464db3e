/**
 * How good a forecast was, against what came. Shares are in per cent, as the field prints them; a score that cannot be formed (a division by nought) is NaN.
 * Sources: Hyndman and Koehler 2006, Another look at measures of forecast accuracy, International Journal of Forecasting 22 (MASE, sMAPE); Gneiting and Raftery 2007,
 * Strictly proper scoring rules, Journal of the American Statistical Association 102 (pinball, interval score).
 */
import type { Forecast } from './forecast.ts'

export interface ForecastScores {
  /** Mean of forecast − actual: above 0, too much was promised. */
  readonly bias: number
  readonly mae: number
  readonly rmse: number
  /** Mean of 200 |y − f| ÷ (|y| + |f|); a step where both are nought counts 0. */
  readonly smape: number
  /** 100 Σ |y − f| ÷ Σ |y|. */
  readonly wape: number
  /** Mean |y − f| ÷ the mean error of the seasonal naive forecast within the training series: below 1, better than that. */
  readonly mase: number
  /** Mean pinball loss of the interval's two ends at their quantiles: the lower, the better placed they are. */
  readonly pinball: number
  /** The share of actual values inside the interval, in per cent: near the level where the interval is honest. */
  readonly coverage: number
}

/** The mean |y_t − y_(t − period)| of a training series, with a lag of 1 where it is shorter than a season and a step. NaN for fewer than two values. */
export function naiveScale(training: ArrayLike<number>, period: number): number {
  const lag = training.length > period ? period : 1
  let sum = 0
  for (let i = lag; i < training.length; i += 1) sum += Math.abs((training[i] ?? 0) - (training[i - lag] ?? 0))
  return training.length > lag ? sum / (training.length - lag) : Number.NaN
}

/** Loss of calling `q` the quantile of probability `p` when `y` came: p (y − q) above it, (1 − p) (q − y) below. */
export const pinballLoss = (y: number, q: number, p: number): number => (y >= q ? p * (y - q) : (1 - p) * (q - y))

/** Scores the first `actual.length` steps of a forecast. Throws RangeError where there are none, or more than were forecast. */
export function scoreForecast(forecast: Pick<Forecast, 'mean' | 'low' | 'high' | 'level'>, actual: ArrayLike<number>, scale: number): ForecastScores {
  const n = actual.length
  if (n === 0 || n > forecast.mean.length) throw new RangeError(`${n} values came, ${forecast.mean.length} were forecast`)
  const tail = (1 - forecast.level) / 2
  let [bias, absolute, square, relative, size, pinball, inside] = [0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < n; i += 1) {
    const [y, f, low, high] = [actual[i] ?? Number.NaN, forecast.mean[i] ?? Number.NaN, forecast.low[i] ?? Number.NaN, forecast.high[i] ?? Number.NaN]
    const error = f - y
    bias += error
    absolute += Math.abs(error)
    square += error * error
    relative += error === 0 ? 0 : (200 * Math.abs(error)) / (Math.abs(y) + Math.abs(f))
    size += Math.abs(y)
    pinball += (pinballLoss(y, low, tail) + pinballLoss(y, high, 1 - tail)) / 2
    inside += Number(y >= low && y <= high)
  }
  return {
    bias: bias / n, mae: absolute / n, rmse: Math.sqrt(square / n), smape: relative / n, wape: size === 0 ? Number.NaN : (100 * absolute) / size,
    mase: scale > 0 ? absolute / n / scale : Number.NaN, pinball: pinball / n, coverage: (100 * inside) / n
  }
}
