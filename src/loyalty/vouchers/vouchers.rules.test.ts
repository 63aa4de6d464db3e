import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, addMonths, dayOf, startOf } from '#foundation/zone.ts'
import { codeMaker, isMistyped, plainCode, shownCode } from './vouchers.codes.ts'
import { best, clash, combined } from './vouchers.combination.ts'
import { lifeOf } from './vouchers.life.ts'
import { coinOf, discountOf, faultOf, splitOver, type Candidate, type Facts, type Line } from './vouchers.rules.ts'
import { decide, issueMovement, post, replay, requireUsable, unissued, type Command, type Moment, type Movement, type Voucher } from './vouchers.state.ts'
import { termsSentences, worthWords } from './vouchers.terms.words.ts'
import { termsWith, yuan } from './vouchers.testing.ts'

const zone = 'Asia/Shanghai'
const at = (now: Date): Moment => ({ now, today: dayOf(now, zone), startOf: (day) => startOf(day, zone) })
const coin = coinOf('CNY')
const facts: Facts = { weekday: 1, time: '12:00', storeId: null, channel: null, tier: null, isFirstOrder: false, currency: 'CNY', coinMinor: coin }

const amounts = fc.array(fc.bigInt({ min: 0n, max: 50_000n }).map((fen) => fen * coin), { minLength: 1, maxLength: 8 })
const linesOf = (list: readonly bigint[]): readonly Line[] => list.map((amountMinor, index) => ({ lineNo: index + 1, product: `P${index % 3}`, category: index % 2 === 0 ? 'drinks/tea' : 'food', quantity: String(1 + (index % 3)), amountMinor }))
const worths = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.integer({ min: 1, max: 30_000 }).map((fen) => yuan((fen / 100).toFixed(2))), partial: fc.boolean() }),
  fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }), ceilingMinor: fc.option(fc.integer({ min: 0, max: 20_000 }).map((fen) => yuan((fen / 100).toFixed(2)))) }),
  fc.record({ kind: fc.constant('gift' as const), product: fc.constantFrom('P0', 'P1', 'P2'), label: fc.constant('P'), quantity: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('shipping' as const), products: fc.constant(null).map(() => ['P1']), ceilingMinor: fc.constant(null) })
)
const candidates = fc.array(fc.record({ worth: worths, withOthers: fc.boolean(), perOrder: fc.integer({ min: 1, max: 2 }), kind: fc.integer({ min: 0, max: 3 }), days: fc.integer({ min: 0, max: 9 }) }), { maxLength: 6 })
  .map((list) => list.map(({ worth, withOthers, perOrder, kind, days }, index): Candidate => {
    const terms = termsWith({ worth, minSpend: null, stacking: { withOthers, perOrder } })
    return { voucherId: `v${index}`, code: `c${index}`, templateId: `t${kind}`, terms, open: worth.kind === 'amount' && worth.partial ? BigInt(worth.amountMinor) / 2n + 1n : 1n, validTo: addDays('2026-01-01', days) }
  }))
const sum = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n)

