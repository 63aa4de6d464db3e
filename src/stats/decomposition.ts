/**
 * Classical decomposition by moving averages, additive or multiplicative, and whether there is a season at all.
 * Source: Kendall and Stuart 1983, The Advanced Theory of Statistics, volume 3, pages 410–414, as R's `decompose` has it; the test of
 * seasonality: Assimakopoulos and Nikolopoulos 2000, The theta model, International Journal of Forecasting 16, section 3.
 */
export interface Decomposition {
  /** The trend by a centred moving average; NaN for the first and last half season. */
  readonly trend: Float64Array
  /** The season's figure of every step, repeated along the series: sums to 0 over a season (additive) or averages 1 (multiplicative). */
  readonly seasonal: Float64Array
  /** The figure of one season, from the season of the first value. */
  readonly figure: Float64Array
}

/** Throws RangeError on less than two whole seasons. */
export function decompose(series: ArrayLike<number>, period: number, kind: 'additive' | 'multiplicative'): Decomposition {
  const n = series.length
  if (period < 2 || n < 2 * period) throw new RangeError(`${n} values are less than two seasons of ${period}`)
  const trend = movingAverage(series, period)
  const figure = new Float64Array(period)
  for (let phase = 0; phase < period; phase += 1) {
    let [sum, count] = [0, 0]
    for (let i = phase; i < n; i += period) {
      const level = trend[i] ?? Number.NaN
      if (Number.isNaN(level)) continue
      sum += kind === 'additive' ? (series[i] ?? 0) - level : (series[i] ?? 0) / level
      count += 1
    }
    figure[phase] = sum / count
  }
  const mean = figure.reduce((sum, one) => sum + one, 0) / period
  for (let phase = 0; phase < period; phase += 1) figure[phase] = kind === 'additive' ? (figure[phase] ?? 0) - mean : (figure[phase] ?? 0) / mean
  return { trend, figure, seasonal: Float64Array.from({ length: n }, (_, i) => figure[i % period] ?? 0) }
}

/** Over one season; where the season is even, both ends weigh half. */
function movingAverage(series: ArrayLike<number>, period: number): Float64Array {
  const n = series.length
  const trend = new Float64Array(n).fill(Number.NaN)
  const half = Math.floor(period / 2)
  for (let i = half; i < n - half; i += 1) {
    let sum = 0
    for (let j = i - half; j <= i + half; j += 1) sum += (series[j] ?? 0) * (period % 2 === 0 && Math.abs(j - i) === half ? 0.5 : 1)
    trend[i] = sum / period
  }
  return trend
}

/** Autocorrelations at lags 1 … most, about the mean of the whole; NaN for a constant series. */
export function autocorrelations(series: ArrayLike<number>, most: number): Float64Array {
  const n = series.length
  const mean = Array.from(series).reduce((sum, one) => sum + one, 0) / n
  const about = Float64Array.from(series, (one) => one - mean)
  const product = (lag: number): number => {
    let sum = 0
    for (let i = lag; i < n; i += 1) sum += (about[i] ?? 0) * (about[i - lag] ?? 0)
    return sum
  }
  const whole = product(0)
  return Float64Array.from({ length: most }, (_, i) => product(i + 1) / whole)
}

/** Whether the autocorrelation at one season exceeds Bartlett's bound at 90 %: never so for a constant or for less than two seasons and a step. */
export function isSeasonal(series: ArrayLike<number>, period: number): boolean {
  const n = series.length
  if (period < 2 || n <= 2 * period) return false
  const r = autocorrelations(series, period)
  const before = r.subarray(0, period - 1).reduce((sum, one) => sum + one * one, 0)
  return Math.abs(r[period - 1] ?? Number.NaN) / Math.sqrt((1 + 2 * before) / n) > 1.6448536269514722
}
