/**
 * A voucher as its journal says, and what may happen to it. Pure: (voucher, command, moment) → movements or a refusal.
 *
 * Units lie on four accounts: open (may be used), held (in a basket), used, ended (over, or voided). Every movement takes units from one account to another,
 * so their sum is the face for ever. What time does (a hold runs out, the last day is over) is seen by everybody before it is booked.
 */
import { Refusal } from '#foundation/refusal.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import type { State } from './vouchers.schema.ts'
import { voucherWords as words } from './vouchers.words.ts'

export type Account = 'issued' | 'open' | 'held' | 'used' | 'ended'
export type MovementKind = 'issue' | 'hold' | 'release' | 'redeem' | 'give_back' | 'expire' | 'void'
export interface OrderName { readonly source: string, readonly number: string }
export interface LineSplit { readonly lineNo: number, readonly grossMinor: string, readonly quantity: string, readonly discountMinor: string, readonly eligible: boolean }

export interface Movement {
  readonly sequence: number
  readonly kind: MovementKind
  readonly from: Account
  readonly to: Account
  readonly units: bigint
  readonly discountMinor: bigint
  readonly source: string | null
  readonly number: string | null
  readonly until: Date | null
  readonly validTo: Day | null
  readonly split: readonly LineSplit[] | null
  readonly effectiveAt: Date
}

export interface Voucher {
  readonly customerId: string
  readonly voucherId: string
  readonly templateId: string
  readonly version: number
  readonly code: string
  readonly face: bigint
  readonly open: bigint
  readonly held: bigint
  readonly used: bigint
  readonly ended: bigint
  readonly voided: boolean
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly hold: (OrderName & { readonly until: Date }) | null
  readonly sequence: number
  readonly issuedAt: Date
  readonly origin: string
}

/** `startOf` answers the instant at which a local day begins. */
export interface Moment { readonly now: Date, readonly today: Day, readonly startOf: (day: Day) => Date }

export type Command =
  | { readonly do: 'hold', readonly order: OrderName, readonly units: bigint, readonly until: Date }
  | { readonly do: 'release', readonly order: OrderName }
  | { readonly do: 'redeem', readonly order: OrderName, readonly units: bigint, readonly discountMinor: bigint, readonly split: readonly LineSplit[] }
  | { readonly do: 'give_back', readonly order: OrderName, readonly units: bigint, readonly discountMinor: bigint, readonly graceDays: number }
  | { readonly do: 'void' }
  | { readonly do: 'settle' }

export interface Decision { readonly voucher: Voucher, readonly movements: readonly Movement[] }

/** The voucher after one more movement: the only way in which one changes. */
export function post(voucher: Voucher, { kind, from, to, units, sequence, source, number, until, validTo }: Movement): Voucher {
  const at = { open: voucher.open, held: voucher.held, used: voucher.used, ended: voucher.ended }
  if (from !== 'issued') at[from] -= units
  if (to !== 'issued') at[to] += units
  if (at.open < 0n || at.held < 0n || at.used < 0n || at.ended < 0n) throw new Error(`voucher ${voucher.voucherId}: ${kind} takes more than there is`)
  const hold = kind === 'hold' && source !== null && number !== null && until !== null ? { source, number, until } : at.held === 0n ? null : voucher.hold
  return { ...voucher, ...at, face: voucher.face + (from === 'issued' ? units : 0n), hold, sequence, voided: voucher.voided || kind === 'void', validTo: kind === 'issue' || validTo !== null ? validTo : voucher.validTo }
}

/** What a voucher is before its first movement. */
export const unissued = (about: Omit<Voucher, 'face' | 'open' | 'held' | 'used' | 'ended' | 'voided' | 'hold' | 'sequence' | 'validTo'>): Voucher =>
  ({ ...about, face: 0n, open: 0n, held: 0n, used: 0n, ended: 0n, voided: false, hold: null, sequence: 0, validTo: null })

export const issueMovement = (units: bigint, validTo: Day | null, at: Date, order: OrderName | null = null): Movement =>
  ({ sequence: 1, kind: 'issue', from: 'issued', to: 'open', units, discountMinor: 0n, source: order?.source ?? null, number: order?.number ?? null, until: null, validTo, split: null, effectiveAt: at })

/** Does a command, after what time has done already. Refuses: vouchers.held, .not_yet, .expired, .redeemed, .voided, .not_enough. */
export function decide(voucher: Voucher, command: Command, moment: Moment): Decision {
  const book: Book = { voucher, movements: [], moment }
  settle(book)
  switch (command.do) {
    case 'hold': hold(book, command); break
    case 'release': if (isFor(book.voucher, command.order)) release(book); break
    case 'redeem': redeem(book, command); break
    case 'give_back': giveBack(book, command); break
    case 'void': end(book); break
    case 'settle': break
  }
  return { voucher: book.voucher, movements: book.movements }
}

interface Book { voucher: Voucher, readonly movements: Movement[], readonly moment: Moment }

const isFor = ({ hold: held }: Voucher, { source, number }: OrderName): boolean => held?.source === source && held.number === number

