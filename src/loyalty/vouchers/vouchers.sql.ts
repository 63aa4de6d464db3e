/** Statements on members' vouchers and their journal. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { State } from './vouchers.schema.ts'
import type { LineSplit, Movement, OrderName, Voucher } from './vouchers.state.ts'

type Row = Omit<Voucher, 'hold'> & { readonly heldSource: string | null, readonly heldNumber: string | null, readonly heldUntil: Date | null }
const columns = sql.raw(`v.customer_id as "customerId", v.voucher_id as "voucherId", v.template_id as "templateId", v.version, v.code, v.face, v.open, v.held, v.used, v.ended, v.voided, v.valid_from as "validFrom", v.valid_to as "validTo",
  v.held_source as "heldSource", v.held_number as "heldNumber", v.held_until as "heldUntil", v.sequence, v.issued_at as "issuedAt", v.origin`)
const voucherOf = ({ heldSource, heldNumber, heldUntil, ...row }: Row): Voucher =>
  ({ ...row, hold: heldSource === null || heldNumber === null || heldUntil === null ? null : { source: heldSource, number: heldNumber, until: heldUntil } })

/** Locks a member's vouchers, always in one order. A member who was merged has several ids; each is asked alone, because on a cluster that is one shard. */
export async function lockVouchers(trx: Trx, member: readonly string[], ids: readonly string[]): Promise<readonly Voucher[]> {
  const locked: Voucher[] = []
  if (ids.length === 0) return locked
  for (const customerId of member.toSorted()) {
    const { rows } = await sql<Row>`select ${columns} from vouchers.voucher v where v.customer_id = ${customerId}::uuid and v.voucher_id = any(${ids}::uuid[]) order by v.voucher_id for update`.execute(trx)
    locked.push(...rows.map(voucherOf))
  }
  return locked
}

/** A member's vouchers that are not used up, the soonest to end first. */
export async function findLive(db: Db | Trx, member: readonly string[]): Promise<readonly Voucher[]> {
  return (await sql<Row>`select ${columns} from vouchers.voucher v where v.customer_id = any(${member}::uuid[]) and v.open + v.held > 0 order by v.valid_to nulls last, v.voucher_id`.execute(db)).rows.map(voucherOf)
}

export async function findVouchers(db: Db | Trx, member: readonly string[], ids: readonly string[]): Promise<readonly Voucher[]> {
  return (await sql<Row>`select ${columns} from vouchers.voucher v where v.customer_id = any(${member}::uuid[]) and v.voucher_id = any(${ids}::uuid[])`.execute(db)).rows.map(voucherOf)
}

/** The vouchers that are held for an order, or were used on it. */
export async function findOfOrder(db: Db | Trx, member: readonly string[], { source, number }: OrderName): Promise<readonly string[]> {
  return (await sql<{ id: string }>`select distinct voucher_id as id from vouchers.movement where customer_id = any(${member}::uuid[]) and source = ${source} and number = ${number}`.execute(db)).rows.map(({ id }) => id)
}

export interface Change { readonly voucher: Voucher, readonly movements: readonly Movement[] }

