/** Statements on trade-ins. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import { personOf } from './rewards.people.sql.ts'

export interface TradeInRow {
  readonly customerId: string, readonly tradeInId: string, readonly definitionId: string, readonly version: number, readonly serial: string, readonly item: string, readonly grade: number, readonly photo: string | null
  readonly creditMinor: bigint, readonly usedMinor: bigint, readonly state: 'assessed' | 'withdrawn', readonly day: Day, readonly expiresOn: Day | null, readonly storeId: string | null, readonly actor: string, readonly at: Date
}
const columns = sql.raw(`t.customer_id as "customerId", t.trade_in_id as "tradeInId", t.definition_id as "definitionId", t.version, t.serial, t.item, t.grade, t.photo, t.credit_minor as "creditMinor", t.used_minor as "usedMinor",
  t.state, t.day, t.expires_on as "expiresOn", t.store_id as "storeId", t.actor, t.at`)

/** Whether nobody brought this item before. */
export async function claimSerial(trx: Trx, serial: string, customerId: string, tradeInId: string): Promise<boolean> {
  return (await sql`insert into rewards.serial (serial, customer_id, trade_in_id) values (${serial}, ${customerId}::uuid, ${tradeInId}::uuid) on conflict do nothing returning serial`.execute(trx)).rows.length > 0
}
export const releaseSerial = (trx: Trx, serial: string, tradeInId: string): Promise<unknown> => sql`delete from rewards.serial where serial = ${serial} and trade_in_id = ${tradeInId}::uuid`.execute(trx)

export const insertTradeIn = (trx: Trx, t: TradeInRow): Promise<unknown> =>
  sql`insert into rewards.trade_in (customer_id, trade_in_id, definition_id, version, serial, item, grade, photo, credit_minor, used_minor, state, day, expires_on, store_id, actor, at)
    values (${t.customerId}::uuid, ${t.tradeInId}::uuid, ${t.definitionId}::uuid, ${t.version}, ${t.serial}, ${t.item}, ${t.grade}, ${t.photo}, ${t.creditMinor.toString()}::bigint, 0, ${t.state}, ${t.day}::date, ${t.expiresOn}::date,
      ${t.storeId}::uuid, ${t.actor}, ${t.at.toISOString()}::timestamptz)`.execute(trx)

export const lockTradeIns = (trx: Trx, customerId: string): Promise<unknown> => sql`update rewards.trade_in set used_minor = used_minor where customer_id in ${personOf(customerId)} and state = 'assessed'`.execute(trx)

/** Spends of the credit of any record of the member, or gives back below zero; false where that much is not there. The database holds the bound, too. */
export async function moveCredit(trx: Trx, customerId: string, tradeInId: string, amountMinor: bigint): Promise<boolean> {
  const { rows } = await sql`update rewards.trade_in set used_minor = used_minor + ${amountMinor.toString()}::bigint where customer_id in ${personOf(customerId)} and trade_in_id = ${tradeInId}::uuid and state = 'assessed'
    and used_minor + ${amountMinor.toString()}::bigint between 0 and credit_minor returning used_minor`.execute(trx)
  return rows.length > 0
}

/** Withdrawn while nothing of it is spent. */
export async function withdraw(trx: Trx, customerId: string, tradeInId: string): Promise<TradeInRow | undefined> {
  return (await sql<TradeInRow>`update rewards.trade_in t set state = 'withdrawn' where customer_id in ${personOf(customerId)} and trade_in_id = ${tradeInId}::uuid and state = 'assessed' and used_minor = 0 returning ${columns}`.execute(trx)).rows[0]
}

export async function findTradeIns(db: Db | Trx, customerId: string): Promise<readonly TradeInRow[]> {
  return (await sql<TradeInRow>`select ${columns} from rewards.trade_in t where t.customer_id in ${personOf(customerId)} order by t.trade_in_id`.execute(db)).rows
}

/** Those of one person with credit that can be spent on a day. */
export async function openTradeIns(db: Db | Trx, customerId: string, today: Day): Promise<readonly TradeInRow[]> {
  return (await sql<TradeInRow>`select ${columns} from rewards.trade_in t where t.customer_id in ${personOf(customerId)} and t.state = 'assessed' and t.used_minor < t.credit_minor and (t.expires_on is null or t.expires_on >= ${today}::date) order by t.trade_in_id`.execute(db)).rows
}

export async function listTradeIns(db: Db, limit: number): Promise<readonly (TradeInRow & { readonly customerName: string | null })[]> {
  return (await sql<TradeInRow & { customerName: string | null }>`select ${columns}, c.name as "customerName" from rewards.trade_in t left join record.customer c on c.customer_id = t.customer_id order by t.at desc, t.trade_in_id desc limit ${limit}`.execute(db)).rows
}
