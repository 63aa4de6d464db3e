import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { basketFor, termsWith, yuan } from './vouchers.testing.ts'

let test: TestHouse
let member = ''
const start = new Date('2026-03-02T04:00:00Z')
beforeAll(async () => { test = await buildTestHouse(start) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = start
  member = (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
})

const make = async (change: Parameters<typeof termsWith>[0] = {}): Promise<string> => (await test.ask('POST', '/api/vouchers/templates', { terms: termsWith(change) })).json().templateId
const held = async () => (await test.ask('GET', `/api/vouchers?customer=${member}`)).json().items
const later = (days: number): void => { test.time.now = new Date(test.time.now.getTime() + days * 86_400_000) }

/** Two things at 125 each with 20 off, paid and recorded. */
async function bought(number: string, change: Parameters<typeof termsWith>[0] = {}): Promise<string> {
  const templateId = await make(change)
  const { voucherId } = (await test.ask('POST', '/api/vouchers/issues', { templateId, customers: [member] })).json().issued[0]
  expect((await test.ask('POST', '/api/vouchers/redeem', { basket: basketFor(member, number, [['125', 'tea'], ['125', 'cake']]), picks: [{ voucherId }] })).statusCode).toBe(200)
  const lines = ['tea', 'cake'].map((product) => ({ product, quantity: '1', amountMinor: yuan('115') }))
  expect((await test.ask('POST', '/api/orders', { orders: [{ source: 'till', number, at: test.time.now.toISOString(), customer: { customerId: member }, lines }] })).statusCode).toBe(200)
  return voucherId
}
const back = async (number: string, as: string, products?: readonly string[]) => {
  const answer = await test.ask('POST', `/api/orders/till/${number}/returns`, {
    number: as, at: test.time.now.toISOString(), ...(products === undefined ? {} : { lines: products.map((product) => ({ product, quantity: '1', amountMinor: yuan('115') })) })
  })
  expect(answer.statusCode).toBe(200)
}
const journal = async (voucherId: string) => (await test.ask('GET', `/api/vouchers/${member}/${voucherId}`)).json().items.map(({ kind }: { kind: string }) => kind)

describe('a return', () => {
  it('of everything gives the voucher back, once', async () => {
    const voucherId = await bought('A1')
    await back('A1', 'R1')
    expect(await held()).toMatchObject([{ state: 'usable', validTo: '2026-03-31' }])
    expect(await journal(voucherId)).toEqual(['issue', 'redeem', 'give_back'])
    const list = (await test.ask('GET', '/api/vouchers/templates')).json()
    expect(list.items.find(({ figures }: { figures: { issued: number } }) => figures.issued === 1).figures).toMatchObject({ redeemed: 0, usable: 1, orders: 0, discountMinor: '0' })
  })

  it('of everything in two parts gives it back with the last', async () => {
    const voucherId = await bought('A2', { minSpend: '100' })
    await back('A2', 'R2a', ['tea'])
    expect(await held()).toMatchObject([{ state: 'redeemed' }])
    await back('A2', 'R2b', ['cake'])
    expect(await held()).toMatchObject([{ state: 'usable' }])
    expect(await journal(voucherId)).toEqual(['issue', 'redeem', 'give_back'])
  })

  it('of a part that leaves too little gives it back, and says what is owed for the goods that are kept', async () => {
    const voucherId = await bought('A3')
    await back('A3', 'R3', ['tea'])
    expect(await held()).toMatchObject([{ state: 'usable' }])
    expect(JSON.stringify((await test.ask('GET', `/api/returns?customer=${member}`)).json())).toContain(`"dueMinor":"${yuan('10')}"`)
    await back('A3', 'R3b', ['cake'])
    expect(await journal(voucherId)).toEqual(['issue', 'redeem', 'give_back'])
  })

  it('after its last day gives days of grace, or none', async () => {
    const withGrace = await bought('A4', { life: { kind: 'days', startsIn: 0, days: 3 }, graceDays: 5 })
    const without = await bought('A5', { life: { kind: 'days', startsIn: 0, days: 3 }, graceDays: 0 })
    later(10)
    await back('A4', 'R4')
    await back('A5', 'R5')
    const list: readonly { voucherId: string, state: string, validTo: string }[] = await held()
    expect(list.find((one) => one.voucherId === withGrace)).toMatchObject({ state: 'usable', validTo: '2026-03-17' })
    expect(list.find((one) => one.voucherId === without)).toMatchObject({ state: 'expired' })
    later(6)
    expect((await held()).map(({ state }: { state: string }) => state)).toEqual(['expired', 'expired'])
  })

  it('gives what was used in parts back to the voucher', async () => {
    const voucherId = await bought('A6', { worth: { kind: 'amount', amountMinor: yuan('300'), partial: true }, minSpend: null })
    expect(await held()).toMatchObject([{ leftMinor: yuan('50') }])
    await back('A6', 'R6')
    expect(await held()).toMatchObject([{ voucherId, leftMinor: yuan('300') }])
  })
})
