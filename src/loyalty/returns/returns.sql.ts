/** Every statement on returns.*, and what it reads of orders. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { BackLine, BasketLine } from './returns.rules.ts'

export interface Sale { readonly customerId: string, readonly orderId: string, readonly anonymous: boolean, readonly source: string, readonly number: string }
export interface Return { readonly customerId: string, readonly orderId: string, readonly undoes: string, readonly number: string, readonly at: Date, readonly imported: boolean, readonly totalMinor: bigint }

const saleColumns = sql.raw('o.customer_id as "customerId", o.order_id as "orderId", o.anonymous, o.source, o.number')

/** The sales that these orders are, or that they undo. */
export async function salesOf(trx: Trx, orders: readonly { readonly source: string, readonly number: string, readonly undoes: string | null }[]): Promise<readonly Sale[]> {
  const { rows } = await sql<Sale>`
    select distinct ${saleColumns} from unnest(${orders.map((o) => o.source)}::text[], ${orders.map((o) => o.undoes ?? o.number)}::text[]) as t (source, number)
    join orders.receipt r on r.source = t.source and r.number = t.number
    join orders.order o on o.customer_id = r.customer_id and o.order_id = r.order_id where o.kind = 'sale' order by 2`.execute(trx)
  return rows
}

/** All that undoes these sales, in the order of time. */
export async function returnsOf(db: Db | Trx, sales: readonly Sale[]): Promise<readonly Return[]> {
  const { rows } = await sql<Return>`
    select customer_id as "customerId", order_id as "orderId", undoes_order_id as undoes, number, at, import_id is not null as imported, total_minor as "totalMinor"
    from orders.order where undoes_order_id = any(${sales.map((sale) => sale.orderId)}::uuid[]) order by at, order_id`.execute(db)
  return rows
}

type LineRow = BasketLine & BackLine & { readonly orderId: string, readonly name: string | null }

/** The lines of sales and returns, in the order of the receipts. */
export async function linesOf(db: Db | Trx, orders: readonly { readonly customerId: string, readonly orderId: string }[]): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.order_id as "orderId", l.line_no as "lineNo", l.product, nullif(l.name, '') as name, l.category, l.quantity::text as quantity, l.amount_minor as "amountMinor", p.of_line as "ofLine"
    from unnest(${orders.map((o) => o.customerId)}::uuid[], ${orders.map((o) => o.orderId)}::uuid[]) as t (customer_id, order_id)
    join orders.line l on l.customer_id = t.customer_id and l.order_id = t.order_id
    join orders.order o on o.customer_id = t.customer_id and o.order_id = t.order_id
    left join returns.pointed p on p.source = o.source and p.return_number = o.number and p.line_no = l.line_no order by l.order_id, l.line_no`.execute(db)
  return rows
}

export async function workedOut(trx: Trx, sales: readonly Sale[], returnOrderIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select return_order_id as id from returns.booking where customer_id = any(${sales.map((sale) => sale.customerId)}::uuid[]) and return_order_id = any(${returnOrderIds}::uuid[])`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

export interface Booking {
  readonly customerId: string
  readonly returnOrderId: string
  readonly orderId: string
  readonly source: string
  readonly number: string
  readonly returnNumber: string
  readonly at: Date
  readonly amountMinor: bigint
  readonly whole: boolean
  readonly beyond: readonly { readonly product: string, readonly quantity: string, readonly amountMinor: string }[]
  readonly actor: string
}

/** Answers whether this return was not worked out before. */
export async function insertBooking(trx: Trx, b: Booking, now: Date): Promise<boolean> {
  const { rows } = await sql`insert into returns.booking (customer_id, return_order_id, order_id, source, number, return_number, at, amount_minor, whole, beyond, actor, recorded_at)
    values (${b.customerId}::uuid, ${b.returnOrderId}::uuid, ${b.orderId}::uuid, ${b.source}, ${b.number}, ${b.returnNumber}, ${b.at.toISOString()}::timestamptz, ${b.amountMinor.toString()}::bigint, ${b.whole},
      ${JSON.stringify(b.beyond)}::jsonb, ${b.actor}, ${now.toISOString()}::timestamptz) on conflict do nothing returning return_order_id`.execute(trx)
  return rows.length > 0
}

/** What was withheld from the money back of this sale so far and not given back. */
export const dueSoFar = async (trx: Trx, customerId: string, orderId: string): Promise<bigint> =>
  (await sql<{ due: bigint }>`select coalesce(sum(due_minor), 0)::bigint as due from returns.booking where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid`.execute(trx)).rows[0]?.due ?? 0n

export const saveDue = (trx: Trx, customerId: string, returnOrderId: string, due: bigint): Promise<unknown> =>
  sql`update returns.booking set due_minor = ${due.toString()}::bigint where customer_id = ${customerId}::uuid and return_order_id = ${returnOrderId}::uuid`.execute(trx)

export interface EffectRow { readonly capability: string, readonly code: string, readonly sentence: { readonly zh: string, readonly en: string }, readonly detail: Readonly<Record<string, string>> }

