import type { SharedMemory } from './trees.kernel.ts'

/**
 * The memory that growing trees works on, laid out so that several threads can share it, and how they share the work: one thread leads, opens a step and
 * works on its parts; whoever else has been lent takes parts of the same step. A part is claimed by one atomic addition, so whoever is slow or late takes less,
 * and nobody is waited for but for the parts that he claimed.
 *
 * Slopes are whole numbers of a small unit, so their sums are exact: neither the number of threads nor the order of rows changes a single bit of the result.
 */
export interface Ground {
  readonly memory: SharedMemory
  readonly rows: number
  readonly columns: number
  readonly bins: Uint8Array
  readonly sizes: Int32Array
  readonly isCategorical: Uint8Array
  /** Where the cells of a column begin in a histogram, in bins; the last is the length of a histogram. */
  readonly starts: Int32Array
  /** Rows of the fit, leaf after leaf; behind them those that only watch (held out, or not drawn for this tree). */
  readonly order: Uint32Array
  readonly target: Float64Array
  readonly weight: Float64Array
  readonly score: Float64Array
  /** By row two 64-bit integers: the first derivative of the loss by the score in units of `slopeUnitRule`; and, below the bit `countShiftCell`, the second in units of `bendUnitRule` with a 1 above. */
  readonly pairs: Int32Array
  /** The same of the leaf at work, in the order of its rows. */
  readonly pairsNow: Int32Array
  /** Sums of pairs by bin; a slot of `starts.at(-1)` bins for each leaf. */
  readonly histograms: Int32Array
  /** Room for a sum, for the side of each bin, and for rows that wait. */
  readonly total: Int32Array
  readonly sides: Uint8Array
  readonly spare: Uint32Array
  /** The best cut of each column by the kernel's account, as `found`; and a pair of zeros to begin with. */
  readonly cuts: Int32Array
  readonly nothing: Int32Array
  /** Slope, bend and rows of the leaves at work: of the smaller, then of the larger. */
  readonly sums: Float64Array
  /** The best split of each column: for the smaller leaf of a step, then for the larger. */
  readonly found: Float64Array
  /** Which columns this tree may use. */
  readonly isOpen: Uint8Array
  readonly tree: GrowingTree
  readonly rules: Float64Array
  readonly control: Int32Array
}

/** The tree at work, in bins. Children stand side by side: `left` and `left + 1`; 0 marks a leaf. */
export interface GrowingTree {
  readonly column: Int32Array
  readonly bin: Int32Array
  readonly isMissingLeft: Uint8Array
  readonly left: Int32Array
  readonly value: Float64Array
  /** Of a categorical split: a bit a bin, set where the bin goes left; eight words a node. */
  readonly sets: Uint32Array
  /** Of the leaves in the order of their rows: where each ends in `order`, and its node. */
  readonly ends: Uint32Array
  readonly leaves: Uint32Array
}

/** Cells of `found`. */
export const foundLength = 8
export const [gainCell, binCell, missingCell, slopeCell, bendCell, countCell] = [0, 1, 2, 3, 4, 5] as const
/** Cells of `rules`. */
export const [penaltyRule, leastRowsRule, leastBendRule, smoothingRule, leastCategoryRule, slopeUnitRule, bendUnitRule] = [0, 1, 2, 3, 4, 5, 6] as const
/** Cells of `control`: first those of the crew, then the arguments of a step. */
export const [nextCell, partsCell, activeCell, stepCell, endCell, kindCell, fromCell, toCell, smallCell, largeCell, leavesCell, fitCell, lossCell, brokenCell, countShiftCell] =
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const
export const controlLength = 16

/** Beyond every part: nothing can be claimed while no step is open. */
const closed = 1 << 30

/** Does one part of the open step. */
export type Work = (part: number) => void

export function prepareControl(control: Int32Array): void { Atomics.store(control, nextCell, closed) }

/** Leads a step of `parts` parts through, with whoever helps. The arguments stand in `control` already. */
export function lead({ control }: Ground, work: Work, parts: number): void {
  control[partsCell] = parts
  Atomics.store(control, nextCell, 0)
  Atomics.add(control, stepCell, 1)
  Atomics.notify(control, stepCell)
  claim(control, work)
  Atomics.store(control, nextCell, closed)
  for (let turns = 0; ; turns += 1) {
    const active = Atomics.load(control, activeCell)
    if (active === 0) break
    if (turns > 2_000) Atomics.wait(control, activeCell, active, 1)
  }
  if (Atomics.load(control, brokenCell) !== 0) throw new Error('a helper broke while growing trees')
}

/** Helps with every step until the ground is closed. For a thread of its own: it blocks. */
export function lend({ control }: Ground, work: Work): void {
  for (let seen = -1; Atomics.load(control, endCell) === 0;) {
    let step = Atomics.load(control, stepCell)
    for (let turns = 0; step === seen && turns < 4_000; turns += 1) step = Atomics.load(control, stepCell)
    if (step === seen) { Atomics.wait(control, stepCell, seen, 50); continue }
    seen = step
    Atomics.add(control, activeCell, 1)
    try {
      claim(control, work)
    } catch (error) {
      // Its part is lost, and with it the fit: the leader must hear of it rather than wait.
      Atomics.store(control, brokenCell, 1)
      throw error
    } finally {
      Atomics.sub(control, activeCell, 1)
      Atomics.notify(control, activeCell)
    }
  }
}

/** Sends the helpers home. */
export function close({ control }: Ground): void {
  Atomics.store(control, endCell, 1)
  Atomics.add(control, stepCell, 1)
  Atomics.notify(control, stepCell)
}

function claim(control: Int32Array, work: Work): void {
  for (let part = Atomics.add(control, nextCell, 1); part < closed && part < (control[partsCell] ?? 0); part = Atomics.add(control, nextCell, 1)) work(part)
}
