/** Values as PostgreSQL's binary formats have them, written where they are to stand: one at a time these are the cheapest things there are, and a batch has thousands. */

/** Big-endian, as all of the protocol. */
export function putInt4(value: number, into: Uint8Array, at: number): void {
  into[at] = value >>> 24
  into[at + 1] = value >>> 16
  into[at + 2] = value >>> 8
  into[at + 3] = value
}

/** Of a whole number that a double holds exactly. */
export function putInt8(value: number, into: Uint8Array, at: number): void {
  const high = Math.floor(value / 4_294_967_296)
  putInt4(high, into, at)
  putInt4(value - high * 4_294_967_296, into, at + 4)
}

/** Nearly all are small enough to be a double, which is written in a tenth of the time. */
export function putBigint(value: bigint, into: Buffer, at: number): void {
  const small = Number(value)
  if (Number.isSafeInteger(small)) putInt8(small, into, at)
  else into.writeBigInt64BE(value, at)
}

/** UTF-8, with room for three bytes for each unit of the text; answers how many bytes it took. */
export function putText(text: string, into: Buffer, at: number): number {
  const { length } = text
  for (let written = 0; written < length; written += 1) {
    const code = text.charCodeAt(written)
    if (code > 127) return into.write(text, at)
    into[at + written] = code
  }
  return length
}

/** Without a question, which a processor would guess wrong at every other digit: letters have the bit that digits lack, and begin at one. */
const nibble = (code: number): number => (code & 15) + (code >> 6) * 9

const hyphened = Buffer.from('00000000-0000-0000-0000-000000000000')
const digits = Buffer.from('0123456789abcdef')
/** Where the first of its two digits stands, for each byte. */
const digitPlaces = new Uint8Array([0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34])

/** Sixteen bytes as a text with hyphens. */
export function uuidText(bytes: Uint8Array, at: number): string {
  for (let i = 0; i < 16; i++) {
    const byte = bytes[at + i] ?? 0
    const to = digitPlaces[i] ?? 0
    hyphened[to] = digits[byte >>> 4] ?? 0
    hyphened[to + 1] = digits[byte & 15] ?? 0
  }
  return hyphened.toString('latin1')
}

/** Sixteen bytes from a text with or without hyphens. */
export function putUuid(text: string, into: Uint8Array, at: number): void {
  let i = 0
  for (let to = at; to < at + 16; to++) {
    let high = text.charCodeAt(i++)
    if (high === 45) high = text.charCodeAt(i++)
    into[to] = nibble(high) << 4 | nibble(text.charCodeAt(i++))
  }
}
