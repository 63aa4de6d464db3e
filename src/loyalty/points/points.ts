/**
 * Points: money owed to members. This file is the door.
 *
 * Law: every change is a double entry in an append-only journal; a wallet, its lots and holds are what the journal says and nothing else; a command is
 * booked whole, in one transaction, or refused and nothing is changed.
 */
import { record } from '#activity/events/events.ts'
import { setTraits } from '#customers/record/record.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { idMaker } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf, startOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { decide, pastOf, type Decision, type Moment } from './points.rules.ts'
import { loadPolicies } from './points.policy.ts'
import type { Booked, Order } from './points.schema.ts'
import * as sql from './points.sql.ts'
import { balanceOf, emptyWallet, post, type Balance, type Entry, type Lot, type Wallet } from './points.state.ts'
import { pastKinds, pointsWords as words } from './points.words.ts'

export { listPolicies, readPolicy, savePolicy, withdrawPolicy } from './points.policy.ts'

export interface PointsParts { readonly listeners: readonly Listener[], readonly actor: string }
interface Booking { readonly order: Order, readonly decision: Decision }

/**
 * Books commands in their order, all of them or none. `dryRun` takes the same way, to the database's own checks, and leaves nothing.
 * Refuses: points.insufficient, points.already_booked, points.unknown_customer, and what `decide` refuses.
 */
export async function book(trx: Trx, parts: PointsParts, orders: readonly Order[], now: Date, { dryRun = false } = {}): Promise<readonly Booked[]> {
  if (!dryRun) return written(trx, parts, orders, now)
  await sql.beginDryRun(trx)
  const answer = await written(trx, parts, orders, now)
  await sql.undoDryRun(trx)
  return answer
}

async function written(trx: Trx, parts: PointsParts, orders: readonly Order[], now: Date): Promise<readonly Booked[]> {
  await requireCustomers(trx, orders)
  await claimReceipts(trx, orders, now)
  const before = await lockedWallets(trx, orders)
  const past = Map.groupBy(await sql.findOrderEntries(trx, orders.flatMap(orderKeyOf)), walletText)
  const moment = await momentOf(trx, now)
  const wallets = new Map(before)
  const bookings = orders.map((order): Booking => {
    const key = walletText(order)
    const wallet = wallets.get(key) ?? emptyWallet(order.customerId, order.currency)
    const { source = null, number = null } = 'number' in order.command ? order.command : {}
    const decision = decide(wallet, order.command, moment, pastOf(past.get(key) ?? [], source, number))
    wallets.set(key, decision.wallet)
    past.set(key, [...past.get(key) ?? [], ...decision.entries.map((entry) => ({ ...entry, customerId: order.customerId, currency: order.currency, insertedAt: now, actor: parts.actor, note: null }))])
    return { order, decision }
  })
  await keep(trx, parts, before, wallets, bookings, now)
  return bookings.map(({ order, decision }) => ({
    customerId: order.customerId, currency: order.currency, balance: shown(balanceOf(decision.wallet)), holdId: decision.holdId, uncovered: decision.uncovered.toString(), entries: decision.entries.length
  }))
}

async function requireCustomers(trx: Trx, orders: readonly Order[]): Promise<void> {
  const known = await sql.knownCustomers(trx, [...new Set(orders.map(({ customerId }) => customerId))])
  const stranger = orders.find(({ customerId }) => !known.has(customerId))
  if (stranger !== undefined) throw new Refusal('points.unknown_customer', 404, words.unknownCustomer, { customer: stranger.customerId })
}

async function claimReceipts(trx: Trx, orders: readonly Order[], now: Date): Promise<void> {
  const named = orders.flatMap(({ receipt, customerId }) => (receipt === undefined ? [] : [{ receipt, customerId }]))
  const claimed = await sql.claimReceipts(trx, named, now)
  const seen = new Set<string>()
  for (const { receipt } of named) {
    if (!claimed.has(receipt) || seen.has(receipt)) throw new Refusal('points.already_booked', 409, words.alreadyBooked, { receipt })
    seen.add(receipt)
  }
}

const walletText = ({ customerId, currency }: sql.WalletKey): string => `${customerId} ${currency}`
const orderKeyOf = ({ customerId, command }: Order): sql.OrderKey[] =>
  'number' in command && command.number !== undefined && command.source !== undefined ? [{ customerId, source: command.source, number: command.number }] : []

