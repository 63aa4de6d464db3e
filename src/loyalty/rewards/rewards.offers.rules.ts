/**
 * Discounts by quantity and frequency. Pure: a basket and the offers give what comes off which line, why, and what is missing for the next step.
 *
 * A piece is in one offer at most, the offers in their order. The discount of a group of pieces is shared over all pieces of the group by their price, so that
 * sending back the one that was paid in full does not leave the free one. Money is rounded down to what can be paid, and lines add up exactly.
 */
import { splitBy, type BasketLine } from '../returns/returns.ts'
import { isInScope, millionths, piecesOf } from './rewards.goods.ts'
import type { OfferParameters } from './rewards.parameters.schema.ts'
import type { Definition } from './rewards.schema.ts'

export interface Offer { readonly definitionId: string, readonly version: number, readonly title: Definition['title'], readonly parameters: OfferParameters }
export interface Off { readonly lineNo: number, readonly amountMinor: bigint }
export interface Given { readonly definitionId: string, readonly version: number, readonly title: Offer['title'], readonly amountMinor: bigint, readonly lines: readonly Off[] }
/** So many more pieces, or purchases, for the next discount. */
export interface Missing { readonly definitionId: string, readonly title: Offer['title'], readonly is: 'piece' | 'step' | 'visit', readonly missing: number, readonly nth: number, readonly permille: number, readonly days: number }
/** `purchases` before this one by offer; `step`: the smallest money that can be paid, in ten-thousandths. */
export interface OfferFacts { readonly purchases: ReadonlyMap<string, number>, readonly step: bigint }
export interface Quoted { readonly given: readonly Given[], readonly missing: readonly Missing[], readonly left: ReadonlyMap<number, bigint> }

interface Place { readonly line: BasketLine, readonly pieces: number, readonly price: bigint, free: number, left: bigint }
interface Part { readonly place: Place, readonly pieces: number, readonly worth: bigint }

/** No basket has more single pieces looked at than this. */
const mostPieces = 10_000

export function quote(lines: readonly BasketLine[], offers: readonly Offer[], facts: OfferFacts): Quoted {
  const places = lines.filter(({ amountMinor, quantity }) => amountMinor > 0n && millionths(quantity) > 0n).map((line): Place => {
    const pieces = Math.min(piecesOf(line.quantity), mostPieces)
    return { line, pieces, price: line.amountMinor * 1_000_000n / millionths(line.quantity), free: pieces, left: line.amountMinor }
  })
  const given: Given[] = []
  const missing: Missing[] = []
  for (const offer of offers.toSorted((a, b) => a.parameters.rank - b.parameters.rank || (a.definitionId < b.definitionId ? -1 : 1))) {
    const inScope = places.filter(({ line }) => isInScope(offer.parameters.scope, line))
    if (inScope.length === 0) continue
    const { parts, off, next } = worked(offer, inScope, facts)
    const shared = share(off, parts, facts.step)
    if (shared.length > 0) given.push({ definitionId: offer.definitionId, version: offer.version, title: offer.title, amountMinor: shared.reduce((sum, one) => sum + one.amountMinor, 0n), lines: shared })
    if (next !== undefined) missing.push({ definitionId: offer.definitionId, title: offer.title, ...next })
  }
  return { given, missing, left: new Map(places.map(({ line, left }) => [line.lineNo, left])) }
}

interface Worked { readonly parts: readonly Part[], readonly off: bigint, readonly next?: Omit<Missing, 'definitionId' | 'title'> | undefined }

function worked({ definitionId, parameters: { shape, groups } }: Offer, places: readonly Place[], { purchases }: OfferFacts): Worked {
  switch (shape.is) {
    case 'buy_get': return inGroups(places, { size: shape.buy + shape.get, cheapest: shape.get, permille: 1000, most: groups })
    case 'nth': return inGroups(places, { size: shape.nth, cheapest: 1, permille: shape.permille, most: groups })
    case 'steps': return bySteps(places, shape.steps)
    case 'frequency': {
      const before = (purchases.get(definitionId) ?? 0) % shape.kth
      const parts = places.map((place): Part => ({ place, pieces: 0, worth: place.left }))
      if (before === shape.kth - 1) return { parts, off: worthOf(parts) * BigInt(shape.permille) / 1000n }
      return { parts: [], off: 0n, next: { is: 'visit', missing: shape.kth - 1 - before, nth: shape.kth, permille: shape.permille, days: shape.days } }
    }
  }
}

/** Pieces by falling price in groups of one size; the cheapest of each group cost less. */
function inGroups(places: readonly Place[], { size, cheapest, permille, most }: { readonly size: number, readonly cheapest: number, readonly permille: number, readonly most: number | null }): Worked {
  const pieces = places.flatMap((place) => Array.from({ length: place.free }, () => place)).toSorted((a, b) => (a.price === b.price ? a.line.lineNo - b.line.lineNo : a.price > b.price ? -1 : 1)).slice(0, mostPieces)
  const groups = Math.min(Math.floor(pieces.length / size), most ?? mostPieces)
  const taken = pieces.slice(0, groups * size)
  const off = taken.reduce((sum, { price }, at) => (at % size >= size - cheapest ? sum + price * BigInt(permille) / 1000n : sum), 0n)
  const parts = [...Map.groupBy(taken, (place) => place)].map(([place, own]) => ({ place, pieces: own.length, worth: place.price * BigInt(own.length) }))
  const over = pieces.length - groups * size
  const next = over > 0 && groups < (most ?? mostPieces) ? { is: 'piece' as const, missing: size - over, nth: size, permille, days: 0 } : undefined
  return { parts, off, next }
}

/** So many per mille off all pieces, by how many they are. */
function bySteps(places: readonly Place[], steps: readonly { readonly from: number, readonly permille: number }[]): Worked {
  const pieces = places.reduce((sum, { free }) => sum + free, 0)
  const inOrder = steps.toSorted((a, b) => a.from - b.from)
  const reached = inOrder.findLast(({ from }) => from <= pieces)
  const above = inOrder.find(({ from }) => from > pieces)
  const parts = reached === undefined ? [] : places.filter(({ free }) => free > 0).map((place): Part => ({ place, pieces: place.free, worth: place.free === place.pieces ? place.left : place.price * BigInt(place.free) }))
  const next = above === undefined || pieces === 0 ? undefined : { is: 'step' as const, missing: above.from - pieces, nth: above.from, permille: above.permille, days: 0 }
  return { parts, off: worthOf(parts) * BigInt(reached?.permille ?? 0) / 1000n, next }
}

const worthOf = (parts: readonly Part[]): bigint => parts.reduce((sum, { worth }) => sum + worth, 0n)

/** Takes the discount off the lines by worth, in whole steps of money, and never more off a line than is left of it. */
function share(off: bigint, parts: readonly Part[], step: bigint): readonly Off[] {
  if (parts.length === 0 || off < step) return []
  const shares = splitBy(off / step, parts.map(({ worth }) => worth))
  return parts.flatMap(({ place, pieces }, at) => {
    const wanted = (shares[at] ?? 0n) * step
    const amountMinor = wanted < place.left ? wanted : place.left
    place.left -= amountMinor
    place.free -= pieces
    return amountMinor > 0n ? [{ lineNo: place.line.lineNo, amountMinor }] : []
  })
}

/** What is kept of a line's gross amount when so much of its quantity is kept. */
export function keptOf(line: BasketLine, quantity: string): BasketLine {
  const [all, kept] = [millionths(line.quantity), millionths(quantity)]
  return { ...line, quantity, amountMinor: all <= 0n || kept >= all ? line.amountMinor : line.amountMinor * kept / all }
}
