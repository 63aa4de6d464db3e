/**
 * Loess at equally spaced points, as STL needs it: a weighted constant or line through the `window` nearest values, with tricube weights.
 * Source: Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6, section 2; between every `jump`-th point it is drawn straight (section 4).
 */
export interface Smoother {
  /** How many values a fit looks at; more than there are makes it smoother still. */
  readonly window: number
  readonly degree: 0 | 1
  /** Fit every so many points. */
  readonly jump: number
}

/**
 * The fit at `x` (in steps from the first value, which is at 0; it may lie outside) over the values `left` … `right`, each with its own weight besides.
 * Undefined where every weight is nought.
 */
export function fitLoess(values: Float64Array, { window, degree }: Smoother, x: number, left: number, right: number, trust?: Float64Array): number | undefined {
  const n = values.length
  const reach = Math.max(x - left, right - x) + (window > n ? Math.floor((window - n) / 2) : 0)
  const weights = new Float64Array(right - left + 1)
  let all = 0
  for (let j = left; j <= right; j += 1) {
    const r = Math.abs(j - x)
    if (r > 0.999 * reach) continue
    const weight = (r <= 0.001 * reach ? 1 : (1 - (r / reach) ** 3) ** 3) * (trust?.[j] ?? 1)
    weights[j - left] = weight
    all += weight
  }
  if (!(all > 0)) return undefined
  let [mean, centre, spread, cross] = [0, 0, 0, 0]
  for (let j = left; j <= right; j += 1) {
    const weight = (weights[j - left] ?? 0) / all
    mean += weight * (values[j] ?? 0)
    centre += weight * j
  }
  if (degree === 0 || reach <= 0) return mean
  for (let j = left; j <= right; j += 1) {
    const weight = (weights[j - left] ?? 0) / all
    spread += weight * (j - centre) ** 2
    cross += weight * (j - centre) * (values[j] ?? 0)
  }
  // All weight on one point: no line goes through it.
  return Math.sqrt(spread) > 0.001 * (n - 1) ? mean + ((x - centre) * cross) / spread : mean
}

/** The smooth curve at every value. */
export function smoothLoess(values: Float64Array, smoother: Smoother, trust?: Float64Array): Float64Array {
  const n = values.length
  if (n < 2) return values.slice()
  const { window } = smoother
  const jump = Math.min(smoother.jump, n - 1)
  const half = Math.floor((window + 1) / 2)
  const smooth = new Float64Array(n)
  const fit = (i: number): void => {
    const left = window >= n ? 0 : Math.max(0, Math.min(n - window, i - half + 1))
    smooth[i] = fitLoess(values, smoother, i, left, Math.min(n, left + window) - 1, trust) ?? values[i] ?? 0
  }
  const knots = Array.from({ length: Math.floor((n - 1) / jump) + 1 }, (_, k) => k * jump)
  if (knots.at(-1) !== n - 1) knots.push(n - 1)
  for (const [k, knot] of knots.entries()) {
    fit(knot)
    const before = knots[k - 1] ?? knot
    const slope = ((smooth[knot] ?? 0) - (smooth[before] ?? 0)) / (knot - before)
    for (let i = before + 1; i < knot; i += 1) smooth[i] = (smooth[before] ?? 0) + slope * (i - before)
  }
  return smooth
}
