import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCard, stamp, stampsOf, takeBack, type CardRules } from './rewards.stamps.rules.ts'
import { cardOf, countOf, emptyCard, type CardState, type StampEntry } from './rewards.stamps.state.ts'

const everything = { products: [], categories: [] }
const line = (amountMinor: bigint, quantity = '1', product = 'tea', category: string | null = null) => ({ lineNo: 1, product, category, quantity, amountMinor })
const dayOf = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
const give = (card: CardState, number: string, count: number, rules: CardRules, day = 0, ends: number | null = null) =>
  stamp(card, { count, source: 'shop', number, day: dayOf(day), expiresOn: ends === null ? null : dayOf(ends), version: 1 }, rules, dayOf(day))
const ten: CardRules = { size: 10, afterFull: 'on' }

describe('what an order gives', () => {
  it('counts orders, money or pieces, of the goods that count', () => {
    expect(stampsOf({ gives: { by: 'order', fromMinor: '500000' }, scope: everything }, [line(499_999n)])).toBe(0)
    expect(stampsOf({ gives: { by: 'order', fromMinor: '500000' }, scope: everything }, [line(300_000n), line(200_000n)])).toBe(1)
    expect(stampsOf({ gives: { by: 'amount', eachMinor: '100000' }, scope: everything }, [line(299_999n)])).toBe(2)
    expect(stampsOf({ gives: { by: 'quantity', each: 2 }, scope: { products: [], categories: ['room'] } }, [line(1n, '5', 'night', 'room'), line(1n, '9', 'dinner', 'food')])).toBe(2)
    expect(stampsOf({ gives: { by: 'quantity', each: 1 }, scope: everything }, [line(1n, '1.5')])).toBe(1)
    expect(stampsOf({ gives: { by: 'order', fromMinor: '0' }, scope: everything }, [])).toBe(0)
  })
})

describe('a card', () => {
  it('carries on, starts over or ends when it is full', () => {
    expect(countOf(give(emptyCard, 'A', 13, ten).card, dayOf(0))).toBe(3)
    const over = give(emptyCard, 'A', 13, { size: 10, afterFull: 'over' })
    expect([over.filled.length, countOf(over.card, dayOf(0))]).toEqual([1, 0])
    const end = give(emptyCard, 'A', 23, { size: 10, afterFull: 'end' })
    expect([end.filled.length, give(end.card, 'B', 10, { size: 10, afterFull: 'end' }).entries.length]).toEqual([1, 0])
  })

  it('gives nothing twice for one order', () => {
    const first = give(emptyCard, 'A', 3, ten)
    expect(give(first.card, 'A', 3, ten).entries).toEqual([])
  })

  it('lets stamps lapse after their last day', () => {
    const first = give(emptyCard, 'A', 9, ten, 0, 30)
    expect([countOf(first.card, dayOf(30)), countOf(first.card, dayOf(31))]).toEqual([9, 0])
    expect(give(first.card, 'B', 1, ten, 31).filled).toEqual([])
    expect(give(first.card, 'B', 1, ten, 30).filled).toHaveLength(1)
  })

  it('opens again while its reward is still here, and owes when it is gone', () => {
    const full = give(give(emptyCard, 'A', 6, ten).card, 'B', 4, ten)
    const [fullNo = 0] = full.filled
    const open = takeBack(full.card, { source: 'shop', number: 'B', count: 4 }, ten, dayOf(1), () => true)
    expect([open.opened, countOf(open.card, dayOf(1)), open.card.debt, open.card.fulls.size]).toEqual([[fullNo], 6, 0, 0])
    const gone = takeBack(full.card, { source: 'shop', number: 'B', count: 4 }, ten, dayOf(1), () => false)
    expect([gone.opened, countOf(gone.card, dayOf(1)), gone.card.debt, gone.card.fulls.size]).toEqual([[], 0, 4, 1])
    const paying = give(gone.card, 'C', 5, ten, 2)
    expect([paying.card.debt, countOf(paying.card, dayOf(2))]).toEqual([0, 1])
    // What repaid the debt can itself be returned: then it is owed again.
    expect(takeBack(paying.card, { source: 'shop', number: 'C', count: 5 }, ten, dayOf(2), () => false).card.debt).toBe(4)
  })
})

