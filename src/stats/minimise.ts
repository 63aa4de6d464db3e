/**
 * Minimisers for smooth functions of a few variables, each with a report: what was found, how it ended, what it cost.
 *
 * `minimise`: limited-memory BFGS with a strong-Wolfe line search (Nocedal and Wright 2006, Numerical Optimization, algorithms 7.4, 7.5, 3.5 and 3.6).
 * `minimiseSimplex`: Nelder–Mead with adaptive coefficients (Gao and Han 2012, Computational Optimization and Applications 51), for functions without a gradient.
 */
export interface Evaluation { readonly value: number, readonly gradient: Float64Array }
/** `gradient`: flat; `step`: nothing lower can be told apart (converged where it is nearly flat); `limit`: gave up; `not-finite`: started where there is no value. */
export type Ending = 'gradient' | 'step' | 'limit' | 'not-finite'

export interface Minimum {
  readonly at: Float64Array
  readonly value: number
  /** The largest component of the gradient in absolute value; NaN where none was used. */
  readonly slope: number
  readonly converged: boolean
  readonly ending: Ending
  readonly evaluations: number
}

export interface MinimiseOptions {
  /** Stop when no component of the gradient exceeds this share of max(1, |value|). */
  readonly tolerance?: number
  readonly evaluations?: number
}

const memory = 12

/** Minimises a function that gives its gradient. */
export function minimise(f: (at: Float64Array) => Evaluation, start: ArrayLike<number>, { tolerance = 1e-9, evaluations: most = 2_000 }: MinimiseOptions = {}): Minimum {
  let at: Float64Array = Float64Array.from(start)
  let here = f(at)
  let evaluations = 1
  let stalls = 0
  const steps: { s: Float64Array, y: Float64Array, rho: number }[] = []
  const begun = Math.abs(here.value)
  /** By the smaller of both ends, so that a function that falls for ever never looks flat beside its own value. */
  const flat = (share: number): boolean => largest(here.gradient) <= share * Math.max(1, Math.min(begun, Math.abs(here.value)))
  const report = (ending: Ending): Minimum => ({
    at, value: here.value, slope: largest(here.gradient), converged: ending === 'gradient' || (ending === 'step' && flat(Math.sqrt(tolerance))), ending, evaluations
  })
  if (!isFinite(here)) return report('not-finite')
  for (;;) {
    if (flat(tolerance)) return report('gradient')
    if (evaluations >= most) return report('limit')
    let direction = descend(here.gradient, steps)
    if (dot(direction, here.gradient) >= 0) { steps.length = 0; direction = here.gradient.map((one) => -one) }
    const first = steps.length === 0 ? Math.min(1, 1 / largest(here.gradient)) : 1
    const found = searchLine(f, at, here, direction, first)
    evaluations += found.evaluations
    if (!found.next) {
      if (steps.length === 0) return report('step')
      steps.length = 0
      continue
    }
    const { next, point } = found
    // Steps that no longer change the value are rounding, not progress.
    stalls = here.value - next.value <= 4e-16 * Math.abs(here.value) ? stalls + 1 : 0
    if (stalls >= 3) return report('step')
    const s = point.map((one, i) => one - (at[i] ?? 0))
    const y = next.gradient.map((one, i) => one - (here.gradient[i] ?? 0))
    const curvature = dot(s, y)
    if (curvature > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y))) {
      steps.push({ s, y, rho: 1 / curvature })
      if (steps.length > memory) steps.shift()
    }
    at = point
    here = next
  }
}

/** Two-loop recursion: minus the inverse Hessian's estimate times the gradient. */
function descend(gradient: Float64Array, steps: readonly { s: Float64Array, y: Float64Array, rho: number }[]): Float64Array {
  const q = Float64Array.from(gradient)
  const alphas: number[] = []
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, q)
    alphas.unshift(alpha)
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) - alpha * (y[i] ?? 0)
  }
  const last = steps.at(-1)
  const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1
  for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) * scale
  for (const [k, { s, y, rho }] of steps.entries()) {
    const beta = rho * dot(y, q)
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) + (s[i] ?? 0) * ((alphas[k] ?? 0) - beta)
  }
  return q.map((one) => -one)
}

interface Searched { readonly next?: Evaluation, readonly point: Float64Array, readonly evaluations: number }

