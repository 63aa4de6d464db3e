/** Orders of the record as what may earn: their lines with what was paid for them. */
import type { Db, Trx } from '#foundation/db.ts'
import { paidLines, type BasketLine } from './earning.basket.ts'
import type { Earning } from './earning.count.ts'
import * as sql from './earning.sql.ts'

/** The sales among these orders, in order of time. */
export async function salesOf(db: Db | Trx, keys: readonly sql.OrderKey[]): Promise<readonly Earning[]> {
  const sales = (await sql.findOrders(db, keys)).filter(({ kind }) => kind === 'sale')
  const lines = Map.groupBy(sales.length === 0 ? [] : await sql.findLines(db, sales), ({ orderId }) => orderId)
  return sales.map((sale) => earningOf(sale, lines.get(sale.orderId) ?? []))
}

export function earningOf({ customerId, orderId, source, number, at, storeId, channel, totalMinor }: sql.OrderRow, lines: readonly BasketLine[]): Earning {
  const paid = paidLines(lines, totalMinor)
  const same = paid.length === lines.length && paid.every(({ amountMinor }, place) => amountMinor === lines[place]?.amountMinor)
  return {
    customerId, source, number, at,
    of: {
      kind: 'order', orderId, basket: { customerId, source, number, at, storeId, channel, lines: paid.map(({ lineNo, product, category, quantity, amountMinor }) => ({ lineNo, product, category, quantity, amountMinor })) },
      ...(same ? {} : { paid: Object.fromEntries(paid.map(({ lineNo, amountMinor }) => [lineNo.toString(), amountMinor.toString()])) })
    }
  }
}
