import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import type { Command } from './points.schema.ts'
import { openOf, replay, settleDue } from './points.ts'
import { journalOf } from './points.sql.ts'
import { readStatement } from './points.statement.ts'

let test: TestHouse
const start = new Date('2026-03-10T04:00:00Z')
beforeAll(async () => { test = await buildTestHouse(start) })
afterAll(() => test.close())
beforeEach(() => { test.time.now = start })

const points = { name: { zh: '积分', en: 'Points' }, scale: 0, spendable: true, pendingDays: 0, ttl: { months: 12, until: 'day' }, onRefund: 'into_debt', graceDays: 30 }
const get = async (url: string) => (await test.ask('GET', url)).json()
const post = async (url: string, body: object = {}) => (await test.ask('POST', url, body)).json()
const enrol = async (): Promise<string> => (await post('/api/record', { name: '林晓' })).customerId
const tell = (customerId: string, command: Command, more: object = {}) => post('/api/points/commands', { orders: [{ customerId, currency: 'points', command, ...more }] })
const balance = async (customer: string, currency = 'points') => (await get(`/api/points/wallets?customer=${customer}`)).items.find((one: { currency: string }) => one.currency === currency)?.balance
const statement = (customer: string, more = '') => get(`/api/points/statement?customer=${customer}&currency=points${more}`)
const merge = (survivor: string, mergedId: string) => post(`/api/record/${survivor}/merge`, { mergedId })
const undo = (mergeId: string) => post(`/api/record/merges/${mergeId}/undo`)
const later = (days: number): void => { test.time.now = new Date(test.time.now.getTime() + days * 86_400_000) }
async function policy(change: object, currency = 'points'): Promise<void> {
  const { newest, parameters } = await get('/api/points/policy')
  const saved = await test.ask('PUT', '/api/points/policy', { version: newest, parameters: { ...parameters, [currency]: { ...points, ...change } } })
  expect(saved.statusCode).toBe(200)
}

/** Every wallet is what its journal says; what is on its way is nothing; debits are credits. */
async function requireBooks(): Promise<void> {
  const { rows: wallets } = await sql<{ customerId: string, currency: string, pending: bigint, available: bigint, held: bigint, debt: bigint, sequence: bigint }>`
    select customer_id as "customerId", currency, pending, available, held, debt, sequence from points.wallet`.execute(test.house.db)
  for (const { customerId, currency, ...stored } of wallets) {
    const { rows: lots } = await sql<Parameters<typeof replay>[1][number]>`select lot_id as "lotId", earned, earned_at as "earnedAt", matures_on as "maturesOn", expires_on as "expiresOn", policy_version as "policyVersion", source, number,
      pending, available, held from points.lot where customer_id = ${customerId}::uuid and currency = ${currency}`.execute(test.house.db)
    const again = replay({ customerId, currency }, lots, await journalOf(test.house.db, { customerId, currency }))
    expect(again.lots).toEqual(new Map(lots.map((lot) => [lot.lotId, lot])))
    const sum = (of: 'pending' | 'available' | 'held'): bigint => lots.reduce((all, lot) => all + lot[of], 0n)
    expect([again.debt, again.sequence, sum('pending'), sum('available'), sum('held')]).toEqual([stored.debt, stored.sequence, stored.pending, stored.available, stored.held])
  }
  const { rows: moved } = await sql<{ currency: string, amount: bigint }>`select currency, sum(case when to_account = 'moved' then amount else -amount end)::bigint as amount
    from points.entry where 'moved' in (from_account, to_account) group by 1 having sum(case when to_account = 'moved' then amount else -amount end) <> 0`.execute(test.house.db)
  expect(moved).toEqual([])
}

