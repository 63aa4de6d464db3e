/** The methods that compete. Another one is another entry here and a name in forecast.words.ts. */
import { combine } from '#stats/combination.ts'
import { ets, etsOf } from '#stats/ets.forecast.ts'
import type { Forecaster } from '#stats/forecast.ts'
import { naive, seasonalNaive } from '#stats/naive.ts'
import { decomposed } from '#stats/stl.forecast.ts'
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

/** Seasons by local regression, the rest by ETS. */
const decomposition = decomposed()
/** With the season of the year beside that of the week: takes two whole years of days. */
const yearly: Forecaster = (series, options) => (options.period === 7 && series.length > 2 * 365 ? decomposed({ also: [365] })(series, options) : { failure: 'too-short', needs: 2 * 365 + 1 })

export const candidates: readonly Candidate[] = [
  { name: 'naive', run: naive, isAdjusted: false },
  benchmark,
  { name: 'seasonal_naive_adjusted', run: seasonalNaive, isAdjusted: true },
  { name: 'smoothing_plain', run: smoothing, isAdjusted: false },
  { name: 'smoothing', run: smoothing, isAdjusted: true },
  { name: 'ets', run: ets, isAdjusted: true },
  { name: 'theta', run: theta, isAdjusted: true },
  { name: 'stl', run: decomposition, isAdjusted: true },
  { name: 'stl_year', run: yearly, isAdjusted: true },
  { name: 'combination', run: combine([smoothing, theta, decomposition]), isAdjusted: true }
]
