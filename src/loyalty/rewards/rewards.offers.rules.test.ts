import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BasketLine } from '../returns/returns.ts'
import { keptOf, quote, type Offer, type OfferFacts } from './rewards.offers.rules.ts'
import type { OfferParameters } from './rewards.parameters.schema.ts'

const anyone = { traits: [], fields: [], newWithinDays: null, from: null, to: null }
const offer = (shape: OfferParameters['shape'], more: Partial<OfferParameters> = {}, definitionId = 'a'): Offer =>
  ({ definitionId, version: 1, title: { zh: '优惠', en: 'Offer' }, parameters: { shape, scope: { products: [], categories: [] }, rank: 0, groups: null, limit: null, eligibility: anyone, ...more } })
const line = (lineNo: number, quantity: string, yuan: number, product = `p${lineNo}`, category: string | null = null): BasketLine => ({ lineNo, product, category, quantity, amountMinor: BigInt(Math.round(yuan * 10_000)) })
const facts: OfferFacts = { purchases: new Map(), step: 100n }
const offs = (lines: readonly BasketLine[], offers: readonly Offer[], more: Partial<OfferFacts> = {}) => quote(lines, offers, { ...facts, ...more }).given.map(({ amountMinor }) => Number(amountMinor) / 10_000)

describe('by quantity', () => {
  it('buy two, get the third: the cheapest of each three costs nothing, and all three bear it', () => {
    const { given: [one] } = quote([line(1, '1', 30), line(2, '1', 20), line(3, '1', 10)], [offer({ is: 'buy_get', buy: 2, get: 1 })], facts)
    expect(one).toMatchObject({ amountMinor: 100_000n, lines: [{ lineNo: 1, amountMinor: 50_000n }, { lineNo: 2, amountMinor: 33_300n }, { lineNo: 3, amountMinor: 16_700n }] })
    expect(offs([line(1, '7', 70)], [offer({ is: 'buy_get', buy: 2, get: 1 })])).toEqual([20])
    expect(offs([line(1, '7', 70)], [offer({ is: 'buy_get', buy: 2, get: 1 }, { groups: 1 })])).toEqual([10])
  })

  it('the second half price', () => expect(offs([line(1, '2', 40), line(2, '1', 8)], [offer({ is: 'nth', nth: 2, permille: 500 })])).toEqual([10]))

  it('steps take the highest that is reached', () => {
    const steps = offer({ is: 'steps', steps: [{ from: 3, permille: 100 }, { from: 5, permille: 200 }] })
    expect([offs([line(1, '2', 20)], [steps]), offs([line(1, '4', 40)], [steps]), offs([line(1, '5', 50)], [steps])]).toEqual([[], [4], [10]])
  })

  it('counts whole pieces of the goods that count', () => {
    const tea = offer({ is: 'buy_get', buy: 1, get: 1 }, { scope: { products: [], categories: ['tea'] } })
    expect([offs([line(1, '2', 20, 'cup', 'cups')], [tea]), offs([line(1, '1.9', 19, 't', 'tea')], [tea]), offs([line(1, '2.5', 25, 't', 'tea')], [tea])]).toEqual([[], [], [10]])
  })

  it('says what is missing', () => {
    expect(quote([line(1, '2', 20)], [offer({ is: 'buy_get', buy: 2, get: 1 })], facts).missing).toMatchObject([{ is: 'piece', missing: 1, nth: 3, permille: 1000 }])
    expect(quote([line(1, '2', 20)], [offer({ is: 'steps', steps: [{ from: 3, permille: 100 }] })], facts).missing).toMatchObject([{ is: 'step', missing: 1, permille: 100 }])
    expect(quote([line(1, '3', 20)], [offer({ is: 'buy_get', buy: 2, get: 1 })], facts).missing).toEqual([])
  })
})

it('by frequency: each fifth purchase costs a tenth less', () => {
  const fifth = offer({ is: 'frequency', kth: 5, days: 30, permille: 100 })
  expect([offs([line(1, '1', 50)], [fifth], { purchases: new Map([['a', 4]]) }), offs([line(1, '1', 50)], [fifth], { purchases: new Map([['a', 9]]) }), offs([line(1, '1', 50)], [fifth], { purchases: new Map([['a', 3]]) })]).toEqual([[5], [5], []])
  expect(quote([line(1, '1', 50)], [fifth], { ...facts, purchases: new Map([['a', 3]]) }).missing).toMatchObject([{ is: 'visit', missing: 1 }])
})