/** Writes vouchers as they are now, and the movements that made them so. */
export async function saveChanges(trx: Trx, changes: readonly Change[], actor: string, note: string | null, now: Date): Promise<void> {
  const changed = changes.filter(({ movements }) => movements.length > 0)
  if (changed.length === 0) return
  const v = <T>(of: (voucher: Voucher) => T): T[] => changed.map(({ voucher }) => of(voucher))
  await sql`insert into vouchers.voucher (customer_id, voucher_id, template_id, version, code, face, open, held, used, ended, voided, valid_from, valid_to, held_source, held_number, held_until, sequence, issued_at, origin)
    select * from unnest(${v((x) => x.customerId)}::uuid[], ${v((x) => x.voucherId)}::uuid[], ${v((x) => x.templateId)}::uuid[], ${v((x) => x.version)}::int[], ${v((x) => x.code)}::text[], ${v((x) => x.face.toString())}::bigint[],
      ${v((x) => x.open.toString())}::bigint[], ${v((x) => x.held.toString())}::bigint[], ${v((x) => x.used.toString())}::bigint[], ${v((x) => x.ended.toString())}::bigint[], ${v((x) => x.voided)}::boolean[], ${v((x) => x.validFrom)}::date[], ${v((x) => x.validTo)}::date[],
      ${v((x) => x.hold?.source ?? null)}::text[], ${v((x) => x.hold?.number ?? null)}::text[], ${v((x) => x.hold?.until.toISOString() ?? null)}::timestamptz[], ${v((x) => x.sequence)}::int[], ${v((x) => x.issuedAt.toISOString())}::timestamptz[], ${v((x) => x.origin)}::text[])
    on conflict (customer_id, voucher_id) do update set open = excluded.open, held = excluded.held, used = excluded.used, ended = excluded.ended, voided = excluded.voided, valid_to = excluded.valid_to,
      held_source = excluded.held_source, held_number = excluded.held_number, held_until = excluded.held_until, sequence = excluded.sequence`.execute(trx)
  const all = changed.flatMap(({ voucher: { customerId, voucherId }, movements }) => movements.map((movement) => ({ ...movement, customerId, voucherId })))
  const m = <T>(of: (movement: (typeof all)[number]) => T): T[] => all.map(of)
  await sql`insert into vouchers.movement (customer_id, voucher_id, sequence, kind, from_account, to_account, units, discount_minor, source, number, until, valid_to, split, effective_at, inserted_at, actor, note)
    select a, b, c, d, e, f, g, h, i, j, k, l, n::jsonb, o, ${now.toISOString()}::timestamptz, ${actor}, ${note} from unnest(${m((x) => x.customerId)}::uuid[], ${m((x) => x.voucherId)}::uuid[], ${m((x) => x.sequence)}::int[], ${m((x) => x.kind)}::text[], ${m((x) => x.from)}::text[], ${m((x) => x.to)}::text[],
      ${m((x) => x.units.toString())}::bigint[], ${m((x) => x.discountMinor.toString())}::bigint[], ${m((x) => x.source)}::text[], ${m((x) => x.number)}::text[], ${m((x) => x.until?.toISOString() ?? null)}::timestamptz[], ${m((x) => x.validTo)}::date[],
      ${m((x) => (x.split === null ? null : JSON.stringify(x.split)))}::text[], ${m((x) => x.effectiveAt.toISOString())}::timestamptz[]) as u (a, b, c, d, e, f, g, h, i, j, k, l, n, o)`.execute(trx)
}

export interface MovementRow extends Movement { readonly voucherId: string, readonly actor: string, readonly note: string | null, readonly insertedAt: Date }
const movementColumns = sql.raw(`voucher_id as "voucherId", sequence, kind, from_account as "from", to_account as "to", units, discount_minor as "discountMinor", source, number, until, valid_to as "validTo", split, effective_at as "effectiveAt",
  inserted_at as "insertedAt", actor, note`)

/** One voucher's journal in its order. */
export async function journalOf(db: Db | Trx, customerId: string, voucherId: string): Promise<readonly MovementRow[]> {
  return (await sql<MovementRow>`select ${movementColumns} from vouchers.movement where customer_id = ${customerId}::uuid and voucher_id = ${voucherId}::uuid order by sequence`.execute(db)).rows
}

export interface OrderUse { readonly voucherId: string, readonly units: bigint, readonly discountMinor: bigint, readonly split: readonly LineSplit[] }

