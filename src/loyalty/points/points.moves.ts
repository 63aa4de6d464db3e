/**
 * What moves between wallets: pure, like the decision for one wallet. Points keep their age, their end and their rules when they change hands, so that no
 * life is made longer by moving; what leaves one wallet enters another in the same breath.
 */
import { Refusal } from '#foundation/refusal.ts'
import { split } from '#foundation/split.ts'
import { catchUp, inUnits, openLot, policyOf, requireSpendable, take, write, type Book } from './points.rules.ts'
import type { Account, EntryKind, Lot } from './points.state.ts'
import { movesWords as words } from './points.moves.words.ts'

export interface Part { readonly lot: Lot, readonly amount: bigint }

/** Takes an amount out of what may be spent, in the spending order; answers of which lots. */
export function give(book: Book, amount: bigint, to: Account, kind: EntryKind): readonly Part[] {
  const from = book.entries.length
  take(book, amount, to, kind)
  return book.entries.slice(from).flatMap((entry) => {
    const lot = book.wallet.lots.get(entry.lotId ?? '')
    return lot === undefined ? [] : [{ lot, amount: entry.amount }]
  })
}

/** Puts parts of lots into a wallet as lots of its own with the same age and end. */
export function receive(book: Book, parts: readonly Part[], from: Account, kind: EntryKind): void {
  for (const { lot: { earnedAt, expiresOn, policyVersion, source, number }, amount } of parts) {
    if (amount === 0n) continue
    const { lotId } = openLot(book, { earned: amount, earnedAt, maturesOn: null, expiresOn, policyVersion, source, number })
    write(book, { kind, from, to: 'available', amount, lotId })
  }
}

/** From one member to another. Both wallets settle what they owe first and last. */
export function transfer(from: Book, to: Book, amount: bigint): void {
  requireSpendable(from, policyOf(from))
  receive(to, give(from, amount, 'moved', 'transfer'), 'moved', 'transfer')
  close(from, to)
}

export interface Ratio { readonly give: bigint, readonly get: bigint }

/**
 * Out of one currency into another: `get` for every `give`, rounded down, and only as much is taken as that needs: the remainder stays. What comes in is
 * shared over the lots that went out, by largest remainder, and ends when they would have.
 */
export function exchange(from: Book, to: Book, amount: bigint, { give: unit, get }: Ratio): { readonly taken: bigint, readonly got: bigint } {
  requireSpendable(from, policyOf(from))
  policyOf(to)
  const got = (amount * get) / unit
  if (got === 0n) throw new Refusal('points.too_little', 422, words.tooLittle, { amount: inUnits(from, amount), give: inUnits(from, unit), get: inUnits(to, get) })
  const taken = (got * unit + get - 1n) / get
  const parts = give(from, taken, 'exchanged', 'exchange')
  const shares = split(got, parts.map((part) => part.amount))
  receive(to, parts.map(({ lot }, place) => ({ lot: { ...lot, source: null, number: null, policyVersion: to.version }, amount: shares[place] ?? 0n })), 'exchanged', 'exchange')
  close(from, to)
  return { taken, got }
}

/** What time and debt do to wallets after their last posting. */
export function close(...books: readonly Book[]): void {
  for (const book of books) {
    book.basis = undefined
    catchUp(book)
  }
}
