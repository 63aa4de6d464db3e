/**
 * Vouchers of the made-up chain, so that a page looked at has something to say. Written when the sample is loaded, in its transaction, and only then: the
 * orders stand in the record as they were paid, so what a voucher took off is added to what the goods cost before.
 */
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { addDays, dayOf, isDay, startOf } from '#foundation/zone.ts'
import { changeBy, hereAt, keep, type Here, type VoucherParts } from './vouchers.book.ts'
import { give, requireTemplate } from './vouchers.issuing.ts'
import { coinOf, counts, faultOf, isPartial, splitOver, type Line } from './vouchers.rules.ts'
import { findSales, type SampleSale } from './vouchers.sample.sql.ts'
import { sampleTerms } from './vouchers.sample.words.ts'
import type { Terms } from './vouchers.schema.ts'
import type { Change } from './vouchers.sql.ts'
import type { Voucher } from './vouchers.state.ts'
import { createTemplate } from './vouchers.templates.ts'
import { findTemplates } from './vouchers.templates.sql.ts'

const members = 1_200
const daysAgo = 75

export const sampleListener: Listener = {
  capability: 'vouchers', kinds: ['sample.loaded'],
  hear: async (trx, events, { now, listeners }) => {
    const endDay = String(events[0]?.body['endDay'])
    if (!isDay(endDay) || (await findTemplates(trx)).length > 0) return
    const { zone } = await hereAt(trx, now)
    const from = addDays(endDay, -daysAgo)
    const here = await hereAt(trx, new Date(startOf(from, zone).getTime() + 36_000_000))
    await write(trx, { listeners, actor: 'sample' }, here, await findSales(trx, from, members))
  }
}

async function write(trx: Trx, parts: VoucherParts, here: Here, found: Awaited<ReturnType<typeof findSales>>): Promise<void> {
  const plan: readonly (readonly [Terms, number, number])[] = [[sampleTerms.spend, 0, 600], [sampleTerms.flowers, 500, 1_000], [sampleTerms.credit, 1_000, 1_080]]
  await createTemplate(trx, { terms: sampleTerms.gift }, parts.actor, here.now)
  for (const [terms, first, last] of plan) {
    const { templateId } = await createTemplate(trx, { terms }, parts.actor, here.now)
    const own = found.slice(first, last)
    const { issued } = await give(trx, parts, await requireTemplate(trx, templateId), own.map(({ customerId }) => customerId), 'list', here)
    const sales = new Map(own.map(({ customerId, sale }) => [customerId, sale]))
    await keep(trx, parts, issued.flatMap((voucher, at) => used(voucher, terms, at, sales.get(voucher.customerId), here)), here)
  }
}

/** Two of three who could use it do. */
function used(voucher: Voucher, terms: Terms, at: number, sale: SampleSale | undefined, here: Here): readonly Change[] {
  if (sale === undefined || at % 3 === 2 || (voucher.validTo !== null && voucher.validTo < dayOf(sale.at, here.zone))) return []
  const paid = sale.lines.map((line) => (counts(terms, line) ? line.amountMinor : 0n))
  const sum = paid.reduce((a, b) => a + b, 0n)
  const discount = discountOn(terms, voucher.open, sum)
  const split = splitOver(discount, paid, coinOf(here.currency))
  const lines = sale.lines.map((line, index): Line => ({ ...line, amountMinor: line.amountMinor + (split[index] ?? 0n) }))
  const facts = { weekday: 1, time: '12:00', storeId: null, channel: null, tier: null, isFirstOrder: false, currency: here.currency, coinMinor: coinOf(here.currency) }
  if (discount === 0n || faultOf(terms, lines, facts) !== undefined) return []
  const moment = { ...here, now: sale.at, today: dayOf(sale.at, here.zone) }
  return [changeBy(voucher, {
    do: 'redeem', order: { source: sale.source, number: sale.number }, units: isPartial(terms) ? discount : 1n, discountMinor: discount,
    split: lines.map((line, index) => ({ lineNo: line.lineNo, grossMinor: line.amountMinor.toString(), quantity: line.quantity, discountMinor: (split[index] ?? 0n).toString(), eligible: counts(terms, line) }))
  }, moment)]
}

/** What was taken off goods that cost `paid` after it. */
function discountOn({ worth }: Terms, open: bigint, paid: bigint): bigint {
  if (paid === 0n) return 0n
  if (worth.kind === 'amount') return worth.partial ? (paid / 2n < open ? paid / 20_000n * 10_000n : open) : BigInt(worth.amountMinor)
  if (worth.kind !== 'percent') return 0n
  const off = paid * BigInt(worth.basisPoints) / BigInt(10_000 - worth.basisPoints) / 10_000n * 10_000n
  const ceiling = BigInt(worth.ceilingMinor ?? off)
  return off < ceiling ? off : ceiling
}
