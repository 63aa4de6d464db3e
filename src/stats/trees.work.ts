/** What one part of a step of growing trees does: a column of a leaf that was split, or a stretch of rows between trees. Pure: only the ground changes. */
import {
  bendUnitRule, countShiftCell, fitCell, fromCell, kindCell, largeCell, lossCell, slopeUnitRule, smallCell, toCell, type Ground, type Work
} from './trees.ground.ts'
import { ints, scan } from './trees.histogram.ts'
import { kernelOf, type Kernel } from './trees.kernel.ts'

export const [splitKind, addKind, slopeKind] = [0, 1, 2] as const
export const [logLossKind, squaredKind] = [0, 1] as const
/** Adding and taking away this number rounds to a whole one: doubles above 2⁵² have no fractions. */
const rounder = 1.5 * 2 ** 52
/** Rows of a part of a slope step. */
export const stretch = 8_192

/** What a thread does with a part. */
export function workOn(ground: Ground, kernel: Kernel = kernelOf(ground.memory)): Work {
  return (part) => {
    const [from, to] = [part * stretch, Math.min(ground.rows, (part + 1) * stretch)]
    if (ground.control[kindCell] === splitKind) splitColumn(ground, kernel, part)
    else if (ground.control[kindCell] === addKind) addTree(ground, from, to)
    else renew(ground, from, to)
  }
}

/** The smaller leaf's histogram from its rows, the larger's by subtraction from their parent's (whose slot it inherits), and the best split of both. */
function splitColumn(ground: Ground, kernel: Kernel, j: number): void {
  if (ground.isOpen[j] === 0) return
  const { control, starts, sizes, columns, rows, order, bins, pairsNow, histograms } = ground
  const length = ints * (starts[columns] ?? 0)
  const begin = ints * (starts[j] ?? 0)
  const here = ints * ((sizes[j] ?? 0) + 1)
  const [small, large, from, to] = [control[smallCell] ?? 0, control[largeCell] ?? -1, control[fromCell] ?? 0, control[toCell] ?? 0]
  const base = small * length + begin
  histograms.fill(0, base, base + here)
  const cells = histograms.byteOffset + 4 * base
  kernel.fill(order.byteOffset + 4 * from, order.byteOffset + 4 * to, bins.byteOffset + j * rows, pairsNow.byteOffset + 16 * from, cells)
  scan(ground, kernel, j, base, 0)
  if (large < 0) return
  const whole = histograms.byteOffset + 4 * (large * length + begin)
  kernel.subtract(whole, cells, whole + 4 * here)
  scan(ground, kernel, j, large * length + begin, 1)
}

/** Adds the finished tree to the scores of positions from..to of `order`. */
function addTree(ground: Ground, from: number, to: number): void {
  const { control, order, score, tree } = ground
  const fitted = control[fitCell] ?? 0
  let leaf = 0
  for (let i = from; i < Math.min(to, fitted);) {
    while (i >= (tree.ends[leaf] ?? 0)) leaf += 1
    const value = tree.value[tree.leaves[leaf] ?? 0] ?? 0
    for (const end = Math.min(to, tree.ends[leaf] ?? 0); i < end; i += 1) {
      const row = order[i] ?? 0
      score[row] = (score[row] ?? 0) + value
    }
  }
  for (let i = Math.max(from, fitted); i < to; i += 1) {
    const row = order[i] ?? 0
    score[row] = (score[row] ?? 0) + (tree.value[leafOf(ground, row)] ?? 0)
  }
}

/** Renews the slopes of rows from..to. */
function renew({ control, score, pairs, target, weight, rules }: Ground, from: number, to: number): void {
  // Units are powers of two, so multiplying by their inverse changes no digit.
  const [perSlope, perBend] = [1 / (rules[slopeUnitRule] ?? 1), 1 / (rules[bendUnitRule] ?? 1)]
  const one = 2 ** ((control[countShiftCell] ?? 32) - 32)
  const isSquared = control[lossCell] === squaredKind
  for (let row = from; row < to; row += 1) {
    const w = weight[row] ?? 0
    const s = score[row] ?? 0
    const chance = isSquared ? 0 : 1 / (1 + Math.exp(-s))
    const slope = w * ((isSquared ? s : chance) - (target[row] ?? 0)) * perSlope + rounder - rounder
    const bend = w * (isSquared ? 1 : chance * (1 - chance)) * perBend + rounder - rounder
    const at = ints * row
    pairs[at] = slope
    pairs[at + 1] = Math.floor(slope / 2 ** 32)
    pairs[at + 2] = bend
    pairs[at + 3] = one + Math.floor(bend / 2 ** 32)
  }
}

function leafOf(ground: Ground, row: number): number {
  const { tree: { left, column, bin, isMissingLeft, sets }, bins, rows, sizes, isCategorical } = ground
  let node = 0
  for (let child = left[0] ?? 0; child !== 0; child = left[node] ?? 0) {
    const j = column[node] ?? 0
    const b = bins[j * rows + row] ?? 0
    const isLeft = isCategorical[j] === 1 ? ((sets[8 * node + (b >> 5)] ?? 0) >>> (b & 31) & 1) === 1
      : b === sizes[j] ? isMissingLeft[node] === 1 : b <= (bin[node] ?? 0)
    node = isLeft ? child : child + 1
  }
  return node
}
