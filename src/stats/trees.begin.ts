/** Before the first tree: the memory, who works in it, the score that everybody begins with, and which rows and columns a tree sees. */
import type { Draw } from './draw.ts'
import type { Binned } from './trees.bins.ts'
import type { Bounds } from './trees.grow.ts'
import {
  bendGridRule, controlLength, foundLength, gridRule, leastBendRule, leastCategoryRule, leastRowsRule, leavesCell, penaltyRule, prepareControl, smoothingRule, fitCell, type Ground
} from './trees.ground.ts'
import { lanes } from './trees.histogram.ts'
import type { TreeOptions } from './trees.ts'

/** Who grows the trees. Helpers in other threads get the ground, whose memory is then shared, and call `lend(ground, work)`; it returns when the fit is done. */
export interface Crew {
  /** Memory that all of the crew can reach: ArrayBuffer for one thread, SharedArrayBuffer for several. */
  readonly allocate: (bytes: number) => ArrayBufferLike
  readonly begin: (ground: Ground) => void
}

export const alone: Crew = { allocate: (bytes) => new ArrayBuffer(bytes), begin: () => undefined }

export interface Beginning {
  readonly ground: Ground
  /** Rows to learn from, rising. */
  readonly train: Uint32Array
  readonly base: number
  readonly isOneClass: boolean
}

export function groundOf(binned: Binned, target: ArrayLike<number>, options: TreeOptions, bounds: Bounds, { allocate }: Crew): Beginning {
  const { rows, columns } = binned
  const doubles = (length: number): Float64Array => new Float64Array(allocate(8 * length))
  const starts = new Int32Array(allocate(4 * (columns + 1)))
  for (let j = 0; j < columns; j += 1) starts[j + 1] = (starts[j] ?? 0) + (binned.sizes[j] ?? 0) + 1
  const nodes = 2 * bounds.leaves - 1
  const ground: Ground = {
    rows, columns, bins: binned.bins, sizes: binned.sizes, isCategorical: new Uint8Array(allocate(columns)), starts, order: new Uint32Array(allocate(4 * rows)),
    target: doubles(rows), weight: doubles(rows), score: doubles(rows), slope: doubles(rows), bend: doubles(rows), slopeNow: doubles(rows), bendNow: doubles(rows),
    histograms: doubles(lanes * bounds.leaves * (starts[columns] ?? 0)), found: doubles(2 * columns * foundLength), isOpen: new Uint8Array(allocate(columns)),
    tree: {
      column: new Int32Array(allocate(4 * nodes)), bin: new Int32Array(allocate(4 * nodes)), isMissingLeft: new Uint8Array(allocate(nodes)), left: new Int32Array(allocate(4 * nodes)),
      value: doubles(nodes), sets: new Uint32Array(allocate(32 * nodes)), ends: new Uint32Array(allocate(4 * bounds.leaves)), leaves: new Uint32Array(allocate(4 * bounds.leaves))
    },
    rules: doubles(8), control: new Int32Array(allocate(4 * controlLength))
  }
  prepareControl(ground.control)
  for (const [j, codes] of binned.codes.entries()) ground.isCategorical[j] = codes ? 1 : 0
  ground.target.set(target)
  if (options.weights) ground.weight.set(options.weights)
  else ground.weight.fill(1)
  const held = new Uint8Array(rows)
  for (let i = 0; i < (options.heldOut?.length ?? 0); i += 1) held[options.heldOut?.[i] ?? 0] = 1
  const train = Uint32Array.from({ length: rows }, (_, i) => i).filter((i) => held[i] === 0)
  if (train.length === 0) throw new RangeError('all rows are held out: none is left to learn from')
  const { base, isOneClass, spread } = baseOf(ground, train, options.loss)
  ground.score.fill(base)
  for (let i = 0; i < rows; i += 1) ground.order[i] = i
  ground.control[leavesCell] = 0
  ground.control[fitCell] = rows
  const heaviest = ground.weight.reduce((most, one) => Math.max(most, one), 0)
  const { rules } = ground
  rules[penaltyRule] = options.penalty ?? 1
  rules[leastRowsRule] = bounds.leastRows
  rules[leastBendRule] = options.leastBend ?? 0.001
  rules[smoothingRule] = options.smoothing ?? 10
  rules[leastCategoryRule] = options.leastCategory ?? 10
  // Residuals of squared error may outgrow the first ones a little before they shrink.
  rules[gridRule] = grid(rows * heaviest * (options.loss === 'log' ? 1 : 8 * spread))
  rules[bendGridRule] = grid(rows * heaviest)
  return { ground, train, base, isOneClass }
}

