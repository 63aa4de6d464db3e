import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitOrders, submitReturn } from '#activity/orders/orders.ts'
import { Refusal } from '#foundation/refusal.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { returnsListener } from './returns.listeners.ts'
import type { Consequence, Undone } from './returns.ts'

let test: TestHouse
beforeAll(async () => { test = await buildTestHouse(new Date('2026-11-21T09:00:00Z')) })
afterAll(() => test.close())

const tea = { product: 'LJ250', name: '西湖龙井 250g', quantity: '3', amountMinor: '1000000' }
const cup = { product: 'CUP', name: '盖碗', quantity: '1', amountMinor: '500000' }
const sale = (number: string, more: object = {}) => ({ source: 'pos', number, at: '2026-11-20T10:00:00Z', customer: { keys: [{ kind: 'phone' as const, value: '13800001111' }] }, lines: [tea, cup], ...more })
const sell = async (...orders: object[]) => { expect((await test.ask('POST', '/api/orders', { orders })).statusCode).toBe(200) }
const back = async (body: object, options?: object) => (await test.ask('POST', '/api/returns', { source: 'pos', ...body }, options)).json()
const preview = async (body: object) => (await test.ask('POST', '/api/returns/preview', { source: 'pos', ...body })).json()
const list = async () => (await test.ask('GET', '/api/returns?limit=200')).json().items

