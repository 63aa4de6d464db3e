/** What fitted trees say of rows. */
import { finite } from './trees.bins.ts'
import { categoryRight, leafKind, numberLeft, numberRight, type Trees } from './trees.store.ts'

/** Rows at a time: as many as stay in the fast memory while all trees look at them. */
const block = 256

/** Chances (log loss) or means (squared error) of rows given as columns, in the order of the fit. Throws RangeError where their number or lengths differ. */
export function predictTrees(trees: Trees, columns: readonly ArrayLike<number>[]): Float64Array {
  const scores = scoreTrees(trees, columns)
  if (trees.loss === 'log') for (let i = 0; i < scores.length; i += 1) scores[i] = 1 / (1 + Math.exp(-(scores[i] ?? 0)))
  return scores
}

/** Scores before the link: log odds for log loss, means for squared error. */
export function scoreTrees(trees: Trees, columns: readonly ArrayLike<number>[]): Float64Array {
  const rows = columns[0]?.length ?? 0
  if (columns.length !== trees.columns || columns.some((column) => column.length !== rows)) throw new RangeError(`these trees know ${trees.columns} columns of equal length`)
  const scores = new Float64Array(rows).fill(trees.base)
  const width = columns.length
  const values = new Float64Array(block * width)
  const reads = readersOf(trees)
  for (let from = 0; from < rows; from += block) {
    const n = Math.min(block, rows - from)
    for (const [j, column] of columns.entries()) {
      const read = reads[j] ?? finite
      for (let i = 0; i < n; i += 1) values[i * width + j] = read(column[from + i] ?? Number.NaN)
    }
    for (const root of trees.roots) addOneTree(trees, root, values, width, n, scores, from)
  }
  return scores
}

type Reader = (value: number) => number

/** How each column is read: numbers finite or NaN, categories as the number of their bin, or NaN where it was not seen. */
export const readersOf = ({ codes, columns }: Trees): readonly Reader[] => Array.from({ length: columns }, (_, j) => {
  const known = codes[j]
  if (!known) return finite
  const bins = new Map(Array.from(known, (code, b) => [code, b]))
  return (code: number) => bins.get(finite(code)) ?? Number.NaN
})

/** One row as the nodes compare it. */
export const readRow = (readers: readonly Reader[], row: ArrayLike<number>): Float64Array => Float64Array.from(readers, (read, j) => read(row[j] ?? Number.NaN))

function addOneTree({ kind, column, threshold, left, value, sets }: Trees, root: number, values: Float64Array, width: number, n: number, scores: Float64Array, from: number): void {
  for (let i = 0; i < n; i += 1) {
    const base = i * width
    let node = root
    for (let asks = kind[node] ?? 0; asks !== leafKind; asks = kind[node] ?? 0) {
      const x = values[base + (column[node] ?? 0)] ?? 0
      const t = threshold[node] ?? 0
      const isLeft = asks === numberRight ? x <= t : asks === numberLeft ? !(x > t) : isInSet(sets, t, x, asks)
      node = (left[node] ?? 0) + (isLeft ? 0 : 1)
    }
    scores[from + i] = (scores[from + i] ?? 0) + (value[node] ?? 0)
  }
}

const isInSet = (sets: Uint32Array, at: number, bin: number, asks: number): boolean =>
  bin !== bin ? asks !== categoryRight : ((sets[at + (bin >> 5)] ?? 0) >>> (bin & 31) & 1) === 1

/** Whether a row that `readRow` made goes left at a node. */
export function goesLeft({ kind, column, threshold, sets }: Trees, node: number, values: Float64Array): boolean {
  const [x, t, asks] = [values[column[node] ?? 0] ?? 0, threshold[node] ?? 0, kind[node] ?? 0]
  return asks === numberRight ? x <= t : asks === numberLeft ? !(x > t) : isInSet(sets, t, x, asks)
}
