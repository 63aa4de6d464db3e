/** Paths of the future drawn from a fitted exponential smoothing model, for the models whose variance has no closed form (Hyndman et al. 2008, section 6.1). */
import { etsPoints, runEts, stateAfter, type EtsState } from './ets.ts'
import type { EtsFit } from './ets.fit.ts'
import { quantile } from './quantile.ts'

/** A standard normal number. */
export type NormalDraw = () => number

/** The interval that holds `level` of the paths, step by step; a value is never drawn below nought where the model has a multiplicative part. */
export function simulateEts(fit: EtsFit, { horizon, level, paths = 5_000 }: { readonly horizon: number, readonly level: number, readonly paths?: number }, draw: NormalDraw = alwaysTheSame()): { readonly low: Float64Array, readonly high: Float64Array } {
  const { model, parameters, last, variance } = fit
  const sigma = Math.sqrt(variance)
  const seen = Array.from({ length: horizon }, () => new Float64Array(paths))
  const one = new Float64Array(1)
  for (let path = 0; path < paths; path += 1) {
    let state: EtsState = { ...last, season: last.season.slice() }
    for (const values of seen) {
      const [point = 0] = etsPoints(model, parameters, state, 1)
      const error = sigma * draw()
      const value = model.error === 'M' ? point * (1 + Math.max(error, -1)) : point + error
      one[0] = model.trend === 'M' || model.season === 'M' ? Math.max(value, 1e-10) : value
      values[path] = one[0]
      state = stateAfter(runEts(model, parameters, state, one), state.season, 1)
    }
  }
  const sorted = seen.map((values) => Array.from(values.sort()))
  const at = (share: number): Float64Array => Float64Array.from(sorted, (values) => quantile(values, share))
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) }
}

/** Normal numbers (Box and Muller 1958) from a linear congruential generator that begins at the same place (multiplier of Steele and Vigna 2021 for 32 bits). */
function alwaysTheSame(): NormalDraw {
  let state = 20_261_121
  const uniform = (): number => {
    state = (Math.imul(state, 0x915f77f5) + 1) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
