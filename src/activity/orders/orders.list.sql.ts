/** Statements that read orders: lists in the order of time, one order, a customer's orders. */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#foundation/db.ts'
import type { OrderKind } from './orders.rules.ts'

export interface Row {
  readonly orderId: string
  readonly customerId: string
  readonly anonymous: boolean
  readonly customerName: string | null
  readonly kind: OrderKind
  readonly source: string
  readonly number: string
  readonly at: Date
  readonly day: string
  readonly channel: string | null
  readonly storeId: string | null
  readonly storeName: string | null
  readonly currency: string
  readonly totalMinor: bigint
  readonly costMinor: bigint | null
  readonly undoesNumber: string | null
  readonly undoesOrderId: string | null
  readonly lineCount: number
  readonly goods: string
}

export interface Filter {
  /** All ids of one customer. */
  readonly customers?: readonly string[] | undefined
  readonly store?: string | undefined
  readonly kind?: string | undefined
  readonly source?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface Place { readonly at: string, readonly id: string }

const columns = sql.raw(`o.order_id as "orderId", o.customer_id as "customerId", o.anonymous, c.name as "customerName", o.kind, o.source, o.number, o.at, o.day, o.channel,
  o.store_id as "storeId", s.name as "storeName", o.currency, o.total_minor as "totalMinor", o.cost_minor as "costMinor", o.undoes_number as "undoesNumber", o.undoes_order_id as "undoesOrderId",
  coalesce(l.lines, 0)::int as "lineCount", coalesce(l.goods, '') as goods`)

/** The page is chosen first, then dressed: names and lines are read for what is shown only. */
const dressed = (chosen: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select ${columns} from (${chosen}) o
  left join record.customer c on c.customer_id = o.customer_id left join business.store s on s.store_id = o.store_id
  left join lateral (select count(*) as lines, string_agg(coalesce(nullif(l.name, ''), l.product) || case when l.quantity in (1, -1) then '' else ' × ' || trim_scale(abs(l.quantity)) end, '、' order by l.line_no) filter (where l.line_no <= 3) as goods
    from orders.line l where l.customer_id = o.customer_id and l.order_id = o.order_id) l on true
  order by o.at desc, o.order_id desc`

/** Days become instants with a day to spare on either side, so that the index of time leads there; the day itself decides. */
export async function listOrders(db: Db, { customers, store, kind, source, from, to }: Filter, place: Place | undefined, limit: number): Promise<readonly Row[]> {
  const { rows } = await dressed(sql`
    select * from orders.order o where true
      ${customers === undefined ? sql`` : customers.length === 1 ? sql`and o.customer_id = ${customers[0]}` : sql`and o.customer_id = any(${customers}::uuid[])`}
      ${store === undefined ? sql`` : sql`and o.store_id = ${store}`}
      ${kind === undefined ? sql`` : sql`and o.kind = ${kind}`}
      ${source === undefined ? sql`` : sql`and o.source = ${source}`}
      ${from === undefined ? sql`` : sql`and o.day >= ${from}::date and o.at >= ${from}::date - interval '1 day'`}
      ${to === undefined ? sql`` : sql`and o.day <= ${to}::date and o.at < ${to}::date + interval '2 days'`}
      ${place === undefined ? sql`` : sql`and (o.at, o.order_id) < (${place.at}::timestamptz, ${place.id}::uuid)`}
    order by o.at desc, o.order_id desc limit ${limit}`).execute(db)
  return rows
}

export async function findOrder(db: Db, source: string, number: string): Promise<Row | undefined> {
  const { rows } = await dressed(sql`
    select o.* from orders.receipt r join orders.order o on o.customer_id = r.customer_id and o.order_id = r.order_id where r.source = ${source} and r.number = ${number}`).execute(db)
  return rows[0]
}

export interface LineRow { readonly product: string, readonly name: string | null, readonly category: string | null, readonly quantity: string, readonly amountMinor: bigint, readonly costMinor: bigint | null }

export async function findLines(db: Db, { customerId, orderId }: Pick<Row, 'customerId' | 'orderId'>): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`select product, name, category, quantity, amount_minor as "amountMinor", cost_minor as "costMinor"
    from orders.line where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid order by line_no`.execute(db)
  return rows
}

export async function findUndoing(db: Db, source: string, number: string): Promise<readonly { source: string, number: string, kind: OrderKind, day: string, totalMinor: bigint }[]> {
  const { rows } = await sql<{ source: string, number: string, kind: OrderKind, day: string, totalMinor: bigint }>`
    select source, number, kind, day, total_minor as "totalMinor" from orders.order where source = ${source} and undoes_number = ${number} order by at`.execute(db)
  return rows
}

export async function findCustomers(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select customer_id as id from record.customer where customer_id = any(${ids}::uuid[])`.execute(db)
  return new Set(rows.map((row) => row.id))
}

export interface Totals { readonly sales: number, readonly returns: number, readonly soldMinor: bigint, readonly backMinor: bigint, readonly firstDay: string | null, readonly lastDay: string | null }

const totals = sql.raw(`count(*) filter (where kind = 'sale')::int as sales, count(*) filter (where kind <> 'sale')::int as returns,
  coalesce(sum(total_minor) filter (where kind = 'sale'), 0)::bigint as "soldMinor", coalesce(sum(total_minor) filter (where kind <> 'sale'), 0)::bigint as "backMinor",
  min(day) filter (where kind = 'sale') as "firstDay", max(day) filter (where kind = 'sale') as "lastDay"`)

/** What one customer bought, under all of their ids, and gave back. */
export async function sumCustomers(db: Db, customerIds: readonly string[]): Promise<Totals | undefined> {
  const { rows } = await sql<Totals>`select ${totals} from orders.order where customer_id = any(${customerIds}::uuid[])`.execute(db)
  return rows[0]
}

/** The same for everybody on the latest day that has sales (or, where there are none, orders of any kind). */
export async function sumLatestDay(db: Db): Promise<Totals | undefined> {
  const { rows } = await sql<Totals>`
    with latest as (
      (select 0 as rank, day, at from orders.order where kind = 'sale' order by at desc limit 1) union all (select 1 as rank, day, at from orders.order order by at desc limit 1) order by rank limit 1)
    select ${totals} from orders.order o where o.day = (select day from latest) and o.at >= (select at from latest) - interval '2 days'`.execute(db)
  return rows[0]
}
