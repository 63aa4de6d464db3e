import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import type { Programme } from './earning.schema.ts'
import { basic, publish } from '#test/programme.ts'

let test: TestHouse
let member = ''
let receipt = 0
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-03-10T04:00:00Z'))
  await rules(basic)
})
afterAll(() => test.close())
beforeEach(async () => { member = (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId })

const rules = (programme: Programme) => publish(test, programme)
interface Line { readonly product: string, readonly yuan: number, readonly category?: string, readonly quantity?: number }
async function buy(lines: readonly Line[], { at = test.time.now, customer = member, number = `N${++receipt}` } = {}): Promise<string> {
  const answer = await test.ask('POST', '/api/orders', { orders: [{
    source: 'shop', number, at: at.toISOString(), customer: { customerId: customer },
    lines: lines.map(({ product, yuan, category, quantity = 1 }) => ({ product, category: category ?? null, quantity: String(quantity), amountMinor: String(Math.round(yuan * 10_000)) }))
  }] })
  expect(answer.statusCode, answer.body).toBe(200)
  return number
}
const giveBack = async (number: string, lines?: readonly { readonly lineNo: number, readonly quantity: string }[]) =>
  (await test.ask('POST', '/api/returns', { source: 'shop', number, ...(lines === undefined ? {} : { lines }) })).json()
const balance = async (currency = 'points', customer = member): Promise<number> =>
  Number((await test.ask('GET', `/api/points/wallets?customer=${customer}`)).json().items.find((one: { currency: string }) => one.currency === currency)?.balance.available ?? 0)

describe('an order that is recorded', () => {
  it('earns in the same breath, in every currency of the programme', async () => {
    await buy([{ product: 'A', yuan: 99.9 }, { product: 'B', yuan: 100.2, category: '礼盒' }])
    expect([await balance(), await balance('growth')]).toEqual([200 + 100, 200])
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
})
