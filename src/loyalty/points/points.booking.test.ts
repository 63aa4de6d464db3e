import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool, transact, type Pool } from '#foundation/db.ts'
import { openGroup, type Group } from '#foundation/group.ts'
import { asking } from '#test/asking.ts'
import { meeting } from '#test/deadlock.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { alreadyBooked, bookEach, type Batch } from './points.booking.ts'
import type { Command, Order } from './points.schema.ts'
import { bookTogether } from './points.ts'

let test: TestHouse
beforeAll(async () => { test = await buildTestHouse(new Date('2026-01-31T04:00:00Z')) })
afterAll(() => test.close())

const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const order = (customerId: string, command: Command, receipt?: string): Order => ({ customerId, currency: 'points', command, ...(receipt === undefined ? {} : { receipt }) })
const earn = (amount: string): Command => ({ do: 'earn', amount })
const redeem = (amount: string): Command => ({ do: 'redeem', amount })
const together = (...batches: readonly (readonly Order[])[]) =>
  transact(test.house.pool, async (trx) => {
    const decided = await bookEach(trx, [], batches.map((orders) => ({ orders, actor: 'test' })), test.time.now, alreadyBooked)
    await decided.written
    return decided
  })
const count = async (customer: string) => (await sql<{ wallets: number, lots: number, entries: number, receipts: number }>`select (select count(*)::int from points.wallet where customer_id = ${customer}::uuid) as wallets,
  (select count(*)::int from points.lot where customer_id = ${customer}::uuid) as lots, (select count(*)::int from points.entry where customer_id = ${customer}::uuid) as entries,
  (select count(*)::int from points.guard where customer_id = ${customer}::uuid) as receipts`.execute(test.house.db)).rows[0]
const codes = ({ outcomes }: Awaited<ReturnType<typeof together>>): readonly string[] => outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : outcome.answer.map(({ balance }) => balance.available).join(' ')))

describe('callers in one transaction', () => {
  it('a refusal leaves nothing of its caller, on no wallet, and the next sees what was before', async () => {
    const [one, two] = [await enrol(), await enrol()]
    const outcomes = await together([order(one, earn('100'))], [order(two, earn('50'), 'R1'), order(one, redeem('30')), order(two, redeem('60'))], [order(one, redeem('100'))], [order(two, earn('7'), 'R1')])
    expect(codes(outcomes)).toEqual(['100', 'points.insufficient', '0', '7'])
    expect(await count(one)).toEqual({ wallets: 1, lots: 1, entries: 2, receipts: 0 })
    expect(await count(two)).toEqual({ wallets: 1, lots: 1, entries: 1, receipts: 1 })
  })

  it('a receipt is booked once, whoever brings it, and a stranger is nobody else\'s trouble', async () => {
    const [one, two] = [await enrol(), await enrol()]
    expect(codes(await together([order(one, earn('5'), 'R2')], [order(two, earn('5'), 'R2')], [order('00000000-0000-7000-8000-000000000000', earn('5'))], [order(two, earn('5'), 'R3'), order(two, earn('5'), 'R3')])))
      .toEqual(['5', 'points.already_booked', 'points.unknown_customer', 'points.already_booked'])
    expect(await count(two)).toEqual({ wallets: 0, lots: 0, entries: 0, receipts: 0 })
    expect(codes(await together([order(two, earn('5'), 'R2')]))).toEqual(['points.already_booked'])
  })

  it('an order is earned, taken back and asked again in one breath', async () => {
    const one = await enrol()
    const of = { source: 'shop', number: 'A1' }
    expect(codes(await together([order(one, { do: 'earn', amount: '60', ...of })], [order(one, { do: 'reverse', amount: '40', ...of })], [order(one, { do: 'reverse', amount: '40', ...of })], [order(one, { do: 'reverse', amount: '20', ...of })])))
      .toEqual(['60', '20', 'points.beyond_earned', '0'])
    await together([order(one, { do: 'earn', amount: '50', source: 'shop', number: 'A2' })], [order(one, { do: 'redeem', amount: '30', source: 'shop', number: 'B2' })])
    // Two who look at the same order at once do not see its entries twice.
    const restore: Command = { do: 'restore', amount: '20', source: 'shop', number: 'B2' }
    expect(codes(await together([order(one, restore)], [order(one, restore)]))).toEqual(['40', 'points.beyond_redeemed'])
    const reverse: Command = { do: 'reverse', amount: '30', source: 'shop', number: 'A2' }
    expect(codes(await together([order(one, reverse)], [order(one, reverse)]))).toEqual(['10', 'points.beyond_earned'])
  })
})

