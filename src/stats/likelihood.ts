/** What every model fitted by maximum likelihood reports, and how: positive parameters are searched in their logarithms, with the analytic gradient. */
import { minimise, type Ending } from './minimise.ts'

export interface Fitted<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>
  /** From the observed information, on the parameters' own scale; NaN for a parameter at its boundary or where the surface is flat. */
  readonly standardErrors: Readonly<Record<Name, number>>
  readonly logLikelihood: number
  /** Observations. */
  readonly n: number
  readonly converged: boolean
  readonly ending: Ending
  /** Parameters that ran to the edge of what is searched: the likelihood still rises towards 0 or ∞ there, and the model is simpler than its name. */
  readonly boundary: readonly Name[]
  readonly evaluations: number
}

/** ln of a parameter is searched in [−edge, edge]. */
const edge = 14

export interface Surface { readonly value: number, readonly gradient: Float64Array }

/**
 * Maximises a log-likelihood over positive parameters. `surface` gives the log-likelihood and its gradient with respect to the parameters themselves.
 * From several starts the best is kept; converged is said of that one. Where a parameter leaves the searched range it is held there and named in `boundary`.
 */
export function maximise<Name extends string>(names: readonly Name[], surface: (parameters: Float64Array) => Surface, starts: readonly (readonly number[])[], n: number): Fitted<Name> {
  const negative = (logs: Float64Array): Surface => {
    const held = logs.map((one) => Math.max(-edge, Math.min(edge, one)))
    const parameters = held.map(Math.exp)
    const { value, gradient } = surface(parameters)
    // Beyond the edge a gentle wall turns the search back; within it nothing is added.
    const wall = logs.map((one, i) => one - (held[i] ?? 0))
    return {
      value: -value + wall.reduce((sum, one) => sum + one * one, 0),
      gradient: gradient.map((one, i) => (wall[i] === 0 ? -one * (parameters[i] ?? 0) : 2 * (wall[i] ?? 0)))
    }
  }
  const found = starts.map((start) => minimise(negative, start.map(Math.log), { tolerance: 1e-9, evaluations: 600 }))
  const best = found.reduce((one, other) => (other.value < one.value || Number.isNaN(one.value) ? other : one))
  const logs = best.at.map((one) => Math.max(-edge, Math.min(edge, one)))
  const at = logs.map(Math.exp)
  const errors = standardErrors(negative, logs)
  const record = (values: ArrayLike<number>): Record<Name, number> => {
    const answer = new Map(names.map((name, i) => [name, values[i] ?? Number.NaN]))
    return recordOf(names, answer)
  }
  return {
    parameters: record(at),
    standardErrors: record(at.map((one, i) => one * (errors[i] ?? Number.NaN))),
    logLikelihood: surface(at).value, n, converged: best.converged, ending: best.ending,
    boundary: names.filter((_, i) => Math.abs(logs[i] ?? 0) > edge - 2),
    evaluations: found.reduce((sum, one) => sum + one.evaluations, 0)
  }
}

function recordOf<Name extends string>(names: readonly Name[], values: ReadonlyMap<Name, number>): Record<Name, number> {
  const empty: Partial<Record<Name, number>> = {}
  for (const name of names) empty[name] = values.get(name) ?? Number.NaN
  if (!isWhole(names, empty)) throw new RangeError('a parameter is missing')
  return empty
}
const isWhole = <Name extends string>(names: readonly Name[], record: Partial<Record<Name, number>>): record is Record<Name, number> => names.every((name) => record[name] !== undefined)

/** Square roots of the inverse Hessian's diagonal, the Hessian by central differences of the gradient; NaN where it is not positive definite. */
function standardErrors(negative: (logs: Float64Array) => Surface, at: Float64Array): Float64Array {
  const n = at.length
  const hessian = Array.from({ length: n }, () => new Float64Array(n))
  for (let i = 0; i < n; i += 1) {
    const h = 1e-4
    const moved = (by: number): Float64Array => negative(at.map((one, k) => (k === i ? one + by : one))).gradient
    const [up, down] = [moved(h), moved(-h)]
    for (let j = 0; j < n; j += 1) {
      const slope = ((up[j] ?? 0) - (down[j] ?? 0)) / (2 * h)
      const [row, column] = [hessian[i], hessian[j]]
      if (row && column) { row[j] = (row[j] ?? 0) + slope / 2; column[i] = (column[i] ?? 0) + slope / 2 }
    }
  }
  const inverse = invert(hessian)
  return Float64Array.from({ length: n }, (_, i) => { const variance = inverse?.[i]?.[i] ?? Number.NaN; return variance > 0 ? Math.sqrt(variance) : Number.NaN })
}

/** The inverse of a symmetric matrix by Gauss–Jordan with pivoting; undefined where it has none. */
export function invert(matrix: readonly Float64Array[]): readonly Float64Array[] | undefined {
  const n = matrix.length
  const rows = matrix.map((row, i) => Float64Array.from({ length: 2 * n }, (_, j) => (j < n ? row[j] ?? 0 : Number(j - n === i))))
  for (let column = 0; column < n; column += 1) {
    let pivot = column
    for (let i = column + 1; i < n; i += 1) if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i
    const row = rows[pivot]
    const head = row?.[column] ?? 0
    if (!row || !(Math.abs(head) > 1e-300)) return undefined
    rows[pivot] = rows[column] ?? row
    rows[column] = row
    for (let j = 0; j < 2 * n; j += 1) row[j] = (row[j] ?? 0) / head
    for (const [i, other] of rows.entries()) {
      const share = other[column] ?? 0
      if (i === column || share === 0) continue
      for (let j = 0; j < 2 * n; j += 1) other[j] = (other[j] ?? 0) - share * (row[j] ?? 0)
    }
  }
  return rows.map((row) => row.slice(n))
}
