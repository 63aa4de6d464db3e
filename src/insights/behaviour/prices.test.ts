/** Usual prices, what is bought below them and how sales answered, on Online Retail against a count by hand in plain TypeScript over the raw lines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#foundation/engine.ts'
import { rawLines, type RawLine } from '#test/rawRetail.ts'
import { onlineRetail, sharedData, withLines } from '#test/sharedData.ts'
import { behaviourRule } from '../definitions/definitions.ts'
import { listBehaviourCustomers, readPrice, readPromotion } from './behaviour.ts'

const folder = sharedData() ?? ''
const rule = { ...behaviourRule, parameters: { ...behaviourRule.parameters, windowDays: null } }
const input = { asOf: '2011-12-10', today: '2026-01-01', currency: 'GBP', zone: 'UTC', cleaning: 'reference', rule } as const

interface Bargain { readonly orders: Set<string>, readonly promotedOrders: Set<string>, known: number, promoted: number, knownUnits: number, belowUnits: number }

describe.skipIf(folder === '')('prices of Online Retail', () => {
  let engine: Engine
  let raw: readonly RawLine[]
  const people = new Map<string, Bargain>()
  beforeAll(async () => {
    engine = await withLines(await onlineRetail(folder))
    raw = await rawLines(engine)
    // Usual prices know walk-ins too.
    const walkIns = await engine.all<{ day: string, product: string, quantity: number, price_minor: bigint }>(
      "select cast(moment as date) as day, product, quantity, price_minor from memory.main.raw where customer is null and number not like 'C%' and quantity > 0 and price_minor > 0")
    const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
    const prices = new Map<string, number[]>()
    const seen = (product: string, day: string, unit: number): void => {
      for (const step of [0, 1, 2]) { const key = `${product} ${month(day) + step}`; prices.set(key, [...prices.get(key) ?? [], unit]) }
    }
    for (const { product, day, minor, quantity } of raw) seen(product, day, Math.floor(minor / quantity + 0.5))
    for (const { product, day, price_minor: price } of walkIns) seen(product, day, Number(price))
    const usual = new Map([...prices].flatMap(([key, units]) => (units.length < 5 ? [] : [[key, units.sort((a, b) => a - b)[Math.ceil(units.length / 2) - 1] ?? 0] as const])))
    for (const { customer, number, product, day, quantity, minor } of raw) {
      const one = people.get(customer) ?? { orders: new Set<string>(), promotedOrders: new Set<string>(), known: 0, promoted: 0, knownUnits: 0, belowUnits: 0 }
      people.set(customer, one)
      one.orders.add(number)
      const price = usual.get(`${product} ${month(day)}`)
      if (price === undefined) continue
      const unit = Math.floor(minor / quantity + 0.5)
      one.known += minor
      one.knownUnits += quantity
      if (unit < Math.floor(price * 0.995 + 0.5)) one.belowUnits += quantity
      if (unit <= Math.floor(price * 0.95 + 0.5)) { one.promoted += minor; one.promotedOrders.add(number) }
    }
  }, 240_000)
  afterAll(() => engine.close())

  const bandOf = (part: number, whole: number): number | null => (whole === 0 ? null : part === 0 ? 0 : part >= whole ? 5 : 1 + Math.floor(4 * part / whole))
  const sum = (of: (one: Bargain) => number): number => [...people.values()].reduce((all, one) => all + of(one), 0)

  it('finds what is bought on promotion, by whom, and who buys nothing else', async () => {
    const answer = await readPromotion(engine, input)
    expect(answer.moneyShare).toBeCloseTo(sum((one) => one.promoted) / sum((one) => one.known), 12)
    expect(Number(answer.promotedMinor)).toBe(sum((one) => one.promoted))
    expect(answer.orders).toMatchObject({ count: sum((one) => one.promotedOrders.size), of: sum((one) => one.orders.size) })
    const bands = [...people.values()].map((one) => bandOf(one.promoted, one.known))
    expect(answer.bargains.bands.map(({ band, customers }) => [band, customers])).toEqual([0, 1, 2, 3, 4, 5].map((band) => [band, bands.filter((found) => found === band).length]))
    expect(answer.bargains.unknown).toBe(bands.filter((found) => found === null).length)
    const only = [...people].filter(([, one]) => one.known > 0 && one.promoted >= one.known && one.orders.size >= 2).map(([customer]) => customer)
    expect(answer.only.count).toBe(only.length)
    const list = await listBehaviourCustomers(engine, { ...input, promotion: 5, ordersFrom: 2, limit: 5000 })
    expect(new Set(list.items.map(({ name }) => name))).toEqual(new Set(only))
    expect(list.items.every(({ promotionShare }) => promotionShare === 1)).toBe(true)
    const some = await listBehaviourCustomers(engine, { ...input, promotion: 2, limit: 5000 })
    for (const { name, promotionShare } of some.items) { const one = people.get(name ?? ''); expect(promotionShare).toBeCloseTo((one?.promoted ?? 0) / (one?.known ?? 1), 12) }
  })

  it('finds the units bought below the usual price', async () => {
    const answer = await readPrice(engine, input)
    expect(answer.belowShare).toBeCloseTo(sum((one) => one.belowUnits) / sum((one) => one.knownUnits), 12)
    const bands = [...people.values()].map((one) => bandOf(one.belowUnits, one.knownUnits))
    expect(answer.bargains.bands.map(({ band, customers }) => [band, customers])).toEqual([0, 1, 2, 3, 4, 5].map((band) => [band, bands.filter((found) => found === band).length]))
    const shares = [...people.values()].flatMap((one) => (one.knownUnits === 0 ? [] : [one.belowUnits / one.knownUnits])).sort((a, b) => a - b)
    const at = 0.5 * (shares.length - 1)
    expect(answer.bargains.quartiles[1]).toBeCloseTo(((shares[Math.floor(at)] ?? 0) + (shares[Math.ceil(at)] ?? 0)) / 2, 12)
  })

  it('fits one product’s response as a line through its weeks, and calls unproven what is', async () => {
    const answer = await readPrice(engine, input)
    expect(answer.looked).toBe(300)
    const product = answer.products[0]?.product ?? ''
    const weeks = new Map<string, { quantity: number, units: number[] }>()
    for (const line of raw.filter((one) => one.product === product)) {
      const monday = new Date(Date.parse(`${line.day}T00:00:00Z`) - ((new Date(`${line.day}T00:00:00Z`).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
      const week = weeks.get(monday) ?? { quantity: 0, units: [] }
      weeks.set(monday, week)
      week.quantity += line.quantity
      week.units.push(Math.floor(line.minor / line.quantity + 0.5))
    }
    const whole = [...weeks].filter(([monday]) => monday >= '2010-12-01' && monday <= '2011-12-04').map(([, { quantity, units }]) =>
      ({ x: Math.log(units.sort((a, b) => a - b)[Math.ceil(units.length / 2) - 1] ?? 0), y: Math.log(quantity) }))
    const mean = (of: (point: { x: number, y: number }) => number): number => whole.reduce((all, point) => all + of(point), 0) / whole.length
    const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)]
    expect([answer.products[0]?.weeks]).toEqual([whole.length])
    expect(answer.products[0]?.slope).toBeCloseTo(mean(({ x, y }) => (x - mx) * (y - my)) / mean(({ x }) => (x - mx) ** 2), 9)
    // Of 300 products few moved their price and sold ten lines a week; together they say "down", with an interval that does not exclude the opposite.
    expect(answer.estimated).toBeGreaterThanOrEqual(10)
    expect(answer.pooled).toMatchObject({ proven: false })
    expect(answer.pooled?.slope).toBeLessThan(0)
    expect(answer.proven).toBe(answer.products.filter(({ q }) => q !== null && q <= 0.05).length)
    expect(answer.pooled?.products).toBe(answer.estimated)
    expect(answer.products.every(({ low, slope, high }) => (low ?? 0) <= (slope ?? 0) && (slope ?? 0) <= (high ?? 0))).toBe(true)
  })

  it('refuses where there are too few weeks, and says so', async () => {
    const short = await readPrice(engine, { ...input, asOf: '2010-12-20' })
    expect([short.pooled, short.products, short.missingSlope?.en]).toEqual([null, [], expect.stringContaining('Not enough data')])
    const bare = await readPromotion(engine, { ...input, asOf: '2010-11-30' })
    expect(bare.missing?.en).toContain('have no lines')
  })
})
