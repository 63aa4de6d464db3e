/** The projection: a refresh is as good as a rebuild, nothing is missed whoever commits when, and the file may be deleted at any time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPool, type Pool } from '#foundation/db.ts'
import { openDuckEngine, type Engine } from '#foundation/engine.ts'
import { seededRandom } from '#foundation/random.ts'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { openShop } from '#test/seededOrders.ts'
import { readState } from './warehouse.past.ts'
import { rebuild, refresh, type Filling } from './warehouse.projection.ts'

let folder: string
let database: TestDatabase
let pool: Pool
let engine: Engine
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'warehouse-')) })
afterAll(() => { rmSync(folder, { recursive: true }) })
beforeEach(async () => { database = await createTestDatabase(); pool = openPool(database.url, 20); engine = await openDuckEngine(':memory:') })
afterEach(async () => { await engine.close(); await pool.end(); await database.drop() })

const filling = (into: Engine, cleaning: Filling['cleaning'] = 'net'): Filling => ({ engine: into, pool, folder, cleaning, now: new Date('2026-11-21T09:00:00Z') })
const tables = ['purchase', 'line', 'customer', 'state', 'gap'] as const

async function contents(of: Engine): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const table of tables) all[table] = await of.all(`select * from warehouse.${table} order by all`)
  return all
}

async function rebuiltElsewhere(cleaning?: Filling['cleaning']): Promise<Record<string, unknown[]>> {
  const fresh = await openDuckEngine(':memory:')
  try {
    await rebuild(filling(fresh, cleaning))
    return await contents(fresh)
  } finally { await fresh.close() }
}

describe('refresh', () => {
  it.each([1, 2, 3, 4])('is equal to a rebuild after any sequence of sales, returns, late originals and renamings (seed %i)', async (seed) => {
    const random = seededRandom(seed)
    const shop = openShop(pool, random)
    const cleaning = random.pick(['net', 'reference', 'gross'] as const)
    await shop.trade(30)
    expect((await refresh(filling(engine, cleaning))).kind).toBe('rebuilt')
    for (let step = 0; step < 5; step += 1) {
      await shop.trade(1 + random.int(12))
      await shop.enrol()
      expect((await refresh(filling(engine, cleaning))).kind).toBe('refreshed')
      // The kept state is what the statement for any day says of the last one.
      const kept = await engine.all('select * from warehouse.state order by all')
      const scope = { asOf: '2099-01-01', cleaning, latest: true, windowDays: 100_000 }
      const { ctes, params } = await readState(engine, scope)
      expect(await engine.all(`with ${ctes} select * from state order by all`, params)).toEqual(kept)
    }
    expect(await contents(engine)).toEqual(await rebuiltElsewhere(cleaning))
  })

  it.each([11, 12, 13, 14, 15, 16])('is equal to a rebuild when the shop trades on from day to day (seed %i)', async (seed) => {
    const random = seededRandom(seed)
    const shop = openShop(pool, random, 15)
    const cleaning = random.pick(['net', 'reference', 'gross'] as const)
    await shop.trade(12)
    await refresh(filling(engine, cleaning))
    for (let day = 0; day < 12; day += 1) {
      // Some days in two parts: a customer comes twice, once before a refresh and once after.
      await shop.trade(1 + random.int(4), { first: 498 + Math.floor(day / 2) * (1 + random.int(9)), days: 2 })
      expect((await refresh(filling(engine, cleaning))).kind).toBe('refreshed')
      expect(await contents(engine)).toEqual(await rebuiltElsewhere(cleaning))
    }
  })

  it('does nothing where nothing changed', async () => {
    await openShop(pool, seededRandom(7)).trade(20)
    await refresh(filling(engine))
    const before = await engine.all('select * from warehouse.meta where key = $key', { key: 'generation' })
    expect(await refresh(filling(engine))).toMatchObject({ kind: 'refreshed', orders: 0, customers: 0 })
    expect(await engine.all('select * from warehouse.meta where key = $key', { key: 'generation' })).toEqual(before)
  })

  it('takes what a transaction wrote before the last refresh and committed after it', async () => {
    const shop = openShop(pool, seededRandom(8))
    await shop.trade(20)
    const slow = new pg.Client({ connectionString: database.url })
    await slow.connect()
    await slow.query('begin')
    await slow.query(`insert into orders.order (customer_id, order_id, kind, source, number, at, day, currency, total_minor, anonymous, recorded_at)
      values (gen_random_uuid(), gen_random_uuid(), 'sale', 'slow', 'S1', now(), '2025-03-03', 'CNY', 10000, false, now())`)
    await shop.trade(5)
    await refresh(filling(engine))
    await shop.trade(5)
    await refresh(filling(engine))
    await slow.query('commit')
    await slow.end()
    await refresh(filling(engine))
    expect(await contents(engine)).toEqual(await rebuiltElsewhere())
    expect(await engine.all("select gross_minor from warehouse.purchase where day = date '2025-03-03' and gross_minor = 10000")).not.toEqual([])
  })

  it('misses nothing while many connections write and it runs again and again', async () => {
    let rounds = 0
    const writers = Array.from({ length: 8 }, (_, n) => openWriter(n, () => rounds))
    let writing = true
    const done = Promise.all(writers).then(() => { writing = false })
    while (writing) { await refresh(filling(engine)); rounds += 1 }
    await done
    await refresh(filling(engine))
    expect(rounds).toBeGreaterThan(1)
    expect((await engine.all('select count(*) as n from warehouse.purchase'))).toEqual([{ n: 8n * 40n }])
    expect(await contents(engine)).toEqual(await rebuiltElsewhere())
  }, 240_000)

  it('makes everything anew for another database, for a deleted file, and for another cleaning rule', async () => {
    const shop = openShop(pool, seededRandom(9))
    await shop.trade(25)
    const path = join(folder, 'warehouse.duckdb')
    const first = await openDuckEngine(path)
    await refresh(filling(first))
    const before = await contents(first)
    await first.close()
    rmSync(path)
    const second = await openDuckEngine(path)
    expect((await refresh(filling(second))).kind).toBe('rebuilt')
    expect(await contents(second)).toEqual(before)
    expect((await refresh(filling(second, 'reference'))).kind).toBe('rebuilt')
    await pool.query('update warehouse.origin set token = gen_random_uuid()')
    expect((await refresh(filling(second, 'reference'))).kind).toBe('rebuilt')
    await second.close()
  })

  it('leaves the state before it when it fails half-way, and readers never see half of it', async () => {
    const shop = openShop(pool, seededRandom(10))
    await shop.trade(25)
    await refresh(filling(engine))
    const before = await contents(engine)
    await shop.trade(10)
    const abort = new AbortController()
    abort.abort()
    await expect(refresh({ ...filling(engine), signal: abort.signal })).rejects.toThrow()
    expect(await contents(engine)).toEqual(before)
    const reads = engine.snapshot(async (snapshot) => {
      const one = await snapshot.all('select count(*) as n, sum(gross_minor) as money from warehouse.purchase')
      await refresh(filling(engine))
      return [one, await snapshot.all('select count(*) as n, sum(gross_minor) as money from warehouse.purchase')]
    })
    const [one, other] = await reads
    expect(other).toEqual(one)
    expect(await contents(engine)).toEqual(await rebuiltElsewhere())
  })
})

async function openWriter(n: number, rounds: () => number): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const random = seededRandom(100 + n)
  for (let k = 0; k < 40; k += 1) {
    // Some before the first refresh has ended, some before the second, and some after it, however slow they are.
    while (rounds() < Math.floor(k / 15)) await new Promise((resolve) => { setTimeout(resolve, 5) })
    await client.query('begin')
    await client.query(`insert into orders.order (customer_id, order_id, kind, source, number, at, day, currency, total_minor, anonymous, recorded_at)
      values (('0190bbbb-0000-7000-8000-00000000000' || $1::text)::uuid, gen_random_uuid(), 'sale', $2, $3, now(), date '2025-01-01' + $4::int, 'CNY', $5, false, now())`,
    [random.int(10), `w${n}`, `${k}`, random.int(300), 10_000 * (1 + random.int(50))])
    await new Promise((resolve) => { setTimeout(resolve, random.int(8)) })
    await client.query('commit')
  }
  await client.end()
}
