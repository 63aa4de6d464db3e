/** The one statement that asks the record itself. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'

interface Line { readonly customer_id: string, readonly order_id: string, readonly line_no: number }

export async function namesOfLines(db: Db, lines: readonly Line[]): Promise<readonly { readonly product: string, readonly name: string }[]> {
  const { rows } = await sql<{ product: string, name: string }>`select l.product, l.name from unnest(${lines.map((one) => one.customer_id)}::uuid[], ${lines.map((one) => one.order_id)}::uuid[], ${lines.map((one) => one.line_no)}::int[])
    as asked (customer_id, order_id, line_no) cross join lateral (
      select asked.customer_id union all select merged_id from identity.alias where survivor_id = asked.customer_id) wanted (customer_id)
    join orders.line l on l.customer_id = wanted.customer_id and l.order_id = asked.order_id and l.line_no = asked.line_no where l.name is not null`.execute(db)
  return rows
}
