/**
 * Rows in COPY's binary format, written straight into pieces of bytes: half the work of text for whoever writes and for the server, which need not read numbers,
 * instants and ids from digits. Fields come in the order of the columns; the caller says how many a row has.
 */
import { putBigint, putInt4, putInt8, putText, putUuid } from './bytes.ts'

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
const remembered = 16_384
const rememberedLength = 120
const terms = new Map<string, Uint8Array>()
const days = new Map<string, number>()
const decimals = new Map<string, Decimal>()

function remember<T>(known: Map<string, T>, text: string, value: T): T {
  if (known.size >= remembered) known.clear()
  known.set(text, value)
  return value
}

export const copyHeader: Buffer = Buffer.concat([Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)])
export const copyTrailer: Buffer = Buffer.from([0xff, 0xff])

/**
 * Fields one behind the other. A class, because the compiler knows its methods wherever they are called: functions made anew for each batch it meets as strangers, and throws away
 * what it has compiled for the batch before.
 */
abstract class BinaryFields {
  protected piece: Buffer
  protected used: number
  #lastDecimal = ''
  #lastParts: Decimal = { negative: false, weight: 0, scale: 0, digits: [] }

  constructor(piece: Buffer, used: number) {
    this.piece = piece
    this.used = used
  }

  /** Makes room where the place is full. */
  protected abstract more(needed: number): void

  /** Begins a row of so many fields. */
  row(fields: number): void {
    this.#room(2)
    this.#int16(fields)
  }