describe('returns', () => {
  it('foresees what it books, and leaves nothing behind', async () => {
    await sell(sale('A1'))
    const asked = { number: 'A1', lines: [{ lineNo: 1, quantity: '1' }] }
    const foreseen = await preview(asked)
    expect(foreseen).toMatchObject({ returnNumber: 'A1-R1', amountMinor: '333300', whole: false, kept: [{ lineNo: 1, quantity: '2', amountMinor: '666700' }, { lineNo: 2, quantity: '1', amountMinor: '500000' }] })
    expect([(await test.ask('GET', '/api/orders/pos/A1-R1')).statusCode, (await list()).length]).toEqual([404, 0])
    const { returnOrderId: _a, ...booked } = await back(asked)
    const { returnOrderId: _b, ...saidBefore } = foreseen
    expect(booked).toEqual(saidBefore)
    test.time.now = new Date('2026-11-21T09:01:00Z')
    expect((await back({ number: 'A1' }))).toMatchObject({ returnNumber: 'A1-R2', amountMinor: '1166700', whole: true, kept: [] })
    expect(await back({ number: 'A1' })).toMatchObject({ code: 'returns.nothing_left' })
    expect(await list()).toMatchObject([{ returnNumber: 'A1-R2' }, { returnNumber: 'A1-R1' }])
  })

  it('3: a return asked again with a new key is one return; other content under its number is refused', async () => {
    await sell(sale('B1'))
    const asked = { number: 'B1', returnNumber: 'B1-X', lines: [{ lineNo: 1, quantity: '1' }] }
    const first = await back(asked)
    test.time.now = new Date('2026-11-21T09:05:00Z')
    expect(await back(asked)).toEqual(first)
    expect(await back({ ...asked, lines: [{ lineNo: 1, quantity: '2' }] })).toMatchObject({ code: 'returns.number_taken' })
    expect(await back({ ...asked, lines: [{ lineNo: 2, quantity: '1' }] })).toMatchObject({ code: 'returns.number_taken', values: { number: 'B1-X' } })
    const { lines: _, ...withoutLines } = asked
    expect(await back(withoutLines)).toMatchObject({ code: 'returns.number_taken' })
    expect((await list()).filter((one: { number: string }) => one.number === 'B1')).toHaveLength(1)
    const rest = { number: 'B1', returnNumber: 'B1-Y' }
    const whole = await back(rest)
    expect([whole.whole, await back(rest)]).toEqual([true, whole])
    expect(await back(withoutLines)).toMatchObject({ code: 'returns.number_taken' })
  })

  it.each([
    [{ number: 'nope' }, 'returns.unknown_order'], [{ number: 'C1', lines: [{ lineNo: 9, quantity: '1' }] }, 'returns.unknown_line'], [{ number: 'C1', lines: [{ lineNo: 2, quantity: '2' }] }, 'returns.beyond_sold'],
    [{ number: 'C1', lines: [{ lineNo: 2, quantity: '0' }] }, 'returns.wrong_quantity'], [{ number: 'C1', lines: [{ lineNo: 2, quantity: '1', amountMinor: '500001' }] }, 'returns.beyond_sold']
  ])('refuses %j by name', async (asked, code) => {
    await sell(sale('C1'))
    expect(await preview(asked)).toMatchObject({ code })
    expect(await back(asked)).toMatchObject({ code })
    expect((await list()).filter((one: { number: string }) => one.number === 'C1')).toHaveLength(0)
  })

  it('8: sixteen clerks who take the last piece back at once take it once', async () => {
    await sell(sale('D1'))
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => back({ number: 'D1', returnNumber: `D1-${i}`, lines: [{ lineNo: 2, quantity: '1' }] })))
    expect(answers.filter((one) => one.returnNumber !== undefined)).toHaveLength(1)
    expect(answers.filter((one) => one.code === 'returns.beyond_sold' || one.code === 'returns.unknown_line')).toHaveLength(15)
    expect((await test.ask('GET', '/api/returns/sales?number=D1')).json()).toMatchObject({ items: [{ source: 'pos', lines: [{ keptQuantity: '3' }, { keptQuantity: '0', keptMinor: '0' }] }] })
  })

  it('hands every consequence the sale, what is kept and what was kept before; what one refuses is kept by name', async () => {
    const seen: Undone[] = []
    const consequences: readonly Consequence[] = [
      { capability: 'first', undo: async () => { throw new Refusal('first.no', 409, { zh: '不行 {n}', en: 'No {n}' }, { n: 7 }) } },
      { capability: 'second', undo: async (_trx, _parts, undone) => { seen.push(undone); return [{ capability: 'second', code: 'second.done', sentence: { zh: '好', en: 'Done' }, detail: { whole: String(undone.whole) } }] } }
    ]
    const parts = { listeners: [returnsListener(consequences)], actor: 'tester' }
    const now = new Date('2026-11-21T09:00:00Z')
    await test.house.db.transaction().execute(async (trx) => {
      await submitReturn(trx, parts, { source: 'pos', number: 'E1' }, { number: 'E1-R', at: '2026-11-20T12:00:00Z', lines: [{ ...cup }] }, now)
      expect(seen).toEqual([])
      await submitOrders(trx, parts, [sale('E1')], now)
      await submitReturn(trx, parts, { source: 'pos', number: 'E1' }, { number: 'E1-R2', at: '2026-11-20T13:00:00Z', lines: [tea, { ...cup, product: 'unsold' }] }, now)
    })
    expect(seen.map(({ returnNumber, sold, keptBefore, kept, whole }) => [returnNumber, sold.length, keptBefore.length, kept.length, whole])).toEqual([['E1-R', 2, 2, 1, false], ['E1-R2', 2, 1, 0, true]])
    const [first, second] = (await list()).filter((one: { number: string }) => one.number === 'E1').toSorted((a: { returnNumber: string }, b: { returnNumber: string }) => (a.returnNumber < b.returnNumber ? -1 : 1))
    expect(first.effects).toMatchObject([{ capability: 'first', code: 'first.no', sentence: { zh: '没能处理：不行 7', en: 'Could not be done: No 7' } }, { capability: 'second', detail: { whole: 'false' } }])
    expect(second.beyond).toEqual([{ product: 'unsold', quantity: '1', amountMinor: '500000' }])
    const timeline = (await test.ask('GET', `/api/events?customer=${first.customerId}&group=points`)).json()
    expect(timeline.items).toContainEqual(expect.objectContaining({ kind: 'returns.undone', values: { source: 'pos', number: 'E1', returnNumber: 'E1-R2', effects: 2 } }))
  })

  it('takes back what nobody knows who bought, and lets a clerk do it', async () => {
    await sell(sale('F1', { customer: null }))
    expect((await test.askAs(['returns.read'], 'POST', '/api/returns', { source: 'pos', number: 'F1' })).statusCode).toBe(403)
    expect((await test.askAs(['returns.write'], 'POST', '/api/returns', { source: 'pos', number: 'F1' })).json()).toMatchObject({ customerId: null, whole: true, effects: [] })
  })
})
