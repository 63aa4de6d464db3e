/** What is known of members, and how often they have used something. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { findOthers, personOf } from './rewards.people.sql.ts'

interface MemberRow { readonly customerId: string, readonly createdAt: Date, readonly custom: Readonly<Record<string, unknown>>, readonly traits: Readonly<Record<string, unknown>> | null }

export async function findMembers(db: Db | Trx, customerIds: readonly string[]): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select c.customer_id as "customerId", c.created_at as "createdAt", c.custom, t.traits
    from record.customer c left join (select customer_id, jsonb_object_agg(key, value) as traits from record.trait where customer_id = any(${customerIds}::uuid[]) group by 1) t on t.customer_id = c.customer_id
    where c.customer_id = any(${customerIds}::uuid[])`.execute(db)
  return rows
}

/** Counts a use unless that would pass the limit, with what any record of the person has used. However many ask at once, the bound holds. */
export async function countUse(trx: Trx, customerId: string, definitionId: string, period: string, count: number, most: number): Promise<boolean> {
  const others = (await findOthers(trx, [customerId])).get(customerId) ?? []
  if (others.length > 0) return countUseOfMany(trx, [customerId, ...others], customerId, definitionId, period, count, most)
  const { rows } = await sql`
    insert into rewards.use as u (customer_id, definition_id, period, used) select ${customerId}::uuid, ${definitionId}::uuid, ${period}, ${count}::int where ${count}::int <= ${most}::int
    on conflict (customer_id, definition_id, period) do update set used = u.used + excluded.used where u.used + excluded.used <= ${most}::int returning used`.execute(trx)
  return rows.length > 0
}

/** The rows of all records are locked in one order before they are summed; the use is counted under the record that asks, where it is given back. */
async function countUseOfMany(trx: Trx, ids: readonly string[], customerId: string, definitionId: string, period: string, count: number, most: number): Promise<boolean> {
  await sql`insert into rewards.use as u (customer_id, definition_id, period, used) select id, ${definitionId}::uuid, ${period}, 0 from unnest(${ids}::uuid[]) as t (id) order by id
    on conflict (customer_id, definition_id, period) do update set used = u.used`.execute(trx)
  const { rows } = await sql`update rewards.use set used = used + ${count}::int where customer_id = ${customerId}::uuid and definition_id = ${definitionId}::uuid and period = ${period}
    and (select sum(o.used) from rewards.use o where o.customer_id = any(${ids}::uuid[]) and o.definition_id = ${definitionId}::uuid and o.period = ${period}) + ${count}::int <= ${most}::int returning used`.execute(trx)
  return rows.length > 0
}

export const giveUseBack = (trx: Trx, customerId: string, definitionId: string, period: string, count: number): Promise<unknown> =>
  sql`update rewards.use set used = greatest(0, used - ${count}::int) where customer_id = ${customerId}::uuid and definition_id = ${definitionId}::uuid and period = ${period}`.execute(trx)

export async function findUses(db: Db | Trx, customerId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string, used: number }>`select definition_id::text || ' ' || period as key, sum(used)::int as used from rewards.use where customer_id in ${personOf(customerId)} group by 1`.execute(db)
  return new Map(rows.map(({ key, used }) => [key, used]))
}
