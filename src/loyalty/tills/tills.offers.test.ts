import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { anyone, rewardsHouse } from '#test/rewards.ts'
import { termsWith } from '../vouchers/vouchers.testing.ts'

let test: TestHouse
let member = ''
let voucher = ''
let count = 0
const house = rewardsHouse(() => test)
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-11-22T04:00:00Z'))
  await house.define({ kind: 'offer', title: { zh: '茶叶买二送一', en: 'Tea: buy two, get one' }, parameters: { shape: { is: 'buy_get', buy: 2, get: 1 }, scope: { products: ['TEA'], categories: [] }, rank: 0, groups: null, limit: { count: 2, per: 'day' }, eligibility: anyone } })
  await house.define({ kind: 'offer', title: { zh: '瓜子第二件半价', en: 'Seeds: second at half price' }, parameters: { shape: { is: 'nth', nth: 2, permille: 500 }, scope: { products: ['SEEDS'], categories: [] }, rank: 0, groups: null, limit: null, eligibility: anyone } })
})
afterAll(() => test.close())
beforeEach(async () => {
  count += 1
  member = await house.enrol()
  await house.earn(member, '1234')
  const { templateId } = (await test.ask('POST', '/api/vouchers/templates', { terms: termsWith({ minSpend: '100' }) })).json()
  voucher = (await test.ask('POST', '/api/vouchers/issues', { templateId, customers: [member] })).json().issued[0].voucherId
})

type Body = Record<string, unknown>
interface Part { readonly detail: Readonly<Record<string, string>>, readonly code: string }
const tea = (quantity: number): Body => ({ product: 'TEA', name: '龙井 50g', quantity: String(quantity), amountMinor: String(400_000 * quantity) })
const cup = { product: 'CUP', name: '盖碗', quantity: '1', amountMinor: '500000' }
const at = (): string => test.time.now.toISOString()
const post = async (url: string, body: Body) => (await test.ask('POST', `/api/tills/${url}`, body)).json()
const quote = (more: Body = {}) => post('quote', { customerId: member, lines: [tea(3), cup], ...more })
const sell = (receipt: string, more: Body = {}) => post('sales', { receipt: `${receipt}-${count}`, store: 'HB', at: at(), customerId: member, lines: [tea(3), cup], vouchers: [voucher], points: '1000', ...more })
const back = (receipt: string, returnReceipt: string, more: Body = {}) => post('returns', { store: 'HB', receipt: `${receipt}-${count}`, returnReceipt: `${returnReceipt}-${count}`, at: at(), ...more })
const bookings = async (): Promise<readonly { readonly dueMinor: string, readonly moneyMinor: string }[]> => (await test.ask('GET', `/api/returns?customer=${member}`)).json().items
const sum = (amounts: readonly string[]): number => amounts.reduce((all, one) => all + Number(one), 0)
const given = async (number: string) => (await sql<{ amount: string, kept: string }>`select amount_minor::text as amount, kept_minor::text as kept from rewards.given where number = ${number} and customer_id = ${member}::uuid`.execute(test.house.db)).rows

