/** Baskets of Online Retail against pairs counted again in plain TypeScript over the raw lines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#foundation/engine.ts'
import { rawLines } from '#test/rawRetail.ts'
import { onlineRetail, sharedData, withLines } from '#test/sharedData.ts'
import { behaviourRule } from '../definitions/definitions.ts'
import { readBaskets } from './behaviour.ts'

const folder = sharedData() ?? ''
const rule = { ...behaviourRule, parameters: { ...behaviourRule.parameters, windowDays: null, topProducts: 150, leastPairOrders: 20 } }
const input = { asOf: '2011-12-10', today: '2026-01-01', currency: 'GBP', zone: 'UTC', cleaning: 'reference', by: 'product', rule } as const

describe.skipIf(folder === '')('baskets of Online Retail', () => {
  let engine: Engine
  beforeAll(async () => { engine = await withLines(await onlineRetail(folder)) }, 60_000)
  afterAll(() => engine.close())

  it('finds the pairs that a count by hand finds, with their support, confidence and lift', async () => {
    const answer = await readBaskets(engine, { ...input, limit: 100_000 })
    const baskets = new Map<string, Set<string>>()
    for (const { customer, number, product } of await rawLines(engine)) {
      const key = `${customer} ${number}`
      baskets.set(key, (baskets.get(key) ?? new Set<string>()).add(product))
    }
    const orders = new Map<string, number>()
    for (const basket of baskets.values()) for (const product of basket) orders.set(product, (orders.get(product) ?? 0) + 1)
    const top = [...orders].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 150).map(([product]) => product)
    const chosen = new Set(top)
    const both = new Map<string, number>()
    for (const basket of baskets.values()) {
      const own = [...basket].filter((product) => chosen.has(product)).sort()
      own.forEach((a, place) => own.slice(place + 1).forEach((b) => { const key = `${a} ${b}`; both.set(key, (both.get(key) ?? 0) + 1) }))
    }
    const n = baskets.size
    expect([answer.orders, answer.tested.keys, answer.tested.possible]).toEqual([n, 150, 11_175])
    expect(answer.tested.enough).toBe([...both.values()].filter((count) => count >= 20).length)
    expect(answer.pairs.length).toBe(answer.tested.together)
    expect(answer.pairs.length).toBeGreaterThan(1000)
    for (const pair of answer.pairs) {
      const count = both.get([pair.a.key, pair.b.key].sort().join(' ')) ?? 0
      const [a, b] = [orders.get(pair.a.key) ?? 0, orders.get(pair.b.key) ?? 0]
      expect([pair.both, pair.a.orders, pair.b.orders]).toEqual([count, a, b])
      expect(pair.support).toBeCloseTo(count / n, 12)
      expect([pair.aThenB, pair.bThenA]).toEqual([count / a, count / b])
      expect(pair.lift).toBeCloseTo((count * n) / (a * b), 9)
      expect(pair.lift).toBeGreaterThan(1)
      expect(pair.q).toBeLessThanOrEqual(0.05)
      expect(pair.q).toBeGreaterThanOrEqual(pair.p)
    }
    // The teacups in three colours are the best known pair of this set.
    expect(new Set([answer.pairs[0]?.a.key, answer.pairs[0]?.b.key])).toEqual(new Set(['22697', '22699']))
    expect(answer.single.count).toBe([...baskets.values()].filter((basket) => basket.size === 1).length)
    const sizes = [...baskets.values()].map((basket) => basket.size).sort((a, b) => a - b)
    expect(answer.medianItems).toBe(((sizes[Math.floor((n - 1) / 2)] ?? 0) + (sizes[Math.ceil((n - 1) / 2)] ?? 0)) / 2)
  })

  it('answers alike whatever the order of the rows, and says when no pair can be tested', async () => {
    const before = await readBaskets(engine, input)
    await engine.run('create or replace table memory.main.shuffled as select * from warehouse.line order by hash(order_id, line_no)')
    await engine.run('delete from warehouse.line')
    await engine.run('insert into warehouse.line select * from memory.main.shuffled')
    expect(await readBaskets(engine, input)).toEqual(before)
    const none = await readBaskets(engine, { ...input, rule: { ...rule, parameters: { ...rule.parameters, leastPairOrders: 5000 } } })
    expect([none.pairs, none.missing?.en]).toEqual([[], expect.stringContaining('no two things are together in at least 5,000 orders')])
    expect((await readBaskets(engine, { ...input, by: 'category' })).missing?.en).toContain('no category is recorded')
  })
})
