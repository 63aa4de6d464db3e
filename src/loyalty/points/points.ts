/**
 * Points: money owed to members. This file is the door.
 *
 * Law: every change is a double entry in an append-only journal; a wallet, its lots and holds are what the journal says and nothing else; a command is
 * booked whole, in one transaction, or refused and nothing is changed.
 */
import { survivorOf } from '#customers/identity/identity.ts'
import { Overtaken } from '#foundation/again.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { GroupWork } from '#foundation/group.ts'
import type { Listener } from '#foundation/house.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { alreadyBooked, bookEach, bookOn, ordersOf, shown, type Batch } from './points.booking.ts'
import { momentOf, readBoldly, readLocked } from './points.ground.ts'
import { awaitClosing, findClosedMonth } from './points.closing.sql.ts'
import { readStored } from './points.reading.ts'
import { decide, pastOf } from './points.rules.ts'
import type { Booked, Order } from './points.schema.ts'
import * as sql from './points.sql.ts'
import { balanceOf, emptyWallet, post, type Entry, type Lot, type Wallet } from './points.state.ts'

export { listPolicies, readPolicy, savePolicy, withdrawPolicy } from './points.policy.ts'
export { lifeOf } from './points.life.ts'
export { openOf } from './points.past.ts'
export { inOrder, mainOf, unitsOf } from './points.terms.words.ts'

export interface PointsParts {
  readonly listeners: readonly Listener[]
  readonly actor: string
  readonly approvalId?: string | undefined
  /** Of facts that came late (a till's sale, goods that came back): what would count in a closed month counts from the first open instant on, and is not refused. */
  readonly carries?: boolean | undefined
}

/**
 * Books commands in their order, all of them or none. `dryRun` takes the same way, to the database's own checks, and leaves nothing.
 * Refuses: points.insufficient, points.already_booked, points.unknown_customer, and what `decide` refuses.
 */
export async function book(trx: Trx, { listeners, actor, approvalId, carries }: PointsParts, orders: readonly Order[], now: Date, { dryRun = false } = {}): Promise<readonly Booked[]> {
  if (dryRun) await sql.beginDryRun(trx)
  const { outcomes: [outcome], written } = await bookEach(trx, listeners, [{ orders, actor, approvalId, carries }], now, alreadyBooked)
  await written
  if (dryRun) await sql.undoDryRun(trx)
  if (outcome === undefined) return []
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.answer
}

/** So many groups are booked behind locks after one for which that was needed: others work on the same wallets, or more is asked than to earn and spend. */
const cautious = 20

/** The work of a group: many callers' commands in one transaction, each caller's all or none. */
export function bookTogether(listeners: readonly Listener[]): GroupWork<Batch, { readonly items: Booked[] }> {
  let careful = 0
  return async (trx, batches, now, isAgain) => {
    const orders = ordersOf(batches)
    const isBold = careful === 0 && !isAgain
    const seen = isBold ? await readBoldly(trx, orders, now) : undefined
    if (seen === undefined) careful = isBold || isAgain ? cautious : careful - 1
    const { outcomes, written } = await bookOn(trx, seen ?? await readLocked(trx, orders, now), listeners, batches, now, () => new Overtaken())
    return { outcomes: outcomes.map((outcome) => ('refusal' in outcome ? outcome : { answer: { items: [...outcome.answer] } })), written }
  }
}

/** Holds wallets, opened where they are not there yet, until the transaction ends: for rules that decide by what a member had before. */
export async function lockWallets(trx: Trx, wallets: readonly sql.WalletKey[]): Promise<void> {
  await sql.lockWallets(trx, [...new Map(wallets.map((key) => [`${key.customerId} ${key.currency}`, key])).values()])
}

/** What a member has now, in every currency: what time has done is seen before it is booked. */
export async function readWallets(db: Db | Trx, customerId: string, now: Date): Promise<readonly { currency: string, balance: ReturnType<typeof shown>, lots: readonly Lot[] }[]> {
  const moment = await momentOf(db, now)
  const wallets = await readStored(db, await survivorOf(db, customerId))
  return [...wallets.values()].map((wallet) => {
    const { wallet: current } = decide(wallet, { do: 'settle' }, moment, pastOf([], null, null))
    return { currency: wallet.currency, balance: shown(balanceOf(current)), lots: [...current.lots.values()].filter(({ pending, available, held }) => pending + available + held > 0n) }
  })
}

/** The last month that is closed; none closes until the transaction ends. */
export async function holdClosedMonth(trx: Trx): Promise<string | undefined> {
  await awaitClosing(trx)
  return findClosedMonth(trx)
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