describe('12: merging two members', () => {
  it('12: points, ends, holds and history become one; commands of either lead to the survivor; undone, each has what was theirs', async () => {
    await policy({})
    const [a, b] = [await enrol(), await enrol()]
    await tell(a, { do: 'earn', amount: '100', expiresOn: '2026-12-31', source: 'pos', number: `A${a}` })
    await tell(b, { do: 'earn', amount: '60', expiresOn: '2026-05-31', source: 'pos', number: `B${b}` })
    await tell(b, { do: 'redeem', amount: '10', source: 'pos', number: `C${b}` })
    const { items: [{ holdId }] } = await tell(b, { do: 'hold', amount: '20', minutes: 60 })
    expect((await get(`/api/points/merge?survivor=${a}&merged=${b}`)).items[0]).toMatchObject({ survivor: { available: '100' }, merged: { available: '30', held: '20' }, after: { available: '130', held: '20' }, lots: 1, holds: 1 })
    const { mergeId } = await merge(a, b)
    expect([await balance(a), await balance(b)]).toEqual([{ pending: '0', available: '130', held: '20', debt: '0' }, { pending: '0', available: '130', held: '20', debt: '0' }])
    expect((await statement(b)).items.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['earn', 'redeem', 'hold', 'merge']))
    expect((await statement(a, '&at=2026-03-10T03:59:59Z')).balance.available).toBe('0')
    // The hold of the one is captured by the survivor; what the one had paid for comes back to their lot, and what they earned is taken back.
    expect((await tell(a, { do: 'capture', holdId, amount: '5' })).items[0].balance).toMatchObject({ available: '145', held: '0' })
    expect((await tell(b, { do: 'restore', amount: '10', source: 'pos', number: `C${b}` })).items[0]).toMatchObject({ customerId: a, balance: { available: '155' } })
    expect((await tell(a, { do: 'reverse', amount: '61', source: 'pos', number: `B${b}` })).code).toBe('points.beyond_earned')
    expect((await tell(b, { do: 'redeem', amount: '1000' })).code).toBe('points.insufficient')
    await requireBooks()
    await undo(mergeId)
    // 5 of 155 were spent since: b brought 50 of 150, so 2 are theirs; 3 come out of a's lot.
    expect([await balance(a), await balance(b)]).toMatchObject([{ available: '97' }, { available: '58' }])
    expect((await get(`/api/points/wallets?customer=${b}`)).items[0].lots).toContainEqual(expect.objectContaining({ expiresOn: '2026-05-31' }))
    await requireBooks()
    expect((await tell(b, { do: 'redeem', amount: '58' })).items[0].customerId).toBe(b)
    // Once more, with nothing left of the lot that came.
    await merge(a, b)
    expect(await balance(a)).toMatchObject({ available: '97' })
    await requireBooks()
  })

  it('12: an order that was undone while its member was merged is not undone once more when they are parted', async () => {
    await policy({})
    const [a, b] = [await enrol(), await enrol()]
    const [bought, paid] = [{ source: 'pos', number: `O${b}` }, { source: 'pos', number: `P${b}` }] as const
    await tell(a, { do: 'earn', amount: '100' })
    await tell(b, { do: 'earn', amount: '60', ...bought })
    await tell(b, { do: 'redeem', amount: '10', ...paid })
    const first = await merge(a, b)
    expect((await tell(b, { do: 'reverse', amount: '20', ...bought })).items[0].customerId).toBe(a)
    await tell(a, { do: 'restore', amount: '4', ...paid })
    await undo(first.mergeId)
    expect((await tell(b, { do: 'reverse', amount: '41', ...bought })).code).toBe('points.beyond_earned')
    expect((await tell(b, { do: 'restore', amount: '7', ...paid })).code).toBe('points.beyond_redeemed')
    expect((await tell(b, { do: 'reverse', amount: '15', ...bought })).items[0].customerId).toBe(b)
    // Merged and parted again: what was done before, meanwhile and since is counted once each.
    const again = await merge(a, b)
    expect((await tell(a, { do: 'reverse', amount: '26', ...bought })).code).toBe('points.beyond_earned')
    await tell(a, { do: 'restore', amount: '6', ...paid })
    await tell(a, { do: 'reverse', amount: '25', ...bought })
    await undo(again.mergeId)
    expect([(await tell(b, { do: 'reverse', amount: '1', ...bought })).code, (await tell(b, { do: 'restore', amount: '1', ...paid })).code]).toEqual(['points.beyond_earned', 'points.beyond_redeemed'])
    expect([(await balance(a)).available, (await balance(b)).available]).toEqual(['100', '0'])
    await requireBooks()
  })

  it('12: what was taken back meanwhile is borne by the record whose order had earned it', async () => {
    await policy({})
    const [a, b] = [await enrol(), await enrol()]
    const [ofA, ofB] = [{ source: 'pos', number: `R${a}` }, { source: 'pos', number: `R${b}` }] as const
    await tell(a, { do: 'earn', amount: '100', expiresOn: '2026-06-30', ...ofA })
    await tell(b, { do: 'earn', amount: '60', expiresOn: '2026-05-31', ...ofB })
    await tell(b, { do: 'redeem', amount: '60' })
    await tell(b, { do: 'earn', amount: '80', expiresOn: '2026-07-31' })
    const { mergeId } = await merge(a, b)
    // Spent long ago, so it is taken from the lots that end first: a's.
    await tell(b, { do: 'reverse', amount: '60', ...ofB })
    await undo(mergeId)
    expect([(await balance(a)).available, (await balance(b)).available]).toEqual(['100', '20'])
    // The other way round: a's order costs b nothing; what nobody has any more is owed by the record whose order it was.
    const again = await merge(a, b)
    await tell(a, { do: 'redeem', amount: '120' })
    expect((await tell(a, { do: 'reverse', amount: '100', ...ofA })).items[0].balance).toMatchObject({ available: '0', debt: '100' })
    await undo(again.mergeId)
    expect([await balance(a), await balance(b)]).toMatchObject([{ available: '0', debt: '100' }, { available: '0', debt: '0' }])
    const [c, d] = [await enrol(), await enrol()]
    await tell(d, { do: 'earn', amount: '50', source: 'pos', number: `R${d}` })
    await tell(d, { do: 'redeem', amount: '50' })
    const owing = await merge(c, d)
    expect((await tell(d, { do: 'reverse', amount: '50', source: 'pos', number: `R${d}` })).items[0].balance.debt).toBe('50')
    await undo(owing.mergeId)
    expect([await balance(c), await balance(d)]).toMatchObject([{ debt: '0' }, { debt: '50' }])
    // Paid since; what was owed for it then is not owed again because the other owes something now.
    await tell(d, { do: 'earn', amount: '50' })
    later(1)
    const paid = await merge(c, d)
    for (const command of [{ do: 'earn', amount: '30' }, { do: 'reverse', amount: '30' }] as const) {
      await tell(c, { ...command, source: 'pos', number: `S${c}` })
      if (command.do === 'earn') await tell(c, { do: 'redeem', amount: '30' })
    }
    await undo(paid.mergeId)
    expect([await balance(c), await balance(d)]).toMatchObject([{ debt: '30' }, { debt: '0' }])
    await requireBooks()
  })

  it('12: what was spent meanwhile is borne in proportion to what each brought, to the last point', async () => {
    const [a, b] = [await enrol(), await enrol()]
    await tell(a, { do: 'earn', amount: '100', expiresOn: '2026-12-31' })
    await tell(b, { do: 'earn', amount: '50', expiresOn: '2026-04-30' })
    const { mergeId } = await merge(a, b)
    await tell(a, { do: 'redeem', amount: '40' })
    await tell(b, { do: 'earn', amount: '7' })
    await undo(mergeId)
    // 40 spent out of b's lot: of 150 b had brought a third, so 13 are theirs, and 27 come out of a's lot with its end; what was earned since is a's.
    expect([(await balance(a)).available, (await balance(b)).available]).toEqual(['80', '37'])
    await requireBooks()
  })

  it('12: parted, each undoes their own: of an order of before what they had earned of it, and of the other’s own orders nothing', async () => {
    await policy({})
    const [a, b, c] = [await enrol(), await enrol(), await enrol()]
    const [both, alike] = [{ source: 'pos', number: `W${b}` }, { source: 'pos', number: `X${b}` }] as const
    // A receipt's number that two shops gave.
    await tell(a, { do: 'earn', amount: '50', ...alike })
    await tell(a, { do: 'reverse', amount: '20', ...alike })
    await tell(b, { do: 'earn', amount: '60', ...alike })
    await tell(c, { do: 'earn', amount: '60', ...both })
    await merge(b, c)
    later(1)
    const { mergeId } = await merge(a, b)
    await tell(c, { do: 'earn', amount: '40', ...both })
    for (const command of [{ do: 'earn', amount: '9' }, { do: 'reverse', amount: '4' }] as const) await tell(c, { ...command, ...both }, { currency: 'growth' })
    later(1)
    await undo(mergeId)
    later(1)
    const since = { source: 'pos', number: `Y${b}` } as const
    await tell(a, { do: 'earn', amount: '70', ...since })
    expect((await tell(b, { do: 'reverse', amount: '70', ...since })).code).toBe('points.beyond_earned')
    const open = await transact(test.house.pool, (trx) => openOf(trx, [{ customerId: b, ...both }]))
    expect(open).toEqual([{ customerId: b, ...both, currency: 'points', open: 60n }, { customerId: b, ...both, currency: 'growth', open: 5n }])
    expect((await tell(b, { do: 'reverse', amount: '61', ...both })).code).toBe('points.beyond_earned')
    expect((await tell(b, { do: 'reverse', amount: '60', ...both })).items[0]).toMatchObject({ customerId: b, balance: { available: '60' } })
    expect((await tell(b, { do: 'reverse', amount: '60', ...alike })).items[0]).toMatchObject({ customerId: b, balance: { available: '0' } })
    expect((await balance(a)).available).toBe('140')
    await requireBooks()
  })

  it('12: what is still pending goes home whole: nothing of it pays for what was spent meanwhile', async () => {
    const [a, b] = [await enrol(), await enrol()]
    await tell(a, { do: 'earn', amount: '100' })
    await tell(b, { do: 'earn', amount: '50', maturesOn: '2026-03-20' })
    const { mergeId } = await merge(a, b)
    await tell(a, { do: 'redeem', amount: '30' })
    await undo(mergeId)
    expect([await balance(a), await balance(b)]).toMatchObject([{ pending: '0', available: '70' }, { pending: '50', available: '0' }])
    await requireBooks()
  })

  it('12: merged and parted twice, a lot of which both have a part by then goes back in the same parts', async () => {
    const [a, b] = [await enrol(), await enrol()]
    const available = async () => [(await balance(a)).available, (await balance(b)).available]
    await tell(a, { do: 'earn', amount: '100', expiresOn: '2026-04-30' })
    await tell(b, { do: 'earn', amount: '100', expiresOn: '2026-12-31' })
    const first = await merge(a, b)
    await tell(a, { do: 'redeem', amount: '50' })
    await undo(first.mergeId)
    // 25 of b's lot stay with a, for what was spent out of a's.
    expect(await available()).toEqual(['75', '75'])
    const second = await merge(a, b)
    await undo(second.mergeId)
    expect(await available()).toEqual(['75', '75'])
    // 90 spent out of a's 50 and 40 of the 100 that are a quarter a's: each bears half.
    const third = await merge(a, b)
    await tell(a, { do: 'redeem', amount: '90' })
    await undo(third.mergeId)
    expect(await available()).toEqual(['30', '30'])
    const lots = async (of: string) => (await get(`/api/points/wallets?customer=${of}`)).items[0].lots.map((lot: { expiresOn: string, available: string }) => `${lot.expiresOn} ${lot.available}`).toSorted()
    expect([await lots(a), await lots(b)]).toEqual([['2026-12-31 30'], ['2026-12-31 30']])
    // Spent out of b's newer lot: b bears 28 of 40, and a the rest out of its half of the other, not out of what it earned meanwhile.
    await tell(b, { do: 'earn', amount: '40', expiresOn: '2026-03-31' })
    const fourth = await merge(a, b)
    await tell(a, { do: 'redeem', amount: '40' })
    await tell(a, { do: 'earn', amount: '5', expiresOn: '2026-11-30' })
    await undo(fourth.mergeId)
    expect([await lots(a), await lots(b)]).toEqual([['2026-11-30 5', '2026-12-31 18'], ['2026-12-31 12', '2026-12-31 30']])
    await requireBooks()
  })

  it('12: a welcome gift is never doubled: not asked again, and the second goes when two that had it are merged', async () => {
    const [a, b, c] = [await enrol(), await enrol(), await enrol()]
    const welcome = (customer: string) => tell(customer, { do: 'earn', amount: '50', source: 'gift', number: `W${customer}` }, { once: 'welcome' })
    expect((await welcome(a)).items[0].balance.available).toBe('50')
    expect((await welcome(a)).code).toBe('points.already_given')
    later(1)
    await welcome(b)
    await tell(b, { do: 'redeem', amount: '20' })
    expect((await get(`/api/points/merge?survivor=${a}&merged=${b}`)).twice).toEqual([{ once: 'welcome', currency: 'points', amount: '30' }])
    const { mergeId } = await merge(a, b)
    expect((await balance(a)).available).toBe('50')
    const top = await merge(c, a)
    expect((await welcome(c)).code).toBe('points.already_given')
    await undo(top.mergeId)
    expect((await welcome(c)).items[0].balance.available).toBe('50')
    await undo(mergeId)
    expect([(await balance(a)).available, (await balance(b)).available]).toEqual(['50', '30'])
    await requireBooks()
  })

  it('12: a debt goes with its record and is paid by the points of both; a merge is not undone while what it brought is on hold', async () => {
    const [a, b] = [await enrol(), await enrol()]
    await tell(b, { do: 'earn', amount: '30', source: 'pos', number: `D${b}` })
    await tell(b, { do: 'redeem', amount: '30' })
    await tell(b, { do: 'reverse', amount: '30', source: 'pos', number: `D${b}` })
    expect((await balance(b)).debt).toBe('30')
    await tell(a, { do: 'earn', amount: '100' })
    await merge(a, b)
    expect(await balance(a)).toMatchObject({ available: '70', debt: '0' })
    const c = await enrol()
    await tell(c, { do: 'earn', amount: '9', expiresOn: '2026-03-20' })
    const { mergeId } = await merge(a, c)
    await tell(a, { do: 'hold', amount: '5', minutes: 30 })
    expect((await undo(mergeId)).code).toBe('points.hold_open')
    test.time.now = new Date(test.time.now.getTime() + 31 * 60_000)
    await undo(mergeId)
    expect((await balance(c)).available).toBe('9')
    await requireBooks()
  })

  it('12: commands and merges at once: nothing is lost, and nothing stays with the merged record', async () => {
    const [a, b] = [await enrol(), await enrol()]
    await tell(a, { do: 'earn', amount: '100' })
    const [answer, ...others] = await Promise.all([merge(a, b), ...Array.from({ length: 40 }, (_, n) => tell(n % 2 === 0 ? b : a, { do: 'earn', amount: '1' }))])
    expect([answer.mergedId, others.filter(({ items }) => items === undefined).length]).toEqual([b, 0])
    expect((await balance(a)).available).toBe('140')
    const { rows } = await sql<{ available: bigint }>`select available from points.wallet where customer_id = ${b}::uuid and available > 0`.execute(test.house.db)
    expect(rows).toEqual([])
    await requireBooks()
  })
})

