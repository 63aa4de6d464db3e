import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { addDays, dayOf, startOf } from '#foundation/zone.ts'
import type { Command } from '#loyalty/points/points.schema.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

const zone = 'Asia/Shanghai'
const dayMs = 86_400_000
let test: TestHouse
const members: string[] = []
const began = '2026-01-05'

const tell = (customerId: string, command: Command) => test.ask('POST', '/api/points/commands', { orders: [{ customerId, currency: 'points', command }] })
const today = () => dayOf(test.time.now, zone)
const summed = async (rebuild = false): Promise<void> => {
  const { jobId } = (await test.ask('POST', '/api/liability/sums', { rebuild })).json()
  expect(await test.house.queue.ended(jobId)).toMatchObject({ state: 'done' })
}
const liability = async (query = '') => (await test.ask('GET', `/api/liability${query}`)).json()
const of = async (query = '', currency = 'points') => (await liability(query)).currencies.find((one: { currency: string }) => one.currency === currency)
const books = async (query = '') => (await test.ask('GET', `/api/liability/books${query}`)).json().items

/** Half a year of whatever members do, told through the API; the sums are brought up now and then, never at a quiet moment. */
beforeAll(async () => {
  test = await buildTestHouse(new Date(startOf(began, zone).getTime() + 36_000_000))
  const random = seededRandom(20261122)
  const { version, parameters } = (await test.ask('GET', '/api/points/policy')).json()
  await test.ask('PUT', '/api/points/policy', { version, parameters: { ...parameters, points: { spendable: true, pendingDays: 3, ttl: { months: 2, until: 'day' }, onRefund: 'into_debt', graceDays: 10 } } })
  for (let i = 0; i < 8; i += 1) members.push((await test.ask('POST', '/api/record', { name: `会员${i}` })).json().customerId)
  const orders: { readonly member: string, readonly number: string, readonly amount: number, spent: number }[] = []
  const holds: { readonly member: string, readonly holdId: string }[] = []
  for (let step = 0; step < 500; step += 1) {
    test.time.now = new Date(test.time.now.getTime() + random.int(Math.round(dayMs * 0.7)))
    const member = random.pick(members)
    const order = orders.length === 0 ? undefined : random.pick(orders)
    const what = random.int(10)
    const amount = 1 + random.int(200)
    if (what < 4) {
      const number = `O${step}`
      const at = random.int(3) === 0 ? { at: new Date(test.time.now.getTime() - random.int(20 * dayMs)).toISOString() } : {}
      if ((await tell(member, { do: 'earn', amount: `${amount}`, source: 'shop', number, ...at })).statusCode === 200) orders.push({ member, number, amount, spent: 0 })
    } else if (what < 6) {
      const number = `S${step}`
      if ((await tell(member, { do: 'redeem', amount: `${amount}`, source: 'shop', number })).statusCode === 200) orders.push({ member, number, amount: 0, spent: amount })
    } else if (what === 6 && order !== undefined) await tell(order.member, order.spent > 0 ? { do: 'restore', amount: `${1 + random.int(order.spent)}`, source: 'shop', number: order.number } : { do: 'reverse', amount: `${1 + random.int(order.amount)}`, source: 'shop', number: order.number })
    else if (what === 7) {
      const { items } = (await tell(member, { do: 'hold', amount: `${amount}`, minutes: 2880 })).json()
      if (items?.[0]?.holdId !== undefined) holds.push({ member, holdId: items[0].holdId })
    } else if (what === 8 && holds.length > 0) { const hold = random.pick(holds); await tell(hold.member, { do: random.int(2) === 0 ? 'capture' : 'release', holdId: hold.holdId }) }
    else await tell(member, random.int(2) === 0 ? { do: 'adjust', amount: `${random.int(2) === 0 ? '-' : ''}${amount}`, note: '盘点' } : { do: 'open', amount: `${amount}`, earnedAt: '2025-12-01T00:00:00Z', expiresOn: '2026-04-30', source: 'opening', number: `${step}` })
    if (step % 60 === 0) await summed()
  }
  await summed()
}, 240_000)
afterAll(() => test.close())

/** The ledger's own answer, member by member. */
async function ledger(query: string) {
  let [outstanding, debt] = [0n, 0n]
  for (const member of members) {
    const { balance } = (await test.ask('GET', `/api/points/statement?customer=${member}&currency=points${query}`)).json()
    outstanding += BigInt(balance.pending) + BigInt(balance.available) + BigInt(balance.held)
    debt += BigInt(balance.debt)
  }
  return { outstanding, debt }
}

