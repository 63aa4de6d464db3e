/** Taking a sale back: voided on its day as if it had not been, or returned in part or whole; and the points that paid for it go back where they came from. */
import { record } from '#activity/events/events.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf } from '#foundation/zone.ts'
import { book } from '#loyalty/points/points.ts'
import { bookReturn, previewReturn, type Consequence, type Foreseen } from '#loyalty/returns/returns.ts'
import { readBusiness } from '#settings/business/business.ts'
import { businessTime, pointsKept, requireVoidable } from './tills.rules.ts'
import { lockLacked, takenOf } from './tills.lacked.ts'
import type { Answer, BackBody, VoidBody } from './tills.schema.ts'
import { answerOf, guardOf, numberOf, once, tillSource, type TillParts } from './tills.receipt.ts'
import { readSetting } from './tills.settings.ts'
import * as sql from './tills.sql.ts'
import { tillsWords as words, voidedKind } from './tills.words.ts'

/** What was answered for a receipt: how a till finds out after its answer was lost. Refuses: tills.unknown_receipt. */
export async function readAnswer(db: Db, asked: { readonly receipt: string, readonly store?: string, readonly source?: string, readonly kind?: string }): Promise<Answer> {
  const deed = await sql.findDeed(db, guardOf(asked, asked.kind ?? 'sale'))
  if (deed === undefined) throw unknown(asked.receipt)
  return answerOf(deed)
}

/** Refuses: tills.unknown_receipt, tills.voided, tills.other_day, tills.settled, tills.returned, tills.clock_wrong. */
export async function voidSale(trx: Trx, parts: TillParts, body: VoidBody, now: Date): Promise<Answer> {
  const { at: toldAt, sentAt = toldAt, ...content } = body
  return once(trx, body, 'void', content, now, async () => {
    const [{ parameters }, { zone }] = await Promise.all([readSetting(trx), readBusiness(trx)])
    const at = businessTime({ at: new Date(toldAt), sentAt: new Date(sentAt) }, now, parameters)
    const sale = await requireSale(trx, body)
    const soldOn = dayOf(sale.at, zone)
    requireVoidable({ soldOn, today: dayOf(now, zone), isSettled: sale.store !== null && await sql.isSettled(trx, sale.store, soldOn), isVoided: sale.voidedAt !== null })
    if (await sql.isReturned(trx, sale.orderId)) throw new Refusal('tills.returned', 409, words.returned)
    const undone = await bookReturn(trx, parts, { source: sale.source, number: sale.number, returnNumber: `${sale.number}-V`, kind: 'cancellation', at: later(at, sale.at).toISOString() }, now)
    await sql.markVoided(trx, sale.customerId, sale.orderId, now)
    if (undone.customerId !== null) await record(trx, parts.listeners, [{ customerId: undone.customerId, kind: voidedKind, at, actor: parts.actor, source: 'tills', body: { source: sale.source, number: sale.number } }], now)
    return { receipt: body.receipt, kind: 'void', sold: null, undone: shown(undone) }
  })
}

/** Goods back at a till: with `preview` by the same way, and nothing stays. Refuses what a return refuses, and tills.clock_wrong. */
export async function takeBack(trx: Trx, parts: TillParts, body: BackBody, now: Date): Promise<Answer> {
  const { at: toldAt, sentAt = toldAt, preview = false, ...content } = body
  const work = async (): Promise<Answer> => {
    const { parameters } = await readSetting(trx)
    const at = businessTime({ at: new Date(toldAt), sentAt: new Date(sentAt) }, now, parameters)
    const asked = {
      source: body.source ?? tillSource, number: numberOf(body), returnNumber: numberOf({ store: body.store ?? null, receipt: body.returnReceipt }), at: at.toISOString(),
      ...(body.lines === undefined ? {} : { lines: body.lines })
    }
    return { receipt: body.returnReceipt, kind: 'return', sold: null, undone: shown(await (preview ? previewReturn : bookReturn)(trx, parts, asked, now)) }
  }
  return preview ? work() : once(trx, { ...body, receipt: body.returnReceipt }, 'return', content, now, work)
}

async function requireSale(trx: Trx, { receipt, store = null, source = tillSource }: VoidBody): Promise<sql.SaleFound> {
  const sale = await sql.findSaleByNumber(trx, source, numberOf({ store, receipt }))
  if (sale === undefined) throw unknown(receipt)
  return sale
}

const unknown = (receipt: string): Refusal => new Refusal('tills.unknown_receipt', 404, words.unknownReceipt, { receipt })
const later = (a: Date, b: Date): Date => (a > b ? a : b)
const shown = ({ number, returnNumber, moneyMinor, effects }: Foreseen): Answer['undone'] => ({ number, returnNumber, moneyMinor, effects })

/** Closes a store's day: nothing sold on it can be voided any more. */
export async function closeDay(trx: Trx, { store, day }: { readonly store: string, readonly day: string }, author: string, now: Date): Promise<{ settled: boolean }> {
  await sql.settle(trx, store, day, author, now)
  return { settled: true }
}

/** Points that paid for what comes back return to the lots they were taken from; all the parts of any row of returns add up to all that was paid. */
export const tillsConsequence: Consequence = {
  capability: 'tills',
  undo: async (trx, parts, undone, now) => {
    const sale = await sql.findSale(trx, undone.customerId, undone.orderId)
    if (sale === undefined || sale.points === 0n) return []
    const sold = sale.lines.map((line) => ({ lineNo: line.lineNo, quantity: line.quantity, amountMinor: BigInt(line.paidMinor), points: BigInt(line.points) }))
    const back = sale.points - pointsKept(sold, undone.kept) - sale.pointsBack
    if (back <= 0n) return []
    await book(trx, parts, await commandsFor(trx, sale, back), now)
    await sql.addPointsBack(trx, sale.customerId, sale.orderId, back)
    return [{ capability: 'tills', code: 'tills.points_back', sentence: words.pointsBack, detail: { points: back.toString(), currency: sale.currency } }]
  }
}

/** To the lots they were taken from; what a balance lacked without network was owed for it, or repaid since, and nothing is made of what the store bore. */
async function commandsFor(trx: Trx, sale: sql.SaleFound, back: bigint): Promise<Parameters<typeof book>[2]> {
  const { customerId, currency, source, number } = sale
  const isBorne = await lockLacked(trx, sale)
  const taken = sale.allowanceId === null ? back : await takenOf(trx, sale)
  const lots = back < taken ? back : taken
  const lacked = isBorne ? 0n : back - lots
  return [
    ...(lots === 0n ? [] : [{ customerId, currency, command: { do: 'restore' as const, amount: lots.toString(), source, number } }]),
    ...(lacked === 0n ? [] : [{ customerId, currency, command: { do: 'adjust' as const, amount: lacked.toString(), note: `${words.lackedBack.zh} ${words.lackedBack.en} ${number}` } }])
  ]
}
