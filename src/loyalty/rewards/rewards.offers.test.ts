import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { anyone, everything, rewardsHouse } from '#test/rewards.ts'
import type { BasketLine } from '../returns/returns.ts'
import { applyOffers, quoteOffers, type OfferQuote } from './rewards.ts'
import type { OfferParameters } from './rewards.parameters.schema.ts'

let test: TestHouse
let member = ''
let n = 0
const at = rewardsHouse(() => test)
beforeAll(async () => { test = await buildTestHouse(new Date('2026-11-22T04:00:00Z')) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = new Date('2026-11-22T04:00:00Z')
  await sql`update rewards.definition set active = false where kind in ('offer', 'gift')`.execute(test.house.db)
  member = await at.enrol()
})

const offer = (shape: OfferParameters['shape'], more: Partial<OfferParameters> = {}) => at.define({ kind: 'offer', title: { zh: '买二送一', en: 'Buy two, get one' }, parameters: { shape, scope: everything, rank: 0, groups: null, limit: null, eligibility: anyone, ...more } })
const line = (lineNo: number, quantity: number, yuan: number): BasketLine => ({ lineNo, product: `p${lineNo}`, category: null, quantity: String(quantity), amountMinor: BigInt(yuan * 10_000) })
const basket = (lines: readonly BasketLine[], number = `S${++n}`) => ({ customerId: member, source: 'shop', number, at: test.time.now, storeId: null, channel: null, lines })
const apply = (one: ReturnType<typeof basket>): Promise<OfferQuote> => transact(test.house.pool, (trx) => applyOffers(trx, { listeners: test.house.listeners, actor: 'till' }, one, test.time.now))
/** What a till does: the offers are applied, and the order is recorded for what was paid. */
async function sell(one: ReturnType<typeof basket>): Promise<OfferQuote> {
  const quoted = await apply(one)
  const off = new Map(quoted.lines.map(({ lineNo, discountMinor }) => [lineNo, discountMinor]))
  await test.ask('POST', '/api/orders', { orders: [{ source: one.source, number: one.number, at: one.at.toISOString(), customer: { customerId: one.customerId },
    lines: one.lines.map(({ lineNo, product, quantity, amountMinor }) => ({ product, quantity, amountMinor: (amountMinor - (off.get(lineNo) ?? 0n)).toString() })) }] })
  return quoted
}
const giveBack = async (number: string, lines?: readonly { readonly lineNo: number, readonly quantity: string }[]) => (await test.ask('POST', '/api/returns', { source: 'shop', number, returnNumber: `R${++n}`, ...(lines === undefined ? {} : { lines }) })).json()
const kept = async (number: string): Promise<readonly string[]> => (await sql<{ kept: string }>`select kept_minor::text as kept from rewards.given where number = ${number} order by place`.execute(test.house.db)).rows.map((row) => row.kept)

describe('an offer', () => {
  it('is quoted with its reason and what is missing, in both languages, and nothing is kept', async () => {
    await offer({ is: 'buy_get', buy: 2, get: 1 })
    const body = { customerId: member, source: 'shop', number: 'Q1', lines: [{ lineNo: 1, product: 'tea', category: null, quantity: '5', amountMinor: '500000' }] }
    const quoted = (await test.ask('POST', '/api/rewards/quote', body)).json()
    expect(quoted).toMatchObject({ totalMinor: '100000', lines: [{ lineNo: 1, discountMinor: '100000' }], reasons: [{ sentence: { zh: '买二送一', en: 'Buy two, get one' } }], next: [{ sentence: { zh: '“买二送一”：再加 1 件，第 3 件免费', en: '"Buy two, get one": 1 more, and piece 3 is free' } }] })
    expect((await test.ask('POST', '/api/rewards/quote', { ...body, customerId: null })).json().totalMinor).toBe('100000')
    expect(await kept('Q1')).toEqual([])
  })

  it('is kept once with its order, told on the timeline, and counted on the page', async () => {
    const id = await offer({ is: 'nth', nth: 2, permille: 500 })
    const one = basket([line(1, 2, 40)])
    const first = await sell(one)
    expect((await apply(one)).lines).toEqual(first.lines)
    expect(await kept(one.number)).toEqual(['100000'])
    expect((await test.ask('GET', '/api/rewards')).json().offers).toContainEqual({ definitionId: id, orders: 1, amountMinor: '100000' })
  })

  it('has a limit that holds when 16 tills ask at once', { timeout: 240_000 }, async () => {
    await offer({ is: 'buy_get', buy: 1, get: 1 }, { limit: { count: 2, per: 'day' } })
    const answers = await Promise.all(Array.from({ length: 16 }, () => apply(basket([line(1, 2, 40)]))))
    expect(answers.filter(({ totalMinor }) => totalMinor === 200_000n)).toHaveLength(2)
    expect(answers.filter(({ totalMinor }) => totalMinor === 0n)).toHaveLength(14)
  })

  it('by frequency counts purchases that were not given back', async () => {
    await offer({ is: 'frequency', kth: 3, days: 30, permille: 100 })
    const first = basket([line(1, 1, 50)])
    await sell(first)
    await sell(basket([line(1, 1, 50)]))
    expect((await quoteOffers(test.house.db, basket([line(1, 1, 50)]), test.time.now)).totalMinor).toBe(50_000n)
    await giveBack(first.number)
    expect((await quoteOffers(test.house.db, basket([line(1, 1, 50)]), test.time.now)).totalMinor).toBe(0n)
  })

  it('refuses steps that take less off for more', async () => {
    await expect(offer({ is: 'steps', steps: [{ from: 2, permille: 200 }, { from: 5, permille: 100 }] })).rejects.toThrow('falling_steps')
  })
})

