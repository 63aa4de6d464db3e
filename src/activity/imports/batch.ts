/**
 * The orders of a batch while it fills, waits and is written. Their places are used again by the batches that follow: a dozen objects for each order of a file,
 * which live just long enough to be carried into the old generation, kept the garbage collector as busy as the reading.
 */
import { openLineStore, type LineStore, type PreparedOrder } from '#activity/orders/orders.ts'
import type { Day } from '#foundation/zone.ts'
import { noOne, type Buyer, type FileOrder } from './facts.ts'

/** An order as the orders' door takes it, and what the import still has to find out about it. */
export interface Place extends Unsettled {
  buyer: Buyer
  /** As the file names it. */
  store: string | null
  /** Where the lines of the file that it came from stand in `Batch.rows`. */
  rowsFrom: number
  rowsTo: number
}

type Unsettled = { -readonly [K in keyof PreparedOrder]: PreparedOrder[K] }

export interface Batch {
  readonly no: number
  readonly orders: readonly Place[]
  /** The orders' lines. */
  readonly stored: LineStore
  /** The lines of the file that an order came from. Their cells are not kept: whoever needs them reads the file again. */
  readonly rowsOf: (order: Place) => readonly number[]
}

export interface BatchSpace {
  readonly isEmpty: () => boolean
  readonly lines: () => number
  readonly keep: (order: FileOrder, orderId: string, buyer: Buyer, rows: readonly number[]) => void
  readonly batch: (no: number) => Batch
  readonly clear: () => void
}

export function openBatchSpace(source: string): BatchSpace {
  const stored = openLineStore()
  const places: Place[] = []
  const rows: number[] = []
  let size = 0
  let lines = 0
  return {
    isEmpty: () => size === 0,
    lines: () => lines,
    keep: (order, orderId, buyer, from) => {
      const place = places[size] ??= emptyPlace(source)
      size++
      place.orderId = orderId
      place.buyer = buyer
      place.kind = order.kind
      place.number = order.number
      place.at = order.at
      place.channel = order.channel
      place.store = order.store
      place.currency = order.currency
      place.totalMinor = order.totalMinor
      place.costMinor = order.costMinor
      place.undoesNumber = order.undoesNumber
      place.contentHash = order.contentHash
      place.stored = order.raw ? stored.keepRaw(order.raw) : stored.keep(order.lines)
      place.rowsFrom = rows.length
      for (const row of from) rows.push(row)
      place.rowsTo = rows.length
      lines += place.stored.count
    },
    batch: (no) => ({ no, orders: places.slice(0, size), stored, rowsOf: ({ rowsFrom, rowsTo }) => rows.slice(rowsFrom, rowsTo) }),
    clear: () => {
      stored.clear()
      rows.length = 0
      size = 0
      lines = 0
    }
  }
}

export interface Settlement {
  /** Null: nobody knows who bought. */
  readonly customerId: string | null
  readonly storeId: string | null
  readonly day: Day
}

/** Whose the order is, where and on which day: the last that it lacks. */
export function settle(order: Place, { customerId, storeId, day }: Settlement): void {
  order.customerId = customerId ?? order.orderId
  order.anonymous = customerId === null
  order.storeId = storeId
  order.day = day
}

export const countLines = (orders: readonly PreparedOrder[]): number => orders.reduce((sum, { stored }) => sum + (stored?.count ?? 0), 0)

const emptyPlace = (source: string): Place => ({
  orderId: '', customerId: '', anonymous: false, kind: 'sale', source, number: '', at: 0, day: '', channel: null, storeId: null, currency: '', totalMinor: 0, costMinor: null, undoesNumber: null,
  contentHash: '', lines: [], stored: undefined, buyer: noOne, store: null, rowsFrom: 0, rowsTo: 0
})