describe('16: closed periods', () => {
  const askAs = async (who: string, method: 'POST', url: string, body: object) => (await test.app.inject({ method, url, payload: body, headers: { 'idempotency-key': `${who}-${Math.trunc(test.time.now.getTime())}-${count += 1}`, 'x-test-rights': 'points.read,points.write,points.approve,points.close' } })).json()
  let count = 0
  it('16: what would count in a closed month is refused by name, until a second person approves it', async () => {
    test.time.now = new Date('2027-03-10T04:00:00Z')
    const a = await enrol()
    for (let n = 1; n > 0;) n = await transact(test.house.pool, (trx) => settleDue(trx, { listeners: [], actor: 'test' }, test.time.now, 500))
    expect((await test.askAs(['points.read', 'points.write'], 'POST', '/api/points/closings', { month: '2027-02' })).statusCode).toBe(403)
    expect((await post('/api/points/closings', { month: '2027-03' })).code).toBe('points.month_running')
    expect(await post('/api/points/closings', { month: '2027-02' })).toMatchObject({ month: '2027-02', closedBy: 'tester' })
    const orders = [{ customerId: a, currency: 'points', command: { do: 'earn', amount: '10', at: '2027-02-28T15:59:59Z' } }]
    expect(await post('/api/points/commands', { orders })).toMatchObject({ code: 'points.period_closed', values: { month: '2027-02' } })
    // The month ends where the business is: an hour into March there is still February in London.
    expect((await tell(a, { do: 'earn', amount: '1', at: '2027-02-28T16:00:00Z' })).items[0].balance.available).toBe('1')
    const { approvalId } = await post('/api/points/approvals', { orders, reason: '补记二月的订单' })
    expect((await balance(a)).available).toBe('1')
    expect((await post(`/api/points/approvals/${approvalId}/approve`)).code).toBe('points.own_approval')
    await sql`update points.approval set requested_by = 'somebody' where approval_id = ${approvalId}::uuid`.execute(test.house.db)
    expect((await test.askAs(['points.read', 'points.write'], 'POST', `/api/points/approvals/${approvalId}/approve`, {})).statusCode).toBe(403)
    expect(await askAs('second', 'POST', `/api/points/approvals/${approvalId}/approve`, { answer: '同意' })).toMatchObject({ approval: { state: 'approved', decidedBy: 'tester' }, items: [{ balance: { available: '11' } }] })
    expect((await askAs('second', 'POST', `/api/points/approvals/${approvalId}/approve`, {})).code).toBe('points.approval_decided')
    expect((await statement(a)).items[0]).toMatchObject({ linkId: approvalId, effectiveAt: '2027-02-28T15:59:59.000Z', insertedAt: '2027-03-10T04:00:00.000Z' })
    expect((await post('/api/points/approvals', { orders: [{ customerId: a, currency: 'points', command: { do: 'earn', amount: '10' } }], reason: '无' })).code).toBe('points.approval_needless')
    expect((await post('/api/points/closings', { month: '2027-01' })).code).toBe('points.already_closed')
    expect(await post('/api/points/closings/2027-02/reopen')).toMatchObject({ reopenedBy: 'tester' })
    expect((await tell(a, { do: 'earn', amount: '1', at: '2027-02-28T15:59:59Z' })).items[0].balance.available).toBe('12')
  })
})

