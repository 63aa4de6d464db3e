/**
 * Nelder and Mead's polytope as Nash gives it (Nash 1990, Compact Numerical Methods for Computers, 2nd edition, algorithm 19), which R's `optim` follows: for the
 * rough, bounded likelihoods of exponential smoothing, where `minimiseSimplex` would be slow and end elsewhere than the published fits. The first steps are a tenth of
 * the largest coordinate, so that a search over a level and a share together leaves the shares' bounds at once and comes back inside.
 */
export interface Polytope { readonly at: Float64Array, readonly value: number, readonly converged: boolean, readonly evaluations: number }

const [reflection, contraction, expansion] = [1, 0.5, 2]
/** Stands for a value that is none. */
const huge = 1e35

/** Minimises `f`, which may answer Infinity outside its bounds but not at the start. The point handed to `f` is reused: copy it to keep it. */
export function descendPolytope(f: (at: Float64Array) => number, start: ArrayLike<number>, { tolerance = Math.sqrt(Number.EPSILON), evaluations: most = 2_000 } = {}): Polytope {
  const n = start.length
  // One corner after the other.
  const corners = Float64Array.from({ length: (n + 1) * n }, (_, i) => start[i % n] ?? 0)
  const values = new Float64Array(n + 1)
  const centre = new Float64Array(n)
  const tried = Float64Array.from(start)
  let evaluations = 0
  const value = (at: Float64Array): number => { evaluations += 1; const answer = f(at); return Number.isFinite(answer) ? answer : huge }
  const corner = (k: number): Float64Array => corners.subarray(k * n, (k + 1) * n)
  values[0] = value(tried)
  const enough = tolerance * (Math.abs(values[0]) + tolerance)
  const step = tried.reduce((widest, one) => Math.max(widest, 0.1 * Math.abs(one)), 0) || 0.1
  let size = 0
  for (let k = 1; k <= n; k += 1) {
    const here = k * n + k - 1
    let width = step
    // A step may vanish beside a coordinate that is much larger.
    while (corners[here] === start[k - 1]) { corners[here] = (start[k - 1] ?? 0) + width; width *= 10 }
    size += width
  }
  let [low, high] = [0, 0]
  let measured = false
  let converged = false
  for (;;) {
    if (!measured) {
      for (let k = 0; k <= n; k += 1) if (k !== low) values[k] = value(corner(k))
      measured = true
    }
    const from = low
    high = low
    for (let k = 0; k <= n; k += 1) {
      if (k === from) continue
      const one = values[k] ?? 0
      if (one < (values[low] ?? 0)) low = k
      if (one > (values[high] ?? 0)) high = k
    }
    const [lowest, highest] = [values[low] ?? 0, values[high] ?? 0]
    if (highest <= lowest + enough) { converged = lowest < huge; break }
    if (evaluations > most) break
    const worst = high * n
    for (let i = 0; i < n; i += 1) centre[i] = -(corners[worst + i] ?? 0)
    for (let k = 0, at = 0; k <= n; k += 1) for (let i = 0; i < n; i += 1, at += 1) centre[i] = (centre[i] ?? 0) + (corners[at] ?? 0)
    for (let i = 0; i < n; i += 1) {
      centre[i] = (centre[i] ?? 0) / n
      tried[i] = (1 + reflection) * (centre[i] ?? 0) - reflection * (corners[worst + i] ?? 0)
    }
    const reflected = value(tried)
    if (reflected < lowest) {
      for (let i = 0; i < n; i += 1) {
        const further = expansion * (tried[i] ?? 0) + (1 - expansion) * (centre[i] ?? 0)
        centre[i] = tried[i] ?? 0
        tried[i] = further
      }
      const expanded = value(tried)
      corners.set(expanded < reflected ? tried : centre, worst)
      values[high] = Math.min(expanded, reflected)
      continue
    }
    if (reflected < highest) { corners.set(tried, worst); values[high] = reflected }
    for (let i = 0; i < n; i += 1) tried[i] = (1 - contraction) * (corners[worst + i] ?? 0) + contraction * (centre[i] ?? 0)
    const contracted = value(tried)
    if (contracted < (values[high] ?? 0)) { corners.set(tried, worst); values[high] = contracted; continue }
    if (reflected < highest) continue
    let shrunk = 0
    for (let at = 0; at < corners.length; at += 1) {
      const best = corners[low * n + (at % n)] ?? 0
      if (Math.floor(at / n) === low) continue
      corners[at] = contraction * ((corners[at] ?? 0) - best) + best
      shrunk += Math.abs((corners[at] ?? 0) - best)
    }
    // The polytope no longer shrinks: rounding has the last word.
    if (shrunk >= size) break
    size = shrunk
    measured = false
  }
  return { at: corner(low).slice(), value: values[low] ?? huge, converged, evaluations }
}