describe('what a voucher takes off', () => {
  it('is never more than a line, the basket, the ceiling or what it holds, and is split exactly', () => {
    fc.assert(fc.property(amounts, candidates, (list, some) => {
      const lines = linesOf(list)
      for (const candidate of some) {
        const off = discountOf(candidate, lines, list, coin)
        off.forEach((part, index) => { expect(part >= 0n && part <= (list[index] ?? 0n)).toBe(true) })
        const { worth } = candidate.terms
        if ('ceilingMinor' in worth && worth.ceilingMinor !== null) expect(sum(off) <= BigInt(worth.ceilingMinor)).toBe(true)
        if (worth.kind === 'amount') expect(sum(off)).toBe([worth.partial ? candidate.open : BigInt(worth.amountMinor), sum(list)].reduce((a, b) => (a < b ? a : b)))
      }
      const together = combined(some, lines, coin)
      expect(sum(together.lines)).toBe(together.discountMinor)
      expect(sum(together.used.map(({ discountMinor }) => discountMinor))).toBe(together.discountMinor)
      together.lines.forEach((part, index) => { expect(part >= 0n && part <= (list[index] ?? 0n)).toBe(true) })
    }), { numRuns: 400 })
  })

  it('splits by largest remainder: exact, within one unit of the share, none above its weight', () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 1000 }), fc.constantFrom(1n, 100n), (weights, permille, unit) => {
      const all = sum(weights)
      const total = all * BigInt(permille) / 1000n
      const parts = splitOver(total, weights, unit)
      expect(sum(parts)).toBe(all === 0n ? 0n : total)
      parts.forEach((part, index) => {
        const weight = weights[index] ?? 0n
        expect(part <= weight).toBe(true)
        if (all > 0n) expect((part - total * weight / all) * (part - total * weight / all) <= unit * unit).toBe(true)
      })
    }), { numRuns: 400 })
  })

  it('of percent is rounded half up to the coin, once', () => {
    const off = (basisPoints: number, list: readonly string[]) => sum(discountOf({ terms: termsWith({ worth: { kind: 'percent', basisPoints, ceilingMinor: null } }), open: 1n }, linesOf(list.map((text) => BigInt(yuan(text)))), list.map((text) => BigInt(yuan(text))), coin))
    expect(off(500, ['0.10'])).toBe(BigInt(yuan('0.01')))
    expect(off(400, ['0.10'])).toBe(0n)
    expect(off(1500, ['33.33', '33.33', '33.34'])).toBe(BigInt(yuan('15')))
    expect(coinOf('JPY')).toBe(10_000n)
  })

  it('best together is at least every single one and every pair, and keeps the rules', () => {
    fc.assert(fc.property(amounts, candidates, (list, some) => {
      const lines = linesOf(list)
      const { combination, isExact } = best(some, lines, coin)
      expect(isExact).toBe(true)
      expect(clash(combination.used.map(({ candidate }) => candidate))).toBeUndefined()
      for (const one of some) for (const two of some) {
        const chosen = one === two ? [one] : [one, two]
        const together = combined(chosen, lines, coin)
        if (clash(chosen) === undefined && together.used.every(({ discountMinor }) => discountMinor > 0n)) expect(combination.discountMinor >= together.discountMinor).toBe(true)
      }
    }), { numRuns: 200 })
  })
})

describe('conditions', () => {
  const lines: readonly Line[] = [{ lineNo: 1, product: 'tea', category: 'drinks/tea', quantity: '1', amountMinor: BigInt(yuan('150')) }, { lineNo: 2, product: 'cake', category: 'food', quantity: '2', amountMinor: BigInt(yuan('100')) }]
  it.each([
    [{}, undefined], [{ categories: ['drinks'] }, 'min_spend'], [{ notProducts: ['cake'] }, 'min_spend'], [{ categories: ['drin'] }, 'min_spend'], [{ stores: ['s'] }, 'store'], [{ channels: ['app'] }, 'channel'],
    [{ weekdays: [2, 3] }, 'weekday'], [{ weekdays: [1] }, undefined], [{ hours: { from: '12:00', to: '13:00' } }, undefined], [{ hours: { from: '11:00', to: '12:00' } }, 'hours'], [{ hours: { from: '22:00', to: '02:00' } }, 'hours'],
    [{ tiers: ['gold'] }, 'tier'], [{ firstOrder: true }, 'first_order']
  ] as const)('%j: %s', (conditions, reason) => {
    expect(faultOf(termsWith({ conditions: conditions as object }), lines, facts)?.reason).toBe(reason)
  })

  it('say in both languages what a template is', () => {
    expect(worthWords(termsWith(), 'CNY')).toEqual({ zh: '满 ¥200 减 ¥20', en: '¥20 off on ¥200 or more' })
    expect(worthWords(termsWith({ worth: { kind: 'percent', basisPoints: 1500, ceilingMinor: yuan('30') }, minSpend: null }), 'CNY')).toEqual({ zh: '8.5 折，最多减 ¥30', en: '15% off, at most ¥30' })
    expect(termsSentences(termsWith({ conditions: { weekdays: [3, 1] } }), { currency: 'CNY', storeName: (id) => id })).toContainEqual({ zh: '周一、周三可用。', en: 'On Monday, Wednesday.' })
  })
})

describe('life', () => {
  it('ends at the end of short months, and the last day is included', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(lifeOf({ kind: 'months', months: 1, until: 'day' }, '2028-01-31')).toEqual({ validFrom: '2028-01-31', validTo: '2028-02-28' })
    expect(lifeOf({ kind: 'months', months: 1, until: 'month' }, '2028-01-31')).toEqual({ validFrom: '2028-01-31', validTo: '2028-02-29' })
    expect(lifeOf({ kind: 'days', startsIn: 1, days: 1 }, '2026-12-31')).toEqual({ validFrom: '2027-01-01', validTo: '2027-01-01' })
    expect(lifeOf({ kind: 'dates', from: '2026-05-01', to: '2026-05-07' }, '2026-05-07')).toEqual({ validFrom: '2026-05-07', validTo: '2026-05-07' })
    expect(lifeOf({ kind: 'dates', from: '2026-05-01', to: '2026-05-07' }, '2026-05-08')).toBeUndefined()
  })
})

