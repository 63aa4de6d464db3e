/**
 * Arrays as parameters of a statement, in PostgreSQL's binary format: a statement over some hundred rows has a dozen of them, and as text each value would be
 * quoted here and read again there. Written `${uuids(ids)}::uuid[]`.
 */
import { readUuid } from './copy.binary.ts'

const oids = { uuid: 2950, int8: 20, text: 25 }
const headBytes = 20

/** One dimension, counted from 1. `put` writes a value and says how many bytes it took; `most`: the bytes that all of them can take. */
function arrayOf<T>(oid: number, values: readonly (T | null)[], most: number, put: (into: Buffer, at: number, value: T) => number): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes + values.length * 4 + most)
  let at = headBytes
  let hasNull = 0
  for (const value of values) {
    if (value === null) {
      hasNull = 1
      at = bytes.writeInt32BE(-1, at)
    } else {
      const written = put(bytes, at + 4, value)
      at = bytes.writeInt32BE(written, at) + written
    }
  }
  for (const [place, field] of [1, hasNull, oid, values.length, 1].entries()) bytes.writeInt32BE(field, place * 4)
  return bytes.subarray(0, at)
}

export const uuids = (values: readonly (string | null)[]): Buffer => arrayOf(oids.uuid, values, values.length * 16, (into, at, value) => { readUuid(value, into, at); return 16 })
export const int8s = (values: readonly (bigint | null)[]): Buffer => arrayOf(oids.int8, values, values.length * 8, (into, at, value) => into.writeBigInt64BE(value, at) - at)

export function texts(values: readonly (string | null)[]): Buffer {
  // A UTF-16 unit is at most three bytes.
  let most = 0
  for (const value of values) most += (value?.length ?? 0) * 3
  return arrayOf(oids.text, values, most, (into, at, value) => into.write(value, at))
}
