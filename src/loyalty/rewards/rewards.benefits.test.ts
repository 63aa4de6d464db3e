import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { anyone, everything, rewardsHouse } from '#test/rewards.ts'

let test: TestHouse
let member = ''
let cup = ''
let n = 0
const at = rewardsHouse(() => test)
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-11-22T04:00:00Z'))
  await at.countNights()
})
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = new Date('2026-11-22T04:00:00Z')
  await sql`update rewards.definition set active = false where kind in ('gift', 'mileage', 'companion')`.execute(test.house.db)
  member = await at.enrol()
  cup = await at.reward({ stock: 'none', options: [] })
})

const sell = async (quantity: number, yuan: number): Promise<string> => {
  const number = `S${++n}`
  await test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: test.time.now.toISOString(), customer: { customerId: member }, lines: [{ product: 'night', quantity: String(quantity), amountMinor: String(yuan * 10_000) }] }] })
  return number
}
const giveBack = async (number: string, quantity: number) => (await test.ask('POST', '/api/returns', { source: 'shop', number, returnNumber: `R${++n}`, lines: [{ lineNo: 1, quantity: String(quantity) }] })).json()
const orders = async () => (await test.ask('GET', `/api/rewards/orders?customer=${member}`)).json().items

describe('a gift with a purchase', () => {
  const gift = () => at.define({ kind: 'gift', parameters: { occasion: { on: 'purchase', fromMinor: '1000000', scope: everything }, rewardId: cup, limit: { count: 1, per: 'month' }, eligibility: anyone } })

  it('comes by itself from an amount on, as often as the limit says', async () => {
    await gift()
    await sell(1, 99)
    expect(await orders()).toEqual([])
    await sell(1, 100)
    await sell(1, 200)
    expect(await orders()).toMatchObject([{ origin: 'gift', points: '0', state: 'placed' }])
  })

  it('is void when its purchase comes back, and the limit is free again; owed when it was handed over', async () => {
    await gift()
    const first = await sell(2, 150)
    expect((await giveBack(first, 1)).effects).toContainEqual(expect.objectContaining({ code: 'rewards.gift_void' }))
    const second = await sell(1, 120)
    const order = (await orders()).find((one: { state: string }) => one.state === 'placed')
    await at.step(order, 'fulfil')
    expect((await giveBack(second, 1)).effects).toContainEqual(expect.objectContaining({ code: 'rewards.gift_owed', detail: expect.objectContaining({ value: '8.00' }) }))
    expect((await test.ask('GET', `/api/rewards/members/${member}`)).json().orders).toMatchObject([{ owed: true, state: 'fulfilled' }])
    expect((await at.step(order, 'cancel', { goodsBack: true })).json()).toMatchObject({ state: 'cancelled', owed: false })
  })

  it('is judged on return by what it asked for when it was given', async () => {
    const parameters = (fromMinor: string) => ({ occasion: { on: 'purchase' as const, fromMinor, scope: everything }, rewardId: cup, limit: null, eligibility: anyone })
    const definitionId = await at.define({ kind: 'gift', parameters: parameters('1000000') })
    const change = async (version: number, fromMinor: string) => {
      const changed = await test.ask('PUT', '/api/rewards/definitions', { definitionId, kind: 'gift', version, title: { zh: '满赠', en: 'Gift' }, active: true, parameters: parameters(fromMinor) })
      expect(changed.statusCode).toBe(200)
    }
    const dear = await sell(3, 300)
    await change(1, '5000000')
    expect((await giveBack(dear, 1)).effects).not.toContainEqual(expect.objectContaining({ code: 'rewards.gift_void' }))
    await change(2, '100000')
    expect((await giveBack(dear, 2)).effects).toContainEqual(expect.objectContaining({ code: 'rewards.gift_void' }))
    expect((await orders()).map(({ state }: { state: string }) => state)).toEqual(['cancelled'])
  })
})

it('a birthday gift is had around the birthday, once', async () => {
  const id = await at.define({ kind: 'gift', parameters: { occasion: { on: 'birthday', beforeDays: 7, afterDays: 7 }, rewardId: cup, limit: null, eligibility: anyone } })
  const ask = () => test.ask('POST', '/api/rewards/gifts', { customerId: member, definitionId: id })
  expect((await ask()).json()).toMatchObject({ code: 'rewards.no_birthday' })
  const { version } = (await test.ask('GET', `/api/record/${member}`)).json()
  await test.ask('PUT', `/api/record/${member}`, { version, birthday: { calendar: 'solar', year: 1990, month: 12, day: 30, leap: false } })
  expect((await ask()).json()).toMatchObject({ code: 'rewards.not_birthday' })
  test.time.now = new Date('2026-12-28T04:00:00Z')
  expect((await ask()).json()).toMatchObject({ origin: 'gift', state: 'placed' })
  test.time.now = new Date('2027-01-05T04:00:00Z')
  expect((await ask()).json()).toMatchObject({ code: 'rewards.limit_reached' })
  test.time.now = new Date('2027-12-30T04:00:00Z')
  expect((await ask()).statusCode).toBe(200)
})

