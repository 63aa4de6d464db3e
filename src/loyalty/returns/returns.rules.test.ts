import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepAfter, moneyBack, splitBy, type BasketLine } from './returns.rules.ts'

const line = (lineNo: number, product: string, quantity: string, amountMinor: bigint): BasketLine => ({ lineNo, product, category: null, quantity, amountMinor })
const basket = fc.array(fc.record({ product: fc.constantFrom('A', 'B', 'C'), units: fc.integer({ min: 1, max: 12_000 }), amountMinor: fc.bigInt({ min: 0n, max: 50_000_000n }) }), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map(({ product, units, amountMinor }, index) => line(index + 1, product, (units / 1000).toFixed(3), amountMinor)))
const sum = (lines: readonly { readonly amountMinor: bigint }[]): bigint => lines.reduce((all, { amountMinor }) => all + amountMinor, 0n)

describe('what is kept of a sale', () => {
  it('is matched by product in the order of the receipt, the same unit price first', () => {
    const sold = [line(1, 'A', '2', 1000n), line(2, 'A', '1', 900n), line(3, 'B', '1', 50n)]
    expect(keepAfter(sold, [{ product: 'A', quantity: '-1', amountMinor: -900n }]).kept).toEqual([line(1, 'A', '2', 1000n), line(3, 'B', '1', 50n)])
    expect(keepAfter(sold, [{ product: 'A', quantity: '1', amountMinor: 400n }]).kept).toEqual([line(1, 'A', '1', 600n), line(2, 'A', '1', 900n), line(3, 'B', '1', 50n)])
    expect(keepAfter(sold, [{ product: 'A', quantity: '0', amountMinor: 190n }]).kept).toEqual([line(1, 'A', '2', 900n), line(2, 'A', '1', 810n), line(3, 'B', '1', 50n)])
  })

  it('names what comes back beyond what was sold, and goes on', () => {
    expect(keepAfter([line(1, 'A', '2', 1000n)], [{ product: 'A', quantity: '-3', amountMinor: -1500n }, { product: 'Z', quantity: '-1.5', amountMinor: -7n }]))
      .toEqual({ kept: [], beyond: [{ product: 'A', quantity: '1', amountMinor: 500n }, { product: 'Z', quantity: '1.5', amountMinor: 7n }] })
  })

  it('keeps lines of no quantity until their money comes back', () => {
    expect(keepAfter([line(1, 'A', '1', 1000n), line(2, 'fee', '0', 80n)], [{ product: 'A', quantity: '-1', amountMinor: -1000n }]).kept).toEqual([line(2, 'fee', '0', 80n)])
    expect(keepAfter([line(2, 'fee', '0', 80n)], [{ product: 'fee', quantity: '0', amountMinor: -80n }]).kept).toEqual([])
  })

  it('splits without losing or making a fraction', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 }), (whole, weights) => {
      const parts = splitBy(whole, weights)
      const all = weights.reduce((a, b) => a + b, 0n)
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(whole)
      if (all > 0n) parts.forEach((part, index) => { const exact = whole * (weights[index] ?? 0n) / all; expect(part - exact === 0n || part - exact === 1n).toBe(true) })
    }), { numRuns: 500 })
  })

  it('however a basket comes back, in any pieces, the money is what was paid: 10,000 baskets', { timeout: 240_000 }, () => {
    fc.assert(fc.property(basket, fc.array(fc.record({ at: fc.nat(5), part: fc.integer({ min: 1, max: 1000 }) }), { maxLength: 12 }), fc.constantFrom(1n, 100n, 10_000n), (sold, pieces, step) => {
      let kept: readonly BasketLine[] = sold
      let back = 0n
      const giveBack = (one: BasketLine, quantity: string): void => {
        const money = moneyBack(one, quantity, step)
        const after = keepAfter(kept, [{ product: one.product, quantity: `-${quantity}`, amountMinor: -money, ofLine: one.lineNo }])
        expect(after.beyond).toEqual([])
        expect(sum(after.kept)).toBe(sum(kept) - money)
        kept = after.kept
        back += money
      }
      for (const { at, part } of pieces) {
        const one = kept[at % Math.max(1, kept.length)]
        if (one === undefined) break
        const units = Math.max(1, Math.floor(Math.round(Number(one.quantity) * 1000) * part / 1000))
        giveBack(one, (units / 1000).toFixed(3))
      }
      while (kept[0] !== undefined) giveBack(kept[0], kept[0].quantity)
      expect(back).toBe(sum(sold))
    }), { numRuns: 10_000 })
  })
})
