/** What is read without a lock: whose, and that nothing is booked on what has changed since. */
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { lend } from '#foundation/statement.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { alreadyBooked, bookOn } from './points.booking.ts'
import { readBoldly, readLocked } from './points.ground.ts'
import type { Command, Order } from './points.schema.ts'
import { book, bookTogether, lockWallets } from './points.ts'

let test: TestHouse
beforeAll(async () => { test = await buildTestHouse(new Date('2026-03-01T04:00:00Z')) })
afterAll(() => test.close())

const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const order = (customerId: string, command: Command): Order => ({ customerId, currency: 'points', command })
const earn = (customerId: string, amount: string, more: Partial<Extract<Command, { do: 'earn' }>> = {}): Order => order(customerId, { do: 'earn', amount, ...more })
const redeem = (customerId: string, amount: string): Order => order(customerId, { do: 'redeem', amount })
const booked = (...orders: readonly Order[]): Promise<unknown> => transact(test.house.pool, (trx) => book(trx, { listeners: [], actor: 'test' }, orders, test.time.now))
const isSeen = async (...orders: readonly Order[]): Promise<boolean> => (await transact(test.house.pool, (trx) => readBoldly(trx, orders, test.time.now))) !== undefined

describe('wallets that are not locked', () => {
  it('are read for whoever earns or spends, whatever is in them, and not for others\' wallets, what is given once, nor what undoes an order', async () => {
    const [one, new_, survivor, merged, held, waiting, ending] = [await enrol(), await enrol(), await enrol(), await enrol(), await enrol(), await enrol(), await enrol()]
    await booked(...[one, survivor, merged, held].map((customerId) => earn(customerId, '50', { source: 'shop', number: 'A1' })), earn(one, '50', { expiresOn: '2027-12-31' }), earn(waiting, '5', { maturesOn: '2026-03-09' }), earn(ending, '5', { expiresOn: '2026-03-01' }),
      order(held, { do: 'hold', amount: '5', minutes: 9 }))
    expect((await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })).statusCode).toBe(200)
    expect(await isSeen(redeem(one, '50'), earn(new_, '1'), redeem(survivor, '99'), redeem(held, '1'), redeem(waiting, '1'), redeem(ending, '1'))).toBe(true)
    const { poolId } = (await test.ask('POST', '/api/points/pools', { name: '林家', onLeave: 'stays', members: [{ customerId: one, maySpend: true }] })).json()
    await booked({ ...earn(poolId, '20'), member: one })
    const others = [redeem(merged, '1'), redeem(poolId, '1'), { ...earn(one, '1'), member: survivor }, { ...earn(one, '1'), once: 'welcome' }, earn('00000000-0000-7000-8000-000000000000', '1'), order(one, { do: 'hold', amount: '1', minutes: 9 }), order(one, { do: 'reverse', amount: '1', source: 'shop', number: 'A1' })]
    expect(await Promise.all(others.map((each) => isSeen(redeem(one, '1'), each)))).toEqual(others.map(() => false))
  })

  it('are read in several looks only where nobody booked between them', async () => {
    const [short, held] = [await enrol(), await enrol()]
    await booked(earn(short, '50'), earn(short, '50', { expiresOn: '2027-12-31' }), earn(held, '50'), order(held, { do: 'hold', amount: '5', minutes: 9 }))
    for (const [asked, second] of [[redeem(short, '60'), /cross join lateral/], [redeem(held, '9'), /from points\.lot l join/]] as const) {
      for (const meanwhile of [undefined, redeem(asked.customerId, '1')]) {
        const isRead = await transact(test.house.pool, async (trx) => {
          const looks: Promise<unknown>[] = []
          lend(trx, async (text, values = []) => {
            // Not before the looks of earlier have their answers: the server might take them after what is booked, and all would be of one instant.
            if (second.test(text) && meanwhile !== undefined) { await Promise.all(looks); await booked(meanwhile) }
            const look = trx.executeQuery(CompiledQuery.raw(text, values))
            looks.push(look)
            return look
          })
          return await readBoldly(trx, [asked], test.time.now) !== undefined
        })
        expect(isRead).toBe(meanwhile === undefined)
      }
    }
  })
})

