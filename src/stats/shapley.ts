/**
 * Why these trees say what they say of a row: exact Shapley values, on the scale of the score (log odds for log loss). TreeSHAP, path-dependent: what a column
 * would have said is averaged over the rows of the fit that came to each side (Lundberg et al. 2020, Nature Machine Intelligence 2, 56–67, algorithm 2).
 * They add up to score − expectation. Work per tree is of the order of leaves × depth².
 */
import { goesLeft, readersOf, readRow } from './trees.predict.ts'
import { leafKind, type Trees } from './trees.store.ts'

export interface Reasons {
  /** Mean score of the rows of the fit, as the trees count them: where every explanation begins. */
  readonly expectation: number
  /** A row's part of each column; `rows.length` arrays of `trees.columns` numbers. */
  readonly reasons: readonly Float64Array[]
}

/** Explains rows, each an array over the columns of the fit. Throws RangeError where a row is of another length. */
export function shapley(trees: Trees, rows: readonly ArrayLike<number>[]): Reasons {
  if (rows.some((row) => row.length !== trees.columns)) throw new RangeError(`these trees know ${trees.columns} columns`)
  const readers = readersOf(trees)
  const deepest = depthOf(trees)
  const path = pathOf(deepest)
  const reasons = rows.map((row) => {
    const shares = new Float64Array(trees.columns)
    const values = readRow(readers, row)
    const walk = { trees, values, shares, path }
    for (const root of trees.roots) follow(walk, root, 0, 0, 1, 1, -1)
    return shares
  })
  return { expectation: expectationOf(trees), reasons }
}

/** Base plus the mean of the leaves of each tree, weighted by the rows of the fit that fell into them. */
export function expectationOf({ roots, kind, value, count, base }: Trees): number {
  let sum = base
  for (const [t, root] of roots.entries()) {
    let inside = 0
    const end = roots[t + 1] ?? kind.length
    for (let node = root; node < end; node += 1) if (kind[node] === leafKind) inside += (value[node] ?? 0) * (count[node] ?? 0)
    sum += inside / (count[root] ?? 1)
  }
  return sum
}

