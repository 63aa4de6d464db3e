/** What is known of members, and how often they have used something. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

interface MemberRow { readonly customerId: string, readonly createdAt: Date, readonly custom: Readonly<Record<string, unknown>>, readonly traits: Readonly<Record<string, unknown>> | null }

export async function findMembers(db: Db | Trx, customerIds: readonly string[]): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select c.customer_id as "customerId", c.created_at as "createdAt", c.custom, t.traits
    from record.customer c left join (select customer_id, jsonb_object_agg(key, value) as traits from record.trait where customer_id = any(${customerIds}::uuid[]) group by 1) t on t.customer_id = c.customer_id
    where c.customer_id = any(${customerIds}::uuid[])`.execute(db)
  return rows
}

/** Counts a use unless that would pass the limit. One statement: however many ask at once, the bound holds. */
export async function countUse(trx: Trx, customerId: string, definitionId: string, period: string, count: number, most: number): Promise<boolean> {
  const { rows } = await sql`
    insert into rewards.use as u (customer_id, definition_id, period, used) select ${customerId}::uuid, ${definitionId}::uuid, ${period}, ${count}::int where ${count}::int <= ${most}::int
    on conflict (customer_id, definition_id, period) do update set used = u.used + excluded.used where u.used + excluded.used <= ${most}::int returning used`.execute(trx)
  return rows.length > 0
}

export const giveUseBack = (trx: Trx, customerId: string, definitionId: string, period: string, count: number): Promise<unknown> =>
  sql`update rewards.use set used = greatest(0, used - ${count}::int) where customer_id = ${customerId}::uuid and definition_id = ${definitionId}::uuid and period = ${period}`.execute(trx)

export async function findUses(db: Db | Trx, customerId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string, used: number }>`select definition_id::text || ' ' || period as key, used from rewards.use where customer_id = ${customerId}::uuid`.execute(db)
  return new Map(rows.map(({ key, used }) => [key, used]))
}
