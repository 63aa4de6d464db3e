/** One exponential smoothing model fitted to one series by maximum likelihood, over its shares and its first state together (Hyndman et al. 2002, section 2.5). */
import { isAllowed } from './ets.bounds.ts'
import { startOf } from './ets.start.ts'
import { runEts, stateAfter, type EtsModel, type EtsParameters, type EtsState } from './ets.ts'
import { descendPolytope } from './polytope.ts'

export interface EtsFit {
  readonly model: EtsModel
  readonly parameters: EtsParameters
  readonly start: EtsState
  /** The state after the last value. */
  readonly last: EtsState
  /** ln L up to a constant that is the same for all models of the series. */
  readonly logLikelihood: number
  /** Estimated numbers: shares, free first states, and the variance. */
  readonly estimated: number
  readonly aic: number
  readonly aicc: number
  readonly bic: number
  /** The variance of the errors (relative ones where they are multiplicative), the estimated numbers but itself taken off. */
  readonly variance: number
  readonly fitted: Float64Array
  readonly errors: Float64Array
  readonly n: number
  readonly converged: boolean
  /** Shares that ended at the edge of what is allowed. */
  readonly boundary: readonly (keyof EtsParameters)[]
  readonly evaluations: number
}

/** How a vector of the search is read. */
interface Layout { readonly trended: boolean, readonly seasonal: boolean, readonly damped: boolean, readonly shares: number, readonly states: number }
function layoutOf({ trend, season, damped, period }: EtsModel): Layout {
  const [trended, seasonal] = [trend !== 'N', season !== 'N']
  return { trended, seasonal, damped, shares: 1 + Number(trended) + Number(seasonal) + Number(damped), states: 1 + Number(trended) + (seasonal ? period - 1 : 0) }
}

function sharesIn({ trended, seasonal, damped }: Layout, at: ArrayLike<number>): EtsParameters {
  let k = 1
  return { alpha: at[0] ?? 0, beta: trended ? at[k++] ?? 0 : 0, gamma: seasonal ? at[k++] ?? 0 : 0, phi: damped ? at[k] ?? 1 : 1 }
}

/** Writes the season into `season`: the free figures, and the first step's that makes them whole. False where a multiplicative figure is negative. */
function seasonInto(season: Float64Array, { trended, shares }: Layout, { season: kind, period }: EtsModel, at: ArrayLike<number>): boolean {
  if (kind === 'N') return true
  const from = shares + 1 + Number(trended)
  let sum = 0
  for (let i = 0; i < period - 1; i += 1) {
    const figure = at[from + i] ?? 0
    if (kind === 'M' && figure < 0) return false
    sum += figure
    season[period - 1 - i] = figure
  }
  season[0] = (kind === 'M' ? period : 0) - sum
  return kind !== 'M' || season[0] >= 0
}

/** The model's deviance at a point of the search: Infinity where it is not allowed. Its scratch is its own: one for every search. */
export function devianceOf(model: EtsModel, series: Float64Array, measure: 'likelihood' | 'squares' = 'likelihood'): (at: ArrayLike<number>) => number {
  const layout = layoutOf(model)
  const season = new Float64Array(model.period)
  const scratch = new Float64Array(model.period + 2)
  return (at) => {
    const shares = sharesIn(layout, at)
    if (!isAllowed(model, shares, scratch) || !seasonInto(season, layout, model, at)) return Infinity
    const { deviance, squares } = runEts(model, shares, { level: at[layout.shares] ?? 0, slope: layout.trended ? at[layout.shares + 1] ?? 0 : 0, season }, series)
    return Number.isNaN(deviance) ? Infinity : measure === 'squares' ? squares / series.length : Math.max(deviance, -1e10)
  }
}

/** The fewest values with which `fitEts` does anything. */
export const etsNeeds = (model: EtsModel): number => { const { shares, states } = layoutOf(model); return shares + states + 2 }

/**
 * Undefined where the series is too short for the model or no start is allowed. The search ends after 2,000 evaluations, as R's does, and is then not `converged`: to go on
 * gains a unit of deviance and no accuracy (tried on M3: the mean sMAPE of 250 series went from 13.539 to 13.543).
 * `squares` minimises the squared errors instead, as Theta does.
 */
export function fitEts(model: EtsModel, series: Float64Array, measure: 'likelihood' | 'squares' = 'likelihood'): EtsFit | undefined {
  if (series.length < etsNeeds(model)) return undefined
  const found = descendPolytope(devianceOf(model, series, measure), startOf(model, series))
  if (!(found.value < 1e35)) return undefined
  return fittedAt(model, series, found.at, { converged: found.converged, evaluations: found.evaluations })
}

/** The fit that given shares and first states make: α, β, γ, φ as the model has them, level, slope, and the seasonal figures, last step of the season first, without the first step's. */
export function fittedAt(model: EtsModel, series: Float64Array, at: ArrayLike<number>, { converged = true, evaluations = 0 } = {}): EtsFit {
  const layout = layoutOf(model)
  const parameters = sharesIn(layout, at)
  const season = new Float64Array(model.period)
  seasonInto(season, layout, model, at)
  const start: EtsState = { level: at[layout.shares] ?? 0, slope: layout.trended ? at[layout.shares + 1] ?? 0 : 0, season }
  const n = series.length
  const trace = { fitted: new Float64Array(n), errors: new Float64Array(n) }
  const worked = season.slice()
  const run = runEts(model, parameters, { ...start, season: worked }, series, trace)
  const { deviance, squares } = run
  const estimated = layout.shares + layout.states + 1
  const aic = deviance + 2 * estimated
  return {
    model, parameters, start, last: stateAfter(run, worked, n), ...trace, n, estimated, converged, evaluations, boundary: edges(layout, parameters),
    logLikelihood: -deviance / 2, aic, aicc: aic + (2 * estimated * (estimated + 1)) / (n - estimated - 1), bic: deviance + Math.log(n) * estimated,
    variance: squares / (n - estimated + 1)
  }
}

function edges({ trended, seasonal, damped }: Layout, { alpha, beta, gamma, phi }: EtsParameters): (keyof EtsParameters)[] {
  const near = (value: number, edge: number): boolean => Math.abs(value - edge) < 1e-4
  return [
    ...(near(alpha, 1e-4) || near(alpha, 0.9999) ? ['alpha' as const] : []), ...(trended && (near(beta, 1e-4) || near(beta, alpha)) ? ['beta' as const] : []),
    ...(seasonal && (near(gamma, 1e-4) || near(gamma, 1 - alpha)) ? ['gamma' as const] : []), ...(damped && (near(phi, 0.8) || near(phi, 0.98)) ? ['phi' as const] : [])
  ]
}
