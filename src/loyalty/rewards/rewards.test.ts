import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { anyone, rewardsHouse } from '#test/rewards.ts'

let test: TestHouse
let member = ''
const at = rewardsHouse(() => test)
beforeAll(async () => { test = await buildTestHouse(new Date('2026-11-22T04:00:00Z')) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = new Date('2026-11-22T04:00:00Z')
  member = await at.enrol()
  await at.earn(member, '1000')
})

describe('an order of a reward', () => {
  it('takes points and stock, becomes ready and is handed over', async () => {
    const reward = await at.reward()
    await at.stock(reward, 5)
    const placed = (await at.order(member, reward, { quantity: 2 })).json()
    expect(placed).toMatchObject({ state: 'placed', points: '200', quantity: 2, customerName: '林晓', title: { zh: '便携茶杯', en: 'Travel cup' } })
    expect([await at.points(member), await at.remaining(reward)]).toEqual(['800', 3])
    expect((await test.ask('GET', `/api/rewards/orders?open=true&code=${placed.code}`)).json().items).toMatchObject([{ orderId: placed.orderId }])
    expect((await at.step(placed, 'ready')).json()).toMatchObject({ state: 'ready' })
    expect((await at.step(placed, 'fulfil')).json()).toMatchObject({ state: 'fulfilled' })
    expect((await at.step(placed, 'ready')).json()).toMatchObject({ code: 'rewards.wrong_state' })
    expect((await test.ask('GET', `/api/events?customer=${member}&group=points`)).json().items.map((one: { kind: string }) => one.kind).toSorted())
      .toEqual(['points.earned', 'points.redeemed', 'rewards.fulfilled', 'rewards.ordered', 'rewards.ready'])
  })

  it('gives everything back when it is cancelled: points, stock and the limit', async () => {
    const reward = await at.reward({ limit: { count: 1, per: 'month' } })
    await at.stock(reward, 1)
    const placed = (await at.order(member, reward)).json()
    expect((await at.order(member, reward)).json()).toMatchObject({ code: 'rewards.limit_reached' })
    expect((await at.step(placed, 'cancel', { note: '拿错了' })).json()).toMatchObject({ state: 'cancelled', note: '拿错了' })
    expect([await at.points(member), await at.remaining(reward), await at.isStockTrue(reward)]).toEqual(['1000', 1, true])
    expect((await at.step(placed, 'cancel')).json()).toMatchObject({ code: 'rewards.wrong_state' })
    expect((await at.order(member, reward)).statusCode).toBe(200)
  })

  it('takes back what was handed over only with the goods', async () => {
    const reward = await at.reward({ handover: 'at_once' })
    await at.stock(reward, 1)
    const placed = (await at.order(member, reward)).json()
    expect(placed.state).toBe('fulfilled')
    expect((await at.step(placed, 'cancel')).json()).toMatchObject({ code: 'rewards.goods_out' })
    expect((await at.step(placed, 'cancel', { goodsBack: true })).json()).toMatchObject({ state: 'cancelled' })
    expect([await at.points(member), await at.remaining(reward)]).toEqual(['1000', 1])
  })

  it('with money is handed over when the money was paid', async () => {
    const reward = await at.reward({ stock: 'none', options: [{ currency: 'points', points: '500', moneyMinor: '0' }, { currency: 'points', points: '200', moneyMinor: '290000' }] })
    const placed = (await at.order(member, reward, { option: 1 })).json()
    expect(placed).toMatchObject({ points: '200', moneyMinor: '290000' })
    expect((await at.step(placed, 'fulfil')).json()).toMatchObject({ code: 'rewards.money_open' })
    expect((await at.step(placed, 'fulfil', { moneyMinor: '290000' })).json()).toMatchObject({ state: 'fulfilled' })
  })

  it('changes nothing when something is lacking, and says what', async () => {
    const reward = await at.reward({ options: [{ currency: 'points', points: '2000', moneyMinor: '0' }], limit: { count: 1, per: 'ever' } })
    expect((await at.order(member, reward)).json()).toMatchObject({ code: 'points.insufficient' })
    const cheap = await at.reward({ limit: { count: 5, per: 'ever' } })
    await at.stock(cheap, 2)
    expect((await at.order(member, cheap, { quantity: 3 })).json()).toMatchObject({ code: 'rewards.out_of_stock', values: { remaining: 2 } })
    expect((await at.order(member, cheap, { option: 4 })).json()).toMatchObject({ code: 'rewards.no_option' })
    expect([await at.points(member), await at.remaining(cheap)]).toEqual(['1000', 2])
    const { rows } = await sql`select used from rewards.use where customer_id = ${member}::uuid`.execute(test.house.db)
    expect(rows).toEqual([])
  })

  it('is one for one receipt, and one for one key', async () => {
    const reward = await at.reward({ stock: 'none' })
    const first = await test.ask('POST', '/api/rewards/orders', { customerId: member, rewardId: reward, option: 0, receipt: `S1 R1 ${member}` }, { headers: { 'idempotency-key': `rewards-${member}` } })
    const again = await test.ask('POST', '/api/rewards/orders', { customerId: member, rewardId: reward, option: 0, receipt: `S1 R1 ${member}` }, { headers: { 'idempotency-key': `rewards-${member}` } })
    expect(again.json()).toEqual(first.json())
    expect((await at.order(member, reward, { receipt: `S1 R1 ${member}` })).json()).toMatchObject({ code: 'rewards.already_ordered' })
    expect(await at.points(member)).toBe('900')
  })
})

