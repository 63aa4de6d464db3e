import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { rounded, shared } from './earning.amounts.ts'
import { keptLines, paidLines, type Basket, type BasketLine } from './earning.basket.ts'
import { faultsOf } from './earning.check.ts'
import { birthdayNear } from './earning.facts.ts'
import { fitsEvent, fitsOrder, type Facts } from './earning.match.ts'
import { differenceOf } from './earning.returns.ts'
import { accrue } from './earning.rules.ts'
import type { Programme, Rule } from './earning.schema.ts'
import type { AccrualRow, PartRow } from './earning.sql.ts'

const facts: Facts = { tier: 'gold', ratePermille: 1500, isFirst: true, birthday: ['month'], day: '2026-03-10', minute: 720 }
const rule = (key: string, give: Rule['give'], more: Partial<Rule> = {}): Rule => ({ key, name: key, currency: 'points', give, rounding: 'floor', ...more })
const ground = rule('ground', { kind: 'rate', points: 1, perMinor: '10000' })
const programme = (rules: readonly Rule[], stacking: 'additive' | 'multiplicative' | 'best' = 'additive', more: Partial<Programme> = {}): Programme => ({ sources: null, currencies: { points: { stacking } }, budgets: [], rules: [...rules], ...more })
const line = (lineNo: number, product: string, yuan: number, category: string | null = null, quantity = '1'): BasketLine => ({ lineNo, product, category, quantity, amountMinor: BigInt(Math.round(yuan * 10_000)) })
const basket = (...lines: readonly BasketLine[]): Basket => ({ customerId: 'c', source: 'shop', number: '1', at: new Date('2026-03-10T04:00:00Z'), storeId: 's1', channel: 'app', lines })
const total = (parts: readonly { readonly amount: bigint }[]): bigint => parts.reduce((sum, { amount }) => sum + amount, 0n)
const byRule = (parts: readonly { readonly rule: string, readonly amount: bigint }[]): Record<string, number> => Object.fromEntries([...Map.groupBy(parts, (part) => part.rule)].map(([key, own]) => [key, Number(total(own))]))
const earns = (lines: readonly BasketLine[], of: Programme, known = facts) => byRule(accrue(basket(...lines), known, of))

