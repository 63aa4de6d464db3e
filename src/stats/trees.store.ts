/** Grown trees in flat arrays, one node a place, and their plain form for JSON. */
import type { Binned } from './trees.bins.ts'
import type { Growth } from './trees.grow.ts'
import type { Ground } from './trees.ground.ts'

/** What a node asks: nothing (a leaf), whether a number is at most its threshold, or whether a category is in its set; and where a missing value goes. */
export const [leafKind, numberRight, numberLeft, categoryRight, categoryLeft] = [0, 1, 2, 3, 4] as const

export interface Trees {
  readonly loss: 'log' | 'squared'
  /** The score without any tree: log odds, or a mean. */
  readonly base: number
  readonly columns: number
  /** Of categorical columns the codes that were seen, rising; bin b is codes[b]. */
  readonly codes: readonly (Float64Array | undefined)[]
  /** First node of each tree. */
  readonly roots: Uint32Array
  readonly kind: Uint8Array
  readonly column: Int32Array
  /** Numbers: at most this goes left. Categories: where their set begins in `sets`. */
  readonly threshold: Float64Array
  /** The left child; the right one stands behind it. */
  readonly left: Uint32Array
  /** What a leaf adds to the score, learning rate included. */
  readonly value: Float64Array
  /** Rows of the fit in each node. */
  readonly count: Float64Array
  /** Eight words a set: a bit a bin, set where it goes left. */
  readonly sets: Uint32Array
  /** What the splits on each column gained in sum. */
  readonly gains: Float64Array
  /** All trees that were asked for; held-out loss no longer fell; nothing gained; or all answers the same. */
  readonly ended: 'all' | 'patience' | 'no-split' | 'one-class'
  /** Mean held-out loss after each tree that was grown, kept or not. */
  readonly heldOutLosses: readonly number[]
}

interface Store extends Pick<Trees, 'loss' | 'base'> {
  readonly binned: Binned
  readonly roots: number[]
  readonly kind: number[]
  readonly column: number[]
  readonly threshold: number[]
  readonly left: number[]
  readonly value: number[]
  readonly count: number[]
  readonly gain: number[]
  readonly sets: number[]
}

export const emptyStore = (binned: Binned, loss: Trees['loss'], base: number): Store =>
  ({ loss, base, binned, roots: [], kind: [], column: [], threshold: [], left: [], value: [], count: [], gain: [], sets: [] })

/** Takes over the tree that stands on the ground: bins become thresholds. */
export function addTree(store: Store, { tree, isCategorical }: Ground, { nodes, counts, gains }: Growth): void {
  const root = store.kind.length
  store.roots.push(root)
  for (let node = 0; node < nodes; node += 1) {
    const isLeaf = tree.left[node] === 0
    const j = tree.column[node] ?? 0
    const isCategory = isCategorical[j] === 1
    const isMissingLeft = tree.isMissingLeft[node] === 1
    store.kind.push(isLeaf ? leafKind : isCategory ? (isMissingLeft ? categoryLeft : categoryRight) : isMissingLeft ? numberLeft : numberRight)
    store.column.push(isLeaf ? 0 : j)
    // The last bin has no upper edge: all numbers go left, only the missing go right.
    store.threshold.push(isLeaf ? 0 : isCategory ? store.sets.length : store.binned.edges[j]?.[tree.bin[node] ?? 0] ?? Number.MAX_VALUE)
    if (!isLeaf && isCategory) for (let word = 0; word < 8; word += 1) store.sets.push(tree.sets[8 * node + word] ?? 0)
    store.left.push(isLeaf ? 0 : root + (tree.left[node] ?? 0))
    store.value.push(isLeaf ? tree.value[node] ?? 0 : 0)
    store.count.push(counts[node] ?? 0)
    store.gain.push(isLeaf ? 0 : gains[node] ?? 0)
  }
}

/** The first `trees` of what was grown. */
export function storedTrees(store: Store, trees: number, ended: Trees['ended'], heldOutLosses: readonly number[]): Trees {
  const { loss, base, binned } = store
  const nodes = store.roots[trees] ?? store.kind.length
  const gains = new Float64Array(binned.sizes.length)
  let sets = 0
  for (let node = 0; node < nodes; node += 1) {
    const j = store.column[node] ?? 0
    gains[j] = (gains[j] ?? 0) + (store.gain[node] ?? 0)
    if ((store.kind[node] ?? 0) >= categoryRight) sets = (store.threshold[node] ?? 0) + 8
  }
  return {
    loss, base, columns: binned.sizes.length, codes: binned.codes, roots: Uint32Array.from(store.roots.slice(0, trees)), kind: Uint8Array.from(store.kind.slice(0, nodes)),
    column: Int32Array.from(store.column.slice(0, nodes)), threshold: Float64Array.from(store.threshold.slice(0, nodes)), left: Uint32Array.from(store.left.slice(0, nodes)),
    value: Float64Array.from(store.value.slice(0, nodes)), count: Float64Array.from(store.count.slice(0, nodes)), sets: Uint32Array.from(store.sets.slice(0, sets)), gains, ended, heldOutLosses
  }
}

/** As plain JSON: numbers written by JavaScript read back to the same bits. */
export interface PlainTrees {
  readonly loss: Trees['loss']
  readonly base: number
  readonly columns: number
  readonly codes: readonly (readonly number[] | null)[]
  readonly roots: readonly number[]
  readonly kind: readonly number[]
  readonly column: readonly number[]
  readonly threshold: readonly number[]
  readonly left: readonly number[]
  readonly value: readonly number[]
  readonly count: readonly number[]
  readonly sets: readonly number[]
  readonly gains: readonly number[]
  readonly ended: Trees['ended']
  readonly heldOutLosses: readonly number[]
}

export const plainTrees = (trees: Trees): PlainTrees => ({
  loss: trees.loss, base: trees.base, columns: trees.columns, codes: trees.codes.map((codes) => (codes ? [...codes] : null)), roots: [...trees.roots], kind: [...trees.kind],
  column: [...trees.column], threshold: [...trees.threshold], left: [...trees.left], value: [...trees.value], count: [...trees.count], sets: [...trees.sets], gains: [...trees.gains],
  ended: trees.ended, heldOutLosses: trees.heldOutLosses
})

export const treesOfPlain = (plain: PlainTrees): Trees => ({
  ...plain, codes: plain.codes.map((codes) => (codes ? Float64Array.from(codes) : undefined)), roots: Uint32Array.from(plain.roots), kind: Uint8Array.from(plain.kind),
  column: Int32Array.from(plain.column), threshold: Float64Array.from(plain.threshold), left: Uint32Array.from(plain.left), value: Float64Array.from(plain.value),
  count: Float64Array.from(plain.count), sets: Uint32Array.from(plain.sets), gains: Float64Array.from(plain.gains)
})
