/** Every statement that fills the warehouse: what is read from the record, and what DuckDB makes of it. */
import type { ClientBase } from 'pg'
import type { Engine } from '#foundation/engine.ts'
import type { Cleaning } from '../definitions/definitions.schema.ts'
import { addedGaps, bringLastVisit, forgetPurchases, gatherPurchases, grownStates, keptGaps, keptStates } from './warehouse.bought.ts'
import type { Columns } from './warehouse.intake.ts'
import { looseRefunds, readColumns, type Scope } from './warehouse.source.ts'

const lockKey = 7_240_530

/** One filling at a time; answers false where another is at work. */
export async function lock(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lockKey])
  return rows[0]?.locked === true
}
export const unlock = (client: ClientBase): Promise<unknown> => client.query('select pg_advisory_unlock($1)', [lockKey])

export interface Mark { readonly xmin: bigint, readonly origin: string }

/**
 * Begins one consistent view of the record. Every transaction below `xmin` has ended, and what it wrote is seen here; whatever changes later carries a
 * number of at least `xmin`. So reading "changed at `xmin` or later" next time misses nothing, however late a transaction commits.
 */
export async function beginReading(client: ClientBase): Promise<Mark> {
  await client.query('begin isolation level repeatable read read only')
  const { rows } = await client.query<{ xmin: string, origin: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, (select token::text from warehouse.origin) as origin')
  return { xmin: BigInt(rows[0]?.xmin ?? '0'), origin: rows[0]?.origin ?? '' }
}

export const endReading = (client: ClientBase): Promise<unknown> => client.query('rollback')

/** The orders of the record, counted no further than `atMost`. */
export async function countOrders(client: Pick<ClientBase, 'query'>, atMost: number): Promise<number> {
  const { rows } = await client.query<{ n: string }>('select count(*)::text as n from (select 1 from orders.order limit $1) counted', [atMost])
  return Number(rows[0]?.n ?? 0)
}

/** Whether a filling is at work. */
export async function isLocked(client: Pick<ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("select exists (select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and objid = $1) as locked", [lockKey])
  return rows[0]?.locked === true
}

export async function countChanged(client: Pick<ClientBase, 'query'>, since: bigint, atMost: number): Promise<number> {
  const { rows } = await client.query<{ n: string }>('select count(*)::text as n from (select 1 from orders.order where changed_xid >= $1::text::xid8 limit $2) counted', [since.toString(), atMost])
  return Number(rows[0]?.n ?? 0)
}

/** The transaction that wrote an order last, as text; the index of the change feed answers it at once. */
export async function newestXid(client: Pick<ClientBase, 'query'>): Promise<string> {
  const { rows } = await client.query<{ xid: string }>('select changed_xid::text as xid from orders.order order by changed_xid desc limit 1')
  return rows[0]?.xid ?? ''
}

/** Whether anything changed at that transaction or later. */
export async function anyChanged(client: Pick<ClientBase, 'query'>, since: bigint): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(`select exists (select 1 from orders.order where changed_xid >= $1::text::xid8)
    or exists (select 1 from record.customer where changed_xid >= $1::text::xid8) as any`, [since.toString()])
  return rows[0]?.any === true
}

const changed = (table: string, since: bigint): string => `select customer_id, order_id from ${table} where changed_xid >= '${since}'::xid8`

export const purchaseColumns: Columns = {
  customer_id: 'UUID', order_id: 'UUID', day: 'DATE', at: 'TIMESTAMPTZ', kind: 'VARCHAR', anonymous: 'BOOLEAN', gross_minor: 'BIGINT', clean_minor: 'BIGINT', refunded_minor: 'BIGINT',
  cost_minor: 'BIGINT', channel: 'VARCHAR', store_id: 'UUID', category: 'VARCHAR', undoes_order_id: 'UUID'
}
export const orderColumns: Columns = {
  customer_id: 'UUID', order_id: 'UUID', day: 'DATE', at: 'TIMESTAMPTZ', kind: 'VARCHAR', anonymous: 'BOOLEAN', total_minor: 'BIGINT', cost_minor: 'BIGINT', channel: 'VARCHAR', store_id: 'UUID',
  undoes_order_id: 'UUID'
}
export const lineColumns: Columns = {
  customer_id: 'UUID', order_id: 'UUID', line_no: 'INTEGER', product: 'VARCHAR', category: 'VARCHAR', quantity: 'DOUBLE', amount_minor: 'BIGINT', cost_minor: 'BIGINT'
}
export const customerColumns: Columns = { customer_id: 'UUID', name: 'VARCHAR', region: 'VARCHAR', created_day: 'DATE' }

