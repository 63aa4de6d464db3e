/** Means, spreads (n − 1) and correlations of columns; the eigenvalues of a symmetric matrix. */
import { momentsOf } from './difference.ts'

export interface Columns { readonly n: number, readonly means: Float64Array, readonly deviations: Float64Array, readonly standardised: readonly Float64Array[] }

/** Columns (not rows) brought to mean 0 and spread 1. Throws RangeError on columns of different lengths, of fewer than three values, or without spread. */
export function standardise(columns: readonly ArrayLike<number>[]): Columns {
  const n = columns[0]?.length ?? 0
  const moments = columns.map((column) => {
    const found = momentsOf(Array.from(column))
    if (found.n !== n || n < 3 || !(found.variance > 0)) throw new RangeError('each column needs the same number of values, at least three, that vary')
    return found
  })
  const deviations = Float64Array.from(moments, ({ variance }) => Math.sqrt(variance))
  return {
    n, means: Float64Array.from(moments, ({ mean }) => mean), deviations,
    standardised: columns.map((column, j) => Float64Array.from(column, (one) => (one - (moments[j]?.mean ?? 0)) / (deviations[j] ?? 1)))
  }
}

/** The correlation of two standardised columns. */
export function correlationOf(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum / (a.length - 1)
}

/** All of them; rows of the answer are typed arrays. */
export const correlations = (standardised: readonly Float64Array[]): readonly Float64Array[] =>
  standardised.map((a) => Float64Array.from(standardised, (b) => correlationOf(a, b)))

/** Eigenvalues and eigenvectors (column k of `vectors` belongs to value k) of a symmetric matrix, by Jacobi's rotations (Golub and Van Loan 2013, algorithm 8.5.2). */
export function eigenOf(matrix: readonly Float64Array[]): { readonly values: Float64Array, readonly vectors: readonly Float64Array[] } {
  const n = matrix.length
  const a = matrix.map((row) => Float64Array.from(row))
  const v = matrix.map((_, i) => Float64Array.from({ length: n }, (_unused, j) => Number(i === j)))
  const at = (m: readonly Float64Array[], i: number, j: number): number => m[i]?.[j] ?? 0
  const set = (m: readonly Float64Array[], i: number, j: number, value: number): void => { const row = m[i]; if (row) row[j] = value }
  for (let sweep = 0; sweep < 100; sweep += 1) {
    let off = 0
    for (let i = 0; i < n; i += 1) for (let j = 0; j < i; j += 1) off += at(a, i, j) ** 2
    if (off < 1e-30) break
    for (let p = 0; p < n - 1; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        const apq = at(a, p, q)
        if (apq === 0) continue
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq)
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < n; k += 1) { const [x, y] = [at(a, k, p), at(a, k, q)]; set(a, k, p, c * x - s * y); set(a, k, q, s * x + c * y) }
        for (let k = 0; k < n; k += 1) { const [x, y] = [at(a, p, k), at(a, q, k)]; set(a, p, k, c * x - s * y); set(a, q, k, s * x + c * y) }
        for (let k = 0; k < n; k += 1) { const [x, y] = [at(v, k, p), at(v, k, q)]; set(v, k, p, c * x - s * y); set(v, k, q, s * x + c * y) }
      }
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => at(a, i, i)), vectors: v }
}
