/**
 * Orders into batches of whole orders, in lanes that are written side by side. A customer belongs to one lane, so lanes do not wait for each other's keys. The
 * same file and mapping give the same batches every time: that is what lets an import go on where it was killed.
 */
import { spreadOf } from './acquaintance.ts'
import { openBatchSpace, type Batch, type BatchSpace, type PutId } from './batch.ts'
import type { FileOrders } from './facts.ts'

export interface Lanes {
  readonly add: (entry: FileOrders) => void
  /** Waits until the lanes can take more; throws what a lane threw. */
  readonly settle: () => Promise<void>
  /** Closes the last batches and waits for all. */
  readonly end: () => Promise<void>
  /** After a failure: waits for what is being written and drops the rest. */
  readonly abandon: () => Promise<void>
}

const linesPerBatch = 12_000
const lanesAtOnce = 2
const waitingPerLane = 1

/** `createIds` names the orders, each lane's from a place of its own: then they rise in its part of the index, and no lane comes between another's. */
export function openLanes(write: (batch: Batch) => Promise<void>, source: string, createIds: () => PutId): Lanes {
  const lanes = Array.from({ length: lanesAtOnce }, (_, index) => createLane(index, write, source, createIds()))
  return {
    add: (entry) => lanes[(spreadOfEntry(entry) >>> 8) % lanesAtOnce]?.add(entry),
    settle: async () => { for (const lane of lanes) await lane.settle(waitingPerLane) },
    end: async () => {
      for (const lane of lanes) lane.close()
      await Promise.all(lanes.map((lane) => lane.settle(0)))
    },
    abandon: async () => { await Promise.allSettled(lanes.map((lane) => lane.settle(0))) }
  }
}

const spreadOfEntry = ({ buyer, orders }: FileOrders): number => (buyer.keyText === undefined ? spreadOf(orders[0]?.number ?? '') : buyer.spread)

interface Lane {
  readonly add: (entry: FileOrders) => void
  readonly close: () => void
  /** Waits until at most so many batches are unwritten. */
  readonly settle: (most: number) => Promise<void>
}

function createLane(index: number, write: (batch: Batch) => Promise<void>, source: string, putId: PutId): Lane {
  let closed = 0
  let failure: { readonly error: unknown } | undefined
  const waiting: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  const spare: BatchSpace[] = []
  let space = openBatchSpace(source)

  function close(): void {
    if (space.isEmpty()) return
    const full = space
    const batch = full.batch(closed * lanesAtOnce + index)
    closed++
    space = spare.pop() ?? openBatchSpace(source)
    last = last.then(async () => {
      if (failure) return
      try { await write(batch) } catch (error) { failure = { error } }
      full.clear()
      spare.push(full)
    })
    waiting.push(last)
  }

  return {
    add: ({ buyer, orders, rows }) => {
      for (const order of orders) space.keep(order, putId, buyer, rows)
      if (space.lines() >= linesPerBatch) close()
    },
    close,
    settle: async (most) => {
      while (waiting.length > most) await waiting.shift()
      if (failure) throw failure.error
    }
  }
}
