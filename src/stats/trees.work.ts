/** What one part of a step of growing trees does: a column of a leaf that was split, or a stretch of rows after a tree is done. Pure: only the ground changes. */
import {
  foundLength, fitCell, fromCell, kindCell, largeCell, leavesCell, lossCell, gridRule, bendGridRule, smallCell, toCell, type Ground
} from './trees.ground.ts'
import { fill, lanes, scan, subtract } from './trees.histogram.ts'

export const [splitKind, slopeKind] = [0, 1] as const
export const [logLossKind, squaredKind] = [0, 1] as const
/** Rows of a part of a slope step. */
export const stretch = 8_192

export function work(ground: Ground, part: number): void {
  if (ground.control[kindCell] === splitKind) splitColumn(ground, part)
  else slopes(ground, part * stretch, Math.min(ground.rows, (part + 1) * stretch))
}

/** The smaller leaf's histogram from its rows, the larger's by subtraction from their parent's (whose slot it inherits), and the best split of both. */
function splitColumn(ground: Ground, j: number): void {
  if (ground.isOpen[j] === 0) return
  const { control, starts, columns } = ground
  const length = lanes * (starts[columns] ?? 0)
  const begin = lanes * (starts[j] ?? 0)
  const [small, large] = [control[smallCell] ?? 0, control[largeCell] ?? -1]
  const base = small * length + begin
  fill(ground, j, control[fromCell] ?? 0, control[toCell] ?? 0, base)
  scan(ground, j, base, j * foundLength)
  if (large < 0) return
  subtract(ground, j, large * length + begin, base)
  scan(ground, j, large * length + begin, (columns + j) * foundLength)
}

/** Adds the finished tree to the scores of positions from..to of `order`, and renews their slopes. */
function slopes(ground: Ground, from: number, to: number): void {
  const { control, order, score, slope, bend, target, weight, rules, tree } = ground
  const [leaves, fitted] = [control[leavesCell] ?? 0, control[fitCell] ?? 0]
  if (leaves > 0) {
    let leaf = 0
    for (let i = from; i < Math.min(to, fitted); i += 1) {
      while (i >= (tree.ends[leaf] ?? 0)) leaf += 1
      const row = order[i] ?? 0
      score[row] = (score[row] ?? 0) + (tree.value[tree.leaves[leaf] ?? 0] ?? 0)
    }
    for (let i = Math.max(from, fitted); i < to; i += 1) {
      const row = order[i] ?? 0
      score[row] = (score[row] ?? 0) + (tree.value[leafOf(ground, row)] ?? 0)
    }
  }
  const [round, roundBend] = [rules[gridRule] ?? 0, rules[bendGridRule] ?? 0]
  if (control[lossCell] === squaredKind) {
    for (let i = from; i < to; i += 1) {
      const row = order[i] ?? 0
      const w = weight[row] ?? 0
      slope[row] = w * ((score[row] ?? 0) - (target[row] ?? 0)) + round - round
      bend[row] = w + roundBend - roundBend
    }
    return
  }
  for (let i = from; i < to; i += 1) {
    const row = order[i] ?? 0
    const w = weight[row] ?? 0
    const chance = 1 / (1 + Math.exp(-(score[row] ?? 0)))
    // Adding and taking away a large number rounds to its grid, on which sums are exact.
    slope[row] = w * (chance - (target[row] ?? 0)) + round - round
    bend[row] = w * chance * (1 - chance) + roundBend - roundBend
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
