/** Offers at the till: what the basket costs less before vouchers and points, and why. */
import type { Trx } from '#foundation/db.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import type { Basket } from '#loyalty/returns/returns.ts'
import { applyOffers, quoteOffers, type OfferQuote } from '#loyalty/rewards/rewards.ts'
import type { TillParts } from './tills.receipt.ts'
import type { Quote, Reduction } from './tills.schema.ts'

/** `basket`: the lines at what the offers leave of them. */
export interface Offered { readonly basket: Basket, readonly shown: Quote['offers'], readonly reductions: readonly Reduction[] }

const filled = ({ sentence, values }: { readonly sentence: Sentence, readonly values: Values }): { zh: string, en: string } => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })

/** A sale keeps what it was given, a quote only asks. What was sold without network was paid as the till said then: nothing is given for it afterwards. */
export async function offersOn(trx: Trx, parts: TillParts, basket: Basket, now: Date, how: 'sale' | 'quote' | 'offline'): Promise<Offered> {
  const { lines, reasons, next } = how === 'offline' ? nothing : await (how === 'sale' ? applyOffers(trx, parts, basket, now) : quoteOffers(trx, basket, now))
  const off = new Map(lines.map(({ lineNo, discountMinor }) => [lineNo, discountMinor]))
  return {
    basket: { ...basket, lines: basket.lines.map((line) => ({ ...line, amountMinor: line.amountMinor - (off.get(line.lineNo) ?? 0n) })) },
    reductions: reasons.map((one) => ({ kind: 'offer', code: one.tradeInId ?? one.definitionId, title: filled(one), amountMinor: one.amountMinor.toString() })),
    shown: {
      lines: reasons.flatMap((one) => one.lines.map(({ lineNo, amountMinor }) => ({ lineNo, code: one.tradeInId ?? one.definitionId, title: filled(one), amountMinor: amountMinor.toString() }))).toSorted((a, b) => a.lineNo - b.lineNo),
      next: next.map(filled)
    }
  }
}

const nothing: OfferQuote = { totalMinor: 0n, lines: [], reasons: [], next: [] }