/** Locks the wallets of all commands in one fixed order, and reads them. */
async function lockedWallets(trx: Trx, orders: readonly Order[]): Promise<ReadonlyMap<string, Wallet>> {
  const keys = [...new Map(orders.map((order) => [walletText(order), { customerId: order.customerId, currency: order.currency }])).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
  return assembled(trx, await sql.lockWallets(trx, keys), orders.flatMap(orderKeyOf))
}

async function assembled(db: Db | Trx, heads: readonly (sql.WalletKey & { readonly sequence: bigint, readonly debt: bigint })[], orders: readonly sql.OrderKey[]): Promise<ReadonlyMap<string, Wallet>> {
  const lots = Map.groupBy(await sql.findLots(db, heads, orders), walletText)
  const holds = Map.groupBy(await sql.findHolds(db, heads), walletText)
  return new Map(heads.map((head) => {
    const key = walletText(head)
    return [key, { ...head, lots: new Map((lots.get(key) ?? []).map((lot) => [lot.lotId, lot])), holds: new Map((holds.get(key) ?? []).map((hold) => [hold.holdId, hold])) }]
  }))
}

async function momentOf(db: Db | Trx, now: Date): Promise<Moment> {
  const [{ zone }, policies] = await Promise.all([readBusiness(db), loadPolicies(db)])
  return { now, today: dayOf(now, zone), dayOf: (at) => dayOf(at, zone), startOf: (day) => startOf(day, zone), ...policies, newId: idMaker(now) }
}

async function keep(trx: Trx, { listeners, actor }: PointsParts, before: ReadonlyMap<string, Wallet>, after: ReadonlyMap<string, Wallet>, bookings: readonly Booking[], now: Date): Promise<void> {
  const changed = [...after].filter(([key, wallet]) => wallet.sequence !== before.get(key)?.sequence)
  const lots = changed.flatMap(([key, wallet]) => [...wallet.lots.values()].filter((lot) => before.get(key)?.lots.get(lot.lotId) !== lot).map((lot) => ({ ...lot, customerId: wallet.customerId, currency: wallet.currency })))
  await sql.saveLots(trx, lots)
  await sql.saveHolds(trx, bookings.flatMap(({ order, decision }) => holdsOf(order, decision, before.get(walletText(order)))))
  await sql.insertEntries(trx, bookings.flatMap(({ order: { customerId, currency, command }, decision }) =>
    decision.entries.map((entry) => ({ ...entry, customerId, currency, actor, note: command.do === 'adjust' ? command.note : null }))), now)
  await sql.saveWallets(trx, changed.map(([, wallet]) => ({ customerId: wallet.customerId, currency: wallet.currency, sequence: wallet.sequence, ...balanceOf(wallet) })))
  await setTraits(trx, changed.map(([, wallet]) => ({ customerId: wallet.customerId, key: `points.${wallet.currency}`, value: balanceOf(wallet).available.toString(), source: 'points' })), now)
  await record(trx, listeners, bookings.filter(({ decision }) => decision.entries.length > 0).map(({ order: { customerId, currency, command }, decision }) => ({
    customerId, kind: pastKinds[command.do], actor, source: 'points',
    body: { currency, amount: 'amount' in command ? command.amount ?? '' : '', available: balanceOf(decision.wallet).available.toString(), ...('number' in command ? { source: command.source ?? '', number: command.number ?? '' } : {}) }
  })), now)
}

/** The holds that a decision opened or ended, by its command or by time. */
function holdsOf({ customerId, currency, command }: Order, { wallet, entries, holdId }: Decision, before: Wallet | undefined) {
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

const shown = ({ pending, available, held, debt }: Balance) => ({ pending: pending.toString(), available: available.toString(), held: held.toString(), debt: debt.toString() })

/** What a member has now, in every currency: what time has done is seen before it is booked. */
export async function readWallets(db: Db | Trx, customerId: string, now: Date): Promise<readonly { currency: string, balance: ReturnType<typeof shown>, lots: readonly Lot[] }[]> {
  const moment = await momentOf(db, now)
  const wallets = await assembled(db, await sql.findWallets(db, customerId), [])
  return [...wallets.values()].map((wallet) => {
    const { wallet: current } = decide(wallet, { do: 'settle' }, moment, pastOf([], null, null))
    return { currency: wallet.currency, balance: shown(balanceOf(current)), lots: [...current.lots.values()].filter(({ pending, available, held }) => pending + available + held > 0n) }
  })
}

/** Some wallets brought up to date by the sweep; answers how many. */
export async function settleDue(trx: Trx, parts: PointsParts, now: Date, limit: number): Promise<number> {
  const { zone } = await readBusiness(trx)
  const due = await sql.dueWallets(trx, dayOf(now, zone), now, limit)
  if (due.length > 0) await book(trx, parts, due.map((key) => ({ ...key, command: { do: 'settle' } })), now)
  return due.length
}

/** Whether time has done something to any wallet that is not booked yet. */
export async function isSweepDue(db: Db, now: Date): Promise<boolean> {
  const { zone } = await readBusiness(db)
  return (await sql.dueWallets(db, dayOf(now, zone), now, 1)).length > 0
}

/** A wallet from nothing but its journal: what the stored one must equal. */
export function replay(key: sql.WalletKey, lots: readonly Lot[], entries: readonly Entry[]): Wallet {
  const opened = { ...emptyWallet(key.customerId, key.currency), lots: new Map(lots.map((lot) => [lot.lotId, { ...lot, pending: 0n, available: 0n, held: 0n }])) }
  return entries.reduce(post, opened)
}