/** What an order still has of vouchers: what was redeemed on it, less what was given back, per voucher. Each with the newest split. */
export async function usesOf(db: Db | Trx, member: readonly string[], { source, number }: OrderName): Promise<readonly OrderUse[]> {
  const { rows } = await sql<OrderUse>`select m.voucher_id as "voucherId", s.units, s.discount as "discountMinor", m.split from (
      select customer_id, voucher_id, cast(sum(case when kind = 'redeem' then units else -units end) as bigint) as units, cast(sum(discount_minor) as bigint) as discount, max(sequence) filter (where kind = 'redeem') as last
      from vouchers.movement where customer_id = any(${member}::uuid[]) and source = ${source} and number = ${number} and kind in ('redeem', 'give_back') group by customer_id, voucher_id) s
    join vouchers.movement m on m.customer_id = s.customer_id and m.voucher_id = s.voucher_id and m.sequence = s.last where s.units > 0 order by m.voucher_id`.execute(db)
  return rows
}

/** Vouchers for which time has done something that is not booked yet. */
export async function dueVouchers(db: Db | Trx, today: Day, now: Date, limit: number): Promise<readonly { readonly customerId: string, readonly voucherId: string }[]> {
  return (await sql<{ customerId: string, voucherId: string }>`select customer_id as "customerId", voucher_id as "voucherId" from (
      (select customer_id, voucher_id from vouchers.voucher where open > 0 and valid_to < ${today}::date limit ${limit})
      union (select customer_id, voucher_id from vouchers.voucher where held > 0 and held_until <= ${now.toISOString()}::timestamptz limit ${limit})) due order by 1, 2 limit ${limit}`.execute(db)).rows
}

/** Where a voucher stands, as `stateOf` says it. */
export const stateAt = (today: Day, now: Date) => sql<State>`case when v.held > 0 and v.held_until > ${now.toISOString()}::timestamptz then 'reserved'
  when v.open + v.held > 0 and (v.valid_to is null or v.valid_to >= ${today}::date) then case when v.valid_from > ${today}::date then 'waiting' else 'usable' end
  when v.used > 0 then 'redeemed' when v.voided then 'voided' else 'expired' end`

export interface Filter { readonly member?: readonly string[], readonly voucher?: string, readonly template?: string, readonly state?: State, readonly after?: string, readonly limit: number }

/** The newest first. */
export async function listVouchers(db: Db | Trx, { member, voucher, template, state, after, limit }: Filter, today: Day, now: Date): Promise<readonly (Voucher & { readonly customerName: string | null })[]> {
  const { rows } = await sql<Row & { customerName: string | null }>`select ${columns}, c.name as "customerName" from vouchers.voucher v left join record.customer c on c.customer_id = v.customer_id where true
    ${member === undefined ? sql`` : sql`and v.customer_id = any(${member}::uuid[])`} ${voucher === undefined ? sql`` : sql`and v.voucher_id = ${voucher}::uuid`} ${template === undefined ? sql`` : sql`and v.template_id = ${template}::uuid`}
    ${state === undefined ? sql`` : sql`and ${stateAt(today, now)} = ${state}`} ${after === undefined ? sql`` : sql`and v.voucher_id < ${after}::uuid`}
    order by v.voucher_id desc limit ${limit}`.execute(db)
  return rows.map(({ customerName, ...row }) => ({ ...voucherOf(row), customerName }))
}

export const knownCustomers = async (db: Db | Trx, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await sql<{ id: string }>`select customer_id as id from record.customer where customer_id = any(${ids}::uuid[])`.execute(db)).rows.map(({ id }) => id))

/** What the conditions ask of a member (the id that stands first): the tier, and whether another order is known. */
export async function findFacts(db: Db | Trx, member: readonly [string, ...string[]], { source, number }: OrderName): Promise<{ readonly tier: string | null, readonly isFirstOrder: boolean }> {
  const { rows: [row] } = await sql<{ tier: string | null, bought: boolean }>`select
    (select value #>> '{}' from record.trait where customer_id = ${member[0]}::uuid and key = 'tiers.tier') as tier,
    exists (select from orders.order where customer_id = any(${member}::uuid[]) and kind = 'sale' and not (source = ${source} and number = ${number})) as bought`.execute(db)
  return { tier: row?.tier ?? null, isFirstOrder: row?.bought !== true }
}

