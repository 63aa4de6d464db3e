/**
 * Orders in bytes as COPY takes them, written as soon as they are read: their ids and their lines. A batch then holds one stretch of memory instead of texts and an object a line, which
 * the garbage collector would carry from place to place.
 */
import { binaryStore } from '#foundation/copy.binary.ts'
import { keepLines, keepPlaces, type RawLines } from './orders.lines.ts'
import type { LineInput } from './orders.rules.ts'

/** Where an order lies in a store: its ids from `ids` on, its lines behind them, and how many they are. */
export interface StoredOrder { ids: number, to: number, count: number }

/** What names an order: customer, order and what it says, as fields in the order of the columns of both its tables. Where each stands, and where they end. */
export const idAt = { customer: 4, order: 24, content: 44 } as const
export const [idsBytes, orderIdsBytes] = [60, 40] as const

export interface OrderStore {
  /** Room for an order's ids, of which nothing is said yet; answers where they stand. */
  readonly begin: () => number
  readonly keep: (lines: readonly LineInput[]) => void
  readonly keepRaw: (lines: RawLines) => void
  readonly at: () => number
  /** Where the bytes are, until more is kept. */
  readonly place: () => Buffer
  readonly clear: () => void
}

export function openOrderStore(room = 2_097_152): OrderStore {
  const out = binaryStore(room)
  const none = new Uint8Array(idsBytes)
  for (const at of Object.values(idAt)) none[at - 1] = 16
  return {
    begin: () => {
      const at = out.at()
      out.bare(none)
      return at
    },
    keep: (lines) => keepLines(out, lines),
    keepRaw: (lines) => keepPlaces(out, lines),
    at: () => out.at(),
    place: () => out.place(),
    clear: () => { out.clear() }
  }
}
