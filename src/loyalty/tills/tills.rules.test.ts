import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepAfter, moneyBack, type BasketLine } from '../returns/returns.rules.ts'
import { splitBy } from '../returns/returns.ts'
import { isPayable, businessTime, maskName, payable, pointsKept, requirePayable, share, valueOf } from './tills.rules.ts'

const terms = { points: '100', moneyMinor: '10000', least: '100', most: null, step: '100', sharePermille: 500 }
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n)

describe('points that pay', () => {
  it.each([
    [1234n, 1_000_000n, terms, { least: 100n, most: 1200n, step: 100n, because: null }],
    [1234n, 150_000n, terms, { least: 100n, most: 700n, step: 100n, because: null }],
    [99n, 1_000_000n, terms, { least: 100n, most: 0n, step: 100n, because: 'balance' }],
    [5000n, 10_000n, { ...terms, least: '200' }, { least: 200n, most: 0n, step: 100n, because: 'basket' }],
    [5000n, 1_000_000n, { ...terms, most: '350' }, { least: 100n, most: 300n, step: 100n, because: null }],
    [5000n, 1_000_000n, { ...terms, moneyMinor: '0' }, { least: 100n, most: 0n, step: 100n, because: 'none' }],
    [5000n, 1_000_000n, { ...terms, least: '150' }, { least: 200n, most: 5000n, step: 100n, because: null }]
  ] as const)('%s points on %s', (available, amount, given, expected) => { expect(payable(available, amount, given)).toEqual(expected) })

  it('never pay more than the balance, the share or the most; every step is a whole amount', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 1000 }), fc.constantFrom('1', '10', '50', '100'), fc.constantFrom('100', '1000', '10000', '3300'), (available, amount, sharePermille, step, moneyMinor) => {
      const given = { ...terms, step, moneyMinor, sharePermille, least: step }
      fc.pre(isPayable(given, 100n))
      const { most, least, because } = payable(available, amount, given)
      expect(most <= available && valueOf(most, given) * 1000n <= amount * BigInt(sharePermille)).toBe(true)
      expect(valueOf(most, given) % 100n).toBe(0n)
      expect(most === 0n ? because !== null : most >= least).toBe(true)
    }), { numRuns: 2000 })
  })

  it.each([[1300n, 'tills.above_most'], [50n, 'tills.below_least'], [150n, 'tills.off_step']])('%s points are refused by name: %s', (points, code) => {
    expect(() => requirePayable(points, payable(1234n, 10_000_000n, terms))).toThrow(expect.objectContaining({ code }))
  })
})

describe('clocks and names', () => {
  const now = new Date('2026-11-21T09:00:00Z')
  it('a till behind gives its own time, a till ahead ours, one far off a refusal with both', () => {
    const told = (at: string, sentAt = at): Date => businessTime({ at: new Date(at), sentAt: new Date(sentAt) }, now, { clockMinutes: 10, lateHours: 48 })
    expect(told('2026-11-21T08:52:00Z')).toEqual(new Date('2026-11-21T08:52:00Z'))
    expect(told('2026-11-21T09:08:00Z')).toEqual(now)
    expect(told('2026-11-20T12:00:00Z', '2026-11-21T09:01:00Z')).toEqual(new Date('2026-11-20T12:00:00Z'))
    for (const wrong of ['2026-11-21T08:49:59Z', '2026-11-21T09:10:01Z', '2025-11-21T09:00:00Z']) expect(() => told(wrong)).toThrow(expect.objectContaining({ code: 'tills.clock_wrong' }))
    expect(() => told('2026-11-21T09:20:00Z', '2026-11-21T09:05:00Z')).toThrow(expect.objectContaining({ code: 'tills.clock_wrong' }))
    expect(() => told('2026-11-19T09:00:00Z', '2026-11-21T09:05:00Z')).toThrow(expect.objectContaining({ code: 'tills.too_late' }))
  })
  it.each([['陈静怡', '陈**'], ['Ann Lee', 'A** L**'], ['王', '王'], ['', null], [null, null]])('%s is shown as %s', (name, shown) => { expect(maskName(name)).toBe(shown) })
})

