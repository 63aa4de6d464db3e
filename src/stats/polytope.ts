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
  const corners = Array.from({ length: n + 1 }, () => Float64Array.from(start))
  const values = new Float64Array(n + 1)
  const centre = new Float64Array(n)
  const tried = Float64Array.from(start)
  let evaluations = 0
  const value = (at: Float64Array): number => { evaluations += 1; const answer = f(at); return Number.isFinite(answer) ? answer : huge }
  values[0] = value(tried)
  const enough = tolerance * (Math.abs(values[0]) + tolerance)
  const step = tried.reduce((widest, one) => Math.max(widest, 0.1 * Math.abs(one)), 0) || 0.1
  let size = 0
  for (let k = 1; k <= n; k += 1) {
    const corner = corners[k] ?? tried
    let width = step
    while (corner[k - 1] === start[k - 1]) { corner[k - 1] = (start[k - 1] ?? 0) + width; width *= 10 }
    size += width
  }
  let [low, high] = [0, 0]
  let measured = false
  let converged = false
  for (;;) {
    if (!measured) {
      for (let k = 0; k <= n; k += 1) if (k !== low) values[k] = value(corners[k] ?? tried)
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
    const worst = corners[high] ?? tried
    for (let i = 0; i < n; i += 1) {
      let sum = -(worst[i] ?? 0)
      for (const corner of corners) sum += corner[i] ?? 0
      centre[i] = sum / n
    }
    for (let i = 0; i < n; i += 1) tried[i] = (1 + reflection) * (centre[i] ?? 0) - reflection * (worst[i] ?? 0)
    const reflected = value(tried)
    if (reflected < lowest) {
      for (let i = 0; i < n; i += 1) {
        const further = expansion * (tried[i] ?? 0) + (1 - expansion) * (centre[i] ?? 0)
        centre[i] = tried[i] ?? 0
        tried[i] = further
      }
      const expanded = value(tried)
      worst.set(expanded < reflected ? tried : centre)
      values[high] = Math.min(expanded, reflected)
      continue
    }
    if (reflected < highest) { worst.set(tried); values[high] = reflected }
    for (let i = 0; i < n; i += 1) tried[i] = (1 - contraction) * (worst[i] ?? 0) + contraction * (centre[i] ?? 0)
    const contracted = value(tried)
    if (contracted < (values[high] ?? 0)) { worst.set(tried); values[high] = contracted; continue }
    if (reflected < highest) continue
    const best = corners[low] ?? tried
    let shrunk = 0
    for (const [k, corner] of corners.entries()) {
      if (k === low) continue
      for (let i = 0; i < n; i += 1) {
        corner[i] = contraction * ((corner[i] ?? 0) - (best[i] ?? 0)) + (best[i] ?? 0)
        shrunk += Math.abs((corner[i] ?? 0) - (best[i] ?? 0))
      }
    }
    // The polytope no longer shrinks: rounding has the last word.
    if (shrunk >= size) break
    size = shrunk
    measured = false
  }
  return { at: Float64Array.from(corners[low] ?? tried), value: values[low] ?? huge, converged, evaluations }
}
