/** Two records that are one person: limits, levels, cards, credits and orders are theirs together, and each record's again when they are parted. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { anyone, everything, rewardsHouse } from '#test/rewards.ts'

let test: TestHouse
let [survivor, merged] = ['', '']
let n = 0
const at = rewardsHouse(() => test)
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-11-22T04:00:00Z'))
  await at.countNights()
})
afterAll(() => test.close())
beforeEach(async () => {
  [survivor, merged] = [await at.enrol(), await at.enrol()]
  for (const one of [survivor, merged]) await at.earn(one, '10000')
})

const merge = async (): Promise<string> => (await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })).json().mergeId
const part = async (mergeId: string): Promise<void> => { expect((await test.ask('POST', `/api/record/merges/${mergeId}/undo`, {})).statusCode).toBe(200) }
const look = async (customerId = survivor) => (await test.ask('GET', `/api/rewards/members/${customerId}`)).json()
const sell = (customerId: string, quantity: number) => test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number: `S${++n}`, at: test.time.now.toISOString(), customer: { customerId }, lines: [{ product: 'night', quantity: String(quantity), amountMinor: '1000000' }] }] })

describe('12: after a merge', () => {
  it('a limit counts what either record used, whoever asks and however many at once; parted, each has its own again', { timeout: 120_000 }, async () => {
    const reward = await at.reward({ stock: 'none', limit: { count: 3, per: 'ever' } })
    const first = (await at.order(merged, reward)).json()
    await at.order(merged, reward)
    const mergeId = await merge()
    expect((await look()).choices.find((one: { rewardId: string }) => one.rewardId === reward).because).toBeNull()
    const answers = await Promise.all(Array.from({ length: 12 }, (_, place) => at.order(place % 2 === 0 ? survivor : merged, reward)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ statusCode }) => statusCode !== 200).map((one) => one.json().code))).toEqual(new Set(['rewards.limit_reached']))
    expect((await look()).choices.find((one: { rewardId: string }) => one.rewardId === reward).because).toBe('limit')
    expect((await at.step(first, 'cancel')).json()).toMatchObject({ state: 'cancelled' })
    expect((await at.order(survivor, reward)).statusCode).toBe(200)
    expect((await at.order(survivor, reward)).json()).toMatchObject({ code: 'rewards.limit_reached' })
    await part(mergeId)
    expect((await at.order(survivor, reward)).statusCode).toBe(200)
  })

  it('a level that the merged record had is not given again, nor the same trip counted twice', async () => {
    const cup = await at.reward({ stock: 'none', options: [] })
    const id = await at.define({ kind: 'mileage', title: { zh: '住宿晚数', en: 'Nights' }, parameters: { currency: 'nights', unit: { zh: '晚', en: 'nights' }, scope: null, unitsEach: 1, levels: [{ at: '5', rewardId: cup }, { at: '10', rewardId: cup }], eligibility: anyone } })
    const count = async (customerId: string, quantity: number, number: string) => (await test.ask('POST', '/api/rewards/miles', { customerId, definitionId: id, quantity, number })).json()
    expect((await count(merged, 6, 'T1')).orderIds).toHaveLength(1)
    await merge()
    expect(await count(survivor, 6, 'T1')).toMatchObject({ total: '6', orderIds: [] })
    expect(await count(survivor, 1, 'T2')).toMatchObject({ total: '7', orderIds: [] })
    expect((await count(merged, 3, 'T3'))).toMatchObject({ total: '10', orderIds: [expect.any(String)] })
  })

  it('the survivor sees the orders, stamps and credit of both, and uses them', async () => {
    const cup = await at.reward({ stock: 'none', options: [] })
    const reward = await at.reward({ stock: 'none' })
    const card = await at.define({ kind: 'stamp_card', title: { zh: '住十送一', en: 'Stay ten, get one' }, parameters: { gives: { by: 'quantity', each: 1 }, scope: everything, dayCap: 5, size: 10, rewardId: cup, ttlDays: null, afterFull: 'on', eligibility: anyone } })
    const tradeIn = await at.define({ kind: 'trade_in', title: { zh: '旧杯换新', en: 'Old cups' }, parameters: { grades: [{ grade: { zh: '完好', en: 'Whole' }, creditMinor: '300000' }], scope: everything, ttlDays: null, eligibility: anyone } })
    const placed = (await at.order(merged, reward)).json()
    await sell(merged, 4)
    expect((await test.ask('POST', '/api/rewards/tradeins', { customerId: merged, definitionId: tradeIn, serial: `X${++n}`, item: '旧杯', grade: 0 })).statusCode).toBe(200)
    const mergeId = await merge()
    const seen = await look()
    expect(seen.orders).toMatchObject([{ orderId: placed.orderId, customerId: merged }])
    const has = async (customerId = survivor): Promise<readonly number[]> => (await look(customerId)).cards.filter((one: { definitionId: string }) => one.definitionId === card).map((one: { has: number }) => one.has)
    expect(await has()).toEqual([4])
    // Five a day, of both together.
    await sell(survivor, 3)
    expect(new Set(await has())).toEqual(new Set([1, 4]))
    // What is at the counter under the one is handed over to the other.
    expect((await at.step({ orderId: placed.orderId, customerId: survivor }, 'fulfil')).json()).toMatchObject({ state: 'fulfilled', customerId: merged })
    const quoted = (await test.ask('POST', '/api/tills/quote', { customerId: survivor, lines: [{ product: 'cup', quantity: '1', amountMinor: '1000000' }] })).json()
    expect(quoted.payMinor).toBe('700000')
    const sold = (await test.ask('POST', '/api/tills/sales', { receipt: `C${++n}`, store: 'HB', till: 'T1', at: test.time.now.toISOString(), customerId: survivor, lines: [{ product: 'cup', quantity: '1', amountMinor: '1000000' }] })).json().sold
    expect(sold.payMinor).toBe('700000')
    const again = (await test.ask('POST', '/api/tills/quote', { customerId: merged, lines: [{ product: 'cup', quantity: '1', amountMinor: '1000000' }] })).json()
    expect(again.payMinor).toBe('1000000')
    await part(mergeId)
    expect([await has(), await has(merged)]).toEqual([[1], [4]])
    expect((await look()).orders).toEqual([])
  })
})
