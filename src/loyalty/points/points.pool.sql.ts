/** Statements on wallets that several share. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

export interface PoolRow { readonly poolId: string, readonly name: string, readonly onLeave: 'stays' | 'in_proportion', readonly version: number, readonly author: string, readonly at: Date }
export interface MemberRow { readonly poolId: string, readonly customerId: string, readonly name: string | null, readonly maySpend: boolean, readonly joinedAt: Date, readonly leftAt: Date | null }

const columns = sql.raw('p.pool_id as "poolId", p.name, p.on_leave as "onLeave", p.version, p.author, p.at')

export const insertPool = (trx: Trx, { poolId, name, onLeave, author, at }: Omit<PoolRow, 'version'>): Promise<unknown> =>
  sql`insert into points.pool (pool_id, name, on_leave, author, at) values (${poolId}, ${name}, ${onLeave}, ${author}, ${at.toISOString()}::timestamptz)`.execute(trx)

/** Somebody who left may come back. */
export const saveMember = (trx: Trx, poolId: string, customerId: string, maySpend: boolean, now: Date): Promise<unknown> =>
  sql`insert into points.pool_member (pool_id, customer_id, may_spend, joined_at) values (${poolId}, ${customerId}, ${maySpend}, ${now.toISOString()}::timestamptz)
    on conflict (pool_id, customer_id) do update set may_spend = excluded.may_spend, joined_at = case when pool_member.left_at is null then pool_member.joined_at else excluded.joined_at end, left_at = null`.execute(trx)

/** Under every id of one person. */
export const endMember = (trx: Trx, poolId: string, ids: readonly string[], now: Date): Promise<unknown> =>
  sql`update points.pool_member set left_at = ${now.toISOString()}::timestamptz where pool_id = ${poolId} and customer_id = any(${ids}::uuid[]) and left_at is null`.execute(trx)

/** Locks it: members come and go one at a time. */
export async function lockPool(trx: Trx, poolId: string): Promise<PoolRow | undefined> {
  return (await sql<PoolRow>`update points.pool p set version = version + 1 where pool_id = ${poolId} returning ${columns}`.execute(trx)).rows[0]
}

export async function findPool(db: Db | Trx, poolId: string): Promise<PoolRow | undefined> {
  return (await sql<PoolRow>`select ${columns} from points.pool p where p.pool_id = ${poolId}`.execute(db)).rows[0]
}

/** Those in which one of these is or was. */
export async function findPoolsOf(db: Db, ids: readonly string[]): Promise<readonly PoolRow[]> {
  return (await sql<PoolRow>`select ${columns} from points.pool p where p.pool_id in (select pool_id from points.pool_member where customer_id = any(${ids}::uuid[])) order by p.at, p.pool_id`.execute(db)).rows
}

/** By the id that a member has now; of two records that were merged the earlier to join. */
export async function findMembers(db: Db | Trx, poolId: string): Promise<readonly MemberRow[]> {
  return (await sql<MemberRow>`select m.pool_id as "poolId", coalesce(a.survivor_id, m.customer_id) as "customerId", min(c.name) as name, bool_or(m.may_spend) as "maySpend", min(m.joined_at) as "joinedAt",
      case when bool_or(m.left_at is null) then null else max(m.left_at) end as "leftAt"
    from points.pool_member m left join identity.alias a on a.merged_id = m.customer_id left join record.customer c on c.customer_id = coalesce(a.survivor_id, m.customer_id)
    where m.pool_id = ${poolId} group by 1, 2 order by 5, 2`.execute(db)).rows
}

/** What each put in and took out again by leaving, by currency: from the journal, never stored. */
export async function sumPut(db: Db | Trx, poolId: string): Promise<readonly { readonly currency: string, readonly memberId: string, readonly amount: bigint }[]> {
  return (await sql<{ currency: string, memberId: string, amount: bigint }>`select e.currency, coalesce(a.survivor_id, b.member_id) as "memberId",
      sum(case when e.kind = 'leave' or e.to_account = 'issued' then -e.amount else e.amount end)::bigint as amount
    from points.entry e join points.basis b on b.customer_id = e.customer_id and b.currency = e.currency and b.sequence = e.sequence left join identity.alias a on a.merged_id = b.member_id
    where e.customer_id = ${poolId} and b.member_id is not null and (e.kind in ('contribute', 'leave') or 'issued' in (e.from_account, e.to_account)) group by 1, 2`.execute(db)).rows
}
