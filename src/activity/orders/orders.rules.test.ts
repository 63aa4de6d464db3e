import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayIn, dayOf } from '#foundation/zone.ts'
import { compare, contentHash, costOf, plainQuantity, prepareOrder, type LineInput, type OrderInput } from './orders.rules.ts'

const line = fc.record({
  product: fc.string({ minLength: 1, maxLength: 8 }),
  quantity: fc.integer({ min: -999, max: 999 }).map(String),
  amountMinor: fc.bigInt({ min: -1_000_000_000_000n, max: 10n ** 12n }),
  costMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }))
})
const order = fc.record({
  kind: fc.constantFrom('sale' as const, 'return' as const, 'cancellation' as const),
  source: fc.constant('pos'), number: fc.string({ minLength: 1, maxLength: 12 }),
  at: fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
  customerId: fc.constant(null), currency: fc.constant('CNY'), undoesNumber: fc.option(fc.string({ minLength: 1, maxLength: 5 })),
  lines: fc.array(line, { minLength: 1, maxLength: 6 })
})

it('does not care about the order of the lines, how a quantity is written, or what goods are called', () => {
  fc.assert(fc.property(order, (given) => {
    const retold = { ...given, lines: given.lines.toReversed().map((one) => ({ ...one, quantity: `${one.quantity}.00`, name: 'renamed', category: 'moved' })) }
    expect(contentHash(retold)).toBe(contentHash(given))
  }))
})

it('tells orders apart that differ in anything a person would dispute', () => {
  fc.assert(fc.property(order, (given) => {
    const [head, ...rest] = given.lines
    if (!head) return
    const others: readonly Partial<OrderInput>[] = [
      { at: new Date(given.at.getTime() + 1000) }, { currency: 'USD' }, { totalMinor: 1n + 2_000_000_000_000_000n }, { undoesNumber: 'another' },
      { lines: [{ ...head, amountMinor: head.amountMinor + 1n }, ...rest] }, { lines: [{ ...head, product: `${head.product}x` }, ...rest] }, { lines: [...given.lines, head] }
    ]
    expect(new Set([contentHash(given), ...others.map((other) => contentHash({ ...given, ...other }))]).size).toBe(others.length + 1)
  }))
})

it('sums the lines, and knows a cost only where every line has one', () => {
  fc.assert(fc.property(order, (given) => {
    const prepared = prepareOrder(given, 'id', () => '2026-01-01')
    expect(prepared.totalMinor).toBe(given.lines.reduce((sum, one) => sum + one.amountMinor, 0n))
    expect(prepared.costMinor === null).toBe(given.lines.some((one) => one.costMinor === null))
    expect([prepared.anonymous, prepared.customerId]).toEqual([true, 'id'])
    if (given.kind === 'sale') expect(prepared.undoesNumber).toBeNull()
  }))
  const bare: LineInput = { product: 'tea', quantity: '1', amountMinor: 5n }
  expect([costOf([]), costOf([bare])]).toEqual([null, null])
})

it('writes one quantity one way', () => {
  expect(['2', '2.0', '+2', '02.50', '-0.10', '0', '-0', '1e3'].map(plainQuantity)).toEqual(['2', '2', '2', '2.5', '-0.1', '0', '0', '1e3'])
})

it('reads local days as the slow way does, also where zones moved', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Monrovia')
  fc.assert(fc.property(zones, fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (zone, at) => {
    const read = dayIn(zone)
    const near = new Date(at.getTime() + 60_000)
    expect([read(at), read(near), read(at)]).toEqual([dayOf(at, zone), dayOf(near, zone), dayOf(at, zone)])
  }))
})

it('calls an order identical only for the same buyer', () => {
  const known = { kind: 'sale' as const, source: 'pos', number: '1', at: new Date(0), currency: 'CNY', lines: [{ product: 'tea', quantity: '1', amountMinor: 5n }] }
  const [mine, theirs, nobodys] = ['a', 'b', null].map((customerId) => prepareOrder({ ...known, customerId }, 'id', () => '1970-01-01'))
  if (!mine || !theirs || !nobodys) throw new Error('three were prepared')
  expect([compare(mine, mine), compare(mine, theirs), compare(nobodys, mine), compare(nobodys, nobodys), compare(mine, { ...mine, contentHash: 'x' })])
    .toEqual(['identical', 'customer', 'customer', 'identical', 'content'])
})