it('a piece is in one offer only', () => {
  const both = [offer({ is: 'nth', nth: 2, permille: 500 }, { rank: 1 }, 'b'), offer({ is: 'buy_get', buy: 1, get: 1 }, { rank: 0, groups: 1 }, 'a')]
  const { given } = quote([line(1, '4', 40)], both, facts)
  expect(given.map(({ definitionId, amountMinor }) => [definitionId, Number(amountMinor)])).toEqual([['a', 100_000], ['b', 50_000]])
})

const lineOf = fc.record({ quantity: fc.oneof(fc.integer({ min: 0, max: 9 }).map(String), fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 1000).toFixed(3))), amountMinor: fc.bigInt({ min: -1000n, max: 5_000_000n }), product: fc.constantFrom('p', 'q', 'r'), category: fc.constantFrom(null, 'x') })
const basket = fc.array(lineOf, { minLength: 1, maxLength: 8 }).map((lines) => lines.map((one, at): BasketLine => ({ ...one, lineNo: at + 1 })))
const shape = fc.oneof(
  fc.record({ is: fc.constant('buy_get' as const), buy: fc.integer({ min: 1, max: 4 }), get: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ is: fc.constant('nth' as const), nth: fc.integer({ min: 2, max: 4 }), permille: fc.integer({ min: 1, max: 1000 }) }),
  fc.array(fc.record({ from: fc.integer({ min: 1, max: 12 }), permille: fc.integer({ min: 1, max: 1000 }) }), { minLength: 1, maxLength: 3 }).map((steps) => ({ is: 'steps' as const, steps })),
  fc.record({ is: fc.constant('frequency' as const), kth: fc.integer({ min: 2, max: 4 }), days: fc.constant(30), permille: fc.integer({ min: 1, max: 1000 }) })
)
const offers = fc.array(fc.record({ shape, products: fc.subarray(['p', 'q']), rank: fc.nat(3), groups: fc.option(fc.integer({ min: 1, max: 3 })) }), { maxLength: 4 })
  .map((all) => all.map(({ shape: one, products, rank, groups }, at) => offer(one, { scope: { products, categories: [] }, rank, groups }, `o${at}`)))

describe('whatever the basket and the offers', () => {
  it('nothing costs less than nothing, lines add up, and amounts can be paid', () => {
    fc.assert(fc.property(basket, offers, fc.nat(5), fc.constantFrom(1n, 100n, 10_000n), (lines, all, before, step) => {
      const { given, left } = quote(lines, all, { step, purchases: new Map(all.map(({ definitionId }) => [definitionId, before])) })
      const off = new Map<number, bigint>()
      for (const one of given) {
        expect(one.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(one.amountMinor)
        for (const { lineNo, amountMinor } of one.lines) { expect(amountMinor).toBeGreaterThan(0n); off.set(lineNo, (off.get(lineNo) ?? 0n) + amountMinor) }
      }
      for (const { lineNo, amountMinor } of lines) {
        const [own, rest] = [off.get(lineNo) ?? 0n, left.get(lineNo)]
        expect(own <= (amountMinor > 0n ? amountMinor : 0n)).toBe(true)
        if (rest !== undefined) expect(own + rest).toBe(amountMinor)
      }
    }), { numRuns: 800 })
  })

  it('less kept of a basket never earns more off by one offer', () => {
    fc.assert(fc.property(basket, shape, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), (lines, one, shares) => {
      // Falling steps would reward a return: a rule that pays less for more is refused where it is written.
      const rising = one.is === 'steps' ? { ...one, steps: one.steps.map((step) => ({ ...step, permille: Math.min(1000, step.from * 80) })) } : one
      const whole = lines.map((own) => ({ ...own, quantity: String(Math.floor(Number(own.quantity))) })).filter(({ quantity }) => quantity !== '0')
      const kept = whole.map((own, at) => keptOf(own, String(Math.floor(Number(own.quantity) * (shares[at] ?? 1))))).filter(({ quantity }) => quantity !== '0')
      const sum = (of: readonly BasketLine[]): bigint => quote(of, [offer(rising)], { step: 1n, purchases: new Map([['a', 1]]) }).given.reduce((all, { amountMinor }) => all + amountMinor, 0n)
      expect(sum(kept) <= sum(whole) + BigInt(whole.length)).toBe(true)
    }), { numRuns: 500 })
  })
})