describe('mileage', () => {
  const nights = () => at.define({ kind: 'mileage', title: { zh: '住宿晚数', en: 'Nights' }, parameters: { currency: 'nights', unit: { zh: '晚', en: 'nights' }, scope: everything, unitsEach: 1, levels: [{ at: '5', rewardId: cup }, { at: '10', rewardId: cup }], eligibility: anyone } })

  it('counts by sale and by hand in the ledger, and rewards each level once', async () => {
    const id = await nights()
    await sell(4, 400)
    const counted = (await test.ask('POST', '/api/rewards/miles', { customerId: member, definitionId: id, quantity: 7, number: 'T1' })).json()
    expect([counted.total, counted.orderIds.length, await at.points(member, 'nights')]).toEqual(['11', 2, '11'])
    expect((await test.ask('POST', '/api/rewards/miles', { customerId: member, definitionId: id, quantity: 7, number: 'T1' })).json()).toMatchObject({ total: '11', orderIds: [] })
  })

  it('is taken back with its levels; a level whose reward was collected is owed, and not given again', async () => {
    await nights()
    const first = await sell(6, 600)
    expect((await giveBack(first, 3)).effects.map((one: { code: string }) => one.code)).toContain('rewards.level_void')
    expect((await orders()).map((one: { state: string }) => one.state)).toEqual(['cancelled'])
    const second = await sell(3, 300)
    const open = (await orders()).find((one: { state: string }) => one.state === 'placed')
    await at.step(open, 'fulfil')
    await giveBack(second, 3)
    expect((await test.ask('GET', `/api/rewards/members/${member}`)).json().orders).toMatchObject([{ owed: true }])
    await sell(4, 400)
    expect((await orders()).filter((one: { state: string }) => one.state !== 'cancelled')).toMatchObject([{ owed: false, state: 'fulfilled' }])
    expect(await at.points(member, 'nights')).toBe('7')
  })

  it('needs a currency that is only counted', async () => {
    const parameters = { unit: { zh: '晚', en: 'nights' }, scope: null, unitsEach: 1, levels: [{ at: '5', rewardId: cup }], eligibility: anyone }
    await expect(at.define({ kind: 'mileage', parameters: { ...parameters, currency: 'kilometres' } })).rejects.toThrow('no_currency')
    await expect(at.define({ kind: 'mileage', parameters: { ...parameters, currency: 'points' } })).rejects.toThrow('spendable_miles')
  })
})

it('a companion is entered in the register, within the limit, and can be undone', async () => {
  const id = await at.define({ kind: 'companion', title: { zh: '一人同行免费', en: 'A companion free' }, parameters: { benefit: { zh: '免费入场', en: 'Free entry' }, isNamed: true, limit: { count: 1, per: 'month' }, rewardId: cup, eligibility: anyone } })
  const bring = (name?: string) => test.ask('POST', '/api/rewards/companions', { customerId: member, definitionId: id, ...(name === undefined ? {} : { name }) })
  expect((await bring()).json()).toMatchObject({ code: 'rewards.name_needed' })
  const came = (await bring('周宁')).json()
  expect((await bring('周宁')).json()).toMatchObject({ code: 'rewards.limit_reached' })
  expect(await orders()).toMatchObject([{ origin: 'companion', state: 'placed' }])
  expect((await test.ask('POST', `/api/rewards/companions/${came.companionId}/undo`, { customerId: member })).statusCode).toBe(200)
  expect((await test.ask('POST', `/api/rewards/companions/${came.companionId}/undo`, { customerId: member })).json()).toMatchObject({ code: 'rewards.unknown_companion' })
  expect(await orders()).toMatchObject([{ state: 'cancelled' }])
  expect((await bring('周宁')).statusCode).toBe(200)
  expect((await test.ask('GET', '/api/rewards/companions')).json().items.map((one: { name: string, customerName: string, undone: boolean }) => `${one.name} ${one.customerName} ${one.undone}`).toSorted()).toEqual(['周宁 林晓 false', '周宁 林晓 true'])
})