const deed = fc.oneof(
  fc.record({ is: fc.constant('give' as const), count: fc.integer({ min: 1, max: 14 }), day: fc.integer({ min: 0, max: 3 }), ttl: fc.option(fc.integer({ min: 0, max: 20 })) }),
  fc.record({ is: fc.constant('back' as const), order: fc.nat(20), count: fc.integer({ min: 1, max: 14 }), gone: fc.boolean(), day: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ is: fc.constant('open' as const), full: fc.nat(5), day: fc.integer({ min: 0, max: 3 }) })
)

describe('whatever happens', () => {
  it('every stamp is accounted for, nothing is below zero, and the journal is the card', () => {
    fc.assert(fc.property(fc.array(deed, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), fc.constantFrom('on' as const, 'over' as const), (deeds, size, afterFull) => {
      const rules: CardRules = { size, afterFull }
      const journal: StampEntry[] = []
      const granted = new Set<number>()
      let card = emptyCard
      let day = 0
      let orders = 0
      for (const one of deeds) {
        day += one.day
        const outcome = one.is === 'give' ? give(card, `o${orders++}`, one.count, rules, day, one.ttl === null ? null : day + one.ttl)
          : one.is === 'back' ? takeBack(card, { source: 'shop', number: `o${one.order}`, count: one.count }, rules, dayOf(day), () => !one.gone)
            : openCard(card, [...card.fulls.keys()][one.full] ?? -1, dayOf(day))
        for (const fullNo of outcome.filled) { expect(granted.has(fullNo)).toBe(false); granted.add(fullNo) }
        journal.push(...outcome.entries)
        card = outcome.card
        const used = new Map<number, number>()
        for (const full of card.fulls.values()) {
          expect([...full.values()].reduce((sum, n) => sum + n, 0)).toBe(size)
          for (const [lot, amount] of full) used.set(lot, (used.get(lot) ?? 0) + amount)
        }
        let [entitled, left, lapsed] = [0, 0, 0]
        for (const lot of card.lots.values()) {
          expect(Math.min(lot.left, lot.lapsed, lot.taken, lot.repaid, lot.owed)).toBeGreaterThanOrEqual(0)
          expect(lot.left + lot.lapsed + lot.repaid + lot.taken + (used.get(lot.lot) ?? 0)).toBe(lot.given)
          entitled += lot.given - lot.taken - lot.owed
          left += lot.left
          lapsed += lot.lapsed
        }
        expect(card.debt).toBeGreaterThanOrEqual(0)
        // Full cards, what is on the card and what lapsed are what was rightly given, and what is owed.
        expect(card.fulls.size * size + left + lapsed).toBe(entitled + card.debt)
        if (one.is !== 'open') expect(card.debt > 0 && left > 0).toBe(false)
      }
      expect(cardOf(journal)).toEqual(card)
    }), { numRuns: 500 })
  })

  it('returns in parts take what the whole return takes', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }), fc.nat(7), fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }), fc.integer({ min: 1, max: 10 }), (orders, which, parts, size) => {
      const rules: CardRules = { size, afterFull: 'on' }
      const before = orders.reduce((card, count, n) => give(card, `o${n}`, count, rules, n).card, emptyCard)
      const number = `o${which % orders.length}`
      const all = orders[which % orders.length] ?? 0
      const back = (card: CardState, count: number): CardState => takeBack(card, { source: 'shop', number, count }, rules, dayOf(9), () => false).card
      const byParts = [...parts, all].reduce((card, part) => back(card, part), before)
      const atOnce = back(before, all)
      expect([byParts.debt, countOf(byParts, dayOf(9)), byParts.fulls.size]).toEqual([atOnce.debt, countOf(atOnce, dayOf(9)), atOnce.fulls.size])
    }), { numRuns: 300 })
  })
})
