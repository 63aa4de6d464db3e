/** What a scanned code is and what it last cost, from the warehouse: a till that rings up a code asks for its price only the first time. */
import type { Db } from '#foundation/db.ts'
import type { Engine } from '#foundation/engine.ts'
import { ask, type Statement } from '#insights/warehouse/warehouse.ts'
import type { Good } from './tills.schema.ts'
import { findProductName } from './tills.sql.ts'

/** The latest sale of a product. */
export const lastSold = (product: string): Statement<{ customer_id: string, order_id: string, line_no: number, category: string | null, quantity: number, amount_minor: bigint }> => ({
  name: 'tills.last_sold', params: { product },
  sql: `select cast(customer_id as varchar) as customer_id, cast(order_id as varchar) as order_id, line_no, category, quantity, amount_minor
    from warehouse.line where product = $product and kind = 'sale' and quantity > 0 and amount_minor > 0 order by day desc, order_id desc, line_no desc limit 1`
})

export async function findGood(engine: Engine, db: Db, product: string): Promise<{ items: Good[] }> {
  const [last] = await ask(engine, lastSold(product))
  if (last === undefined) return { items: [] }
  const unit = BigInt(Math.round(Number(last.amount_minor) / last.quantity / 100)) * 100n
  return { items: [{ product, name: await findProductName(db, last.customer_id, last.order_id, last.line_no), category: last.category, unitMinor: unit.toString() }] }
}