describe('17: late and out of order', () => {
  it('17: whatever order the facts arrive in, the points are the same, and the journal replayed gives them', async () => {
    const facts: readonly Command[] = [{ do: 'earn', amount: '30', at: '2026-01-05T04:00:00Z', source: 'pos', number: 'L1' }, { do: 'earn', amount: '20', at: '2026-02-05T04:00:00Z', source: 'pos', number: 'L2' }, { do: 'earn', amount: '10', at: '2026-03-01T04:00:00Z', source: 'pos', number: 'L3' }]
    const ends = async (order: readonly number[]) => {
      const a = await enrol()
      for (const place of order) { const fact = facts[place]; if (fact !== undefined) await tell(a, fact) }
      await tell(a, { do: 'redeem', amount: '25' })
      return (await get(`/api/points/wallets?customer=${a}`)).items[0].lots.map(({ available, expiresOn }: { available: string, expiresOn: string }) => `${expiresOn} ${available}`).toSorted()
    }
    const [first, ...others] = [await ends([0, 1, 2]), await ends([2, 1, 0]), await ends([1, 2, 0])]
    expect(others).toEqual([first, first])
    expect((await tell(await enrol(), { do: 'reverse', amount: '1', source: 'pos', number: 'never' })).code).toBe('points.beyond_earned')
    await requireBooks()
  })
})

