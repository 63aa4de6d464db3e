import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

const phone = [{ kind: 'phone', value: '138 0000 1111' }]
const tea = { product: 'LJ250', name: '西湖龙井 250g', category: '绿茶', quantity: '2', amountMinor: '4280000', costMinor: '2000000' }
const order = (number: string, more: object = {}) => ({ source: 'pos', number, at: '2026-11-20T18:00:00+08:00', customer: { keys: phone, name: '陈静怡' }, store: 'HB', channel: '门店', lines: [tea], ...more })
const post = async (...orders: object[]) => { const answer = await at.ask('POST', '/api/orders', { orders }); return { status: answer.statusCode, body: answer.json() } }
const get = async (url: string) => (await at.ask('GET', url)).json()

describe('orders by API', () => {
  it('are recorded with their buyer and store, and skipped when sent again', async () => {
    const first = await post(order('A1'), order('A2', { customer: null }))
    expect(first).toMatchObject({ status: 200, body: { identical: 0, recorded: [{ number: 'A1', anonymous: false }, { number: 'A2', anonymous: true }] } })
    expect((await post(order('A1'), order('A3', { customer: { keys: [{ kind: 'phone', value: '+8613800001111' }] } }))).body).toMatchObject({ identical: 1, recorded: [{ number: 'A3', customerId: first.body.recorded[0].customerId }] })
    expect(await get('/api/orders/pos/A1')).toMatchObject({ customerName: '陈静怡', storeName: 'HB', day: '2026-11-20', totalMinor: '4280000', costMinor: '2000000', goods: '西湖龙井 250g × 2', lines: [{ product: 'LJ250', quantity: '2' }], undoneBy: [] })
    expect((await get('/api/orders/pos/A2')).customerId).toBeNull()
  })

  it('are refused whole when one contradicts the record, with both totals', async () => {
    const refused = await post(order('B1'), order('A1', { lines: [{ ...tea, amountMinor: '10000' }] }))
    expect([refused.status, refused.body.code, refused.body.values.theirs, refused.body.values.ours]).toEqual([409, 'orders.different_content', '428.00', '1.00'])
    expect((await get('/api/orders/pos/B1')).code).toBe('orders.unknown_order')
    expect((await post(order('A1', { customer: { keys: [{ kind: 'phone', value: '13800002222' }] } }))).body.code).toBe('orders.different_customer')
  })

  it.each([
    [{ currency: 'USD' }, 'orders.other_currency'], [{ customer: { customerId: '01a1ff89-daca-7299-b28a-36c9c2986a41' } }, 'orders.unknown_customer'], [{ at: 'yesterday' }, 'request.invalid'],
    [{ lines: [] }, 'request.invalid'], [{ lines: [{ ...tea, amountMinor: '12.5' }] }, 'request.invalid'], [{ customer: { keys: [{ kind: 'phone', value: '1' }] } }, 'identity.malformed']
  ])('are refused with %j', async (more, code) => { expect((await post(order('C1', more))).body.code).toBe(code) })

  it('come back whole or in part, and the timeline tells it', async () => {
    await post(order('D1'))
    expect((await at.ask('POST', '/api/orders/pos/D1/returns', { number: 'D1-R1', at: '2026-11-21T09:00:00+08:00', lines: [{ ...tea, quantity: '1', amountMinor: '2140000', costMinor: null }] })).json().recorded).toHaveLength(1)
    const whole = (await at.ask('POST', '/api/orders/pos/A3/returns', { number: 'A3-X', kind: 'cancellation', at: '2026-11-20T19:00:00+08:00' })).json()
    expect((await get('/api/orders/pos/D1')).undoneBy).toMatchObject([{ number: 'D1-R1', kind: 'return', totalMinor: '-2140000' }])
    expect(await get('/api/orders/pos/A3-X')).toMatchObject({ kind: 'cancellation', undoesNumber: 'A3', totalMinor: '-4280000', lines: [{ quantity: '-2', costMinor: '-2000000' }] })
    const timeline = await get(`/api/events?customer=${whole.recorded[0].customerId}&group=purchases`)
    const told: string[] = timeline.items.map((one: { kind: string, values: { number: string } }) => `${one.kind} ${one.values.number}`)
    expect([told.slice(0, 2), told.slice(2).toSorted((a, b) => (a < b ? -1 : 1))]).toEqual([['orders.return D1-R1', 'orders.cancellation A3-X'], ['orders.sale A1', 'orders.sale A3', 'orders.sale D1']])
  })

  it('come back before they are known, when the lines are told', async () => {
    expect((await at.ask('POST', '/api/orders/pos/E1/returns', { number: 'E1-R', at: '2026-11-21T09:00:00+08:00' })).json().code).toBe('orders.unknown_order')
    await at.ask('POST', '/api/orders/pos/E1/returns', { number: 'E1-R', at: '2026-11-21T09:00:00+08:00', lines: [tea] })
    await post(order('E1'))
    expect((await get('/api/orders/pos/E1-R')).undoesOrderId).toBe((await get('/api/orders/pos/E1')).orderId)
  })

  it('are listed newest first, page by page, by store, kind and day', async () => {
    await post(...Array.from({ length: 30 }, (_, i) => order(`F${i}`, { source: 'web', store: null, at: new Date(Date.UTC(2026, 0, 1 + i, 17)).toISOString() })))
    const days: string[] = []
    for (let after = ''; ;) {
      const page = await get(`/api/orders?source=web&limit=7${after}`)
      days.push(...page.items.map((one: { day: string }) => one.day))
      if (page.next === null) break
      after = `&after=${encodeURIComponent(page.next)}`
    }
    expect([days.length, days]).toEqual([30, days.toSorted().toReversed()])
    expect((await get('/api/orders?source=web&from=2026-01-10&to=2026-01-12')).items.map((one: { day: string }) => one.day)).toEqual(['2026-01-12', '2026-01-11', '2026-01-10'])
    expect((await get('/api/orders?kind=return')).items.length).toBe(2)
    const { storeId } = await get('/api/orders/pos/A1')
    expect((await get(`/api/orders?store=${storeId}&kind=sale`)).items.every((one: { storeName: string }) => one.storeName === 'HB')).toBe(true)
  })

  it('leave as a file, all of them, without a formula', async () => {
    await post(order('=1+1', { source: 'evil' }), order('@2', { source: 'evil' }))
    const csv = await at.ask('GET', '/api/orders/export?format=csv&source=evil')
    expect(csv.body.split('\r\n').filter((line) => line.startsWith("evil,'")).length).toBe(2)
    expect((await at.ask('GET', '/api/orders/export?format=csv')).body.split('\r\n').length).toBeGreaterThan(40)
    expect((await at.ask('GET', '/api/orders/export?format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('need the right, a key, and no more than a thousand', async () => {
    expect((await at.askAs(['orders.read'], 'POST', '/api/orders', { orders: [order('G1')] })).statusCode).toBe(403)
    expect((await post(...Array.from({ length: 1001 }, (_, i) => order(`H${i}`)))).body.code).toBe('request.invalid')
  })

  it('come back whole with a discount on a line of its own, and what it took off is not paid back', async () => {
    const off = { product: 'OFF', quantity: '1', amountMinor: '-280000' }
    await post(order('K1', { lines: [tea, off] }), order('K2', { lines: [tea, off] }))
    await at.ask('POST', '/api/orders/pos/K1/returns', { number: 'K1-R', at: '2026-11-21T09:00:00+08:00' })
    await at.ask('POST', '/api/orders/pos/K2/returns', { number: 'K2-R', at: '2026-11-21T09:00:00+08:00', lines: [tea, off] })
    const whole = { totalMinor: '-4000000', costMinor: null, lines: [{ product: 'LJ250', quantity: '-2', amountMinor: '-4280000' }, { product: 'OFF', quantity: '-1', amountMinor: '280000' }] }
    expect([await get('/api/orders/pos/K1-R'), await get('/api/orders/pos/K2-R')]).toMatchObject([whole, whole])
    await post(order('K3', { lines: [tea, off] }))
    expect((await at.ask('POST', '/api/returns', { source: 'pos', number: 'K3' })).json()).toMatchObject({ amountMinor: '4000000', moneyMinor: '4000000', whole: true, kept: [], beyond: [] })
  })
})
