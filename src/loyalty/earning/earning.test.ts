import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { record } from '#activity/events/events.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { basic, publish, withRules } from '#test/programme.ts'
import { followLog } from './earning.jobs.ts'
import type { Programme } from './earning.schema.ts'

let test: TestHouse
let member = ''
let receipt = 0
beforeAll(async () => { test = await buildTestHouse(new Date('2026-03-10T04:00:00Z')) })
afterAll(() => test.close())
beforeEach(async () => { member = await enrol() })

const enrol = async (more: object = {}): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓', ...more })).json().customerId
interface Line { readonly product: string, readonly yuan: number, readonly category?: string, readonly quantity?: number }
const ordered = (lines: readonly Line[], { at = test.time.now, customer = member, number = `N${++receipt}`, source = 'shop' } = {}) => test.ask('POST', '/api/orders', { orders: [{
  source, number, at: at.toISOString(), customer: { customerId: customer },
  lines: lines.map(({ product, yuan, category, quantity = 1 }) => ({ product, category: category ?? null, quantity: String(quantity), amountMinor: String(Math.round(yuan * 10_000)) }))
}] })
async function buy(...given: Parameters<typeof ordered>): Promise<string> {
  const number = given[1]?.number ?? `N${++receipt}`
  const answer = await ordered(given[0], { ...given[1], number })
  expect(answer.statusCode, answer.body).toBe(200)
  return number
}
const giveBack = async (number: string, lines?: readonly { readonly lineNo: number, readonly quantity: string }[]) =>
  (await test.ask('POST', '/api/returns', { source: 'shop', number, ...(lines === undefined ? {} : { lines }) })).json()
const balance = async (currency = 'points', customer = member): Promise<number> => {
  const wallet = (await test.ask('GET', `/api/points/wallets?customer=${customer}`)).json().items.find((one: { currency: string }) => one.currency === currency)?.balance
  return wallet === undefined ? 0 : Number(wallet.available) - Number(wallet.debt)
}
const used = async (budget: string): Promise<number> => Number((await test.ask('GET', '/api/earning')).json().accounts.find((one: { budget: string }) => one.budget === budget)?.used)

describe('an order that is recorded', () => {
  beforeAll(() => publish(test, basic))

  it('earns in the same breath, in every currency of the programme', async () => {
    await buy([{ product: 'A', yuan: 99.9 }, { product: 'B', yuan: 100.2, category: '礼盒' }])
    expect([await balance(), await balance('growth')]).toEqual([200 + 100, 200])
  })

  it('earns nothing before the programme began, nothing without a buyer, and once however often it is sent', async () => {
    await buy([{ product: 'A', yuan: 50 }], { at: new Date('2026-03-01T00:00:00Z') })
    const number = await buy([{ product: 'A', yuan: 50 }])
    await ordered([{ product: 'A', yuan: 50 }], { number })
    expect(await balance()).toBe(50)
  })

  it('8: a partial return takes back what the kept basket would not have earned, and all partial returns together all of it', async () => {
    const number = await buy([{ product: 'A', yuan: 99.9 }, { product: 'B', yuan: 100.2, category: '礼盒', quantity: 2 }])
    await giveBack(number, [{ lineNo: 2, quantity: '1' }])
    expect([await balance(), await balance('growth')]).toEqual([150 + 50, 150])
    await giveBack(number, [{ lineNo: 1, quantity: '1' }])
    expect([await balance(), await balance('growth')]).toEqual([50 + 50, 50])
    await giveBack(number)
    expect([await balance(), await balance('growth')]).toEqual([0, 0])
  })

  it('8: under the version under which it was earned, though the rules have changed since', async () => {
    const number = await buy([{ product: 'A', yuan: 100 }, { product: 'B', yuan: 100 }])
    await publish(test, withRules([{ key: 'ground', name: 'x', currency: 'points', give: { kind: 'rate', points: 5, perMinor: '10000' }, rounding: 'floor' }]))
    await giveBack(number, [{ lineNo: 1, quantity: '1' }])
    expect(await balance()).toBe(100)
    expect((await ordered([{ product: 'A', yuan: 10 }])).statusCode).toBe(200)
    expect(await balance()).toBe(150)
    await publish(test, basic)
  })

  it('8: a return that came before its sale takes back nothing that was never earned', async () => {
    await test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number: 'early-R', kind: 'return', undoes: 'early', at: test.time.now.toISOString(), customer: { customerId: member }, lines: [{ product: 'A', quantity: '-1', amountMinor: '-400000' }] }] })
    await buy([{ product: 'A', yuan: 40 }, { product: 'B', yuan: 30 }], { number: 'early' })
    expect(await balance()).toBe(30)
  })
})

