/** Statements on what orders were given off. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Basket } from '../returns/returns.ts'

export interface GivenRow {
  readonly place: number, readonly definitionId: string, readonly version: number, readonly tradeInId: string | null, readonly period: string | null
  readonly amountMinor: bigint, readonly keptMinor: bigint, readonly lines: readonly { readonly lineNo: number, readonly amountMinor: string }[]
}
export interface Key { readonly customerId: string, readonly source: string, readonly number: string }
export interface BasketRow { readonly lines: readonly { readonly lineNo: number, readonly product: string, readonly category: string | null, readonly quantity: string, readonly amountMinor: string }[], readonly purchases: Readonly<Record<string, number>> }

/** Answers whether this order was not told before: the row is the lock of its order. */
export async function insertBasket(trx: Trx, basket: Basket, purchases: Readonly<Record<string, number>>): Promise<boolean> {
  const lines = basket.lines.map((line) => ({ ...line, amountMinor: line.amountMinor.toString() }))
  const { rows } = await sql`insert into rewards.basket (customer_id, source, number, at, lines, purchases)
    values (${basket.customerId}::uuid, ${basket.source}, ${basket.number}, ${basket.at.toISOString()}::timestamptz, ${JSON.stringify(lines)}::jsonb, ${JSON.stringify(purchases)}::jsonb) on conflict do nothing returning number`.execute(trx)
  return rows.length > 0
}

export async function findBasket(db: Db | Trx, { customerId, source, number }: Key): Promise<BasketRow | undefined> {
  return (await sql<BasketRow>`select lines, purchases from rewards.basket where customer_id = ${customerId}::uuid and source = ${source} and number = ${number}`.execute(db)).rows[0]
}

export async function findGiven(db: Db | Trx, { customerId, source, number }: Key): Promise<readonly GivenRow[]> {
  return (await sql<GivenRow>`
    select place, definition_id as "definitionId", version, trade_in_id as "tradeInId", period, amount_minor as "amountMinor", kept_minor as "keptMinor", lines
    from rewards.given where customer_id = ${customerId}::uuid and source = ${source} and number = ${number} order by place`.execute(db)).rows
}

export async function insertGiven(trx: Trx, { customerId, source, number }: Key, rows: readonly Omit<GivenRow, 'place' | 'keptMinor'>[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const column = <T>(of: (row: (typeof rows)[number], place: number) => T): T[] => rows.map(of)
  await sql`insert into rewards.given (customer_id, source, number, place, definition_id, version, trade_in_id, period, amount_minor, kept_minor, lines, at)
    select ${customerId}::uuid, ${source}, ${number}, t.place, t.definition_id, t.version, t.trade_in_id, t.period, t.amount, t.amount, t.lines::jsonb, ${now.toISOString()}::timestamptz
    from unnest(${column((_, place) => place)}::int[], ${column((r) => r.definitionId)}::uuid[], ${column((r) => r.version)}::int[], ${column((r) => r.tradeInId)}::uuid[], ${column((r) => r.period)}::text[],
      ${column((r) => r.amountMinor.toString())}::bigint[], ${column((r) => JSON.stringify(r.lines))}::text[]) as t (place, definition_id, version, trade_in_id, period, amount, lines)`.execute(trx)
}

export const keepGiven = (trx: Trx, { customerId, source, number }: Key, place: number, keptMinor: bigint): Promise<unknown> =>
  sql`update rewards.given set kept_minor = ${keptMinor.toString()}::bigint where customer_id = ${customerId}::uuid and source = ${source} and number = ${number} and place = ${place}`.execute(trx)

export interface OfferSums { readonly definitionId: string, readonly orders: number, readonly amountMinor: bigint }
export async function sumGiven(db: Db, since: Date): Promise<readonly OfferSums[]> {
  return (await sql<OfferSums>`select definition_id as "definitionId", count(*) filter (where kept_minor > 0)::int as orders, coalesce(sum(kept_minor), 0)::bigint as "amountMinor"
    from rewards.given where at >= ${since.toISOString()}::timestamptz group by 1`.execute(db)).rows
}
