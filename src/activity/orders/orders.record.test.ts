import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import type { Event } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { recordOrders } from './orders.record.ts'
import type { OrderInput } from './orders.rules.ts'
import { claimReceipts } from './orders.sql.ts'

let at: TestHouse
const now = new Date('2026-11-21T09:00:00Z')
const heard: Event[] = []
const parts = { listeners: [{ capability: 'test', kinds: ['orders.recorded'], hear: async (_trx: unknown, events: readonly Event[]) => { heard.push(...events) } }], zone: 'Asia/Shanghai', actor: 'tester' }
beforeAll(async () => { at = await buildTestHouse(now) })
afterAll(() => at.close())

const ada = newId(now)
const sale = (number: string, more: Partial<OrderInput> = {}): OrderInput => ({
  kind: 'sale', source: 'pos', number, at: new Date('2026-11-20T17:30:00Z'), customerId: ada, currency: 'CNY', lines: [{ product: 'tea', quantity: '2', amountMinor: 4_000_000n, costMinor: 1n }], ...more
})
const back = (number: string, undoesNumber: string): OrderInput => sale(number, { kind: 'return', undoesNumber, lines: [{ product: 'tea', quantity: '-1', amountMinor: -2_000_000n }] })
const put = (...orders: OrderInput[]) => transact(at.house.pool, (trx) => recordOrders(trx, parts, orders, now))
const rowOf = (number: string) => at.house.db.selectFrom('orders.order').selectAll().where('number', '=', number).execute()

describe('recordOrders', () => {
  it('writes an order on its local day, tells the listeners, and skips it the next time', async () => {
    expect(await put(sale('A1'))).toMatchObject({ identical: 0, clashes: [], recorded: [{ day: '2026-11-21', totalMinor: 4_000_000n, costMinor: 1n }] })
    expect(heard.at(-1)).toMatchObject({ kind: 'orders.recorded', customerId: ada, body: { number: 'A1', totalMinor: '4000000' } })
    expect(await put(sale('A1'), sale('A1'))).toEqual({ recorded: [], identical: 2, clashes: [] })
    expect(await rowOf('A1')).toHaveLength(1)
  })

  it('names the order that says something else, with both totals', async () => {
    await put(sale('B1'))
    const other = sale('B1', { lines: [{ product: 'tea', quantity: '2', amountMinor: 1n }] })
    expect(await put(sale('B2'), other, sale('B2', { customerId: null }))).toMatchObject({
      recorded: [{ number: 'B2' }],
      clashes: [{ index: 1, number: 'B1', because: 'content', theirsMinor: 4_000_000n, oursMinor: 1n }, { index: 2, number: 'B2', because: 'customer' }]
    })
  })

  it('keeps walk-in sales apart from customers', async () => {
    await put(sale('W1', { customerId: null }))
    const [row] = await rowOf('W1')
    expect([row?.anonymous, row?.customer_id === row?.order_id]).toEqual([true, true])
    expect(await put(sale('W1', { customerId: null }))).toMatchObject({ identical: 1 })
  })

  it.each([['order first', ['C1', 'C1R']], ['return first', ['C2R', 'C2']], ['together', ['C3R+C3']]])('links a return with its order: %s', async (_name, steps) => {
    const made = (step: string): OrderInput => step.endsWith('R') ? back(step, step.slice(0, -1)) : sale(step)
    for (const step of steps) await put(...step.split('+').map(made))
    const number = (steps[0] ?? '').slice(0, 2)
    const [order, returned] = [await rowOf(number), await rowOf(`${number}R`)].flat()
    expect(returned?.undoes_order_id).toBe(order?.order_id)
  })

  it('says that an order changed when a return of it arrives later', async () => {
    await put(sale('D1'))
    const [before] = await rowOf('D1')
    await put(back('D1R', 'D1'))
    const [after] = await rowOf('D1')
    expect(BigInt(after?.changed_xid ?? 0)).toBeGreaterThan(BigInt(before?.changed_xid ?? 0))
  })

  it('writes the same by COPY as by arrays', async () => {
    const odd = { product: 'a\tb\\c', name: 'x\ny', category: '\\N', quantity: '0.5', amountMinor: -1n }
    const many = Array.from({ length: 250 }, (_, i) => sale(`E${i}`, { channel: 'q"\\', lines: [odd] }))
    expect((await put(...many)).recorded).toHaveLength(250)
    const others = many.map((one) => ({ ...one, number: `${one.number}-array` }))
    for (const half of [others.slice(0, 125), others.slice(125)]) expect((await put(...half)).recorded).toHaveLength(125)
    const { rows } = await sql<{ copied: boolean, alike: bigint }>`
      select l.product || l.name || l.category || o.channel || l.quantity || l.amount_minor || o.day = ${'x'} as copied, count(*) as alike from orders.order o
      join orders.line l using (customer_id, order_id) where o.number like 'E%' group by l.product, l.name, l.category, o.channel, l.quantity, l.amount_minor, o.day`.execute(at.house.db)
    expect(rows.map((row) => row.alike)).toEqual([500n])
  })
})

describe('races', () => {
  it('records one order once, however many send it at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => put(sale('R1'))))
    expect([outcomes.flatMap((one) => one.recorded).length, outcomes.reduce((sum, one) => sum + one.identical, 0)]).toEqual([1, 15])
  })

  it('records whole batches once, however many send them at once', async () => {
    const batch = Array.from({ length: 300 }, (_, i) => sale(`Q${i}`))
    const outcomes = await Promise.all([batch, batch.toReversed(), batch, batch.slice(100)].map((some) => put(...some)))
    expect([outcomes.flatMap((one) => one.recorded).length, outcomes.reduce((sum, one) => sum + one.identical, 0)]).toEqual([300, 800])
    const lines = await sql<{ n: bigint }>`select count(*) as n from orders.order o join orders.line l using (customer_id, order_id) where o.number like 'Q%'`.execute(at.house.db)
    expect(lines.rows).toEqual([{ n: 300n }])
  })

  it('links a return and its order that are written at the same time', async () => {
    const numbers = Array.from({ length: 40 }, (_, i) => `S${i}`)
    await Promise.all(numbers.flatMap((number) => [put(back(`${number}R`, number)), put(sale(number))]))
    const { rows } = await sql<{ number: string }>`select number from orders.order where number like 'S%R' and undoes_order_id is null`.execute(at.house.db)
    expect(rows).toEqual([])
  })

  it('never waits in a circle: batches of the same numbers in opposite directions', async () => {
    const id = newId(now)
    const claims = Array.from({ length: 8000 }, (_, i) => ({ source: 'pos', number: `T${i}`, customerId: id, orderId: id, contentHash: id }))
    const taken = await Promise.all([claims, claims.toReversed(), claims, claims.toReversed()].map((batch) => transact(at.house.pool, (trx) => claimReceipts(trx, batch))))
    expect(taken.map((some) => some.length).toSorted((a, b) => a - b)).toEqual([0, 8000, 8000, 8000])
  })
})