describe('limits', () => {
  it('18: a campaign gives to the last point and not one more, to 64 tills at once; what comes back can be given again', async () => {
    await publish(test, withRules([{ key: 'camp', name: 'camp', currency: 'points', give: { kind: 'fixed', points: 30 }, rounding: 'floor', budget: 'camp' }], [{ key: 'camp', name: 'camp', currency: 'points', bound: '1000' }]))
    const members = await Promise.all(Array.from({ length: 16 }, () => enrol()))
    const numbers = Array.from({ length: 64 }, (_, n) => `C${n}`)
    const answers = await Promise.all(numbers.map((number, n) => ordered([{ product: 'A', yuan: 1 }], { number, customer: members[n % 16] ?? '' })))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(numbers.map(() => 200))
    const points = (await Promise.all(members.map((one) => balance('points', one)))).reduce((sum, one) => sum + one, 0)
    expect([points, await used('camp')]).toEqual([1000, 1000])
    await giveBack('C0'); await giveBack('C1'); await giveBack('C2')
    const now = await used('camp')
    expect(now).toBeLessThan(1000)
    for (let n = 0; n < 5; n += 1) await buy([{ product: 'A', yuan: 1 }])
    expect([await used('camp'), await balance()]).toEqual([1000, 1000 - now])
    const bound = await sql<{ over: boolean }>`select bool_or(used > bound) as over from earning.slice`.execute(test.house.db)
    expect(bound.rows[0]?.over).toBe(false)
    await expect(sql`update earning.slice set used = bound + 1 where budget = 'camp'`.execute(test.house.db)).rejects.toThrow(/slice_check/)
  })

  it('a budget cannot be set below what it gave, which is told as people count that currency', async () => {
    const { newest, parameters } = (await test.ask('GET', '/api/points/policy')).json()
    const saved = await test.ask('PUT', '/api/points/policy', { version: newest, parameters: { ...parameters, miles: { ...parameters.points, name: { zh: '里程', en: 'Miles' }, scale: 2 } } })
    expect(saved.statusCode, saved.body).toBe(200)
    const withBudget = (bound: string): Programme => {
      const given = withRules([{ key: 'trip', name: 'trip', currency: 'miles', give: { kind: 'fixed', points: 3_000 }, rounding: 'floor', budget: 'km' }], [{ key: 'km', name: '春游', currency: 'miles', bound }])
      return { ...given, currencies: { ...given.currencies, miles: { stacking: 'additive' } } }
    }
    const version = await publish(test, withBudget('5000'))
    await buy([{ product: 'A', yuan: 1 }])
    expect([await used('km'), await balance('miles')]).toEqual([3_000, 3_000])
    const lower = (bound: string) => test.ask('POST', '/api/earning/versions', { programme: withBudget(bound), version }, { headers: { 'accept-language': 'en' } })
    expect((await lower('2999')).json()).toMatchObject({ status: 409, code: 'earning.budget_used', detail: 'More than 29.99 of the budget "春游" is used already; it cannot be that low.' })
    expect((await lower('3000')).statusCode).toBe(200)
  })

  it('a member never has more than the rule allows in a day and in all, at however many tills at once; a return makes room again', async () => {
    await publish(test, withRules([{ key: 'lim', name: 'lim', currency: 'points', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor', most: { order: 40, day: 100, customer: 150 } }]))
    const numbers = Array.from({ length: 12 }, (_, n) => `L${n}`)
    await Promise.all(numbers.map((number) => ordered([{ product: 'A', yuan: 60 }], { number })))
    expect(await balance()).toBe(100)
    test.time.now = new Date('2026-03-11T04:00:00Z')
    await buy([{ product: 'A', yuan: 60 }]); await buy([{ product: 'A', yuan: 60 }])
    expect(await balance()).toBe(150)
    const kept = await balance()
    for (const number of numbers) await giveBack(number)
    expect(await balance()).toBe(kept - 100)
    await buy([{ product: 'A', yuan: 60 }])
    expect(await balance()).toBe(kept - 100 + 40)
    test.time.now = new Date('2026-03-10T04:00:00Z')
  })

  it('12: limits and the first order count the union of two merged records', async () => {
    await publish(test, withRules([
      { key: 'cap', name: 'cap', currency: 'points', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor', most: { customer: 100 } },
      { key: 'first', name: 'first', currency: 'growth', give: { kind: 'fixed', points: 7 }, rounding: 'floor', when: { firstOrder: true } }
    ]))
    const [other, fresh] = [await enrol(), await enrol()]
    await buy([{ product: 'A', yuan: 60 }])
    await buy([{ product: 'A', yuan: 30 }], { customer: other })
    expect((await test.ask('POST', `/api/record/${fresh}/merge`, { mergedId: member })).statusCode).toBe(200)
    expect((await test.ask('POST', `/api/record/${fresh}/merge`, { mergedId: other })).statusCode).toBe(200)
    await buy([{ product: 'A', yuan: 60 }], { customer: fresh })
    expect([await balance('points', fresh), await balance('growth', fresh)]).toEqual([100, 14])
  })

  it('the first order is the first once, though two tills record it together', async () => {
    await publish(test, withRules([{ key: 'first', name: 'first', currency: 'points', give: { kind: 'fixed', points: 500 }, rounding: 'floor', when: { firstOrder: true } }]))
    await Promise.all(Array.from({ length: 8 }, (_, n) => ordered([{ product: 'A', yuan: 5 }], { number: `F${n}` })))
    expect(await balance()).toBe(500)
  })

  it('buying, returning and buying again never makes points', async () => {
    await publish(test, withRules([
      { key: 'ground', name: 'x', currency: 'points', give: { kind: 'rate', points: 3, perMinor: '70000' }, rounding: 'ceil' },
      { key: 'first', name: 'first', currency: 'points', give: { kind: 'fixed', points: 500 }, rounding: 'floor', when: { firstOrder: true } }
    ]))
    for (let round = 0; round < 4; round += 1) {
      const number = await buy([{ product: 'A', yuan: 33.3 }, { product: 'B', yuan: 12.1, quantity: 3 }])
      const available = await balance()
      if (available > 0) await test.ask('POST', '/api/points/commands', { orders: [{ customerId: member, currency: 'points', command: { do: 'redeem', amount: String(available), source: 'shop', number: `spent${number}` } }] })
      await giveBack(number, [{ lineNo: 2, quantity: '1' }])
      await giveBack(number)
      expect(await balance()).toBeLessThanOrEqual(0)
    }
  })
})

describe('what is not an order', () => {
  it('an event of the log earns by its kind and what it says, once, up to the limit of the day', async () => {
    await publish(test, withRules([{ key: 'review', name: 'review', currency: 'points', give: { kind: 'event', event: 'surveys.answered', points: 20, asks: [{ field: 'stars', is: 'at_least', value: 4 }] }, rounding: 'floor', most: { day: 40 } }]))
    await followLog(test.house)
    await transact(test.house.pool, (trx) => record(trx, test.house.listeners, [3, 4, 5, 5, 5].map((stars) => ({ customerId: member, kind: 'surveys.answered', actor: 'member', source: 'surveys', body: { stars } })), test.time.now))
    await followLog(test.house)
    await followLog(test.house)
    expect(await balance()).toBe(40)
  })

  it('the lunar birthday doubles its month', async () => {
    await publish(test, withRules([
      { key: 'ground', name: 'x', currency: 'points', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' },
      { key: 'birthday', name: 'birthday', currency: 'points', give: { kind: 'times', permille: 2000 }, rounding: 'floor', when: { birthday: 'month' } }
    ]))
    // The second day of the second lunar month of 2026 is 20 March.
    member = await enrol({ birthday: { calendar: 'lunar', year: 1990, month: 2, day: 2, leap: false } })
    await buy([{ product: 'A', yuan: 10 }])
    expect(await balance()).toBe(20)
  })
})
