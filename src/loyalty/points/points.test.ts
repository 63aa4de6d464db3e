import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import type { Booked, Command, CurrencyPolicy } from './points.schema.ts'
import { readWallets, replay, settleDue } from './points.ts'
import { findLots, journalOf } from './points.sql.ts'

let test: TestHouse
let member = ''
beforeAll(async () => { test = await buildTestHouse(new Date('2026-01-31T04:00:00Z')) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = new Date('2026-01-31T04:00:00Z')
  member = await enrol()
})

const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const tell = (command: Command, more: { readonly customer?: string, readonly currency?: string, readonly receipt?: string, readonly dryRun?: boolean, readonly key?: string } = {}) =>
  test.ask('POST', '/api/points/commands', {
    orders: [{ customerId: more.customer ?? member, currency: more.currency ?? 'points', command, ...(more.receipt === undefined ? {} : { receipt: more.receipt }) }], ...(more.dryRun === true ? { dryRun: true } : {})
  }, more.key === undefined ? {} : { headers: { 'idempotency-key': more.key } })
const told = async (...given: Parameters<typeof tell>): Promise<Booked> => (await tell(...given)).json().items[0]
const balance = async (customer = member, currency = 'points') => (await test.ask('GET', `/api/points/wallets?customer=${customer}`)).json().items.find((one: { currency: string }) => one.currency === currency)?.balance
const statement = async (query = '') => (await test.ask('GET', `/api/points/statement?customer=${member}&currency=points${query}`)).json()
const entries = async (customer = member): Promise<number> => Number((await sql<{ n: bigint }>`select count(*) as n from points.entry where customer_id = ${customer}::uuid`.execute(test.house.db)).rows[0]?.n)
const later = (days: number): void => { test.time.now = new Date(test.time.now.getTime() + days * 86_400_000) }

async function policy(change: Partial<CurrencyPolicy>): Promise<void> {
  const { newest: version, parameters } = (await test.ask('GET', '/api/points/policy')).json()
  const saved = await test.ask('PUT', '/api/points/policy', { version, parameters: { ...parameters, points: { name: { zh: '积分', en: 'Points' }, scale: 0, spendable: true, pendingDays: 0, ttl: { months: 12, until: 'day' }, onRefund: 'into_debt', graceDays: 30, ...change } } })
  expect(saved.statusCode).toBe(200)
}

/** The stored wallet, its lots and holds are what the journal says. */
async function requireTrue(customer = member): Promise<void> {
  const key = { customerId: customer, currency: 'points' }
  const { rows: [stored] } = await sql<{ pending: bigint, available: bigint, held: bigint, debt: bigint, sequence: bigint }>`select pending, available, held, debt, sequence from points.wallet where customer_id = ${customer}::uuid and currency = 'points'`.execute(test.house.db)
  const { rows } = await sql<{ id: string }>`select lot_id as id from points.lot where customer_id = ${customer}::uuid`.execute(test.house.db)
  const journal = await journalOf(test.house.db, key)
  const lots = await findLots(test.house.db, [key])
  expect(new Set(rows.map(({ id }) => id)).size).toBeGreaterThanOrEqual(lots.length)
  const { rows: all } = await sql<{ lotId: string, earned: bigint, earnedAt: Date, maturesOn: string | null, expiresOn: string | null, policyVersion: number, source: string | null, number: string | null, pending: bigint, available: bigint, held: bigint }>`
    select lot_id as "lotId", earned, earned_at as "earnedAt", matures_on as "maturesOn", expires_on as "expiresOn", policy_version as "policyVersion", source, number, pending, available, held from points.lot where customer_id = ${customer}::uuid`.execute(test.house.db)
  const again = replay(key, all, journal)
  expect(again.lots).toEqual(new Map(all.map((lot) => [lot.lotId, lot])))
  expect([again.debt, again.sequence, [...again.lots.values()].reduce((sum, lot) => sum + lot.available, 0n)]).toEqual([stored?.debt, stored?.sequence, stored?.available])
}

