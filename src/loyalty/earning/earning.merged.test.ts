/** A return finds the points of its sale wherever a merge has led them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { basic, publish } from '#test/programme.ts'

let test: TestHouse
let [survivor, merged] = ['', '']
let receipt = 0
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-03-10T04:00:00Z'))
  await publish(test, basic)
})
afterAll(() => test.close())
const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
beforeEach(async () => { [survivor, merged] = [await enrol(), await enrol()] })

const merge = async (): Promise<void> => { expect((await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })).statusCode).toBe(200) }
const line = { product: 'A', quantity: '1', amountMinor: '1000000' }
async function buy(customerId: string): Promise<string> {
  const number = `M${++receipt}`
  const answer = await test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: test.time.now.toISOString(), customer: { customerId }, lines: [line] }] })
  expect(answer.statusCode, answer.body).toBe(200)
  return number
}
const giveBack = async (number: string, source = 'shop') => (await test.ask('POST', '/api/returns', { source, number })).json()
const balance = async (): Promise<string> => (await test.ask('GET', `/api/points/wallets?customer=${survivor}`)).json().items.find((one: { currency: string }) => one.currency === 'points')?.balance.available ?? '0'

describe('12: a sale of a merged record', () => {
  it('of before the merge is taken back from the survivor', async () => {
    const number = await buy(merged)
    await merge()
    await giveBack(number)
    expect(await balance()).toBe('0')
  })

  it('of after the merge is taken back too: once, and whole', async () => {
    await merge()
    const [own, other] = [await buy(survivor), await buy(merged)]
    expect(await balance()).toBe('200')
    expect((await giveBack(other)).effects).toContainEqual(expect.objectContaining({ code: 'earning.reversed', detail: expect.objectContaining({ amount: '100', currency: 'points' }) }))
    expect(await balance()).toBe('100')
    await giveBack(own)
    expect(await balance()).toBe('0')
  })

  it('at a till says what it earned', async () => {
    await merge()
    const sold = (await test.ask('POST', '/api/tills/sales', { receipt: `T${++receipt}`, store: 'HB', till: 'T1', at: test.time.now.toISOString(), customerId: merged, lines: [line] })).json().sold
    expect(sold.earned).toContainEqual({ currency: 'points', amount: '100' })
    expect(await balance()).toBe('100')
  })
})
