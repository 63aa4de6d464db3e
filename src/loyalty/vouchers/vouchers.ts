/**
 * Vouchers: money off, a percentage, a gift or delivery, promised to a member or to whoever brings a code. This file is the door.
 *
 * Law: a voucher is what its append-only journal says; its units move between open, held, used and ended, and their sum never changes. An order is given a
 * discount once, and what came back may be used again. Bounds are kept by statements that wait for others and by the database's own checks.
 */
import { unionOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { changeBy, hereAt, keep, termsOf, type VoucherParts } from './vouchers.book.ts'
import { shownCode } from './vouchers.codes.ts'
import { isPartial } from './vouchers.rules.ts'
import type { VoucherPage, VoucherQuery, VoucherShown } from './vouchers.schema.ts'
import * as sql from './vouchers.sql.ts'
import { stateOf } from './vouchers.state.ts'
import { voucherWords as words } from './vouchers.words.ts'

export type { VoucherParts } from './vouchers.book.ts'
export { issue, type Grant } from './vouchers.issuing.ts'
export { vouchersConsequence } from './vouchers.returns.ts'
export { quoteVouchers, type Basket, type VoucherQuote } from './vouchers.quote.ts'
export { createTemplate, changeTemplate, readTemplate, readVersions, stopTemplate } from './vouchers.templates.ts'
export { redeem, release, reserve, type Use, type UsedVoucher } from './vouchers.using.ts'

/** Takes a voucher away, with the reason; what was used of it stays used. Refuses: vouchers.unknown_voucher, .nothing_to_void. */
export async function voidVoucher(trx: Trx, parts: VoucherParts, { customerId, voucherId }: { readonly customerId: string, readonly voucherId: string }, reason: string, now: Date): Promise<VoucherShown> {
  const here = await hereAt(trx, now)
  const [voucher] = await sql.lockVouchers(trx, [customerId], [voucherId])
  if (voucher === undefined) throw new Refusal('vouchers.unknown_voucher', 404, words.unknownVoucher)
  await keep(trx, parts, [changeBy(voucher, { do: 'void' }, here)], here, reason)
  const { items: [shown] } = await listVouchers(trx, { voucher: voucherId, customer: customerId }, now)
  if (shown === undefined) throw new Error('the voucher is gone')
  return shown
}

/** Some vouchers brought up to date by the sweep; answers how many. */
export async function settleDue(trx: Trx, parts: VoucherParts, now: Date, limit: number): Promise<number> {
  const here = await hereAt(trx, now)
  const due = await sql.dueVouchers(trx, here.today, now, limit)
  for (const [customerId, own] of Map.groupBy(due, (one) => one.customerId)) {
    const vouchers = await sql.lockVouchers(trx, [customerId], own.map(({ voucherId }) => voucherId))
    await keep(trx, parts, vouchers.map((voucher) => changeBy(voucher, { do: 'settle' }, here)), here)
  }
  return due.length
}

/** Whether time has done something to any voucher that is not booked yet. */
export const isSweepDue = async (db: Db, now: Date): Promise<boolean> => (await sql.dueVouchers(db, (await hereAt(db, now)).today, now, 1)).length > 0

/** Vouchers by member, template and state, the newest first. */
export async function listVouchers(db: Db | Trx, { limit = 50, customer, ...filter }: VoucherQuery, now: Date): Promise<VoucherPage> {
  const here = await hereAt(db, now)
  const rows = await sql.listVouchers(db, { ...filter, ...(customer === undefined ? {} : { member: await unionOf(db, customer) }), limit: limit + 1 }, here.today, now)
  const page = rows.slice(0, limit)
  const terms = await termsOf(db, page)
  return {
    items: page.map((voucher) => {
      const own = terms(voucher)
      return {
        voucherId: voucher.voucherId, customerId: voucher.customerId, customerName: voucher.customerName, templateId: voucher.templateId, version: voucher.version, nameZh: own.nameZh, nameEn: own.nameEn,
        code: shownCode(voucher.code), state: stateOf(voucher, here), faceMinor: isPartial(own) ? voucher.face.toString() : null, leftMinor: isPartial(own) ? (voucher.open + voucher.held).toString() : null,
        validFrom: voucher.validFrom, validTo: voucher.validTo, issuedAt: voucher.issuedAt.toISOString(), origin: voucher.origin, heldUntil: voucher.hold?.until.toISOString() ?? null, terms: own
      }
    }),
    next: rows.length > limit ? page.at(-1)?.voucherId ?? null : null
  }
}

/** What happened to one voucher, in its order. */
export async function readMovements(db: Db, customerId: string, voucherId: string) {
  const journal = await sql.journalOf(db, customerId, voucherId)
  if (journal.length === 0) throw new Refusal('vouchers.unknown_voucher', 404, words.unknownVoucher)
  return {
    items: journal.map(({ sequence, kind, units, discountMinor, source, number, effectiveAt, validTo, actor, note }) =>
      ({ sequence, kind, units: units.toString(), discountMinor: discountMinor.toString(), source, number, at: effectiveAt.toISOString(), validTo, actor, note }))
  }
}
