/** Baskets, quotes and uses between the wire and the rules. */
import { say } from '#foundation/words.ts'
import type { BasketBody, Combination, QuoteShown, UseShown } from './vouchers.basket.schema.ts'
import { shownCode } from './vouchers.codes.ts'
import type { Combined } from './vouchers.combination.ts'
import type { Basket, VoucherQuote } from './vouchers.quote.ts'
import type { Use } from './vouchers.using.ts'

export const basketOf = ({ lines, at, storeId = null, channel = null, ...order }: BasketBody, now: Date): Basket => ({
  ...order, storeId, channel, at: at === undefined ? now : new Date(at),
  lines: lines.map(({ category = null, amountMinor, ...line }) => ({ ...line, category, amountMinor: BigInt(amountMinor) }))
})

const splits = (basket: Basket, off: readonly bigint[]) => basket.lines.flatMap(({ lineNo }, at) => ((off[at] ?? 0n) === 0n ? [] : [{ lineNo, discountMinor: (off[at] ?? 0n).toString() }]))
const mapped = (off: ReadonlyMap<number, bigint>) => [...off].map(([lineNo, amount]) => ({ lineNo, discountMinor: amount.toString() }))

const combinationShown = (basket: Basket, { used, lines, discountMinor, withPoints }: Combined): Combination => ({
  picks: used.map(({ candidate, discountMinor: own, lines: off }) => ({ voucherId: candidate.voucherId, code: shownCode(candidate.code), discountMinor: own.toString(), lines: splits(basket, off) })),
  discountMinor: discountMinor.toString(), lines: splits(basket, lines), withPoints
})

export const quoteShown = (basket: Basket, { applies, refused, best, isExact }: VoucherQuote): QuoteShown => ({
  applies: applies.map(({ candidate: { voucherId, code, templateId, terms, validTo }, discountMinor, lines }) => ({
    voucherId, code: shownCode(code), templateId, nameZh: terms.nameZh, nameEn: terms.nameEn, validTo, terms, discountMinor: discountMinor.toString(), lines: splits(basket, lines),
    withOthers: terms.stacking.withOthers, withPoints: terms.stacking.withPoints
  })),
  refused: refused.map(({ voucherId, code, templateId, terms, validTo, why }) => ({
    voucherId, code: shownCode(code), templateId, nameZh: terms?.nameZh ?? code, nameEn: terms?.nameEn ?? code, validTo, reason: why.reason,
    why: { zh: say(why.sentence, 'zh-CN', why.values), en: say(why.sentence, 'en', why.values) }
  })),
  best: combinationShown(basket, best), isExact
})

export const useShown = ({ vouchers, discountMinor, lines, withPoints, until, again }: Use): UseShown => ({
  picks: vouchers.map(({ voucherId, code, discountMinor: own, lines: off }) => ({ voucherId, code: shownCode(code), discountMinor: own.toString(), lines: mapped(off) })),
  discountMinor: discountMinor.toString(), lines: mapped(lines), withPoints, until: until?.toISOString() ?? null, again
})