it('a voucher reward hands out its voucher at once, and cancelling voids it', async () => {
  const terms = {
    nameZh: '十元券', nameEn: 'Ten off', worth: { kind: 'amount', amountMinor: '100000', partial: false }, life: { kind: 'days', startsIn: 0, days: 30 }, limits: { perCustomer: null, total: null }, sharedCode: null, graceDays: 0,
    conditions: { minSpendMinor: null, products: [], notProducts: [], categories: [], notCategories: [], stores: [], channels: [], weekdays: [], hours: null, tiers: [], firstOrder: false }, stacking: { withOthers: true, withPoints: true, perOrder: 1 }
  }
  const template = await test.ask('POST', '/api/vouchers/templates', { terms })
  expect(template.statusCode).toBe(200)
  const reward = await at.reward({ form: 'voucher', stock: 'none', voucherId: template.json().templateId })
  const placed = (await at.order(member, reward)).json()
  expect(placed.state).toBe('fulfilled')
  const vouchers = async (): Promise<readonly { state: string }[]> => (await test.ask('GET', `/api/vouchers?customer=${member}`)).json().items
  expect(await vouchers()).toMatchObject([{ state: 'usable' }])
  await at.step(placed, 'cancel', { goodsBack: true })
  expect([await at.points(member), (await vouchers()).filter(({ state }) => state === 'usable').length]).toEqual(['1000', 0])
})

describe('who may', () => {
  it('asks for traits, own fields, days and new members', async () => {
    const refusals = await Promise.all([
      at.reward({ stock: 'none', eligibility: { ...anyone, traits: [{ key: 'tiers.tier', values: ['gold'] }] } }), at.reward({ stock: 'none', eligibility: { ...anyone, from: '2026-12-01' } }),
      at.reward({ stock: 'none', eligibility: { ...anyone, to: '2026-11-21' } }), at.reward({ stock: 'none', eligibility: { ...anyone, newWithinDays: 30 } })
    ])
    const answers = await Promise.all(refusals.map((reward) => at.order(member, reward)))
    expect(answers.map((answer) => (answer.statusCode === 200 ? 'ordered' : answer.json().code))).toEqual(['rewards.not_entitled', 'rewards.not_yet', 'rewards.over', 'ordered'])
    await sql`insert into record.trait (customer_id, key, value, source, at) values (${member}::uuid, 'tiers.tier', '"gold"', 'test', now())`.execute(test.house.db)
    expect((await at.order(member, refusals[0] ?? '')).statusCode).toBe(200)
    test.time.now = new Date('2027-01-22T04:00:00Z')
    expect((await at.order(member, refusals[3] ?? '')).json()).toMatchObject({ code: 'rewards.not_new' })
  })
})

describe('the last one', () => {
  it('goes to one of 64 who ask at once, whoever they are', { timeout: 240_000 }, async () => {
    const reward = await at.reward()
    await at.stock(reward, 3)
    const members = await Promise.all(Array.from({ length: 64 }, at.enrol))
    await Promise.all(members.map((one) => at.earn(one, '100')))
    const answers = await Promise.all(members.map((one) => at.order(one, reward)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3)
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(61)
    expect([await at.remaining(reward), await at.isStockTrue(reward)]).toEqual([0, true])
    const left = await Promise.all(members.map((one) => at.points(one)))
    expect(left.filter((one) => one === '0')).toHaveLength(3)
  })

  it('cannot be less than none: the database refuses', async () => {
    const reward = await at.reward()
    await at.stock(reward, 1)
    await expect(sql`update rewards.stock set remaining = remaining - 2 where reward_id = ${reward}::uuid`.execute(test.house.db)).rejects.toThrow('stock_remaining_check')
    expect((await at.stock(reward, -2)).json()).toMatchObject({ code: 'rewards.below_zero' })
  })

  it('of a limit goes to one of 32 requests of one member', { timeout: 240_000 }, async () => {
    const reward = await at.reward({ stock: 'none', limit: { count: 2, per: 'day' } })
    await at.earn(member, '10000')
    const answers = await Promise.all(Array.from({ length: 32 }, () => at.order(member, reward)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(2)
    test.time.now = new Date('2026-11-22T16:00:00Z')
    expect((await at.order(member, reward)).statusCode).toBe(200)
  })
})

it('keeps versions apart, and two editors never overwrite each other', async () => {
  const reward = await at.reward({ stock: 'none' })
  const placed = (await at.order(member, reward)).json()
  const dearer = { definitionId: reward, kind: 'reward', version: 1, title: { zh: '大茶杯', en: 'Large cup' }, active: true, parameters: { form: 'gift', options: [{ currency: 'points', points: '300', moneyMinor: '0' }], stock: 'none', valueMinor: '0', limit: null, handover: 'pick_up', voucherId: null, eligibility: anyone } }
  expect((await test.ask('PUT', '/api/rewards/definitions', dearer)).json()).toMatchObject({ version: 2 })
  expect((await test.ask('PUT', '/api/rewards/definitions', dearer)).json()).toMatchObject({ code: 'rewards.changed_meanwhile' })
  expect((await test.ask('GET', `/api/rewards/orders?customer=${member}`)).json().items).toMatchObject([{ orderId: placed.orderId, version: 1, title: { en: 'Travel cup' }, points: '100' }])
  expect((await test.ask('GET', `/api/rewards/definitions/${reward}`)).json().items.map((one: { version: number }) => one.version)).toEqual([2, 1])
  await test.ask('PUT', '/api/rewards/definitions', { ...dearer, version: 2, active: false })
  expect((await at.order(member, reward)).json()).toMatchObject({ code: 'rewards.ended' })
  expect((await at.step(placed, 'cancel')).json()).toMatchObject({ state: 'cancelled' })
  expect((await test.askAs(['rewards.read'], 'POST', '/api/rewards/orders', { customerId: member, rewardId: reward, option: 0 })).statusCode).toBe(403)
})