describe('what a basket earns', () => {
  it('19: is rounded once an order, in the way that the rule names, and shared over the lines by largest remainder', () => {
    const lines = [line(1, 'A', 0.6), line(2, 'B', 0.6), line(3, 'C', 0.6)]
    expect(accrue(basket(...lines), facts, programme([ground]))).toEqual([{ currency: 'points', lineNo: 1, rule: 'ground', amount: 1n }])
    expect(earns(lines, programme([{ ...ground, rounding: 'ceil' }]))).toEqual({ ground: 2 })
    expect([rounded(5n, 2n, 'half_even'), rounded(7n, 2n, 'half_even'), rounded(9n, 4n, 'half_even'), rounded(11n, 4n, 'half_even')]).toEqual([2n, 4n, 2n, 3n])
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 9 }), (units, weights) => {
      const shares = shared(units, weights)
      const all = weights.reduce((sum, weight) => sum + weight, 0n)
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(units)
      if (all > 0n) shares.forEach((share, at) => { const off = share * all - units * (weights[at] ?? 0n); expect(off < all && off > -all).toBe(true) })
    }))
  })

  it('takes the first rule by money that fits a line, and extras on top', () => {
    const tea = rule('tea', { kind: 'rate', points: 3, perMinor: '10000' }, { where: { categories: ['tea'], exceptProducts: ['X'] } })
    const extra = rule('extra', { kind: 'rate', points: 1, perMinor: '100000', extra: true })
    expect(earns([line(1, 'A', 10, 'tea/green'), line(2, 'B', 10, 'teapot'), line(3, 'X', 10, 'tea')], programme([tea, ground, extra]))).toEqual({ tea: 30, ground: 20, extra: 3 })
  })

  it('stacks multiples as it is told: added up, multiplied, or the highest', () => {
    const rules = [ground, rule('double', { kind: 'times', permille: 2000 }), rule('tier', { kind: 'tier' }), rule('month', { kind: 'times', permille: 3000 }, { when: { birthday: 'month' } })]
    const of = (stacking: 'additive' | 'multiplicative' | 'best') => earns([line(1, 'A', 100)], programme(rules, stacking))
    expect(of('additive')).toEqual({ ground: 100, double: 100, tier: 50, month: 200 })
    expect(of('multiplicative')).toEqual({ ground: 100, double: 100, tier: 100, month: 600 })
    expect(of('best')).toEqual({ ground: 100, month: 200 })
    expect(earns([line(1, 'A', 100)], programme([ground, rule('tier', { kind: 'tier' })]), { ...facts, ratePermille: 500 })).toEqual({ ground: 50 })
  })

  it('asks for store, channel, source, tier, days, weekdays, hours past midnight, first order, birthday and a least amount', () => {
    const fits = (when: NonNullable<Rule['when']>, known = facts) => fitsOrder(when, basket(), known)
    expect([fits({ stores: ['s1'] }), fits({ stores: ['s2'] }), fits({ channels: ['app'] }), fits({ channels: ['web'] }), fits({ tiers: ['gold'] }), fits({ tiers: ['plain'] })]).toEqual([true, false, true, false, true, false])
    expect([fits({ from: '2026-03-10', to: '2026-03-10' }), fits({ from: '2026-03-11' }), fits({ to: '2026-03-09' }), fits({ weekdays: [2] }), fits({ weekdays: [1, 3] })]).toEqual([true, false, false, true, false])
    expect([fits({ hours: { from: '12:00', to: '13:00' } }), fits({ hours: { from: '11:00', to: '12:00' } }), fits({ hours: { from: '22:00', to: '12:01' } }), fits({ hours: { from: '22:00', to: '02:00' } })]).toEqual([true, false, true, false])
    expect([fits({ firstOrder: true }), fits({ firstOrder: true }, { ...facts, isFirst: false }), fits({ birthday: 'month' }), fits({ birthday: 'day' })]).toEqual([true, false, true, false])
    const least = rule('least', { kind: 'fixed', points: 10 }, { where: { products: ['A'] }, when: { atLeastMinor: '500000' } })
    expect([earns([line(1, 'A', 49.9), line(2, 'B', 90)], programme([least])), earns([line(1, 'A', 50)], programme([least]))]).toEqual([{}, { least: 10 }])
  })

  it('knows birthdays by the sun and by the moon, their week and their month', () => {
    const solar = { calendar: 'solar' as const, year: null, month: 3, day: 1, leap: false }
    expect([birthdayNear(solar, '2026-03-01'), birthdayNear(solar, '2026-02-27'), birthdayNear(solar, '2026-03-31'), birthdayNear(solar, '2026-04-01')]).toEqual([['day', 'week', 'month'], ['week'], ['month'], []])
    expect(birthdayNear({ ...solar, month: 2, day: 29 }, '2026-02-28')).toEqual(['day', 'week', 'month'])
    // The second of the second lunar month of 2026 is 20 March.
    expect([birthdayNear({ calendar: 'lunar', year: 1990, month: 2, day: 2, leap: false }, '2026-03-20'), birthdayNear({ calendar: 'lunar', year: 1990, month: 2, day: 2, leap: false }, '2026-03-02')]).toEqual([['day', 'week', 'month'], ['month']])
  })

  it('reads what an event says, and takes what is not there for no', () => {
    const body = { stars: 4, kind: 'shop', deep: { well: 'yes' }, text: '12' }
    expect([fitsEvent([{ field: 'stars', is: 'at_least', value: 4 }], body), fitsEvent([{ field: 'stars', is: 'at_most', value: 3 }], body), fitsEvent([{ field: 'deep.well', is: 'equals', value: 'yes' }], body), fitsEvent([{ field: 'text', is: 'at_least', value: 12 }], body), fitsEvent([{ field: 'kind', is: 'one_of', value: ['web', 'shop'] }], body), fitsEvent([{ field: 'none', is: 'not', value: 'x' }], body)])
      .toEqual([true, false, true, true, true, false])
  })

  it('shares a discount that stands beside the goods over them, and earns nothing for delivery', () => {
    expect(paidLines([line(1, 'A', 60), line(2, 'B', 40), { ...line(3, 'coupon', 0), amountMinor: -100_000n }], 900_000n).map(({ amountMinor }) => amountMinor)).toEqual([540_000n, 360_000n])
    expect(paidLines([line(1, 'A', 60)], 700_000n).map(({ amountMinor }) => amountMinor)).toEqual([600_000n])
  })

  it('tells at its field what could never work', () => {
    const faults = faultsOf(programme([ground, rule('ground', { kind: 'fixed', points: 1 }, { currency: 'miles', budget: 'none', when: { from: '2026-02-30', to: '2026-01-01' } }), rule('late', { kind: 'rate', points: 1, perMinor: '1' })]))
    expect(faults.map(({ path }) => path)).toEqual(['rules/1/key', 'rules/0/give', 'rules/1/currency', 'rules/1/budget', 'rules/1/when/from', 'rules/1/when/to'])
  })
})

