/**
 * The DuckDB warehouse as a projection of the record: made anew by `rebuild`, kept by `refresh` with work in proportion to what changed. Each is one
 * transaction of DuckDB over one consistent view of the record: readers see the state before or after it, a kill leaves the state before it.
 */
import type { Pool, PoolClient } from 'pg'
import type { Engine } from '#foundation/engine.ts'
import type { Day } from '#foundation/zone.ts'
import type { Cleaning } from '../definitions/definitions.schema.ts'
import { takeIn, type Intake } from './warehouse.intake.ts'
import { readMeta, writeMeta, type Meta } from './warehouse.meta.ts'
import { forgetPast } from './warehouse.past.ts'
import * as sql from './warehouse.sql.ts'
import { createTables } from './warehouse.tables.ts'

export interface Filling {
  readonly engine: Engine
  readonly pool: Pool
  /** A folder for passing files. */
  readonly folder: string
  /** The cleaning rule whose state is kept. */
  readonly cleaning: Cleaning
  readonly now: Date
  readonly signal?: AbortSignal | undefined
  readonly report?: ((step: Step) => void) | undefined
}
export type Step = 'orders' | 'lines' | 'customers' | 'states'

export interface Filled { readonly kind: 'rebuilt' | 'refreshed' | 'busy', readonly orders: number, readonly customers: number, readonly milliseconds: number }

/** Beyond this share of the orders, making everything anew is quicker than changing so much. */
const mostChanged = 0.25
const alwaysRefresh = 20_000

/** Takes what changed since the last time; everything where there is no last time, or another database was read then. */
export const refresh = (filling: Filling): Promise<Filled> => reading(filling, async (client, mark, meta) => {
  if (meta.seenXid === undefined || meta.origin !== mark.origin || mark.xmin < meta.seenXid || meta.stateCleaning !== filling.cleaning) return fillAnew(filling, client, mark, meta)
  const [row] = await filling.engine.all<{ orders: bigint }>('select count(*) as orders from warehouse.purchase')
  const limit = Math.max(alwaysRefresh, Math.ceil(mostChanged * Number(row?.orders ?? 0n)))
  if (await sql.countChanged(client, meta.seenXid, limit + 1) > limit) return fillAnew(filling, client, mark, meta)
  return change(filling, client, mark, meta, meta.seenXid)
})

export const rebuild = (filling: Filling): Promise<Filled> => reading(filling, (client, mark, meta) => fillAnew(filling, client, mark, meta))

async function reading(filling: Filling, work: (client: PoolClient, mark: sql.Mark, meta: Meta) => Promise<Omit<Filled, 'milliseconds'>>): Promise<Filled> {
  const from = performance.now()
  const client = await filling.pool.connect()
  const taken = await sql.lock(client)
  try {
    if (!taken) return { kind: 'busy', orders: 0, customers: 0, milliseconds: 0 }
    await createTables(filling.engine)
    const mark = await sql.beginReading(client)
    try {
      const done = await work(client, mark, await readMeta(filling.engine))
      return { ...done, milliseconds: Math.round(performance.now() - from) }
    } finally {
      await sql.endReading(client)
    }
  } finally {
    if (taken) await sql.unlock(client).catch(() => undefined)
    // A connection that broke in the middle of a COPY is no use to the next one.
    client.release(filling.signal?.aborted)
  }
}

async function fillAnew({ engine, folder, cleaning, now, signal, report }: Filling, client: PoolClient, mark: sql.Mark, meta: Meta): Promise<Omit<Filled, 'milliseconds'>> {
  const generation = meta.generation + 1n
  const counts = await engine.snapshot(async (duck) => {
    const intake: Intake = { client, engine: duck, folder, signal }
    for (const table of ['purchase', 'line', 'customer', 'state', 'gap']) await duck.run(`delete from warehouse.${table}`)
    report?.('orders')
    await sql.stage(duck, 'staged_order', sql.orderColumns)
    await takeIn(intake, sql.recordOrders, sql.orderColumns, 'insert into temp.staged_order select * from {rows}')
    report?.('lines')
    await takeIn(intake, sql.recordLines, sql.lineColumns, sql.insertLines('{rows}', 'staged_order'))
    await duck.run(sql.purchasesFromStaged)
    report?.('customers')
    await takeIn(intake, sql.recordCustomers, sql.customerColumns, 'insert into warehouse.customer select * from {rows}')
    report?.('states')
    await rebuildStates(duck, cleaning)
    await sql.unstage(duck, 'staged_order')
    const at = now.toISOString()
    await writeMeta(duck, { generation, seenXid: mark.xmin, origin: mark.origin, refreshedAt: at, rebuiltAt: at })
    const [row] = await duck.all<{ orders: bigint, customers: bigint }>('select (select count(*) from warehouse.purchase) as orders, (select count(*) from warehouse.customer) as customers')
    return { orders: Number(row?.orders ?? 0n), customers: Number(row?.customers ?? 0n) }
  })
  await forgetPast(engine, { generation, unchangedBefore: undefined })
  return { kind: 'rebuilt', ...counts }
}

