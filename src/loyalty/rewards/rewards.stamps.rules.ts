/**
 * Stamps: what an order gives, when a card is full, and what a return takes back. Pure: a card and a command give entries and the cards that became full or
 * were opened again. A return takes what is left of the order's stamps, then what had lapsed, then opens full cards whose reward is still here, and the rest
 * is owed: visible, and paid by the next stamps before they count.
 */
import type { Day } from '#foundation/zone.ts'
import type { BasketLine } from '../returns/returns.ts'
import { isInScope, piecesOf } from './rewards.goods.ts'
import type { StampCardParameters } from './rewards.parameters.schema.ts'
import { inOrder, isOver, post, type CardState, type StampEntry, type StampLot } from './rewards.stamps.state.ts'

/** The stamps of a basket by the card's rule alone, before the cap of a day. */
export function stampsOf({ gives, scope }: Pick<StampCardParameters, 'gives' | 'scope'>, lines: readonly BasketLine[]): number {
  const counted = lines.filter((line) => isInScope(scope, line))
  const money = counted.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  if (gives.by === 'quantity') return Math.floor(counted.reduce((sum, { quantity }) => sum + piecesOf(quantity), 0) / gives.each)
  if (gives.by === 'amount') return money <= 0n ? 0 : Number(money / BigInt(gives.eachMinor))
  return counted.length > 0 && money > 0n && money >= BigInt(gives.fromMinor) ? 1 : 0
}

export interface CardRules { readonly size: number, readonly afterFull: StampCardParameters['afterFull'] }
export interface CardOutcome { readonly card: CardState, readonly entries: readonly StampEntry[], readonly filled: readonly number[], readonly opened: readonly number[] }
interface Book { card: CardState, readonly entries: StampEntry[], readonly today: Day }

export interface Giving { readonly count: number, readonly source: string, readonly number: string, readonly day: Day, readonly expiresOn: Day | null, readonly version: number }

/** Stamps for an order. An order gives once, and a card that ends with its first reward takes no more. */
export function stamp(before: CardState, { count, ...of }: Giving, rules: CardRules, today: Day): CardOutcome {
  const book: Book = { card: before, entries: [], today }
  const isClosed = rules.afterFull === 'end' && before.fulls.size > 0 && before.debt === 0
  const isKnown = [...before.lots.values()].some(({ source, number }) => source === of.source && number === of.number)
  if (count > 0 && !isClosed && !isKnown) write(book, { ...of, kind: 'given', amount: count, lot: before.sequence + 1, fullNo: null })
  return settled(book, rules, [])
}

/** What a return takes back of an order's stamps. `isOpen` says whether the reward of a full card is still here. */
export function takeBack(before: CardState, { source, number, count }: { readonly source: string, readonly number: string, readonly count: number }, rules: CardRules, today: Day, isOpen: (fullNo: number) => boolean): CardOutcome {
  const book: Book = { card: before, entries: [], today }
  const own = [...before.lots.values()].find((lot) => lot.source === source && lot.number === number)
  if (own === undefined) return settled(book, rules, [])
  let open = Math.min(count, own.given - own.taken - own.owed)
  const opened: number[] = []
  const lotNow = (): StampLot => book.card.lots.get(own.lot) ?? own
  const move = (kind: 'taken' | 'annulled' | 'owed', most: number): void => {
    const amount = Math.min(open, most)
    if (amount > 0) write(book, { ...partOf(own), kind, amount })
    open -= amount
  }
  move('taken', own.left)
  move('annulled', own.lapsed)
  for (const [fullNo, parts] of [...book.card.fulls].toReversed()) {
    if (open === 0) break
    if (!parts.has(own.lot) || !isOpen(fullNo)) continue
    opened.push(fullNo)
    reopen(book, fullNo)
    move('taken', lotNow().left)
  }
  move('owed', open)
  return settled(book, rules, opened)
}

/** The stamps of a full card go back to where they came from: its reward was cancelled. It is not filled again before the next stamp. */
export function openCard(before: CardState, fullNo: number, today: Day): CardOutcome {
  const book: Book = { card: before, entries: [], today }
  reopen(book, fullNo)
  return { card: book.card, entries: book.entries, filled: [], opened: [fullNo] }
}

function reopen(book: Book, fullNo: number): void {
  for (const [lot, amount] of book.card.fulls.get(fullNo) ?? []) {
    const from = book.card.lots.get(lot)
    if (from !== undefined) write(book, { ...partOf(from), kind: 'unused', amount, fullNo })
  }
}

/** Stamps that are over lapse, a debt is paid, full cards are taken off. */
function settled(book: Book, { size, afterFull }: CardRules, opened: readonly number[]): CardOutcome {
  for (const lot of lots(book)) if (lot.left > 0 && isOver(lot, book.today)) write(book, { ...partOf(lot), kind: 'lapsed', amount: lot.left })
  for (const lot of lots(book)) {
    const amount = Math.min(lot.left, book.card.debt)
    if (amount > 0) write(book, { ...partOf(lot), kind: 'repaid', amount })
  }
  const filled: number[] = []
  while (left(book) >= size && !(afterFull === 'end' && book.card.fulls.size > 0)) filled.push(fill(book, size))
  if (filled.length > 0 && afterFull !== 'on') for (const lot of lots(book)) if (lot.left > 0) write(book, { ...partOf(lot), kind: 'lapsed', amount: lot.left })
  return { card: book.card, entries: book.entries, filled, opened }
}

function fill(book: Book, size: number): number {
  // The number is never used again, whether its card still stands or was opened: the sequence only grows.
  const fullNo = book.card.sequence + 1
  let open = size
  for (const lot of lots(book)) {
    const amount = Math.min(lot.left, open)
    if (amount > 0) write(book, { ...partOf(lot), kind: 'used', amount, fullNo })
    open -= amount
  }
  return fullNo
}

const lots = ({ card }: Book): readonly StampLot[] => [...card.lots.values()].toSorted(inOrder)
const left = (book: Book): number => lots(book).reduce((sum, lot) => sum + lot.left, 0)
const partOf = ({ lot, version, source, number, day, expiresOn }: StampLot) => ({ lot, version, source, number, day, expiresOn, fullNo: null })

function write(book: Book, entry: Omit<StampEntry, 'sequence'>): void {
  const next = { ...entry, sequence: book.card.sequence + 1 }
  book.card = post(book.card, next)
  book.entries.push(next)
}
