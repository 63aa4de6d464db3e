/**
 * Values by a few bytes, as a Map has them by text. The buyers of a large file are asked for at every order: here no text need be made to ask, and the garbage
 * collector has nothing to walk through. When it is full it begins anew.
 */
import { sameBytes } from './spans.ts'

export interface Keyed<T> {
  readonly find: (bytes: Uint8Array, length: number) => T | undefined
  /** What is not there yet. */
  readonly add: (bytes: Uint8Array, length: number, value: T) => void
}

export function createKeyed<T>(most: number): Keyed<T> {
  const capacity = 2 ** Math.ceil(Math.log2(most * 1.5))
  const slots = new Int32Array(capacity)
  const hashes = new Int32Array(most)
  const ends = new Int32Array(most)
  let values: T[] = []
  let kept = new Uint8Array(most * 16)

  /** The slot of these bytes, or the free one where they belong. */
  function slotOf(bytes: Uint8Array, length: number, hash: number): number {
    for (let slot = (hash ^ hash >>> 15) & (capacity - 1); ; slot = (slot + 1) & (capacity - 1)) {
      const index = (slots[slot] ?? 0) - 1
      if (index < 0) return slot
      if (hashes[index] !== hash) continue
      const from = index === 0 ? 0 : ends[index - 1] ?? 0
      if ((ends[index] ?? 0) - from === length && sameBytes(bytes, 0, length, kept, from)) return slot
    }
  }

  return {
    find: (bytes, length) => values[(slots[slotOf(bytes, length, hashOf(bytes, length))] ?? 0) - 1],
    add: (bytes, length, value) => {
      if (values.length === most) { values = []; slots.fill(0) }
      const hash = hashOf(bytes, length)
      const index = values.length
      const from = index === 0 ? 0 : ends[index - 1] ?? 0
      if (from + length > kept.length) {
        const wider = new Uint8Array(2 * (from + length))
        wider.set(kept)
        kept = wider
      }
      kept.set(bytes.subarray(0, length), from)
      slots[slotOf(bytes, length, hash)] = index + 1
      hashes[index] = hash
      ends[index] = from + length
      values.push(value)
    }
  }
}

function hashOf(bytes: Uint8Array, length: number): number {
  let hash = length
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return Math.imul(hash ^ hash >>> 16, 0x85ebca6b)
}