describe('what has changed since it was read', () => {
  /** Reads, lets `meanwhile` happen, and books on what was read. */
  const late = (read: typeof readBoldly, asked: Order, meanwhile: () => Promise<unknown>): Promise<string> => transact(test.house.pool, async (trx) => {
    const ground = await read(trx, [asked], test.time.now)
    if (ground === undefined) throw new Error('not seen')
    await meanwhile()
    const { outcomes: [outcome], written } = await bookOn(trx, ground, [], [{ orders: [asked], actor: 'test' }], test.time.now, alreadyBooked)
    await written
    return outcome !== undefined && 'answer' in outcome ? 'booked' : outcome?.refusal.code ?? ''
  }).catch((error: unknown) => (error instanceof Error ? error.message : 'unknown'))
  const journal = async (customerId: string): Promise<string> => (await sql<{ told: string }>`select coalesce(string_agg(kind || ' ' || amount, ', ' order by sequence), '') as told from points.entry where customer_id = ${customerId}::uuid`.execute(test.house.db)).rows[0]?.told ?? ''

  it('is not booked on: an entry that somebody else wrote, a wallet that is gone, an owner who was merged', async () => {
    const [one, emptied, survivor, merged] = [await enrol(), await enrol(), await enrol(), await enrol()]
    await booked(earn(one, '100'), earn(merged, '10'), redeem(merged, '10'))
    expect(await late(readBoldly, redeem(one, '100'), () => booked(redeem(one, '100')))).toContain('entry_pkey')
    expect(await journal(one)).toBe('earn 100, redeem 100')
    // Opened for somebody who then had no use for it.
    await transact(test.house.pool, (trx) => lockWallets(trx, [{ customerId: emptied, currency: 'points' }]))
    expect(await late(readBoldly, earn(emptied, '5'), () => sql`delete from points.wallet where customer_id = ${emptied}::uuid`.execute(test.house.db))).toBe('division by zero')
    expect(await journal(emptied)).toBe('')
    // The merge finds nothing to move, and so writes nothing that would be in the way.
    const merge = async (): Promise<void> => { expect((await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })).statusCode).toBe(200) }
    expect(await late(readBoldly, earn(merged, '5'), merge)).toBe('division by zero')
    expect([await journal(merged), await journal(survivor)]).toEqual(['earn 10, redeem 10', ''])
  })

  it('a wallet that was not there is opened as it is written; not for whom somebody else opened one, nor for who was merged', async () => {
    const [one, two, survivor, merged] = [await enrol(), await enrol(), await enrol(), await enrol()]
    expect(await late(readBoldly, earn(one, '5'), async () => undefined)).toBe('booked')
    expect(await late(readBoldly, redeem(two, '5'), async () => undefined)).toBe('points.insufficient')
    expect((await sql`select from points.wallet where customer_id = ${two}::uuid`.execute(test.house.db)).rows).toEqual([])
    expect(await late(readBoldly, earn(two, '5'), () => booked(earn(two, '7')))).toContain('entry_pkey')
    expect(await late(readBoldly, earn(merged, '5'), async () => { expect((await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })).statusCode).toBe(200) })).toBe('division by zero')
    expect([await journal(one), await journal(two), await journal(merged)]).toEqual(['earn 5', 'earn 7', ''])
  })

  it('is read behind locks the second time and for a while after that: whoever was quicker once would be so again', async () => {
    const one = await enrol()
    await booked(earn(one, '200'))
    const work = bookTogether([])
    /** Spends a point. Whenever its wallet has been read and is not locked, somebody else is quicker. */
    const spend = (isAgain: boolean): Promise<string> => transact(test.house.pool, async (trx) => {
      lend(trx, async (text, values = []) => {
        const answer = await trx.executeQuery(CompiledQuery.raw(text, values))
        if (/left join lateral/.test(text) && (await sql`select from points.wallet where customer_id = ${one}::uuid for update skip locked`.execute(test.house.db)).rows.length > 0) await booked(redeem(one, '1'))
        return answer
      })
      const { outcomes: [outcome], written } = await work(trx, [{ orders: [redeem(one, '1')], actor: 'test' }], test.time.now, isAgain)
      await written
      return outcome !== undefined && 'answer' in outcome ? 'booked' : outcome?.refusal.code ?? ''
    }).catch((error: unknown) => (error instanceof Error ? error.message : 'unknown'))
    expect(await spend(false)).toContain('entry_pkey')
    expect([await spend(true), await spend(false), await spend(false)]).toEqual(['booked', 'booked', 'booked'])
    expect(await journal(one)).toBe('earn 200, redeem 1, redeem 1, redeem 1, redeem 1')
    let told = ''
    for (let n = 0; n < 50 && !told.includes('entry_pkey'); n += 1) told = await spend(false)
    expect(told).toContain('entry_pkey')
  })

  it('does not change behind a lock: whoever comes waits', async () => {
    const one = await enrol()
    await booked(earn(one, '100'))
    let other: Promise<unknown> = Promise.resolve()
    const settled = await late(readLocked, redeem(one, '60'), async () => {
      other = booked(redeem(one, '60')).then(() => 'booked', (error: unknown) => error)
      await Promise.race([other, new Promise((resolve) => { setTimeout(resolve, 300) })])
    })
    expect([settled, await other]).toMatchObject(['booked', { code: 'points.insufficient' }])
    expect(await journal(one)).toBe('earn 100, redeem 60')
  })
})
