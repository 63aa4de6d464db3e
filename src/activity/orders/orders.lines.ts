/**
 * Lines as they stand in their order's row: arrays, one for each column of theirs, as COPY takes them. An array that would say nothing for any line is missing.
 */
import type { BinaryStore } from '#foundation/copy.binary.ts'
import type { LineInput } from './orders.rules.ts'

/** Lines as places in the bytes of a file, in columns that are filled anew for each order: nothing is made for a line. */
export interface RawLines {
  /** UTF-8. */
  block: Uint8Array
  count: number
  /** Six a line: where product, name and category begin and end; both -1 where there is none. */
  places: Int32Array
  /** Plain decimals, as in `LineInput`. */
  readonly quantities: string[]
  amounts: Float64Array
  /** NaN where unknown. */
  costs: Float64Array
}

export const lineColumns = 'products, names, categories, quantities, amounts_minor, costs_minor'
export const lineFields = 6

export function keepLines(out: BinaryStore, lines: readonly LineInput[]): void {
  const column = (element: 'text' | 'numeric' | 'int8', isSaid: boolean, write: (line: LineInput) => void): void => {
    if (!isSaid) { out.text(null); return }
    const begun = out.beginArray(element, lines.length)
    for (const line of lines) write(line)
    out.endArray(begun)
  }
  const says = (field: 'name' | 'category' | 'costMinor'): boolean => lines.some((line) => line[field] !== null && line[field] !== undefined)
  column('text', true, ({ product }) => out.term(product))
  column('text', says('name'), ({ name }) => out.term(name))
  column('text', says('category'), ({ category }) => out.term(category))
  column('numeric', true, ({ quantity }) => out.numeric(quantity))
  column('int8', true, ({ amountMinor }) => out.int8(amountMinor))
  column('int8', says('costMinor'), ({ costMinor }) => out.int8(costMinor))
}

/** A loop for each column: a function called for each line costs as much as what it does. */
export function keepPlaces(out: BinaryStore, { block, count, places, quantities, amounts, costs }: RawLines): void {
  for (let column = 0; column < 6; column += 2) {
    if (column > 0 && !isPlaced(places, count, column)) { out.text(null); continue }
    const begun = out.beginArray('text', count)
    for (let at = column; at < count * 6; at += 6) {
      const from = places[at] ?? -1
      // A line without a product has an empty one.
      if (from < 0 && column === 0) out.text('')
      else out.stretch(block, from, places[at + 1] ?? 0)
    }
    out.endArray(begun)
  }
  let begun = out.beginArray('numeric', count)
  for (let line = 0; line < count; line++) out.numeric(quantities[line] ?? '')
  out.endArray(begun)
  begun = out.beginArray('int8', count)
  for (let line = 0; line < count; line++) out.int8(amounts[line] ?? 0)
  out.endArray(begun)
  if (!isCosted(costs, count)) { out.text(null); return }
  begun = out.beginArray('int8', count)
  for (let line = 0; line < count; line++) {
    const cost = costs[line] ?? Number.NaN
    out.int8(Number.isNaN(cost) ? null : cost)
  }
  out.endArray(begun)
}

function isPlaced(places: Int32Array, count: number, column: number): boolean {
  for (let at = column; at < count * 6; at += 6) if ((places[at] ?? -1) >= 0) return true
  return false
}

function isCosted(costs: Float64Array, count: number): boolean {
  for (let line = 0; line < count; line++) if (!Number.isNaN(costs[line])) return true
  return false
}
