/** The model of the exponential smoothing family that a series calls for, by the corrected Akaike criterion (Hyndman et al. 2002, section 3; Hurvich and Tsai 1989). */
import type { EtsModel } from './ets.ts'
import { fitEts, type EtsFit } from './ets.fit.ts'

/** A longer season has more figures than a series can teach: such a series is modelled without. */
export const longestSeason = 24

export interface EtsChoice {
  readonly best: EtsFit
  /** All models that could be fitted, in the order tried. */
  readonly tried: readonly EtsFit[]
}

/**
 * What is tried: 15 models with a season, 6 without. Not those whose forecasts are unstable (additive errors with a multiplicative trend or season, a multiplicative
 * trend with an additive season), nor multiplicative trends, nor multiplicative errors on a series that touches nought.
 */
export function candidates(series: ArrayLike<number>, period: number): EtsModel[] {
  const positive = Array.from(series).every((one) => one > 0)
  const seasonal = period > 1 && period <= longestSeason && series.length > period
  return (['A', 'M'] as const).flatMap((error) => (positive || error === 'A' ? ['N', 'A'] as const : []).flatMap((trend) =>
    (seasonal ? ['N', 'A', 'M'] as const : ['N'] as const).filter((season) => error === 'M' || season !== 'M').flatMap((season) =>
      (trend === 'N' ? [false] : [true, false]).map((damped): EtsModel => ({ error, trend, damped, season, period: season === 'N' ? 1 : period })))))
}

/** Fits every candidate and keeps the lowest AICc; undefined where none can be fitted. */
export function selectEts(series: Float64Array, period: number): EtsChoice | undefined {
  const tried = candidates(series, period).flatMap((model) => fitEts(model, series) ?? [])
  const finite = tried.filter(({ aicc }) => Number.isFinite(aicc))
  if (finite.length === 0) return undefined
  return { best: finite.reduce((one, other) => (other.aicc < one.aicc ? other : one)), tried }
}
