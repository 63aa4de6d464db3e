/** How commands become entries: wallets are locked in one order, the decisions taken in memory, what was accepted written at once. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import type { Decided } from '#foundation/group.ts'
import type { Outcome } from '#foundation/idempotency.ts'
import { idMaker } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addMonths, dayIn, startOf, type Day } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { basisOf, type Partners } from './points.basis.ts'
import { awaitClosing, findClosedMonth } from './points.closing.sql.ts'
import { heardOf, keep, tell, type Booking } from './points.keep.ts'
import { findPartnerRates, findPartners } from './points.partner.sql.ts'
import { claimOnce, findGiven, type OnceKey } from './points.people.sql.ts'
import { reach, requirePoolRight, type People } from './points.people.ts'
import { loadPolicies } from './points.policy.ts'
import { lookedBackAt } from './points.past.ts'
import { needsOf, readNeeded, walletText, type Need } from './points.reading.ts'
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

/**
 * Books each batch whole or refuses it and leaves nothing of it; the others do not notice. Wallets are locked in one order, so that two such transactions
 * never wait for each other in a ring. Throws `onTaken()` where another transaction has booked one of the receipts meanwhile.
 */
export async function bookEach(trx: Trx, listeners: readonly Listener[], batches: readonly Batch[], now: Date, onTaken: (receipt: string) => Error): Promise<Decided<readonly Booked[]>> {
  let read: Awaited<ReturnType<typeof readBehind>> | undefined
  const { people, led: orders } = await reach(trx, batches.flatMap((batch) => batch.orders), async (led) => {
    // Sent together, and run in the order in which they are sent: what is read is read when all are locked.
    const needs = needsOf(led)
    const [, behind] = await Promise.all([sql.lockLedWallets(trx, needs), readBehind(trx, led, needs, now)])
    read = behind
  })
  if (read === undefined) throw new Error('the wallets were not read')
  let first = 0
  const led = batches.map((batch): Batch => ({ ...batch, orders: orders.slice(first, first += batch.orders.length) }))
  const { before, past, moment, taken, given, partners, lookedAt } = read
  const desk: Desk = {
    moment, people, partners, given: new Set(given.map(onceText)), wallets: new Map(before), receipts: new Set(taken), past: new Map(Map.groupBy(past, walletText))
  }
  const numbers = new Set(lookedAt.map(({ number }) => number))
  const decided = led.map((batch) => decideAll(desk, batch, numbers))
  const bookings = decided.flatMap((outcome) => ('answer' in outcome ? outcome.answer : []))
  const unused = [...before].filter(([key, { sequence }]) => sequence === 0n && desk.wallets.get(key)?.sequence === 0n).map(([, wallet]) => wallet)
  const written = Promise.all([claim(trx, bookings, now, onTaken), claimGifts(trx, bookings, now, onTaken), sql.dropWallets(trx, unused), keep(trx, before, desk.wallets, bookings, now)])
  written.catch(() => undefined)
  // A receipt may have been taken meanwhile, and a listener reads what was written: only then is it waited for here.
  const heard = heardOf(listeners, bookings)
  if (heard.length > 0 || bookings.some(({ order }) => order.receipt !== undefined || order.once !== undefined)) await written
  await tell(trx, listeners, heard, people.pools, now)
  return { outcomes: decided.map((outcome) => ('refusal' in outcome ? outcome : { answer: outcome.answer.map(bookedOf) })), written }
}

/** All that the decisions go by. The statements are sent behind the one that locks. */
async function readBehind(trx: Trx, orders: readonly Order[], needs: readonly Need[], now: Date) {
  // Each once: two who look at the same order must not see its entries twice.
  const lookedAt = [...new Map(orders.flatMap(lookedBackAt).map((key) => [`${key.customerId} ${key.source} ${key.number}`, key])).values()]
  const [before, past, moment, taken, given, partners] = await Promise.all([
    readNeeded(trx, needs, lookedAt, now), sql.findOrderEntries(trx, lookedAt), momentOf(trx, now, orders), sql.takenReceipts(trx, orders.flatMap(({ receipt }) => receipt ?? [])), findGiven(trx, orders.flatMap(onceOf)), partnersOf(trx, orders)
  ])
  return { before, past, moment, taken, given, partners, lookedAt }
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
const onceOf = ({ customerId, once }: Order): readonly OnceKey[] => (once === undefined ? [] : [{ customerId, once }])
const onceText = ({ customerId, once }: OnceKey): string => `${customerId} ${once}`

async function claimGifts(trx: Trx, bookings: readonly Booking[], now: Date, onTaken: (receipt: string) => Error): Promise<void> {
  const wanted = bookings.flatMap(({ order, decision }) => onceOf(order).map((key) => ({ ...key, currency: order.currency, lotId: decision.entries.find(({ kind }) => kind === 'earn' || kind === 'adjust')?.lotId ?? null, at: now })))
  if (await claimOnce(trx, wanted) < wanted.length) throw onTaken(wanted[0]?.once ?? '')
}

async function partnersOf(trx: Trx, orders: readonly Order[]): Promise<Partners> {
  const ids = [...new Set(orders.flatMap(({ partner }) => partner ?? []))]
  if (ids.length === 0) return { known: new Map(), rates: [] }
  return { known: new Map((await findPartners(trx)).map((one) => [one.partnerId, one])), rates: await findPartnerRates(trx, ids) }
}

async function claim(trx: Trx, bookings: readonly Booking[], now: Date, onTaken: (receipt: string) => Error): Promise<void> {
  const wanted = bookings.flatMap(({ order: { receipt, customerId } }) => (receipt === undefined ? [] : [{ receipt, customerId }]))
  const claimed = await sql.claimReceipts(trx, wanted, now)
  const taken = wanted.find(({ receipt }) => !claimed.has(receipt))
  if (taken !== undefined) throw onTaken(taken.receipt)
}

/** Backdated orders wait for a closing that is under way, so that none slips into a month as it closes. */
export async function momentOf(db: Db | Trx, now: Date, orders: readonly Order[] = []): Promise<Moment> {
  if (orders.some(({ command }) => 'at' in command && command.at !== undefined)) await awaitClosing(db)
  const [{ zone }, policies, closed] = await Promise.all([readBusiness(db), loadPolicies(db), findClosedMonth(db)])
  const dayOf = dayIn(zone)
  const starts = new Map<Day, Date>()
  const startOfDay = (day: Day): Date => {
    const start = starts.get(day) ?? startOf(day, zone)
    starts.set(day, start)
    return start
  }
  const openFrom = closed === undefined ? new Date(0) : startOfDay(addMonths(`${closed}-01`, 1))
  return { openFrom, now, today: dayOf(now), dayOf, startOf: startOfDay, ...policies, newId: idMaker(now) }
}

const bookedOf = ({ order: { customerId, currency }, decision }: Booking): Booked => ({
  customerId, currency, balance: shown(balanceOf(decision.wallet)), holdId: decision.holdId, uncovered: decision.uncovered.toString(), entries: decision.entries.length
})

export const shown = ({ pending, available, held, debt }: Balance) => ({ pending: pending.toString(), available: available.toString(), held: held.toString(), debt: debt.toString() })