export async function insertEffects(trx: Trx, customerId: string, returnOrderId: string, effects: readonly EffectRow[]): Promise<void> {
  if (effects.length === 0) return
  await sql`insert into returns.consequence (customer_id, return_order_id, place, capability, code, sentence, detail)
    select ${customerId}::uuid, ${returnOrderId}::uuid, t.place, t.capability, t.code, t.sentence::jsonb, t.detail::jsonb from unnest(${effects.map((_, place) => place)}::int[], ${effects.map((e) => e.capability)}::text[],
      ${effects.map((e) => e.code)}::text[], ${effects.map((e) => JSON.stringify(e.sentence))}::text[], ${effects.map((e) => JSON.stringify(e.detail))}::text[]) as t (place, capability, code, sentence, detail)`.execute(trx)
}

export const point = (trx: Trx, { source }: Sale, returnNumber: string, lines: readonly number[]): Promise<unknown> =>
  sql`insert into returns.pointed (source, return_number, line_no, of_line)
    select ${source}, ${returnNumber}, t.line_no, t.of_line from unnest(${lines.map((_, index) => index + 1)}::int[], ${lines}::int[]) as t (line_no, of_line) on conflict do nothing`.execute(trx)

const bookingColumns = sql.raw(`b.customer_id as "customerId", b.return_order_id as "returnOrderId", b.order_id as "orderId", b.source, b.number, b.return_number as "returnNumber", b.at, b.amount_minor as "amountMinor", b.due_minor as "dueMinor",
  b.whole, b.beyond, b.actor, b.recorded_at as "recordedAt", case when b.customer_id = b.order_id then null else c.name end as "customerName", b.customer_id = b.order_id as anonymous,
  coalesce((select jsonb_agg(jsonb_build_object('capability', e.capability, 'code', e.code, 'sentence', e.sentence, 'detail', e.detail) order by e.place) from returns.consequence e
    where e.customer_id = b.customer_id and e.return_order_id = b.return_order_id), '[]'::jsonb) as effects`)

export interface BookingShown extends Booking { readonly dueMinor: bigint, readonly recordedAt: Date, readonly customerName: string | null, readonly anonymous: boolean, readonly effects: readonly EffectRow[] }

export async function findBooking(db: Db | Trx, customerId: string, returnOrderId: string): Promise<BookingShown | undefined> {
  const { rows } = await sql<BookingShown>`select ${bookingColumns} from returns.booking b left join record.customer c on c.customer_id = b.customer_id
    where b.customer_id = ${customerId}::uuid and b.return_order_id = ${returnOrderId}::uuid`.execute(db)
  return rows[0]
}

/** The latest first, from a place on. */
export async function listBookings(db: Db, { customer, place, limit }: { readonly customer: string | undefined, readonly place: { readonly at: string, readonly id: string } | undefined, readonly limit: number }): Promise<readonly BookingShown[]> {
  const { rows } = await sql<BookingShown>`select ${bookingColumns} from returns.booking b left join record.customer c on c.customer_id = b.customer_id where true
    ${customer === undefined ? sql`` : sql`and b.customer_id = ${customer}::uuid`}
    ${place === undefined ? sql`` : sql`and (b.recorded_at, b.return_order_id) < (${place.at}::timestamptz, ${place.id}::uuid)`}
    order by b.recorded_at desc, b.return_order_id desc limit ${limit}`.execute(db)
  return rows
}

export interface SaleShown extends Sale { readonly kind: string, readonly currency: string, readonly at: Date, readonly customerName: string | null, readonly storeName: string | null, readonly totalMinor: bigint }

export async function findSale(db: Db | Trx, source: string, number: string): Promise<SaleShown | undefined> {
  const { rows } = await sql<SaleShown>`select ${saleColumns}, o.kind, o.currency, o.at, c.name as "customerName", s.name as "storeName", o.total_minor as "totalMinor"
    from orders.receipt r join orders.order o on o.customer_id = r.customer_id and o.order_id = r.order_id
    left join record.customer c on c.customer_id = o.customer_id left join business.store s on s.store_id = o.store_id where r.source = ${source} and r.number = ${number}`.execute(db)
  return rows[0]
}

/** The sources that have a sale of this number: a clerk knows the receipt, not the source. Sources are few and found by leaps along the index. */
export async function sourcesOf(db: Db | Trx, number: string): Promise<readonly string[]> {
  const { rows } = await sql<{ source: string }>`
    with recursive known as (
      (select source from orders.receipt order by source limit 1)
      union all select (select r.source from orders.receipt r where r.source > known.source order by r.source limit 1) from known where known.source is not null)
    select k.source from known k join orders.receipt r on r.source = k.source and r.number = ${number}
    join orders.order o on o.customer_id = r.customer_id and o.order_id = r.order_id where o.kind = 'sale' order by 1 limit 10`.execute(db)
  return rows.map(({ source }) => source)
}

export const savepoint = (trx: Trx): Promise<unknown> => sql`savepoint consequence`.execute(trx)
export const undo = (trx: Trx): Promise<unknown> => sql`rollback to savepoint consequence`.execute(trx)
export const release = (trx: Trx): Promise<unknown> => sql`release savepoint consequence`.execute(trx)
export const beginPreview = (trx: Trx): Promise<unknown> => sql`savepoint preview`.execute(trx)
export const undoPreview = (trx: Trx): Promise<unknown> => sql`rollback to savepoint preview`.execute(trx)
