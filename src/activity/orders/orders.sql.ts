/** Every statement that writes or reads orders.* for the bulk door. Arrays and COPY: the number of statements never grows with the number of orders. */
import { sql } from 'kysely'
import { putUuid } from '#foundation/bytes.ts'
import { binaryRows } from '#foundation/copy.binary.ts'
import { copyAllOrNone, copyPieces, type Copying } from '#foundation/copy.statement.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { lineColumns, lineFields } from './orders.lines.ts'
import type { Earlier, LineInput, PreparedOrder } from './orders.rules.ts'
import { idAt, idsBytes, openOrderStore, orderIdsBytes, type OrderStore, type StoredOrder } from './orders.stored.ts'

export interface Claim { readonly source: string, readonly number: string, readonly customerId: string | null, readonly orderId: string | null, readonly contentHash: string | null, readonly stored?: StoredOrder | undefined }
interface Named { readonly source: string, readonly number: string }

/**
 * Claims the numbers, in one fixed order so that two batches never wait for each other in a circle. Answers those that were not free: whoever holds
 * them has committed by then.
 */
export async function claimReceipts(trx: Trx, claims: readonly Claim[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    with asked as (
      select * from unnest(${claims.map((c) => c.source)}::text[], ${claims.map((c) => c.number)}::text[], ${claims.map((c) => c.customerId)}::uuid[], ${claims.map((c) => c.orderId)}::uuid[],
        ${claims.map((c) => c.contentHash)}::uuid[]) as t (source, number, customer_id, order_id, content_hash)
    ), claimed as (
      insert into orders.receipt (source, number, customer_id, order_id, content_hash) select * from asked order by source collate "C", number collate "C"
      on conflict do nothing returning source, number
    )
    select a.source, a.number from asked a where not exists (select from claimed c where c.source = a.source and c.number = a.number)`.execute(trx)
  return rows
}

/** The same by COPY, where all are free as they mostly are; false where one is not, and nothing is claimed then. */
export function copyReceipts(trx: Trx, claims: readonly Claim[], { stored, ...copying }: Writing): Promise<boolean> {
  const before = (a: Claim, b: Claim): boolean => (a.source === b.source ? a.number < b.number : a.source < b.source)
  // Numbers of a file mostly rise.
  const rising = claims.every((claim, index) => index === 0 || before(claims[index - 1] ?? claim, claim))
  const sorted = rising ? claims : claims.toSorted((a, b) => (before(a, b) ? -1 : 1))
  const out = binaryRows(copying.pieces)
  const bytes = stored?.place()
  for (const c of sorted) {
    out.row(5)
    out.term(c.source); out.text(c.number)
    if (bytes && c.stored) out.bare(bytes, c.stored.ids, c.stored.ids + idsBytes)
    else { out.uuid(c.customerId); out.uuid(c.orderId); out.uuid(c.contentHash) }
  }
  return copyAllOrNone(trx, 'copy orders.receipt (source, number, customer_id, order_id, content_hash) from stdin (format binary)', out.end(), copying)
}

export interface Holder extends Named, Earlier { readonly orderId: string }

/** The orders that hold these numbers; an awaited number is held by nobody. One walk along the index for each source. */
export async function findHolders(db: Db, numbers: readonly Named[]): Promise<readonly Holder[]> {
  const found: Holder[] = []
  for (const [source, named] of Map.groupBy(numbers, (one) => one.source)) {
    const { rows } = await sql<Omit<Holder, 'source'>>`
      select number, order_id as "orderId", customer_id as "customerId", customer_id = order_id as anonymous, content_hash as "contentHash"
      from orders.receipt where source = ${source} and number = any(${named.map((one) => one.number)}::text[]) and order_id is not null`.execute(db)
    for (const row of rows) found.push({ ...row, source })
  }
  return found
}

/** What the orders of these receipts come to. */
export async function findTotals(db: Db, orders: readonly Pick<Holder, 'customerId' | 'orderId'>[]): Promise<ReadonlyMap<string, bigint>> {
  if (orders.length === 0) return new Map()
  const { rows } = await sql<{ orderId: string, totalMinor: bigint }>`
    select o.order_id as "orderId", o.total_minor as "totalMinor" from unnest(${orders.map((o) => o.customerId)}::uuid[], ${orders.map((o) => o.orderId)}::uuid[]) as t (customer_id, order_id)
    join orders.order o on o.customer_id = t.customer_id and o.order_id = t.order_id`.execute(db)
  return new Map(rows.map((row) => [row.orderId, row.totalMinor]))
}

/** Takes over numbers that a return was waiting for. Answers those taken: another transaction may have been quicker. */
export async function takeAwaited(trx: Trx, claims: readonly Claim[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    update orders.receipt r set customer_id = t.customer_id, order_id = t.order_id, content_hash = t.content_hash
    from unnest(${claims.map((c) => c.source)}::text[], ${claims.map((c) => c.number)}::text[], ${claims.map((c) => c.customerId)}::uuid[], ${claims.map((c) => c.orderId)}::uuid[],
      ${claims.map((c) => c.contentHash)}::uuid[]) as t (source, number, customer_id, order_id, content_hash)
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

/** What a batch of orders has in common; `undoes`: the order that one of them undoes, where it is known. */
export interface Stamp { readonly recordedAt: string, readonly importId: string | null, readonly undoes: (order: PreparedOrder) => string | null }

export interface Writing extends Copying {
  /** Where the orders lie in bytes already. */
  readonly stored?: OrderStore
}

const orderColumns = `customer_id, order_id, kind, source, number, at, day, channel, store_id, currency, total_minor, cost_minor, undoes_number, undoes_order_id, anonymous, import_id, recorded_at, ${lineColumns}`

function orderRows(orders: readonly PreparedOrder[], { recordedAt, importId, undoes }: Stamp, { pieces, stored: store = openOrderStore(65_536) }: Writing): readonly Buffer[] {
  const out = binaryRows(pieces)
  const recorded = Date.parse(recordedAt)
  // One for all: it need not be read anew for every row.
  const from = new Uint8Array(16)
  if (importId !== null) putUuid(importId, from, 0)
  const kept = orders.map((order) => order.stored ?? keepOrder(store, order))
  const bytes = store.place()
  orders.forEach((o, index) => {
    const { ids, to } = kept[index] ?? nowhere
    out.row(17 + lineFields)
    out.bare(bytes, ids, ids + orderIdsBytes); out.term(o.kind); out.term(o.source); out.text(o.number); out.timestamp(o.at); out.date(o.day); out.term(o.channel); out.uuid(o.storeId); out.term(o.currency)
    out.int8(o.totalMinor); out.int8(o.costMinor); out.text(o.undoesNumber); out.uuid(undoes(o)); out.bool(o.anonymous); out.stretch(from, importId === null ? -1 : 0, 16); out.timestamp(recorded)
    out.bare(bytes, ids + idsBytes, to)
  })
  return out.end()
}

const nowhere: StoredOrder = { ids: 0, to: 0, count: 0 }

function keepOrder(store: OrderStore, { customerId, orderId, contentHash, lines }: PreparedOrder): StoredOrder {
  const ids = store.begin()
  putUuid(customerId, store.place(), ids + idAt.customer)
  putUuid(orderId, store.place(), ids + idAt.order)
  putUuid(contentHash, store.place(), ids + idAt.content)
  store.keep(lines)
  return { ids, to: store.at(), count: lines.length }
}

/** Writes by COPY: for batches. */
export const copyOrders = (trx: Trx, orders: readonly PreparedOrder[], stamp: Stamp, writing: Writing): Promise<void> =>
  copyPieces(trx, `copy orders.order (${orderColumns}) from stdin (format binary)`, orderRows(orders, stamp, writing), writing)

/** Writes by arrays: for a handful. */
export async function insertOrders(trx: Trx, orders: readonly PreparedOrder[], { recordedAt, importId, undoes }: Stamp): Promise<void> {
  const column = <T>(of: (order: PreparedOrder) => T): T[] => orders.map(of)
  const lines = orders.flatMap((order, index) => order.lines.map((line) => ({ line, no: index + 1 })))
  const field = <T>(of: (line: LineInput) => T): T[] => lines.map(({ line }) => of(line))
  await sql`with line as (
      select no, array_agg(product order by line_no) as products, case when count(name) > 0 then array_agg(name order by line_no) end as names,
        case when count(category) > 0 then array_agg(category order by line_no) end as categories, array_agg(quantity order by line_no) as quantities,
        array_agg(amount_minor order by line_no) as amounts_minor, case when count(cost_minor) > 0 then array_agg(cost_minor order by line_no) end as costs_minor
      from unnest(${lines.map(({ no }) => no)}::int[], ${field((l) => l.product)}::text[], ${field((l) => l.name ?? null)}::text[], ${field((l) => l.category ?? null)}::text[],
        ${field((l) => l.quantity)}::numeric[], ${field((l) => l.amountMinor)}::bigint[], ${field((l) => l.costMinor ?? null)}::bigint[])
        with ordinality as t (no, product, name, category, quantity, amount_minor, cost_minor, line_no) group by no
    )
    insert into orders.order (${sql.raw(orderColumns)})
    select t.customer_id, t.order_id, t.kind, t.source, t.number, t.at, t.day, t.channel, t.store_id, t.currency, t.total_minor, t.cost_minor, t.undoes_number, t.undoes_order_id, t.anonymous,
      ${importId}::uuid, ${recordedAt}::timestamptz, coalesce(l.products, '{}'), l.names, l.categories, coalesce(l.quantities, '{}'), coalesce(l.amounts_minor, '{}'), l.costs_minor
    from unnest(
      ${column((o) => o.customerId)}::uuid[], ${column((o) => o.orderId)}::uuid[], ${column((o) => o.kind)}::text[], ${column((o) => o.source)}::text[], ${column((o) => o.number)}::text[],
      ${column((o) => new Date(o.at).toISOString())}::timestamptz[], ${column((o) => o.day)}::date[], ${column((o) => o.channel)}::text[], ${column((o) => o.storeId)}::uuid[], ${column((o) => o.currency)}::text[],
      ${column((o) => o.totalMinor)}::bigint[], ${column((o) => o.costMinor)}::bigint[], ${column((o) => o.undoesNumber)}::text[], ${column(undoes)}::uuid[],
      ${column((o) => o.anonymous)}::boolean[]) with ordinality
      as t (customer_id, order_id, kind, source, number, at, day, channel, store_id, currency, total_minor, cost_minor, undoes_number, undoes_order_id, anonymous, no)
    left join line l on l.no = t.no`.execute(trx)
}

/** Marks every order of these customers as changed: whoever follows the changes reads them again. */
export const markChanged = (trx: Trx, customerIds: readonly string[]): Promise<unknown> =>
  sql`update orders.order set changed_xid = pg_current_xact_id() where customer_id = any(${customerIds}::uuid[])`.execute(trx)