function depthOf({ kind, left }: Trees): number {
  const depths = new Uint16Array(kind.length)
  let deepest = 0
  // Children stand behind their parents.
  for (let node = 0; node < kind.length; node += 1) {
    if (kind[node] === leafKind) continue
    const depth = (depths[node] ?? 0) + 1
    depths[left[node] ?? 0] = depth
    depths[(left[node] ?? 0) + 1] = depth
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** Of each column on the way: which it is, the share of sets that leave it out and lead here (zero), whether the row itself leads here (one), and the weight of sets by size. */
interface Path {
  readonly column: Int32Array
  readonly zero: Float64Array
  readonly one: Float64Array
  readonly weight: Float64Array
  /** (l + 1) ÷ (k + 1), (l − k) ÷ (l + 1) and its inverse at l × width + k: with them the inmost loops need no division. */
  readonly width: number
  readonly up: Float64Array
  readonly down: Float64Array
  readonly over: Float64Array
}

/** Room for a way of every depth: each level of the recursion has its own copy, one longer than its parent's. */
function pathOf(deepest: number): Path {
  const length = ((deepest + 2) * (deepest + 3)) / 2
  const width = deepest + 2
  const ratios = (of: (l: number, k: number) => number): Float64Array => Float64Array.from({ length: width * width }, (_, i) => of(Math.floor(i / width), i % width))
  return {
    column: new Int32Array(length), zero: new Float64Array(length), one: new Float64Array(length), weight: new Float64Array(length),
    width, up: ratios((l, k) => (l + 1) / (k + 1)), down: ratios((l, k) => (l - k) / (l + 1)), over: ratios((l, k) => (l + 1) / (l - k))
  }
}

interface Walk { readonly trees: Trees, readonly values: Float64Array, readonly shares: Float64Array, readonly path: Path }

/** The way at `at` of `length` columns is copied behind itself, extended by the column that was just asked, and followed to both sides. */
function follow(walk: Walk, node: number, from: number, length: number, zero: number, one: number, column: number): void {
  const { trees, values, shares, path } = walk
  const at = from + length
  for (let i = 0; i < length; i += 1) {
    path.column[at + i] = path.column[from + i] ?? 0
    path.zero[at + i] = path.zero[from + i] ?? 0
    path.one[at + i] = path.one[from + i] ?? 0
    path.weight[at + i] = path.weight[from + i] ?? 0
  }
  extend(path, at, length, zero, one, column)
  if (trees.kind[node] === leafKind) {
    const value = trees.value[node] ?? 0
    const cold = coldSum(path, at, length)
    for (let i = 1; i <= length; i += 1) {
      const j = path.column[at + i] ?? 0
      const z = path.zero[at + i] ?? 0
      shares[j] = (shares[j] ?? 0) + (path.one[at + i] === 0 ? -cold : hotSum(path, at, length, z) * (1 - z)) * value
    }
    return
  }
  const asked = trees.column[node] ?? 0
  const left = trees.left[node] ?? 0
  const [hot, cold] = goesLeft(trees, node, values) ? [left, left + 1] : [left + 1, left]
  let [steps, zeroBefore, oneBefore] = [length + 1, 1, 1]
  for (let i = 1; i <= length; i += 1) {
    if (path.column[at + i] !== asked) continue
    // Asked before on this way: its former answer is taken back and multiplied in.
    zeroBefore = path.zero[at + i] ?? 0
    oneBefore = path.one[at + i] ?? 0
    unwind(path, at, length, i)
    steps -= 1
    break
  }
  const count = trees.count[node] ?? 1
  follow(walk, hot, at, steps, (zeroBefore * (trees.count[hot] ?? 0)) / count, oneBefore, asked)
  follow(walk, cold, at, steps, (zeroBefore * (trees.count[cold] ?? 0)) / count, 0, asked)
}

function extend({ column, zero, one, weight }: Path, at: number, length: number, z: number, o: number, j: number): void {
  const share = 1 / (length + 1)
  column[at + length] = j
  zero[at + length] = z
  one[at + length] = o
  weight[at + length] = length === 0 ? 1 : 0
  for (let i = length - 1; i >= 0; i -= 1) {
    const w = weight[at + i] ?? 0
    weight[at + i + 1] = (weight[at + i + 1] ?? 0) + o * w * (i + 1) * share
    weight[at + i] = z * w * (length - i) * share
  }
}

/** Takes the column at place i out of a way of `length` + 1. */
function unwind({ column, zero, one, weight, width, up, down, over }: Path, at: number, length: number, i: number): void {
  const [z, o] = [zero[at + i] ?? 0, one[at + i] ?? 0]
  let next = weight[at + length] ?? 0
  for (let k = length - 1; k >= 0; k -= 1) {
    const w = weight[at + k] ?? 0
    if (o === 0) weight[at + k] = (w * (over[length * width + k] ?? 0)) / z
    else {
      const taken = next * (up[length * width + k] ?? 0)
      weight[at + k] = taken
      next = w - taken * z * (down[length * width + k] ?? 0)
    }
  }
  for (let k = i; k < length; k += 1) {
    column[at + k] = column[at + k + 1] ?? 0
    zero[at + k] = zero[at + k + 1] ?? 0
    one[at + k] = one[at + k + 1] ?? 0
  }
}

/** The sum of the weights that `unwind` would leave of a column whose `zero` is z and whose `one` is 1 (it is never anything between 0 and 1). */
function hotSum({ weight, width, up, down }: Path, at: number, length: number, z: number): number {
  const row = length * width
  let sum = 0
  let next = weight[at + length] ?? 0
  for (let k = length - 1; k >= 0; k -= 1) {
    const taken = next * (up[row + k] ?? 0)
    sum += taken
    next = (weight[at + k] ?? 0) - taken * z * (down[row + k] ?? 0)
  }
  return sum
}

/** The same where `one` is 0, times z: it is alike for all such columns of a way. */
function coldSum({ weight, width, over }: Path, at: number, length: number): number {
  let sum = 0
  for (let k = length - 1; k >= 0; k -= 1) sum += (weight[at + k] ?? 0) * (over[length * width + k] ?? 0)
  return sum
}
