/**
 * Closed months. What the ledger has told of a month stays as it was told: nothing may count in a closed month any more, except what a second person has
 * approved, and that names its approval in the journal.
 */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, addMonths, dayOf, startOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { Approval, Closing } from './points.closing.schema.ts'
import * as sql from './points.closing.sql.ts'
import { closingWords as words } from './points.closing.words.ts'
import type { Booked, Order } from './points.schema.ts'
import { dueWallets } from './points.sql.ts'
import { book, type PointsParts } from './points.ts'

const shown = ({ closedAt, reopenedAt, ...row }: sql.ClosingRow): Closing => ({ ...row, closedAt: closedAt.toISOString(), reopenedAt: reopenedAt?.toISOString() ?? null })

/** Closed is a month that was not opened again, and every month before it. */
export async function listClosings(db: Db): Promise<{ through: string | null, items: Closing[] }> {
  return { through: await sql.findClosedMonth(db) ?? null, items: (await sql.findClosings(db)).map(shown) }
}

/**
 * Closes a month and all before it. What time has done in it must be booked: else the sweep would still write into it. Refuses: points.month_running,
 * points.already_closed, points.sweep_first.
 */
export async function closeMonth(trx: Trx, actor: string, { month, note = '' }: { readonly month: string, readonly note?: string | undefined }, now: Date): Promise<Closing> {
  await sql.beginClosing(trx)
  const { zone } = await readBusiness(trx)
  const next = addMonths(`${month}-01`, 1)
  const ends = startOf(next, zone)
  // An hour later than its end: a command that began in the month has ended by then.
  if (now.getTime() < ends.getTime() + 3_600_000) throw new Refusal('points.month_running', 409, words.monthRunning, { month })
  const closed = await sql.findClosedMonth(trx)
  if (closed !== undefined && closed >= month) throw new Refusal('points.already_closed', 409, words.alreadyClosed, { month: closed })
  if ((await dueWallets(trx, addDays(next, -1), ends, 1)).length > 0) throw new Refusal('points.sweep_first', 409, words.sweepFirst, { month })
  const row = { month, closedAt: now, closedBy: actor, note, reopenedAt: null, reopenedBy: null }
  await sql.saveClosing(trx, row)
  return shown(row)
}

/** Opens the last closed month again. */
export async function reopenMonth(trx: Trx, actor: string, month: string, now: Date): Promise<Closing> {
  await sql.beginClosing(trx)
  const closed = await sql.findClosedMonth(trx)
  if (closed !== month) throw new Refusal('points.not_last_closed', 409, words.notLastClosed, { month: closed ?? '–' })
  await sql.reopenMonth(trx, month, actor, now)
  const row = (await sql.findClosings(trx)).find((one) => one.month === month)
  if (row === undefined) throw new Error('the month was there')
  return shown(row)
}

const approvalShown = ({ requestedAt, decidedAt, orders, ...row }: sql.ApprovalRow): Approval => ({ ...row, orders, requestedAt: requestedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null })

export const listApprovals = async (db: Db, limit = 50): Promise<Approval[]> => (await sql.findApprovals(db, limit)).map(approvalShown)

/** Asks a second person. The commands are tried first, as they would be booked: what is refused anyway is refused now. Refuses: points.approval_needless. */
export async function requestApproval(trx: Trx, parts: PointsParts, { orders, reason }: { readonly orders: readonly Order[], readonly reason: string }, now: Date): Promise<Approval> {
  const { zone } = await readBusiness(trx)
  const closed = await sql.findClosedMonth(trx)
  const isClosed = (order: Order): boolean => 'at' in order.command && order.command.at !== undefined && closed !== undefined && dayOf(new Date(order.command.at), zone).slice(0, 7) <= closed
  if (!orders.some(isClosed)) throw new Refusal('points.approval_needless', 422, words.approvalNeedless)
  const row = { approvalId: newId(now), orders: [...orders], reason, requestedBy: parts.actor, requestedAt: now }
  await book(trx, { ...parts, approvalId: row.approvalId }, orders, now, { dryRun: true })
  await sql.insertApproval(trx, row)
  return approvalShown({ ...row, state: 'requested', decidedBy: null, decidedAt: null, answer: null })
}

/** Approves and books, in one transaction. Refuses: points.own_approval, points.approval_decided, points.unknown_approval, and what booking refuses. */
export async function approve(trx: Trx, parts: PointsParts, approvalId: string, answer: string, now: Date): Promise<{ approval: Approval, items: Booked[] }> {
  const row = await decide(trx, approvalId, 'approved', parts.actor, answer, now)
  return { approval: approvalShown(row), items: [...await book(trx, { ...parts, approvalId }, row.orders, now)] }
}

export const reject = async (trx: Trx, actor: string, approvalId: string, answer: string, now: Date): Promise<Approval> => approvalShown(await decide(trx, approvalId, 'rejected', actor, answer, now))

async function decide(trx: Trx, approvalId: string, state: 'approved' | 'rejected', actor: string, answer: string, now: Date): Promise<sql.ApprovalRow> {
  const known = await sql.findApproval(trx, approvalId)
  if (known === undefined) throw new Refusal('points.unknown_approval', 404, words.unknownApproval)
  if (known.requestedBy === actor) throw new Refusal('points.own_approval', 403, words.ownApproval)
  const row = await sql.decideApproval(trx, approvalId, state, actor, answer, now)
  if (row === undefined) throw new Refusal('points.approval_decided', 409, words.approvalDecided)
  return row
}
