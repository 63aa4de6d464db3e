/** Counting what was recorded before: pages in order of time, each in one transaction with its own checkpoint, by the same path as a till. */
import type { Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { keepAfter } from '#loyalty/returns/returns.ts'
import { lockWallets } from '#loyalty/points/points.ts'
import { holdMembers, review } from '#loyalty/tiers/tiers.ts'
import { count, type CountParts } from './earning.count.ts'
import { earningOf } from './earning.orders.ts'
import * as past from './earning.past.sql.ts'
import { undoReturns } from './earning.returns.ts'
import * as sql from './earning.sql.ts'
import { loadProgrammes } from './earning.versions.ts'

export const pageSize = 2_000

/** Writes down that orders are to be counted: all from an instant on, or those of an import. Answers the id that the job needs. */
export async function beginCount(trx: Trx, of: { readonly fromAt: Date, readonly importId: string | null, readonly actor: string }, now: Date): Promise<string> {
  const countId = newId(now)
  await past.insertCount(trx, { ...of, countId }, now)
  return countId
}

/** Counts the next page; answers how many orders that was, 0 once all are. Run again after a kill it goes on where it was, and counts nothing twice. */
export async function countPage(trx: Trx, parts: CountParts, countId: string, now: Date, size = pageSize): Promise<number> {
  const row = await past.lockCount(trx, countId)
  if (row === undefined || row.doneAt !== null) return 0
  const page = await past.nextOrders(trx, row, row.atCursor === null || row.orderCursor === null ? undefined : { at: row.atCursor, orderId: row.orderCursor }, size)
  const last = page.at(-1)
  if (last === undefined) { await past.closeCount(trx, countId, now); return 0 }
  // All of the page in one order, wallets before members as everybody does: its waves would otherwise meet tills, and those who follow bulk orders, in a ring.
  const buyers = [...new Set(page.map(({ customerId }) => customerId))]
  const inForce = await loadProgrammes(trx)
  const currencies = [...new Set(page.flatMap(({ at }) => Object.keys(inForce(at)?.programme.currencies ?? {})))]
  await lockWallets(trx, buyers.flatMap((customerId) => currencies.map((currency) => ({ customerId, currency }))))
  await holdMembers(trx, buyers)
  const sales = page.filter(({ kind }) => kind === 'sale')
  const lines = Map.groupBy(sales.length === 0 ? [] : await sql.findLines(trx, sales), ({ orderId }) => orderId)
  // Tiers are looked at once for all that a page has changed, and before a member comes again in it, not after every booking.
  const quiet = { ...parts, listeners: parts.listeners.filter(({ capability }) => capability !== 'tiers') }
  const settle = (customerIds: readonly string[]): Promise<unknown> => review(trx, { listeners: parts.listeners, actor: 'tiers' }, customerIds, now)
  await count(trx, quiet, sales.map((sale) => earningOf(sale, lines.get(sale.orderId) ?? [])), now, settle)
  await undoReturned(trx, quiet, page, now)
  await settle(buyers)
  await past.saveCount(trx, countId, last, page.length)
  return page.length
}

/** What came back of the sales of this page, and the sales of which something came back in it: the earn of what is kept, whatever was worked out before. */
async function undoReturned(trx: Trx, parts: CountParts, page: readonly past.PageRow[], now: Date): Promise<void> {
  const named = page.flatMap(({ kind, source, undoesNumber }) => (kind === 'sale' || undoesNumber === null ? [] : [{ source, number: undoesNumber }]))
  const keys = [...page.filter(({ kind }) => kind === 'sale'), ...(named.length === 0 ? [] : await past.salesNamed(trx, named))]
  const returns = Map.groupBy(await past.returnsOf(trx, [...new Set(keys.map(({ orderId }) => orderId))]), ({ undoes }) => undoes)
  if (returns.size === 0) return
  const sales = await sql.findOrders(trx, [...new Map(keys.filter(({ orderId }) => returns.has(orderId)).map(({ customerId, orderId }) => [orderId, { customerId, orderId }])).values()])
  const lines = Map.groupBy(await sql.findLines(trx, [...sales, ...[...returns.values()].flat()]), ({ orderId }) => orderId)
  await undoReturns(trx, parts, sales.flatMap((sale) => {
    const back = returns.get(sale.orderId) ?? []
    const sold = (lines.get(sale.orderId) ?? []).map(({ lineNo, product, category, quantity, amountMinor }) => ({ lineNo, product, category, quantity, amountMinor }))
    const last = back.at(-1)
    if (last === undefined) return []
    const { kept: whole } = keepAfter(sold, [])
    const kept = back.reduce((left, { orderId }) => keepAfter(left, lines.get(orderId) ?? []).kept, whole)
    return [{ ...sale, returnNumber: last.number, returnOrderId: last.orderId, at: last.at, sold, kept, keptBefore: whole, whole: kept.length === 0 }]
  }), now)
}
