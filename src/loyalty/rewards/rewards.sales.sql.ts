/** What the orders say, read on the left: lines of sales, and how often a member has bought. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { personOf } from './rewards.people.sql.ts'
import type { BasketLine } from '../returns/returns.ts'

export async function linesOf(db: Db | Trx, orders: readonly { readonly customerId: string, readonly orderId: string }[]): Promise<readonly (BasketLine & { readonly orderId: string })[]> {
  const { rows } = await sql<BasketLine & { orderId: string }>`
    select l.order_id as "orderId", l.line_no as "lineNo", l.product, l.category, l.quantity::text as quantity, l.amount_minor as "amountMinor"
    from unnest(${orders.map((o) => o.customerId)}::uuid[], ${orders.map((o) => o.orderId)}::uuid[]) as t (customer_id, order_id)
    join orders.line l on l.customer_id = t.customer_id and l.order_id = t.order_id order by l.order_id, l.line_no`.execute(db)
  return rows
}

/** Sales of a member, under any record of theirs, since an instant and before another, without those given back or cancelled whole, and without one of that number. */
export async function countSales(db: Db | Trx, customerId: string, from: Date, until: Date, but: { readonly source: string, readonly number: string }): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from orders.order o
    where o.customer_id in ${personOf(customerId)} and o.kind = 'sale' and o.at > ${from.toISOString()}::timestamptz and o.at <= ${until.toISOString()}::timestamptz
      and not (o.source = ${but.source} and o.number = ${but.number})
      and o.total_minor + coalesce((select sum(b.total_minor) from orders.order b where b.customer_id = o.customer_id and b.undoes_order_id = o.order_id), 0) > 0`.execute(db)
  return rows[0]?.n ?? 0
}