describe('18: transfer', () => {
  it('18: points are given within the limits of the policy and keep their age and end', async () => {
    await policy({ transfer: { least: '10', most: '100', monthly: '150' } })
    const [a, b] = [await enrol(), await enrol()]
    await tell(a, { do: 'earn', amount: '300', expiresOn: '2026-07-31' })
    const give = (amount: string, more = {}) => post('/api/points/transfers', { fromId: a, toId: b, currency: 'points', amount, ...more })
    expect((await give('50', { dryRun: true })).items.map((one: { balance: { available: string } }) => one.balance.available)).toEqual(['250', '50'])
    expect(await balance(b)).toBeUndefined()
    await give('100')
    expect((await get(`/api/points/wallets?customer=${b}`)).items[0]).toMatchObject({ balance: { available: '100' }, lots: [{ expiresOn: '2026-07-31' }] })
    expect([(await give('9')).code, (await give('101')).code, (await give('51')).code, (await post('/api/points/transfers', { fromId: a, toId: a, currency: 'points', amount: '10' })).code]).toEqual(['points.transfer_limit', 'points.transfer_limit', 'points.transfer_limit', 'points.to_oneself'])
    expect((await give('50')).items[0].balance.available).toBe('150')
    // What a refusal says is in the units in which people count.
    await policy({ name: { zh: '返现', en: 'Cashback' }, scale: 2, transfer: { least: '1050', most: '10000', monthly: '15000' } }, 'cash')
    await tell(a, { do: 'earn', amount: '500' }, { currency: 'cash' })
    expect((await give('100', { currency: 'cash' })).sentences.en).toBe('Between 10.5 and 100 at a time, at most 150 a month; 150 is left this month.')
    expect((await give('1050', { currency: 'cash' })).sentences.en).toBe('Not enough points: 10.5 wanted, 5 may be spent.')
    later(30)
    expect((await give('10')).items[1].balance.available).toBe('160')
    expect((await statement(a)).items[0]).toMatchObject({ kind: 'transfer', memberId: b })
    await policy({})
    expect((await give('10')).code).toBe('points.transfer_off')
    await requireBooks()
  })
})

