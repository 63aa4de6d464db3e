/** Before the first tree: the memory, who works in it, the score that everybody begins with, and which rows and columns a tree sees. */
import type { Draw } from './draw.ts'
import { cutColumns, fillBins, type Binned } from './trees.bins.ts'
import type { Bounds } from './trees.grow.ts'
import {
  bendUnitRule, controlLength, countShiftCell, fitCell, foundLength, leastBendRule, leastCategoryRule, leastRowsRule, leavesCell, penaltyRule, prepareControl, slopeUnitRule, smoothingRule, type Ground
} from './trees.ground.ts'
import { cutInts, ints } from './trees.histogram.ts'
import { sharedMemory } from './trees.kernel.ts'
import type { TreeOptions } from './trees.ts'

/** Who grows the trees. Helpers in other threads get the ground, whose memory is shared, and call `lend(ground, workOn(ground))`, which returns when the fit is done. */
export interface Crew { readonly begin: (ground: Ground) => void }

export const alone: Crew = { begin: () => undefined }

export interface Beginning {
  readonly ground: Ground
  readonly binned: Binned
  /** Rows to learn from, rising. */
  readonly train: Uint32Array
  readonly base: number
  readonly isOneClass: boolean
}

/** Lays the ground out and fills it with the columns, the target and the rules. */
export function groundOf(columns: readonly ArrayLike<number>[], target: ArrayLike<number>, options: TreeOptions, bounds: Bounds): Beginning {
  const rows = target.length
  const binned = cutColumns(columns, new Set(options.categorical ?? []), options.bins ?? 255, options.draw)
  const starts = Int32Array.from({ length: columns.length + 1 })
  for (const [j, size] of binned.sizes.entries()) starts[j + 1] = (starts[j] ?? 0) + size + 1
  const nodes = 2 * bounds.leaves - 1
  const cells = ints * bounds.leaves * (starts[columns.length] ?? 0)
  // What each array takes, every one rounded up to 16 bytes, which pairs need; and some room for that.
  const memory = sharedMemory(rows * (columns.length + 8 + 24 + 32) + 4 * cells + (16 * foundLength + 8 * cutInts + 24) * columns.length + 80 * nodes + 4_096)
  let at = 0
  const place = (bytes: number): number => { const here = at; at += Math.ceil(bytes / 16) * 16; return here }
  const doubles = (length: number): Float64Array => new Float64Array(memory.buffer, place(8 * length), length)
  const integers = (length: number): Int32Array => new Int32Array(memory.buffer, place(4 * length), length)
  const words = (length: number): Uint32Array => new Uint32Array(memory.buffer, place(4 * length), length)
  const bytes = (length: number): Uint8Array => new Uint8Array(memory.buffer, place(length), length)
  const ground: Ground = {
    memory, rows, columns: columns.length, control: integers(controlLength), rules: doubles(8), sums: doubles(6), total: integers(ints), nothing: integers(ints), cuts: integers(2 * columns.length * cutInts), sides: bytes(256),
    sizes: integers(columns.length), isCategorical: bytes(columns.length), isOpen: bytes(columns.length), starts: integers(starts.length), found: doubles(2 * columns.length * foundLength),
    bins: bytes(rows * columns.length), order: words(rows), spare: words(rows), target: doubles(rows), weight: doubles(rows), score: doubles(rows), pairs: integers(ints * rows), pairsNow: integers(ints * rows),
    histograms: integers(cells),
    tree: { column: integers(nodes), bin: integers(nodes), isMissingLeft: bytes(nodes), left: integers(nodes), value: doubles(nodes), sets: words(8 * nodes), ends: words(bounds.leaves), leaves: words(bounds.leaves) }
  }
  ground.sizes.set(binned.sizes)
  ground.starts.set(starts)
  fillBins(columns, binned, ground.bins)
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
  const { rules, control } = ground
  rules[penaltyRule] = options.penalty ?? 1
  rules[leastRowsRule] = bounds.leastRows
  rules[leastBendRule] = options.leastBend ?? 0.001
  rules[smoothingRule] = options.smoothing ?? 10
  rules[leastCategoryRule] = options.leastCategory ?? 10
  // Residuals of squared error may outgrow the first ones a little before they shrink.
  rules[slopeUnitRule] = unit(rows * heaviest * (options.loss === 'log' ? 1 : 8 * spread), 52)
  // The count above, the bend below: 63 bits for both, and no more of them than a double holds.
  const shift = Math.min(52, 63 - Math.ceil(Math.log2(rows + 1)))
  control[countShiftCell] = shift
  rules[bendUnitRule] = unit(rows * heaviest * (options.loss === 'log' ? 0.25 : 1), shift)
  return { ground, binned, train, base, isOneClass }
}

/** The power of two in which sums up to `most` stay below 2 to the power `bits`, with room for rounding. */
const unit = (most: number, bits: number): number => (most > 0 ? 2 ** (Math.floor(Math.log2(most)) + 2 - bits) : 1)

/** Adding this number and taking it away rounds to a grid on which sums up to `most` are exact in any order. */
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
