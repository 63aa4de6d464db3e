/** The forecast through HTTP on a real database: gate, fitting in the background, marks, parts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { recordOrders, type OrderInput } from '#activity/orders/orders.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import type { Forecast } from './forecast.schema.ts'

const firstDay = Date.parse('2026-05-01T04:00:00Z')
const days = 200
const stores = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002']
const byWeekday = [120n, 80n, 80n, 90n, 100n, 140n, 190n]

let at: TestHouse
const ask = async (query = ''): Promise<Forecast> => (await at.ask('GET', `/api/forecast${query}`)).json<Forecast>()
/** Asks until the fit is there. */
async function fitted(query = ''): Promise<Forecast> {
  const { fitting } = await ask(query)
  if (fitting !== null) await at.house.queue.ended(fitting.jobId)
  return ask(query)
}

function orderOf(day: number, store: number): OrderInput {
  const when = new Date(firstDay + day * 86_400_000)
  const amount = (byWeekday[when.getUTCDay()] ?? 100n) * 10_000n * BigInt(store + 1) + BigInt((day * 7919) % 97) * 1000n
  return {
    source: 'pos', kind: 'sale', number: `A${day}.${store}`, at: when, currency: 'CNY', channel: null, storeId: stores[store] ?? null, customerId: null,
    lines: [{ product: 'P', category: store === 0 ? '茶/绿茶' : '茶具', quantity: '1', amountMinor: amount }, { product: 'Q', category: null, quantity: '1', amountMinor: 30_000n }]
  }
}

const sell = (from: number, to: number) => transact(at.house.pool, (trx) => recordOrders(trx, { listeners: [], zone: 'Asia/Shanghai', actor: 'test' },
  Array.from({ length: to - from }, (_, i) => [orderOf(from + i, 0), orderOf(from + i, 1)]).flat(), new Date(firstDay)))

beforeAll(async () => { at = await buildTestHouse(new Date(firstDay + days * 86_400_000)) })
afterAll(() => at.close())

