/** Every statement that writes or reads orders.* for the bulk door. Arrays and COPY: the number of statements never grows with the number of orders. */
import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import { copyAllOrNone, copyField, copyIn } from '#foundation/copy.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Earlier, LineInput, PreparedOrder } from './orders.rules.ts'

export interface Claim { readonly source: string, readonly number: string, readonly customerId: string | null, readonly orderId: string | null }
interface Named { readonly source: string, readonly number: string }

/**
 * Claims the numbers, in one fixed order so that two batches never wait for each other in a circle. Answers those that were not free: whoever holds
 * them has committed by then.
 */
export async function claimReceipts(trx: Trx, claims: readonly Claim[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    with asked as (
      select * from unnest(${claims.map((c) => c.source)}::text[], ${claims.map((c) => c.number)}::text[], ${claims.map((c) => c.customerId)}::uuid[], ${claims.map((c) => c.orderId)}::uuid[])
        as t (source, number, customer_id, order_id)
    ), claimed as (
      insert into orders.receipt (source, number, customer_id, order_id) select * from asked order by source collate "C", number collate "C"
      on conflict do nothing returning source, number
    )
    select a.source, a.number from asked a where not exists (select from claimed c where c.source = a.source and c.number = a.number)`.execute(trx)
  return rows
}

/** The same by COPY, where all are free as they mostly are; false where one is not, and nothing is claimed then. */
export function copyReceipts(client: ClientBase, claims: readonly Claim[]): Promise<boolean> {
  const sorted = claims.toSorted((a, b) => (a.source === b.source ? (a.number < b.number ? -1 : 1) : a.source < b.source ? -1 : 1))
  return copyAllOrNone(client, 'copy orders.receipt (source, number, customer_id, order_id) from stdin',
    (function* () { for (const c of sorted) yield `${copyField(c.source)}\t${copyField(c.number)}\t${c.customerId ?? '\\N'}\t${c.orderId ?? '\\N'}\n` })())
}

export interface Holder extends Named, Earlier { readonly orderId: string }

/** The orders that hold these numbers; an awaited number is held by nobody. */
export async function findHolders(db: Db, numbers: readonly Named[]): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    select r.source, r.number, o.order_id as "orderId", o.customer_id as "customerId", o.anonymous, o.content_hash as "contentHash", o.total_minor as "totalMinor"
    from unnest(${numbers.map((n) => n.source)}::text[], ${numbers.map((n) => n.number)}::text[]) as t (source, number)
    join orders.receipt r on r.source = t.source and r.number = t.number
    join orders.order o on o.customer_id = r.customer_id and o.order_id = r.order_id`.execute(db)
  return rows
}

/** Takes over numbers that a return was waiting for. Answers those taken: another transaction may have been quicker. */
export async function takeAwaited(trx: Trx, claims: readonly Claim[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    update orders.receipt r set customer_id = t.customer_id, order_id = t.order_id
    from unnest(${claims.map((c) => c.source)}::text[], ${claims.map((c) => c.number)}::text[], ${claims.map((c) => c.customerId)}::uuid[], ${claims.map((c) => c.orderId)}::uuid[])
      as t (source, number, customer_id, order_id)
    where r.source = t.source and r.number = t.number and r.order_id is null returning r.source, r.number`.execute(trx)
  return rows
}

export interface Target extends Named { readonly customerId: string, readonly orderId: string }

export async function findReceipts(db: Db, numbers: readonly Named[]): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`
    select r.source, r.number, r.customer_id as "customerId", r.order_id as "orderId"
    from unnest(${numbers.map((n) => n.source)}::text[], ${numbers.map((n) => n.number)}::text[]) as t (source, number)
    join orders.receipt r on r.source = t.source and r.number = t.number where r.order_id is not null order by r.source, r.number`.execute(db)
  return rows
}

/** Says of orders that something about them changed, so that whoever follows the changes reads them again. */
export const touchOrders = (trx: Trx, targets: readonly Pick<Target, 'customerId' | 'orderId'>[]): Promise<unknown> =>
  sql`update orders.order o set changed_xid = pg_current_xact_id()
    from unnest(${targets.map((t) => t.customerId)}::uuid[], ${targets.map((t) => t.orderId)}::uuid[]) as t (customer_id, order_id)
    where o.customer_id = t.customer_id and o.order_id = t.order_id`.execute(trx)

/** Links returns that came before the order they undo. */
export const linkEarlierReturns = (trx: Trx, sales: readonly Target[]): Promise<unknown> =>
  sql`update orders.order o set undoes_order_id = t.order_id, changed_xid = pg_current_xact_id()
    from unnest(${sales.map((t) => t.source)}::text[], ${sales.map((t) => t.number)}::text[], ${sales.map((t) => t.orderId)}::uuid[]) as t (source, number, order_id)
    where o.source = t.source and o.undoes_number = t.number and o.undoes_order_id is null`.execute(trx)

export interface OrderRow extends PreparedOrder { readonly undoesOrderId?: string | null }
export interface Stamp { readonly recordedAt: string, readonly importId: string | null }

const orderColumns = 'customer_id, order_id, kind, source, number, at, day, channel, store_id, currency, total_minor, cost_minor, undoes_number, undoes_order_id, anonymous, content_hash, import_id, recorded_at'
const lineColumns = 'customer_id, order_id, line_no, product, name, category, quantity, amount_minor, cost_minor'

const optional = (text: string | null | undefined): string => text === null || text === undefined ? '\\N' : copyField(text)

function* orderText(orders: readonly OrderRow[], { recordedAt, importId }: Stamp): Generator<string> {
  const tail = `${importId ?? '\\N'}\t${recordedAt}\n`
  for (const o of orders) {
    yield `${o.customerId}\t${o.orderId}\t${o.kind}\t${copyField(o.source)}\t${copyField(o.number)}\t${o.at}\t${o.day}\t${optional(o.channel)}\t${o.storeId ?? '\\N'}\t${o.currency}\t${o.totalMinor}\t${o.costMinor ?? '\\N'}\t${optional(o.undoesNumber)}\t${o.undoesOrderId ?? '\\N'}\t${o.anonymous ? 't' : 'f'}\t${o.contentHash}\t${tail}`
  }
}

function* lineText(orders: readonly OrderRow[]): Generator<string> {
  for (const o of orders) {
    const head = `${o.customerId}\t${o.orderId}\t`
    if (o.ready) {
      for (const tail of o.ready) { yield head; yield tail }
      continue
    }
    let text = ''
    let no = 0
    for (const line of o.lines) {
      no += 1
      text += `${head}${no}\t${copyField(line.product)}\t${optional(line.name)}\t${optional(line.category)}\t${line.quantity}\t${line.amountMinor}\t${line.costMinor ?? '\\N'}\n`
    }
    yield text
  }
}

/** Writes by COPY: for batches. */
export async function copyOrders(client: ClientBase, orders: readonly OrderRow[], stamp: Stamp): Promise<void> {
  await copyIn(client, `copy orders.order (${orderColumns}) from stdin`, orderText(orders, stamp))
  await copyIn(client, `copy orders.line (${lineColumns}) from stdin`, lineText(orders))
}

/** Writes by arrays: for a handful, or where no connection is at hand. */
export async function insertOrders(trx: Trx, orders: readonly OrderRow[], { recordedAt, importId }: Stamp): Promise<void> {
  const column = <T>(of: (order: OrderRow) => T): T[] => orders.map(of)
  await sql`insert into orders.order (${sql.raw(orderColumns)})
    select t.*, ${importId}::uuid, ${recordedAt}::timestamptz from unnest(
      ${column((o) => o.customerId)}::uuid[], ${column((o) => o.orderId)}::uuid[], ${column((o) => o.kind)}::text[], ${column((o) => o.source)}::text[], ${column((o) => o.number)}::text[],
      ${column((o) => o.at)}::timestamptz[], ${column((o) => o.day)}::date[], ${column((o) => o.channel)}::text[], ${column((o) => o.storeId)}::uuid[], ${column((o) => o.currency)}::text[],
      ${column((o) => o.totalMinor)}::bigint[], ${column((o) => o.costMinor)}::bigint[], ${column((o) => o.undoesNumber)}::text[], ${column((o) => o.undoesOrderId ?? null)}::uuid[],
      ${column((o) => o.anonymous)}::boolean[], ${column((o) => o.contentHash)}::text[]) as t`.execute(trx)
  const lines = orders.flatMap((order) => order.lines.map((line, index) => ({ order, line, no: index + 1 })))
  const field = <T>(of: (line: LineInput) => T): T[] => lines.map(({ line }) => of(line))
  await sql`insert into orders.line (${sql.raw(lineColumns)})
    select * from unnest(${lines.map(({ order }) => order.customerId)}::uuid[], ${lines.map(({ order }) => order.orderId)}::uuid[], ${lines.map(({ no }) => no)}::int[],
      ${field((l) => l.product)}::text[], ${field((l) => l.name ?? null)}::text[], ${field((l) => l.category ?? null)}::text[], ${field((l) => l.quantity)}::numeric[],
      ${field((l) => l.amountMinor)}::bigint[], ${field((l) => l.costMinor ?? null)}::bigint[])`.execute(trx)
}
