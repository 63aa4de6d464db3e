/**
 * What an order says, in 128 bits: the mixing of MurmurHash3 (Appleby, x86 128 bits) over UTF-16. It tells deliveries apart by chance, not against an attacker:
 * whoever may send orders may send any. A tenth of the time of a cryptographic hash, which was a sixth of an import.
 */
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const turn = (value: number, by: number): number => value << by | value >>> (32 - by)

function finish(value: number): number {
  let h = value
  h = Math.imul(h ^ h >>> 16, 0x85ebca6b)
  h = Math.imul(h ^ h >>> 13, 0xc2b2ae35)
  return h ^ h >>> 16
}

/** Mixes the text into a state of four words, which is what it starts from. */
function mix(text: string, state: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = [state[0], state[1], state[2], state[3]]
  const { length } = text
  // Beyond its end the text reads as zero; its length, mixed in below, tells that apart from a zero of its own.
  const word = (at: number): number => (at < length ? text.charCodeAt(at) : 0) | (at + 1 < length ? text.charCodeAt(at + 1) : 0) << 16
  for (let at = 0; at < length; at += 8) {
    a ^= Math.imul(turn(Math.imul(word(at), 0x239b961b), 15), 0xab0e9789)
    a = Math.imul(turn(a, 19) + b, 5) + 0x561ccd1b | 0
    b ^= Math.imul(turn(Math.imul(word(at + 2), 0xab0e9789), 16), 0x38b34ae5)
    b = Math.imul(turn(b, 17) + c, 5) + 0x0bcaa747 | 0
    c ^= Math.imul(turn(Math.imul(word(at + 4), 0x38b34ae5), 17), 0xa1e38b93)
    c = Math.imul(turn(c, 15) + d, 5) + 0x96cd1c35 | 0
    d ^= Math.imul(turn(Math.imul(word(at + 6), 0xa1e38b93), 18), 0x239b961b)
    d = Math.imul(turn(d, 13) + a, 5) + 0x32ac3b17 | 0
  }
  a ^= length; b ^= length; c ^= length; d ^= length
  a = a + b + c + d | 0
  b = b + a | 0; c = c + a | 0; d = d + a | 0
  a = finish(a); b = finish(b); c = finish(c); d = finish(d)
  a = a + b + c + d | 0
  state[0] = a; state[1] = b + a; state[2] = c + a; state[3] = d + a
}

/** The head and the parts, the latter in whatever order they come; as a UUID, the way the record keeps it. */
export function hashOf(head: string, parts: readonly string[]): string {
  const sum = new Int32Array(4)
  const one = new Int32Array(4)
  for (const part of parts) {
    one.fill(0)
    mix(part, one)
    for (let i = 0; i < 4; i++) sum[i] = (sum[i] ?? 0) + (one[i] ?? 0)
  }
  mix(head, sum)
  let text = ''
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-'
    text += hex[(sum[i >> 2] ?? 0) >>> (24 - (i & 3) * 8) & 255] ?? ''
  }
  return text
}
