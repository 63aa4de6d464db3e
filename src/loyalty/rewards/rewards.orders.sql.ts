/** Statements on orders of rewards. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { personOf } from './rewards.people.sql.ts'
import type { OrderQuery, OrderState, Origin, RewardOrder } from './rewards.schema.ts'

export interface OrderRow {
  readonly customerId: string, readonly orderId: string, readonly rewardId: string, readonly version: number, readonly quantity: number
  readonly origin: Origin, readonly originId: string | null, readonly originVersion: number | null, readonly originKey: string | null
  readonly currency: string | null, readonly points: bigint, readonly moneyMinor: bigint, readonly valueMinor: bigint
  readonly place: string, readonly stocked: boolean, readonly period: string | null, readonly state: OrderState, readonly code: string, readonly actor: string
  /** What it came with was returned after it was handed over. */
  readonly owed: boolean
}

const columns = sql.raw(`customer_id as "customerId", order_id as "orderId", reward_id as "rewardId", version, quantity, origin, origin_id as "originId", origin_version as "originVersion", origin_key as "originKey", currency, points, money_minor as "moneyMinor",
  value_minor as "valueMinor", place, stocked, period, state, code, actor, owed`)

export async function insertOrder(trx: Trx, order: OrderRow, now: Date): Promise<void> {
  const at = now.toISOString()
  await sql`insert into rewards.order (customer_id, order_id, reward_id, version, quantity, origin, origin_id, origin_version, origin_key, currency, points, money_minor, value_minor, place, stocked, period, state, code, actor, placed_at, changed_at)
    values (${order.customerId}::uuid, ${order.orderId}::uuid, ${order.rewardId}::uuid, ${order.version}, ${order.quantity}, ${order.origin}, ${order.originId}::uuid, ${order.originVersion}, ${order.originKey}, ${order.currency}, ${order.points.toString()}::bigint,
      ${order.moneyMinor.toString()}::bigint, ${order.valueMinor.toString()}::bigint, ${order.place}, ${order.stocked}, ${order.period}, ${order.state}, ${order.code}, ${order.actor}, ${at}::timestamptz, ${at}::timestamptz)`.execute(trx)
}

/** The vouchers that an order handed out. */
export const keepVouchers = (trx: Trx, customerId: string, orderId: string, voucherIds: readonly string[]): Promise<unknown> =>
  sql`update rewards.order set voucher_ids = ${JSON.stringify(voucherIds)}::jsonb where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid`.execute(trx)
export async function findVouchers(trx: Trx, customerId: string, orderId: string): Promise<readonly string[]> {
  return (await sql<{ ids: string[] }>`select voucher_ids as ids from rewards.order where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid`.execute(trx)).rows[0]?.ids ?? []
}

/** Whether the code was free. */
export async function claimCode(trx: Trx, code: string, customerId: string, orderId: string): Promise<boolean> {
  return (await sql`insert into rewards.code (code, customer_id, order_id) values (${code}, ${customerId}::uuid, ${orderId}::uuid) on conflict do nothing returning code`.execute(trx)).rows.length > 0
}

export async function claimGuard(trx: Trx, guard: string, customerId: string, now: Date): Promise<boolean> {
  return (await sql`insert into rewards.guard (guard, customer_id, at) values (${guard}, ${customerId}::uuid, ${now.toISOString()}::timestamptz) on conflict do nothing returning guard`.execute(trx)).rows.length > 0
}

/** Under whichever record of the member it was placed. */
export async function findOrder(db: Db | Trx, customerId: string, orderId: string): Promise<OrderRow | undefined> {
  return (await sql<OrderRow>`select ${columns} from rewards.order where customer_id in ${personOf(customerId)} and order_id = ${orderId}::uuid`.execute(db)).rows[0]
}

/** Locks the order for what follows. */
export async function lockOrder(trx: Trx, customerId: string, orderId: string): Promise<OrderRow | undefined> {
  return (await sql<OrderRow>`update rewards.order set state = state where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid returning ${columns}`.execute(trx)).rows[0]
}

export const saveState = (trx: Trx, { customerId, orderId, state, stocked, owed }: Pick<OrderRow, 'customerId' | 'orderId' | 'state' | 'stocked' | 'owed'>, note: string | null, now: Date): Promise<unknown> =>
  sql`update rewards.order set state = ${state}, stocked = ${stocked}, owed = ${owed}, note = coalesce(${note}, note), changed_at = ${now.toISOString()}::timestamptz where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid`.execute(trx)

/** The orders that one source gave to a member. */
export async function findGranted(db: Db | Trx, customerId: string, originId: string): Promise<readonly OrderRow[]> {
  return (await sql<OrderRow>`select ${columns} from rewards.order where customer_id = ${customerId}::uuid and origin_id = ${originId}::uuid order by order_id`.execute(db)).rows
}

export interface Shown extends Omit<RewardOrder, 'points' | 'moneyMinor' | 'placedAt' | 'changedAt'> { readonly points: bigint, readonly moneyMinor: bigint, readonly placedAt: Date, readonly changedAt: Date }

/** Newest first; what is open, oldest first, since it waits longest. */
export async function listOrders(db: Db | Trx, { customer, reward, code, open }: OrderQuery, place: { readonly at: string, readonly id: string } | undefined, limit: number, orderId?: string): Promise<readonly Shown[]> {
  const { rows } = await sql<Shown>`
    select o.customer_id as "customerId", o.order_id as "orderId", c.name as "customerName", o.reward_id as "rewardId", o.version, jsonb_build_object('zh', d.title_zh, 'en', d.title_en) as title, o.quantity, o.origin,
      o.currency, o.points, o.money_minor as "moneyMinor", s.name as "storeName", o.state, o.code, o.placed_at as "placedAt", o.changed_at as "changedAt", o.note, o.owed
    from rewards.order o join rewards.definition d on d.definition_id = o.reward_id and d.version = o.version
    left join record.customer c on c.customer_id = o.customer_id left join business.store s on s.store_id::text = o.place
    where true
      ${customer === undefined ? sql`` : sql`and o.customer_id in ${personOf(customer)}`}
      ${orderId === undefined ? sql`` : sql`and o.order_id = ${orderId}::uuid`}
      ${reward === undefined ? sql`` : sql`and o.reward_id = ${reward}::uuid`}
      ${code === undefined ? sql`` : sql`and (o.customer_id, o.order_id) in (select customer_id, order_id from rewards.code where code = ${code})`}
      ${open === true ? sql`and o.state in ('waiting', 'placed', 'ready')` : sql``}
      ${place === undefined ? sql`` : open === true ? sql`and (o.placed_at, o.order_id) > (${place.at}::timestamptz, ${place.id}::uuid)` : sql`and (o.placed_at, o.order_id) < (${place.at}::timestamptz, ${place.id}::uuid)`}
    order by ${open === true ? sql`o.placed_at, o.order_id` : sql`o.placed_at desc, o.order_id desc`} limit ${limit}`.execute(db)
  return rows
}
