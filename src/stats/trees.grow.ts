/** One tree, leaf by leaf: the leaf whose split gains most is split next (leaf-wise growth; Shi 2007, Best-first decision tree learning; Ke et al. 2017, LightGBM). */
import {
  bendCell, binCell, countCell, foundLength, fromCell, gainCell, kindCell, largeCell, lead, leavesCell, missingCell, penaltyRule, slopeCell, smallCell, toCell, type Ground, type Work
} from './trees.ground.ts'
import { ints, orderCategories, readSum } from './trees.histogram.ts'
import type { Kernel } from './trees.kernel.ts'
import { splitKind } from './trees.work.ts'

export interface Growth {
  readonly nodes: number
  /** Rows of the fit in each node. */
  readonly counts: Float64Array
  /** What each split gained; 0 for leaves. */
  readonly gains: Float64Array
}

interface Leaf {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly depth: number
  readonly slope: number
  readonly bend: number
  readonly slot: number
  /** The best split; gain 0 where there is none. */
  gain: number
  column: number
  bin: number
  isMissingLeft: boolean
  leftSlope: number
  leftBend: number
  leftCount: number
}

export interface Bounds { readonly leaves: number, readonly depth: number, readonly leastRows: number, readonly leastGain: number, readonly rate: number }

/** Grows a tree on rows 0..fitted of `order`, which it leaves sorted by leaf, with the tree in `ground.tree` and its values times the learning rate. */
export function growTree(ground: Ground, kernel: Kernel, work: Work, fitted: number, bounds: Bounds): Growth {
  const { tree, order, pairs, pairsNow, total, control } = ground
  const [counts, gains] = [new Float64Array(2 * bounds.leaves - 1), new Float64Array(2 * bounds.leaves - 1)]
  kernel.gather(order.byteOffset, order.byteOffset + 4 * fitted, pairs.byteOffset, pairsNow.byteOffset)
  total.fill(0)
  kernel.total(pairsNow.byteOffset, pairsNow.byteOffset + 16 * fitted, total.byteOffset)
  const sum = readSum(ground, total, 0)
  const leafAt = (node: number, from: number, to: number, depth: number, g: number, h: number, slot: number): Leaf => {
    tree.left[node] = 0
    counts[node] = to - from
    return { node, from, to, depth, slope: g, bend: h, slot, gain: 0, column: 0, bin: 0, isMissingLeft: false, leftSlope: 0, leftBend: 0, leftCount: 0 }
  }
  const root = leafAt(0, 0, fitted, 0, sum.slope, sum.bend, 0)
  const leaves = [root]
  let nodes = 1
  if (bounds.leaves > 1 && fitted >= 2 * bounds.leastRows) expand(ground, work, root, undefined)
  while (leaves.length < bounds.leaves) {
    let best = 0
    for (let k = 1; k < leaves.length; k += 1) if ((leaves[k]?.gain ?? 0) > (leaves[best]?.gain ?? 0)) best = k
    const leaf = leaves[best]
    if (!leaf || leaf.gain <= bounds.leastGain) break
    const middle = leaf.from + leaf.leftCount
    const isLeftSmall = leaf.leftCount <= leaf.to - middle
    writeSplit(ground, leaf, nodes)
    gains[leaf.node] = leaf.gain
    part(ground, kernel, leaf, isLeftSmall)
    const slot = leaves.length
    const left = leafAt(nodes, leaf.from, middle, leaf.depth + 1, leaf.leftSlope, leaf.leftBend, isLeftSmall ? slot : leaf.slot)
    const right = leafAt(nodes + 1, middle, leaf.to, leaf.depth + 1, leaf.slope - leaf.leftSlope, leaf.bend - leaf.leftBend, isLeftSmall ? leaf.slot : slot)
    nodes += 2
    leaves[best] = left
    leaves.push(right)
    const [small, large] = isLeftSmall ? [left, right] : [right, left]
    // The last leaves of a tree, and those too small or too deep to split, need no histogram.
    if (leaves.length < bounds.leaves && left.depth < bounds.depth && large.to - large.from >= 2 * bounds.leastRows) expand(ground, work, small, large)
  }
  leaves.sort((a, b) => a.from - b.from)
  const penalty = ground.rules[penaltyRule] ?? 0
  for (const [k, leaf] of leaves.entries()) {
    tree.ends[k] = leaf.to
    tree.leaves[k] = leaf.node
    // + 0: JSON knows no negative zero.
    tree.value[leaf.node] = leaf.bend + penalty > 0 ? (-bounds.rate * leaf.slope) / (leaf.bend + penalty) + 0 : 0
  }
  control[leavesCell] = leaves.length
  return { nodes, counts, gains }
}

