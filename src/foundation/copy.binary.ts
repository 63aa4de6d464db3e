/**
 * Rows in COPY's binary format, written straight into pieces of bytes: half the work of text for whoever writes and for the server, which need not read numbers,
 * instants and ids from digits. Fields come in the order of the columns; the caller says how many a row has.
 */
import { putBigint, putInt4, putInt8, putText, putUuid } from './bytes.ts'

export interface BinaryFields {
  readonly row: (fields: number) => void
  readonly text: (value: string | null | undefined) => void
  /** A text that comes again and again: a product, a channel. */
  readonly term: (value: string | null | undefined) => void
  /** A JSON text, as jsonb. */
  readonly jsonText: (text: string) => void
  /** What lies in bytes already, a text in UTF-8 or an id; missing where it begins before the first byte. */
  readonly stretch: (bytes: Uint8Array, from: number, to: number) => void
  readonly uuid: (value: string | null | undefined) => void
  /** Fields as COPY takes them, of these bytes all or a part. */
  readonly bare: (bytes: Uint8Array, from?: number, to?: number) => void
  readonly bool: (value: boolean) => void
  readonly int4: (value: number | null | undefined) => void
  readonly int8: (value: bigint | number | null | undefined) => void
  /** A plain decimal: `2`, `-0.5`. */
  readonly numeric: (value: string) => void
  /** Milliseconds since 1970. */
  readonly timestamp: (ms: number) => void
  /** `YYYY-MM-DD`. */
  readonly date: (day: string | null) => void
}

export interface BinaryRows extends BinaryFields {
  /** The pieces with their header and trailer. */
  readonly end: () => readonly Buffer[]
}

/** Rows in one place, where they can still be changed; without header and trailer. */
export interface BinaryStore extends BinaryFields {
  readonly at: () => number
  readonly bytes: () => Buffer
  /** Where the bytes are, until more is written. */
  readonly place: () => Buffer
  /** Begins an array of so many elements, which follow as fields do; answers what `endArray` asks for. */
  readonly beginArray: (element: keyof typeof elements, count: number) => number
  readonly endArray: (begun: number) => void
  readonly clear: () => void
}

/** Pieces to write into, used again once PostgreSQL has them: fresh ones for each batch would keep the garbage collector busier than the batch itself. */
export interface Pieces {
  readonly take: () => Buffer
  readonly giveBack: (pieces: readonly Buffer[]) => void
}

const pieceBytes = 65_536
/** PostgreSQL's own numbers of types that arrays are made of. */
const elements = { text: 25, numeric: 1700, int8: 20 } as const
const mostSpare = 256

export function openPieces(): Pieces {
  const spare: ArrayBufferLike[] = []
  // Other buffers may come back too, the trailer for one, which lies in memory that Node shares out.
  const own = new WeakSet<ArrayBufferLike>()
  const make = (): ArrayBuffer => {
    const made = new ArrayBuffer(pieceBytes)
    own.add(made)
    return made
  }
  return {
    take: () => Buffer.from(spare.pop() ?? make()),
    giveBack: (pieces) => { for (const { buffer } of pieces) if (own.has(buffer) && spare.length < mostSpare) spare.push(buffer) }
  }
}

const dayMs = 86_400_000
/** 2000-01-01 in milliseconds: where PostgreSQL counts from. */
const epoch = 946_684_800_000
const rememberedTerms = 16_384
const rememberedLength = 120

export const copyHeader: Buffer = Buffer.concat([Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)])
export const copyTrailer: Buffer = Buffer.from([0xff, 0xff])

export function binaryRows(store: Pieces = openPieces()): BinaryRows {
  const pieces: Buffer[] = []
  const first = store.take()
  const { fields, at, place } = writeFields(first, copyHeader.copy(first), (piece, used, needed) => {
    pieces.push(piece.subarray(0, used))
    return [needed > pieceBytes ? Buffer.allocUnsafeSlow(needed) : store.take(), 0]
  })
  return { ...fields, end: () => [...pieces, place().subarray(0, at()), copyTrailer] }
}

export function binaryStore(bytes: number): BinaryStore {
  const { fields, at, place, clear } = writeFields(Buffer.allocUnsafeSlow(bytes), 0, (piece, used, needed) => {
    const wider = Buffer.allocUnsafeSlow(2 * (used + needed))
    piece.copy(wider, 0, 0, used)
    return [wider, used]
  })
  // Length, dimensions, whether an element may be missing, type, elements, number of the first.
  const head = Buffer.alloc(24)
  head.writeInt32BE(1, 4); head.writeInt32BE(1, 8); head.writeInt32BE(1, 20)
  return {
    ...fields, at, place, bytes: () => place().subarray(0, at()), clear,
    beginArray: (element, count) => {
      const begun = at()
      head.writeInt32BE(elements[element], 12)
      head.writeInt32BE(count, 16)
      fields.bare(head)
      return begun
    },
    endArray: (begun) => { place().writeInt32BE(at() - begun - 4, begun) }
  }
}