describe('hard cases', () => {
  it('1: the same request twice is one; the same key with another body is refused by name', async () => {
    const first = await tell({ do: 'earn', amount: '100' }, { key: 'till-1-00000001' })
    const again = await tell({ do: 'earn', amount: '100' }, { key: 'till-1-00000001' })
    expect([again.json(), await entries()]).toEqual([first.json(), 1])
    expect((await tell({ do: 'earn', amount: '200' }, { key: 'till-1-00000001' })).json()).toMatchObject({ code: 'request.key_reused' })
  })

  it('2: a key that was refused never succeeds later', async () => {
    expect((await tell({ do: 'redeem', amount: '100' }, { key: 'till-1-00000002' })).json()).toMatchObject({ code: 'points.insufficient', status: 409 })
    await tell({ do: 'earn', amount: '500' })
    expect((await tell({ do: 'redeem', amount: '100' }, { key: 'till-1-00000002' })).json()).toMatchObject({ code: 'points.insufficient' })
    expect(await balance()).toMatchObject({ available: '500' })
  })

  it('3: a till that asks again with a new key is known by its receipt', async () => {
    expect((await tell({ do: 'earn', amount: '100' }, { receipt: `${member} S1 R77 1 earn` })).statusCode).toBe(200)
    expect((await tell({ do: 'earn', amount: '100' }, { receipt: `${member} S1 R77 1 earn` })).json()).toMatchObject({ code: 'points.already_booked', status: 409 })
    expect(await balance()).toMatchObject({ available: '100' })
  })

  it('4: 256 requests at once never spend the last points twice', { timeout: 240_000 }, async () => {
    await tell({ do: 'earn', amount: '100' })
    const answers = await Promise.all(Array.from({ length: 256 }, () => tell({ do: 'redeem', amount: '30' })))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3)
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(253)
    expect(await balance()).toMatchObject({ available: '10' })
    await requireTrue()
  })

  it('4: the database itself refuses a wallet below zero', async () => {
    await tell({ do: 'earn', amount: '100' })
    await expect(sql`update points.wallet set available = -1 where customer_id = ${member}::uuid`.execute(test.house.db)).rejects.toThrow('wallet_available_check')
  })

  it('5: a basket holds points until its deadline, takes part of them or lets go by itself', async () => {
    await tell({ do: 'earn', amount: '100' })
    const { holdId } = await told({ do: 'hold', amount: '80', minutes: 30 })
    expect(await balance()).toMatchObject({ available: '20', held: '80' })
    expect((await told({ do: 'capture', holdId: holdId ?? '', amount: '50' })).balance).toMatchObject({ available: '50', held: '0' })
    expect((await tell({ do: 'capture', holdId: holdId ?? '' })).json()).toMatchObject({ code: 'points.hold_ended' })
    await tell({ do: 'hold', amount: '50', minutes: 30 })
    test.time.now = new Date(test.time.now.getTime() + 30 * 60_000)
    expect(await balance()).toMatchObject({ available: '50', held: '0' })
    expect((await told({ do: 'redeem', amount: '50' })).balance).toMatchObject({ available: '0', held: '0' })
    await requireTrue()
  })

  it('6: an answer means that it is committed', async () => {
    await tell({ do: 'earn', amount: '100' })
    const { rows } = await test.house.pool.query('select available from points.wallet where customer_id = $1', [member])
    expect(rows).toEqual([{ available: 100n }])
  })

  it.each([['pending_only', '20', '0', '60'], ['within_balance', '0', '0', '40'], ['into_debt', '0', '40', '0']] as const)('7: a full return after the points were spent: %s', async (onRefund, available, debt, uncovered) => {
    await policy({ onRefund })
    await tell({ do: 'earn', amount: '60', source: 'shop', number: 'A1' })
    await tell({ do: 'redeem', amount: '40', source: 'shop', number: 'B1' })
    expect(await told({ do: 'reverse', amount: '60', source: 'shop', number: 'A1' })).toMatchObject({ uncovered, balance: { available, debt } })
    expect((await told({ do: 'earn', amount: '100' })).balance).toMatchObject({ debt: '0', available: (BigInt(available) + 100n - BigInt(debt)).toString() })
    await requireTrue()
  })

  it('8: returns in parts take what the whole would, and never more than was earned', async () => {
    await policy({})
    await tell({ do: 'earn', amount: '60', source: 'shop', number: 'A2' })
    for (const part of ['7', '13', '40']) await tell({ do: 'reverse', amount: part, source: 'shop', number: 'A2' })
    expect(await balance()).toMatchObject({ available: '0', debt: '0' })
    expect((await tell({ do: 'reverse', amount: '1', source: 'shop', number: 'A2' })).json()).toMatchObject({ code: 'points.beyond_earned' })
  })

  it('9: what an order was paid with comes back to its lots; a lot that ended meanwhile comes back for days of grace', async () => {
    await policy({ ttl: { months: 1, until: 'day' }, graceDays: 10 })
    await tell({ do: 'earn', amount: '50' })
    await tell({ do: 'redeem', amount: '50', source: 'shop', number: 'B2' })
    expect((await told({ do: 'restore', amount: '20', source: 'shop', number: 'B2' })).balance).toMatchObject({ available: '20' })
    later(60)
    expect((await told({ do: 'restore', amount: '30', source: 'shop', number: 'B2' })).balance).toMatchObject({ available: '30' })
    later(10)
    expect(await balance()).toMatchObject({ available: '30' })
    later(1)
    expect(await balance()).toMatchObject({ available: '0' })
    expect((await tell({ do: 'restore', amount: '1', source: 'shop', number: 'B2' })).json()).toMatchObject({ code: 'points.beyond_redeemed' })
    await requireTrue()
  })

  it('13, 14: a month from 31 January ends with February, and the end counts before the sweep has booked it', async () => {
    await policy({ ttl: { months: 1, until: 'day' } })
    await tell({ do: 'earn', amount: '50' })
    test.time.now = new Date('2026-02-27T15:59:59Z')
    expect(await balance()).toMatchObject({ available: '50' })
    test.time.now = new Date('2026-02-27T16:00:00Z')
    // The hourly sweep may come in between: whether it has or not, nobody sees or spends what is over.
    expect(await balance()).toMatchObject({ available: '0' })
    expect((await tell({ do: 'redeem', amount: '1' })).json()).toMatchObject({ code: 'points.insufficient' })
    await transact(test.house.pool, (trx) => settleDue(trx, { listeners: [], actor: 'test' }, test.time.now, 500))
    expect(await entries()).toBe(2)
    expect((await statement()).items[0]).toMatchObject({ kind: 'expire', amount: '50', effectiveAt: '2026-02-27T16:00:00.000Z' })
    await requireTrue()
  })

  it('15: a return takes pending points first', async () => {
    await policy({ pendingDays: 7 })
    await tell({ do: 'earn', amount: '60', source: 'shop', number: 'A3' })
    expect((await told({ do: 'reverse', amount: '60', source: 'shop', number: 'A3' })).balance).toEqual({ pending: '0', available: '0', held: '0', debt: '0' })
    await policy({})
  })

  it('16: an order told late counts from its own day, and both times can be read', async () => {
    await policy({})
    await tell({ do: 'earn', amount: '60', at: '2026-01-10T04:00:00Z' })
    expect((await statement('&at=2026-01-09T00:00:00Z')).balance).toMatchObject({ available: '0' })
    expect((await statement('&at=2026-01-11T00:00:00Z')).balance).toMatchObject({ available: '60' })
    expect((await statement('&at=2026-01-11T00:00:00Z&known=2026-01-30T00:00:00Z')).balance).toMatchObject({ available: '0' })
    expect((await tell({ do: 'earn', amount: '1', at: '2026-02-01T00:00:00Z' })).json()).toMatchObject({ code: 'points.in_future' })
  })

  it('24: a dry run takes the same way and leaves nothing behind', async () => {
    expect((await told({ do: 'earn', amount: '60' }, { dryRun: true, receipt: `${member} dry` })).balance).toMatchObject({ available: '60' })
    expect([await entries(), await balance()]).toEqual([0, undefined])
    expect((await told({ do: 'earn', amount: '60' }, { receipt: `${member} dry` })).balance).toMatchObject({ available: '60' })
  })
})