describe('20: exchange', () => {
  it('20: one command, both legs under the rate’s id or none; rounded down, the remainder stays, no life grows', async () => {
    await policy({ name: { zh: '里程', en: 'Miles' }, ttl: null }, 'miles')
    const a = await enrol()
    await tell(a, { do: 'earn', amount: '10', expiresOn: '2026-04-30' })
    await tell(a, { do: 'earn', amount: '95', expiresOn: '2026-06-30' })
    const { rateId } = await post('/api/points/rates', { from: 'points', to: 'miles', give: '3', get: '2' })
    const swap = (amount: string, id = rateId) => post('/api/points/exchanges', { customerId: a, rateId: id, amount })
    // 100 × 2 ÷ 3 = 66.6: 66 miles, which need 99 points; one stays.
    expect(await swap('100')).toMatchObject({ taken: '99', got: '66', items: [{ currency: 'points', balance: { available: '6' } }, { currency: 'miles', balance: { available: '66' } }] })
    const miles = (await get(`/api/points/wallets?customer=${a}`)).items.find((one: { currency: string }) => one.currency === 'miles')
    expect(miles.lots.map(({ available, expiresOn }: { available: string, expiresOn: string }) => `${expiresOn} ${available}`).toSorted()).toEqual(['2026-04-30 7', '2026-06-30 59'])
    expect((await statement(a)).items.filter(({ kind }: { kind: string }) => kind === 'exchange').every((one: { rateId: string }) => one.rateId === rateId)).toBe(true)
    expect([(await swap('1')).code, (await swap('9')).code]).toEqual(['points.too_little', 'points.insufficient'])
    expect((await swap('6', '00000000-0000-7000-8000-000000000000')).code).toBe('points.unknown_rate')
    later(1)
    const next = await post('/api/points/rates', { from: 'points', to: 'miles', give: '1', get: '1' })
    expect(await swap('6')).toMatchObject({ code: 'points.rate_replaced', values: { rateId: next.rateId } })
    expect((await balance(a)).available).toBe('6')
    expect((await swap('6', next.rateId)).got).toBe('6')
    await requireBooks()
  })
})

