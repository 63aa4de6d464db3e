/** One batch into the record, in one transaction with its own checkpoint: whole or not at all, and never twice. */
import type { Pool } from 'pg'
import { prepareOrder, recordPrepared, type OrderParts, type PreparedOrder } from '#activity/orders/orders.ts'
import { createMany, type NewCustomer } from '#customers/record/record.ts'
import { transact, type Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { idMaker } from '#foundation/ids.ts'
import { settleBusiness, storesByCode } from '#settings/business/business.ts'
import type { Batch } from './batches.ts'
import { createWall } from './clockwork.ts'
import type { FileOrders } from './facts.ts'
import * as sql from './imports.sql.ts'

export interface Clash { readonly entry: number, readonly number: string, readonly because: 'content' | 'customer', readonly knownMinor: string, readonly givenMinor: string }

export interface Written {
  readonly orders: number
  readonly lines: number
  readonly known: number
  readonly customers: number
  readonly clashes: readonly Clash[]
}

export interface Writing {
  readonly pool: Pool
  readonly listeners: readonly Listener[]
  readonly importId: string
  readonly source: string
  readonly zone: string
  readonly actor: string
  readonly now: () => Date
}

const mostTries = 5
/** Deadlock, serialisation failure, and a key that another transaction took in the same moment: the batch is simply written again. */
const passing: ReadonlySet<string> = new Set(['40P01', '40001', '23505'])

export function createWriter(writing: Writing): (batch: Batch) => Promise<Written> {
  const wall = createWall(writing.zone)
  const stores = new Map<string, string>()
  const dayOf = (at: Date): string => wall.dayOf(at.getTime())

  async function write(trx: Trx, client: NonNullable<OrderParts['client']>, batch: Batch, now: Date): Promise<Written> {
    const before = await sql.findBatch(trx, writing.importId, batch.no)
    if (before) return before
    await settleBusiness(trx, now)
    const customers = await buyersOf(trx, client, batch.entries, writing.source, now)
    const nextId = idMaker(now)
    const entryOf: number[] = []
    const prepared: PreparedOrder[] = []
    batch.entries.forEach((entry, index) => {
      for (const order of entry.orders) {
        entryOf.push(index)
        prepared.push(prepareOrder({
          kind: order.kind, source: writing.source, number: order.number, at: new Date(order.at), customerId: customers.of(index), channel: order.channel,
          storeId: order.store === null ? null : stores.get(order.store) ?? null, currency: order.currency, totalMinor: BigInt(order.totalMinor), undoesNumber: order.undoesNumber, lines: order.lines
        }, nextId(), dayOf))
      }
    })
    const outcome = await recordPrepared(trx, { listeners: writing.listeners, zone: writing.zone, actor: writing.actor, importId: writing.importId, client }, prepared, now)
    const written: Written = {
      orders: outcome.recorded.length,
      lines: outcome.recorded.reduce((sum, order) => sum + order.lines.length, 0),
      known: outcome.identical,
      customers: customers.opened,
      clashes: outcome.clashes.map(({ index, number, because, theirsMinor, oursMinor }) => ({ entry: entryOf[index] ?? 0, number, because, knownMinor: theirsMinor.toString(), givenMinor: oursMinor.toString() }))
    }
    await sql.insertBatch(trx, writing.importId, batch.no, written)
    return written
  }

  return async (batch) => {
    for (let attempt = 1; ; attempt++) {
      const now = writing.now()
      try {
        await openStores(writing.pool, batch, stores, now)
        return await transact(writing.pool, (trx, client) => write(trx, client, batch, now))
      } catch (error) {
        if (attempt === mostTries || !isPassing(error)) throw error
      }
    }
  }
}

const isPassing = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && passing.has(error.code)

/** Stores that the file names for the first time, in a transaction of their own: two lanes must not wait for each other's. */
async function openStores(pool: Pool, { entries }: Batch, stores: Map<string, string>, now: Date): Promise<void> {
  const missing = new Set(entries.flatMap(({ orders }) => orders.flatMap(({ store }) => (store === null || stores.has(store) ? [] : [store]))))
  if (missing.size === 0) return
  const found = await transact(pool, (trx) => storesByCode(trx, [...missing], now))
  for (const [code, id] of found) stores.set(code, id)
}

interface Buyers {
  /** The customer of an entry; null for an anonymous one. */
  readonly of: (entry: number) => string | null
  readonly opened: number
}

async function buyersOf(trx: Trx, client: NonNullable<OrderParts['client']>, entries: readonly FileOrders[], source: string, now: Date): Promise<Buyers> {
  const people: (NewCustomer & { since: Date })[] = []
  const placeOf = new Map<string, number>()
  const places = entries.map((entry) => {
    const [first] = entry.keys
    if (!first) return -1
    const text = entry.keys.length === 1 ? `${first.kind} ${first.value}` : JSON.stringify(entry.keys)
    const since = new Date(Math.min(now.getTime(), ...entry.orders.map(({ at }) => at)))
    const known = placeOf.get(text)
    if (known === undefined) {
      placeOf.set(text, people.length)
      people.push({ keys: entry.keys, source, name: entry.name?.slice(0, 100) ?? null, country: entry.country?.slice(0, 60) ?? null, region: entry.region, since })
      return people.length - 1
    }
    const person = people[known]
    if (person && since < person.since) person.since = since
    return known
  })
  const settled = await createMany(trx, people, now, client)
  const opened = new Set(settled.flatMap(({ customerId, isNew }) => (isNew ? [customerId] : [])))
  return { of: (entry) => settled[places[entry] ?? -1]?.customerId ?? null, opened: opened.size }
}
