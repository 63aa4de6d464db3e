/** What a crash test wrote, what was acknowledged, and whether it is there, once. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect } from 'vitest'
import type { Random } from '#foundation/random.ts'

/** A write and what it must leave behind. */
interface Write {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly key: string
  readonly body: object
  /** What was answered; undefined while nobody knows whether it happened. */
  answer?: string
  readonly store?: string
  readonly phone?: string
  /** The number of an order and how many lines it has. */
  readonly orders?: ReadonlyMap<string, number>
}

export interface Books {
  /** Writes on and on from a few connections until the process or its database is gone. */
  readonly write: (address: string) => Promise<void>
  /** Waits until an import that runs has written a batch more, or a while. */
  readonly untilBatch: (address: string) => Promise<void>
  /** What an import has written is always whole batches, also while it is taken up again. */
  readonly inspect: (databaseUrl: string) => Promise<void>
  readonly summary: () => string
  /** Repeats what the last life left: an acknowledged write answers the same, one whose fate is unknown has happened or happens now. */
  readonly settle: (address: string) => Promise<void>
  /** Waits for the imports that still run. */
  readonly finish: (address: string) => Promise<void>
  /** Every write is there, whole, and once. */
  readonly compare: (databaseUrl: string) => Promise<void>
}

const connections = 4
/** Enough for several batches, so that a kill can fall between two of them. */
const importedOrders = 80_000
const mostImports = 2

export function openBooks(random: Random): Books {
  const settled: Write[] = []
  let recent: Write[] = []
  const imports: string[] = []
  let caught = 0
  const importOne = async (address: string): Promise<void> => {
    const last = imports.at(-1)
    if (imports.length === mostImports || (last !== undefined && (await viewOf(address, last))?.state !== 'done')) return
    const id = await upload(address, imports.length)
    if (id === undefined) return
    imports.push(id)
    await attempt(address, startWrite(id, 0))
  }
  const attempt = async (address: string, write: Write): Promise<boolean> => {
    recent.push(write)
    const answer = await send(address, write)
    if (answer !== undefined) write.answer = answer
    return answer !== undefined
  }
  const writeOn = async (address: string): Promise<void> => {
    while (await attempt(address, random.pick([storeWrite, customerWrite, orderWrite, orderWrite])(settled.length + recent.length + 1, random)));
  }
  return {
    write: async (address) => { await Promise.all([importOne(address), ...Array.from({ length: connections }, () => writeOn(address))]) },
    settle: async (address) => {
      await Promise.all(recent.map(async (write) => {
        const answer = await send(address, write)
        if (answer === undefined) throw new Error(`no answer to ${write.key} from a process that nobody killed`)
        expect(answer, write.key).toBe(write.answer ?? answer)
        write.answer = answer
      }))
      settled.push(...recent)
      recent = []
    },
    untilBatch: async (address) => {
      let before: number | undefined
      for (let waited = 0; waited < 15_000; waited += 20) {
        const views = await Promise.all(imports.map((id) => viewOf(address, id)))
        const written = views.reduce((sum, view) => sum + (view?.written.orders ?? 0), 0)
        before ??= written
        if (written !== before || (views.length === mostImports && views.every((view) => view?.state === 'done'))) return
        await sleep(20)
      }
    },
    inspect: async (databaseUrl) => { caught += await inspect(databaseUrl) },
    summary: () => `${settled.length} writes and ${imports.length} imports acknowledged; ${caught} kills caught an import between two batches`,
    finish: async (address) => {
      for (const id of imports) await endOf(address, id)
    },
    compare: (databaseUrl) => compare(databaseUrl, settled, imports)
  }
}

const storeWrite = (n: number, random: Random): Write => ({
  method: 'PUT', path: '/api/business/stores', key: `crash-store-${n}`, store: `S${n}`, body: { code: `S${n}`, name: `门店 ${random.int(1_000)}`, region: null }
})

const customerWrite = (n: number): Write => {
  const phone = phoneOf(1_000_000 + n)
  return { method: 'POST', path: '/api/record', key: `crash-customer-${n}`, phone, body: { name: `顾客 ${n}`, source: 'crash', keys: [{ kind: 'phone', value: phone }] } }
}

/** One to three orders of a few lines: of somebody new, of somebody seen before, or of nobody. */
function orderWrite(n: number, random: Random): Write {
  const phone = random.int(4) === 0 ? undefined : phoneOf(random.int(200))
  const orders = new Map(Array.from({ length: 1 + random.int(3) }, (_, i) => [`O${n}-${i}`, 1 + random.int(4)]))
  const body = {
    orders: [...orders].map(([number, lines]) => ({
      source: 'crash', number, at: '2026-03-01T10:00:00Z', customer: phone === undefined ? null : { keys: [{ kind: 'phone', value: phone }] },
      lines: Array.from({ length: lines }, (_, i) => ({ product: `P${i}`, quantity: '1', amountMinor: String(10_000 * (i + 1)) }))
    }))
  }
  return { method: 'POST', path: '/api/orders', key: `crash-order-${n}`, orders, body, ...(phone !== undefined && { phone }) }
}