describe('21: shared wallets', () => {
  const open = async (onLeave: string, ...members: readonly [string, boolean][]) => (await post('/api/points/pools', { name: '林家', onLeave, members: members.map(([customerId, maySpend]) => ({ customerId, maySpend })) })).poolId
  const put = (pool: string, memberId: string, amount: string) => post(`/api/points/pools/${pool}/contributions`, { memberId, currency: 'points', amount })
  const leave = (pool: string, memberId: string) => post(`/api/points/pools/${pool}/leave`, { memberId })

  it('21: every entry names who acted; who may only put in cannot spend; a leaver takes their part, the last all that is left', async () => {
    const [a, b, c, stranger] = [await enrol(), await enrol(), await enrol(), await enrol()]
    for (const one of [a, b, c]) await tell(one, { do: 'earn', amount: '100', expiresOn: '2026-08-31' })
    const pool = await open('in_proportion', [a, true], [b, true], [c, false])
    await put(pool, a, '100')
    await put(pool, b, '50')
    await put(pool, c, '50')
    expect((await put(pool, stranger, '1')).code).toBe('points.not_in_pool')
    expect((await get(`/api/points/pools/${pool}`)).members.map(({ name, put: given }: { name: string, put: { points: string } }) => `${name} ${given.points}`).toSorted()).toEqual(['林晓 100', '林晓 50', '林晓 50'])
    expect([(await tell(pool, { do: 'redeem', amount: '1' })).code, (await tell(pool, { do: 'redeem', amount: '1' }, { member: c })).code, (await tell(pool, { do: 'redeem', amount: '1' }, { member: stranger })).code]).toEqual(['points.member_missing', 'points.may_not_spend', 'points.not_in_pool'])
    expect((await tell(pool, { do: 'redeem', amount: '99', source: 'pos', number: 'P1' }, { member: b })).items[0].balance.available).toBe('101')
    expect([...new Set((await statement(pool)).items.filter(({ kind }: { kind: string }) => kind === 'redeem').map(({ memberId }: { memberId: string }) => memberId))]).toEqual([b])
    // 101 over 100 : 50 : 50 by largest remainder: 51 (50.5, the earliest of equal remainders first), 25, 25.
    await leave(pool, c)
    expect((await balance(c)).available).toBe('75')
    await leave(pool, b)
    expect((await balance(b)).available).toBe('75')
    expect((await get(`/api/points/pools/${pool}`))).toMatchObject({ wallets: [{ balance: { available: '51' } }] })
    await leave(pool, a)
    expect([(await balance(a)).available, (await balance(pool))?.available]).toEqual(['51', '0'])
    expect((await leave(pool, a)).code).toBe('points.not_in_pool')
    await requireBooks()
  })

  it('21: where it stays, a leaver takes nothing; a merged member acts for the record that joined', async () => {
    const [a, b, again] = [await enrol(), await enrol(), await enrol()]
    await tell(a, { do: 'earn', amount: '40' })
    const pool = await open('stays', [a, true], [b, true])
    await put(pool, a, '40')
    await merge(again, b)
    expect((await tell(pool, { do: 'redeem', amount: '5' }, { member: b })).items[0].balance.available).toBe('35')
    await leave(pool, a)
    expect((await balance(a)).available).toBe('0')
    await leave(pool, again)
    expect((await balance(b)).available).toBe('35')
    await requireBooks()
  })
})

