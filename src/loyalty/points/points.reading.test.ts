import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, dayOf } from '#foundation/zone.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { alreadyBooked, bookEach, shown } from './points.booking.ts'
import { momentOf } from './points.ground.ts'
import { needsOf, readNeeded, readStored, walletText } from './points.reading.ts'
import { decide, pastOf } from './points.rules.ts'
import type { Command } from './points.schema.ts'
import { updateLots } from './points.sql.ts'
import { balanceOf, emptyWallet, type Wallet } from './points.state.ts'

let test: TestHouse
const start = new Date('2026-03-01T04:00:00Z')
beforeAll(async () => { test = await buildTestHouse(start) })
afterAll(() => test.close())

const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const key = (customerId: string) => ({ customerId, currency: 'points' })
const bookAll = (customerId: string, commands: readonly Command[]) =>
  transact(test.house.pool, async (trx) => {
    const decided = await bookEach(trx, [], commands.map((command) => ({ orders: [{ ...key(customerId), command }], actor: 'test' })), test.time.now, alreadyBooked)
    await decided.written
    return decided
  })
const whole = async (customerId: string): Promise<Wallet> => (await readStored(test.house.db, customerId)).get(walletText(key(customerId))) ?? emptyWallet(customerId, 'points')

/** Lots by what is told of them: those that a decision opens are given other ids each time. */
const told = ({ lots }: Wallet): readonly string[] => [...lots.values()].map((lot) => [lot.earnedAt.toISOString(), lot.maturesOn, lot.expiresOn, lot.earned, lot.pending, lot.available, lot.held].join(' ')).toSorted()

const day = fc.integer({ min: 0, max: 12 })
const lot = fc.record({ amount: fc.integer({ min: 1, max: 40 }), lasts: fc.option(day, { freq: 4 }), waits: fc.option(day, { freq: 2, nil: 0 }) })
const command = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 90 }).map((amount): Command => ({ do: 'redeem', amount: `${amount}` })) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 90 }).map((amount): Command => ({ do: 'earn', amount: `${amount}` })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((amount): Command => ({ do: 'redeem', amount: `${amount}`, overdraw: true })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }).map((amount): Command => ({ do: 'hold', amount: `${amount}`, minutes: 1440 })) }
)

it('a wallet of which as much was read as the commands need is decided as one that was read whole', async () => {
  const today = dayOf(start, 'Asia/Shanghai')
  await fc.assert(fc.asyncProperty(fc.array(lot, { minLength: 1, maxLength: 9 }), fc.array(command, { maxLength: 2 }), fc.integer({ min: 0, max: 9 }), fc.array(command, { minLength: 1, maxLength: 5 }), async (lots, early, days, commands) => {
    test.time.now = start
    const customerId = await enrol()
    await bookAll(customerId, lots.map(({ amount, lasts, waits }): Command => ({
      do: 'earn', amount: `${amount}`, expiresOn: lasts === null ? null : addDays(today, lasts), maturesOn: waits === 0 || (lasts !== null && waits > lasts) ? null : addDays(today, waits)
    })))
    await bookAll(customerId, early)
    test.time.now = new Date(start.getTime() + days * 86_400_000)
    const moment = await momentOf(test.house.db, test.time.now)
    let expected = await whole(customerId)
    const answers = commands.map((one) => {
      try {
        expected = decide(expected, one, moment, pastOf([], null, null)).wallet
        return shown(balanceOf(expected))
      } catch (error) {
        if (error instanceof Refusal) return error.code
        throw error
      }
    })
    const { outcomes } = await bookAll(customerId, commands)
    expect(outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : outcome.answer[0]?.balance))).toEqual(answers)
    expect(told(await whole(customerId))).toEqual(told({ ...expected, lots: new Map([...expected.lots].filter(([, { pending, available, held }]) => pending + available + held > 0n)) }))
    const { rows: [stored] } = await sql<Record<string, bigint>>`select pending, available, held, debt from points.wallet where customer_id = ${customerId}::uuid`.execute(test.house.db)
    expect(stored).toEqual(balanceOf(expected))
  }), { numRuns: 120 })
})

it('of many lots the first few are read, and the others summed', async () => {
  test.time.now = start
  const customerId = await enrol()
  await bookAll(customerId, Array.from({ length: 20 }, (): Command => ({ do: 'earn', amount: '10' })))
  const read = (orders: readonly Command[]) => transact(test.house.pool, async (trx) => (await readNeeded(trx, needsOf(orders.map((one) => ({ ...key(customerId), command: one }))), [], start)).get(walletText(key(customerId))))
  expect((await read([{ do: 'earn', amount: '5' }]))?.lots.size).toBe(1)
  const spending = await read([{ do: 'redeem', amount: '12' }, { do: 'earn', amount: '5' }, { do: 'redeem', amount: '8' }])
  expect([spending?.lots.size, spending?.unread]).toEqual([2, { pending: 0n, available: 180n, held: 0n }])
  expect([(await read([{ do: 'redeem', amount: '10' }]))?.lots.size, (await read([{ do: 'redeem', amount: '80' }]))?.lots.size, (await read([{ do: 'redeem', amount: '81' }]))?.lots.size]).toEqual([1, 8, 20])
  expect((await read([{ do: 'hold', amount: '1', minutes: 5 }]))?.lots.size).toBe(20)
  expect((await read([{ do: 'redeem', amount: '1', overdraw: true }]))?.lots.size).toBe(20)
  await bookAll(customerId, [{ do: 'hold', amount: '1', minutes: 5 }])
  const held = await read([{ do: 'earn', amount: '5' }])
  expect([held?.lots.size, held?.holds.size]).toEqual([20, 1])
  // As it stands between a transfer to somebody who owes and the next look at the wallet.
  const owing = await enrol()
  await bookAll(owing, Array.from({ length: 5 }, (): Command => ({ do: 'earn', amount: '10' })))
  await sql`update points.wallet set debt = 35 where customer_id = ${owing}::uuid`.execute(test.house.db)
  const owed = await transact(test.house.pool, (trx) => readNeeded(trx, needsOf([{ ...key(owing), command: { do: 'earn', amount: '5' } }]), [], start))
  expect(owed.get(walletText(key(owing)))?.lots.size).toBe(5)
})

it('lots that are to change and are not there end the transaction', async () => {
  test.time.now = start
  const customerId = await enrol()
  await bookAll(customerId, [{ do: 'earn', amount: '10' }])
  const [lot] = (await whole(customerId)).lots.values()
  if (lot === undefined) throw new Error('nothing was earned')
  const change = (lotId: string) => ({ ...key(customerId), lotId, pending: 0n, available: 4n, held: 0n })
  await expect(transact(test.house.pool, (trx) => updateLots(trx, [change(lot.lotId), change('00000000-0000-7000-8000-000000000000')]))).rejects.toMatchObject({ code: '22012' })
  expect((await whole(customerId)).lots.get(lot.lotId)?.available).toBe(10n)
  await transact(test.house.pool, (trx) => updateLots(trx, [change(lot.lotId)]))
  expect((await whole(customerId)).lots.get(lot.lotId)?.available).toBe(4n)
})
