/** A return that a person asks for: by lines of the receipt, with its preview. */
import { submitReturn } from '#activity/orders/orders.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { isMore, keepAfter, moneyBack, type BasketLine } from './returns.rules.ts'
import type { Foreseen, ReturnAsked } from './returns.schema.ts'
import * as sql from './returns.sql.ts'
import { returnsWords as words } from './returns.words.ts'

export interface ReturnParts { readonly listeners: readonly Listener[], readonly actor: string }

/**
 * Books a return with all its consequences. Lines name a quantity of what is kept; without lines all of it comes back. The same number with the same content
 * again is the same return. Refuses: returns.unknown_order, returns.not_sale, returns.unknown_line, returns.beyond_sold, returns.nothing_left, returns.number_taken.
 */
export async function bookReturn(trx: Trx, parts: ReturnParts, asked: ReturnAsked, now: Date): Promise<Foreseen> {
  const { sale, kept, sold, returns } = await readSale(trx, asked.source, asked.number)
  const number = asked.returnNumber ?? `${asked.number}-R${returns.length + 1}`
  const again = returns.find((one) => one.number === number)
  if (again !== undefined) return requireSame(trx, sale, again.orderId, asked)
  const back = linesBack(kept, asked, sale.currency)
  await sql.point(trx, sale, number, back.map(({ lineNo }) => lineNo))
  const { recorded } = await submitReturn(trx, parts, sale, {
    number, kind: asked.kind ?? 'return', at: asked.at ?? now.toISOString(),
    lines: back.map(({ product, quantity, amountMinor, lineNo }) => ({ product, name: sold.find((line) => line.lineNo === lineNo)?.name ?? null, quantity, amountMinor: amountMinor.toString() }))
  }, now)
  const [first] = recorded
  if (first === undefined) throw new Refusal('returns.number_taken', 409, words.numberTaken, { number })
  const booked = await answerOf(trx, sale, first.orderId)
  // Another till may have taken the same goods back between reading and booking: what is decided is what the record says after it.
  const [over] = booked.beyond
  if (over !== undefined) throw new Refusal('returns.beyond_sold', 409, words.beyondSold, { product: over.product, asked: over.quantity, left: '0' })
  return booked
}

/** What `bookReturn` would do, by the same way; nothing stays. */
export async function previewReturn(trx: Trx, parts: ReturnParts, asked: ReturnAsked, now: Date): Promise<Foreseen> {
  await sql.beginPreview(trx)
  try {
    return await bookReturn(trx, parts, asked, now)
  } finally {
    await sql.undoPreview(trx)
  }
}

/** The sale with what is still kept of it. */
export async function readSale(db: Db | Trx, source: string, number: string) {
  const sale = await sql.findSale(db, source, number)
  if (sale === undefined) throw new Refusal('returns.unknown_order', 404, words.unknownOrder, { source, number })
  if (sale.kind !== 'sale') throw new Refusal('returns.not_sale', 422, words.notSale, { number })
  const returns = await sql.returnsOf(db, [sale])
  const lines = Map.groupBy(await sql.linesOf(db, [sale, ...returns]), ({ orderId }) => orderId)
  const sold = lines.get(sale.orderId) ?? []
  const kept = returns.reduce((left: readonly BasketLine[], { orderId }) => keepAfter(left, lines.get(orderId) ?? []).kept, keepAfter(sold, []).kept)
  return { sale, sold, kept, returns }
}

function linesBack(kept: readonly BasketLine[], { lines, number }: ReturnAsked, currency: string): readonly BasketLine[] {
  if (kept.length === 0) throw new Refusal('returns.nothing_left', 409, words.nothingLeft, { number })
  if (lines === undefined) return kept
  return lines.map(({ lineNo, quantity, amountMinor }) => {
    const line = kept.find((one) => one.lineNo === lineNo)
    if (line === undefined) throw new Refusal('returns.unknown_line', 409, words.unknownLine, { number, line: lineNo })
    if (isMore(quantity, line.quantity)) throw new Refusal('returns.beyond_sold', 409, words.beyondSold, { product: line.product, left: line.quantity, asked: quantity })
    const money = amountMinor === undefined ? moneyBack(line, quantity, stepOf(currency)) : BigInt(amountMinor)
    if (!isMore(quantity, '0') && money === 0n) throw new Refusal('returns.wrong_quantity', 422, words.wrongQuantity, { line: lineNo })
    return { ...line, quantity, amountMinor: money }
  })
}

/** The smallest amount that can be paid, in ten-thousandths. */
export const stepOf = (currency: string): bigint => 10n ** BigInt(4 - Math.min(4, new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2))

async function answerOf(trx: Trx, sale: sql.SaleShown, returnOrderId: string): Promise<Foreseen> {
  const [booking, returned] = await Promise.all([sql.findBooking(trx, sale.customerId, returnOrderId), sql.linesOf(trx, [{ customerId: sale.customerId, orderId: returnOrderId }])])
  if (booking === undefined) throw new Error('a return of a known sale is worked out when it is recorded')
  const { kept } = await readSale(trx, sale.source, sale.number)
  return {
    ...shownBooking(booking),
    lines: returned.map(({ lineNo, product, name, quantity, amountMinor }) => ({ lineNo, product, name, quantity: quantity.replace('-', ''), amountMinor: (amountMinor < 0n ? -amountMinor : amountMinor).toString() })),
    kept: kept.map(({ lineNo, product, quantity, amountMinor }) => ({ lineNo, product, quantity, amountMinor: amountMinor.toString() }))
  }
}

export const shownBooking = ({ customerId, anonymous, at, recordedAt, amountMinor, dueMinor, beyond, effects, ...rest }: sql.BookingShown) => ({
  ...rest, customerId: anonymous ? null : customerId, at: at.toISOString(), recordedAt: recordedAt.toISOString(), amountMinor: size(amountMinor).toString(), dueMinor: dueMinor.toString(), moneyMinor: (size(amountMinor) - dueMinor).toString(), beyond: [...beyond],
  effects: effects.map(({ detail, ...effect }) => ({ ...effect, detail: { ...detail } }))
})

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** A till that asks again with a new key gets its answer again; other content under the same number is refused. */
async function requireSame(trx: Trx, sale: sql.SaleShown, returnOrderId: string, { lines }: ReturnAsked): Promise<Foreseen> {
  const [booked, pointed] = [await answerOf(trx, sale, returnOrderId), await sql.linesOf(trx, [{ customerId: sale.customerId, orderId: returnOrderId }])]
  const same = lines === undefined ? booked.whole : lines.length === booked.lines.length && lines.every(({ lineNo, quantity, amountMinor }, index) => {
    const line = booked.lines[index]
    return line !== undefined && pointed[index]?.ofLine === lineNo && !isMore(quantity, line.quantity) && !isMore(line.quantity, quantity) && (amountMinor === undefined || amountMinor === line.amountMinor)
  })
  if (!same) throw new Refusal('returns.number_taken', 409, words.numberTaken, { number: booked.returnNumber })
  return booked
}
