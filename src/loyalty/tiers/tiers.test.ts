import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { readTiers } from './tiers.ts'

let test: TestHouse
let member = ''
let count = 0
beforeAll(async () => { test = await buildTestHouse(new Date('2026-01-31T04:00:00Z')) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = new Date('2026-01-31T04:00:00Z')
  member = (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
})

const buy = async (yuan: number, at = test.time.now): Promise<string> => {
  const number = `T${count += 1}`
  const { statusCode } = await test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: at.toISOString(), customer: { customerId: member }, lines: [{ product: 'tea', quantity: '1', amountMinor: String(yuan * 10_000) }] }] })
  expect(statusCode).toBe(200)
  return number
}
const tier = async (at = test.time.now) => (await readTiers(test.house.db, [member], at)).get(member)

describe('hard cases', () => {
  it('10: begins at the foot, rises with the first order, and to gold by what was bought', async () => {
    expect(await tier()).toMatchObject({ tier: 'prospect', rank: 0 })
    await buy(100)
    expect(await tier()).toMatchObject({ tier: 'prospect' })
    test.time.now = new Date(test.time.now.getTime() + 60_000)
    expect(await tier()).toMatchObject({ tier: 'member', rank: 1 })
    await buy(1900)
    test.time.now = new Date(test.time.now.getTime() + 60_000)
    expect(await tier()).toMatchObject({ tier: 'gold', rank: 2, ratePermille: 1500, since: '2026-01-31', until: '2027-01-30' })
  })
})
