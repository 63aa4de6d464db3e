/**
 * What a return does to the vouchers of an order. The whole order back: its vouchers come back, and one that has expired meanwhile gets the days of grace of
 * its terms. A part back: the discount stays with what is kept, unless the goods that are kept no longer meet the conditions; then the voucher comes back and
 * what it still takes off the kept goods is owed (`dueMinor`), so that nobody gains by buying more and returning it.
 */
import { unionOf } from '#customers/identity/identity.ts'
import type { Basket, BasketLine, Consequence, Effect, Undone } from '#loyalty/returns/returns.ts'
import type { Trx } from '#foundation/db.ts'
import { changeBy, hereAt, keep, termsOf, type VoucherParts } from './vouchers.book.ts'
import { shownCode } from './vouchers.codes.ts'
import { goodsFault, type Line } from './vouchers.rules.ts'
import * as sql from './vouchers.sql.ts'
import type { LineSplit } from './vouchers.state.ts'
import { effectWords as words } from './vouchers.words.ts'

type Sale = Pick<Basket, 'customerId' | 'source' | 'number'>

export const vouchersConsequence: Consequence = { capability: 'vouchers', undo }

async function undo(trx: Trx, parts: VoucherParts, undone: Undone, now: Date): Promise<readonly Effect[]> {
  const sale: Sale = undone
  const member = await unionOf(trx, sale.customerId)
  const first = await sql.usesOf(trx, member, sale)
  if (first.length === 0) return []
  const here = await hereAt(trx, now)
  const vouchers = await sql.lockVouchers(trx, member, first.map(({ voucherId }) => voucherId))
  // Behind the lock: another return of the same order may have come first.
  const uses = await sql.usesOf(trx, member, sale)
  const terms = await termsOf(trx, vouchers)
  const effects: Effect[] = []
  const changes: sql.Change[] = []
  for (const use of uses) {
    const voucher = vouchers.find(({ voucherId }) => voucherId === use.voucherId)
    if (voucher === undefined) continue
    const own = terms(voucher)
    const detail = { voucherId: voucher.voucherId, code: shownCode(voucher.code), nameZh: own.nameZh, nameEn: own.nameEn, discountMinor: use.discountMinor.toString() }
    const kept = keptGross(use.split, undone)
    const fault = undone.whole ? undefined : goodsFault(own, kept, here.currency)
    if (!undone.whole && fault === undefined) {
      effects.push({ capability: 'vouchers', code: 'vouchers.kept', sentence: words.kept, detail })
      continue
    }
    const change = changeBy(voucher, { do: 'give_back', order: { source: sale.source, number: sale.number }, units: use.units, discountMinor: use.discountMinor, graceDays: own.graceDays }, here)
    changes.push(change)
    const dueMinor = (undone.whole ? 0n : keptDiscount(use.split, undone)).toString()
    const validTo = change.voucher.validTo ?? ''
    effects.push({ capability: 'vouchers', code: 'vouchers.given_back', sentence: undone.whole ? (change.voucher.open === 0n ? words.givenBackOver : words.givenBack) : words.givenBackPart, detail: { ...detail, dueMinor, validTo } })
  }
  await keep(trx, parts, changes, here)
  return effects
}

const scale = 1_000_000n
function millionths(quantity: string): bigint {
  const [whole = '0', part = ''] = quantity.replace('-', '').split('.')
  return BigInt(whole) * scale + BigInt(part.padEnd(6, '0').slice(0, 6))
}

/** How much of a line is kept, of its quantity. */
function shareOf({ lineNo, quantity }: LineSplit, kept: readonly BasketLine[]): { readonly part: bigint, readonly of: bigint, readonly line: BasketLine | undefined } {
  const line = kept.find((one) => one.lineNo === lineNo)
  const of = millionths(quantity)
  return { part: line === undefined ? 0n : millionths(line.quantity), of, line }
}

/** The kept goods at what they cost before the vouchers. */
const keptGross = (split: readonly LineSplit[], { kept }: Undone): readonly Line[] => split.flatMap((one): Line[] => {
  const { part, of, line } = shareOf(one, kept)
  return line === undefined || of === 0n ? [] : [{ lineNo: one.lineNo, product: line.product, category: line.category, quantity: line.quantity, amountMinor: BigInt(one.grossMinor) * part / of }]
})

/** What the voucher still takes off the kept goods, rounded down line by line. */
const keptDiscount = (split: readonly LineSplit[], { kept }: Undone): bigint => split.reduce((sum, one) => {
  const { part, of } = shareOf(one, kept)
  return of === 0n ? sum : sum + BigInt(one.discountMinor) * part / of
}, 0n)