describe('a return', () => {
  it('works the offer out again for what is kept, and says what was lost', async () => {
    await offer({ is: 'buy_get', buy: 2, get: 1 }, { limit: { count: 5, per: 'year' } })
    const one = basket([line(1, 1, 30), line(2, 1, 20), line(3, 1, 10)])
    await sell(one)
    const { effects } = await giveBack(one.number, [{ lineNo: 1, quantity: '1' }])
    expect(effects).toContainEqual(expect.objectContaining({ code: 'rewards.offer_recomputed', detail: expect.objectContaining({ before: '10.00', after: '0.00', lostMinor: '50000' }) }))
    expect(await kept(one.number)).toEqual(['0'])
  })

  it('in any order of parts ends where the whole return ends', async () => {
    await offer({ is: 'nth', nth: 2, permille: 500 })
    const one = basket([line(1, 6, 60)])
    await sell(one)
    expect(await kept(one.number)).toEqual(['150000'])
    await giveBack(one.number, [{ lineNo: 1, quantity: '1' }])
    expect(await kept(one.number)).toEqual(['100000'])
    await giveBack(one.number, [{ lineNo: 1, quantity: '4' }])
    expect(await kept(one.number)).toEqual(['0'])
  })
})

describe('a trade-in', () => {
  const programme = () => at.define({ kind: 'trade_in', title: { zh: '旧壶换新', en: 'Old pot for new' }, parameters: { grades: [{ grade: { zh: '良好', en: 'Good' }, creditMinor: '500000' }, { grade: { zh: '一般', en: 'Fair' }, creditMinor: '200000' }], scope: everything, ttlDays: 90, eligibility: anyone } })
  const bring = (definitionId: string, serial: string, more: object = {}) => test.ask('POST', '/api/rewards/tradeins', { customerId: member, definitionId, serial, item: '紫砂壶', grade: 0, ...more })
  const used = async (): Promise<string> => (await test.ask('GET', '/api/rewards/tradeins')).json().items.find((one: { customerId: string }) => one.customerId === member).usedMinor

  it('is a credit once per serial, spent in parts, and given back by a return', async () => {
    const id = await programme()
    const taken = (await bring(id, `sn-${member}`)).json()
    expect(taken).toMatchObject({ creditMinor: '500000', state: 'assessed', expiresOn: '2027-02-20' })
    expect((await bring(id, ` SN-${member}`)).json()).toMatchObject({ code: 'rewards.known_serial' })
    const first = basket([line(1, 1, 30)])
    expect((await sell(first)).totalMinor).toBe(300_000n)
    const second = basket([line(1, 1, 30)])
    expect((await sell(second)).totalMinor).toBe(200_000n)
    expect((await quoteOffers(test.house.db, basket([line(1, 1, 30)]), test.time.now)).totalMinor).toBe(0n)
    expect((await giveBack(second.number)).effects).toContainEqual(expect.objectContaining({ code: 'rewards.credit_returned', detail: expect.objectContaining({ amount: '20.00' }) }))
    expect(await used()).toBe('300000')
    expect((await test.ask('POST', `/api/rewards/tradeins/${taken.tradeInId}/withdraw`, { customerId: member })).json()).toMatchObject({ code: 'rewards.credit_spent' })
  })

  it('can go back while nothing is spent, and the item may come again', async () => {
    const id = await programme()
    const taken = (await bring(id, `back-${member}`)).json()
    expect((await test.ask('POST', `/api/rewards/tradeins/${taken.tradeInId}/withdraw`, { customerId: member })).json()).toMatchObject({ state: 'withdrawn' })
    expect((await bring(id, `back-${member}`)).statusCode).toBe(200)
    expect((await bring(id, 'x', { grade: 5 })).json()).toMatchObject({ code: 'rewards.no_grade' })
  })

  it('is spent once though 8 tills want it at once', { timeout: 240_000 }, async () => {
    await bring(await programme(), `race-${member}`)
    const answers = await Promise.all(Array.from({ length: 8 }, () => apply(basket([line(1, 1, 30)]))))
    expect(answers.reduce((sum, { totalMinor }) => sum + totalMinor, 0n)).toBe(500_000n)
    expect(await used()).toBe('500000')
  })
})
