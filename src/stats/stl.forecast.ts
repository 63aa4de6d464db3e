/**
 * Forecasts through a decomposition: what is left without the seasons goes on by a method of its own, the last figures of each season come back on top. For several
 * seasons at once, and for seasons too long for ETS. Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, section 5.7.
 */
import { ets } from './ets.forecast.ts'
import { isForecast, unusable, type Forecaster } from './forecast.ts'
import { mstl } from './stl.ts'

export interface DecomposedOptions {
  /** What forecasts the rest, with a period of 1; ETS by default. */
  readonly rest?: Forecaster
  /** Seasons besides the one of the question, for example 365 beside 7. */
  readonly also?: readonly number[]
  readonly robust?: boolean
}

/** Without two seasons and a step, the rest is all there is. The interval is the rest's: the seasons are taken as known. */
export function decomposed({ rest = ets, also = [], robust = false }: DecomposedOptions = {}): Forecaster {
  return (series, options) => {
    const reason = unusable(series, options, 2)
    if (reason) return reason
    const values = Float64Array.from(series)
    const parts = mstl(values, [options.period, ...also], { robust })
    if (!parts) return rest(values, { ...options, period: 1 })
    const answer = rest(values.map((one, i) => one - sum(parts.seasonal, (season) => season[i] ?? 0)), { ...options, period: 1 })
    if (!isForecast(answer)) return answer
    const figures = answer.mean.map((_, i) => sum(parts.seasonal, (season, period) => season[values.length - period + (i % period)] ?? 0))
    const topped = (side: Float64Array): Float64Array => side.map((one, i) => one + (figures[i] ?? 0))
    return { ...answer, mean: topped(answer.mean), low: topped(answer.low), high: topped(answer.high), method: `STL + ${answer.method}` }
  }
}

const sum = (seasonal: ReadonlyMap<number, Float64Array>, of: (season: Float64Array, period: number) => number): number => [...seasonal].reduce((all, [period, season]) => all + of(season, period), 0)