  text(value: string | null | undefined): void {
    if (value === null || value === undefined) { this.#missing(); return }
    this.#room(4 + value.length * 3)
    const written = putText(value, this.piece, this.used + 4)
    this.#int32(written)
    this.used += written
  }

  /** A text that comes again and again: a product, a channel. */
  term(value: string | null | undefined): void {
    if (value === null || value === undefined) { this.#missing(); return }
    if (value.length > rememberedLength) { this.text(value); return }
    const bytes = terms.get(value) ?? remember(terms, value, Buffer.from(value))
    this.#room(4 + bytes.length)
    this.#int32(bytes.length)
    this.#put(bytes, 0, bytes.length)
  }

  /** A JSON text, as jsonb: the version of the format stands before the text. */
  jsonText(json: string): void { this.text(`\u0001${json}`) }

  /** What lies in bytes already, a text in UTF-8 or an id; missing where it begins before the first byte. */
  stretch(bytes: Uint8Array, from: number, to: number): void {
    if (from < 0) { this.#missing(); return }
    this.#room(4 + to - from)
    this.#int32(to - from)
    this.#put(bytes, from, to)
  }

  uuid(value: string | null | undefined): void {
    if (value === null || value === undefined) { this.#missing(); return }
    this.#room(20)
    this.#int32(16)
    putUuid(value, this.piece, this.used)
    this.used += 16
  }

  /** Fields as COPY takes them, of these bytes all or a part. */
  bare(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.#room(to - from)
    this.#put(bytes, from, to)
  }

  bool(value: boolean): void {
    this.#room(5)
    this.#int32(1)
    this.piece[this.used++] = value ? 1 : 0
  }

  int4(value: number | null | undefined): void {
    if (value === null || value === undefined) { this.#missing(); return }
    this.#room(8)
    this.#int32(4)
    this.#int32(value)
  }

  int8(value: bigint | number | null | undefined): void {
    if (value === null || value === undefined) { this.#missing(); return }
    this.#room(12)
    this.#int32(8)
    if (typeof value === 'number') putInt8(value, this.piece, this.used)
    else putBigint(value, this.piece, this.used)
    this.used += 8
  }

  /** A plain decimal: `2`, `-0.5`. */
  numeric(value: string): void {
    if (value !== this.#lastDecimal) {
      this.#lastParts = decimals.get(value) ?? remember(decimals, value, decimalOf(value))
      this.#lastDecimal = value
    }
    const { negative, weight, scale, digits } = this.#lastParts
    this.#room(12 + digits.length * 2)
    this.#int32(8 + digits.length * 2)
    this.#int16(digits.length)
    this.#int16(weight)
    this.#int16(negative ? 0x4000 : 0)
    this.#int16(scale)
    for (const digit of digits) this.#int16(digit)
  }

  /** Milliseconds since 1970. */
  timestamp(ms: number): void {
    this.#room(12)
    this.#int32(8)
    putInt8((ms - epoch) * 1_000, this.piece, this.used)
    this.used += 8
  }

  /** `YYYY-MM-DD`. */
  date(day: string | null): void {
    if (day === null) { this.#missing(); return }
    this.#room(8)
    this.#int32(4)
    this.#int32(days.get(day) ?? remember(days, day, Math.round((Date.parse(`${day}T00:00:00Z`) - epoch) / dayMs)))
  }

  #room(bytes: number): void { if (this.used + bytes > this.piece.length) this.more(bytes) }

  #int32(value: number): void {
    putInt4(value, this.piece, this.used)
    this.used += 4
  }

  #int16(value: number): void {
    this.piece[this.used] = value >>> 8
    this.piece[this.used + 1] = value
    this.used += 2
  }

  /** Names of its own for what the loop reads: a loop over what an object holds reads all of it each time. */
  #put(bytes: Uint8Array, from: number, to: number): void {
    const into = this.piece
    const start = this.used
    const length = to - from
    for (let i = 0; i < length; i++) into[start + i] = bytes[from + i] ?? 0
    this.used = start + length
  }

  #missing(): void {
    this.#room(4)
    this.#int32(-1)
  }
}

/** Rows in pieces, which `end` answers with their header and trailer. */
export class BinaryRows extends BinaryFields {
  readonly #store: Pieces
  readonly #full: Buffer[] = []

  constructor(store: Pieces) {
    const first = store.take()
    super(first, copyHeader.copy(first))
    this.#store = store
  }

  protected override more(needed: number): void {
    this.#full.push(this.piece.subarray(0, this.used))
    this.piece = needed > pieceBytes ? Buffer.allocUnsafeSlow(needed) : this.#store.take()
    this.used = 0
  }

  end(): readonly Buffer[] { return [...this.#full, this.piece.subarray(0, this.used), copyTrailer] }
}

/** Rows in one place, where they can still be changed; without header and trailer. */
export class BinaryStore extends BinaryFields {
  constructor(bytes: number) { super(Buffer.allocUnsafeSlow(bytes), 0) }

  protected override more(needed: number): void {
    const wider = Buffer.allocUnsafeSlow(2 * (this.used + needed))
    this.piece.copy(wider, 0, 0, this.used)
    this.piece = wider
  }

  at(): number { return this.used }

  /** Where the bytes are, until more is written. */
  place(): Buffer { return this.piece }

  bytes(): Buffer { return this.piece.subarray(0, this.used) }

  clear(): void { this.used = 0 }

  /** Begins an array of so many elements, which follow as fields do; answers what `endArray` asks for. */
  beginArray(element: keyof typeof elements, count: number): number {
    const begun = this.used
    arrayHead.writeInt32BE(elements[element], 12)
    arrayHead.writeInt32BE(count, 16)
    this.bare(arrayHead)
    return begun
  }

  endArray(begun: number): void { putInt4(this.used - begun - 4, this.piece, begun) }
}

/** Length, dimensions, whether an element may be missing, type, elements, number of the first. */
const arrayHead = Buffer.alloc(24)
arrayHead.writeInt32BE(1, 4); arrayHead.writeInt32BE(1, 8); arrayHead.writeInt32BE(1, 20)

export const binaryRows = (store: Pieces = openPieces()): BinaryRows => new BinaryRows(store)
export const binaryStore = (bytes: number): BinaryStore => new BinaryStore(bytes)

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
