/** The shell around what moves between wallets: they are locked in one order, booked together, and told. */
import { hear, type NewEvent } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { shown } from './points.booking.ts'
import { momentOf } from './points.ground.ts'
import { keepWallets } from './points.keep.ts'
import { reach, type People } from './points.people.ts'
import { keysOf, readWhole, walletText } from './points.reading.ts'
import { openBook, type Book, type Moment } from './points.rules.ts'
import type { Booked } from './points.schema.ts'
import { beginDryRun, dropWallets, lockLedWallets, saveHolds, undoDryRun, type WalletKey } from './points.sql.ts'
import { balanceOf, emptyWallet, type Basis, type Wallet } from './points.state.ts'
import { pointsWords as words } from './points.words.ts'

export interface AcrossParts { readonly listeners: readonly Listener[], readonly actor: string }

export interface Table {
  readonly moment: Moment
  readonly people: People
  readonly before: ReadonlyMap<string, Wallet>
  /** The owners of the wallets that were asked for, in that order. */
  readonly owners: readonly string[]
}

/** Locks wallets, whoever they belong to by now. Refuses: points.unknown_customer. */
export async function lockTable(trx: Trx, keys: readonly WalletKey[], now: Date): Promise<Table> {
  const { people, led } = await reach(trx, keys.map((key) => ({ ...key, command: { do: 'settle' as const } })), (orders) => lockLedWallets(trx, keysOf(orders)))
  const stranger = keys.find(({ customerId }) => people.strangers.has(customerId))
  if (stranger !== undefined) throw new Refusal('points.unknown_customer', 404, words.unknownCustomer, { customer: stranger.customerId })
  return { moment: await momentOf(trx, now), people, before: await readWhole(trx, keysOf(led)), owners: led.map(({ customerId }) => customerId) }
}

export const bookOf = ({ before, moment }: Pick<Table, 'before' | 'moment'>, key: WalletKey, basis: Basis): Book => openBook(before.get(walletText(key)) ?? emptyWallet(key.customerId, key.currency), moment, basis)

/** Writes what the books say. */
export async function keepBooks(trx: Trx, { listeners, actor }: AcrossParts, { before, moment }: Table, books: readonly Book[], events: readonly Omit<NewEvent, 'actor' | 'source'>[], now: Date, note: string | null = null): Promise<void> {
  await saveHolds(trx, books.flatMap((book) => ranOut(book, before.get(walletText(book.wallet)))))
  const ids = new Map(books.map(({ wallet }) => [walletText(wallet), moment.newId()]))
  const bookingOf = (customerId: string, currency: string): string => ids.get(walletText({ customerId, currency })) ?? moment.newId()
  const after = new Map(books.map(({ wallet }) => [walletText(wallet), wallet]))
  await keepWallets(trx, before, after, books.map(({ entries, wallet: { customerId, currency } }) => ({ customerId, currency, entries, bookingId: bookingOf(customerId, currency), actor, note })), now)
  await dropWallets(trx, books.flatMap(({ wallet }) => (wallet.sequence === 0n ? [wallet] : [])))
  // Told, not repeated on the log: the journal is the fact, and the timeline reads it.
  await hear(trx, listeners, events.map((event) => ({ ...event, eventId: bookingOf(event.customerId, String(event.body['currency'])), at: now, actor, source: 'points' })), now)
}

/** Holds that time ended as the book was opened; those that moved to another wallet have told so themselves. */
function ranOut({ wallet: { customerId, currency, holds }, entries }: Book, before: Wallet | undefined) {
  const ended = new Set(entries.flatMap(({ kind, holdId }) => (kind === 'release' && holdId !== null && !holds.has(holdId) ? [holdId] : [])))
  return [...before?.holds.values() ?? []].filter(({ holdId }) => ended.has(holdId)).map((hold) => ({ ...hold, customerId, currency, state: 'released' as const }))
}

export const bookedOf = ({ wallet, entries }: Book): Booked => ({
  customerId: wallet.customerId, currency: wallet.currency, balance: shown(balanceOf(wallet)), holdId: null, uncovered: '0', entries: entries.length
})

/** The body of an event about one book. */
export const told = ({ wallet }: Book, amount: bigint, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({ currency: wallet.currency, amount: amount.toString(), available: balanceOf(wallet).available.toString(), ...more })

/** The same way, and nothing is left of it. */
export async function tried<T>(trx: Trx, isDry: boolean, work: () => Promise<T>): Promise<T> {
  if (!isDry) return work()
  await beginDryRun(trx)
  const answer = await work()
  await undoDryRun(trx)
  return answer
}
