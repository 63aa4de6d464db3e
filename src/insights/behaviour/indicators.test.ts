/** Signs of satisfaction and time to decide on Online Retail, counted again in plain TypeScript over the raw lines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#foundation/engine.ts'
import { addDays, daysBetween } from '#foundation/zone.ts'
import { rawLines, type RawLine } from '#test/rawRetail.ts'
import { onlineRetail, sharedData, withLines } from '#test/sharedData.ts'
import { readHabits, readIndicators, readTiming } from './behaviour.ts'

const folder = sharedData() ?? ''
const asOf = '2011-12-09'
const input = { asOf, today: '2026-01-01', currency: 'GBP', zone: 'UTC', cleaning: 'reference' } as const

describe.skipIf(folder === '')('signs of satisfaction on Online Retail', () => {
  let engine: Engine
  let raw: readonly RawLine[]
  beforeAll(async () => { engine = await withLines(await onlineRetail(folder)); raw = await rawLines(engine) }, 60_000)
  afterAll(() => engine.close())

  /** Days and money of each customer in the period that ended so many periods ago; an invoice is of its first day. */
  const period = (ago: number) => {
    const [from, to] = [addDays(asOf, 1 - 90 * (ago + 1)), addDays(asOf, -90 * ago)]
    const dayOf = new Map<string, string>()
    for (const { number, customer, day } of raw) { const key = `${customer} ${number}`; const known = dayOf.get(key); if (known === undefined || day < known) dayOf.set(key, day) }
    const people = new Map<string, { days: Set<string>, minor: number }>()
    for (const { number, customer, minor } of raw) {
      const day = dayOf.get(`${customer} ${number}`) ?? ''
      if (day < from || day > to) continue
      const one = people.get(customer) ?? { days: new Set<string>(), minor: 0 }
      people.set(customer, one)
      one.days.add(day)
      one.minor += minor
    }
    return people
  }

  it('counts repeat purchases, retention and money a buyer, both periods', async () => {
    const answer = await readIndicators(engine, undefined, input)
    const [now, before, then] = [period(0), period(1), period(2)]
    const of = (id: string) => answer.items.find((item) => item.id === id)
    expect([answer.now.to, answer.before.to]).toEqual([asOf, addDays(answer.now.from, -1)])
    const again = (people: typeof now): number => [...people.values()].filter(({ days }) => days.size >= 2).length / people.size
    expect([of('repeat')?.now?.value, of('repeat')?.before?.value]).toEqual([again(now), again(before)])
    const kept = (later: typeof now, earlier: typeof now): number => [...earlier.keys()].filter((customer) => later.has(customer)).length / earlier.size
    expect(of('retention')?.now).toMatchObject({ value: kept(now, before), n: before.size })
    expect(of('retention')?.before).toMatchObject({ value: kept(before, then), n: then.size })
    const mean = (people: typeof now): number => [...people.values()].reduce((sum, { minor }) => sum + minor / 10_000, 0) / people.size
    expect(of('amount')?.now?.value).toBeCloseTo(mean(now), 6)
    expect(of('amount')?.before?.value).toBeCloseTo(mean(before), 6)
    expect(Number(answer.totalMinor)).toBe([...now.values()].reduce((sum, { minor }) => sum + minor, 0))
    for (const item of answer.items.filter(({ now: found }) => found !== null)) {
      expect(item.now?.low).toBeLessThanOrEqual(item.now?.value ?? 0)
      expect(item.now?.high).toBeGreaterThanOrEqual(item.now?.value ?? 0)
      expect(item.change?.proven).toBe((item.change?.low ?? 0) > 0 || (item.change?.high ?? 0) < 0)
    }
  })

  it('names what nothing records, and never writes zero in its place', async () => {
    const { items } = await readIndicators(engine, undefined, input)
    expect(items.map(({ id }) => id)).toEqual(['repeat', 'decide', 'price', 'retention', 'reputation', 'complaints', 'amount'])
    for (const id of ['decide', 'reputation', 'complaints']) expect(items.find((item) => item.id === id)).toMatchObject({ now: null, before: null, change: null, missing: { en: expect.stringContaining('Not recorded yet') } })
    const short = await readIndicators(engine, undefined, { ...input, asOf: '2011-02-01' })
    const repeat = short.items.find(({ id }) => id === 'repeat')
    expect([repeat?.before, repeat?.change, repeat?.now === null]).toEqual([null, null, false])
    expect(short.items.find(({ id }) => id === 'retention')).toMatchObject({ now: null, missing: { en: expect.stringContaining('orders of at least 180 days') } })
  })

  it('tells the time to the second order with the open ones censored, and that registration tells nothing here', async () => {
    const answer = await readTiming(engine, undefined, input)
    const days = new Map<string, Set<string>>()
    const dayOf = new Map<string, string>()
    for (const { number, customer, day } of raw) { const key = `${customer} ${number}`; const known = dayOf.get(key); if (known === undefined || day < known) dayOf.set(key, day) }
    for (const [key, day] of dayOf) { const customer = key.split(' ')[0] ?? ''; if (day <= asOf) days.set(customer, (days.get(customer) ?? new Set<string>()).add(day)) }
    const waits = [...days.values()].flatMap((own) => {
      const [first = '', second] = [...own].sort()
      return first > addDays(asOf, -365) ? [{ ended: second !== undefined, days: daysBetween(first, second ?? asOf) }] : []
    })
    expect([answer.second.people, answer.second.ended]).toEqual([waits.length, waits.filter(({ ended }) => ended).length])
    let alive = 1
    answer.second.curve.forEach((share, day) => {
      const under = waits.filter((wait) => wait.days >= day).length
      if (under > 0) alive *= 1 - waits.filter((wait) => wait.ended && wait.days === day).length / under
      expect(share).toBeCloseTo(1 - alive, 10)
    })
    expect(answer.registration).toMatchObject({ missing: { en: expect.stringContaining('registered before the day of their first order') } })
    expect(answer.contact).toMatchObject({ missing: { en: expect.stringContaining('Not recorded yet') }, quartiles: [null, null, null] })
  })

  it('knows the habits of one customer', async () => {
    const [someone] = await engine.all<{ customer_id: string, name: string }>("select customer_id, name from warehouse.customer where name = '17841'")
    const habits = await readHabits(engine, { ...input, customer: someone?.customer_id ?? '' })
    const own = raw.filter(({ customer, day }) => customer === '17841' && day <= asOf)
    const products = new Map<string, number>()
    for (const { product, minor } of own) products.set(product, (products.get(product) ?? 0) + minor)
    const [top] = [...products].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    expect([habits.orders, habits.categories]).toEqual([new Set(own.map(({ number }) => number)).size, []])
    expect(habits.products[0]?.key).toBe(top?.[0])
    expect(habits.products[0]?.share).toBeCloseTo((top?.[1] ?? 0) / own.reduce((sum, { minor }) => sum + minor, 0), 12)
    const nobody = await readHabits(engine, { ...input, customer: '00000000-0000-4000-8000-000000000000' })
    expect([nobody.orders, nobody.promotionShare, nobody.missing?.en]).toEqual([0, null, expect.stringContaining('No orders with lines')])
  })
})
