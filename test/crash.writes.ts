/** What a crash test wrote, what was acknowledged, and whether it is there, once. */
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
  /** Repeats what the last life left: an acknowledged write answers the same, one whose fate is unknown has happened or happens now. */
  readonly settle: (address: string) => Promise<void>
  /** Every write is there, whole, and once. */
  readonly compare: (databaseUrl: string) => Promise<void>
}

const connections = 4

export function openBooks(random: Random): Books {
  const settled: Write[] = []
  let recent: Write[] = []
  const writeOn = async (address: string): Promise<void> => {
    for (;;) {
      const write = random.pick([storeWrite, customerWrite, orderWrite, orderWrite])(settled.length + recent.length + 1, random)
      recent.push(write)
      const answer = await send(address, write)
      if (answer === undefined) return
      write.answer = answer
    }
  }
  return {
    write: async (address) => { await Promise.all(Array.from({ length: connections }, () => writeOn(address))) },
    settle: async (address) => {
      for (const write of recent) {
        const answer = await send(address, write)
        if (answer === undefined) throw new Error(`no answer to ${write.key} from a process that nobody killed`)
        expect(answer, write.key).toBe(write.answer ?? answer)
        write.answer = answer
      }
      settled.push(...recent)
      recent = []
    },
    compare: (databaseUrl) => compare(databaseUrl, settled)
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

const phoneOf = (n: number): string => `+86138${String(n).padStart(8, '0')}`

/** The text of a success; undefined when the process or its database is gone, so that the fate of the write is unknown. */
async function send(address: string, write: Write): Promise<string | undefined> {
  let status: number
  let text: string
  try {
    const response = await fetch(address + write.path, { method: write.method, headers: { 'content-type': 'application/json', 'idempotency-key': write.key }, body: JSON.stringify(write.body) })
    status = response.status
    text = await response.text()
  } catch {
    return undefined
  }
  if (status >= 500) return undefined
  if (status !== 200 && status !== 201) throw new Error(`${write.method} ${write.path} answered ${status}: ${text}`)
  return text
}

async function compare(databaseUrl: string, writes: readonly Write[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const list = async (sql: string): Promise<string[]> => (await client.query<{ item: string }>(`select item from (${sql}) as t order by item collate "C"`)).rows.map((row) => row.item)
  const stores = await list('select code as item from business.store')
  const orders = await list(`select o.number || ' has ' || count(l.line_no) as item from orders.order o left join orders.line l using (customer_id, order_id) where source = 'crash' group by o.order_id, o.number`)
  const receipts = await list("select number as item from orders.receipt where source = 'crash'")
  const phones = await list("select value as item from identity.identity where kind = 'phone'")
  const customers = await list('select customer_id::text as item from record.customer')
  await client.end()
  const wanted = writes.flatMap((write) => [...write.orders ?? []])
  expect(stores).toEqual(writes.flatMap((write) => write.store ?? []).sort())
  expect(orders).toEqual(wanted.map(([number, lines]) => `${number} has ${lines}`).sort())
  expect(receipts).toEqual(wanted.map(([number]) => number).sort())
  expect(phones).toEqual([...new Set(writes.flatMap((write) => write.phone ?? []))].sort())
  expect(customers).toHaveLength(phones.length)
  expect(wanted.length).toBeGreaterThan(0)
}
