/**
 * Two processes' groups that read before they lock, on the same few wallets, while others book behind locks and records are merged: nothing is booked on what
 * somebody else has changed meanwhile. POINTS_SEED tries other commands.
 */
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Overtaken } from '#foundation/again.ts'
import { openPool, pipelined, type Pool } from '#foundation/db.ts'
import { openGroup, type GroupWork } from '#foundation/group.ts'
import { Refusal } from '#foundation/refusal.ts'
import { seededRandom } from '#foundation/random.ts'
import { book } from '#loyalty/points/points.ts'
import { bookOn, ordersOf, type Batch } from '../src/loyalty/points/points.booking.ts'
import { readBoldly, readLocked } from '../src/loyalty/points/points.ground.ts'
import type { Command, Order } from '../src/loyalty/points/points.schema.ts'
import { asking } from './asking.ts'
import { buildTestHouse, type TestHouse } from './house.ts'
import { requireInvariants, requireReplay } from './points.invariants.ts'

const seed = Number(process.env['POINTS_SEED'] ?? 20_261_123)
const [members, callers, each, merges] = [40, 32, 60, 12]
let test: TestHouse
let client: pg.Client
const pools: Pool[] = []
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-03-01T04:00:00Z'))
  client = new pg.Client({ connectionString: test.databaseUrl })
  await client.connect()
  pools.push(openPool(test.databaseUrl, 4, { anyValues: true }), openPool(test.databaseUrl, 4, { anyValues: true }))
})
afterAll(async () => {
  await client.end()
  await Promise.all(pools.map((pool) => pool.end()))
  await test.close()
})

it('books nothing on what has changed since it was read', { timeout: 120_000 }, async () => {
  process.stdout.write(`points: POINTS_SEED=${seed}\n`)
  const random = seededRandom(seed)
  const people: string[] = []
  for (let n = 0; n < members; n += 1) people.push((await test.ask('POST', '/api/record', { name: `会员 ${n}` })).json().customerId)
  const asked = [...people]
  const one = (): string => asked[random.int(asked.length)] ?? ''
  const command = (): Command => (random.int(3) === 0 ? { do: 'earn', amount: `${1 + random.int(20)}` } : { do: 'redeem', amount: `${1 + random.int(9)}` })
  const order = (): Order => ({ customerId: one(), currency: 'points', command: command() })
  await pipelined(test.house.pool, (trx) => book(trx, { listeners: [], actor: 'bold' }, people.map((customerId) => ({ customerId, currency: 'points', command: { do: 'earn', amount: '30' } })), test.time.now))
  const counts = { bold: 0, overtaken: 0, earned: 30 * members, spent: 0, refused: 0 }
  // Always bold at first; in the product a group is careful for a while when it was overtaken.
  const work: GroupWork<Batch, unknown> = async (trx, batches, now, isAgain) => {
    if (isAgain) counts.overtaken += 1
    const seen = isAgain ? undefined : await readBoldly(trx, ordersOf(batches), now)
    if (seen !== undefined) counts.bold += 1
    return bookOn(trx, seen ?? await readLocked(trx, ordersOf(batches), now), [], batches, now, () => new Overtaken())
  }
  let done = 0
  const heard = async ({ command: told }: Order, booked: Promise<unknown>): Promise<void> => {
    done += 1
    const error = await booked.then(() => undefined, (reason: unknown) => reason)
    const amount = 'amount' in told ? Number(told.amount) : 0
    if (error === undefined && told.do === 'earn') counts.earned += amount
    else if (error === undefined) counts.spent += amount
    else if (error instanceof Refusal && error.code === 'points.insufficient') counts.refused += 1
    else throw error
  }
  const groups = pools.map((batches) => openGroup({ batches, clock: () => test.time.now }, work))
  const caller = async (name: number): Promise<void> => {
    for (let n = 0; n < each; n += 1) {
      const wanted = order()
      await heard(wanted, groups[name % 2]?.join({ orders: [wanted], actor: 'bold' }, asking(`bold-${name}-${n}`)) ?? Promise.reject(new Error('no group')))
    }
  }
  const behindLocks = async (): Promise<void> => {
    for (let n = 0; n < each; n += 1) {
      const wanted = order()
      await heard(wanted, pipelined(test.house.pool, (trx) => book(trx, { listeners: [], actor: 'locked' }, [wanted], test.time.now)))
    }
  }
  /** Each of the last into one of the first, all along; asked for until they are merged. */
  const merging = async (): Promise<void> => {
    for (let n = 0; n < merges; n += 1) {
      while (done < (n + 1) * callers * each / (merges + 1)) await new Promise((resolve) => { setTimeout(resolve, 5) })
      expect((await test.ask('POST', `/api/record/${people[n]}/merge`, { mergedId: asked.at(-1) })).statusCode).toBe(200)
      asked.pop()
    }
  }
  await Promise.all([...Array.from({ length: callers }, (_, name) => caller(name)), behindLocks(), merging()])

  await requireInvariants(client)
  expect(await requireReplay(client)).toBeGreaterThan(members)
  const { rows: [sums] } = await sql<{ earned: number, spent: number, available: number, left: number }>`select (select sum(amount)::int from points.entry where kind = 'earn') as earned, (select sum(amount)::int from points.entry where kind = 'redeem') as spent,
    (select sum(available)::int from points.wallet) as available, (select coalesce(sum(w.pending + w.available + w.held), 0)::int from points.wallet w join identity.alias a on a.merged_id = w.customer_id) as left`.execute(test.house.db)
  expect(sums).toEqual({ earned: counts.earned, spent: counts.spent, available: counts.earned - counts.spent, left: 0 })
  // It was tried, it failed, and somebody was refused: else this would show nothing.
  expect([counts.bold > 20, counts.overtaken > 3, counts.refused > 5], JSON.stringify(counts)).toEqual([true, true, true])
})
