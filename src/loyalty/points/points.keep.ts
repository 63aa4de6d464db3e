/** Writes what was decided: lots, holds, journal, wallets, the log. A handful of statements, however many the commands. */
import { hear } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import type { Decision } from './points.rules.ts'
import type { Order } from './points.schema.ts'
import * as sql from './points.sql.ts'
import { balanceOf, type Lot, type Wallet } from './points.state.ts'
import { pastKinds } from './points.words.ts'

export interface Booking { readonly bookingId: string, readonly order: Order, readonly decision: Decision, readonly actor: string }

/** Nothing here waits for anything else here: sent together. */
export async function keep(trx: Trx, before: ReadonlyMap<string, Wallet>, after: ReadonlyMap<string, Wallet>, bookings: readonly Booking[], now: Date): Promise<void> {
  if (bookings.length === 0) return
  await Promise.all([
    sql.saveHolds(trx, bookings.flatMap(({ order, decision }) => holdsOf(order, decision, before.get(`${order.customerId} ${order.currency}`)))),
    keepWallets(trx, before, after, bookings.map(({ bookingId, order: { customerId, currency, command }, decision: { entries }, actor }) =>
      ({ customerId, currency, entries, bookingId, actor, note: command.do === 'adjust' || command.do === 'earn' ? command.note ?? null : null })), now)
  ])
}

/** The journal, and what it made of lots and wallets. */
export async function keepWallets(trx: Trx, before: ReadonlyMap<string, Wallet>, after: ReadonlyMap<string, Wallet>, pages: readonly sql.JournalPage[], now: Date): Promise<void> {
  const changed: Wallet[] = []
  const opened: (Lot & sql.WalletKey)[] = []
  const moved: (Lot & sql.WalletKey)[] = []
  for (const [key, wallet] of after) {
    const known = before.get(key)
    if (wallet.sequence === known?.sequence) continue
    const { customerId, currency } = wallet
    changed.push(wallet)
    for (const lot of wallet.lots.values()) {
      const former = known?.lots.get(lot.lotId)
      if (former === lot) continue
      if (former === undefined) opened.push({ ...lot, customerId, currency })
      else moved.push({ ...lot, customerId, currency })
    }
  }
  const balances = changed.map((wallet) => ({ customerId: wallet.customerId, currency: wallet.currency, sequence: wallet.sequence, ...balanceOf(wallet) }))
  // Wallets first, in the one order in which they are locked: they may not have been.
  await Promise.all([
    sql.saveWallets(trx, balances), sql.insertLots(trx, opened), sql.updateLots(trx, moved), sql.insertEntries(trx, pages, now), sql.insertBasis(trx, pages)
  ])
}

/** Those that somebody is to be told of. */
export function heardOf(listeners: readonly Listener[], bookings: readonly Booking[]): readonly Booking[] {
  const heard = new Set(listeners.flatMap(({ kinds }) => kinds))
  return bookings.filter(({ order, decision }) => decision.entries.length > 0 && heard.has(pastKinds[order.command.do]))
}

/** Told, not repeated on the log: the journal is the fact, and the timeline reads it (decision 0014). */
export async function tell(trx: Trx, listeners: readonly Listener[], bookings: readonly Booking[], pools: ReadonlySet<string>, now: Date): Promise<void> {
  await hear(trx, listeners, bookings.map(({ bookingId, order: { customerId, currency, command, member }, decision, actor }) => ({
    eventId: bookingId, at: now, customerId: pools.has(customerId) && member !== undefined ? member : customerId, kind: pastKinds[command.do], actor, source: 'points',
    body: { currency, amount: 'amount' in command ? command.amount ?? '' : '', available: balanceOf(decision.wallet).available.toString(), ...('number' in command ? { source: command.source ?? '', number: command.number ?? '' } : {}) }
  })), now)
}

/** The holds that a decision opened or ended, by its command or by time. */
function holdsOf({ customerId, currency, command }: Order, { wallet, entries, holdId }: Decision, before: Wallet | undefined) {
  if (command.do !== 'hold' && entries.every((entry) => entry.holdId === null)) return []
  const of = { customerId, currency }
  const ended = new Set(entries.flatMap((entry) => (entry.holdId !== null && !wallet.holds.has(entry.holdId) ? [entry.holdId] : [])))
  const opened = command.do === 'hold' && holdId !== null ? wallet.holds.get(holdId) : undefined
  return [
    ...(opened === undefined ? [] : [{ ...of, holdId: opened.holdId, deadline: opened.deadline, source: opened.source, number: opened.number, state: 'open' as const }]),
    ...[...ended].flatMap((id) => {
      const known = before?.holds.get(id)
      return known === undefined ? [] : [{ ...of, holdId: id, deadline: known.deadline, source: known.source, number: known.number, state: id === holdId && command.do === 'capture' ? 'captured' as const : 'released' as const }]
    })
  ]
}

