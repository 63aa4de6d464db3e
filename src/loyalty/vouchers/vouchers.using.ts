/** Vouchers and a basket: what applies, what is held for it, what it used, what comes back. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { say } from '#foundation/words.ts'
import { changeBy, hereAt, keep, termsOf, type Here, type VoucherParts } from './vouchers.book.ts'
import type { Choice } from './vouchers.basket.schema.ts'
import { clash, combined, type Combined } from './vouchers.combination.ts'
import { claim } from './vouchers.issuing.ts'
import { candidateOf, factsOf, requireCode, unknownCode, type Basket } from './vouchers.quote.ts'
import { coinOf, counts, faultOf, isPartial, type Line, type Why } from './vouchers.rules.ts'
import type { Terms } from './vouchers.schema.ts'
import * as sql from './vouchers.sql.ts'
import { openFor, requireUsable, type LineSplit, type OrderName, type Voucher } from './vouchers.state.ts'
import { findCodes } from './vouchers.templates.sql.ts'
import { voucherWords as words } from './vouchers.words.ts'

export interface UsedVoucher { readonly voucherId: string, readonly code: string, readonly nameZh: string, readonly nameEn: string, readonly discountMinor: bigint, readonly lines: ReadonlyMap<number, bigint> }
/** `again`: it was done before, and this is what was done then. */
export interface Use { readonly vouchers: readonly UsedVoucher[], readonly discountMinor: bigint, readonly lines: ReadonlyMap<number, bigint>, readonly withPoints: boolean, readonly until: Date | null, readonly again: boolean }

/**
 * Holds vouchers for a basket until a deadline; whoever asks again for the same basket renews it. They become free by themselves.
 * Refuses what `redeem` refuses.
 */
export async function reserve(trx: Trx, parts: VoucherParts, basket: Basket, picks: readonly Choice[], minutes: number, now: Date): Promise<Use> {
  const here = await hereAt(trx, now)
  const { vouchers, combination } = await chosen(trx, parts, basket, picks, here)
  const until = new Date(now.getTime() + minutes * 60_000)
  const used = unitsOf(combination)
  // What the basket held before and does not want any more becomes free.
  const wanted = new Set(vouchers.map(({ voucherId }) => voucherId))
  const member = await unionOf(trx, basket.customerId)
  const dropped = (await sql.lockVouchers(trx, member, (await sql.findOfOrder(trx, member, basket)).filter((id) => !wanted.has(id)))).filter(({ held }) => held > 0n)
  await keep(trx, parts, [
    ...dropped.map((voucher) => changeBy(voucher, { do: 'release', order: orderOf(basket) }, here)),
    ...vouchers.map((voucher) => changeBy(voucher, { do: 'hold', order: orderOf(basket), units: used.get(voucher.voucherId) ?? 1n, until }, here))
  ], here)
  return useOf(combination, basket.lines, until)
}

/**
 * Uses vouchers on an order, once: told again for the same order with the same vouchers, it answers what was done. Everything is looked at anew in this
 * transaction. Refuses: vouchers.unknown_code, .mistyped_code, .others_code, .unknown_voucher, .held, .not_yet, .expired, .redeemed, .voided, .does_not_apply,
 * .not_together, .other_use, .customer_reached, .total_reached.
 */
export async function redeem(trx: Trx, parts: VoucherParts, basket: Basket, picks: readonly Choice[], now: Date): Promise<Use> {
  const here = await hereAt(trx, now)
  const { vouchers, combination, earlier } = await chosen(trx, parts, basket, picks, here)
  if (earlier !== undefined) return earlier
  const used = unitsOf(combination)
  const of = new Map(combination.used.map((one) => [one.candidate.voucherId, one]))
  await keep(trx, parts, vouchers.map((voucher) => {
    const one = of.get(voucher.voucherId)
    const terms = one?.candidate.terms
    const split = basket.lines.map((line, at): LineSplit => ({
      lineNo: line.lineNo, grossMinor: line.amountMinor.toString(), quantity: line.quantity, discountMinor: (one?.lines[at] ?? 0n).toString(), eligible: terms !== undefined && counts(terms, line)
    }))
    return changeBy(voucher, { do: 'redeem', order: orderOf(basket), units: used.get(voucher.voucherId) ?? 1n, discountMinor: one?.discountMinor ?? 0n, split }, here)
  }), here)
  return useOf(combination, basket.lines, null)
}

/** Lets go of what a basket held; answers how many vouchers. */
export async function release(trx: Trx, parts: VoucherParts, { customerId, ...order }: OrderName & { readonly customerId: string }, now: Date): Promise<number> {
  const here = await hereAt(trx, now)
  const member = await unionOf(trx, customerId)
  const held = (await sql.lockVouchers(trx, member, await sql.findOfOrder(trx, member, order))).filter(({ hold }) => hold?.source === order.source && hold.number === order.number)
  await keep(trx, parts, held.map((voucher) => changeBy(voucher, { do: 'release', order }, here)), here)
  return held.length
}

const orderOf = ({ source, number }: OrderName): OrderName => ({ source, number })
const unitsOf = ({ used }: Combined): ReadonlyMap<string, bigint> => new Map(used.map(({ candidate, discountMinor }) => [candidate.voucherId ?? '', isPartial(candidate.terms) ? discountMinor : 1n]))

