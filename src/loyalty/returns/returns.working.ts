/** What the returns of some sales undo, worked out once each. */
import { record } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import type { Event, Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { plainMoney } from '#foundation/money.ts'
import { say } from '#foundation/words.ts'
import { dueNow, keepAfter } from './returns.rules.ts'
import * as sql from './returns.sql.ts'
import type { Consequence, Effect, Undone } from './returns.ts'
import { returnsWords, undoneKind } from './returns.words.ts'

export interface Working { readonly listeners: readonly Listener[], readonly actor: string, readonly now: Date, readonly consequences: readonly Consequence[] }

/**
 * Recording a return has updated the sale's row, and so locked it: two returns of one sale are worked out one after the other, and each sees what the other
 * took. Imported returns are history: they count as before, and whoever counts an import counts them.
 */
export async function workOut(trx: Trx, working: Working, told: Parameters<typeof sql.salesOf>[1], events: readonly Event[]): Promise<void> {
  const sales = await sql.salesOf(trx, told)
  if (sales.length === 0) return
  const returns = await sql.returnsOf(trx, sales)
  if (returns.length === 0) return
  const done = await sql.workedOut(trx, sales, returns.map(({ orderId }) => orderId))
  const lines = Map.groupBy(await sql.linesOf(trx, [...sales, ...returns]), ({ orderId }) => orderId)
  const heard = new Set(events.map(({ eventId }) => eventId))
  for (const sale of sales) {
    const own = returns.filter(({ undoes }) => undoes === sale.orderId)
    const due = own.filter(({ orderId, imported }) => !done.has(orderId) && (!imported || heard.has(orderId)))
    const before = own.filter((one) => !due.includes(one))
    const sold = (lines.get(sale.orderId) ?? []).map(({ lineNo, product, category, quantity, amountMinor }) => ({ lineNo, product, category, quantity, amountMinor }))
    let keptBefore = before.reduce((kept, { orderId }) => keepAfter(kept, lines.get(orderId) ?? []).kept, keepAfter(sold, []).kept)
    for (const one of due) {
      const { kept, beyond } = keepAfter(keptBefore, lines.get(one.orderId) ?? [])
      const booked = {
        customerId: sale.customerId, returnOrderId: one.orderId, orderId: sale.orderId, source: sale.source, number: sale.number, returnNumber: one.number, at: one.at, whole: kept.length === 0,
        amountMinor: one.totalMinor, actor: working.actor, beyond: beyond.map((over) => ({ ...over, amountMinor: over.amountMinor.toString() }))
      }
      if (await sql.insertBooking(trx, booked, working.now) && !sale.anonymous) await follow(trx, working, { ...booked, sold, kept, keptBefore })
      keptBefore = kept
    }
  }
}

/** Every consequence in its order. What one of them refuses is kept by name: goods that came back are a fact, and the others follow all the same. */
async function follow(trx: Trx, { consequences, listeners, actor, now }: Working, undone: Undone): Promise<void> {
  const effects: Effect[] = []
  for (const { capability, undo } of consequences) {
    await sql.savepoint(trx)
    try {
      effects.push(...await undo(trx, { listeners, actor }, undone, now))
      await sql.release(trx)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql.undo(trx)
      effects.push({ capability, code: error.code, detail: {}, sentence: { zh: say(returnsWords.refused, 'zh-CN', { why: say(error.sentence, 'zh-CN', error.detail) }), en: say(returnsWords.refused, 'en', { why: say(error.sentence, 'en', error.detail) }) } })
    }
  }
  const before = await sql.dueSoFar(trx, undone.customerId, undone.orderId)
  const fresh = effects.reduce((sum, { detail }) => sum + BigInt(detail['dueMinor'] ?? '0'), 0n)
  const due = dueNow(fresh, before, undone.keptBefore, undone.kept)
  if (due !== 0n) await sql.saveDue(trx, undone.customerId, undone.returnOrderId, due)
  if (due < fresh) effects.push({ capability: 'returns', code: 'returns.due_back', sentence: returnsWords.dueBack, detail: { amount: plainMoney(fresh - due) } })
  await sql.insertEffects(trx, undone.customerId, undone.returnOrderId, effects)
  await record(trx, listeners, [{ customerId: undone.customerId, kind: undoneKind, actor, source: 'returns', body: { source: undone.source, number: undone.number, returnNumber: undone.returnNumber, effects: effects.length } }], now)
}
