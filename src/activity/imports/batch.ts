/**
 * The orders of a batch while it fills, waits and is written. Their places are used again by the batches that follow: a dozen objects for each order of a file,
 * which live just long enough to be carried into the old generation, kept the garbage collector as busy as the reading.
 */
import { idAt, openOrderStore, rawHasher, type OrderStore, type PreparedOrder, type StoredOrder } from '#activity/orders/orders.ts'
import { putUuid, uuidText } from '#foundation/bytes.ts'
import type { Day } from '#foundation/zone.ts'
import { spreadOf } from './acquaintance.ts'
import { noOne, type Buyer, type FileOrder } from './facts.ts'

const noLines: readonly [] = []

/** An order as the orders' door takes it, and what the import still has to find out about it. Its own ids are read from the bytes by whoever asks: mostly nobody. */
export class Place implements PreparedOrder {
  customerId = ''
  anonymous = false
  kind: PreparedOrder['kind'] = 'sale'
  number = ''
  at = 0
  day: Day = ''
  channel: string | null = null
  storeId: string | null = null
  currency = ''
  totalMinor = 0
  costMinor: number | null = null
  undoesNumber: string | null = null
  readonly lines = noLines
  readonly stored: StoredOrder = { ids: 0, to: 0, count: 0 }
  buyer: Buyer = noOne
  /** As the file names it. */
  store: string | null = null
  /** Where the lines of the file that it came from stand in `Batch.rows`. */
  rowsFrom = 0
  rowsTo = 0
  readonly source: string
  readonly #orders: OrderStore

  constructor(source: string, orders: OrderStore) {
    this.source = source
    this.#orders = orders
  }

  get orderId(): string { return uuidText(this.#orders.place(), this.stored.ids + idAt.order) }
  get contentHash(): string { return uuidText(this.#orders.place(), this.stored.ids + idAt.content) }

  /** Whose it is; null: nobody knows. */
  belongsTo(customerId: string | null): void {
    this.anonymous = customerId === null
    this.customerId = customerId ?? this.orderId
    putUuid(this.customerId, this.#orders.place(), this.stored.ids + idAt.customer)
  }
}

export interface Batch {
  readonly no: number
  /** What the numbers of its orders come to: tells it from another batch of the same `no`. */
  readonly numbers: number
  readonly orders: readonly Place[]
  /** Their ids and lines. */
  readonly stored: OrderStore
  /** The lines of the file that an order came from. Their cells are not kept: whoever needs them reads the file again. */
  readonly rowsOf: (order: Place) => readonly number[]
}

/** Writes a new id. */
export type PutId = (into: Uint8Array, at: number) => void

export interface BatchSpace {
  readonly isEmpty: () => boolean
  readonly lines: () => number
  readonly keep: (order: FileOrder, putId: PutId, buyer: Buyer, rows: readonly number[]) => void
  readonly batch: (no: number) => Batch
  readonly clear: () => void
}

export function openBatchSpace(source: string): BatchSpace {
  const stored = openOrderStore()
  const hashOf = rawHasher()
  const places: Place[] = []
  const rows: number[] = []
  let size = 0
  let lines = 0
  let numbers = 0
  return {
    isEmpty: () => size === 0,
    lines: () => lines,
    keep: (order, putId, buyer, from) => {
      const place = places[size] ??= new Place(source, stored)
      size++
      place.buyer = buyer
      place.kind = order.kind
      place.number = order.number
      numbers = Math.imul(numbers, 31) + spreadOf(order.number) | 0
      place.at = order.at
      place.channel = order.channel
      place.store = order.store
      place.currency = order.currency
      place.totalMinor = order.totalMinor
      place.costMinor = order.costMinor
      place.undoesNumber = order.undoesNumber
      const ids = stored.begin()
      putId(stored.place(), ids + idAt.order)
      const { raw } = order
      if (raw) {
        hashOf(order, raw, stored.place(), ids + idAt.content)
        stored.keepRaw(raw)
      } else {
        putUuid(order.contentHash, stored.place(), ids + idAt.content)
        stored.keep(order.lines)
      }
      place.stored.ids = ids
      place.stored.to = stored.at()
      place.stored.count = raw ? raw.count : order.lines.length
      place.rowsFrom = rows.length
      for (const row of from) rows.push(row)
      place.rowsTo = rows.length
      lines += place.stored.count
    },
    batch: (no) => ({ no, numbers, orders: places.slice(0, size), stored, rowsOf: ({ rowsFrom, rowsTo }) => rows.slice(rowsFrom, rowsTo) }),
    clear: () => {
      stored.clear()
      rows.length = 0
      size = 0
      lines = 0
      numbers = 0
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
  order.belongsTo(customerId)
  order.storeId = storeId
  order.day = day
}

export const countLines = (orders: readonly PreparedOrder[]): number => orders.reduce((sum, { stored }) => sum + (stored?.count ?? 0), 0)
