import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { anyone, everything, rewardsHouse } from '#test/rewards.ts'
import type { NewDefinition } from './rewards.schema.ts'

let test: TestHouse
let member = ''
let cup = ''
let n = 0
const at = rewardsHouse(() => test)
beforeAll(async () => { test = await buildTestHouse(new Date('2026-11-22T04:00:00Z')) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = new Date('2026-11-22T04:00:00Z')
  await sql`update rewards.definition set active = false where kind = 'stamp_card'`.execute(test.house.db)
  member = await at.enrol()
  cup = await at.reward({ stock: 'none', options: [] })
})

type CardParameters = Extract<NewDefinition, { kind: 'stamp_card' }>['parameters']
const card = (change: Partial<CardParameters> = {}) => at.define({ kind: 'stamp_card', title: { zh: '住十送一', en: 'Stay ten, get one' }, parameters: {
  gives: { by: 'quantity', each: 1 }, scope: everything, dayCap: null, size: 10, rewardId: cup, ttlDays: null, afterFull: 'on', eligibility: anyone, ...change } })
const sell = async (quantity: number, customerId = member): Promise<string> => {
  const number = `S${++n}`
  const sold = await test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: test.time.now.toISOString(), customer: { customerId }, lines: [{ product: 'night', quantity: String(quantity), amountMinor: String(quantity * 1_000_000) }] }] })
  if (sold.statusCode !== 200) throw new Error(sold.body)
  return number
}
const giveBack = async (number: string, quantity: number) => test.ask('POST', '/api/returns', { source: 'shop', number, returnNumber: `R${++n}`, lines: [{ lineNo: 1, quantity: String(quantity) }] })
const look = async (customerId = member) => (await test.ask('GET', `/api/rewards/members/${customerId}`)).json()
const shown = async () => { const { cards: [one], orders } = await look(); return [one?.has, one?.owed, one?.filled, orders.length] }

describe('a stamp card', () => {
  it('is stamped in the breath of the sale; the full card gives its reward', async () => {
    await card()
    await sell(6)
    expect(await shown()).toEqual([6, 0, 0, 0])
    await sell(5)
    expect(await shown()).toEqual([1, 0, 1, 1])
    expect((await look()).orders).toMatchObject([{ origin: 'stamps', points: '0', state: 'placed' }])
    const told = (await test.ask('GET', `/api/events?customer=${member}&group=points`)).json().items.map((one: { kind: string }) => one.kind).filter((kind: string) => kind.startsWith('rewards.'))
    expect(told.toSorted()).toEqual(['rewards.card_filled', 'rewards.granted', 'rewards.stamped', 'rewards.stamped'])
  })

  it('gives nothing for the same order told again, nor to somebody unknown', async () => {
    await card()
    const order = { source: 'shop', number: `S${++n}`, at: test.time.now.toISOString(), customer: { customerId: member }, lines: [{ product: 'night', quantity: '3', amountMinor: '3000000' }] }
    await test.ask('POST', '/api/orders', { orders: [order] })
    await test.ask('POST', '/api/orders', { orders: [order] })
    await test.ask('POST', '/api/orders', { orders: [{ ...order, number: `S${++n}`, customer: null }] })
    expect(await shown()).toEqual([3, 0, 0, 0])
  })

  it('holds to the cap of a day and to who may', async () => {
    await card({ dayCap: 2 })
    await sell(3)
    await sell(3)
    expect(await shown()).toEqual([2, 0, 0, 0])
    test.time.now = new Date('2026-11-22T16:00:00Z')
    await sell(3)
    expect(await shown()).toEqual([4, 0, 0, 0])
    const stranger = await at.enrol()
    await card({ eligibility: { ...anyone, traits: [{ key: 'tiers.tier', values: ['gold'] }] } })
    await sell(3, stranger)
    expect((await look(stranger)).cards.map((one: { has: number }) => one.has)).toEqual([2])
  })

  it('ends its stamps after their days', async () => {
    await card({ ttlDays: 30 })
    await sell(9)
    expect((await look()).cards).toMatchObject([{ has: 9, endsOn: '2026-12-22', ending: 9 }])
    test.time.now = new Date('2026-12-23T04:00:00Z')
    expect(await shown()).toEqual([0, 0, 0, 0])
    await sell(1)
    expect(await shown()).toEqual([1, 0, 0, 0])
  })
})