const startWrite = (id: string, again: number): Write => ({ method: 'POST', path: `/api/imports/${id}/start`, key: `crash-start-${id}-${again}`, body: {} })

/** Uploads the n-th file; its id, or undefined when nobody knows whether it arrived: then nothing was begun. */
async function upload(address: string, n: number): Promise<string | undefined> {
  const rows = Array.from({ length: importedOrders }, (_, i) => `I${n}-${i},2026-03-01 10:00:00,1390000${String(i % 5_000).padStart(4, '0')},茶,1,${(i % 90) + 10}.00`)
  const form = new FormData()
  form.set('file', new Blob([`订单编号,下单时间,会员手机,商品名称,数量,实付金额\n${rows.join('\n')}\n`]), `orders-${n}.csv`)
  const text = await ask(`${address}/api/imports`, { method: 'POST', body: form })
  if (text === undefined) return undefined
  const { id }: { id: string } = JSON.parse(text)
  return id
}

async function viewOf(address: string, id: string): Promise<{ readonly state: string, readonly written: { readonly orders: number } } | undefined> {
  const text = await ask(`${address}/api/imports/${id}`)
  return text === undefined ? undefined : JSON.parse(text)
}

/** An import that lost its database too often says that it failed, and goes on where it stopped when it is started again. */
async function endOf(address: string, id: string): Promise<void> {
  for (let again = 1; ;) {
    const state = (await viewOf(address, id))?.state
    if (state === 'done') return
    if (state === 'failed') await send(address, startWrite(id, again++))
    await sleep(100)
  }
}

const phoneOf = (n: number): string => `+86138${String(n).padStart(8, '0')}`

const send = (address: string, { method, path, key, body }: Write): Promise<string | undefined> =>
  ask(address + path, { method, headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) })

/** The text of a success; undefined when the process or its database is gone, so that the fate of the request is unknown. */
async function ask(url: string, request: RequestInit = {}): Promise<string | undefined> {
  let status: number
  let text: string
  try {
    const response = await fetch(url, request)
    status = response.status
    text = await response.text()
  } catch {
    return undefined
  }
  if (status >= 500) return undefined
  if (status !== 200) throw new Error(`${request.method ?? 'GET'} ${url} answered ${status}: ${text}`)
  return text
}

/** Answers how many imports are under way and have written something. */
async function inspect(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  // One statement, one moment.
  const { rows } = await client.query<{ there: number, told: number, lines: number, numbers: number, begun: number }>(`
    select (select count(*) from orders.order where import_id is not null)::int as there, (select coalesce(sum(orders), 0) from imports.batch)::int as told,
      (select coalesce(sum(lines), 0) from imports.batch)::int as lines,
      (select count(*) from imports.import i where result is null and exists (select from imports.batch b where b.import_id = i.import_id))::int as begun,
      (select count(*) from orders.line join orders.order using (customer_id, order_id) where import_id is not null)::int as numbers`)
  await client.end()
  const [row] = rows
  expect([row?.there, row?.numbers]).toEqual([row?.told, row?.lines])
  return row?.begun ?? 0
}

async function compare(databaseUrl: string, writes: readonly Write[], imports: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const list = async (sql: string): Promise<string[]> => (await client.query<{ item: string }>(`select item from (${sql}) as t order by item collate "C"`)).rows.map((row) => row.item)
  const stores = await list('select code as item from business.store')
  const orders = await list(`select o.number || ' has ' || count(l.line_no) as item from orders.order o left join orders.line l using (customer_id, order_id) where source = 'crash' group by o.order_id, o.number`)
  const receipts = await list("select number as item from orders.receipt where source = 'crash'")
  const phones = await list("select value as item from identity.identity where kind = 'phone' and value like '+86138%'")
  const strangers = await list('select customer_id::text as item from record.customer where customer_id not in (select customer_id from identity.identity)')
  const identities = await list('select customer_id::text as item from identity.identity group by customer_id having count(*) > 1')
  const imported = await list(`select import_id || ' has ' || count(*) || ' orders of ' || count(distinct number) || ' numbers' as item from orders.order where import_id is not null group by import_id`)
  const aside = await list('select name as item from foundation.index_aside')
  const indexes = await list("select schemaname || '.' || indexname as item from pg_indexes where indexname in ('order_changed', 'order_at', 'customer_name_start', 'identity_tail')")
  await client.end()
  const wanted = writes.flatMap((write) => [...write.orders ?? []])
  expect(stores).toEqual(writes.flatMap((write) => write.store ?? []).sort())
  expect(orders).toEqual(wanted.map(([number, lines]) => `${number} has ${lines}`).sort())
  expect(receipts).toEqual(wanted.map(([number]) => number).sort())
  expect(phones).toEqual([...new Set(writes.flatMap((write) => write.phone ?? []))].sort())
  expect([strangers, identities]).toEqual([[], []])
  expect(imported).toEqual(imports.map((id) => `${id} has ${importedOrders} orders of ${importedOrders} numbers`).sort())
  expect([aside, indexes]).toEqual([[], ['identity.identity_tail', 'orders.order_at', 'orders.order_changed', 'record.customer_name_start']])
  expect(wanted.length).toBeGreaterThan(0)
}
