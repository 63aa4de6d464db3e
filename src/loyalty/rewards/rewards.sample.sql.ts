/** The sales of the made-up chain, read on the left. */
import { sql } from 'kysely'
import type { Trx } from '#foundation/db.ts'

export interface SampleSale { readonly customerId: string, readonly orderId: string, readonly source: string, readonly number: string, readonly day: string, readonly storeId: string | null }

export async function salesBetween(trx: Trx, from: string, to: string): Promise<readonly SampleSale[]> {
  const { rows } = await sql<SampleSale>`
    select o.customer_id as "customerId", o.order_id as "orderId", o.source, o.number, o.day, o.store_id as "storeId" from orders.order o
    where o.kind = 'sale' and not o.anonymous and o.day > ${from}::date and o.day <= ${to}::date order by o.at, o.order_id`.execute(trx)
  return rows
}

/** What was given at an instant and is still open. */
export async function openSince(trx: Trx, before: Date): Promise<readonly { readonly customerId: string, readonly orderId: string }[]> {
  return (await sql<{ customerId: string, orderId: string }>`select customer_id as "customerId", order_id as "orderId" from rewards.order where state = 'placed' and placed_at < ${before.toISOString()}::timestamptz order by order_id`.execute(trx)).rows
}