describe('22: alliance', () => {
  it('22: the issuer pays at earn, the acceptor is owed at burn, returns go by the rate they undo; opening + movements = closing', async () => {
    const a = await enrol()
    const { partnerId } = await post('/api/points/partners', { name: '云栖书店', issues: true, accepts: true })
    expect((await tell(a, { do: 'earn', amount: '10' }, { partner: partnerId })).code).toBe('points.no_partner_rate')
    const rate = (side: string, moneyMinor: string) => post(`/api/points/partners/${partnerId}/rates`, { side, currency: 'points', moneyMinor })
    await rate('issue', '125')
    await rate('accept', '100')
    await tell(a, { do: 'earn', amount: '1000', source: 'books', number: 'S1' }, { partner: partnerId })
    await tell(a, { do: 'redeem', amount: '300', source: 'books', number: 'S2' }, { partner: partnerId })
    test.time.now = new Date('2026-04-02T04:00:00Z')
    await rate('issue', '200')
    await tell(a, { do: 'reverse', amount: '400', source: 'books', number: 'S1' })
    await tell(a, { do: 'restore', amount: '100', source: 'books', number: 'S2' })
    await tell(a, { do: 'earn', amount: '10', source: 'books', number: 'S3' }, { partner: partnerId })
    await post(`/api/points/partners/${partnerId}/payments`, { moneyMinor: '95000', paidOn: '2026-04-02', note: '三月' })
    const month = (of: string) => get(`/api/points/partners/${partnerId}/statement?month=${of}`)
    const march = await month('2026-03')
    expect(march).toMatchObject({ openingMinor: '0', closingMinor: (1000n * 125n - 300n * 100n).toString() })
    const april = await month('2026-04')
    expect(april.openingMinor).toBe(march.closingMinor)
    expect(april.items.map(({ what, points: amount, moneyMinor }: { what: string, points: string, moneyMinor: string }) => [what, amount, moneyMinor])).toEqual([['given_back', '100', '10000'], ['issued', '10', '2000'], ['payment', '0', '-95000'], ['taken_back', '400', '-50000']])
    expect(april.closingMinor).toBe((BigInt(april.openingMinor) + 10000n + 2000n - 95000n - 50000n).toString())
    const file = await test.ask('GET', `/api/points/partners/${partnerId}/export?month=2026-04`, undefined, { headers: { 'accept-language': 'en' } })
    const lines = file.body.split('\r\n').filter((line) => line !== '')
    expect([lines.length, lines[5]]).toEqual([7, 'Payment,,,,-9.5,,2026-04-02,三月'])
    expect(april.payments).toMatchObject([{ moneyMinor: '95000', paidOn: '2026-04-02', note: '三月' }])
    expect(march.payments).toEqual([])
    // What was reported of a closed month stays.
    await post('/api/points/closings', { month: '2026-03' })
    expect((await post(`/api/points/partners/${partnerId}/payments`, { moneyMinor: '10000', paidOn: '2026-03-31' })).code).toBe('points.payment_closed')
    expect(await month('2026-03')).toEqual(march)
    expect((await post('/api/points/closings/2026-03/reopen')).reopenedBy).toBe('tester')
    const change = { partnerId, name: '云栖书店', issues: true, accepts: true }
    expect(await post('/api/points/partners', { ...change, version: 1, isActive: false })).toMatchObject({ version: 2, isActive: false })
    // Who had it open meanwhile, or names no version, is told; what they leave out stays as it is.
    expect(await Promise.all([{ ...change, version: 1 }, change].map(async (late) => (await post('/api/points/partners', late)).code))).toEqual(['points.partner_changed', 'points.partner_changed'])
    expect(await post('/api/points/partners', { ...change, version: 2 })).toMatchObject({ version: 3, isActive: false })
    expect((await tell(a, { do: 'earn', amount: '10' }, { partner: partnerId })).code).toBe('points.unknown_partner')
  })
})

describe('a statement', () => {
  it('reads a page of the journal, however long it is, and is summed as it counted and as it was known', async () => {
    const a = await enrol()
    for (let n = 1; n <= 30; n += 1) await tell(a, n % 3 === 0 ? { do: 'redeem', amount: '5' } : { do: 'earn', amount: '10', at: new Date(start.getTime() - n * 86_400_000).toISOString() })
    let read = 0
    const counted = test.house.db.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => { read += result.rows.length; return result } })
    const { balance: { available }, items } = await readStatement(counted, { customer: a, currency: 'points', limit: 2 }, test.time.now)
    expect([available, items.length]).toEqual(['150', 2])
    expect(read).toBeLessThan(12)
    expect((await statement(a, `&at=${new Date(start.getTime() - 20 * 86_400_000).toISOString()}`)).balance.available).toBe('70')
    expect((await statement(a, `&known=${new Date(start.getTime() - 1).toISOString()}`)).balance.available).toBe('0')
  })
})

describe('23: erasure', () => {
  it('23: the ledger keeps a pseudonym: totals and statement are as they were', async () => {
    const a = await enrol()
    await tell(a, { do: 'earn', amount: '88' })
    const before = await statement(a)
    const { version } = await get(`/api/record/${a}/erase`)
    await post(`/api/record/${a}/erase`, { version, reason: '本人要求' })
    expect(await statement(a)).toEqual(before)
    expect(await balance(a)).toMatchObject({ available: '88' })
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from points.entry e where e::text like '%林晓%'`.execute(test.house.db)
    expect(Number(rows[0]?.n)).toBe(0)
    await requireBooks()
  })
})
