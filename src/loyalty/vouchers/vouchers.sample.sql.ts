/** What the made-up chain's vouchers are hung on: some of its members and their first order after a day. */
import { sql } from 'kysely'
import type { Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { Line } from './vouchers.rules.ts'

export interface SampleSale { readonly customerId: string, readonly source: string, readonly number: string, readonly at: Date, readonly lines: readonly Line[] }

/** Members who bought before a day, and the first sale of each from that day on, where there is one that was not undone. */
export async function findSales(trx: Trx, from: Day, limit: number): Promise<readonly { readonly customerId: string, readonly sale: SampleSale | undefined }[]> {
  const { rows } = await sql<{ customerId: string, source: string | null, number: string | null, at: Date | null, lines: readonly { lineNo: number, product: string, category: string | null, quantity: string, amount: string }[] | null }>`
    with member as (select distinct o.customer_id from orders.order o where o.kind = 'sale' and not o.anonymous and o.day < ${from}::date and o.day >= ${from}::date - 120 order by 1 limit ${limit}),
    first as (select distinct on (o.customer_id) o.customer_id, o.order_id, o.source, o.number, o.at from member m join orders.order o on o.customer_id = m.customer_id
      where o.kind = 'sale' and o.day >= ${from}::date and not exists (select from orders.order u where u.undoes_order_id = o.order_id) order by o.customer_id, o.at)
    select m.customer_id as "customerId", f.source, f.number, f.at, (select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'product', l.product, 'category', l.category, 'quantity', l.quantity::text, 'amount', l.amount_minor::text) order by l.line_no)
      from orders.line l where l.customer_id = f.customer_id and l.order_id = f.order_id) as lines
    from member m left join first f on f.customer_id = m.customer_id order by 1`.execute(trx)
  return rows.map(({ customerId, source, number, at, lines }) => ({
    customerId, sale: source === null || number === null || at === null || lines === null ? undefined : { customerId, source, number, at, lines: lines.map(({ amount, ...line }) => ({ ...line, amountMinor: BigInt(amount) })) }
  }))
}
