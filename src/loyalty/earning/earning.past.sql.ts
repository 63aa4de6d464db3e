/** The statements of counting the past: pages of orders in order of time, the returns among them, and how far the counting is. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Name, OrderKey, OrderRow } from './earning.sql.ts'

export interface CountRow { readonly countId: string, readonly fromAt: Date, readonly importId: string | null, readonly atCursor: Date | null, readonly orderCursor: string | null, readonly orders: bigint, readonly doneAt: Date | null }
const columns = sql.raw('count_id as "countId", from_at as "fromAt", import_id as "importId", at_cursor as "atCursor", order_cursor as "orderCursor", orders, done_at as "doneAt"')

export const insertCount = (trx: Trx, { countId, fromAt, importId, actor }: { readonly countId: string, readonly fromAt: Date, readonly importId: string | null, readonly actor: string }, now: Date): Promise<unknown> =>
  sql`insert into earning.count (count_id, from_at, import_id, actor, asked_at) values (${countId}::uuid, ${fromAt.toISOString()}::timestamptz, ${importId}::uuid, ${actor}, ${now.toISOString()}::timestamptz)`.execute(trx)

/** Held until the transaction ends: nobody else counts the same meanwhile. */
export const lockCount = async (trx: Trx, countId: string): Promise<CountRow | undefined> => (await sql<CountRow>`select ${columns} from earning.count where count_id = ${countId}::uuid for update`.execute(trx)).rows[0]
export const findCount = async (db: Db, countId: string): Promise<CountRow | undefined> => (await sql<CountRow>`select ${columns} from earning.count where count_id = ${countId}::uuid`.execute(db)).rows[0]

export const saveCount = (trx: Trx, countId: string, { at, orderId }: { readonly at: Date, readonly orderId: string }, orders: number): Promise<unknown> =>
  sql`update earning.count set at_cursor = ${at.toISOString()}::timestamptz, order_cursor = ${orderId}::uuid, orders = orders + ${orders}::bigint where count_id = ${countId}::uuid`.execute(trx)
export const closeCount = (trx: Trx, countId: string, now: Date): Promise<unknown> => sql`update earning.count set done_at = ${now.toISOString()}::timestamptz where count_id = ${countId}::uuid`.execute(trx)

const within = ({ fromAt, importId }: Pick<CountRow, 'fromAt' | 'importId'>) => sql`not o.anonymous ${importId === null ? sql`and o.at >= ${fromAt.toISOString()}::timestamptz` : sql`and o.import_id = ${importId}::uuid`}`

export const countDue = async (db: Db, of: Pick<CountRow, 'fromAt' | 'importId'>): Promise<number> =>
  Number((await sql<{ n: bigint }>`select count(*) as n from orders.order o where ${within(of)}`.execute(db)).rows[0]?.n ?? 0n)

export const countSales = async (db: Db, of: Pick<CountRow, 'fromAt' | 'importId'>): Promise<number> =>
  Number((await sql<{ n: bigint }>`select count(*) as n from orders.order o where ${within(of)} and o.kind = 'sale'`.execute(db)).rows[0]?.n ?? 0n)

/** The newest sale of a member that has goods worth something. */
export const newestSale = async (db: Db): Promise<readonly OrderKey[]> =>
  (await sql<OrderKey>`select o.customer_id as "customerId", o.order_id as "orderId" from orders.order o where o.kind = 'sale' and not o.anonymous and o.total_minor > 0 order by o.at desc, o.order_id desc limit 1`.execute(db)).rows

export type PageRow = OrderRow & { readonly undoesNumber: string | null }

/** The next orders in order of time; members' only. */
export const nextOrders = async (db: Db | Trx, of: Pick<CountRow, 'fromAt' | 'importId'>, after: { readonly at: Date, readonly orderId: string } | undefined, limit: number, saleOnly = false): Promise<readonly PageRow[]> => (await sql<PageRow>`
  select o.customer_id as "customerId", o.order_id as "orderId", o.kind, o.source, o.number, o.at, o.day, o.store_id as "storeId", o.channel, o.total_minor as "totalMinor", o.undoes_order_id as "undoesOrderId", o.undoes_number as "undoesNumber"
  from orders.order o where ${within(of)} ${saleOnly ? sql`and o.kind = 'sale'` : sql``} ${after === undefined ? sql`` : sql`and (o.at, o.order_id) > (${after.at.toISOString()}::timestamptz, ${after.orderId}::uuid)`}
  order by o.at, o.order_id limit ${limit}`.execute(db)).rows

/** The sales of these receipts. */
export const salesNamed = async (db: Db | Trx, names: readonly Pick<Name, 'source' | 'number'>[]): Promise<readonly OrderKey[]> => (await sql<OrderKey>`
  select r.customer_id as "customerId", r.order_id as "orderId" from unnest(${names.map(({ source }) => source)}::text[], ${names.map(({ number }) => number)}::text[]) as n (source, number)
  join orders.receipt r on r.source = n.source and r.number = n.number where r.order_id is not null`.execute(db)).rows

export interface ReturnRow extends OrderKey { readonly undoes: string, readonly number: string, readonly at: Date }
/** What came back of these sales, in order of time. */
export const returnsOf = async (db: Db | Trx, saleIds: readonly string[]): Promise<readonly ReturnRow[]> => (await sql<ReturnRow>`
  select o.customer_id as "customerId", o.order_id as "orderId", o.undoes_order_id as undoes, o.number, o.at from orders.order o where o.undoes_order_id = any(${saleIds}::uuid[]) order by o.at, o.order_id`.execute(db)).rows

/** How far the log has been read; held until the transaction ends. */
export async function lockPlace(trx: Trx): Promise<string | undefined> {
  return (await sql<{ cursor: string }>`select cursor from earning.place for update`.execute(trx)).rows[0]?.cursor
}
export const savePlace = (trx: Trx, cursor: string): Promise<unknown> => sql`insert into earning.place (cursor) values (${cursor}) on conflict (place_id) do update set cursor = excluded.cursor`.execute(trx)