describe('the books', () => {
  it.each(['effective', 'known'] as const)('close with the ledger’s own balance on any past day, by %s time', { timeout: 240_000 }, async (by) => {
    const random = seededRandom(by.length)
    const days = [began, ...Array.from({ length: 12 }, () => addDays(began, random.int(170))), addDays(today(), -1), today()].filter((day) => day <= today())
    for (const day of days) {
      const instant = new Date(Math.min(startOf(addDays(day, 1), zone).getTime() - 1, test.time.now.getTime())).toISOString()
      const truth = await ledger(`&${by === 'effective' ? 'at' : 'known'}=${instant}`)
      const found = await of(`?asOf=${day}&by=${by}`)
      expect([day, BigInt(found?.outstanding ?? 0) + BigInt(found?.ended ?? 0), BigInt(found?.debt ?? 0)]).toEqual([day, truth.outstanding, truth.debt])
      const closing = (await books(`?asOf=${day}&by=${by}&currency=points`)).at(-1)?.closing
      expect([day, BigInt(closing?.points ?? 0), BigInt(closing?.debt ?? 0)]).toEqual([day, truth.outstanding, truth.debt])
    }
  })

  it('give every closing from its opening and its movements, and owe today what members have', async () => {
    const months = await books('?currency=points')
    expect(months.length).toBeGreaterThan(4)
    for (const [i, { opening, closing, moved }] of months.entries()) {
      const sum = (account: string): bigint => moved.reduce((all: bigint, { debit, credit, points }: { debit: string, credit: string, points: string }) => all + (credit === account ? BigInt(points) : debit === account ? -BigInt(points) : 0n), 0n)
      expect(BigInt(opening.points) + sum('points')).toBe(BigInt(closing.points))
      expect(BigInt(opening.debt) - sum('debt')).toBe(BigInt(closing.debt))
      if (i > 0) expect(opening).toEqual(months[i - 1].closing)
    }
    const wallets = await Promise.all(members.map(async (member) => (await test.ask('GET', `/api/points/wallets?customer=${member}`)).json().items[0]?.balance))
    const has = wallets.reduce((all: bigint, balance) => all + BigInt(balance?.available ?? 0) + BigInt(balance?.pending ?? 0) + BigInt(balance?.held ?? 0), 0n)
    expect(BigInt((await of()).outstanding)).toBe(has)
  })

  it('are the same made again from the journal as brought up bit by bit', async () => {
    const sums = async () => Promise.all(['movement', 'flow', 'seen'].map(async (name) => (await sql.raw(`select * from liability.${name} order by ${name === 'seen' ? '1, 2' : '1, 2, 3, 4, 5'}`).execute(test.house.db)).rows.map((row) => JSON.stringify(row, (_, value) => typeof value === 'bigint' ? `${value}` : value)).toSorted()))
    const bit = await sums()
    expect(bit[0]?.length).toBeGreaterThan(100)
    await summed(true)
    expect(await sums()).toEqual(bit)
  })

  it('miss no entry that commits late', async () => {
    const [member = ''] = members
    const before = BigInt((await of()).outstanding)
    const late = test.house.db.transaction()
    await late.execute(async (trx) => {
      await sql`update points.wallet set sequence = sequence + 1, available = available + 7 where customer_id = ${member}::uuid and currency = 'points'`.execute(trx)
      await sql`insert into points.lot (customer_id, lot_id, currency, earned, pending, available, held, earned_at, policy_version) values (${member}::uuid, gen_random_uuid(), 'points', 7, 0, 7, 0, ${test.time.now.toISOString()}::timestamptz, 0)`.execute(trx)
      await sql`insert into points.entry (customer_id, currency, sequence, kind, from_account, to_account, amount, lot_id, effective_at, inserted_at, policy_version, actor, booking_id)
        select customer_id, currency, sequence, 'earn', 'issued', 'available', 7, (select lot_id from points.lot l where l.customer_id = w.customer_id order by earned_at desc limit 1), ${test.time.now.toISOString()}::timestamptz, ${test.time.now.toISOString()}::timestamptz, 0, 'late', gen_random_uuid() from points.wallet w
        where customer_id = ${member}::uuid and currency = 'points'`.execute(trx)
      await tell(members[1] ?? '', { do: 'earn', amount: '5' })
      await summed()
    })
    await summed()
    expect(BigInt((await of()).outstanding) - before).toBe(12n)
  })
})

