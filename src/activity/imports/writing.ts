/** One batch into the record, in one transaction with its own checkpoint: whole or not at all, and never twice. */
import type { Pool } from 'pg'
import { recordPrepared } from '#activity/orders/orders.ts'
import type { Claiming } from '#customers/identity/identity.ts'
import { createMany, type NewCustomer } from '#customers/record/record.ts'
import { openPieces } from '#foundation/copy.binary.ts'
import { openDb, pipelined, transact, type Trx } from '#foundation/db.ts'
import { settleBusiness, storesByCode } from '#settings/business/business.ts'
import { countLines, settle, type Batch, type Place } from './batch.ts'
import { createWall } from './clockwork.ts'
import { createAcquaintance, type Acquaintance } from './acquaintance.ts'
import { settleBuyer, type Buyer } from './facts.ts'
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
  readonly importId: string
  readonly source: string
  readonly zone: string
  readonly actor: string
  readonly now: () => Date
}

const mostTries = 5
/** Deadlock, serialisation failure, and a key or number that somebody else has or took in the same moment: the batch is simply written again. */
const passing: ReadonlySet<string> = new Set(['40P01', '40001', '23505'])

export function createWriter(writing: Writing): (batch: Batch) => Promise<Written> {
  const wall = createWall(writing.zone)
  const stores = new Map<string, string>()
  const known = createAcquaintance()
  const pieces = openPieces()
  let earlier: Promise<ReadonlyMap<number, sql.BatchName & Written>> | undefined
  let isSettled = false
  // A file that was imported before is so from its beginning to its end.
  let again = false
  // Most people of a first file are new, and those of later files mostly known.
  let areNew = true
  // Where nothing of the batches before was in the record, the whole of the next is counted on: it leaves as it is made, and nobody waits for an answer but the last.
  let isFresh = true

  async function write(trx: Trx, finish: () => void, batch: Batch, now: Date): Promise<{ written: Written, met: ReadonlyMap<Buyer, string> }> {
    const counted: Promise<unknown>[] = []
    const countOn = (asked: Promise<unknown>): void => {
      asked.catch(() => undefined)
      counted.push(asked)
    }
    // What a batch's commit does not wait for, the import's last commit does: a crash of the server may take the last batches back, each with its checkpoint.
    countOn(sql.commitLater(trx))
    if (!isSettled) await settleBusiness(trx, now)
    const copying = { pieces, countOn: isFresh ? countOn : undefined }
    const customers = await buyersOf(trx, batch.orders, { source: writing.source, acquaintance: known }, { ...copying, areNew }, now)
    batch.orders.forEach((order, index) => settle(order, { customerId: customers.of(index), storeId: order.store === null ? null : stores.get(order.store) ?? null, day: wall.dayOf(order.at) }))
    // Nobody hears of each order of a file: `imports.finished` is told once, when it is whole.
    const outcome = await recordPrepared(trx, { ...copying, listeners: [], zone: writing.zone, actor: writing.actor, importId: writing.importId, again, stored: batch.stored }, batch.orders, now)
    const written: Written = {
      orders: outcome.recorded.length,
      lines: countLines(outcome.recorded),
      known: outcome.identical,
      customers: customers.opened,
      clashes: outcome.clashes.map(({ index, number, because, theirsMinor, oursMinor }) => ({ entry: index, number, because, knownMinor: theirsMinor.toString(), givenMinor: oursMinor.toString() }))
    }
    countOn(sql.saveBatch(trx, writing.importId, batch, written))
    finish()
    await Promise.all(counted)
    return { written, met: customers.met }
  }

  return async (batch) => {
    const before = (await (earlier ??= sql.findBatches(openDb(writing.pool), writing.importId))).get(batch.no)
    // After a change of the program it may have held other orders.
    if (before?.numbers === batch.numbers) return before
    for (let attempt = 1; ; attempt++) {
      const now = writing.now()
      try {
        await openStores(writing.pool, batch, stores, now)
        const { written, met } = await pipelined(writing.pool, (trx, finish) => write(trx, finish, batch, now))
        isSettled = true
        isFresh = written.known === 0 && written.clashes.length === 0
        again = written.known > written.orders
        if (met.size > 0) areNew = written.customers * 2 > met.size
        // Only now is it certain that they are in the record.
        for (const [buyer, customerId] of met) {
          settleBuyer(buyer, customerId)
          if (buyer.keyText !== undefined) known.remember(buyer.keyText, customerId)
        }
        return written
      } catch (error) {
        if (attempt === mostTries || !isPassing(error)) throw error
        isFresh = false
      }
    }
  }
}

const isPassing = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && passing.has(error.code)

/** Stores that the file names for the first time, in a transaction of their own: two lanes must not wait for each other's. */
async function openStores(pool: Pool, { orders }: Batch, stores: Map<string, string>, now: Date): Promise<void> {
  const missing = new Set(orders.flatMap(({ store }) => (store === null || stores.has(store) ? [] : [store])))
  if (missing.size === 0) return
  const found = await transact(pool, (trx) => storesByCode(trx, [...missing], now))
  for (const [code, id] of found) stores.set(code, id)
}

interface Buyers {
  /** The customer of an order; null for an anonymous one. */
  readonly of: (order: number) => string | null
  readonly opened: number
  /** Who was met by which keys: known for the batches that follow, once this one is committed. */
  readonly met: ReadonlyMap<Buyer, string>
}

async function buyersOf(trx: Trx, orders: readonly Place[], { source, acquaintance }: { readonly source: string, readonly acquaintance: Acquaintance }, claiming: Claiming, now: Date): Promise<Buyers> {
  const people: (NewCustomer & { since: Date })[] = []
  const first: Buyer[] = []
  const placeOf = new Map<string, number>()
  const customers: (string | number | null)[] = orders.map(({ buyer, at }) => {
    const text = buyer.keyText
    if (text === undefined) return null
    const known = buyer.customerId ?? acquaintance.find(text)
    if (known !== undefined) {
      buyer.customerId = known
      return known
    }
    const place = placeOf.get(text)
    if (place === undefined) {
      placeOf.set(text, people.length)
      first.push(buyer)
      people.push(personOf(buyer, source, new Date(Math.min(at, now.getTime()))))
      return people.length - 1
    }
    const person = people[place]
    if (person && at < person.since.getTime()) person.since = new Date(at)
    return place
  })
  const settled = await createMany(trx, people, now, claiming)
  const opened = new Set(settled.flatMap(({ customerId, isNew }) => (isNew ? [customerId] : [])))
  return {
    of: (order) => {
      const customer = customers[order] ?? null
      return typeof customer === 'number' ? settled[customer]?.customerId ?? null : customer
    },
    opened: opened.size,
    met: new Map(first.flatMap((buyer, index) => { const id = settled[index]?.customerId; return id === undefined ? [] : [[buyer, id] as const] }))
  }
}

const personOf = ({ keys, name, country, region }: Buyer, source: string, since: Date): NewCustomer & { since: Date } =>
  ({ keys, source, name: name?.slice(0, 100) ?? null, country: country?.slice(0, 60) ?? null, region, since })
