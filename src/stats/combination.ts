/**
 * Several methods together: often better than the best of them, and seldom much worse (Bates and Granger 1969, The combination of forecasts, Operational Research
 * Quarterly 20; the ends of intervals are combined like the points: Lichtendahl, Grushka-Cockayne and Winkler 2013, Management Science 59).
 */
import { isForecast, type Forecast, type Forecaster, type NoForecast } from './forecast.ts'

const average = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** The mean or the median, step by step, of what the methods say that have an answer; the first reason where none has. Throws RangeError without methods. */
export function combine(methods: readonly Forecaster[], by: 'mean' | 'median' = 'mean'): Forecaster {
  if (methods.length === 0) throw new RangeError('nothing to combine')
  return (series, options): Forecast | NoForecast => {
    const answers = methods.map((method) => method(series, options))
    const forecasts = answers.filter(isForecast)
    const [first] = forecasts
    if (!first) return answers.find((answer) => !isForecast(answer)) ?? { failure: 'nothing-fits' }
    const of = (side: 'mean' | 'low' | 'high'): Float64Array => first.mean.map((_, i) => (by === 'mean' ? average : median)(forecasts.map((one) => one[side][i] ?? 0)))
    return { mean: of('mean'), low: of('low'), high: of('high'), level: first.level, method: `${by} of ${forecasts.map(({ method }) => method).join(', ')}`, converged: forecasts.every(({ converged }) => converged) }
  }
}
