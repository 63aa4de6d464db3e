/** The methods that compete. Another one is another entry here and a name in forecast.words.ts. */
import { ets, etsOf } from '#stats/ets.forecast.ts'
import { isForecast, type Forecast, type Forecaster } from '#stats/forecast.ts'
import { naive, seasonalNaive } from '#stats/naive.ts'
import { theta } from '#stats/theta.ts'

export interface Candidate {
  readonly name: string
  readonly run: Forecaster
  /** Sees the history without the effects of holidays and promotions, and gets them back afterwards. The yardsticks see it as it was. */
  readonly isAdjusted: boolean
}

export const benchmark: Candidate = { name: 'seasonal_naive', run: seasonalNaive, isAdjusted: false }

const seasonal = etsOf({ error: 'A', season: 'A' })
/** Smoothing with an additive season where there is a season, without one where there is none. */
const smoothing: Forecaster = (series, options) => (options.period > 1 ? seasonal : etsOf({ error: 'A' }))(series, options)

/** The mean of several: errors of different methods partly cancel (Bates and Granger 1969; Makridakis et al. 2018). */
const together = (forecasters: readonly Forecaster[]): Forecaster => (series, options) => {
  const answers = forecasters.map((run) => run(series, options))
  const found = answers.filter(isForecast)
  const [first] = answers
  if (found.length < forecasters.length || first === undefined || !isForecast(first)) return answers.find((answer) => !isForecast(answer)) ?? { failure: 'nothing-fits' }
  const mean = (of: (answer: Forecast) => Float64Array): Float64Array => of(first).map((_, s) => found.reduce((sum, answer) => sum + (of(answer)[s] ?? 0), 0) / found.length)
  return { mean: mean((answer) => answer.mean), low: mean((answer) => answer.low), high: mean((answer) => answer.high), level: first.level, method: 'mean', converged: found.every(({ converged }) => converged) }
}

export const candidates: readonly Candidate[] = [
  { name: 'naive', run: naive, isAdjusted: false },
  benchmark,
  { name: 'seasonal_naive_adjusted', run: seasonalNaive, isAdjusted: true },
  { name: 'smoothing_plain', run: smoothing, isAdjusted: false },
  { name: 'smoothing', run: smoothing, isAdjusted: true },
  { name: 'ets', run: ets, isAdjusted: true },
  { name: 'theta', run: theta, isAdjusted: true },
  { name: 'combination', run: together([smoothing, theta]), isAdjusted: true }
]