/** A rule of any kind, with limits of its own. */
const rules: readonly Rule[] = [
  ground, rule('tea', { kind: 'times', permille: 2300 }, { where: { categories: ['tea'] }, rounding: 'half_even' }), rule('tier', { kind: 'tier' }, { rounding: 'ceil' }), rule('month', { kind: 'times', permille: 1700 }, { when: { birthday: 'month', atLeastMinor: '200000' } }),
  rule('piece', { kind: 'unit', points: 7 }, { where: { products: ['A', 'B'] }, rounding: 'half_even', most: { order: 30 } }), rule('whole', { kind: 'fixed', points: 55 }, { when: { atLeastMinor: '300000' }, budget: 'camp' }),
  rule('extra', { kind: 'rate', points: 3, perMinor: '70000', extra: true }, { rounding: 'ceil', most: { day: 40, customer: 200 } })
]

describe('8: what is given back', () => {
  it('in any split comes to what the whole return takes, never below zero and never beyond, on 10,000 random baskets', () => {
    const random = seededRandom(20_260_322)
    const int = (most: number): number => Math.floor(random.next() * most)
    const stackings = ['additive', 'multiplicative', 'best'] as const
    for (let round = 0; round < 10_000; round += 1) {
      const of = programme(rules.filter(() => int(4) > 0), stackings[int(3)], { budgets: [{ key: 'camp', name: 'camp', currency: 'points', bound: '1' }], currencies: { points: { stacking: stackings[int(3)] ?? 'best', ...(int(3) === 0 ? { most: { order: 20 + int(80) } } : {}) } } })
      const sold = Array.from({ length: 1 + int(5) }, (_, at) => line(at + 1, 'ABC'[int(3)] ?? 'A', int(3000) / 100, int(2) === 0 ? 'tea' : null, String(1 + int(4))))
      const granted = { rules: new Map(of.rules.map(({ key }) => [key, BigInt(int(80))])), currencies: new Map<string, bigint>() }
      const known = { ...facts, ratePermille: 500 + 100 * int(15), storeId: 's1', channel: 'app' }
      const first = accrue(basket(...sold), known, of, granted)
      const accrual: AccrualRow = { customerId: 'c', source: 'shop', number: '1', currency: 'points', accrualId: 'a', kind: 'order', orderId: 'o', at: new Date('2026-03-10T04:00:00Z'), day: '2026-03-10', version: 1, facts: known, earned: total(first), reversed: 0n, insertedAt: new Date('2026-03-10T04:00:00Z') }
      let [parts, reversed, kept]: [readonly PartRow[], bigint, readonly BasketLine[]] = [first.map(({ lineNo, rule: key, amount }) => ({ customerId: 'c', accrualId: 'a', lineNo, rule: key, amount, kept: amount })), 0n, sold]
      const budgetAtFirst = first.filter(({ rule: key }) => key === 'whole').reduce((sum, { amount }) => sum + amount, 0n)
      let freed = 0n
      while (kept.length > 0) {
        kept = kept.flatMap((one) => { const left = one.amountMinor - BigInt(int(Number(one.amountMinor) + 1)); return int(3) === 0 || left <= 0n ? [] : [{ ...one, amountMinor: left }] })
        const difference = differenceOf({ ...accrual, reversed }, parts, of, { sold, kept })
        expect(difference.less >= 0n, `basket ${round}`).toBe(true)
        if (difference.less === 0n) continue
        reversed += difference.less
        freed += difference.freed.get('camp') ?? 0n
        parts = difference.parts.map((part) => ({ customerId: 'c', accrualId: 'a', amount: 0n, ...part }))
        expect(total(parts.map((part) => ({ amount: part.kept }))), `basket ${round}`).toBe(accrual.earned - reversed)
      }
      expect([reversed, freed], `basket ${round}`).toEqual([accrual.earned, budgetAtFirst])
    }
  })

  it('keeps a line whole where it is kept whole, and nothing of a line that is gone', () => {
    const sold = [line(1, 'A', 10), line(2, 'B', 20)]
    const paid = [{ ...line(1, 'A', 9) }, { ...line(2, 'B', 18) }]
    expect(keptLines(paid, sold, sold).map(({ amountMinor }) => amountMinor)).toEqual([90_000n, 180_000n])
    expect(keptLines(paid, sold, [{ ...line(2, 'B', 5) }]).map(({ lineNo, amountMinor }) => [lineNo, amountMinor])).toEqual([[2, 45_000n]])
  })
})
