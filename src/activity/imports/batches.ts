/**
 * Orders into batches of whole orders, in lanes that are written side by side. A customer belongs to one lane, so lanes do not wait for each other's keys. The
 * same file and mapping give the same batches every time: that is what lets an import go on where it was killed.
 */
import type { FileOrders } from './facts.ts'

export interface Batch {
  readonly no: number
  readonly entries: readonly FileOrders[]
  readonly lines: number
}

export interface Lanes {
  readonly add: (entry: FileOrders) => void
  /** Waits until the lanes can take more; throws what a lane threw. */
  readonly settle: () => Promise<void>
  /** Closes the last batches and waits for all. */
  readonly end: () => Promise<void>
  /** After a failure: waits for what is being written and drops the rest. */
  readonly abandon: () => Promise<void>
}

const linesPerBatch = 12_500
const lanesAtOnce = 2
const waitingPerLane = 1

export function openLanes(write: (batch: Batch) => Promise<void>): Lanes {
  const lanes = Array.from({ length: lanesAtOnce }, (_, index) => createLane(index, write))
  return {
    add: (entry) => lanes[laneOf(entry)]?.add(entry),
    settle: async () => { for (const lane of lanes) await lane.settle(waitingPerLane) },
    end: async () => {
      for (const lane of lanes) lane.close()
      await Promise.all(lanes.map((lane) => lane.settle(0)))
    },
    abandon: async () => { await Promise.allSettled(lanes.map((lane) => lane.settle(0))) }
  }
}

function laneOf({ keys, orders }: FileOrders): number {
  const text = keys[0]?.value ?? orders[0]?.number ?? ''
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0
  return (sum >>> 8) % lanesAtOnce
}

interface Lane {
  readonly add: (entry: FileOrders) => void
  readonly close: () => void
  /** Waits until at most so many batches are unwritten. */
  readonly settle: (most: number) => Promise<void>
}

function createLane(index: number, write: (batch: Batch) => Promise<void>): Lane {
  let entries: FileOrders[] = []
  let lines = 0
  let closed = 0
  let failure: { readonly error: unknown } | undefined
  const waiting: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()

  function close(): void {
    if (entries.length === 0) return
    const batch: Batch = { no: closed * lanesAtOnce + index, entries, lines }
    closed++
    entries = []
    lines = 0
    last = last.then(async () => {
      if (failure) return
      try { await write(batch) } catch (error) { failure = { error } }
    })
    waiting.push(last)
  }

  return {
    add: (entry) => {
      entries.push(entry)
      for (const order of entry.orders) lines += order.lines.length
      if (lines >= linesPerBatch) close()
    },
    close,
    settle: async (most) => {
      while (waiting.length > most) await waiting.shift()
      if (failure) throw failure.error
    }
  }
}