it('requests that come at once over HTTP are booked together, each under its own key and noted once', async () => {
  const [one, two] = [await enrol(), await enrol()]
  const ask = (orders: readonly Order[], key: string) => test.ask('POST', '/api/points/commands', { orders }, { headers: { 'idempotency-key': key } })
  const asked = (): ReturnType<typeof ask>[] => [ask([order(one, earn('100'))], 'together-1'), ask([order(two, redeem('1'))], 'together-2'), ask([order(one, earn('11'))], 'together-3'), ask([order(one, earn('100'))], 'together-1')]
  const first = await Promise.all(asked())
  expect(first.map(({ statusCode }) => statusCode)).toEqual([200, 409, 200, 200])
  expect((await Promise.all(asked())).map((answer) => answer.json())).toEqual(first.map((answer) => answer.json()))
  expect(await count(one)).toMatchObject({ entries: 2 })
  const { rows } = await sql<{ xids: number, entries: number }>`select count(distinct xmin::text)::int as xids, count(*)::int as entries from points.entry where customer_id = ${one}::uuid`.execute(test.house.db)
  expect(rows).toEqual([{ xids: 1, entries: 2 }])
  expect((await test.ask('GET', '/api/audit?limit=200')).json().items.filter(({ deed }: { deed: string }) => deed === 'points.write')).toHaveLength(2)
})

describe('two processes that book the same at once, on wallets of which neither waits for the other', () => {
  const pools: Pool[] = []
  beforeAll(() => { pools.push(openPool(test.databaseUrl, 4), openPool(test.databaseUrl, 4)) })
  afterAll(() => Promise.all(pools.map((pool) => pool.end())))
  const groups = (): readonly Group<Batch, unknown>[] => pools.map((pool) => openGroup({ batches: pool, clock: () => test.time.now }, bookTogether([])))
  const race = async (name: string, [first, second]: readonly [Order, Order]): Promise<ReadonlySet<unknown>> => {
    const [one, two] = groups()
    const settled = await Promise.allSettled([one?.join({ orders: [first], actor: 'test' }, asking(`${name}-1`)), two?.join({ orders: [second], actor: 'test' }, asking(`${name}-2`))])
    return new Set(settled.map((outcome) => (outcome.status === 'fulfilled' ? 'booked' : outcome.reason.code)))
  }

  it('take one receipt once, and give once what is given once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [one, two] = [await enrol(), await enrol()]
      expect(await race(`receipt-${round}`, [order(one, earn('5'), `S${round}`), order(two, earn('5'), `S${round}`)])).toEqual(new Set(['booked', 'points.already_booked']))
      const gift = (currency: string): Order => ({ customerId: one, currency, command: earn('7'), once: 'welcome' })
      expect(await race(`gift-${round}`, [gift('points'), gift('growth')])).toEqual(new Set(['booked', 'points.already_given']))
    }
    const { rows: [sums] } = await sql<{ fives: number, sevens: number }>`select count(*) filter (where amount = 5)::int as fives, count(*) filter (where amount = 7)::int as sevens from points.entry
      where customer_id in (select customer_id from points.guard where guard like 'S%' union select customer_id from points.once)`.execute(test.house.db)
    expect(sums).toEqual({ fives: 20, sevens: 20 })
  })
})

it('whoever was merged is led to the survivor before a wallet is locked, so that nobody waits in a ring', async () => {
  const [survivor = '', merged = '', late = ''] = [await enrol(), await enrol(), await enrol()].toSorted()
  await together([survivor, merged, late].map((one) => order(one, earn('10'))))
  expect((await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })).statusCode).toBe(200)
  // Told once, by the wallet to which the points came.
  const { items } = (await test.ask('GET', `/api/events?customer=${survivor}&group=points`)).json()
  expect(items).toHaveLength(3)
  expect(items.filter(({ kind }: { kind: string }) => kind === 'points.merged')).toMatchObject([{ values: { amount: 10, available: 20 } }])
  const wallet = (customer: string) => sql`select from points.wallet where customer_id = ${customer}::uuid for update nowait`
  const { outcomes } = await meeting(test.house.db, wallet(survivor), () => together([order(late, redeem('1')), order(merged, redeem('1'))]), wallet(late))
  expect(codes({ outcomes })).toEqual(['9 19'])
})