it('books many commands together or none of them', async () => {
  const other = await enrol()
  const orders = [{ customerId: member, currency: 'points', command: { do: 'earn', amount: '10' } }, { customerId: other, currency: 'growth', command: { do: 'earn', amount: '5' } }, { customerId: member, currency: 'points', command: { do: 'redeem', amount: '4' } }]
  expect((await test.ask('POST', '/api/points/commands', { orders })).json().items.map((one: Booked) => one.balance.available)).toEqual(['10', '5', '6'])
  expect((await test.ask('POST', '/api/points/commands', { orders: [...orders, { customerId: other, currency: 'growth', command: { do: 'redeem', amount: '1' } }] })).json()).toMatchObject({ code: 'points.not_spendable' })
  expect([await balance(), await balance(other, 'growth')]).toMatchObject([{ available: '6' }, { available: '5' }])
})

it('is told on the timeline, and the record keeps the balance', async () => {
  await tell({ do: 'earn', amount: '60', source: 'shop', number: 'T1' })
  await tell({ do: 'redeem', amount: '15' })
  const timeline = async () => (await test.ask('GET', `/api/events?customer=${member}&group=points`)).json().items
  const earned = { kind: 'points.earned', at: test.time.now.toISOString(), values: { amount: 60, available: 60, number: 'T1' }, sentence: { zh: '获得积分 60，可用 60', en: 'Points: 60 earned, 60 to spend' } }
  const spent = { kind: 'points.redeemed', values: { amount: 15, available: 45 } }
  const some = (...entries: readonly object[]) => expect.arrayContaining(entries.map((entry) => expect.objectContaining(Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, typeof value === 'object' ? expect.objectContaining(value) : value])))))
  expect(await timeline()).toEqual(some(earned, spent))
  // In units of its currency and under its name; and what counted earlier stands earlier, whenever it was booked.
  const { newest, parameters } = (await test.ask('GET', '/api/points/policy')).json()
  const miles = { ...parameters.points, name: { zh: '里程', en: 'Miles' }, scale: 2, spendable: false }
  expect((await test.ask('PUT', '/api/points/policy', { version: newest, parameters: { ...parameters, miles } })).statusCode).toBe(200)
  const at = new Date(test.time.now.getTime() - 86_400_000).toISOString()
  const late = [{ customerId: member, currency: 'miles', command: { do: 'earn', amount: '150' } }, { customerId: member, currency: 'points', command: { do: 'earn', amount: '3', at } }]
  expect((await test.ask('POST', '/api/points/commands', { orders: late })).statusCode).toBe(200)
  const items = await timeline()
  expect(items).toEqual(some(earned, spent, { kind: 'points.earned', values: { amount: 1.5, available: 1.5 }, sentence: { zh: '获得里程 1.50，共 1.50' } }))
  expect(items.at(-1)).toMatchObject({ kind: 'points.earned', at, values: { amount: 3, available: 48 } })
  await tell({ do: 'earn', amount: '12' })
  expect((await test.ask('GET', `/api/record/${member}`)).json().traits).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'points.points', value: '60' })]))
  const { items: members } = (await test.ask('GET', '/api/record?limit=50')).json()
  expect(members.find((one: { customerId: string }) => one.customerId === member).traits).toMatchObject({ 'points.points': '60' })
})

it('asks for rights, knows its members, and keeps versions of its policy apart', async () => {
  expect((await test.askAs(['points.read'], 'POST', '/api/points/commands', { orders: [{ customerId: member, currency: 'points', command: { do: 'earn', amount: '1' } }] })).statusCode).toBe(403)
  expect((await tell({ do: 'earn', amount: '1' }, { customer: '00000000-0000-7000-8000-000000000000' })).json()).toMatchObject({ code: 'points.unknown_customer', status: 404 })
  expect((await tell({ do: 'earn', amount: '1' }, { currency: 'stars' })).json()).toMatchObject({ code: 'points.unknown_currency' })
  const { version, parameters } = (await test.ask('GET', '/api/points/policy')).json()
  await policy({ ttl: null })
  expect((await test.ask('PUT', '/api/points/policy', { version, parameters })).json()).toMatchObject({ code: 'points.policy_changed' })
  expect((await readWallets(test.house.db, member, test.time.now)).length).toBe(0)
})