describe('forecast', () => {
  it('says what is missing: first everything, then the days that are too few', async () => {
    expect(await ask()).toMatchObject({ state: 'empty', stamp: { n: 0 }, expected: [] })
    await sell(150, days)
    const gated = await ask()
    expect(gated).toMatchObject({ state: 'gated', expected: [], run: null })
    expect(gated.gate[0]?.en).toBe('By day it takes at least 98 days of history; there are 50, so 48 more days are needed.')
  })

  it('works in the background, then answers from the kept run: whole, parts that add up exactly, intervals, every method beside seasonal naive', async () => {
    await sell(0, 150)
    const first = await ask()
    expect(first).toMatchObject({ state: 'fitting', run: null })
    expect(first.fitting?.jobId).toMatch(/^[0-9a-f-]{36}$/)
    const whole = await fitted()
    expect(whole).toMatchObject({ state: 'ready', fitting: null, horizon: 28, run: { n: days, period: 7, isStale: false } })
    expect(whole.stamp.definition).toMatchObject({ id: 'forecast', version: 1 })
    expect(whole.expected).toHaveLength(28)
    expect(whole.expected[0]?.from).toBe('2026-11-17')
    for (const step of whole.expected) { expect(BigInt(step.lowMinor)).toBeLessThanOrEqual(BigInt(step.moneyMinor)); expect(BigInt(step.highMinor)).toBeGreaterThanOrEqual(BigInt(step.moneyMinor)) }
    const yardstick = whole.scores.find(({ isBenchmark }) => isBenchmark)
    const shipped = whole.scores.find(({ isShipped }) => isShipped)
    expect(shipped?.wape ?? 100).toBeLessThanOrEqual(yardstick?.wape ?? 0)
    expect(shipped?.wape).toBeLessThan(5)
    for (const cut of ['store', 'category']) {
      const by = await ask(`?cut=${cut}`)
      expect(by.parts.length).toBeGreaterThanOrEqual(2)
      const sum = (pick: (part: Forecast['parts'][number]) => string): bigint => by.parts.reduce((total, part) => total + BigInt(pick(part)), 0n)
      expect(sum(({ nextMinor }) => nextMinor).toString()).toBe(by.headline?.next.moneyMinor)
      expect(sum(({ lastMinor }) => lastMinor).toString()).toBe(by.headline?.last.moneyMinor)
      expect(by.headline?.next).toEqual(whole.headline?.next)
      const steps = await Promise.all(by.parts.map(({ part }) => ask(`?cut=${cut}&part=${encodeURIComponent(part)}`)))
      whole.expected.forEach(({ moneyMinor }, s) => expect(steps.reduce((total, one) => total + BigInt(one.expected[s]?.moneyMinor ?? '0'), 0n).toString()).toBe(moneyMinor))
    }
    expect((await ask('?cut=category')).parts.map(({ part }) => part).sort()).toEqual(['~none', '茶', '茶具'])
  }, 240_000)

  it('knows a past day: the same as if asked then', async () => {
    const past = await fitted('?asOf=2026-10-01')
    expect(past).toMatchObject({ state: 'ready', run: { to: '2026-10-01', n: 154 } })
    expect(past.expected[0]?.from).toBe('2026-10-02')
  }, 240_000)

  it('leaves stock-out days out of the fit, and refuses marks that make no sense', async () => {
    const before = await ask()
    await transact(at.house.pool, (trx) => recordOrders(trx, { listeners: [], zone: 'Asia/Shanghai', actor: 'test' },
      [190, 191, 192, 193].map((day) => ({ ...orderOf(day, 0), kind: 'return' as const, number: `R${day}`, lines: [{ product: 'P', category: '茶/绿茶', quantity: '-1', amountMinor: -1_500_000n }] })), new Date(firstDay)))
    const spoilt = await fitted()
    expect(BigInt(spoilt.headline?.next.moneyMinor ?? 0)).toBeLessThan(BigInt(before.headline?.next.moneyMinor ?? 0))
    const marked = await at.ask('POST', '/api/forecast/marks', { kind: 'stock_out', cut: 'whole', part: null, from: '2026-11-07', to: '2026-11-10' })
    expect(marked.statusCode).toBe(200)
    expect((await ask()).run?.isStale).toBe(true)
    const mended = await fitted()
    expect(mended.run?.isStale).toBe(false)
    const far = (one: Forecast) => Math.abs(Number(one.headline?.next.moneyMinor) - Number(before.headline?.next.moneyMinor))
    expect(far(mended)).toBeLessThan(far(spoilt) / 4)
    expect(mended.bands.some(({ kind, from, to }) => kind === 'stock_out' && from === '2026-11-07' && to === '2026-11-10')).toBe(true)
    const { markId } = marked.json<{ markId: string }>()
    expect((await at.ask('DELETE', `/api/forecast/marks/${markId}`)).statusCode).toBe(200)
    expect((await at.ask('DELETE', `/api/forecast/marks/${markId}`)).json()).toMatchObject({ code: 'forecast.unknown_mark' })
    expect((await at.ask('POST', '/api/forecast/marks', { kind: 'promotion', cut: 'store', part: null, from: '2026-11-07', to: '2026-11-10' })).json()).toMatchObject({ code: 'forecast.wrong_part' })
    expect((await at.ask('POST', '/api/forecast/marks', { kind: 'promotion', cut: 'whole', part: null, from: '2026-11-07', to: '2026-11-01' })).json()).toMatchObject({ code: 'forecast.wrong_span' })
  }, 240_000)

  it('opens to those with the right, and exports', async () => {
    expect((await at.askAs(['forecast.read'], 'POST', '/api/forecast/marks', { kind: 'promotion', cut: 'whole', part: null, from: '2026-11-07', to: '2026-11-10' })).statusCode).toBe(403)
    const file = await at.ask('GET', '/api/forecast/file?format=csv&cut=store')
    expect(file.body.split('\r\n').length).toBeGreaterThan(28 + 100)
    expect((await at.ask('GET', '/api/forecast?cut=store&part=nobody')).json()).toMatchObject({ code: 'forecast.unknown_part' })
  })
})
