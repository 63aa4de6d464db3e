/** Sales as they are told, with their lines. */
import type { Trx } from '#foundation/db.ts'
import type { Event } from '#foundation/house.ts'
import type { Day } from '#foundation/zone.ts'
import type { BasketLine } from '../returns/returns.ts'
import { linesOf } from './rewards.sales.sql.ts'

/** A sale as the loyalty side sees it. */
export interface Sale { readonly customerId: string, readonly orderId: string, readonly source: string, readonly number: string, readonly day: Day, readonly storeId: string | null, readonly lines: readonly BasketLine[] }

/** The sales among some recorded orders whose buyer is known. */
export async function salesAmong(trx: Trx, events: readonly Event[]): Promise<readonly Sale[]> {
  const sold = events.filter(({ body }) => body['kind'] === 'sale' && body['anonymous'] === false)
  if (sold.length === 0) return []
  const lines = Map.groupBy(await linesOf(trx, sold.map(({ customerId, eventId }) => ({ customerId, orderId: eventId }))), ({ orderId }) => orderId)
  return sold.map((event) => saleOf(event, lines.get(event.eventId) ?? []))
}

const saleOf = ({ customerId, eventId, source, body }: Event, lines: Sale['lines']): Sale => ({
  customerId, orderId: eventId, source, number: String(body['number']), day: String(body['day']), storeId: typeof body['storeId'] === 'string' ? body['storeId'] : null, lines
})
