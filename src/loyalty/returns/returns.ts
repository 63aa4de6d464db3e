/**
 * Returns: what a return undoes, whole and once. This file is the door.
 *
 * Law: whoever must do something about a return declares a `Consequence`; the roof hands them over in their order; each return is worked out exactly once, in
 * the transaction that records it, or when the sale that came later is recorded. A preview takes the same way and leaves nothing.
 */
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import type { Sentence } from '#foundation/words.ts'
import type { BasketLine } from './returns.rules.ts'

export { keepAfter, splitBy, staysOf, type BasketLine } from './returns.rules.ts'
export { bookReturn, previewReturn } from './returns.book.ts'
export type { Foreseen } from './returns.schema.ts'

/** What is about to be bought, the one shape for all quotes. */
export interface Basket {
  readonly customerId: string
  readonly source: string
  readonly number: string
  readonly at: Date
  readonly storeId: string | null
  readonly channel: string | null
  readonly lines: readonly BasketLine[]
}

/** A return, with the sale as it was and what the member keeps of it. */
export interface Undone {
  readonly customerId: string
  readonly orderId: string
  readonly source: string
  readonly number: string
  readonly returnNumber: string
  readonly returnOrderId: string
  readonly at: Date
  readonly sold: readonly BasketLine[]
  /** After this return and all before it. */
  readonly kept: readonly BasketLine[]
  readonly keptBefore: readonly BasketLine[]
  /** Nothing is kept any more. */
  readonly whole: boolean
}

export interface Effect { readonly capability: string, readonly code: string, readonly sentence: Sentence, readonly detail: Readonly<Record<string, string>> }

/** A port: what a capability does about a return. It answers what it did, in words for the person who asked. */
export interface Consequence {
  readonly capability: string
  readonly undo: (trx: Trx, parts: { readonly listeners: readonly Listener[], readonly actor: string }, undone: Undone, now: Date) => Promise<readonly Effect[]>
}
