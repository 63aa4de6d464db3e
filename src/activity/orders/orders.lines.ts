/**
 * Lines as COPY takes them, written as soon as an order is read: a batch then holds bytes in one place instead of an object a line. Whose an order is is known
 * only when the batch is written, so the place of the customer's id in each line is filled in last.
 */
import { putUuid } from '#foundation/bytes.ts'
import { binaryStore, copyHeader, copyTrailer } from '#foundation/copy.binary.ts'
import type { LineInput } from './orders.rules.ts'

/** Which lines of a store are an order's. */
export interface StoredLines { readonly first: number, readonly count: number }

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

export interface LineStore {
  readonly keep: (orderId: string, lines: readonly LineInput[]) => StoredLines
  readonly keepRaw: (orderId: string, lines: RawLines) => StoredLines
  /** What to send for these orders. It lies in the store: keep nothing more until PostgreSQL has it. */
  readonly pieces: (orders: readonly { readonly customerId: string, readonly stored?: StoredLines | undefined }[]) => readonly Buffer[]
  readonly clear: () => void
}

export const lineColumns = 'customer_id, order_id, line_no, product, name, category, quantity, amount_minor, cost_minor'

/** Where the customer's id begins within a line: behind the number of fields and its own length. */
const idAt = 6
const pieceBytes = 65_536
/** Number of fields, customer, order, line. */
const headBytes = 50

/** What every line begins with, so that an order's lines need only be numbered. */
function lineHead(): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeInt16BE(9, 0)
  head.writeInt32BE(16, 2)
  head.writeInt32BE(16, 22)
  head.writeInt32BE(4, 42)
  return head
}

export function openLineStore(): LineStore {
  const out = binaryStore(2_097_152)
  let starts = new Int32Array(16_384)
  let size = 0
  const id = new Uint8Array(16)
  const head = lineHead()
  const mark = (): void => {
    if (size === starts.length) {
      const more = new Int32Array(starts.length * 2)
      more.set(starts)
      starts = more
    }
    starts[size] = out.at()
  }
  const from = (line: number): number => (line < size ? starts[line] ?? 0 : out.at())
  return {
    keep: (orderId, lines) => {
      const first = size
      let no = 0
      for (const line of lines) {
        mark()
        size++
        writeLine(out, orderId, orderId, ++no, line)
      }
      return { first, count: no }
    },
    keepRaw: (orderId, { block, count, places, quantities, amounts, costs }) => {
      const first = size
      putUuid(orderId, head, idAt)
      head.copyWithin(idAt + 20, idAt, idAt + 16)
      for (let line = 0; line < count; line++) {
        mark()
        size++
        head.writeInt32BE(line + 1, headBytes - 4)
        out.bare(head)
        const at = line * 6
        // A line without a product has an empty one.
        if ((places[at] ?? -1) < 0) out.text('')
        else out.stretch(block, places[at] ?? 0, places[at + 1] ?? 0)
        out.stretch(block, places[at + 2] ?? -1, places[at + 3] ?? 0)
        out.stretch(block, places[at + 4] ?? -1, places[at + 5] ?? 0)
        out.numeric(quantities[line] ?? '')
        out.int8(amounts[line] ?? 0)
        const cost = costs[line] ?? Number.NaN
        out.int8(Number.isNaN(cost) ? null : cost)
      }
      return { first, count }
    },
    pieces: (orders) => {
      const bytes = out.bytes()
      const pieces: Buffer[] = [copyHeader]
      let [begin, end] = [0, 0]
      const send = (): void => { for (let at = begin; at < end; at += pieceBytes) pieces.push(bytes.subarray(at, Math.min(end, at + pieceBytes))) }
      for (const { customerId, stored } of orders) {
        if (!stored) continue
        putUuid(customerId, id, 0)
        for (let line = stored.first; line < stored.first + stored.count; line++) {
          // A loop: `set` costs more than its sixteen bytes.
          const to = from(line) + idAt
          for (let i = 0; i < 16; i++) bytes[to + i] = id[i] ?? 0
        }
        if (from(stored.first) !== end) { send(); begin = from(stored.first) }
        end = from(stored.first + stored.count)
      }
      send()
      pieces.push(copyTrailer)
      return pieces
    },
    clear: () => { out.clear(); size = 0 }
  }
}

export function writeLine(out: Pick<ReturnType<typeof binaryStore>, 'row' | 'uuid' | 'int4' | 'term' | 'numeric' | 'int8'>, customerId: string, orderId: string, no: number, line: LineInput): void {
  out.row(9)
  out.uuid(customerId); out.uuid(orderId); out.int4(no); out.term(line.product); out.term(line.name); out.term(line.category); out.numeric(line.quantity)
  out.int8(line.amountMinor); out.int8(line.costMinor)
}
