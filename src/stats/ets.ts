/**
 * Exponential smoothing in state-space form: error, trend and season each additive or multiplicative, the trend perhaps damped (30 models).
 *
 * Sources: Hyndman, Koehler, Snyder and Grose 2002, A state space framework for automatic forecasting using exponential smoothing methods, International Journal
 * of Forecasting 18, table 1; Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, tables 2.2 and 2.3. β here is the book's (β = α β*), γ too.
 */
export type Component = 'N' | 'A' | 'M'

export interface EtsModel {
  readonly error: 'A' | 'M'
  readonly trend: Component
  readonly damped: boolean
  readonly season: Component
  /** Steps in a season; 1 where the season is N. */
  readonly period: number
}

/** `ETS(M,Ad,M)`. */
export const nameOf = ({ error, trend, damped, season }: EtsModel): string => `ETS(${error},${trend}${damped ? 'd' : ''},${season})`

/** Shares by which level (α), slope (β) and season (γ) follow an error, and the damping φ: 0, 0 and 1 where the model has none. */
export interface EtsParameters { readonly alpha: number, readonly beta: number, readonly gamma: number, readonly phi: number }

/** `season[i]`: the figure of the step that is i after the state's own, i from 0 to period − 1. */
export interface EtsState { readonly level: number, readonly slope: number, readonly season: Float64Array }

export interface EtsRun {
  /** n ln Σ e², plus 2 Σ ln |forecast| where errors are multiplicative: minus twice the log-likelihood, up to a constant. */
  readonly deviance: number
  readonly squares: number
  readonly level: number
  readonly slope: number
}

/** What a run leaves on its way, where it is wanted: the forecasts one step ahead, and the errors (relative where they are multiplicative). */
export interface EtsTrace { readonly fitted: Float64Array, readonly errors: Float64Array }

const tiny = 1e-10
const beyond = 1e10

/** Runs the model along the series from its first state. The start's `season` is worked in place, without turning: `stateAfter` gives the state at the end. */
export function runEts(model: EtsModel, { alpha, beta, gamma, phi }: EtsParameters, start: EtsState, series: Float64Array, trace?: EtsTrace): EtsRun {
  const n = series.length
  const season = start.season
  const m = model.period
  const growth = model.trend === 'N' ? 0 : beta / alpha
  const [added, multiplied] = [model.trend === 'A', model.trend === 'M']
  const [plus, times] = [model.season === 'A', model.season === 'M']
  const relative = model.error === 'M'
  let [level, slope] = [start.level, start.slope]
  let squares = 0
  let [product, logs] = [1, 0]
  for (let i = 0, phase = 0; i < n; i += 1) {
    const y = series[i] ?? 0
    const push = added ? phi * slope : multiplied ? slope ** phi : 0
    const q = added ? level + push : multiplied ? level * push : level
    const figure = plus || times ? season[phase] ?? 0 : 0
    const forecast = plus ? q + figure : times ? q * figure : q
    const error = relative ? (y - forecast) / (Math.abs(forecast) < tiny ? forecast + tiny : forecast) : y - forecast
    squares += error * error
    if (relative) {
      product *= Math.abs(forecast)
      if (product > 1e150 || product < 1e-150) { logs += Math.log(product); product = 1 }
    }
    if (trace) { trace.fitted[i] = forecast; trace.errors[i] = error }
    const bare = plus ? y - figure : times ? (Math.abs(figure) < tiny ? beyond : y / figure) : y
    const before = level
    level = q + alpha * (bare - q)
    if (added) slope = push + growth * (level - before - push)
    else if (multiplied) slope = push + growth * ((Math.abs(before) < tiny ? beyond : level / before) - push)
    if (plus) season[phase] = figure + gamma * (y - q - figure)
    else if (times) season[phase] = figure + gamma * ((Math.abs(q) < tiny ? beyond : y / q) - figure)
    phase = phase + 1 === m ? 0 : phase + 1
  }
  return { deviance: n * Math.log(squares) + (relative ? 2 * (logs + Math.log(product)) : 0), squares, level, slope }
}

/** The state after a run of `steps`, its season turned so that the next step's figure comes first. */
export const stateAfter = ({ level, slope }: EtsRun, season: Float64Array, steps: number): EtsState => ({ level, slope, season: season.map((_, i) => season[(steps + i) % season.length] ?? 0) })

/** The point forecasts from a state: what comes if every later error is nought. */
export function etsPoints(model: EtsModel, { phi }: EtsParameters, { level, slope, season }: EtsState, horizon: number): Float64Array {
  let [reach, share] = [0, 1]
  return Float64Array.from({ length: horizon }, (_, i) => {
    share *= phi
    reach += share
    const trend = model.trend === 'A' ? level + reach * slope : model.trend === 'M' ? level * slope ** reach : level
    const figure = season[i % model.period] ?? 0
    return model.season === 'A' ? trend + figure : model.season === 'M' ? trend * figure : trend
  })
}
