/** Merging two wallets of one currency, and parting them again. Pure; both wallets are books that are up to date. */
import { split } from '#foundation/split.ts'
import { close, receive, type Part } from './points.moves.ts'
import { min, sorted, write, type Book } from './points.rules.ts'
import type { Entry, Hold, Lot } from './points.state.ts'

const places = ['pending', 'available'] as const

/** Takes out what is left of gifts that both records had: the first one stays. */
export function takeDuplicates(book: Book, lotIds: ReadonlySet<string>): void {
  for (const { lotId } of sorted(book).filter((lot) => lotIds.has(lot.lotId))) {
    for (const place of places) {
      const amount = book.wallet.lots.get(lotId)?.[place] ?? 0n
      if (amount > 0n) write(book, { kind: 'duplicate', from: place, to: 'issued', amount, lotId })
    }
  }
}

/** The lot as it stands in this wallet; opened empty where it is not there yet, under the same id: orders find it there. */
function sameLot(book: Book, lot: Lot): void {
  if (!book.wallet.lots.has(lot.lotId)) book.wallet = { ...book.wallet, lots: new Map(book.wallet.lots).set(lot.lotId, { ...lot, pending: 0n, available: 0n, held: 0n }) }
}

function moveLot(from: Book, to: Book, lot: Lot, kind: 'merge' | 'unmerge', whole = lot.pending + lot.available): void {
  sameLot(to, lot)
  let left = whole
  for (const place of places) {
    const amount = min(lot[place], left)
    left -= amount
    if (amount === 0n) continue
    write(from, { kind, from: place, to: 'moved', amount, lotId: lot.lotId })
    write(to, { kind, from: 'moved', to: place, amount, lotId: lot.lotId })
  }
}

function moveDebt(from: Book, to: Book, amount: bigint, kind: 'merge' | 'unmerge'): void {
  if (amount === 0n) return
  write(from, { kind, from: 'moved', to: 'debt', amount })
  write(to, { kind, from: 'debt', to: 'moved', amount })
}

function moveHold(from: Book, to: Book, hold: Hold): void {
  to.wallet = { ...to.wallet, holds: new Map(to.wallet.holds).set(hold.holdId, { ...hold, parts: new Map() }) }
  for (const [lotId, amount] of hold.parts) {
    const lot = from.wallet.lots.get(lotId)
    if (lot !== undefined) sameLot(to, lot)
    const named = { amount, lotId, holdId: hold.holdId, source: hold.source, number: hold.number }
    write(from, { kind: 'merge', from: 'held', to: 'moved', ...named })
    write(to, { kind: 'merge', from: 'moved', to: 'held', ...named })
  }
  const holds = new Map(from.wallet.holds)
  holds.delete(hold.holdId)
  from.wallet = { ...from.wallet, holds }
}

/** Everything of the merged wallet becomes the survivor's: lots with their ends, holds with their deadlines, what is owed. Answers the holds that moved. */
export function mergeWallets(survivor: Book, merged: Book): readonly Hold[] {
  const holds = [...merged.wallet.holds.values()]
  for (const hold of holds) moveHold(merged, survivor, hold)
  for (const lot of sorted(merged)) moveLot(merged, survivor, lot, 'merge')
  moveDebt(merged, survivor, merged.wallet.debt, 'merge')
  close(merged, survivor)
  return holds
}

/** What came with the merged record, and what the survivor had. */
export type Halves = readonly [came: bigint, had: bigint]

/** How much of something that happened to a lot is of each. */
function shared(amount: bigint, halves: Halves): Halves {
  const [came = 0n, had = 0n] = split(amount < 0n ? -amount : amount, halves)
  return amount < 0n ? [-came, -had] : [came, had]
}

/** What a merge brought together and what became of it, from the journals. */
export interface Together {
  /** What each had in a lot then. Records that were parted before may both have a part of one lot. */
  readonly lots: ReadonlyMap<string, Halves>
  readonly debt: bigint
  /** Spent since out of the one's lots and the other's, less what came back. */
  readonly spentOfCame: bigint
  readonly spentOfOwn: bigint
  /** Taken back since of what orders of the merged record had earned, out of whichever lots; owed for them; and taken back of any order out of the lots that came. */
  readonly reversedOfMerged: bigint
  readonly owedByMerged: bigint
  readonly reversedOfCame: bigint
  readonly duplicates: readonly { readonly lotId: string, readonly amount: bigint }[]
}

/** A journal's entries with the instant at which each was written. */
type Written = Entry & { readonly insertedAt: Date }

