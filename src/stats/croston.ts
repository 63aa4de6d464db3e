/**
 * Demand that is mostly nought: sizes and the waits between them (or the chance of any) are smoothed apart.
 *
 * `croston`: size ÷ wait (Croston 1972, Forecasting and stock control for intermittent demands, Operational Research Quarterly 23), a little too high on average.
 * `syntetosBoylan`: that × (1 − α/2), which takes the bias off (Syntetos and Boylan 2005, International Journal of Forecasting 21).
 * `teunter`: the chance of a demand is smoothed in every step, so that an article that died is forecast to sell nothing (Teunter, Syntetos and Babai 2011, European Journal of Operational Research 214).
 *
 * The mean is the same at all steps. The interval is that of one step's demand: nought, or one of the sizes seen; it is stretched to hold the mean, which may be
 * less often reached than the level says, and does not widen.
 */
import { unusable, type Forecast, type Forecaster, type NoForecast } from './forecast.ts'

export interface IntermittentOptions {
  /** The share by which sizes and waits follow the newest, 0.1 by default. */
  readonly alpha?: number
}

interface Demands { readonly sizes: readonly number[], readonly waits: readonly number[] }

/** A wait counts the steps from one demand to the next, the first from before the series. */
function demandsIn(series: ArrayLike<number>): Demands {
  const at = Array.from(series, (one, i) => ({ one, i })).filter(({ one }) => one !== 0)
  return { sizes: at.map(({ one }) => one), waits: at.map(({ i }, k) => i - (at[k - 1]?.i ?? -1)) }
}

const smoothed = (values: readonly number[], share: number): number => values.reduce((level, one) => level + share * (one - level), values[0] ?? 0)

/** Makes a forecaster of demands at steps; negative values are refused. Without any demand it forecasts none. */
function intermittent(method: string, alpha: number, rateOf: (series: ArrayLike<number>, demands: Demands) => { readonly size: number, readonly chance: number }): Forecaster {
  if (!(alpha > 0 && alpha <= 1)) throw new RangeError(`a share of ${alpha}`)
  return (series, options): Forecast | NoForecast => {
    const { horizon, level = 0.8 } = options
    const reason = unusable(series, options, 2)
    if (reason) return reason
    if (Array.from(series).some((one) => one < 0)) return { failure: 'not-positive' }
    const demands = demandsIn(series)
    const { size, chance } = demands.sizes.length === 0 ? { size: 0, chance: 0 } : rateOf(series, demands)
    const mean = size * chance
    const sorted = demands.sizes.toSorted((a, b) => a - b)
    const quantileAt = (p: number): number => {
      const beyond = chance > 0 ? (p - (1 - Math.min(1, chance))) / Math.min(1, chance) : -1
      return beyond <= 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.ceil(beyond * sorted.length - 1e-12) - 1)] ?? 0
    }
    const all = (value: number): Float64Array => new Float64Array(horizon).fill(value)
    return { mean: all(mean), low: all(Math.min(mean, quantileAt((1 - level) / 2))), high: all(Math.max(mean, quantileAt((1 + level) / 2))), level, method, converged: true }
  }
}

export const croston = ({ alpha = 0.1 }: IntermittentOptions = {}): Forecaster =>
  intermittent('Croston', alpha, (_, { sizes, waits }) => ({ size: smoothed(sizes, alpha), chance: 1 / smoothed(waits, alpha) }))

export const syntetosBoylan = ({ alpha = 0.1 }: IntermittentOptions = {}): Forecaster =>
  intermittent('Syntetos–Boylan', alpha, (_, { sizes, waits }) => ({ size: smoothed(sizes, alpha) * (1 - alpha / 2), chance: 1 / smoothed(waits, alpha) }))

/** `beta`: the share by which the chance follows each step, 0.1 by default. It begins at the chance that the first wait shows. */
export const teunter = ({ alpha = 0.1, beta = 0.1 }: IntermittentOptions & { readonly beta?: number } = {}): Forecaster =>
  intermittent('Teunter–Syntetos–Babai', alpha, (series, { sizes, waits }) => {
    let chance = 1 / (waits[0] ?? 1)
    for (let i = waits[0] ?? 0; i < series.length; i += 1) chance += beta * (Number(series[i] !== 0) - chance)
    return { size: smoothed(sizes, alpha), chance }
  })
