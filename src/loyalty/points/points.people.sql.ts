/** Statements on who a wallet belongs to: a person, whoever they were merged into, or several who share it. */
import { sql } from 'kysely'
import { uuids } from '#foundation/arrays.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { statement } from '#foundation/statement.ts'

/** Whose wallet an id leads to; null: nobody has it. */
export interface Owner { readonly askedId: string, readonly ownerId: string | null, readonly isPool: boolean }

/** Of these ids those that are not a person's own: merged into another's, shared by several, or nobody's. Nearly all are absent. */
export async function findOthers(db: Db | Trx, ids: readonly string[]): Promise<readonly Owner[]> {
  const { rows } = await statement<Owner>`select k.id as "askedId", coalesce(a.survivor_id, p.pool_id) as "ownerId", p.pool_id is not null as "isPool"
    from unnest(${uuids(ids)}::uuid[]) as k (id) left join record.customer c on c.customer_id = k.id left join identity.alias a on a.merged_id = k.id
      left join points.pool p on p.pool_id = k.id and c.customer_id is null
    where c.customer_id is null or a.survivor_id is not null`.execute(db)
  return rows
}

/** Fails by itself where one of them has been merged into another by now. */
export const confirmOwners = async (trx: Trx, ids: readonly string[]): Promise<void> => void await statement`select 1 / (not exists (select from identity.alias where merged_id = any(${uuids(ids)}::uuid[])))::int as "allOwn"`.execute(trx)

/** Who may do what in these shared wallets: by the id that a member has now. */
export async function findPoolRights(db: Db | Trx, pools: readonly string[]): Promise<readonly { readonly poolId: string, readonly memberId: string, readonly maySpend: boolean }[]> {
  const { rows } = await sql<{ poolId: string, memberId: string, maySpend: boolean }>`select m.pool_id as "poolId", coalesce(a.survivor_id, m.customer_id) as "memberId", bool_or(m.may_spend) as "maySpend"
    from points.pool_member m left join identity.alias a on a.merged_id = m.customer_id where m.pool_id = any(${pools}::uuid[]) and m.left_at is null group by 1, 2`.execute(db)
  return rows
}

export interface OnceKey { readonly customerId: string, readonly once: string }

/** Which of these were given already, to the member or to a record merged into theirs. */
export async function findGiven(db: Db | Trx, keys: readonly OnceKey[]): Promise<readonly OnceKey[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<OnceKey>`select k.customer_id as "customerId", k.once from unnest(${keys.map((key) => key.customerId)}::uuid[], ${keys.map((key) => key.once)}::text[]) as k (customer_id, once)
    where exists (select from (select k.customer_id as own_id union all select merged_id from identity.alias where survivor_id = k.customer_id) u join points.once o on o.customer_id = u.own_id and o.once = k.once)`.execute(db)
  return rows
}

export interface OnceRow extends OnceKey { readonly currency: string, readonly lotId: string | null, readonly at: Date }

/** Answers how many were free. */
export async function claimOnce(trx: Trx, rows: readonly OnceRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const { rows: claimed } = await sql`insert into points.once (customer_id, once, currency, lot_id, at)
    select * from unnest(${rows.map((row) => row.customerId)}::uuid[], ${rows.map((row) => row.once)}::text[], ${rows.map((row) => row.currency)}::text[], ${rows.map((row) => row.lotId)}::uuid[], ${rows.map((row) => row.at.toISOString())}::timestamptz[])
    on conflict do nothing returning 1`.execute(trx)
  return claimed.length
}

/** What these were given once, oldest first. */
export async function findOnce(db: Db | Trx, ids: readonly string[]): Promise<readonly OnceRow[]> {
  const { rows } = await sql<OnceRow>`select customer_id as "customerId", once, currency, lot_id as "lotId", at from points.once where customer_id = any(${ids}::uuid[]) order by at, customer_id`.execute(db)
  return rows
}
