import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDb, openPool, transact, type Pool } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { journalOf } from './vouchers.sql.ts'
import { replay } from './vouchers.state.ts'
import { basketFor, termsWith, yuan } from './vouchers.testing.ts'
import { issue, redeem } from './vouchers.ts'
import { basketOf } from './vouchers.views.ts'

/** Sixty-four at once, each on a connection of its own. */
const many = 64
const now = new Date('2026-03-02T04:00:00Z')
const parts = { listeners: [], actor: 'race' }
let test: TestHouse
let pool: Pool
let members: readonly string[] = []
beforeAll(async () => {
  test = await buildTestHouse(now)
  pool = openPool(test.databaseUrl, many)
  members = await Promise.all(Array.from({ length: 8 }, async () => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId))
  // All connections stand before the race begins.
  await Promise.all(Array.from({ length: many }, () => pool.query('select pg_sleep(0.2)')))
}, 240_000)
afterAll(async () => {
  await pool.end()
  await test.close()
})

const make = async (change: Parameters<typeof termsWith>[0]): Promise<string> => (await test.ask('POST', '/api/vouchers/templates', { terms: termsWith({ minSpend: null, ...change }) })).json().templateId
const member = (at: number): string => members[at % members.length] ?? ''

/** How many of the runners came through, and what the others were told. */
async function race(run: (at: number) => Promise<unknown>): Promise<{ readonly done: number, readonly told: ReadonlySet<string> }> {
  const outcomes = await Promise.allSettled(Array.from({ length: many }, (_, at) => run(at)))
  const told = new Set<string>()
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue
    if (!(outcome.reason instanceof Refusal)) throw outcome.reason
    told.add(outcome.reason.code)
  }
  return { done: outcomes.filter(({ status }) => status === 'fulfilled').length, told }
}

async function requireTrue(): Promise<void> {
  const { rows } = await sql<{ customer_id: string, voucher_id: string, face: bigint, open: bigint, used: bigint, sequence: number }>`select customer_id, voucher_id, face, open, used, sequence from vouchers.voucher`.execute(test.house.db)
  for (const row of rows) {
    const told = replay({ customerId: row.customer_id, voucherId: row.voucher_id, templateId: '', version: 1, code: '', validFrom: '', issuedAt: now, origin: '' }, await journalOf(test.house.db, row.customer_id, row.voucher_id))
    expect([row.face, row.open, row.used, row.sequence]).toEqual([told.face, told.open, told.used, told.sequence])
  }
}

it('one voucher, 64 orders: used once', async () => {
  const templateId = await make({})
  const [voucher] = await transact(pool, (trx) => issue(trx, parts, [{ customerId: member(0), templateId, origin: 'test' }], now))
  const { done, told } = await race((at) => transact(pool, (trx) => redeem(trx, parts, basketOf(basketFor(member(0), `one-${at}`, [['100', 'tea']]), now), [{ voucherId: voucher?.voucherId ?? '' }], now)))
  expect([done, [...told]]).toEqual([1, ['vouchers.redeemed']])
  await requireTrue()
})

it('one voucher to be used in parts, 64 orders: never more than its face', async () => {
  const templateId = await make({ worth: { kind: 'amount', amountMinor: yuan('50'), partial: true } })
  const [voucher] = await transact(pool, (trx) => issue(trx, parts, [{ customerId: member(1), templateId, origin: 'test' }], now))
  const { done } = await race((at) => transact(pool, (trx) => redeem(trx, parts, basketOf(basketFor(member(1), `part-${at}`, [['4', 'tea']]), now), [{ voucherId: voucher?.voucherId ?? '' }], now)))
  expect(done).toBe(13)
  await requireTrue()
})

it('one printed code, 64 tills of eight members: one member has it, once', async () => {
  const templateId = await make({})
  await sql`insert into vouchers.code (code, template_id) values ('PRINTED1', ${templateId}::uuid)`.execute(test.house.db)
  const { done, told } = await race((at) => transact(pool, (trx) => redeem(trx, parts, basketOf(basketFor(member(at), `code-${at}`, [['100', 'tea']]), now), [{ code: 'printed-1' }], now)))
  expect(done).toBe(1)
  expect([...told].every((code) => code === 'vouchers.others_code' || code === 'vouchers.redeemed')).toBe(true)
  await requireTrue()
})

it('the last five of a bounded template, 64 askers: five', async () => {
  const templateId = await make({ limits: { perCustomer: null, total: 5 } })
  const { done, told } = await race((at) => transact(pool, (trx) => issue(trx, parts, [{ customerId: member(at), templateId, origin: 'test' }], now)))
  expect([done, [...told]]).toEqual([5, ['vouchers.total_reached']])
})

it('two for each member, 64 askers of eight members: sixteen', async () => {
  const templateId = await make({ limits: { perCustomer: 2, total: null } })
  const { done, told } = await race((at) => transact(pool, (trx) => issue(trx, parts, [{ customerId: member(at), templateId, origin: 'test' }], now)))
  expect([done, [...told]]).toEqual([16, ['vouchers.customer_reached']])
})

it('the same order told 64 times: done once, answered 64 times', async () => {
  const templateId = await make({})
  const [voucher] = await transact(pool, (trx) => issue(trx, parts, [{ customerId: member(2), templateId, origin: 'test' }], now))
  const basket = basketOf(basketFor(member(2), 'same', [['100', 'tea']]), now)
  const { done } = await race(() => transact(pool, (trx) => redeem(trx, parts, basket, [{ voucherId: voucher?.voucherId ?? '' }], now)))
  expect(done).toBe(many)
  expect((await sql<{ n: bigint }>`select count(*) as n from vouchers.movement where number = 'same' and kind = 'redeem'`.execute(openDb(pool))).rows).toEqual([{ n: 1n }])
})
