/**
 * The decision: a wallet and a command give entries, or a refusal. The same function serves the API, the dry run, the replay and the tests; it reads no
 * clock and no database. What time alone has done (maturing, expiring, holds that ran out) is booked first, so that a command never sees a stale wallet.
 */
import { Refusal } from '#foundation/refusal.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import type { Command, CurrencyPolicy } from './points.schema.ts'
import { balanceOf, post, spendingOrder, type Account, type Basis, type Entry, type EntryKind, type Hold, type Lot, type Wallet } from './points.state.ts'
import { pointsWords as words } from './points.words.ts'
import { lifeOf } from './points.life.ts'
import { unitsOf } from './points.terms.words.ts'

/** When the decision is taken, and by which rules. */
export interface Moment {
  readonly now: Date
  readonly today: Day
  readonly dayOf: (at: Date) => Day
  /** The instant at which a local day begins. */
  readonly startOf: (day: Day) => Date
  /** The version that is in force at an instant: rules go by business time. */
  readonly versionAt: (at: Date) => number
  /** The policy of a currency by version: what was earned keeps the rules under which it was earned. */
  readonly policyOf: (version: number, currency: string) => CurrencyPolicy | undefined
  readonly newId: () => string
  /** What counts before this is in a closed period: it needs an approval, or is carried to this instant. */
  readonly openFrom: Date
  /** Facts that nobody may refuse: what would count in a closed period counts from the first open instant on. Rules, age and end stay those of its own time. */
  readonly carries?: boolean | undefined
}

/** What the order named by the command has done so far in this wallet. */
export interface Past { readonly earned: bigint, readonly reversed: bigint, readonly redeemed: ReadonlyMap<string, bigint> }

export interface Decision {
  readonly wallet: Wallet
  readonly entries: readonly Entry[]
  /** The hold that was opened or ended. */
  readonly holdId: string | null
  /** What a reversal could not take under the policy: forgiven. */
  readonly uncovered: bigint
}

type Draft = Pick<Entry, 'kind' | 'from' | 'to' | 'amount'> & Partial<Entry>
interface Order { readonly source: string | null, readonly number: string | null }

/** One decision being written: the wallet as it stands and the entries so far. */
export interface Book { wallet: Wallet, readonly entries: Entry[], readonly moment: Moment, readonly order: Order, readonly at: Date, readonly version: number, basis?: Basis | undefined }

export function decide(before: Wallet, command: Command, moment: Moment, past: Past, basis?: Basis): Decision {
  const order = { source: 'source' in command ? command.source ?? null : null, number: 'number' in command ? command.number ?? null : null }
  const at = 'at' in command && command.at !== undefined ? new Date(command.at) : moment.now
  if (at > moment.now) throw new Refusal('points.in_future', 422, words.inFuture, { at: at.toISOString() })
  if (at < moment.openFrom && moment.carries !== true) throw new Refusal('points.period_closed', 409, words.periodClosed, { month: moment.dayOf(at).slice(0, 7), at: at.toISOString() })
  const version = moment.versionAt(at)
  const policy = moment.policyOf(version, before.currency)
  if (policy === undefined) throw new Refusal('points.unknown_currency', 422, words.unknownCurrency, { currency: before.currency })
  const book: Book = { wallet: before, entries: [], moment, order, at, version }
  catchUp(book)
  book.basis = basis
  const found = obey(book, command, policy, past)
  book.basis = undefined
  catchUp(book)
  return { wallet: book.wallet, entries: book.entries, holdId: null, uncovered: 0n, ...found }
}

/** A wallet brought up to the moment, for postings that touch more than one. */
export function openBook(wallet: Wallet, moment: Moment, basis: Basis): Book {
  const book: Book = { wallet, entries: [], moment, order: { source: null, number: null }, at: moment.now, version: moment.versionAt(moment.now) }
  catchUp(book)
  book.basis = basis
  return book
}

export function policyOf({ wallet: { currency }, moment, version }: Book): CurrencyPolicy {
  const policy = moment.policyOf(version, currency)
  if (policy === undefined) throw new Refusal('points.unknown_currency', 422, words.unknownCurrency, { currency })
  return policy
}

/** An amount as people count it: what a refusal says is read by them. */
export const inUnits = (book: Book, amount: bigint): string => String(unitsOf(amount.toString(), policyOf(book).scale))

