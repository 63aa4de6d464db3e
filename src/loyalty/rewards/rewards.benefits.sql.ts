/** Statements on companions, miles and levels. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { personOf } from './rewards.people.sql.ts'

export interface CompanionRow { readonly customerId: string, readonly companionId: string, readonly definitionId: string, readonly version: number, readonly name: string | null, readonly period: string | null, readonly storeId: string | null, readonly orderId: string | null, readonly actor: string }
export const insertCompanion = (trx: Trx, c: CompanionRow, now: Date): Promise<unknown> =>
  sql`insert into rewards.companion (customer_id, companion_id, definition_id, version, name, period, store_id, order_id, actor, at)
    values (${c.customerId}::uuid, ${c.companionId}::uuid, ${c.definitionId}::uuid, ${c.version}, ${c.name}, ${c.period}, ${c.storeId}::uuid, ${c.orderId}::uuid, ${c.actor}, ${now.toISOString()}::timestamptz)`.execute(trx)

export async function undoCompanion(trx: Trx, customerId: string, companionId: string, now: Date): Promise<CompanionRow | undefined> {
  return (await sql<CompanionRow>`update rewards.companion set undone_at = ${now.toISOString()}::timestamptz where customer_id = ${customerId}::uuid and companion_id = ${companionId}::uuid and undone_at is null
    returning customer_id as "customerId", companion_id as "companionId", definition_id as "definitionId", version, name, period, store_id as "storeId", order_id as "orderId", actor`.execute(trx)).rows[0]
}

export interface CompanionUse { readonly customerId: string, readonly companionId: string, readonly definitionId: string, readonly title: { readonly zh: string, readonly en: string }, readonly name: string | null, readonly orderId: string | null, readonly undone: boolean, readonly at: Date, readonly customerName: string | null }
const companionUses = sql`select c.customer_id as "customerId", c.companion_id as "companionId", c.definition_id as "definitionId", jsonb_build_object('zh', d.title_zh, 'en', d.title_en) as title, c.name, c.order_id as "orderId", c.undone_at is not null as undone, c.at, r.name as "customerName"
    from rewards.companion c join rewards.definition d on d.definition_id = c.definition_id and d.version = c.version left join record.customer r on r.customer_id = c.customer_id`
export async function listCompanions(db: Db, limit: number): Promise<readonly CompanionUse[]> {
  return (await sql<CompanionUse>`${companionUses} order by c.at desc, c.companion_id desc limit ${limit}`.execute(db)).rows
}
/** Of one person, those that count, the latest first. */
export async function companionsOf(db: Db | Trx, customerId: string, limit: number): Promise<readonly CompanionUse[]> {
  return (await sql<CompanionUse>`${companionUses} where c.customer_id in ${personOf(customerId)} and c.undone_at is null order by c.at desc, c.companion_id desc limit ${limit}`.execute(db)).rows
}

export interface MileRow { readonly customerId: string, readonly definitionId: string, readonly source: string, readonly number: string, readonly version: number, readonly units: bigint }
/** Answers whether this was not counted before, under any record of the member. */
export async function insertMile(trx: Trx, m: MileRow, now: Date): Promise<boolean> {
  return (await sql`insert into rewards.mile (customer_id, definition_id, source, number, version, units, kept_units, at)
    select ${m.customerId}::uuid, ${m.definitionId}::uuid, ${m.source}, ${m.number}, ${m.version}::int, ${m.units.toString()}::bigint, ${m.units.toString()}::bigint, ${now.toISOString()}::timestamptz
    where not exists (select from rewards.mile where customer_id in ${personOf(m.customerId)} and definition_id = ${m.definitionId}::uuid and source = ${m.source} and number = ${m.number}) on conflict do nothing returning number`.execute(trx)).rows.length > 0
}
export async function findMiles(trx: Trx, key: { readonly customerId: string, readonly source: string, readonly number: string }): Promise<readonly (MileRow & { readonly kept: bigint })[]> {
  return (await sql<MileRow & { kept: bigint }>`select customer_id as "customerId", definition_id as "definitionId", source, number, version, units, kept_units as kept from rewards.mile
    where customer_id = ${key.customerId}::uuid and source = ${key.source} and number = ${key.number} order by definition_id`.execute(trx)).rows
}
export const keepMiles = (trx: Trx, { customerId, definitionId, source, number }: MileRow, kept: bigint): Promise<unknown> =>
  sql`update rewards.mile set kept_units = ${kept.toString()}::bigint where customer_id = ${customerId}::uuid and definition_id = ${definitionId}::uuid and source = ${source} and number = ${number}`.execute(trx)

/** `customerId`: the record that reached it, and has its reward. */
export interface LevelRow { readonly customerId: string, readonly level: bigint, readonly orderId: string }
export async function findLevels(db: Db | Trx, customerId: string, definitionId: string): Promise<readonly LevelRow[]> {
  return (await sql<LevelRow>`select customer_id as "customerId", level, order_id as "orderId" from rewards.level where customer_id in ${personOf(customerId)} and definition_id = ${definitionId}::uuid order by level`.execute(db)).rows
}
export const insertLevel = (trx: Trx, definitionId: string, { customerId, level, orderId }: LevelRow, now: Date): Promise<unknown> =>
  sql`insert into rewards.level (customer_id, definition_id, level, order_id, at) values (${customerId}::uuid, ${definitionId}::uuid, ${level.toString()}::bigint, ${orderId}::uuid, ${now.toISOString()}::timestamptz)`.execute(trx)
export const removeLevel = (trx: Trx, definitionId: string, { customerId, level }: LevelRow): Promise<unknown> =>
  sql`delete from rewards.level where customer_id = ${customerId}::uuid and definition_id = ${definitionId}::uuid and level = ${level.toString()}::bigint`.execute(trx)

/** The gifts that came with a sale. */
export async function giftOrders(trx: Trx, customerId: string, saleKey: string): Promise<readonly { readonly orderId: string }[]> {
  return (await sql<{ orderId: string }>`select order_id as "orderId" from rewards.order where customer_id = ${customerId}::uuid and origin = 'gift' and origin_key = ${saleKey} and state <> 'cancelled' order by order_id`.execute(trx)).rows
}