function write(book: Book, movement: Partial<Movement> & Pick<Movement, 'kind' | 'from' | 'to' | 'units'>): void {
  const whole: Movement = { discountMinor: 0n, source: null, number: null, until: null, validTo: null, split: null, effectiveAt: book.moment.now, ...movement, sequence: book.voucher.sequence + 1 }
  book.voucher = post(book.voucher, whole)
  book.movements.push(whole)
}

function settle(book: Book): void {
  const { now, today, startOf } = book.moment
  if (book.voucher.hold !== null && book.voucher.hold.until <= now) release(book, book.voucher.hold.until)
  const { open, validTo } = book.voucher
  if (open > 0n && validTo !== null && validTo < today) write(book, { kind: 'expire', from: 'open', to: 'ended', units: open, effectiveAt: startOf(addDays(validTo, 1)) })
}

function release(book: Book, effectiveAt = book.moment.now): void {
  const { held, hold: of } = book.voucher
  if (held > 0n) write(book, { kind: 'release', from: 'held', to: 'open', units: held, source: of?.source ?? null, number: of?.number ?? null, effectiveAt })
}

function requireOpen({ voucher, moment }: Book, order: OrderName, units: bigint): void {
  const { hold: of, open, validFrom, code } = voucher
  if (of !== null && !isFor(voucher, order)) throw new Refusal('vouchers.held', 409, words.held, { code, number: of.number })
  if (validFrom > moment.today) throw new Refusal('vouchers.not_yet', 409, words.notYet, { code, day: validFrom })
  if (open >= units) return
  const state = stateOf(voucher, moment)
  if (state === 'expired') throw new Refusal('vouchers.expired', 409, words.expired, { code, day: voucher.validTo ?? '' })
  if (state === 'voided') throw new Refusal('vouchers.voided', 409, words.voided, { code })
  if (open === 0n) throw new Refusal('vouchers.redeemed', 409, words.redeemed, { code })
  throw new Refusal('vouchers.not_enough', 409, words.notEnough, { code })
}

function hold(book: Book, { order, units, until }: Command & { do: 'hold' }): void {
  if (isFor(book.voucher, order)) release(book)
  requireOpen(book, order, units)
  write(book, { kind: 'hold', from: 'open', to: 'held', units, ...order, until })
}

function redeem(book: Book, { order, units, discountMinor, split }: Command & { do: 'redeem' }): void {
  if (isFor(book.voucher, order)) release(book)
  requireOpen(book, order, units)
  write(book, { kind: 'redeem', from: 'open', to: 'used', units, discountMinor, ...order, split })
}

/** Says why a voucher cannot be used on an order now, whatever is in the basket. Refuses: vouchers.held, .not_yet, .expired, .redeemed, .voided. */
export function requireUsable(voucher: Voucher, order: OrderName, moment: Moment): void {
  const book: Book = { voucher, movements: [], moment }
  settle(book)
  if (isFor(book.voucher, order)) release(book)
  requireOpen(book, order, 1n)
}

/** What of a voucher an order may use: what is open, and what is held for it. */
export function openFor(voucher: Voucher, order: OrderName, moment: Moment): bigint {
  const { voucher: current } = decide(voucher, { do: 'release', order }, moment)
  return current.open
}

/** Comes back to be used again; where its last day is over it gets days of grace. */
function giveBack(book: Book, { order, units, discountMinor, graceDays }: Command & { do: 'give_back' }): void {
  const { validTo } = book.voucher
  const isOver = validTo !== null && validTo < book.moment.today
  write(book, { kind: 'give_back', from: 'used', to: 'open', units, discountMinor: -discountMinor, ...order, ...(isOver && graceDays > 0 ? { validTo: addDays(book.moment.today, graceDays) } : {}) })
  // Without days of grace it is over again at once, and the journal says so.
  if (isOver && graceDays === 0) write(book, { kind: 'expire', from: 'open', to: 'ended', units: book.voucher.open })
}

function end(book: Book): void {
  release(book)
  const { open, code } = book.voucher
  if (open === 0n) throw new Refusal('vouchers.nothing_to_void', 409, words.nothingToVoid, { code })
  write(book, { kind: 'void', from: 'open', to: 'ended', units: open })
}

/** Where a voucher stands at a moment, whether or not it is booked. */
export function stateOf({ open, held, used, voided, validFrom, validTo, hold: of }: Pick<Voucher, 'open' | 'held' | 'used' | 'voided' | 'validFrom' | 'validTo' | 'hold'>, { now, today }: Pick<Moment, 'now' | 'today'>): State {
  const isHeld = held > 0n && of !== null && of.until > now
  if (isHeld) return 'reserved'
  const isOver = validTo !== null && validTo < today
  if (open + held > 0n && !isOver) return validFrom > today ? 'waiting' : 'usable'
  if (used > 0n) return 'redeemed'
  return voided ? 'voided' : 'expired'
}

/** A voucher from nothing but its journal: what the stored one must equal. */
export const replay = (about: Parameters<typeof unissued>[0], movements: readonly Movement[]): Voucher => movements.reduce(post, unissued(about))