function obey(book: Book, command: Command, policy: CurrencyPolicy, past: Past): Partial<Decision> {
  switch (command.do) {
    case 'earn': earn(book, amountOf(command.amount), 'issued', 'earn', policy, command); return {}
    case 'redeem': requireSpendable(book, policy); redeem(book, amountOf(command.amount), command.overdraw === true); return {}
    case 'hold': requireSpendable(book, policy); return { holdId: hold(book, amountOf(command.amount), command.minutes) }
    case 'capture': return { holdId: capture(book, command.holdId, command.amount === undefined ? undefined : amountOf(command.amount)) }
    case 'release': return { holdId: release(book, openHold(book, command.holdId), 'release', book.moment.now) }
    case 'reverse': return { uncovered: reverse(book, amountOf(command.amount), past) }
    case 'restore': restore(book, amountOf(command.amount), past, policy); return {}
    case 'adjust': adjust(book, BigInt(command.amount), policy); return {}
    case 'settle': return {}
    case 'open': open(book, command, policy); return {}
    case 'unopen': unopen(book); return {}
  }
}

export function amountOf(text: string): bigint {
  const amount = BigInt(text)
  if (amount <= 0n) throw new Refusal('points.amount_wrong', 422, words.amountWrong, { amount: text })
  return amount
}

/** Books what time has already made true: holds past their deadline, lots that mature, debt that they pay, lots that are over. */
export function catchUp(book: Book): void {
  const { now, today, startOf } = book.moment
  for (const one of book.wallet.holds.values()) if (one.deadline <= now) release(book, one, 'release', one.deadline)
  for (const lot of sorted(book, ({ pending, maturesOn }) => pending > 0n && maturesOn !== null && maturesOn <= today)) {
    if (lot.maturesOn !== null) write(book, { kind: 'mature', from: 'pending', to: 'available', amount: lot.pending, ...ofLot(lot), effectiveAt: startOf(lot.maturesOn) })
  }
  for (const lot of book.wallet.debt === 0n ? [] : sorted(book, ({ available }) => available > 0n)) {
    const pays = min(lot.available, book.wallet.debt)
    if (pays > 0n) write(book, { kind: 'repay', from: 'available', to: 'debt', amount: pays, ...ofLot(lot), effectiveAt: now })
  }
  for (const lot of sorted(book, (one) => one.available > 0n && isOver(one, today))) {
    write(book, { kind: 'expire', from: 'available', to: 'expired', amount: lot.available, ...ofLot(lot), effectiveAt: startOf(addDays(lot.expiresOn ?? today, 1)) })
  }
}

const isOver = ({ expiresOn }: Lot, today: Day): boolean => expiresOn !== null && expiresOn < today

interface OwnLife { readonly maturesOn?: Day | null, readonly expiresOn?: Day | null }

function earn(book: Book, amount: bigint, from: Account, kind: EntryKind, policy: CurrencyPolicy, own: OwnLife = {}): void {
  const life = lifeOf(book.moment.dayOf(book.at), policy)
  const maturesOn = kind !== 'earn' ? null : own.maturesOn === undefined ? life.maturesOn : own.maturesOn
  const expiresOn = own.expiresOn === undefined ? life.expiresOn : own.expiresOn
  if (maturesOn !== null && expiresOn !== null && expiresOn < maturesOn) throw new Refusal('points.ends_before', 422, words.endsBefore, { maturesOn, expiresOn })
  const lot = openLot(book, { earned: amount, earnedAt: book.at, maturesOn, expiresOn, policyVersion: book.version, ...book.order })
  write(book, { kind, from, to: lot.maturesOn === null ? 'available' : 'pending', amount, ...ofLot(lot) })
}

/** What was spent already cannot be refused: where the balance ends, the rest is owed. */
function redeem(book: Book, amount: bigint, mayOverdraw: boolean): void {
  if (!mayOverdraw) { take(book, amount, 'redeemed', 'redeem'); return }
  const left = drain(book, sorted(book), 'available', 'redeemed', 'redeem', amount)
  if (left > 0n) write(book, { kind: 'overdraw', from: 'debt', to: 'redeemed', amount: left })
}

/** Takes from what may be spent, in the spending order; all of it or none. */
export function take(book: Book, amount: bigint, to: Account, kind: EntryKind, holdId: string | null = null): void {
  const { available } = balanceOf(book.wallet)
  if (available < amount) throw new Refusal('points.insufficient', 409, words.insufficient, { wanted: inUnits(book, amount), available: inUnits(book, available) })
  if (drain(book, sorted(book, (lot) => lot.available > 0n), 'available', to, kind, amount, holdId) > 0n) throw new Error('lots that the command needs were not read')
}

/** Moves up to `amount` out of one place of some lots; answers what is left of it. */
function drain(book: Book, lots: readonly Lot[], from: 'available' | 'pending', to: Account, kind: EntryKind, amount: bigint, holdId: string | null = null): bigint {
  let left = amount
  for (const { lotId } of lots) {
    const lot = book.wallet.lots.get(lotId)
    const part = min(lot?.[from] ?? 0n, left)
    if (part > 0n) write(book, { kind, from, to, amount: part, lotId, holdId })
    left -= part
  }
  return left
}