/** What is read from the record for a rebuild, and for a refresh. */
export const recordOrders = `select coalesce(a.survivor_id, o.customer_id), order_id, day, at, case when kind = 'sale' then 'sale' else 'refund' end, anonymous, total_minor, cost_minor, channel, store_id, undoes_order_id
  from orders.order o left join identity.alias a on a.merged_id = o.customer_id`
export const recordLines = `select coalesce(a.survivor_id, o.customer_id), order_id, generate_subscripts(products, 1), unnest(products), unnest(categories), unnest(quantities), unnest(amounts_minor), unnest(costs_minor)
  from orders.order o left join identity.alias a on a.merged_id = o.customer_id`
export const recordCustomers = 'select customer_id, name, region, created_day from warehouse.customer'
export const changedPurchases = (since: bigint): string => `select ${Object.keys(purchaseColumns).map((column) => `p.${column}`).join(', ')}
  from (${changed('orders.order', since)}) t join warehouse.purchase p on p.own_id = t.customer_id and p.order_id = t.order_id`
export const changedLines = (since: bigint): string => `select ${Object.keys(lineColumns).map((column) => (column === 'customer_id' ? 'coalesce(a.survivor_id, l.customer_id)' : `l.${column}`)).join(', ')}
  from (${changed('orders.order', since)}) t join orders.line l on l.customer_id = t.customer_id and l.order_id = t.order_id left join identity.alias a on a.merged_id = l.customer_id`
/** Whoever was merged into another is among them without a day: they are to be taken out. */
export const changedCustomers = (since: bigint): string => `select c.customer_id, w.name, w.region, w.created_day from record.customer c left join warehouse.customer w on w.customer_id = c.customer_id where c.changed_xid >= '${since}'::xid8`

/** Temporary tables are a connection's own and made anew each time; the small ones stay until then. */
export async function stage(engine: Engine, name: string, columns: Columns): Promise<void> {
  await engine.run(`create or replace temp table ${name} (${Object.entries(columns).map(([column, type]) => `"${column}" ${type}`).join(', ')})`)
}
export async function unstage(engine: Engine, ...names: readonly string[]): Promise<void> {
  for (const name of names) await engine.run(`drop table if exists temp.${name}`)
}

export const insertLines = (lines: string, orders: string): string => `insert into warehouse.line
  select l.customer_id, l.order_id, l.line_no, o.day, o.kind, o.anonymous, l.product, l.category, l.quantity, l.amount_minor, l.cost_minor from ${lines} l join temp.${orders} o on o.order_id = l.order_id`

/**
 * The same as the view warehouse.purchase of the record, computed for all orders at once. A customer's rows lie together, by day and category: grouping by customer then stays
 * within the processor's cache. Nothing but speed rests on it; what refreshes add follows behind.
 */
export const purchasesFromStaged = `insert into warehouse.purchase
  with part as (
    select order_id, category, coalesce(sum(amount_minor) filter (where quantity > 0 and amount_minor > 0), 0) as clean, sum(abs(amount_minor)) as weight from warehouse.line group by order_id, category
  ), sums as (
    select order_id, sum(clean) as clean, arg_min(category, row(-weight, category)) filter (where category is not null) as category from part group by order_id
  ), refunds as (
    select undoes_order_id as order_id, sum(greatest(-total_minor, 0)) as refunded from temp.staged_order where kind = 'refund' and undoes_order_id is not null group by undoes_order_id
  )
  select o.customer_id, o.order_id, o.day, o."at", o.kind, o.anonymous, case when o.kind = 'sale' then o.total_minor else least(o.total_minor, 0) end,
    case when o.kind = 'sale' then coalesce(s.clean, 0) else 0 end, case when o.kind = 'sale' then coalesce(r.refunded, 0) else 0 end,
    o.cost_minor, o.channel, o.store_id, s.category, case when o.kind = 'sale' then null else o.undoes_order_id end
  from temp.staged_order o left join sums s on s.order_id = o.order_id left join refunds r on r.order_id = o.order_id order by o.customer_id, o.day, s.category`

/** After every fact there is. */
const latest = (cleaning: Cleaning, table?: string): Scope => ({ asOf: '9999-12-31', cleaning, latest: true, table })