describe('offers at the till', () => {
  it('come first, line by line with the reason; vouchers and points on what they leave; what is missing for more is said', async () => {
    const all = await quote({ lines: [tea(4), cup], vouchers: [voucher], points: '1000' })
    expect(all).toMatchObject({
      grossMinor: '2100000', payMinor: '1400000',
      reductions: [{ kind: 'offer', title: { zh: '茶叶买二送一', en: 'Tea: buy two, get one' }, amountMinor: '400000' }, { kind: 'voucher', amountMinor: '200000' }, { kind: 'points', amountMinor: '100000' }],
      offers: { lines: [{ lineNo: 1, title: { zh: '茶叶买二送一' }, amountMinor: '400000' }], next: [{ zh: '“茶叶买二送一”：再加 2 件，第 3 件免费', en: '"Tea: buy two, get one": 2 more, and piece 3 is free' }] }
    })
    // 120 before the offer is 80 after it: too little for the voucher.
    expect((await quote({ lines: [tea(3)] })).vouchers).toMatchObject([{ key: voucher, why: { en: expect.any(String) } }])
    expect(await given('quote')).toEqual([])
  })

  it('are booked as quoted, once for a receipt, and split exactly over the lines', async () => {
    const { payMinor } = await quote({ vouchers: [voucher], points: '1000' })
    expect(payMinor).toBe('1000000')
    const answers = await Promise.all(Array.from({ length: 6 }, () => sell('A', { expectMinor: payMinor })))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(answers[0].sold).toMatchObject({ grossMinor: '1700000', payMinor, used: '1000', reductions: [{ kind: 'offer' }, { kind: 'voucher' }, { kind: 'points' }] })
    const number = `HB-A-${count}`
    const { totalMinor, lines } = (await test.ask('GET', `/api/orders/till/${number}`)).json()
    expect([totalMinor, sum(lines.map((line: { amountMinor: string }) => line.amountMinor))]).toEqual([payMinor, 1_000_000])
    expect(await given(number)).toEqual([{ amount: '400000', kept: '400000' }])
    expect((await sql<{ gross: string }>`select gross_minor::text as gross from tills.sale where number = ${number}`.execute(test.house.db)).rows).toEqual([{ gross: '1700000' }])
    expect((await test.ask('GET', `/api/orders?customer=${member}`)).json().items).toHaveLength(1)
  })

  it('come back in parts: what the kept goods no longer earn is withheld once, and paid back when all has come back', async () => {
    await sell('B')
    const foreseen = await back('B', 'B1', { lines: [{ lineNo: 1, quantity: '1' }], preview: true })
    const first = await back('B', 'B1', { lines: [{ lineNo: 1, quantity: '1' }] })
    expect(first).toEqual(foreseen)
    expect(await back('B', 'B1', { lines: [{ lineNo: 1, quantity: '1' }] })).toEqual(first)
    // Two thirds of the 40.00 lie on the two that are kept, and two earn nothing.
    expect(first.undone.effects).toContainEqual(expect.objectContaining({ code: 'rewards.offer_due', detail: { amount: '26.66', dueMinor: '266600' } }))
    expect((await bookings()).map(({ dueMinor }) => dueMinor)).toEqual(['266600'])
    const second = await back('B', 'B2', { lines: [{ lineNo: 2, quantity: '1' }] })
    const ofVoucher = second.undone.effects.find(({ code }: Part) => code === 'vouchers.given_back').detail.dueMinor
    expect(sum((await bookings()).map(({ dueMinor }) => dueMinor))).toBe(266_600 + Number(ofVoucher))
    // Two at 40.00 are kept, the offer is lost and the voucher is back: they have cost 80.00 in money and points, but for rounding.
    const pointsBack = [first, second].flatMap(({ undone }) => undone.effects).filter(({ code }: Part) => code === 'tills.points_back').map(({ detail }: Part) => detail['points'] ?? '')
    expect(Math.abs(1_000_000 - sum([first, second].map(({ undone }) => undone.moneyMinor)) + 100 * (1000 - sum(pointsBack)) - 800_000)).toBeLessThan(500)
    const third = await back('B', 'B3')
    expect(sum([first, second, third].map(({ undone }) => undone.moneyMinor))).toBe(1_000_000)
    expect(sum((await bookings()).map(({ dueMinor }) => dueMinor))).toBe(0)
    expect([await house.points(member), await given(`HB-B-${count}`)]).toEqual(['1234', [{ amount: '400000', kept: '0' }]])
    expect((await quote()).vouchers).toMatchObject([{ key: voucher, why: null }])
  })

  it('come back piece by piece of one line, whatever is left of the offer on the way', async () => {
    const seeds = { product: 'SEEDS', quantity: '5', amountMinor: '499500' }
    const { sold } = await sell('C', { lines: [seeds], vouchers: [], points: '0' })
    for (let piece = 0; piece < 5; piece += 1) {
      expect((await back('C', `C${piece}`, { lines: [{ lineNo: 1, quantity: '1' }] })).undone).toBeDefined()
      expect(Math.min(...(await bookings()).map(({ moneyMinor }) => Number(moneyMinor)))).toBeGreaterThanOrEqual(0)
    }
    expect(sum((await bookings()).map(({ moneyMinor }) => moneyMinor))).toBe(Number(sold.payMinor))
    expect(sum((await bookings()).map(({ dueMinor }) => dueMinor))).toBe(0)
  })

  it('come back whole with a void, and count for the day no longer', async () => {
    for (const receipt of ['D', 'E']) await sell(receipt, { vouchers: [], points: '0' })
    expect((await quote()).reductions).toEqual([])
    expect((await sell('F', { vouchers: [], points: '0', expectMinor: '1300000' })).code).toBe('tills.quote_changed')
    expect((await post('voids', { store: 'HB', receipt: `D-${count}`, at: at() })).undone).toMatchObject({ moneyMinor: '1300000' })
    expect((await quote()).reductions).toMatchObject([{ kind: 'offer', amountMinor: '400000' }])
  })

  it('are given to nobody too, where they count nobody\'s uses', async () => {
    const seeds = { product: 'SEEDS', quantity: '2', amountMinor: '200000' }
    expect((await sell('G', { customerId: null, lines: [seeds, tea(3)], vouchers: [], points: '0' })).sold).toMatchObject({ customerId: null, grossMinor: '1400000', payMinor: '1350000', reductions: [{ kind: 'offer', amountMinor: '50000' }] })
  })
})