/** `more` makes room where the place is full: it answers a place and where to go on in it. */
function writeFields(first: Buffer, begin: number, more: (piece: Buffer, used: number, needed: number) => readonly [Buffer, number]): { readonly fields: BinaryFields, readonly at: () => number, readonly place: () => Buffer, readonly clear: () => void } {
  let piece = first
  let at = begin
  const terms = new Map<string, Uint8Array>()
  const days = new Map<string, number>()
  const decimals = new Map<string, Decimal>()
  let lastDecimal = ''
  let lastParts: Decimal = { negative: false, weight: 0, scale: 0, digits: [] }

  const room = (bytes: number): void => { if (at + bytes > piece.length) [piece, at] = more(piece, at, bytes) }
  const int32 = (value: number): void => {
    putInt4(value, piece, at)
    at += 4
  }
  const int16 = (value: number): void => {
    piece[at] = value >>> 8
    piece[at + 1] = value
    at += 2
  }
  /** Names of its own for what the loop reads: a loop over what a closure holds reads all of it each time. */
  const put = (bytes: Uint8Array, from: number, to: number): void => {
    const into = piece
    const start = at
    const length = to - from
    for (let i = 0; i < length; i++) into[start + i] = bytes[from + i] ?? 0
    at = start + length
  }
  const missing = (): void => { room(4); int32(-1) }
  const text = (value: string | null | undefined): void => {
    if (value === null || value === undefined) { missing(); return }
    room(4 + value.length * 3)
    const written = putText(value, piece, at + 4)
    int32(written)
    at += written
  }

  const fields: BinaryFields = {
    // The version of the format stands before the text.
    jsonText: (json) => { text(`\u0001${json}`) },
    row: (count) => { room(2); int16(count) },
    text,
    term: (value) => {
      if (value === null || value === undefined) { missing(); return }
      let bytes = terms.get(value)
      if (bytes === undefined) {
        if (value.length > rememberedLength) { text(value); return }
        bytes = Buffer.from(value)
        if (terms.size >= rememberedTerms) terms.clear()
        terms.set(value, bytes)
      }
      room(4 + bytes.length)
      int32(bytes.length)
      put(bytes, 0, bytes.length)
    },
    stretch: (bytes, from, to) => {
      if (from < 0) { missing(); return }
      const length = to - from
      room(4 + length)
      int32(length)
      put(bytes, from, to)
    },
    uuid: (value) => {
      if (value === null || value === undefined) { missing(); return }
      room(20)
      int32(16)
      putUuid(value, piece, at)
      at += 16
    },
    bare: (bytes, from = 0, to = bytes.length) => { room(to - from); put(bytes, from, to) },
    bool: (value) => {
      room(5)
      int32(1)
      piece[at++] = value ? 1 : 0
    },
    int4: (value) => {
      if (value === null || value === undefined) { missing(); return }
      room(8)
      int32(4)
      int32(value)
    },
    int8: (value) => {
      if (value === null || value === undefined) { missing(); return }
      room(12)
      int32(8)
      if (typeof value === 'number') putInt8(value, piece, at)
      else putBigint(value, piece, at)
      at += 8
    },
    numeric: (value) => {
      if (value !== lastDecimal) {
        let known = decimals.get(value)
        if (known === undefined) {
          known = decimalOf(value)
          if (decimals.size < rememberedTerms) decimals.set(value, known)
        }
        lastDecimal = value
        lastParts = known
      }
      const { negative, weight, scale, digits } = lastParts
      room(12 + digits.length * 2)
      int32(8 + digits.length * 2)
      int16(digits.length)
      int16(weight)
      int16(negative ? 0x4000 : 0)
      int16(scale)
      for (const digit of digits) int16(digit)
    },
    timestamp: (ms) => {
      room(12)
      int32(8)
      putInt8((ms - epoch) * 1_000, piece, at)
      at += 8
    },
    date: (day) => {
      if (day === null) { missing(); return }
      let count = days.get(day)
      if (count === undefined) { count = Math.round((Date.parse(`${day}T00:00:00Z`) - epoch) / dayMs); days.set(day, count) }
      room(8)
      int32(4)
      int32(count)
    }
  }
  return { fields, at: () => at, place: () => piece, clear: () => { at = 0 } }
}

interface Decimal { readonly negative: boolean, readonly weight: number, readonly scale: number, readonly digits: readonly number[] }

/** PostgreSQL's numeric: groups of four decimal digits, the weight of the first as a power of 10,000. */
function decimalOf(text: string): Decimal {
  const negative = text.charCodeAt(0) === 45
  const body = negative || text.charCodeAt(0) === 43 ? text.slice(1) : text
  const [whole = '', decimals = ''] = body.split('.')
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(decimals) || whole + decimals === '') throw new Error(`${text} is no plain decimal`)
  const groups = [...groupsOf(whole.padStart(Math.ceil(whole.length / 4) * 4, '0')), ...groupsOf(decimals.padEnd(Math.ceil(decimals.length / 4) * 4, '0'))]
  let weight = Math.ceil(whole.length / 4) - 1
  let from = 0
  let to = groups.length
  while (from < to && groups[from] === 0) { from++; weight-- }
  while (to > from && groups[to - 1] === 0) to--
  return { negative: negative && to > from, weight: to === from ? 0 : weight, scale: decimals.length, digits: groups.slice(from, to) }
}

const groupsOf = (digits: string): number[] => Array.from({ length: digits.length / 4 }, (_, index) => Number(digits.slice(index * 4, index * 4 + 4)))