/** Reads it from the survivor's journal of one currency, in its order, and the merged record's, which says what it had earned itself. Where it brought nothing, the instant says what came after. */
export function togetherOf(journal: readonly Written[], theirs: readonly Entry[], mergeId: string, mergedAt: Date): Together {
  const isLinked = ({ basis }: Entry): boolean => basis?.linkId === mergeId
  const first = journal.findIndex((entry) => isLinked(entry) && entry.kind === 'merge')
  const before = first < 0 ? journal : journal.slice(0, first)
  const linked = journal.filter((entry) => isLinked(entry) && entry.kind === 'merge')
  const [had, came] = [insideOf(before), insideOf(linked)]
  const lots = new Map([...had.keys(), ...came.keys()].map((lotId): [string, Halves] => [lotId, [came.get(lotId) ?? 0n, had.get(lotId) ?? 0n]]).filter(([, [one, other]]) => one + other > 0n))
  const earned = new Set(theirs.filter(({ kind, number }) => kind === 'earn' && number !== null).map(orderText))
  const since = first < 0 ? journal.filter(({ insertedAt }) => insertedAt >= mergedAt) : journal.slice(first)
  const reversed = since.filter(({ kind }) => kind === 'reverse')
  const [spentOfCame, spentOfOwn] = spentOf(since, lots)
  return {
    lots, debt: amountOf(linked.filter(({ from }) => from === 'debt')), spentOfCame, spentOfOwn,
    reversedOfMerged: amountOf(reversed.filter((entry) => earned.has(orderText(entry)))), owedByMerged: amountOf(since.filter((entry) => entry.kind === 'owe' && earned.has(orderText(entry)))),
    reversedOfCame: sum([...Map.groupBy(reversed, ({ lotId }) => lots.get(lotId ?? ''))].map(([halves, some]) => (halves === undefined ? 0n : shared(amountOf(some), halves)[0]))),
    duplicates: journal.filter((entry) => isLinked(entry) && entry.kind === 'duplicate').flatMap(({ lotId, amount }) => (lotId === null ? [] : [{ lotId, amount }]))
  }
}

const inside: ReadonlySet<string> = new Set(['pending', 'available', 'held'])

/** What entries brought into each lot. */
function insideOf(entries: readonly Entry[]): ReadonlyMap<string, bigint> {
  const lots = new Map<string, bigint>()
  for (const { from, to, amount, lotId } of entries) {
    const change = (inside.has(to) ? amount : 0n) - (inside.has(from) ? amount : 0n)
    if (lotId !== null && change !== 0n) lots.set(lotId, (lots.get(lotId) ?? 0n) + change)
  }
  return lots
}

const orderText = ({ source, number }: Entry): string => JSON.stringify([source, number])
const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, amount) => all + amount, 0n)
const amountOf = (entries: readonly Entry[]): bigint => sum(entries.map(({ amount }) => amount))

/** What was spent of each half of the lots less what came back of that; what comes back of something spent before belongs to its lot alone. */
function spentOf(entries: readonly Entry[], lots: Together['lots']): Halves {
  const byOrder = new Map<string, { readonly halves: Halves, readonly net: bigint }>()
  for (const { from, to, amount, lotId, source, number } of entries) {
    const halves = lots.get(lotId ?? '')
    if (halves === undefined || (from !== 'redeemed' && to !== 'redeemed')) continue
    const key = JSON.stringify([lotId, source, number])
    byOrder.set(key, { halves, net: (byOrder.get(key)?.net ?? 0n) + (to === 'redeemed' ? amount : -amount) })
  }
  const spent = [...byOrder.values()].flatMap(({ halves, net }) => (net > 0n ? [shared(net, halves)] : []))
  return [sum(spent.map(([came]) => came)), sum(spent.map(([, had]) => had))]
}

/**
 * Parts them: every lot goes home with what is left of it, of a lot of both the one's part. What was spent meanwhile out of what both had is borne by both in
 * proportion to what each brought (largest remainder), what was taken back of an order by the record that had earned it; whoever's lots gave more than that gets
 * the difference out of the other's, with its ends, as far as it is still there. What was earned meanwhile, and what else was owed since, is the survivor's.
 */
export function unmergeWallets(survivor: Book, merged: Book, { lots, debt, spentOfCame, spentOfOwn, reversedOfMerged, owedByMerged, reversedOfCame }: Together): void {
  const spent = spentOfCame + spentOfOwn
  const [brought, had] = [sum([...lots.values()].map(([came]) => came)), sum([...lots.values()].map(([, own]) => own))]
  const [share = 0n] = spent > 0n && brought + had > 0n ? split(spent, [brought, had]) : [0n]
  const [bears, gave] = [share + reversedOfMerged, spentOfCame + reversedOfCame]
  let keepBack = max(bears - gave, 0n)
  for (const lot of sorted(survivor)) {
    const [came, own] = lots.get(lot.lotId) ?? [0n, 0n]
    if (came === 0n) continue
    const home = came - shared(came + own - lot.pending - lot.available, [came, own])[0]
    const stays = min(keepBack, max(home - lot.pending, 0n))
    keepBack -= stays
    moveLot(survivor, merged, lot, 'unmerge', home - stays)
  }
  const parts: Part[] = []
  let owed = max(gave - bears, 0n)
  for (const lot of sorted(survivor).filter(({ lotId }) => (lots.get(lotId)?.[1] ?? 0n) > 0n)) {
    const amount = min(owed, lot.available)
    if (amount === 0n) continue
    owed -= amount
    write(survivor, { kind: 'unmerge', from: 'available', to: 'moved', amount, lotId: lot.lotId })
    parts.push({ lot, amount })
  }
  receive(merged, parts, 'moved', 'unmerge')
  moveDebt(survivor, merged, min(debt + owedByMerged, survivor.wallet.debt), 'unmerge')
}

/** A gift that was taken as a second one is given back to whose lot it was. */
export function returnDuplicates(books: readonly Book[], duplicates: Together['duplicates']): void {
  for (const { lotId, amount } of duplicates) {
    const book = books.find(({ wallet }) => wallet.lots.has(lotId))
    if (book !== undefined) write(book, { kind: 'duplicate', from: 'issued', to: 'available', amount, lotId })
  }
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)
