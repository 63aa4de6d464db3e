/** An order of the file as the orders' door takes it: hashed already, now with its ids. */
import type { PreparedOrder } from '#activity/orders/orders.ts'
import type { FileOrder } from './facts.ts'

export interface Ids {
  readonly orderId: string
  /** Null: nobody knows who bought. */
  readonly customerId: string | null
  readonly storeId: string | null
  readonly source: string
  readonly day: string
}

export const preparedFrom = (order: FileOrder, { orderId, customerId, storeId, source, day }: Ids): PreparedOrder => ({
  orderId, customerId: customerId ?? orderId, anonymous: customerId === null, kind: order.kind, source, number: order.number, at: order.at, day,
  channel: order.channel, storeId, currency: order.currency, totalMinor: order.totalMinor, costMinor: order.costMinor,
  undoesNumber: order.undoesNumber, contentHash: order.contentHash, lines: order.lines, stored: order.stored
})