/** Adding this number and taking it away rounds to multiples of 2⁻⁵² of the least power of two not below `most`: sums up to `most` are then exact in any order. */
const grid = (most: number): number => (most > 0 ? 1.5 * 2 ** Math.ceil(Math.log2(most)) : 0)

function baseOf({ target, weight }: Ground, train: Uint32Array, loss: 'log' | 'squared'): { readonly base: number, readonly isOneClass: boolean, readonly spread: number } {
  let [low, high, heaviest, largest] = [Infinity, -Infinity, 0, 0]
  for (const i of train) {
    const y = target[i] ?? 0
    low = Math.min(low, y)
    high = Math.max(high, y)
    heaviest = Math.max(heaviest, weight[i] ?? 0)
    largest = Math.max(largest, Math.abs(y))
  }
  const [round, roundWeight] = [grid(train.length * heaviest * largest), grid(train.length * heaviest)]
  let [sum, whole] = [0, 0]
  for (const i of train) {
    const w = weight[i] ?? 0
    sum += w * (target[i] ?? 0) + round - round
    whole += w + roundWeight - roundWeight
  }
  if (whole === 0) throw new RangeError('no row has any weight')
  const mean = sum / whole
  if (loss === 'squared') return { base: mean, isOneClass: low === high, spread: Math.max(high - mean, mean - low) }
  const isOneClass = low === high && (low === 0 || low === 1)
  // The rule of succession keeps the odds of an answer that nobody gave finite.
  const chance = isOneClass ? (train.length * low + 1) / (train.length + 2) : mean
  return { base: Math.log(chance / (1 - chance)), isOneClass, spread: 1 }
}

/** Rows and columns of the next tree: sampled rows first (rising, so that memory is read in order), the others behind. Answers how many rows it learns from. */
export function resetOrder({ order, isOpen, columns }: Ground, train: Uint32Array, rowShare: number, columnShare: number, draw: Pick<Draw, 'next'> | undefined): number {
  isOpen.fill(1)
  if (columnShare < 1 && draw) pick(columns, Math.max(1, Math.round(columns * columnShare)), draw, (j, isIn) => { isOpen[j] = isIn ? 1 : 0 })
  const fitted = rowShare < 1 ? Math.max(1, Math.round(train.length * rowShare)) : train.length
  if (rowShare < 1 && draw) {
    let [inside, outside] = [0, fitted]
    pick(train.length, fitted, draw, (i, isIn) => {
      if (isIn) { order[inside] = train[i] ?? 0; inside += 1 } else { order[outside] = train[i] ?? 0; outside += 1 }
    })
  } else order.set(train)
  // Those held out only watch, from behind.
  if (train.length < order.length) {
    let [next, at] = [0, train.length]
    for (let row = 0; row < order.length; row += 1) {
      if (train[next] === row) next += 1
      else { order[at] = row; at += 1 }
    }
  }
  return fitted
}

/** Picks exactly `size` of n, all sets equally likely, in one pass (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S). */
function pick(n: number, size: number, draw: Pick<Draw, 'next'>, say: (i: number, isIn: boolean) => void): void {
  let wanted = size
  for (let i = 0; i < n; i += 1) {
    const isIn = draw.next() * (n - i) < wanted
    if (isIn) wanted -= 1
    say(i, isIn)
  }
}