interface Till { money: bigint, points: bigint }

describe('a buyer who buys, redeems and returns in any order', () => {
  const basket = fc.array(fc.record({ product: fc.constantFrom('A', 'B', 'C'), units: fc.integer({ min: 1, max: 5 }), cents: fc.integer({ min: 1, max: 90_000 }) }), { minLength: 1, maxLength: 5 })
  const loop = fc.record({ lines: basket, wish: fc.nat(100), pieces: fc.array(fc.record({ at: fc.nat(4), part: fc.integer({ min: 1, max: 5 }) }), { maxLength: 8 }) })
  const rate = fc.record({ permille: fc.integer({ min: 1, max: 3000 }), moneyMinor: fc.constantFrom('100', '5000', '10000', '100000'), sharePermille: fc.constantFrom(200, 500, 1000) })

  it('never gains: 10,000 random loops of sales whose goods all came back', { timeout: 240_000 }, () => {
    fc.assert(fc.property(fc.array(loop, { minLength: 1, maxLength: 4 }), rate, fc.integer({ min: 0, max: 5000 }), (loops, { permille, moneyMinor, sharePermille }, start) => {
      const given = { ...terms, moneyMinor, sharePermille }
      const buyer: Till = { money: 0n, points: BigInt(start) }
      // What a basket earns is a function of what is kept: so many points a yuan, rounded down on the whole.
      const earns = (lines: readonly { readonly amountMinor: bigint }[]): bigint => sum(lines.map(({ amountMinor }) => amountMinor)) * BigInt(permille) / 10_000_000n
      for (const { lines, wish, pieces } of loops) {
        const gross = lines.map(({ cents }) => BigInt(cents) * 100n)
        const may = payable(buyer.points, sum(gross), given)
        const points = may.most < may.least || wish % 3 === 0 ? 0n : may.least + (may.most - may.least) / may.step * BigInt(wish) / 100n * may.step
        const byPoints = valueOf(points, given)
        const moneyOf = share(byPoints, gross, 100n, splitBy)
        const pointsOf = splitBy(points, moneyOf)
        const sold: BasketLine[] = lines.map(({ product, units }, index) => ({ lineNo: index + 1, product, category: null, quantity: String(units), amountMinor: (gross[index] ?? 0n) - (moneyOf[index] ?? 0n) }))
        const paid = sold.map((line, index) => ({ ...line, points: pointsOf[index] ?? 0n }))
        expect(sold.every(({ amountMinor }) => amountMinor >= 0n)).toBe(true)
        buyer.points += earns(sold) - points
        buyer.money -= sum(sold.map(({ amountMinor }) => amountMinor))
        let kept: readonly BasketLine[] = sold
        let [back, carried] = [0n, points]
        const giveBack = (line: BasketLine, quantity: string): void => {
          const money = moneyBack(line, quantity, 100n)
          const after = keepAfter(kept, [{ product: line.product, quantity, amountMinor: money, ofLine: line.lineNo }]).kept
          const left = pointsKept(paid, after)
          expect(left <= carried).toBe(true)
          buyer.points += carried - left - (earns(kept) - earns(after))
          buyer.money += money
          back += carried - left;
          [kept, carried] = [after, left]
        }
        for (const { at, part } of pieces) {
          const line = kept[at % Math.max(1, kept.length)]
          if (line !== undefined) giveBack(line, String(Math.min(part, Number(line.quantity))))
          // Whatever of the basket is still kept was paid for: what the buyer got back is never worth more than what went.
          expect(-buyer.money + valueOf(BigInt(start) - buyer.points + earns(kept), given) >= 0n).toBe(true)
        }
        while (kept[0] !== undefined) giveBack(kept[0], kept[0].quantity)
        expect([back, carried]).toEqual([points, 0n])
      }
      expect(buyer).toEqual({ money: 0n, points: BigInt(start) })
    }), { numRuns: 10_000 })
  })
})
