/** Which members to look at: those whom time has moved, and those whose orders nobody told of one by one. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

export async function dueMembers(db: Db | Trx, now: Date, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select customer_id as id from tiers.member where due_at <= ${now.toISOString()}::timestamptz order by customer_id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Members one page after the other. */
export async function membersAfter(db: Db | Trx, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select customer_id as id from tiers.member where customer_id > ${after}::uuid order by customer_id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export const countMembers = async (db: Db | Trx): Promise<number> => Number((await sql<{ n: bigint }>`select count(*) as n from tiers.member`.execute(db)).rows[0]?.n ?? 0)

export async function followed(db: Db | Trx): Promise<{ readonly xid: string, readonly version: number }> {
  const { rows: [row] } = await sql<{ xid: string, version: number }>`select xid::text as xid, version from tiers.follow`.execute(db)
  if (row === undefined) throw new Error('the migration writes the row')
  return row
}

export const saveVersion = (db: Db | Trx, version: number): Promise<unknown> => sql`update tiers.follow set version = ${version}`.execute(db)
export const saveXid = (db: Db | Trx, xid: string): Promise<unknown> => sql`update tiers.follow set xid = greatest(xid, ${xid}::xid8)`.execute(db)

/** Below this nothing can change any more: the oldest transaction still running. */
export async function horizon(db: Db | Trx): Promise<string> {
  return (await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)).rows[0]?.xid ?? '0'
}

/** The buyers of orders that changed between two places of the record, one page after the other. */
export async function buyersBetween(db: Db | Trx, from: string, to: string, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct customer_id as id from orders.order
    where changed_xid >= ${from}::xid8 and changed_xid < ${to}::xid8 and not anonymous and customer_id > ${after}::uuid order by 1 limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The orders that wait to be followed, counted no further than `atMost`. */
export async function countChanged(db: Db | Trx, from: string, atMost: number): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from (select from orders.order where changed_xid >= ${from}::xid8 and not anonymous limit ${atMost}) counted`.execute(db)
  return Number(rows[0]?.n ?? 0n)
}

/** The transaction that wrote an order last. */
export async function newestXid(db: Db | Trx): Promise<string> {
  const { rows } = await sql<{ xid: string }>`select changed_xid::text as xid from orders.order order by changed_xid desc limit 1`.execute(db)
  return rows[0]?.xid ?? ''
}

/** Whether orders wait to be followed. */
export async function isBehind(db: Db | Trx): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`select exists (select from orders.order where changed_xid >= (select xid from tiers.follow) and not anonymous) as behind`.execute(db)
  return rows[0]?.behind ?? false
}
