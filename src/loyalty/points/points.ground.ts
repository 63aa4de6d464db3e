/** What commands are decided by: who they name, their wallets, what their orders did before, the policy in force. Read behind the locks of the wallets, or boldly without. */
import type { Db, Trx } from '#foundation/db.ts'
import { idMaker } from '#foundation/ids.ts'
import { addMonths, dayIn, startOf, type Day } from '#foundation/zone.ts'
import type { Partners } from './points.basis.ts'
import { awaitClosing } from './points.closing.sql.ts'
import { findPartnerRates, findPartners } from './points.partner.sql.ts'
import { findGiven, type OnceKey } from './points.people.sql.ts'
import { reach, type People } from './points.people.ts'
import { readRules } from './points.policy.ts'
import { lookedBackAt } from './points.past.ts'
import { needsOf, readNeeded, readUnlocked, type Need } from './points.reading.ts'
import type { Moment } from './points.rules.ts'
import type { Order } from './points.schema.ts'
import * as sql from './points.sql.ts'
import type { Wallet } from './points.state.ts'

export interface Ground {
  readonly people: People
  /** The orders, led to the wallets that they mean. */
  readonly led: readonly Order[]
  readonly before: ReadonlyMap<string, Wallet>
  readonly past: readonly sql.EntryRow[]
  readonly lookedAt: readonly sql.OrderKey[]
  readonly moment: Moment
  readonly taken: readonly string[]
  readonly given: readonly OnceKey[]
  readonly partners: Partners
  /** Whether nobody else can change any of these wallets until the transaction ends. */
  readonly isLocked: boolean
}

/** Wallets are locked in one order, so that two such transactions never wait for each other in a ring, and read when all of them are. */
export async function readLocked(trx: Trx, orders: readonly Order[], now: Date): Promise<Ground> {
  let read: Omit<Ground, 'people' | 'led' | 'isLocked'> | undefined
  const { people, led } = await reach(trx, orders, async (led) => {
    const needs = needsOf(led)
    // Each once: two who look at the same order must not see its entries twice.
    const lookedAt = [...new Map(led.flatMap(lookedBackAt).map((key) => [`${key.customerId} ${key.source} ${key.number}`, key])).values()]
    // Sent together, and run in the order in which they are sent.
    const [, before, past, rest] = await Promise.all([sql.lockLedWallets(trx, needs), readNeeded(trx, needs, lookedAt, now), sql.findOrderEntries(trx, lookedAt), readRest(trx, led, now)])
    read = { before, past, lookedAt, ...rest }
  })
  if (read === undefined) throw new Error('the wallets were not read')
  return { ...read, people, led, isLocked: true }
}

/**
 * The same without a lock, where that is nearly always enough: everybody only earns or spends, in wallets of their own; undefined otherwise, and where somebody
 * booked while it was read. Not for what is given once: a merge that has nothing to move would bring what the other was given, and change no wallet. Whoever was
 * quicker after that is found out when it is written: an entry's number in its journal is taken then, or the wallet is gone, or its owner was merged into another.
 */
export async function readBoldly(trx: Trx, orders: readonly Order[], now: Date): Promise<Ground | undefined> {
  const needs = needsOf(orders)
  if (needs.some(({ isWhole }) => isWhole) || orders.some(({ once, member }) => once !== undefined || member !== undefined)) return undefined
  const [wallets, rest] = await Promise.all([readUnlocked(trx, needs, now), readRest(trx, orders, now)])
  return wallets !== undefined ? { ...rest, people: nobodyElse, led: orders, before: inOrder(needs, wallets), past: [], lookedAt: [], isLocked: false } : undefined
}

const nobodyElse: People = { strangers: new Set(), pools: new Set(), rights: new Map() }

/** Written in this order they are locked in it. */
const inOrder = (needs: readonly Need[], wallets: ReadonlyMap<string, Wallet>): ReadonlyMap<string, Wallet> => new Map(needs.flatMap(({ key }) => {
  const wallet = wallets.get(key)
  return wallet === undefined ? [] : [[key, wallet] as const]
}))

/** What does not depend on the wallets. */
async function readRest(trx: Trx, orders: readonly Order[], now: Date): Promise<Pick<Ground, 'moment' | 'taken' | 'given' | 'partners'>> {
  const [moment, taken, given, partners] = await Promise.all([momentOf(trx, now, orders), sql.takenReceipts(trx, orders.flatMap(({ receipt }) => receipt ?? [])), findGiven(trx, orders.flatMap(onceOf)), partnersOf(trx, orders)])
  return { moment, taken, given, partners }
}

export const onceOf = ({ customerId, once }: Order): readonly OnceKey[] => (once === undefined ? [] : [{ customerId, once }])

async function partnersOf(trx: Trx, orders: readonly Order[]): Promise<Partners> {
  const ids = [...new Set(orders.flatMap(({ partner }) => partner ?? []))]
  if (ids.length === 0) return { known: new Map(), rates: [] }
  return { known: new Map((await findPartners(trx)).map((one) => [one.partnerId, one])), rates: await findPartnerRates(trx, ids) }
}

/** Backdated orders wait for a closing that is under way, so that none slips into a month as it closes. */
export async function momentOf(db: Db | Trx, now: Date, orders: readonly Order[] = []): Promise<Moment> {
  if (orders.some(({ command }) => 'at' in command && command.at !== undefined)) await awaitClosing(db)
  const { zone, policies, closed } = await readRules(db)
  const dayOf = dayIn(zone)
  const startOfDay = (day: Day): Date => startOf(day, zone)
  const openFrom = closed === null ? new Date(0) : startOfDay(addMonths(`${closed}-01`, 1))
  return { openFrom, now, today: dayOf(now), dayOf, startOf: startOfDay, ...policies, newId: idMaker(now) }
}
