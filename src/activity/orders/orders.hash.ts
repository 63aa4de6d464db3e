/**
 * What an order says, in 128 bits: the mixing of MurmurHash3 (Appleby, x86 128 bits) over UTF-16. It tells deliveries apart by chance, not against an attacker:
 * whoever may send orders may send any. A tenth of the time of a cryptographic hash, which was a sixth of an import.
 */
import { putInt4, uuidText } from '#foundation/bytes.ts'

export interface Hasher {
  readonly text: (value: string) => void
  /** The same of ASCII as it lies in bytes. */
  readonly ascii: (bytes: Uint8Array, from: number, to: number) => void
  /** A whole number of 64 bits; null is none of them. */
  readonly whole: (value: bigint | number | null | undefined) => void
  /** Ends a part. Parts count in whatever order they come. */
  readonly part: () => void
  /** The parts so far and what was written since, as a UUID, the way the record keeps it; then all begins anew. */
  readonly end: () => string
  /** The same as sixteen bytes, where they are to stand. */
  readonly endIn: (into: Uint8Array, at: number) => void
}

const turn = (value: number, by: number): number => value << by | value >>> (32 - by)

function finish(value: number): number {
  let h = value
  h = Math.imul(h ^ h >>> 16, 0x85ebca6b)
  h = Math.imul(h ^ h >>> 13, 0xc2b2ae35)
  return h ^ h >>> 16
}

/** Two units of a text as one word; zero beyond its end. */
const pair = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0) | (at + 1 < text.length ? text.charCodeAt(at + 1) : 0) << 16

/** Two bytes of ASCII as one word. */
const bytePair = (bytes: Uint8Array, at: number, to: number): number => (at < to ? bytes[at] ?? 0 : 0) | (at + 1 < to ? bytes[at + 1] ?? 0 : 0) << 16

export function createHasher(): Hasher {
  let [a, b, c, d] = [0, 0, 0, 0]
  let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0]

  const block = (w0: number, w1: number, w2: number, w3: number): void => {
    a ^= Math.imul(turn(Math.imul(w0, 0x239b961b), 15), 0xab0e9789)
    a = Math.imul(turn(a, 19) + b, 5) + 0x561ccd1b | 0
    b ^= Math.imul(turn(Math.imul(w1, 0xab0e9789), 16), 0x38b34ae5)
    b = Math.imul(turn(b, 17) + c, 5) + 0x0bcaa747 | 0
    c ^= Math.imul(turn(Math.imul(w2, 0x38b34ae5), 17), 0xa1e38b93)
    c = Math.imul(turn(c, 15) + d, 5) + 0x96cd1c35 | 0
    d ^= Math.imul(turn(Math.imul(w3, 0xa1e38b93), 18), 0x239b961b)
    d = Math.imul(turn(d, 13) + a, 5) + 0x32ac3b17 | 0
  }
  const settle = (): void => {
    a = a + b + c + d | 0
    b = b + a | 0; c = c + a | 0; d = d + a | 0
    a = finish(a); b = finish(b); c = finish(c); d = finish(d)
    a = a + b + c + d | 0
    b = b + a | 0; c = c + a | 0; d = d + a | 0
  }
  const endIn = (into: Uint8Array, at: number): void => {
    a ^= sumA; b ^= sumB; c ^= sumC; d ^= sumD
    settle()
    putInt4(a, into, at); putInt4(b, into, at + 4); putInt4(c, into, at + 8); putInt4(d, into, at + 12)
    a = b = c = d = sumA = sumB = sumC = sumD = 0
  }

  return {
    text: (value) => {
      const { length } = value
      // Its length, told first, tells a text that reads as zero beyond its end from one with a zero of its own.
      a ^= length
      for (let at = 0; at < length; at += 8) block(pair(value, at), pair(value, at + 2), pair(value, at + 4), pair(value, at + 6))
      if (length === 0) block(0, 0, 0, 1)
    },
    ascii: (bytes, from, to) => {
      a ^= to - from
      for (let at = from; at < to; at += 8) block(bytePair(bytes, at, to), bytePair(bytes, at + 2, to), bytePair(bytes, at + 4, to), bytePair(bytes, at + 6, to))
      if (from === to) block(0, 0, 0, 1)
    },
    whole: (value) => {
      if (value === null || value === undefined) block(0, 0, 0, 2)
      else if (typeof value === 'number') block(value | 0, Math.floor(value / 4_294_967_296) | 0, 0, 3)
      else block(Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)), 0, 3)
    },
    part: () => {
      settle()
      sumA = sumA + a | 0; sumB = sumB + b | 0; sumC = sumC + c | 0; sumD = sumD + d | 0
      a = b = c = d = 0
    },
    endIn,
    end: () => {
      const whole = new Uint8Array(16)
      endIn(whole, 0)
      return uuidText(whole, 0)
    }
  }
}