/** Histograms and best splits of two new leaves (or of the root alone). */
function expand(ground: Ground, work: Work, small: Leaf, large: Leaf | undefined): void {
  const { control, columns, sums } = ground
  sums.set([small.slope, small.bend, small.to - small.from, large?.slope ?? 0, large?.bend ?? 0, large ? large.to - large.from : 0])
  control[kindCell] = splitKind
  control[fromCell] = small.from
  control[toCell] = small.to
  control[smallCell] = small.slot
  control[largeCell] = large ? large.slot : -1
  lead(ground, work, columns)
  choose(ground, small, 0)
  if (large) choose(ground, large, columns * foundLength)
}

function choose({ found, isOpen, columns }: Ground, leaf: Leaf, base: number): void {
  for (let j = 0; j < columns; j += 1) {
    const at = base + j * foundLength
    if (isOpen[j] === 0 || (found[at + gainCell] ?? 0) <= leaf.gain) continue
    leaf.gain = found[at + gainCell] ?? 0
    leaf.column = j
    leaf.bin = found[at + binCell] ?? 0
    leaf.isMissingLeft = found[at + missingCell] === 1
    leaf.leftSlope = found[at + slopeCell] ?? 0
    leaf.leftBend = found[at + bendCell] ?? 0
    leaf.leftCount = found[at + countCell] ?? 0
  }
}

function writeSplit(ground: Ground, leaf: Leaf, left: number): void {
  const { tree: { column, bin, isMissingLeft, left: children, sets }, sizes, isCategorical, starts, columns } = ground
  const { node } = leaf
  column[node] = leaf.column
  bin[node] = leaf.bin
  isMissingLeft[node] = leaf.isMissingLeft ? 1 : 0
  children[node] = left
  if (isCategorical[leaf.column] !== 1) return
  const size = sizes[leaf.column] ?? 0
  const order = new Int32Array(size)
  const kept = orderCategories(ground, ints * (leaf.slot * (starts[columns] ?? 0) + (starts[leaf.column] ?? 0)), size, order)
  const put = (b: number, isLeft: boolean): void => {
    const [word, bit] = [8 * node + (b >> 5), 1 << (b & 31)]
    sets[word] = isLeft ? (sets[word] ?? 0) | bit : (sets[word] ?? 0) & ~bit
  }
  for (let b = 0; b < 256; b += 1) put(b, leaf.isMissingLeft && b <= size)
  for (let i = 0; i < kept; i += 1) put(order[i] ?? 0, i < leaf.bin)
}

/** Sorts the rows of a leaf into left and right, each in its former order, and lays out the pairs of the smaller side for its histogram. */
function part({ order, bins, rows, sizes, isCategorical, pairs, pairsNow, tree, sides, spare }: Ground, kernel: Kernel, leaf: Leaf, isLeftSmall: boolean): void {
  const { from, to, column: j, bin, node } = leaf
  const size = sizes[j] ?? 0
  // A byte for each bin says its side: one look instead of three questions.
  for (let b = 0; b <= size; b += 1) {
    sides[b] = isCategorical[j] === 1 ? (tree.sets[8 * node + (b >> 5)] ?? 0) >>> (b & 31) & 1 : b === size ? Number(leaf.isMissingLeft) : b <= bin ? 1 : 0
  }
  const middle = from + leaf.leftCount
  kernel.part(order.byteOffset + 4 * from, order.byteOffset + 4 * to, bins.byteOffset + j * rows, sides.byteOffset, spare.byteOffset)
  const [first, last] = isLeftSmall ? [from, middle] : [middle, to]
  kernel.gather(order.byteOffset + 4 * first, order.byteOffset + 4 * last, pairs.byteOffset, pairsNow.byteOffset + 16 * first)
}
