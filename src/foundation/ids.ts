import { randomFillSync, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** A UUIDv7: sortable by the instant it was made, so that indexes grow at their end. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() })

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const most = 2 ** 26

/**
 * The same for many at once, each id above the one before: 26 bits behind the instant count up from a random start, the other 48 are random (RFC 9562, 6.2,
 * method 1). So the rows of a batch lie in one order in the table and in its indexes, which take them at their end.
 */
export function idMaker(now: Date): () => string {
  const entropy = new Uint8Array(6_144)
  let used = entropy.length
  let ms = now.getTime()
  let counter = randomInt(most / 2)
  let instant = instantOf(ms)
  return () => {
    if (used === entropy.length) { randomFillSync(entropy); used = 0 }
    if (++counter === most) { counter = 0; ms += 1; instant = instantOf(ms) }
    const low = counter & 0x3fff
    let tail = ''
    for (const end = used + 6; used < end; used++) tail += hex[entropy[used] ?? 0] ?? ''
    return `${instant}${hex[counter >>> 22 & 15 | 0x70] ?? ''}${hex[counter >>> 14 & 255] ?? ''}-${hex[low >>> 8 | 0x80] ?? ''}${hex[low & 255] ?? ''}-${tail}`
  }
}

function instantOf(ms: number): string {
  const text = ms.toString(16).padStart(12, '0')
  return `${text.slice(0, 8)}-${text.slice(8)}-`
}
