/** How commands become entries: by what was read of their wallets the decisions are taken in memory, and what was accepted is written at once. */
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import type { Decided } from '#foundation/group.ts'
import type { Outcome } from '#foundation/idempotency.ts'
import { Refusal } from '#foundation/refusal.ts'
import { basisOf, type Partners } from './points.basis.ts'
import { onceOf, readLocked, type Ground } from './points.ground.ts'
import { heardOf, keep, tell, type Booking } from './points.keep.ts'
import { claimOnce, confirmOwners, type OnceKey } from './points.people.sql.ts'
import { requirePoolRight, type People } from './points.people.ts'
import { keysOf, walletText } from './points.reading.ts'
import { decide, pastOf, type Moment } from './points.rules.ts'
import type { Booked, Order } from './points.schema.ts'
import * as sql from './points.sql.ts'
import { balanceOf, emptyWallet, type Balance, type Entry, type Wallet } from './points.state.ts'
import { pointsWords as words } from './points.words.ts'

/** Commands that belong together: all of them are booked or none. */
export interface Batch {
  readonly orders: readonly Order[]
  readonly actor: string
  /** What lets them count in a closed period. */
  readonly approvalId?: string | undefined
  /** What would count in a closed period is carried to the first open instant. */
  readonly carries?: boolean | undefined
}

/** What the decisions of a transaction go by and change. */
interface Desk {
  readonly moment: Moment
  readonly people: People
  readonly partners: Partners
  readonly wallets: Map<string, Wallet>
  /** What the orders that somebody looks back at did so far, by wallet. */
  readonly past: Map<string, readonly Entry[]>
  readonly receipts: Set<string>
  /** What members had once already, by `customer once`. */
  readonly given: Set<string>
}

export const ordersOf = (batches: readonly Batch[]): readonly Order[] => batches.flatMap(({ orders }) => orders)

/**
 * Books each batch whole or refuses it and leaves nothing of it; the others do not notice. Throws `onTaken()` where another transaction has booked one of the
 * receipts meanwhile.
 */
export const bookEach = async (trx: Trx, listeners: readonly Listener[], batches: readonly Batch[], now: Date, onTaken: (receipt: string) => Error): Promise<Decided<readonly Booked[]>> =>
  bookOn(trx, await readLocked(trx, ordersOf(batches), now), listeners, batches, now, onTaken)

/**
 * The same on what was read for them in this transaction. Where that was read without locks and has changed since, a statement fails as it is written: the
 * transaction is to be taken again then, behind locks.
 */
export async function bookOn(trx: Trx, ground: Ground, listeners: readonly Listener[], batches: readonly Batch[], now: Date, onTaken: (receipt: string) => Error): Promise<Decided<readonly Booked[]>> {
  const { people, before, past, moment, taken, given, partners, lookedAt, isLocked } = ground
  let first = 0
  const led = batches.map((batch): Batch => ({ ...batch, orders: ground.led.slice(first, first += batch.orders.length) }))
  const desk: Desk = {
    moment, people, partners, given: new Set(given.map(onceText)), wallets: new Map(before), receipts: new Set(taken), past: new Map(Map.groupBy(past, walletText))
  }
  const numbers = new Set(lookedAt.map(({ number }) => number))
  const decided = led.map((batch) => decideAll(desk, batch, numbers))
  const bookings = decided.flatMap((outcome) => ('answer' in outcome ? outcome.answer : []))
  const unused = [...before].filter(([key, { sequence }]) => sequence === 0n && desk.wallets.get(key)?.sequence === 0n).map(([, wallet]) => wallet)
  // Behind locks all of them are there.
  const opened = keysOf(bookings.map(({ order }) => order).filter((order) => !before.has(walletText(order))))
  const written = Promise.all([
    sql.lockWallets(trx, opened), claim(trx, bookings, now, onTaken), claimGifts(trx, bookings, now, onTaken), sql.dropWallets(trx, unused), keep(trx, before, desk.wallets, bookings, now),
    // Behind the wallets that were just written: a merge has them to itself from here on, or has had them.
    isLocked || bookings.length === 0 ? undefined : confirmOwners(trx, bookings.map(({ order: { customerId } }) => customerId))
  ])
  written.catch(() => undefined)
  // A receipt may have been taken meanwhile, and a listener reads what was written: only then is it waited for here.
  const heard = heardOf(listeners, bookings)
  if (heard.length > 0 || bookings.some(({ order }) => order.receipt !== undefined || order.once !== undefined)) await written
  await tell(trx, listeners, heard, people.pools, now)
  return { outcomes: decided.map((outcome) => ('refusal' in outcome ? outcome : { answer: outcome.answer.map(bookedOf) })), written }
}