/** The kept state of everyone, from the purchases as they are: the analytical half of a rebuild. */
export async function rebuildStates(engine: Engine, cleaning: Cleaning): Promise<void> {
  await engine.run('delete from warehouse.state')
  await engine.run('delete from warehouse.gap')
  await sql.keepAll(engine, cleaning)
  await writeMeta(engine, { stateCleaning: cleaning })
}

async function change({ engine, folder, cleaning, now, signal }: Filling, client: PoolClient, mark: sql.Mark, meta: Meta, since: bigint): Promise<Omit<Filled, 'milliseconds'>> {
  const from = performance.now()
  const generation = meta.generation + 1n
  const { orders, customers, firstChanged } = await engine.snapshot(async (duck) => {
    const intake: Intake = { client, engine: duck, folder, signal }
    await sql.stage(duck, 'staged_purchase', sql.purchaseColumns)
    await sql.stage(duck, 'staged_line', sql.lineColumns)
    await sql.stage(duck, 'staged_customer', sql.customerColumns)
    await takeIn(intake, sql.changedPurchases(since), sql.purchaseColumns, 'insert into temp.staged_purchase select * from {rows}')
    await takeIn(intake, sql.changedLines(since), sql.lineColumns, 'insert into temp.staged_line select * from {rows}')
    await takeIn(intake, sql.changedCustomers(since), sql.customerColumns, 'insert into temp.staged_customer select * from {rows}')
    const changed = await applyStaged(duck, cleaning)
    const [people] = await duck.all<{ n: bigint }>('select count(*) as n from temp.staged_customer')
    if ((people?.n ?? 0n) > 0n) {
      await duck.run('delete from warehouse.customer where customer_id in (select customer_id from temp.staged_customer)')
      await duck.run('insert into warehouse.customer select * from temp.staged_customer where created_day is not null')
    }
    const counts = { orders: changed.orders, customers: Number(people?.n ?? 0n) }
    const anything = counts.orders + counts.customers > 0
    await writeMeta(duck, { ...(anything ? { generation, lastRefresh: { ...counts, milliseconds: Math.round(performance.now() - from) } } : {}), seenXid: mark.xmin, refreshedAt: now.toISOString() })
    return { ...counts, firstChanged: changed.firstDay }
  })
  if (orders + customers > 0) await forgetPast(engine, { generation, unchangedBefore: firstChanged ?? '9999-12-31' })
  return { kind: 'refreshed', orders, customers }
}

/** Puts `temp.staged_purchase` and `temp.staged_line` in place of what stood there, and brings state and gaps of the customers they touch up to date. */
export async function applyStaged(duck: Engine, cleaning: Cleaning): Promise<{ readonly orders: number, readonly firstDay: Day | undefined }> {
  const [staged] = await duck.all<{ n: bigint }>('select count(*) as n from temp.staged_purchase')
  if (staged === undefined || staged.n === 0n) return { orders: 0, firstDay: undefined }
  await duck.run('create or replace temp table earlier as select * from warehouse.purchase where order_id in (select order_id from temp.staged_purchase)')
  await duck.run(`create or replace temp table touched as select customer_id from temp.staged_purchase where not anonymous union select customer_id from temp.earlier where not anonymous`)
  const [known] = await duck.all<{ n: bigint }>('select count(*) as n from temp.earlier')
  const replaces = (known?.n ?? 0n) > 0n
  // A refund that came later changes what an old order is worth now, not what it was worth then.
  const [first] = await duck.all<{ day: Day | null }>(replaces ? `select min(day) as day from (
    (select * exclude (refunded_minor, "at") from temp.staged_purchase except select * exclude (refunded_minor, "at") from temp.earlier)
    union all (select * exclude (refunded_minor, "at") from temp.earlier except select * exclude (refunded_minor, "at") from temp.staged_purchase)) moved` : 'select min(day) as day from temp.staged_purchase')
  const redone = await sql.partTouched(duck) > 0
  if (redone) await sql.gatherRedone(duck, cleaning, replaces)
  await sql.gatherGrown(duck, cleaning)
  await sql.replaceStates(duck, redone)
  if (replaces) {
    await duck.run('delete from warehouse.purchase where order_id in (select order_id from temp.earlier)')
    await duck.run('delete from warehouse.line where order_id in (select order_id from temp.earlier)')
  }
  await duck.run('insert into warehouse.purchase select * from temp.staged_purchase')
  await duck.run(sql.insertLines('temp.staged_line', 'staged_purchase'))
  await duck.run(sql.netGaps(redone))
  await duck.run('delete from warehouse.gap')
  await duck.run('insert into warehouse.gap select * from temp.net_gap')
  return { orders: Number(staged.n), firstDay: first?.day ?? undefined }
}
