/** What the orders say, read on the left: lines of sales, and how often a member has bought. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { BasketLine } from '../returns/returns.ts'

export async function linesOf(db: Db | Trx, orders: readonly { readonly customerId: string, readonly orderId: string }[]): Promise<readonly (BasketLine & { readonly orderId: string })[]> {
  const { rows } = await sql<BasketLine & { orderId: string }>`
    select l.order_id as "orderId", l.line_no as "lineNo", l.product, l.category, l.quantity::text as quantity, l.amount_minor as "amountMinor"
    from unnest(${orders.map((o) => o.customerId)}::uuid[], ${orders.map((o) => o.orderId)}::uuid[]) as t (customer_id, order_id)
    join orders.line l on l.customer_id = t.customer_id and l.order_id = t.order_id order by l.order_id, l.line_no`.execute(db)
  return rows
}
