/** Many at the same last points: 64 connections, two processes' groups and HTTP. And what happens without the lock, and without the journal's own key as well. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askOf, openPool, pipelined, type Db, type Pool, type Trx } from '#foundation/db.ts'
import { openGroup } from '#foundation/group.ts'
import { seededRandom } from '#foundation/random.ts'
import { asking } from '#test/asking.ts'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { alreadyBooked, bookEach } from './points.booking.ts'
import type { Order } from './points.schema.ts'
import { bookTogether } from './points.ts'

const connections = 64
const attempts = 100_000
const now = new Date('2026-03-01T04:00:00Z')

interface Counts { accepted: bigint, earned: bigint, refused: number, asked: number }
const redeem = (customerId: string, amount: number): Order => ({ customerId, currency: 'points', command: { do: 'redeem', amount: `${amount}` } })
const earn = (customerId: string, amount: number): Order => ({ customerId, currency: 'points', command: { do: 'earn', amount: `${amount}` } })

async function booked(db: Db, customer: string): Promise<{ earned: bigint, spent: bigint, available: bigint, inLots: bigint, least: bigint }> {
  const { rows: [row] } = await sql<{ earned: bigint, spent: bigint, available: bigint, inLots: bigint, least: bigint }>`select
    (select coalesce(sum(amount), 0)::bigint from points.entry where customer_id = ${customer}::uuid and kind = 'earn') as earned,
    (select coalesce(sum(amount), 0)::bigint from points.entry where customer_id = ${customer}::uuid and kind = 'redeem') as spent,
    (select coalesce(sum(available), 0)::bigint from points.wallet where customer_id = ${customer}::uuid) as available,
    (select coalesce(sum(available), 0)::bigint from points.lot where customer_id = ${customer}::uuid) as "inLots",
    (select coalesce(min(so_far), 0)::bigint from (select sum(case when to_account = 'available' then amount else -amount end) over (order by sequence) as so_far from points.entry where customer_id = ${customer}::uuid) all_along) as least`.execute(db)
  if (row === undefined) throw new Error('no sums')
  return row
}

/** What was decided, when it is written. */
async function whole<T extends { readonly written?: Promise<unknown> | undefined }>(decided: Promise<T>): Promise<T> {
  await (await decided).written
  return decided
}

describe('100,000 attempts at the same last points', () => {
  let test: TestHouse
  const pools: Pool[] = []
  beforeAll(async () => {
    test = await buildTestHouse(now)
    pools.push(openPool(test.databaseUrl, connections / 2), openPool(test.databaseUrl, connections / 2))
  })
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await test.close()
  })

  it('spend what was earned, to the point, and never more', { timeout: 240_000 }, async () => {
    const customer: string = (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
    const random = seededRandom(20_260_301)
    const counts: Counts = { accepted: 0n, earned: 0n, refused: 0, asked: 0 }
    const heard = (order: Order, isBooked: boolean): void => {
      const { command } = order
      const amount = 'amount' in command ? BigInt(command.amount ?? '0') : 0n
      if (command.do === 'redeem') counts.asked += 1
      if (!isBooked) counts.refused += 1
      else if (command.do === 'earn') counts.earned += amount
      else counts.accepted += amount
    }
    // Each transaction brings a few points and many who want them, so that the last points are fought for all the time.
    const inGroup = 99
    let left = attempts - 2_000
    const connection = async (pool: Pool): Promise<void> => {
      while (left > 0) {
        const size = Math.min(inGroup, left)
        left -= size
        const orders = [earn(customer, 1 + random.int(40)), ...Array.from({ length: size }, () => redeem(customer, 1 + random.int(3)))]
        const { outcomes } = await pipelined(pool, (trx) => whole(bookEach(trx, [], orders.map((order) => ({ orders: [order], actor: 'race' })), now, alreadyBooked)))
        for (const [at, outcome] of outcomes.entries()) {
          const order = orders[at]
          if (order !== undefined) heard(order, 'answer' in outcome)
        }
      }
    }
    const groups = pools.map((pool) => openGroup({ batches: pool, clock: () => now }, bookTogether([])))
    const viaGroup = async (n: number): Promise<void> => {
      const order = redeem(customer, 1)
      await groups[n % 2]?.join({ orders: [order], actor: 'race' }, asking(`race-${n}`)).then(() => heard(order, true), (error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'points.insufficient')) throw error
        heard(order, false)
      })
    }
    const viaHttp = async (): Promise<void> => {
      const order = redeem(customer, 1)
      const { statusCode } = await test.ask('POST', '/api/points/commands', { orders: [order] })
      expect([200, 409]).toContain(statusCode)
      heard(order, statusCode === 200)
    }
    await Promise.all([
      ...pools.flatMap((pool) => Array.from({ length: connections / 2 }, () => connection(pool))),
      ...Array.from({ length: 1_500 }, (_, n) => viaGroup(n)), ...Array.from({ length: 500 }, viaHttp)
    ])
    const { earned, spent, available, inLots, least } = await booked(test.house.db, customer)
    expect([counts.asked, least >= 0n]).toEqual([attempts, true])
    expect({ earned, spent, available, inLots }).toEqual({ earned: counts.earned, spent: counts.accepted, available: counts.earned - counts.accepted, inLots: counts.earned - counts.accepted })
    // Points were wanted beyond what there was: many were refused, and hardly anything is left over.
    expect(counts.refused).toBeGreaterThan(attempts / 4)
    expect(available < 100n).toBe(true)
  })
})

