/** Purchase behaviour through HTTP on a small sample chain: sensible values, names, rights, files, what the log adds, and what an order's discount lines do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '#activity/sample/sample.ts'
import { transact } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { recordOrders, type OrderInput } from '#activity/orders/orders.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let at: TestHouse
const now = new Date('2026-11-21T09:00:00Z')
beforeAll(async () => {
  at = await buildTestHouse(now)
  await loadSample(at.house, { size: { seed: 7, members: 1500, prospects: 80, walkIns: 300 } })
}, 240_000)
afterAll(() => at.close())

const read = async (path: string) => { const answer = await at.ask('GET', `/api/behaviour${path}`); expect(answer.statusCode).toBe(200); return answer.json() }

describe('purchase behaviour of the sample chain', () => {
  it('knows how often and when: weekends are busiest, shops open between nine and ten', async () => {
    const answer = await read('')
    expect(answer.stamp.definition).toMatchObject({ id: 'behaviour', version: 1 })
    expect(answer.customers).toBeGreaterThan(500)
    expect(answer.each.quartiles[1]).toBeGreaterThanOrEqual(1)
    const busiest = answer.weekdays.toSorted((a: { orders: number }, b: { orders: number }) => b.orders - a.orders).map((one: { weekday: number }) => one.weekday)
    expect(new Set(busiest.slice(0, 2))).toEqual(new Set([6, 7]))
    expect(Math.min(...answer.hours.map((one: { hour: number }) => one.hour))).toBe(7)
    expect(answer.channels).toContain('小程序')
    expect(answer.months.find((one: { month: number }) => one.month === 11).index).toBeGreaterThan(1)
    const online = await read(`?channel=${encodeURIComponent('小程序')}`)
    expect(online.orders).toBeLessThan(answer.orders)
  })

  it('names products, finds bargain days, and who buys on them only', async () => {
    const preference = await read('/preference?by=product')
    expect(preference.items.every((item: { name: string | null }) => item.name !== null)).toBe(true)
    const categories = await read('/preference')
    expect(categories.items.map((item: { key: string }) => item.key)).toContain('绿茶')
    expect(categories.entries.length).toBeGreaterThan(3)
    const promotion = await read('/promotion')
    // Online orders, four in ten, take 5 % off a quarter of the time and 12 to 20 % on bargain days.
    expect(promotion.moneyShare).toBeGreaterThan(0.04)
    expect(promotion.moneyShare).toBeLessThan(0.2)
    expect(promotion.knownShare).toBeGreaterThan(0.9)
    const offline = await read(`/promotion?channel=${encodeURIComponent('门店')}`)
    expect(offline.moneyShare).toBeLessThan(0.01)
    const list = await read('/customers?promotion=5&ordersFrom=2')
    expect(list.items).toHaveLength(promotion.only.count)
    // So small a chain sells two or three of a product a week: their median price is chance, and nothing is said from it.
    const price = await read('/price')
    expect([price.pooled, price.products, price.missingSlope.en]).toEqual([null, [], expect.stringContaining('Not enough data: of 46 products only 0 sold')])
    expect(price.belowShare).toBeGreaterThan(0.03)
    expect((await read('/baskets')).tested.possible).toBeGreaterThan(100)
  })

  it('says what the log lacks, and answers once it has it', async () => {
    expect((await read('/timing')).contact.missing.en).toContain('Not recorded yet')
    const { rows } = await at.house.pool.query<{ customer_id: string, at: Date }>("select customer_id, at from orders.order where kind = 'sale' and not anonymous and day > '2026-09-01' order by at desc limit 60")
    for (const { customer_id: customer, at: bought } of rows) {
      await at.house.pool.query("insert into events.event (customer_id, event_id, kind, at, recorded_at, actor, source, body) values ($1, $2, 'web.viewed', $3, now(), 'test', 'test', '{}')",
        [customer, newId(bought), new Date(bought.getTime() - 2 * 86_400_000)])
    }
    const { contact } = await read('/timing')
    expect(contact).toMatchObject({ missing: null, contacts: 60 })
    expect(contact.orders).toBeGreaterThan(30)
    expect(contact.quartiles[1]).toBeCloseTo(2, 1)
    const { items } = await read('/indicators')
    expect(items.find((one: { id: string }) => one.id === 'decide').now.value).toBeCloseTo(2, 1)
    expect(items.filter((one: { missing: unknown }) => one.missing !== null).map((one: { id: string }) => one.id)).toEqual(['reputation', 'complaints'])
  })

  it('takes a discount line off the other lines of its order', async () => {
    const customerId = newId(now)
    await at.ask('POST', '/api/record', { customerId, name: '讨价还价' })
    const { rows: [usual] } = await at.house.pool.query<{ product: string, category: string, unit: string }>(
      "select l.product, l.category, (l.amount_minor / l.quantity)::bigint::text as unit from orders.line l join orders.order o using (customer_id, order_id) where o.kind = 'sale' and o.channel = '门店' and o.day > '2026-09-01' and l.quantity = 1 limit 1")
    const unit = BigInt(usual?.unit ?? '0')
    const line = { product: usual?.product ?? '', category: usual?.category ?? null, quantity: '1', amountMinor: unit }
    const order = (number: string, lines: OrderInput['lines']): OrderInput => ({ source: 'test', kind: 'sale', number, at: new Date('2026-11-20T03:00:00Z'), currency: 'CNY', channel: null, storeId: null, customerId, lines })
    await transact(at.house.pool, (trx) => recordOrders(trx, { listeners: [], zone: 'Asia/Shanghai', actor: 'test' }, [
      order('full', [line]), order('off', [line, { product: 'discount', category: null, quantity: '1', amountMinor: -unit / 4n }])
    ], now))
    const habits = await read(`/customer?customer=${customerId}`)
    expect(habits).toMatchObject({ orders: 2, promotionShare: 0.5, belowShare: 0.5, usualItems: 1 })
  })

  it('writes the customers behind a figure as a file, and keeps to rights', async () => {
    const file = await at.ask('GET', '/api/behaviour/customers/file?format=csv&ordersFrom=1&ordersTo=1')
    const { each } = await read('')
    expect(file.body.trim().split('\r\n')).toHaveLength(1 + each.once.count)
    for (const path of ['', '/preference', '/baskets', '/price', '/promotion', '/timing', '/indicators', '/customers', '/customer?customer=00000000-0000-4000-8000-000000000000']) {
      expect([path, (await at.askAs(['rfm.read'], 'GET', `/api/behaviour${path}`)).statusCode]).toEqual([path, 403])
      expect([path, (await at.askAs(['behaviour.read'], 'GET', `/api/behaviour${path}`)).statusCode]).toEqual([path, 200])
    }
    expect((await at.askAs(['behaviour.read'], 'GET', '/api/behaviour/customers/file?format=csv')).statusCode).toBe(403)
    expect((await at.ask('GET', '/api/behaviour?asOf=2026-02-31')).statusCode).toBe(400)
    expect((await at.ask('POST', '/api/behaviour/preview', { scope: {}, parameters: { windowDays: 90 } })).json().stamp.definition.parameters.windowDays).toBe(90)
  })
})