/** In memory: what a refused batch did is forgotten with its maps. */
function decideAll(desk: Desk, { orders, actor, approvalId, carries }: Batch, numbers: ReadonlySet<string>): Outcome<readonly Booking[]> {
  const wallets = new Map<string, Wallet>()
  const past = new Map<string, readonly Entry[]>()
  const receipts = new Set<string>()
  const given = new Set<string>()
  const moment: Moment = approvalId === undefined ? { ...desk.moment, carries } : { ...desk.moment, openFrom: new Date(0) }
  try {
    const bookings = orders.map((order): Booking => {
      const { customerId, currency, command, receipt } = order
      if (desk.people.strangers.has(customerId)) throw new Refusal('points.unknown_customer', 404, words.unknownCustomer, { customer: customerId })
      if (receipt !== undefined && (desk.receipts.has(receipt) || receipts.has(receipt))) throw alreadyBooked(receipt)
      if (receipt !== undefined) receipts.add(receipt)
      requirePoolRight(desk.people, order)
      for (const one of onceOf(order).map(onceText)) {
        if (desk.given.has(one) || given.has(one)) throw alreadyGiven(order.once ?? '')
        given.add(one)
      }
      const key = walletText(order)
      const wallet = wallets.get(key) ?? desk.wallets.get(key) ?? emptyWallet(customerId, currency)
      const { source = null, number = null } = 'number' in command ? command : {}
      const journal = past.get(key) ?? desk.past.get(key) ?? []
      const basis = basisOf(order, journal, desk.partners, desk.moment.now, approvalId)
      const decision = decide(wallet, command, moment, pastOf(journal, source, number), basis)
      wallets.set(key, decision.wallet)
      const told = decision.entries.filter((entry) => entry.number !== null && numbers.has(entry.number))
      if (told.length > 0) past.set(key, [...journal, ...told])
      return { bookingId: desk.moment.newId(), order, decision, actor }
    })
    for (const [key, wallet] of wallets) desk.wallets.set(key, wallet)
    for (const [key, journal] of past) desk.past.set(key, journal)
    for (const receipt of receipts) desk.receipts.add(receipt)
    for (const one of given) desk.given.add(one)
    return { answer: bookings }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

export const alreadyBooked = (receipt: string): Refusal => new Refusal('points.already_booked', 409, words.alreadyBooked, { receipt })

const alreadyGiven = (once: string): Refusal => new Refusal('points.already_given', 409, words.alreadyGiven, { once })
const onceText = ({ customerId, once }: OnceKey): string => `${customerId} ${once}`

async function claimGifts(trx: Trx, bookings: readonly Booking[], now: Date, onTaken: (receipt: string) => Error): Promise<void> {
  const wanted = bookings.flatMap(({ order, decision }) => onceOf(order).map((key) => ({ ...key, currency: order.currency, lotId: decision.entries.find(({ kind }) => kind === 'earn' || kind === 'adjust')?.lotId ?? null, at: now })))
  if (await claimOnce(trx, wanted) < wanted.length) throw onTaken(wanted[0]?.once ?? '')
}

async function claim(trx: Trx, bookings: readonly Booking[], now: Date, onTaken: (receipt: string) => Error): Promise<void> {
  const wanted = bookings.flatMap(({ order: { receipt, customerId } }) => (receipt === undefined ? [] : [{ receipt, customerId }]))
  const claimed = await sql.claimReceipts(trx, wanted, now)
  const taken = wanted.find(({ receipt }) => !claimed.has(receipt))
  if (taken !== undefined) throw onTaken(taken.receipt)
}

const bookedOf = ({ order: { customerId, currency }, decision }: Booking): Booked => ({
  customerId, currency, balance: shown(balanceOf(decision.wallet)), holdId: decision.holdId, uncovered: decision.uncovered.toString(), entries: decision.entries.length
})

export const shown = ({ pending, available, held, debt }: Balance) => ({ pending: pending.toString(), available: available.toString(), held: held.toString(), debt: debt.toString() })
