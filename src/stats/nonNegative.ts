/** Least squares with coefficients that may not be negative: Lawson and Hanson 1974, Solving Least Squares Problems, chapter 23, on the normal equations (for few columns). */
import { invert } from './likelihood.ts'

/** Minimises βᵀ P β − 2 βᵀ q over β ≥ 0, with P = XᵀX and q = Xᵀy. */
export function nonNegative(products: readonly Float64Array[], target: Float64Array): Float64Array {
  const n = target.length
  const free = new Set<number>()
  let at: Float64Array = new Float64Array(n)
  const slope = (j: number): number => (target[j] ?? 0) - at.reduce((sum, one, k) => sum + one * (products[j]?.[k] ?? 0), 0)
  const solve = (): Float64Array | undefined => {
    const list = [...free]
    const inverse = invert(list.map((i) => Float64Array.from(list, (j) => products[i]?.[j] ?? 0)))
    if (!inverse) return undefined
    const answer = new Float64Array(n)
    for (const [row, i] of list.entries()) answer[i] = list.reduce((sum, j, column) => sum + (inverse[row]?.[column] ?? 0) * (target[j] ?? 0), 0)
    return answer
  }
  for (let round = 0; round < 10 * n + 10; round += 1) {
    let [steepest, by] = [-1, 0]
    for (let j = 0; j < n; j += 1) {
      const scale = 1e-10 * Math.sqrt(Math.max(1e-300, products[j]?.[j] ?? 0)) * Math.max(1, Math.abs(target[j] ?? 0) / Math.sqrt(Math.max(1e-300, products[j]?.[j] ?? 0)))
      if (!free.has(j) && slope(j) > Math.max(by, scale)) [steepest, by] = [j, slope(j)]
    }
    if (steepest < 0) return at
    free.add(steepest)
    for (;;) {
      const tried = solve()
      if (!tried) { free.delete(steepest); return at }
      const negative = [...free].filter((j) => (tried[j] ?? 0) <= 0)
      if (negative.length === 0) { at = tried; break }
      // As far towards it as none becomes negative; what reaches zero is held there.
      const step = Math.min(...negative.map((j) => (at[j] ?? 0) / Math.max(1e-300, (at[j] ?? 0) - (tried[j] ?? 0))))
      at = at.map((one, j) => one + step * ((tried[j] ?? 0) - one))
      for (const j of negative) if ((at[j] ?? 0) <= 1e-12 * Math.max(1, ...at)) { at[j] = 0; free.delete(j) }
      if (free.size === 0) break
    }
  }
  return at
}
