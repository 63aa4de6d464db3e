/** Vouchers at the till: what a member has for this basket, and those that were chosen, used on it. */
import type { Db, Trx } from '#foundation/db.ts'
import { say } from '#foundation/words.ts'
import type { Basket } from '#loyalty/returns/returns.ts'
import { quoteVouchers, redeem } from '#loyalty/vouchers/vouchers.ts'
import type { TillParts } from './tills.receipt.ts'
import type { Quote, Reduction } from './tills.schema.ts'

const isId = (key: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key)

/** What may be used, the largest discount first, and what may not with the reason. */
export async function vouchersOf(db: Db | Trx, basket: Basket, chosen: readonly string[], now: Date): Promise<Quote['vouchers']> {
  const { applies, refused } = await quoteVouchers(db, basket, now, { codes: chosen.filter((key) => !isId(key)) })
  return [
    ...applies.map(({ candidate: { voucherId, code, validTo, terms }, discountMinor }) => ({
      key: voucherId ?? code, code, validTo, title: { zh: terms.nameZh, en: terms.nameEn }, amountMinor: discountMinor.toString(), isUsed: chosen.includes(voucherId ?? code), why: null
    })),
    ...refused.map(({ voucherId, code, validTo, terms, why }) => ({
      key: voucherId ?? code, code, validTo, title: { zh: terms?.nameZh ?? code, en: terms?.nameEn ?? code }, amountMinor: '0', isUsed: false,
      why: { zh: say(why.sentence, 'zh-CN', why.values), en: say(why.sentence, 'en', why.values) }
    }))
  ]
}

export interface Taken { readonly lines: ReadonlyMap<number, bigint>, readonly withPoints: boolean, readonly reductions: readonly Reduction[] }

/** Uses the chosen vouchers on the order; what each takes off, line by line. Refuses what vouchers refuse, all or none. */
export async function takeVouchers(trx: Trx, parts: TillParts, basket: Basket, chosen: readonly string[], now: Date): Promise<Taken | undefined> {
  if (chosen.length === 0) return undefined
  const { vouchers, lines, withPoints } = await redeem(trx, parts, basket, chosen.map((key) => (isId(key) ? { voucherId: key } : { code: key })), now)
  return { lines, withPoints, reductions: vouchers.map(({ code, nameZh, nameEn, discountMinor }) => ({ kind: 'voucher', code, title: { zh: nameZh, en: nameEn }, amountMinor: discountMinor.toString() })) }
}
