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

function moveLot(from: Book, to: Book, lot: Lot, kind: 'merge' | 'unmerge', keepBack = 0n): void {
  sameLot(to, lot)
  for (const place of places) {
    const amount = lot[place] - (place === 'available' ? keepBack : 0n)
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

/** What a merge brought together and what became of it, from the journals. */
export interface Together {
  /** The lots that came, and how much each record brought. */
  readonly came: ReadonlySet<string>
  readonly brought: bigint
  readonly had: bigint
  /** The lots that the survivor had then. */
  readonly own: ReadonlySet<string>
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
  const came = new Set(linked.flatMap(({ lotId }) => lotId ?? []))
  const held = new Map<string, bigint>()
  const inside: ReadonlySet<string> = new Set(['pending', 'available', 'held'])
  for (const { from, to, amount, lotId } of before) {
    const change = (inside.has(to) ? amount : 0n) - (inside.has(from) ? amount : 0n)
    if (lotId !== null && change !== 0n) held.set(lotId, (held.get(lotId) ?? 0n) + change)
  }
  const own = new Set([...held].flatMap(([lotId, amount]) => (amount > 0n && !came.has(lotId) ? [lotId] : [])))
  const earned = new Set(theirs.filter(({ kind, number }) => kind === 'earn' && number !== null).map(orderText))
  const since = first < 0 ? journal.filter(({ insertedAt }) => insertedAt >= mergedAt) : journal.slice(first)
  const reversed = since.filter(({ kind }) => kind === 'reverse')
  const total = (of: (entry: Entry) => boolean): bigint => linked.filter(of).reduce((sum, { amount }) => sum + amount, 0n)
  return {
    came, own, brought: total(({ from, to }) => from === 'moved' && inside.has(to)), had: [...held.values()].reduce((sum, amount) => sum + amount, 0n), debt: total(({ from }) => from === 'debt'),
    spentOfCame: spentOf(since, came), spentOfOwn: spentOf(since, own),
    reversedOfMerged: amountOf(reversed.filter((entry) => earned.has(orderText(entry)))), owedByMerged: amountOf(since.filter((entry) => entry.kind === 'owe' && earned.has(orderText(entry)))),
    reversedOfCame: amountOf(reversed.filter(({ lotId }) => lotId !== null && came.has(lotId))),
    duplicates: journal.filter((entry) => isLinked(entry) && entry.kind === 'duplicate').flatMap(({ lotId, amount }) => (lotId === null ? [] : [{ lotId, amount }]))
  }
}

const orderText = ({ source, number }: Entry): string => JSON.stringify([source, number])
const amountOf = (entries: readonly Entry[]): bigint => entries.reduce((sum, { amount }) => sum + amount, 0n)

/** What was spent out of some lots less what came back of that; what comes back of something spent before belongs to its lot alone. */
function spentOf(entries: readonly Entry[], lots: ReadonlySet<string>): bigint {
  const byOrder = new Map<string, bigint>()
  for (const { from, to, amount, lotId, source, number } of entries) {
    if (lotId === null || !lots.has(lotId) || (from !== 'redeemed' && to !== 'redeemed')) continue
    const key = JSON.stringify([lotId, source, number])
    byOrder.set(key, (byOrder.get(key) ?? 0n) + (to === 'redeemed' ? amount : -amount))
  }
  return [...byOrder.values()].reduce((sum, net) => (net > 0n ? sum + net : sum), 0n)
}

/**
 * Parts them: every lot goes home with what is left of it. What was spent meanwhile out of what both had is borne by both in proportion to what each brought
 * (largest remainder), what was taken back of an order by the record that had earned it; whoever's lots gave more than that gets the difference out of the
 * other's, with its ends, as far as it is still there. What was earned meanwhile, and what else was owed since, is the survivor's.
 */
export function unmergeWallets(survivor: Book, merged: Book, { came, own, brought, had, debt, spentOfCame, spentOfOwn, reversedOfMerged, owedByMerged, reversedOfCame }: Together): void {
  const spent = spentOfCame + spentOfOwn
  const [share = 0n] = spent > 0n && brought + had > 0n ? split(spent, [brought, had]) : [0n]
  const [bears, gave] = [share + reversedOfMerged, spentOfCame + reversedOfCame]
  let keepBack = max(bears - gave, 0n)
  for (const lot of sorted(survivor).filter(({ lotId }) => came.has(lotId))) {
    const stays = min(keepBack, lot.available)
    keepBack -= stays
    moveLot(survivor, merged, lot, 'unmerge', stays)
  }
  const parts: Part[] = []
  let owed = max(gave - bears, 0n)
  for (const lot of sorted(survivor).filter(({ lotId }) => own.has(lotId))) {
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
