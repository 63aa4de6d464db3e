import { randomFillSync, randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import { putInt4, uuidText } from './bytes.ts'

/** A UUIDv7: sortable by the instant it was made, so that indexes grow at their end. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() })

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
  const put = idWriter(now)
  const id = new Uint8Array(16)
  return () => {
    put(id, 0)
    return uuidText(id, 0)
  }
}

/** The same as the sixteen bytes that an id is, written where they are to stand. */
export function idWriter(now: Date): (into: Uint8Array, at: number) => void {
  let ms = now.getTime()
  let counter = randomInt(most / 2)
  return (into, at) => {
    if (++counter === most) { counter = 0; ms += 1 }
    const low = ms % 65_536
    putInt4((ms - low) / 65_536, into, at)
    into[at + 4] = low >>> 8
    into[at + 5] = low
    into[at + 6] = counter >>> 22 & 15 | 0x70
    into[at + 7] = counter >>> 14
    into[at + 8] = counter >>> 8 & 0x3f | 0x80
    into[at + 9] = counter
    for (let i = at + 10; i < at + 16; i++) into[i] = nextByte()
  }
}

function instantOf(ms: number): string {
  const text = ms.toString(16).padStart(12, '0')
  return `${text.slice(0, 8)}-${text.slice(8)}-`
}
