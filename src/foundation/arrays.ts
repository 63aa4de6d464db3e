/**
 * Arrays as parameters of a statement, in PostgreSQL's binary format: a statement over some hundred rows has a dozen of them, and as text each value would be
 * quoted here and read again there. Written `${uuids(ids)}::uuid[]`.
 */
import { putBigint, putInt4, putText, putUuid } from './bytes.ts'

const oids = { uuid: 2950, int8: 20, text: 25 }
const headBytes = 20

/** One dimension, counted from 1; `most`: the bytes that all values can take. */
function arrayOf(oid: number, count: number, most: number): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes + count * 4 + most)
  putInt4(1, bytes, 0)
  putInt4(0, bytes, 4)
  putInt4(oid, bytes, 8)
  putInt4(count, bytes, 12)
  putInt4(1, bytes, 16)
  return bytes
}

/** Says that there are some; they have no bytes of their own. */
function putNull(into: Buffer, at: number): number {
  putInt4(1, into, 4)
  putInt4(-1, into, at)
  return at + 4
}

export function uuids(values: readonly (string | null)[]): Buffer {
  const bytes = arrayOf(oids.uuid, values.length, values.length * 16)
  let at = headBytes
  for (const value of values) {
    if (value === null) { at = putNull(bytes, at); continue }
    putInt4(16, bytes, at)
    putUuid(value, bytes, at + 4)
    at += 20
  }
  return bytes.subarray(0, at)
}

export function int8s(values: readonly (bigint | null)[]): Buffer {
  const bytes = arrayOf(oids.int8, values.length, values.length * 8)
  let at = headBytes
  for (const value of values) {
    if (value === null) { at = putNull(bytes, at); continue }
    putInt4(8, bytes, at)
    putBigint(value, bytes, at + 4)
    at += 12
  }
  return bytes.subarray(0, at)
}

export function texts(values: readonly (string | null)[]): Buffer {
  let most = 0
  for (const value of values) most += (value?.length ?? 0) * 3
  const bytes = arrayOf(oids.text, values.length, most)
  let at = headBytes
  for (const value of values) {
    if (value === null) { at = putNull(bytes, at); continue }
    const written = putText(value, bytes, at + 4)
    putInt4(written, bytes, at)
    at += 4 + written
  }
  return bytes.subarray(0, at)
}