function hold(book: Book, amount: bigint, minutes: number): string {
  const { newId, now } = book.moment
  const opened: Hold = { holdId: newId(), deadline: new Date(now.getTime() + minutes * 60_000), parts: new Map(), ...book.order }
  book.wallet = { ...book.wallet, holds: new Map(book.wallet.holds).set(opened.holdId, opened) }
  take(book, amount, 'held', 'hold', opened.holdId)
  return opened.holdId
}

function openHold(book: Book, holdId: string): Hold {
  const found = book.wallet.holds.get(holdId)
  if (found === undefined) throw new Refusal('points.hold_ended', 409, words.holdEnded, { hold: holdId })
  return found
}

/** Spends what was put aside, in whole or in part; the rest is free again. A lot that ended meanwhile still counts for what was held of it. */
function capture(book: Book, holdId: string, wanted: bigint | undefined): string {
  const found = openHold(book, holdId)
  const all = sum(found.parts.values())
  const amount = wanted ?? all
  if (amount > all) throw new Refusal('points.beyond_hold', 409, words.beyondHold, { wanted: inUnits(book, amount), held: inUnits(book, all) })
  let left = amount
  for (const { lotId } of sorted(book)) {
    const part = min(found.parts.get(lotId) ?? 0n, left)
    if (part > 0n) write(book, { kind: 'capture', from: 'held', to: 'redeemed', amount: part, lotId, holdId, source: found.source, number: found.number })
    left -= part
  }
  return release(book, book.wallet.holds.get(holdId) ?? found, 'release', book.moment.now)
}

function release(book: Book, { holdId, parts, source, number }: Hold, kind: EntryKind, effectiveAt: Date): string {
  for (const [lotId, amount] of parts) write(book, { kind, from: 'held', to: 'available', amount, lotId, holdId, source, number, effectiveAt })
  const holds = new Map(book.wallet.holds)
  holds.delete(holdId)
  book.wallet = { ...book.wallet, holds }
  return holdId
}

/** Takes back what an order earned: first what is pending of it, then what is left of it, then as the policy under which it was earned says. */
function reverse(book: Book, amount: bigint, past: Past): bigint {
  const open = past.earned - past.reversed
  if (amount > open) throw new Refusal('points.beyond_earned', 409, words.beyondEarned, { wanted: inUnits(book, amount), open: inUnits(book, open) })
  const own = sorted(book).filter(({ source, number }) => source === book.order.source && number === book.order.number)
  const version = own[0]?.policyVersion ?? book.version
  const onRefund = book.moment.policyOf(version, book.wallet.currency)?.onRefund ?? 'within_balance'
  let left = drain(book, own, 'pending', 'issued', 'reverse', amount)
  if (onRefund === 'pending_only') return left
  left = drain(book, own, 'available', 'issued', 'reverse', left)
  left = drain(book, sorted(book), 'available', 'issued', 'reverse', left)
  if (left === 0n || onRefund === 'within_balance') return left
  write(book, { kind: 'owe', from: 'debt', to: 'issued', amount: left })
  return 0n
}

/** Gives back what an order was paid with: to the lots it came from, the last taken first; what ended meanwhile comes back for some days of grace. */
function restore(book: Book, amount: bigint, past: Past, policy: CurrencyPolicy): void {
  const open = sum(past.redeemed.values())
  if (amount > open) throw new Refusal('points.beyond_redeemed', 409, words.beyondRedeemed, { wanted: inUnits(book, amount), open: inUnits(book, open) })
  const { today } = book.moment
  let left = amount
  for (const lot of sorted(book).toReversed()) {
    const part = min(past.redeemed.get(lot.lotId) ?? 0n, left)
    if (part === 0n) continue
    left -= part
    write(book, { kind: 'restore', from: 'redeemed', to: 'available', amount: part, lotId: lot.lotId })
    if (!isOver(lot, today)) continue
    // It ends as it comes back, not on the day the lot ended: on that day it was not there.
    write(book, { kind: 'expire', from: 'available', to: 'expired', amount: part, lotId: lot.lotId })
    if (policy.graceDays === 0) continue
    const grace = openLot(book, { earned: part, earnedAt: book.moment.now, maturesOn: null, expiresOn: addDays(today, policy.graceDays), policyVersion: lot.policyVersion, source: lot.source, number: lot.number })
    write(book, { kind: 'restore', from: 'expired', to: 'available', amount: part, lotId: grace.lotId })
  }
}