async function chosen(trx: Trx, parts: VoucherParts, basket: Basket, picks: readonly Choice[], here: Here): Promise<{ readonly vouchers: readonly Voucher[], readonly combination: Combined, readonly earlier?: Use }> {
  const member = await unionOf(trx, basket.customerId)
  const ids = await pickedIds(trx, parts, member, basket, picks, here)
  const vouchers = await sql.lockVouchers(trx, member, ids)
  if (vouchers.length < ids.length) throw new Refusal('vouchers.unknown_voucher', 404, words.unknownVoucher)
  const terms = await termsOf(trx, vouchers)
  const uses = await sql.usesOf(trx, member, basket)
  if (uses.length > 0) {
    if (uses.length !== ids.length || uses.some(({ voucherId }) => !ids.includes(voucherId))) throw new Refusal('vouchers.other_use', 409, words.otherUse, { number: basket.number })
    return { vouchers, combination: combined([], [], 1n), earlier: { ...earlierUse(uses, vouchers.map((voucher) => ({ ...voucher, terms: terms(voucher) }))), withPoints: vouchers.every((voucher) => terms(voucher).stacking.withPoints) } }
  }
  const facts = await factsOf(trx, basket, here)
  const candidates = vouchers.map((voucher) => candidateOf(voucher, terms(voucher), openFor(voucher, basket, here)))
  for (const voucher of vouchers) {
    requireUsable(voucher, basket, here)
    const fault = faultOf(terms(voucher), basket.lines, facts)
    if (fault !== undefined) throw doesNotApply(voucher.code, fault)
  }
  if (clash(candidates) !== undefined) throw new Refusal('vouchers.not_together', 409, words.notTogether)
  const combination = combined(candidates, basket.lines, coinOf(here.currency))
  const idle = combination.used.find(({ discountMinor }) => discountMinor === 0n)
  if (idle !== undefined) throw new Refusal('vouchers.not_together', 409, words.notTogether)
  return { vouchers, combination }
}

const doesNotApply = (code: string, { sentence, values, reason }: Why): Refusal =>
  new Refusal('vouchers.does_not_apply', 409, words.cannotUse, { code, reason, whyZh: say(sentence, 'zh-CN', values), whyEn: say(sentence, 'en', values) })

async function pickedIds(trx: Trx, parts: VoucherParts, member: readonly [string, ...string[]], basket: Basket, picks: readonly Choice[], here: Here): Promise<readonly string[]> {
  const plain = new Map(picks.flatMap((pick) => ('code' in pick ? [[pick.code, requireCode(pick.code)] as const] : [])))
  const codes = await findCodes(trx, [...plain.values()])
  const ids: string[] = []
  for (const pick of picks) {
    if ('voucherId' in pick) { ids.push(pick.voucherId); continue }
    const text = plain.get(pick.code) ?? ''
    const code = codes.get(text)
    if (code === undefined) throw unknownCode(text)
    ids.push(code.shared ? await heldOfShared(trx, member, basket, code.templateId) ?? await claim(trx, parts, member, code, here) : await claim(trx, parts, member, code, here))
  }
  if (new Set(ids).size < ids.length) throw new Refusal('vouchers.pick_twice', 422, words.pickTwice)
  return ids
}

/** A shared code that the member said before stands for the voucher that this order has of it, or for the one that still lives. */
async function heldOfShared(trx: Trx, member: readonly string[], { source, number }: Basket, templateId: string): Promise<string | undefined> {
  const own = [...await sql.findVouchers(trx, member, await sql.findOfOrder(trx, member, { source, number })), ...await sql.findLive(trx, member)]
  return own.find((voucher) => voucher.templateId === templateId)?.voucherId
}

function useOf(combination: Combined, lines: readonly Line[], until: Date | null): Use {
  const byLine = (off: readonly bigint[]): ReadonlyMap<number, bigint> => new Map(lines.flatMap(({ lineNo }, at) => ((off[at] ?? 0n) === 0n ? [] : [[lineNo, off[at] ?? 0n] as const])))
  return {
    vouchers: combination.used.map(({ candidate, discountMinor, lines: off }) => ({ voucherId: candidate.voucherId ?? '', code: candidate.code, nameZh: candidate.terms.nameZh, nameEn: candidate.terms.nameEn, discountMinor, lines: byLine(off) })),
    discountMinor: combination.discountMinor, lines: byLine(combination.lines), withPoints: combination.withPoints, until, again: false
  }
}

function earlierUse(uses: readonly sql.OrderUse[], vouchers: readonly (Voucher & { readonly terms: Terms })[]): Omit<Use, 'withPoints'> {
  const lines = new Map<number, bigint>()
  const done = uses.map(({ voucherId, discountMinor, split }): UsedVoucher => {
    const own = new Map(split.filter(({ discountMinor: off }) => off !== '0').map(({ lineNo, discountMinor: off }) => [lineNo, BigInt(off)]))
    for (const [lineNo, off] of own) lines.set(lineNo, (lines.get(lineNo) ?? 0n) + off)
    const { code = '', terms } = vouchers.find((one) => one.voucherId === voucherId) ?? {}
    return { voucherId, code, nameZh: terms?.nameZh ?? code, nameEn: terms?.nameEn ?? code, discountMinor, lines: own }
  })
  return { vouchers: done, discountMinor: done.reduce((sum, one) => sum + one.discountMinor, 0n), lines, until: null, again: true }
}