describe('money', () => {
  it('says nothing before somebody says what a point is worth; then every month adds up to the last digit, revalued where the price changes', async () => {
    expect((await of()).money).toBeNull()
    const put = (version: number, validFrom: string, perThousandMinor: string, costPermille: number, usePermille: number) =>
      test.ask('PUT', '/api/liability/prices', { version, validFrom, parameters: { points: { perThousandMinor, costPermille, usePermille } } })
    const closeMonth = async (month: string) => expect((await test.ask('POST', '/api/points/closings', { month })).statusCode).toBe(200)
    for (const member of members) await tell(member, { do: 'settle' })
    await summed()
    await closeMonth('2026-03')
    expect((await put(0, '2026-02-10', '100000', 617, 913)).statusCode).toBe(200)
    expect((await put(0, '2026-04-10', '120000', 1000, 1000)).json()).toMatchObject({ code: 'liability.price_changed' })
    expect((await put(1, '2026-02-09', '120000', 1000, 1000)).json()).toMatchObject({ code: 'liability.before_last' })
    expect((await put(1, '2026-03-31', '130007', 601, 889)).json()).toMatchObject({ code: 'liability.month_closed', values: { month: '2026-03' } })
    expect((await put(1, '2026-04-15', '130007', 601, 889)).statusCode).toBe(200)
    const months = await books('?currency=points')
    let revalued = 0
    for (const { opening, closing, moved } of months) {
      const sum = (account: string): bigint => moved.reduce((all: bigint, { debit, credit, amountMinor }: { debit: string, credit: string, amountMinor: string }) => all + (credit === account ? BigInt(amountMinor) : debit === account ? -BigInt(amountMinor) : 0n), 0n)
      expect(BigInt(opening.pointsMinor) + sum('points')).toBe(BigInt(closing.pointsMinor))
      expect(BigInt(opening.debtMinor) - sum('debt')).toBe(BigInt(closing.debtMinor))
      revalued += moved.filter(({ debit, credit }: { debit: string, credit: string }) => debit === 'revalued' || credit === 'revalued').length
    }
    expect(revalued).toBeGreaterThanOrEqual(2)
    expect(months[0].closing.pointsMinor).toBe('0')
    const { outstanding, money } = await of()
    const exact = (factor: bigint) => ((BigInt(outstanding) * factor + 50_000_000_000n) / 100_000_000_000n * 100n).toString()
    expect(money).toMatchObject({ faceMinor: exact(130_007n * 1_000_000n), costMinor: exact(130_007n * 601_000n), bookedMinor: exact(130_007n * 601n * 889n), expected: null })
  })

  it('goes out as a journal of double entries whose sums are the closing', async () => {
    const lines = (await test.app.inject({ url: '/api/liability/journal/file?currency=points', headers: { 'accept-language': 'en' } })).body.replace('\ufeff', '').trim().split('\r\n').map((line) => line.split(','))
    expect(lines[0]?.slice(0, 5)).toEqual(['Entry', 'Date', 'Currency', 'Kind', 'Debit code'])
    const cents = lines.slice(1).reduce((sum, line) => sum + Math.round(Number(line[9]) * 100) * (line[6] === 'points' ? 1 : line[4] === 'points' ? -1 : 0), 0)
    expect(cents * 100).toBe(Number((await books('?currency=points')).at(-1).closing.pointsMinor))
    expect(new Set(lines.slice(1).map(([, , , kind]) => kind))).toEqual(new Set([...new Set(lines.slice(1).map(([, , , kind]) => kind)), 'Issued', 'Redeemed', 'Expired', 'Reversed', 'Revalued']))
    const statement = (await test.app.inject({ url: '/api/liability/books/file?format=csv', headers: { 'accept-language': 'zh-CN' } })).body
    expect(statement.split('\r\n')[0]).toContain('月份,积分种类,摘要,积分,金额')
  })
})

describe('the answer', () => {
  it('puts every point into an age and an end', async () => {
    const { ages, months, days, never, outstanding, next30 } = await of()
    const sum = (list: readonly { readonly points: string }[]): bigint => list.reduce((all, { points }) => all + BigInt(points), 0n)
    expect([sum(ages), sum(months) + BigInt(never)]).toEqual([BigInt(outstanding), BigInt(outstanding)])
    expect(sum(days.slice(0, 30))).toBe(BigInt(next30))
    expect(days).toHaveLength(60)
  })

  it('refuses to guess from eight members, and says what is missing', async () => {
    const { life } = await of()
    expect(life.used).toBeNull()
    expect(life.missing[0]).toEqual({ zh: '只有 8 位会员有过积分，至少要 100 位。', en: 'Only 8 members have ever had points; it takes 100.' })
  })

  it('leads to the members behind, page by page, and out as a file', async () => {
    const all: { readonly customerId: string, readonly outstanding: string }[] = []
    for (let after = ''; ;) {
      const page = (await test.ask('GET', `/api/liability/holders?currency=points&limit=3${after}`)).json()
      all.push(...page.items)
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    expect(all.reduce((sum, { outstanding }) => sum + BigInt(outstanding), 0n)).toBe(BigInt((await of()).outstanding))
    expect(new Set(all.map(({ customerId }) => customerId)).size).toBe(all.length)
    expect(all.map(({ outstanding }) => BigInt(outstanding))).toEqual(all.map(({ outstanding }) => BigInt(outstanding)).toSorted((a, b) => Number(b - a)))
    const ending = (await test.ask('GET', '/api/liability/holders?currency=points&order=ending&withinDays=30')).json().items
    expect(ending.reduce((sum: bigint, one: { ending: string }) => sum + BigInt(one.ending), 0n)).toBe(BigInt((await of()).next30))
    expect((await test.app.inject({ url: '/api/liability/holders/file?currency=points&format=csv', headers: { 'accept-language': 'en' } })).body.trim().split('\r\n')).toHaveLength(all.length + 1)
  })

  it('is for those who may', async () => {
    expect((await test.askAs(['points.read'], 'GET', '/api/liability')).statusCode).toBe(403)
    expect((await test.askAs(['liability.read'], 'PUT', '/api/liability/prices', { version: 2, validFrom: '2026-08-01', parameters: {} })).statusCode).toBe(403)
  })
})