function adjust(book: Book, amount: bigint, policy: CurrencyPolicy): void {
  if (amount === 0n) throw new Refusal('points.amount_wrong', 422, words.amountWrong, { amount: '0' })
  if (amount > 0n) earn(book, amount, 'adjusted', 'adjust', policy)
  else take(book, -amount, 'adjusted', 'adjust')
}

/** A lot from another programme: it keeps the day it was earned and its end, so that its age and its last day are as members know them. */
function open(book: Book, command: Extract<Command, { do: 'open' }>, policy: CurrencyPolicy): void {
  const earnedAt = new Date(command.earnedAt)
  if (earnedAt > book.moment.now) throw new Refusal('points.in_future', 422, words.inFuture, { at: command.earnedAt })
  const expiresOn = command.expiresOn === undefined ? lifeOf(book.moment.dayOf(earnedAt), policy).expiresOn : command.expiresOn
  const amount = amountOf(command.amount)
  const lot = openLot(book, { earned: amount, earnedAt, maturesOn: null, expiresOn, policyVersion: book.version, ...book.order })
  write(book, { kind: 'open', from: 'opening', to: 'available', amount, ...ofLot(lot) })
}

/** Takes what was brought over back out of the wallet: all of it, or nothing once any of it was used. */
function unopen(book: Book): void {
  const own = sorted(book).filter(({ source, number }) => source === book.order.source && number === book.order.number)
  if (own.length === 0 || own.some(({ available, earned }) => available !== earned)) throw new Refusal('points.opening_used', 409, words.openingUsed, { number: book.order.number ?? '' })
  for (const lot of own) write(book, { kind: 'unopen', from: 'available', to: 'opening', amount: lot.available, ...ofLot(lot) })
}

export function requireSpendable({ wallet }: Book, { spendable }: CurrencyPolicy): void {
  if (!spendable) throw new Refusal('points.not_spendable', 409, words.notSpendable, { currency: wallet.currency })
}

export function openLot(book: Book, lot: Omit<Lot, 'lotId' | 'pending' | 'available' | 'held'>): Lot {
  const opened: Lot = { ...lot, lotId: book.moment.newId(), pending: 0n, available: 0n, held: 0n }
  book.wallet = { ...book.wallet, lots: new Map(book.wallet.lots).set(opened.lotId, opened) }
  return opened
}

export function write(book: Book, draft: Draft): void {
  const effectiveAt = draft.effectiveAt ?? book.at
  // What was carried may have matured or ended long ago: that too counts in no closed period.
  const counts = effectiveAt < book.moment.openFrom ? book.moment.openFrom : effectiveAt
  const entry: Entry = { sequence: book.wallet.sequence + 1n, lotId: null, holdId: null, ...book.order, policyVersion: book.version, ...(book.basis === undefined ? {} : { basis: book.basis }), ...draft, effectiveAt: counts }
  book.wallet = post(book.wallet, entry)
  book.entries.push(entry)
}

/** What time does to a lot keeps the order that the lot came from, and the rules under which it was earned. */
const ofLot = ({ lotId, source, number, policyVersion }: Lot): Pick<Entry, 'lotId' | 'source' | 'number' | 'policyVersion'> => ({ lotId, source, number, policyVersion })
/** In the order of spending. Chosen first, sorted after: most commands touch few lots of many. */
export function sorted({ wallet }: Book, isMeant: (lot: Lot) => boolean = () => true): readonly Lot[] {
  const meant: Lot[] = []
  for (const lot of wallet.lots.values()) if (isMeant(lot)) meant.push(lot)
  return meant.length > 1 ? meant.toSorted(spendingOrder) : meant
}

export const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const sum = (amounts: Iterable<bigint>): bigint => { let all = 0n; for (const amount of amounts) all += amount; return all }

/** What an order did so far, from the entries that name it. */
export function pastOf(entries: readonly Entry[], source: string | null, number: string | null): Past {
  let [earned, reversed] = [0n, 0n]
  const redeemed = new Map<string, bigint>()
  for (const entry of entries) {
    if (number === null || entry.source !== source || entry.number !== number) continue
    if (entry.kind === 'earn') earned += entry.amount
    else if (entry.kind === 'reverse' || entry.kind === 'owe') reversed += entry.amount
    else if (entry.lotId !== null && entry.to === 'redeemed') redeemed.set(entry.lotId, (redeemed.get(entry.lotId) ?? 0n) + entry.amount)
    else if (entry.lotId !== null && entry.from === 'redeemed') redeemed.set(entry.lotId, (redeemed.get(entry.lotId) ?? 0n) - entry.amount)
  }
  return { earned, reversed, redeemed }
}