describe('codes', () => {
  const make = codeMaker()
  const codes = Array.from({ length: 2_000 }, make)
  it('are unlike each other, and every wrong or swapped character is found', () => {
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes.slice(0, 100)) {
      expect(isMistyped(code)).toBe(false)
      for (let place = 0; place < code.length; place += 1) {
        for (const wrong of '2345ABCZ') if (wrong !== code[place]) expect(isMistyped(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(true)
        const [a = '', b = ''] = code.slice(place, place + 2)
        if (b !== '' && a !== b) expect(isMistyped(code.slice(0, place) + b + a + code.slice(place + 2))).toBe(true)
      }
    }
  })

  it('use every character equally', () => {
    const counts = Map.groupBy(codes.flatMap((code) => [...code].slice(0, 15)), (character) => character)
    expect(counts.size).toBe(31)
    // 30,000 draws over 31: χ² with 30 degrees of freedom stays below 80 but once in a million.
    const expected = codes.length * 15 / 31
    expect([...counts.values()].reduce((chi, own) => chi + (own.length - expected) ** 2 / expected, 0)).toBeLessThan(80)
  })

  it('are read however they are written', () => {
    expect(plainCode(' ａｂｃ－１２３ ')).toBe('ABC123')
    expect(plainCode('双十一 88')).toBe('双十一88')
    expect([plainCode('a'), plainCode('a;b'), plainCode('x'.repeat(41))]).toEqual([undefined, undefined, undefined])
    expect(plainCode(shownCode(codes[0] ?? ''))).toBe(codes[0])
  })
})

const about = { customerId: 'c', voucherId: 'v', templateId: 't', version: 1, code: 'C', validFrom: '2026-01-01', issuedAt: new Date('2026-01-01T04:00:00Z'), origin: 'person' }
const commands = fc.array(fc.record({
  day: fc.integer({ min: 0, max: 4 }), order: fc.constantFrom('A', 'B', 'C'), units: fc.bigInt({ min: 1n, max: 60n }), what: fc.constantFrom('hold', 'release', 'redeem', 'give_back', 'void', 'settle'), graceDays: fc.constantFrom(0, 3)
}), { maxLength: 30 })

describe('whatever happens to a voucher in whatever order', () => {
  it('conserves its units, uses none after its end, gives back no more than was used, and its journal says it all', () => {
    fc.assert(fc.property(commands, fc.option(fc.integer({ min: 0, max: 40 })), (list, lives) => {
      const first = issueMovement(100n, lives === null ? null : addDays('2026-01-01', lives), about.issuedAt)
      let voucher: Voucher = post(unissued(about), first)
      const journal: Movement[] = [first]
      const used = new Map<string, bigint>()
      let day = 0
      for (const { day: step, order: number, units, what, graceDays } of list) {
        day += step
        const moment = at(new Date(about.issuedAt.getTime() + day * 86_400_000))
        const order = { source: 's', number }
        const most = used.get(number) ?? 0n
        if (what === 'give_back' && most === 0n) continue
        const command: Command = what === 'hold' ? { do: 'hold', order, units, until: new Date(moment.now.getTime() + 86_400_000) }
          : what === 'redeem' ? { do: 'redeem', order, units, discountMinor: units, split: [] }
            : what === 'give_back' ? { do: 'give_back', order, units: units < most ? units : most, discountMinor: 0n, graceDays }
              : what === 'release' ? { do: 'release', order } : { do: what }
        try {
          const before = voucher
          const decision = decide(voucher, command, moment)
          if (command.do === 'redeem') {
            expect(() => requireUsable(before, order, moment)).not.toThrow()
            const end = before.validTo
            expect(end === null || end >= moment.today).toBe(true)
            used.set(number, most + units)
          }
          if (command.do === 'give_back') used.set(number, most - command.units)
          voucher = decision.voucher
          journal.push(...decision.movements)
        } catch (error) { if (!(error instanceof Refusal)) throw error }
        expect(voucher.open + voucher.held + voucher.used + voucher.ended).toBe(100n)
        expect(voucher.used).toBe(sum([...used.values()]))
        expect(voucher.held > 0n).toBe(voucher.hold !== null)
        expect(replay(about, journal)).toEqual(voucher)
      }
    }), { numRuns: 500 })
  })
})