describe('a return', () => {
  it('takes stamps back, and voids the reward that was not collected', async () => {
    await card()
    await sell(6)
    const last = await sell(5)
    const answer = (await giveBack(last, 5)).json()
    expect(answer.effects).toMatchObject([{ capability: 'rewards', code: 'rewards.stamps_taken_back', detail: { count: '5', cards: '1', owed: '0' } }])
    expect(await shown()).toEqual([6, 0, 0, 0])
  })

  it('of a part keeps what the rest still gives, and the card that is still full', async () => {
    await card()
    await sell(6)
    const last = await sell(5)
    await giveBack(last, 1)
    expect(await shown()).toEqual([0, 0, 1, 1])
    await giveBack(last, 1)
    expect(await shown()).toEqual([9, 0, 0, 0])
  })

  it('after the reward was collected leaves a debt that the next stamps pay', async () => {
    await card()
    const first = await sell(10)
    const [order] = (await look()).orders
    await at.step(order, 'fulfil')
    await giveBack(first, 10)
    expect(await shown()).toEqual([0, 10, 1, 0])
    await sell(4)
    expect(await shown()).toEqual([0, 6, 1, 0])
    await sell(7)
    expect(await shown()).toEqual([1, 0, 1, 0])
  })

  it('goes by the rule under which the stamps were given', async () => {
    const cardId = await card()
    const first = await sell(4)
    await test.ask('PUT', '/api/rewards/definitions', { definitionId: cardId, kind: 'stamp_card', version: 1, active: true, title: { zh: '住十送一', en: 'Stay ten' }, parameters: {
      gives: { by: 'quantity', each: 4 }, scope: everything, dayCap: null, size: 10, rewardId: cup, ttlDays: null, afterFull: 'on', eligibility: anyone } })
    await giveBack(first, 1)
    expect(await shown()).toEqual([3, 0, 0, 0])
  })

  it('that is previewed leaves nothing', async () => {
    await card()
    const first = await sell(4)
    await test.ask('POST', '/api/returns/preview', { source: 'shop', number: first, returnNumber: 'R-preview', lines: [{ lineNo: 1, quantity: '4' }] })
    expect(await shown()).toEqual([4, 0, 0, 0])
  })
})

it('a clerk who cancels the reward puts the stamps back on the card; the next stamp fills it anew', async () => {
  await card()
  await sell(10)
  const [order] = (await look()).orders
  await at.step(order, 'cancel')
  expect(await shown()).toEqual([10, 0, 0, 0])
  await sell(1)
  expect(await shown()).toEqual([1, 0, 1, 1])
})

it('waits for stock where there is none, and takes it when it comes', async () => {
  const rare = await at.reward({ options: [] })
  await card({ rewardId: rare })
  await sell(10)
  const [order] = (await look()).orders
  expect(order.state).toBe('waiting')
  expect((await at.step(order, 'ready')).json()).toMatchObject({ code: 'rewards.out_of_stock' })
  await at.stock(rare, 1)
  expect((await at.step(order, 'fulfil')).json()).toMatchObject({ state: 'fulfilled' })
  expect([await at.remaining(rare), await at.isStockTrue(rare)]).toEqual([0, true])
})

it('40 sales at once fill 4 cards and give 4 rewards, whatever their order', { timeout: 240_000 }, async () => {
  await card()
  await Promise.all(Array.from({ length: 40 }, () => sell(1)))
  expect(await shown()).toEqual([0, 0, 4, 4])
  const { rows } = await sql<{ key: string }>`select origin_key as key from rewards.order where customer_id = ${member}::uuid`.execute(test.house.db)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(4)
})
