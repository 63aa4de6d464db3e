/** Reading: past returns with their effects, and a sale with what of it is still kept. */
import type { Db } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readSale, shownBooking } from './returns.book.ts'
import type { BookingShown, SaleFound } from './returns.schema.ts'
import * as sql from './returns.sql.ts'

export async function listReturns(db: Db, { customer, after, limit = 50 }: { readonly customer?: string, readonly after?: string, readonly limit?: number }): Promise<{ items: BookingShown[], next: string | null }> {
  const rows = await sql.listBookings(db, { customer, place: after === undefined ? undefined : placeOf(after), limit: limit + 1 })
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit).map(shownBooking), next: rows.length > limit && last !== undefined ? `${last.recordedAt.toISOString()}~${last.returnOrderId}` : null }
}

/** The sales of this number, whatever their source. */
export async function findSales(db: Db, { number, source }: { readonly number: string, readonly source?: string }): Promise<{ items: SaleFound[] }> {
  const sources = source === undefined ? await sql.sourcesOf(db, number) : [source]
  return { items: await Promise.all(sources.map(async (one) => found(await readSale(db, one, number)))) }
}

function found({ sale, sold, kept }: Awaited<ReturnType<typeof readSale>>): SaleFound {
  return {
    source: sale.source, number: sale.number, at: sale.at.toISOString(), customerId: sale.anonymous ? null : sale.customerId, customerName: sale.anonymous ? null : sale.customerName, storeName: sale.storeName, currency: sale.currency,
    totalMinor: sale.totalMinor.toString(),
    lines: sold.map(({ lineNo, product, name, quantity, amountMinor }) => {
      const left = kept.find((line) => line.lineNo === lineNo)
      return { lineNo, product, name, quantity, amountMinor: amountMinor.toString(), keptQuantity: left?.quantity ?? '0', keptMinor: (left?.amountMinor ?? 0n).toString() }
    })
  }
}

function placeOf(after: string): { readonly at: string, readonly id: string } {
  const match = /^(\d{4}-[\dT:.-]+Z)~([\da-f-]{36})$/.exec(after)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Refusal('returns.unknown_place', 400, { zh: '列表的位置“{after}”读不懂；请用上一页给出的 next。', en: 'The place "{after}" in the list makes no sense; use the `next` of the page before.' }, { after })
  }
  return { at: match[1], id: match[2] }
}
