/** Statements on the stock. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

/** Adds or takes, unless less than nothing would be left. Answers what remains, or undefined where that many are not there. */
export async function moveStock(trx: Trx, rewardId: string, place: string, change: number): Promise<number | undefined> {
  if (change > 0) await sql`insert into rewards.stock (reward_id, place, remaining) values (${rewardId}::uuid, ${place}, 0) on conflict do nothing`.execute(trx)
  const { rows } = await sql<{ remaining: number }>`
    update rewards.stock set remaining = remaining + ${change}::int where reward_id = ${rewardId}::uuid and place = ${place} and remaining + ${change}::int >= 0 returning remaining`.execute(trx)
  return rows[0]?.remaining
}

export interface StockEntry { readonly entryId: string, readonly rewardId: string, readonly place: string, readonly change: number, readonly why: 'counted' | 'given' | 'given_back', readonly orderId: string | null, readonly actor: string, readonly note: string | null }
export const insertStockEntry = (trx: Trx, { entryId, rewardId, place, change, why, orderId, actor, note }: StockEntry, now: Date): Promise<unknown> =>
  sql`insert into rewards.stock_entry (reward_id, entry_id, place, change, why, order_id, actor, note, at)
    values (${rewardId}::uuid, ${entryId}::uuid, ${place}, ${change}, ${why}, ${orderId}::uuid, ${actor}, ${note}, ${now.toISOString()}::timestamptz)`.execute(trx)

export async function findStock(db: Db | Trx): Promise<readonly { readonly rewardId: string, readonly place: string, readonly remaining: number }[]> {
  return (await sql<{ rewardId: string, place: string, remaining: number }>`select reward_id as "rewardId", place, remaining from rewards.stock order by reward_id, place`.execute(db)).rows
}