/** A step that meets the strong Wolfe conditions, by bracketing and bisection with cubic guesses; no `next` where there is none. */
function searchLine(f: (at: Float64Array) => Evaluation, at: Float64Array, here: Evaluation, direction: Float64Array, first: number): Searched {
  const slope = dot(direction, here.gradient)
  let low = { t: 0, value: here.value, slope }
  let high: { t: number, value: number, slope: number } | undefined
  let t = first
  let best: Searched = { point: at, evaluations: 0 }
  for (let evaluations = 1; evaluations <= 40; evaluations += 1) {
    const point = at.map((one, i) => one + t * (direction[i] ?? 0))
    const next = f(point)
    const rise = isFinite(next) ? dot(direction, next.gradient) : Number.NaN
    const fine = isFinite(next) && next.value <= here.value + 1e-4 * t * slope
    if (fine && next.value < (best.next?.value ?? Infinity)) best = { next, point, evaluations }
    if (fine && Math.abs(rise) <= -0.9 * slope) return { next, point, evaluations }
    best = { ...best, evaluations }
    if (!fine || next.value >= low.value) high = { t, value: next.value, slope: rise }
    else {
      if (rise * ((high?.t ?? Infinity) - low.t) >= 0) high = low
      low = { t, value: next.value, slope: rise }
    }
    t = high === undefined ? t * 2.5 : between(low, high)
    if (high !== undefined && Math.abs(high.t - low.t) < 1e-16 * Math.max(1, low.t)) break
  }
  return best
}

/** The minimum of the cubic through both ends where it lies well inside, their middle elsewhere. */
function between(low: { t: number, value: number, slope: number }, high: { t: number, value: number, slope: number }): number {
  const middle = (low.t + high.t) / 2
  if (!Number.isFinite(high.value) || !Number.isFinite(high.slope)) return middle
  const d1 = low.slope + high.slope - (3 * (low.value - high.value)) / (low.t - high.t)
  const square = d1 * d1 - low.slope * high.slope
  if (square < 0) return middle
  const d2 = Math.sign(high.t - low.t) * Math.sqrt(square)
  const guess = high.t - (high.t - low.t) * ((high.slope + d2 - d1) / (high.slope - low.slope + 2 * d2))
  const from = Math.min(low.t, high.t)
  const width = Math.abs(high.t - low.t)
  return guess > from + 0.1 * width && guess < from + 0.9 * width ? guess : middle
}

/** Minimises a function without a gradient. */
export function minimiseSimplex(f: (at: Float64Array) => number, start: ArrayLike<number>, { tolerance = 1e-10, evaluations: most = 5_000 }: MinimiseOptions = {}): Minimum {
  const n = start.length
  const [reflect, expand, contract, shrink] = [1, 1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n]
  let evaluations = 0
  const value = (at: Float64Array): number => { evaluations += 1; const answer = f(at); return Number.isNaN(answer) ? Infinity : answer }
  const corner = (at: Float64Array): { at: Float64Array, value: number } => ({ at, value: value(at) })
  let corners = Array.from({ length: n + 1 }, (_, k) => corner(Float64Array.from(start, (one, i) => (i === k - 1 ? (one === 0 ? 0.00025 : one * 1.05) : one))))
  for (;;) {
    corners = corners.toSorted((a, b) => a.value - b.value)
    const [best, worst, second] = [corners[0], corners[n], corners[n - 1]]
    if (!best || !worst || !second) throw new RangeError('nothing to minimise over')
    const spread = Math.max(...corners.map((one) => Math.max(...one.at.map((x, i) => Math.abs(x - (best.at[i] ?? 0))))))
    const settled = worst.value - best.value <= tolerance * Math.max(1, Math.abs(best.value)) && spread <= Math.sqrt(tolerance)
    if (settled || evaluations >= most) {
      const ending = !Number.isFinite(best.value) ? 'not-finite' : settled ? 'step' : 'limit'
      return { at: best.at, value: best.value, slope: Number.NaN, converged: settled && Number.isFinite(best.value), ending, evaluations }
    }
    const centre = best.at.map((_, i) => corners.slice(0, n).reduce((sum, one) => sum + (one.at[i] ?? 0), 0) / n)
    const towards = (share: number): { at: Float64Array, value: number } => corner(centre.map((c, i) => c + share * (c - (worst.at[i] ?? 0))))
    const reflected = towards(reflect)
    if (reflected.value < best.value) {
      const expanded = towards(expand)
      corners[n] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < second.value) corners[n] = reflected
    else {
      const contracted = reflected.value < worst.value ? towards(contract) : towards(-contract)
      if (contracted.value < Math.min(reflected.value, worst.value)) corners[n] = contracted
      else corners = corners.map((one, k) => (k === 0 ? one : corner(one.at.map((x, i) => (best.at[i] ?? 0) + shrink * (x - (best.at[i] ?? 0))))))
    }
  }
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0)
const largest = (vector: Float64Array): number => vector.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
const isFinite = ({ value, gradient }: Evaluation): boolean => Number.isFinite(value) && gradient.every(Number.isFinite)