describe('without the lock', () => {
  let database: TestDatabase
  let pool: Pool
  let db: Db
  const customer = '01a00000-0000-7000-8000-000000000001'
  beforeAll(async () => {
    database = await createTestDatabase()
    pool = openPool(database.url, 8)
    db = new Kysely({ dialect: new PostgresDialect({ pool }) })
    await pool.query("insert into record.customer (customer_id, source, created_at, updated_at) values ($1, 'test', now(), now())", [customer])
  })
  afterAll(async () => { await pool.end(); await database.drop() })

  /** The first of what a booking writes, before which all of it was read. */
  const writing = /update points\.wallet w set/
  const locking = /on conflict \(customer_id, currency\) do update set sequence = wallet\.sequence where false/
  /** Two transactions that write only when both have read, if they can: the lock lets the second read only what the first has committed. */
  async function two(isLocked: boolean): Promise<readonly string[]> {
    let arrived = 0
    let unlocked = 0
    let open = (): void => undefined
    const both = new Promise<void>((resolve) => { open = resolve })
    const spend = async (): Promise<string> => {
      const client = await pool.connect()
      const ask = askOf(client)
      const query = async (text: string, values: unknown[]) => {
        if (locking.test(text) && !isLocked) {
          unlocked += 1
          return ask(text.replace(locking, 'on conflict do nothing'), values)
        }
        if (writing.test(text)) {
          arrived += 1
          if (arrived === 2) open()
          await Promise.race([both, new Promise((resolve) => { setTimeout(resolve, isLocked ? 300 : 120_000) })])
        }
        return ask(text, values)
      }
      const lent = Object.assign(Object.create(null), { query, release: () => undefined })
      const one: Db = new Kysely({ dialect: new PostgresDialect({ pool: { connect: async () => lent, end: async () => undefined, options: {} } }) })
      try {
        const { outcomes: [outcome] } = await one.transaction().execute((trx: Trx) => whole(bookEach(trx, [], [{ orders: [redeem(customer, 100)], actor: 'test' }], now, alreadyBooked)))
        return outcome !== undefined && 'answer' in outcome ? 'spent' : outcome?.refusal.code ?? ''
      } catch (error) {
        return error instanceof Error ? error.message : 'unknown'
      } finally { client.release() }
    }
    const outcomes = await Promise.all([spend(), spend()])
    // Only who decided to spend comes to write; without the lock both did, on what neither had written yet.
    expect({ arrived, unlocked }).toEqual(isLocked ? { arrived: 1, unlocked: 0 } : { arrived: 2, unlocked: 2 })
    return outcomes.toSorted()
  }
  const give = (amount: number): Promise<unknown> => pipelined(pool, (trx) => whole(bookEach(trx, [], [{ orders: [earn(customer, amount)], actor: 'test' }], now, alreadyBooked)))

  it('with it, the second is refused; without it, the journal\'s key refuses; without both, points are spent twice', async () => {
    await give(100)
    expect(await two(true)).toEqual(['points.insufficient', 'spent'])
    await give(100)
    const [refused, spent] = await two(false)
    expect([refused, spent]).toEqual([expect.stringContaining('entry_pkey'), 'spent'])
    expect(await booked(db, customer)).toMatchObject({ earned: 200n, spent: 200n })
    await give(100)
    await pool.query('alter table points.entry drop constraint entry_pkey')
    expect(await two(false)).toEqual(['spent', 'spent'])
    expect(await booked(db, customer)).toMatchObject({ earned: 300n, spent: 400n })
  })
})
