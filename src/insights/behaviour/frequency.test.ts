/** Frequency and preference on Online Retail against the same figures counted again in plain TypeScript over the raw lines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#foundation/engine.ts'
import { onlineRetail, sharedData, withLines } from '#test/sharedData.ts'
import { rawLines, type RawLine } from '#test/rawRetail.ts'
import { readFrequency, readPreference } from './behaviour.ts'
import { listBehaviourCustomers } from './behaviour.ts'
import { behaviourRule } from '../definitions/definitions.ts'

const folder = sharedData() ?? ''
const rule = { ...behaviourRule, parameters: { ...behaviourRule.parameters, windowDays: null } }
const input = { asOf: '2011-12-10', today: '2026-01-01', currency: 'GBP', zone: 'UTC', cleaning: 'reference', rule } as const

describe.skipIf(folder === '')('frequency and preference on Online Retail as of 2011-12-10, all days, reference rule', () => {
  let engine: Engine
  let raw: readonly RawLine[]
  beforeAll(async () => { engine = await withLines(await onlineRetail(folder)); raw = await rawLines(engine) }, 60_000)
  afterAll(() => engine.close())

  const byCustomer = () => {
    const orders = new Map<string, Map<string, { day: string, hour: number, minor: number }>>()
    for (const { customer, number, day, hour, minor } of raw) {
      const own = orders.get(customer) ?? new Map<string, { day: string, hour: number, minor: number }>()
      const order = own.get(number)
      // An invoice may be written over a minute's turn: its first moment is its moment.
      own.set(number, order === undefined ? { day, hour, minor } : { day: day < order.day ? day : order.day, hour: Math.min(hour, order.hour), minor: order.minor + minor })
      orders.set(customer, own)
    }
    return orders
  }

  it('counts customers, orders, gaps, weekdays and hours', async () => {
    const answer = await readFrequency(engine, input)
    const people = byCustomer()
    const counts = [...people.values()].map((own) => own.size)
    expect([answer.customers, answer.orders]).toEqual([people.size, counts.reduce((sum, n) => sum + n, 0)])
    expect([answer.customers, answer.orders]).toEqual([4338, 18_532])
    expect(answer.each.once).toMatchObject({ count: counts.filter((n) => n === 1).length, of: 4338 })
    const sorted = counts.toSorted((a, b) => a - b)
    const middle = (p: number): number => { const at = p * (sorted.length - 1); const low = sorted[Math.floor(at)] ?? 0; return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? 0) - low) }
    expect(answer.each.quartiles).toEqual([middle(0.25), middle(0.5), middle(0.75)])
    expect(answer.each.bands.map(({ from, customers }) => [from, customers])).toEqual([1, 2, 3, 4, 5, 10, 20].map((from, place, edges) => [from, counts.filter((n) => n >= from && n < (edges[place + 1] ?? Infinity)).length]))
    const weekdays = new Map<number, number>()
    const cells = new Map<string, number>()
    const gaps: { days: number, ended: boolean }[] = []
    for (const own of people.values()) {
      for (const { day, hour } of own.values()) {
        const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 + 1
        weekdays.set(weekday, (weekdays.get(weekday) ?? 0) + 1)
        cells.set(`${weekday} ${hour}`, (cells.get(`${weekday} ${hour}`) ?? 0) + 1)
      }
      const days = [...new Set([...own.values()].map(({ day }) => day))].sort()
      days.forEach((day, place) => { const next = days[place + 1]; gaps.push({ days: (Date.parse(next ?? '2011-12-10') - Date.parse(day)) / 86_400_000, ended: next !== undefined }) })
    }
    expect(Object.fromEntries(answer.weekdays.filter(({ orders }) => orders > 0).map(({ weekday, orders }) => [weekday, orders]))).toEqual(Object.fromEntries(weekdays))
    expect(Object.fromEntries((answer.hours ?? []).map(({ weekday, hour, orders }) => [`${weekday} ${hour}`, orders]))).toEqual(Object.fromEntries(cells))
    expect([answer.gaps.ended, answer.gaps.open]).toEqual([gaps.filter(({ ended }) => ended).length, 4338])
    // Kaplan–Meier, person by person.
    let alive = 1
    const curve: number[] = []
    for (let day = 0; day <= 365; day += 1) {
      const under = gaps.filter(({ days }) => days >= day).length
      alive *= 1 - gaps.filter(({ days, ended }) => ended && days === day).length / under
      curve.push(1 - alive)
    }
    expect(answer.gaps.curve.length).toBe(366)
    answer.gaps.curve.forEach((share, day) => expect(share).toBeCloseTo(curve[day] ?? -1, 10))
    expect(answer.gaps.quartiles).toEqual([0.25, 0.5, 0.75].map((share) => { const day = curve.findIndex((found) => found >= share); return day < 0 ? null : day }))
  })

  it('ranks products by money with their repeat rate and share of wallet', async () => {
    const answer = await readPreference(engine, { ...input, by: 'product', limit: 5000 })
    const wallet = new Map<string, number>()
    const products = new Map<string, { minor: number, orders: Set<string>, buyers: Map<string, Set<string>> }>()
    for (const { customer, number, product, minor } of raw) {
      wallet.set(customer, (wallet.get(customer) ?? 0) + minor)
      const one = products.get(product) ?? { minor: 0, orders: new Set(), buyers: new Map<string, Set<string>>() }
      products.set(product, one)
      one.minor += minor
      one.orders.add(number)
      one.buyers.set(customer, (one.buyers.get(customer) ?? new Set<string>()).add(number))
    }
    const total = [...wallet.values()].reduce((sum, minor) => sum + minor, 0)
    expect([answer.keys, answer.lines, Number(answer.moneyMinor)]).toEqual([products.size, raw.length, total])
    expect(answer.items).toHaveLength(products.size)
    for (const item of answer.items) {
      const one = products.get(item.key)
      const buyers = [...one?.buyers.entries() ?? []]
      expect([item.customers, item.orders, Number(item.moneyMinor), item.repeat.count]).toEqual([buyers.length, one?.orders.size, one?.minor, buyers.filter(([, orders]) => orders.size >= 2).length])
      expect(item.walletShare).toBeCloseTo((one?.minor ?? 0) / buyers.reduce((sum, [customer]) => sum + (wallet.get(customer) ?? 0), 0), 12)
    }
    const favourites = [...wallet].map(([customer, all]) => Math.max(...(mineOf.get(customer) ?? new Map<string, number>()).values()) / all)
    expect(answer.favourite.half.count).toBe(favourites.filter((share) => share >= 0.5).length)
    const again = answer.items[0]
    const list = await listBehaviourCustomers(engine, { ...input, product: again?.key ?? '', again: true, limit: 5000 })
    expect(list.items).toHaveLength(again?.repeat.count ?? -1)
  })

  /** Money by customer and product. */
  const mineOf = new Map<string, Map<string, number>>()
  beforeAll(() => {
    for (const { customer, product, minor } of raw) {
      const own = mineOf.get(customer) ?? new Map<string, number>()
      mineOf.set(customer, own.set(product, (own.get(product) ?? 0) + minor))
    }
  })

  it('says what is missing: categories, and customers where there are few', async () => {
    const none = await readPreference(engine, { ...input, by: 'category' })
    expect([none.items, none.missing?.en]).toEqual([[], expect.stringContaining('no category is recorded')])
    const early = await readFrequency(engine, { ...input, asOf: '2010-11-30' })
    expect([early.customers, early.missing?.en]).toEqual([0, expect.stringContaining('Not enough data')])
  })

  it('lists exactly the customers behind a number of orders, a weekday and an hour', async () => {
    const once = await listBehaviourCustomers(engine, { ...input, ordersFrom: 1, ordersTo: 1, limit: 5000 })
    const people = byCustomer()
    expect(new Set(once.items.map(({ name }) => name))).toEqual(new Set([...people].filter(([, own]) => own.size === 1).map(([customer]) => customer)))
    const noon = await listBehaviourCustomers(engine, { ...input, hour: 7, limit: 5000 })
    expect(new Set(noon.items.map(({ name }) => name))).toEqual(new Set([...people].filter(([, own]) => [...own.values()].some(({ hour }) => hour === 7)).map(([customer]) => customer)))
    const sunday = await listBehaviourCustomers(engine, { ...input, weekday: 7, limit: 5000 })
    expect(sunday.items.length).toBe([...people.values()].filter((own) => [...own.values()].some(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0)).length)
  })
})
