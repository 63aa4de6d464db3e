import { randomFillSync, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** A UUIDv7: sortable by the instant it was made, so that indexes grow at their end. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() })

const digits = Buffer.from('0123456789abcdef')
const most = 2 ** 26

/** Below every id that is made at an instant or later, above all that were made before: what has such ids is found by time without an index of its own. */
export const firstIdAt = (at: Date): string => `${instantOf(at.getTime())}0000-0000-000000000000`

/** Random bytes for the ids to come, fetched some thousands at once: to fetch takes longer than to make an id of them. */
const store = { bytes: new Uint8Array(12_288), used: 12_288 }
function nextByte(): number {
  if (store.used === store.bytes.length) {
    randomFillSync(store.bytes)
    store.used = 0
  }
  return store.bytes[store.used++] ?? 0
}

/**
 * The same for many at once, each id above the one before: 26 bits behind the instant count up from a random start, the other 48 are random (RFC 9562, 6.2,
 * method 1). So the rows of a batch lie in one order in the table and in its indexes, which take them at their end.
 */
export function idMaker(now: Date): () => string {
  // Written in place and read as one text: an id from pieces of text costs five times as much.
  const text = Buffer.from('00000000-0000-7000-8000-000000000000')
  let ms = now.getTime()
  let counter = randomInt(most / 2)
  text.write(instantOf(ms))
  const put = (at: number, byte: number): void => {
    text[at] = digits[byte >>> 4 & 15] ?? 0
    text[at + 1] = digits[byte & 15] ?? 0
  }
  return () => {
    if (++counter === most) { counter = 0; ms += 1; text.write(instantOf(ms)) }
    put(14, counter >>> 22 & 15 | 0x70)
    put(16, counter >>> 14 & 255)
    put(19, counter >>> 8 & 0x3f | 0x80)
    put(21, counter & 255)
    for (let at = 24; at < 36; at += 2) put(at, nextByte())
    return text.toString('latin1')
  }
}

function instantOf(ms: number): string {
  const text = ms.toString(16).padStart(12, '0')
  return `${text.slice(0, 8)}-${text.slice(8)}-`
}
