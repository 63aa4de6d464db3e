/**
 * Rows in COPY's binary format, written straight into pieces of bytes: half the work of text for whoever writes and for the server, which need not read numbers,
 * instants and ids from digits. Fields come in the order of the columns; the caller says how many a row has.
 */
export interface BinaryRows {
  readonly row: (fields: number) => void
  readonly text: (value: string | null | undefined) => void
  /** A text that comes again and again: a product, a channel. */
  readonly term: (value: string | null | undefined) => void
  readonly uuid: (value: string | null | undefined) => void
  readonly bool: (value: boolean) => void
  readonly int4: (value: number | null | undefined) => void
  readonly int8: (value: bigint | number | null | undefined) => void
  /** A plain decimal: `2`, `-0.5`. */
  readonly numeric: (value: string) => void
  /** Milliseconds since 1970. */
  readonly timestamp: (ms: number) => void
  /** `YYYY-MM-DD`. */
  readonly date: (day: string) => void
  /** The pieces with their header and trailer. */
  readonly end: () => readonly Buffer[]
}

const pieceBytes = 65_536
const dayMs = 86_400_000
/** 2000-01-01 in milliseconds: where PostgreSQL counts from. */
const epoch = 946_684_800_000
const rememberedTerms = 16_384
const rememberedLength = 120

export function binaryRows(): BinaryRows {
  const pieces: Buffer[] = []
  let piece = Buffer.allocUnsafe(pieceBytes)
  let at = piece.write('PGCOPY\n\u00ff\r\n\0', 0, 'latin1')
  piece.fill(0, at, at + 8)
  at += 8
  const terms = new Map<string, Uint8Array>()
  const days = new Map<string, number>()
  let lastId = ''
  const lastIdBytes = new Uint8Array(16)

  const room = (bytes: number): void => {
    if (at + bytes <= piece.length) return
    pieces.push(piece.subarray(0, at))
    piece = Buffer.allocUnsafe(Math.max(pieceBytes, bytes))
    at = 0
  }
  const int32 = (value: number): void => {
    piece[at] = value >>> 24
    piece[at + 1] = value >>> 16
    piece[at + 2] = value >>> 8
    piece[at + 3] = value
    at += 4
  }
  const int16 = (value: number): void => {
    piece[at] = value >>> 8
    piece[at + 1] = value
    at += 2
  }
  const missing = (): void => { room(4); int32(-1) }
  const number64 = (value: number): void => {
    const high = Math.floor(value / 4_294_967_296)
    int32(high)
    int32(value - high * 4_294_967_296)
  }

  const text = (value: string | null | undefined): void => {
    if (value === null || value === undefined) { missing(); return }
    const { length } = value
    room(4 + length * 3)
    let written = 0
    for (; written < length; written++) {
      const code = value.charCodeAt(written)
      if (code > 127) break
      piece[at + 4 + written] = code
    }
    if (written < length) written = piece.write(value, at + 4)
    int32(written)
    at += written
  }

  return {
    row: (fields) => { room(2); int16(fields) },
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
      const { length } = bytes
      room(4 + length)
      int32(length)
      for (let i = 0; i < length; i++) piece[at + i] = bytes[i] ?? 0
      at += length
    },
    uuid: (value) => {
      if (value === null || value === undefined) { missing(); return }
      room(20)
      int32(16)
      // The ids of an order are those of each of its lines.
      if (value !== lastId) { readUuid(value, lastIdBytes); lastId = value }
      for (let i = 0; i < 16; i++) piece[at + i] = lastIdBytes[i] ?? 0
      at += 16
    },
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
      if (typeof value === 'number') number64(value)
      else at = piece.writeBigInt64BE(value, at)
    },
    numeric: (value) => {
      const { negative, weight, scale, digits } = decimalOf(value)
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
      number64((ms - epoch) * 1_000)
    },
    date: (day) => {
      let count = days.get(day)
      if (count === undefined) { count = Math.round((Date.parse(`${day}T00:00:00Z`) - epoch) / dayMs); days.set(day, count) }
      room(8)
      int32(4)
      int32(count)
    },
    end: () => {
      room(2)
      int16(-1)
      pieces.push(piece.subarray(0, at))
      return pieces
    }
  }
}

const nibble = (code: number): number => (code <= 57 ? code - 48 : (code | 32) - 87)

/** With or without hyphens. */
function readUuid(text: string, into: Uint8Array): void {
  let to = 0
  for (let i = 0; to < 16; i += 2) {
    if (text.charCodeAt(i) === 45) i++
    into[to++] = nibble(text.charCodeAt(i)) << 4 | nibble(text.charCodeAt(i + 1))
  }
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
