/**
 * Orders into batches of whole orders, in lanes that are written side by side. A customer belongs to one lane, so lanes do not wait for each other's keys. The
 * same file and mapping give the same batches every time: that is what lets an import go on where it was killed.
 */
import { openLineStore, type LineStore } from '#activity/orders/orders.ts'
import type { FileLine, FileOrder, FileOrders } from './facts.ts'

export interface Batch {
  readonly no: number
  readonly entries: readonly FileOrders[]
  readonly lines: number
  /** Where the lines lie; undefined where they are not to be written. */
  readonly stored: LineStore | undefined
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

const linesPerBatch = 25_000
const lanesAtOnce = 2
const waitingPerLane = 1

/** `createIds` names the orders of batches that will be written, each lane's from a place of its own: then they rise in its part of the index, and no lane comes between another's. */
export function openLanes(write: (batch: Batch) => Promise<void>, createIds?: () => () => string): Lanes {
  const lanes = Array.from({ length: lanesAtOnce }, (_, index) => createLane(index, write, createIds?.()))
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

function createLane(index: number, write: (batch: Batch) => Promise<void>, nextId: (() => string) | undefined): Lane {
  let entries: FileOrders[] = []
  let lines = 0
  let closed = 0
  let failure: { readonly error: unknown } | undefined
  const waiting: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  const spare: LineStore[] = []
  let store = nextId ? openLineStore() : undefined

  function close(): void {
    if (entries.length === 0) return
    const batch: Batch = { no: closed * lanesAtOnce + index, entries, lines, stored: store }
    closed++
    entries = []
    lines = 0
    if (store) store = spare.pop() ?? openLineStore()
    last = last.then(async () => {
      if (failure) return
      try { await write(batch) } catch (error) { failure = { error } }
      batch.stored?.clear()
      if (batch.stored) spare.push(batch.stored)
    })
    waiting.push(last)
  }

  return {
    add: (entry) => {
      for (const order of entry.orders) {
        lines += order.raw?.count ?? order.lines.length
        if (nextId && store) keep(order, store, nextId())
      }
      entries.push(entry)
      if (lines >= linesPerBatch) close()
    },
    close,
    settle: async (most) => {
      while (waiting.length > most) await waiting.shift()
      if (failure) throw failure.error
    }
  }
}

/** In place: a copy of every order would keep the garbage collector busy. */
function keep(order: FileOrder, store: LineStore, orderId: string): void {
  order.orderId = orderId
  order.stored = order.raw ? store.keepRaw(orderId, order.raw) : store.keep(orderId, order.lines)
  order.raw = undefined
  order.lines = none
}

const none: readonly FileLine[] = []