/** States and gaps of everyone into their tables. */
export async function keepAll(engine: Engine, cleaning: Cleaning): Promise<void> {
  await gatherPurchases(engine, 'whole', latest(cleaning))
  await engine.run(`insert into warehouse.state ${keptStates('whole')}`)
  await engine.run(`insert into warehouse.gap ${keptGaps('whole')}`)
  await forgetPurchases(engine, 'whole')
}

/**
 * Parts the touched customers: `grown` only bought on, all of it new and none of it earlier than their last visit; `redone` are the others. What was known of
 * them is put aside in `known_state`. Answers how many are redone.
 */
export async function partTouched(engine: Engine): Promise<number> {
  await engine.run('create or replace temp table known_state as select * from warehouse.state where customer_id in (select customer_id from temp.touched)')
  await engine.run(`create or replace temp table grown as select p.customer_id from temp.staged_purchase p left join temp.known_state k on k.customer_id = p.customer_id
    where not p.anonymous group by p.customer_id having bool_and(p.kind = 'sale' and (k.last_day is null or p.day >= k.last_day)) except select customer_id from temp.earlier`)
  await engine.run('create or replace temp table redone as select customer_id from temp.touched except select customer_id from temp.grown')
  const [row] = await engine.all<{ n: bigint }>('select count(*) as n from temp.redone')
  return Number(row?.n ?? 0n)
}

/** What the grown add, from what was known and what was staged. */
export async function gatherGrown(engine: Engine, cleaning: Cleaning): Promise<void> {
  const scope = latest(cleaning, 'temp.grown_purchase')
  await engine.run('create or replace temp table grown_purchase as select * from temp.staged_purchase where customer_id in (select customer_id from temp.grown)')
  await gatherPurchases(engine, 'grown', scope, 'temp.known_state')
  // Who had returned something, and bought nothing that counts, has no state yet.
  const loose = looseRefunds({ ...scope, table: undefined })
  if (loose) {
    const [fresh] = await engine.all<{ n: bigint }>('select count(*) as n from temp.grown where customer_id not in (select customer_id from temp.known_state)')
    if ((fresh?.n ?? 0n) > 0n) {
      await engine.run(`create or replace temp table grown_loose as with ${loose.ctes} select * from loose
        where customer_id in (select customer_id from temp.grown) and customer_id not in (select customer_id from temp.known_state)`, loose.params)
    }
  }
  await bringLastVisit(engine, 'grown', 'temp.known_state')
}

/**
 * The purchases of the redone before and after, so that the large table is read once. An order's id is read only where orders are replaced: ids are the widest
 * column there is.
 */
export async function gatherRedone(engine: Engine, cleaning: Cleaning, replaces: boolean): Promise<void> {
  const columns = readColumns(cleaning)
  const redone = 'customer_id in (select customer_id from temp.redone)'
  await engine.run(`create or replace temp table before_purchase as select ${columns}${replaces ? ', order_id' : ''} from warehouse.purchase where ${redone}`)
  await engine.run(`create or replace temp table after_purchase as select ${columns} from temp.before_purchase${replaces ? ' where order_id not in (select order_id from temp.earlier)' : ''}
    union all select ${columns} from temp.staged_purchase where ${redone}`)
  for (const name of ['before', 'after']) await gatherPurchases(engine, name, latest(cleaning, `temp.${name}_purchase`))
}

/** The states of both in place of those that stood there. Of the grown, only who bought what counts. */
export async function replaceStates(engine: Engine, redone: boolean): Promise<void> {
  await engine.run(`delete from warehouse.state where customer_id in (select customer_id from temp.redone union all select customer_id from temp.grown_bought)`)
  if (redone) await engine.run(`insert into warehouse.state ${keptStates('after')}`)
  await engine.run(`insert into warehouse.state ${grownStates('grown', 'temp.known_state')}`)
}

/** Gaps less those that the redone had, plus those that they have now, plus those that the grown added. */
export const netGaps = (redone: boolean): string => `create or replace temp table net_gap as select series, category, days, cast(sum(n) as integer) as n from (
    select series, category, days, n from warehouse.gap union all select series, category, days, n from (${addedGaps('grown')}) g${redone ? `
    union all select series, category, days, -n from (${keptGaps('before')}) b union all select series, category, days, n from (${keptGaps('after')}) a` : ''}
  ) g group by series, category, days having sum(n) <> 0`
