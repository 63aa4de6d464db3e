/** A stamp card as its journal says it is. Pure. */
import type { Day } from '#foundation/zone.ts'

export type StampKind = 'given' | 'used' | 'unused' | 'lapsed' | 'taken' | 'annulled' | 'owed' | 'repaid'
/** `lot` is the sequence of the entry that gave the stamps. */
export interface StampEntry {
  readonly sequence: number, readonly kind: StampKind, readonly amount: number, readonly lot: number, readonly fullNo: number | null
  readonly version: number, readonly source: string, readonly number: string, readonly day: Day, readonly expiresOn: Day | null
}
/** Stamps given at once: given = left + lapsed + used + repaid + taken + annulled. `owed`: taken back after they were used or had repaid a debt. */
export interface StampLot {
  readonly lot: number, readonly version: number, readonly source: string, readonly number: string, readonly day: Day, readonly expiresOn: Day | null
  readonly given: number, readonly left: number, readonly lapsed: number, readonly repaid: number, readonly owed: number, readonly taken: number
}
/** A full card: from which lots its stamps came. */
export type Full = ReadonlyMap<number, number>
export interface CardState { readonly sequence: number, readonly debt: number, readonly lots: ReadonlyMap<number, StampLot>, readonly fulls: ReadonlyMap<number, Full> }

export const emptyCard: CardState = { sequence: 0, debt: 0, lots: new Map(), fulls: new Map() }

const lotFields = ({ sequence, version, source, number, day, expiresOn, amount }: StampEntry): StampLot =>
  ({ lot: sequence, version, source, number, day, expiresOn, given: amount, left: amount, lapsed: 0, repaid: 0, owed: 0, taken: 0 })

/** The card after one more entry. */
export function post(card: CardState, entry: StampEntry): CardState {
  const { kind, amount, fullNo } = entry
  const lots = new Map(card.lots)
  const old = lots.get(entry.lot)
  if (kind === 'given') lots.set(entry.sequence, lotFields(entry))
  else if (old !== undefined) lots.set(entry.lot, moved(old, kind, amount))
  return {
    sequence: entry.sequence, lots, debt: card.debt + (kind === 'owed' ? amount : kind === 'repaid' ? -amount : 0),
    fulls: fullNo === null ? card.fulls : kind === 'used' ? withPart(card.fulls, fullNo, entry.lot, amount) : kind === 'unused' ? withPart(card.fulls, fullNo, entry.lot, -amount) : card.fulls
  }
}

function moved(lot: StampLot, kind: StampKind, amount: number): StampLot {
  switch (kind) {
    case 'used': return { ...lot, left: lot.left - amount }
    case 'unused': return { ...lot, left: lot.left + amount }
    case 'lapsed': return { ...lot, left: lot.left - amount, lapsed: lot.lapsed + amount }
    case 'taken': return { ...lot, left: lot.left - amount, taken: lot.taken + amount }
    case 'annulled': return { ...lot, lapsed: lot.lapsed - amount, taken: lot.taken + amount }
    case 'owed': return { ...lot, owed: lot.owed + amount }
    case 'repaid': return { ...lot, left: lot.left - amount, repaid: lot.repaid + amount }
    case 'given': return lot
  }
}

function withPart(fulls: CardState['fulls'], fullNo: number, lot: number, amount: number): CardState['fulls'] {
  const parts = new Map(fulls.get(fullNo))
  const next = (parts.get(lot) ?? 0) + amount
  if (next === 0) parts.delete(lot)
  else parts.set(lot, next)
  const all = new Map(fulls)
  if (parts.size === 0) all.delete(fullNo)
  else all.set(fullNo, parts)
  return all
}

export const cardOf = (entries: readonly StampEntry[]): CardState => entries.reduce(post, emptyCard)

/** Nearest end first, then the earlier given. */
export const inOrder = (a: StampLot, b: StampLot): number => (a.expiresOn === b.expiresOn ? a.lot - b.lot : a.expiresOn === null ? 1 : b.expiresOn === null ? -1 : a.expiresOn < b.expiresOn ? -1 : 1)
export const isOver = ({ expiresOn }: StampLot, today: Day): boolean => expiresOn !== null && expiresOn < today
/** The stamps that count today. */
export const countOf = ({ lots }: CardState, today: Day): number => [...lots.values()].reduce((sum, lot) => sum + (isOver(lot, today) ? 0 : lot.left), 0)
