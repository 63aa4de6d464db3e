/** What an order is before it is written: pure, so that imports, the sample and the API mean the same by "the same order". */
import { hash } from 'node:crypto'
import type { Day } from '#foundation/zone.ts'

export type OrderKind = 'sale' | 'return' | 'cancellation'

export interface LineInput {
  readonly product: string
  readonly name?: string | null
  readonly category?: string | null
  /** Plain decimal as the source signs it: `2`, `-1`, `0.5`. */
  readonly quantity: string
  readonly amountMinor: bigint
  readonly costMinor?: bigint | null
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
  readonly at: string
  readonly day: Day
  readonly channel: string | null
  readonly storeId: string | null
  readonly currency: string
  readonly totalMinor: bigint
  readonly costMinor: bigint | null
  readonly undoesNumber: string | null
  readonly contentHash: string
  readonly lines: readonly LineInput[]
  /** The lines as COPY takes them, where whoever prepared the order wrote them already; `lines` is empty then. */
  readonly ready?: ReadyLines
}

/** Each line without its ids: number, product, name, category, quantity, amount, cost, and a line break. */
export type ReadyLines = readonly string[]

const between = '\u001f'

/** `2.50` and `+2.5` and `2.5` are one quantity. */
export function plainQuantity(quantity: string): string {
  if (/^-?[1-9]\d*$/.test(quantity)) return quantity
  const match = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(quantity)
  if (!match) return quantity
  const [, sign, whole = '0', decimals = ''] = match
  const size = decimals === '' ? whole : `${whole}.${decimals}`
  return sign === '-' && size !== '0' ? `-${size}` : size
}

/**
 * What makes two deliveries of one order number the same order: kind, instant, currency, what it undoes, total, and the lines (product, quantity,
 * amount, cost) in whatever order they come. Names and categories of goods, channel and store are descriptions: a source may mend them.
 */
export function contentHash(order: Pick<OrderInput, 'kind' | 'at' | 'currency' | 'undoesNumber' | 'totalMinor' | 'lines'>): string {
  const lines = order.lines.map((line) => `${line.product}${between}${plainQuantity(line.quantity)}${between}${line.amountMinor}${between}${line.costMinor ?? ''}`)
  if (lines.length > 1) lines.sort()
  const head = `${order.kind}${between}${order.at.getTime()}${between}${order.currency}${between}${order.undoesNumber ?? ''}${between}${order.totalMinor ?? sumOf(order.lines)}`
  return hash('sha256', `${head}\n${lines.join('\n')}`, 'base64url').slice(0, 24)
}

const sumOf = (lines: readonly LineInput[]): bigint => {
  let sum = 0n
  for (const line of lines) sum += line.amountMinor
  return sum
}

/** The cost of the whole, where every line's cost is known. */
export function costOf(lines: readonly LineInput[]): bigint | null {
  if (lines.length === 0) return null
  let sum = 0n
  for (const { costMinor } of lines) {
    if (costMinor === null || costMinor === undefined) return null
    sum += costMinor
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
    at: order.at.toISOString(),
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

export interface Earlier { readonly customerId: string, readonly anonymous: boolean, readonly contentHash: string, readonly totalMinor: bigint }

/** The verdict on an order whose number is taken already. */
export function compare(order: PreparedOrder, earlier: Earlier): 'identical' | 'content' | 'customer' {
  if (order.contentHash !== earlier.contentHash) return 'content'
  const same = order.anonymous || earlier.anonymous ? order.anonymous === earlier.anonymous : order.customerId === earlier.customerId
  return same ? 'identical' : 'customer'
}

/** Source and number as one key. */
export const receiptKey = (source: string, number: string): string => `${source}\u0000${number}`
