/** What an order is before it is written: pure, so that imports, the sample and the API mean the same by "the same order". */
import type { Day } from '#foundation/zone.ts'
import type { RawLines } from './orders.lines.ts'
import type { StoredOrder } from './orders.stored.ts'
import { createHasher } from './orders.hash.ts'

export type OrderKind = 'sale' | 'return' | 'cancellation'

/** Ten-thousandths of the currency's unit; a number where it is sure to be whole and exact. */
export type Minor = bigint | number

export interface LineInput {
  readonly product: string
  readonly name?: string | null
  readonly category?: string | null
  /** Plain decimal as the source signs it: `2`, `-1`, `0.5`. */
  readonly quantity: string
  readonly amountMinor: Minor
  readonly costMinor?: Minor | null
}

export interface OrderInput {
  readonly kind: OrderKind
  readonly source: string
  readonly number: string
  readonly at: Date
  /** Null: nobody knows who bought. */
  readonly customerId: string | null
  readonly channel?: string | null
  readonly storeId?: string | null
  readonly currency: string
  /** The sum of the lines unless the source says otherwise (delivery, a discount on the whole). */
  readonly totalMinor?: bigint
  /** The number, at the same source, of the sale that a return or cancellation undoes. */
  readonly undoesNumber?: string | null
  readonly lines: readonly LineInput[]
}

export interface PreparedOrder {
  readonly orderId: string
  readonly customerId: string
  readonly anonymous: boolean
  readonly kind: OrderKind
  readonly source: string
  readonly number: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly day: Day
  readonly channel: string | null
  readonly storeId: string | null
  readonly currency: string
  readonly totalMinor: Minor
  readonly costMinor: Minor | null
  readonly undoesNumber: string | null
  readonly contentHash: string
  readonly lines: readonly LineInput[]
  /** Where ids and lines lie in bytes; `lines` is empty then. */
  readonly stored?: StoredOrder | undefined
}

/** `2.50` and `+2.5` and `2.5` are one quantity. */
export function plainQuantity(quantity: string): string {
  if (/^-?[1-9]\d*$/.test(quantity)) return quantity
  const match = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(quantity)
  if (!match) return quantity
  const [, sign, whole = '0', decimals = ''] = match
  const size = decimals === '' ? whole : `${whole}.${decimals}`
  return sign === '-' && size !== '0' ? `-${size}` : size
}

type Told = Pick<OrderInput, 'kind' | 'currency' | 'undoesNumber' | 'lines'> & { readonly at: Date | number, readonly totalMinor?: Minor }

/**
 * What makes two deliveries of one order number the same order: kind, instant, currency, what it undoes, total, and the lines (product, quantity,
 * amount, cost) in whatever order they come. Names and categories of goods, channel and store are descriptions: a source may mend them.
 */
export function contentHash({ kind, at, currency, undoesNumber, totalMinor, lines }: Told): string {
  const { text, whole, part, end } = createHasher()
  for (const { product, quantity, amountMinor, costMinor } of lines) {
    text(product)
    text(plainQuantity(quantity))
    whole(amountMinor)
    whole(costMinor)
    part()
  }
  text(kind)
  whole(Number(at))
  text(currency)
  text(undoesNumber ?? '')
  whole(totalMinor ?? sumOf(lines))
  return end()
}

/** The same for many whose lines lie in bytes, with one hasher, as sixteen bytes where they are to stand. */
export function rawHasher(): (order: Omit<Told, 'lines' | 'totalMinor'> & { readonly totalMinor: Minor }, lines: RawLines, into: Uint8Array, place: number) => void {
  const { text, ascii, whole, part, endIn } = createHasher()
  return ({ kind, at, currency, undoesNumber, totalMinor }, { block, count, places, quantities, amounts, costs }, into, place) => {
    for (let line = 0; line < count; line++) {
      const from = Math.max(places[line * 6] ?? 0, 0)
      const to = Math.max(places[line * 6 + 1] ?? 0, 0)
      if (isPlain(block, from, to)) ascii(block, from, to)
      else text(Buffer.from(block.buffer, block.byteOffset + from, to - from).toString())
      text(quantities[line] ?? '')
      whole(amounts[line])
      const cost = costs[line]
      whole(Number.isNaN(cost) ? null : cost)
      part()
    }
    text(kind)
    whole(Number(at))
    text(currency)
    text(undoesNumber ?? '')
    whole(totalMinor)
    endIn(into, place)
  }
}

function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) > 127) return false
  return true
}

const sumOf = (lines: readonly LineInput[]): bigint => {
  let sum = 0n
  for (const line of lines) sum += BigInt(line.amountMinor)
  return sum
}

/** The cost of the whole, where every line's cost is known. */
export function costOf(lines: readonly LineInput[]): bigint | null {
  if (lines.length === 0) return null
  let sum = 0n
  for (const { costMinor } of lines) {
    if (costMinor === null || costMinor === undefined) return null
    sum += BigInt(costMinor)
  }
  return sum
}

/** Gives the order its id, its local day, its sums and its hash. `dayOf` is `dayIn(zone)` of the business. */
export function prepareOrder(order: OrderInput, orderId: string, dayOf: (at: Date) => Day): PreparedOrder {
  const totalMinor = order.totalMinor ?? sumOf(order.lines)
  const undoesNumber = order.kind === 'sale' || order.undoesNumber === order.number ? null : order.undoesNumber ?? null
  return {
    orderId,
    customerId: order.customerId ?? orderId,
    anonymous: order.customerId === null,
    kind: order.kind,
    source: order.source,
    number: order.number,
    at: order.at.getTime(),
    day: dayOf(order.at),
    channel: order.channel ?? null,
    storeId: order.storeId ?? null,
    currency: order.currency,
    totalMinor,
    costMinor: costOf(order.lines),
    undoesNumber,
    contentHash: contentHash({ ...order, totalMinor, undoesNumber }),
    lines: order.lines
  }
}

export interface Earlier { readonly customerId: string, readonly anonymous: boolean, readonly contentHash: string }

/** The verdict on an order whose number is taken already. */
export function compare(order: PreparedOrder, earlier: Earlier): 'identical' | 'content' | 'customer' {
  if (order.contentHash !== earlier.contentHash) return 'content'
  const same = order.anonymous || earlier.anonymous ? order.anonymous === earlier.anonymous : order.customerId === earlier.customerId
  return same ? 'identical' : 'customer'
}

/** Source and number as one key. */
export const receiptKey = (source: string, number: string): string => `${source}\u0000${number}`
