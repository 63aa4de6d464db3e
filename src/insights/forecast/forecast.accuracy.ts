/**
 * How far forecasts were from what came. WAPE Σ|e| ÷ Σ|y|; MASE with the in-sample error of the seasonal naive forecast as its unit (Hyndman and Koehler 2006);
 * sMAPE 200 |e| ÷ (|y| + |ŷ|); pinball loss of the interval's ends and the middle over the mean of what came; coverage the share of what came inside the interval. Pure.
 */

/** What was forecast from one origin, and what came. Buckets without sales to compare (left out) are NaN in `actual`. */
export interface Origin {
  /** How many buckets were known. */
  readonly at: number
  readonly mean: ArrayLike<number>
  readonly actual: ArrayLike<number>
  /** The mean absolute seasonal step of what was known. */
  readonly unit: number
}

export interface Accuracy { readonly wape: number | null, readonly mase: number | null, readonly smape: number | null, readonly mae: number | null, readonly n: number }

export function accuracyOf(origins: readonly Origin[], steps: number): Accuracy {
  let [absolute, actual, scaled, symmetric, n, units] = [0, 0, 0, 0, 0, 0]
  for (const origin of origins) {
    for (let s = 0; s < steps; s += 1) {
      const [came, said] = [origin.actual[s], origin.mean[s]]
      if (came === undefined || said === undefined || Number.isNaN(came)) continue
      const error = Math.abs(came - said)
      absolute += error
      actual += Math.abs(came)
      symmetric += error === 0 ? 0 : (200 * error) / (Math.abs(came) + Math.abs(said))
      if (origin.unit > 0) { scaled += error / origin.unit; units += 1 }
      n += 1
    }
  }
  return { wape: actual > 0 ? (100 * absolute) / actual : null, mase: units > 0 ? scaled / units : null, smape: n > 0 ? symmetric / n : null, mae: n > 0 ? absolute / n : null, n }
}

/** The mean absolute step over a season, over what is known: the unit of MASE. */
export function seasonalUnit(known: ArrayLike<number>, period: number): number {
  let [sum, n] = [0, 0]
  for (let i = period; i < known.length; i += 1) { sum += Math.abs((known[i] ?? 0) - (known[i - period] ?? 0)); n += 1 }
  return n === 0 ? 0 : sum / n
}

/** The half-width that held at least `level` of the errors seen so far, with the correction for their number (split conformal; Lei et al. 2018); undefined for too few. */
export function halfWidth(errors: readonly number[], level: number): number | undefined {
  const rank = Math.ceil((errors.length + 1) * level)
  if (rank > errors.length) return undefined
  return errors.map(Math.abs).toSorted((a, b) => a - b)[rank - 1]
}

/** Errors at a step and at those of the same place in the season next to it: more of them, and no less alike. */
export function errorsAt(origins: readonly Origin[], step: number, near: number): readonly number[] {
  return origins.flatMap(({ mean, actual }) => (near === 0 ? [step] : [step - near, step, step + near]).flatMap((s) => {
    const [came, said] = [actual[s], mean[s]]
    return came === undefined || said === undefined || Number.isNaN(came) ? [] : [came - said]
  }))
}

export interface Calibration { readonly coverage: number | null, readonly pinball: number | null }

/** Coverage and pinball loss of intervals as they would have been drawn at each origin, from the errors that were known by then. */
export function calibrationOf(origins: readonly Origin[], steps: number, near: number, level: number): Calibration {
  let [inside, n, loss, actual] = [0, 0, 0, 0]
  for (const origin of origins) {
    const known = origins.filter(({ at }) => at < origin.at).map((one) => ({ ...one, actual: Array.from(one.actual, (value, k) => (one.at + k < origin.at ? value : Number.NaN)) }))
    for (let s = 0; s < steps; s += 1) {
      const [came, said] = [origin.actual[s], origin.mean[s]]
      if (came === undefined || said === undefined || Number.isNaN(came)) continue
      const half = halfWidth(errorsAt(known, s, near), level)
      if (half === undefined) continue
      inside += Math.abs(came - said) <= half ? 1 : 0
      n += 1
      actual += Math.abs(came)
      for (const [share, quantile] of [[(1 - level) / 2, Math.max(0, said - half)], [0.5, said], [(1 + level) / 2, said + half]] as const) {
        loss += (came >= quantile ? share * (came - quantile) : (1 - share) * (quantile - came)) / 3
      }
    }
  }
  return { coverage: n > 0 ? inside / n : null, pinball: actual > 0 ? (100 * loss) / actual : null }
}
