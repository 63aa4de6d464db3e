/**
 * Arrays as parameters of a statement, in PostgreSQL's binary format: a statement over some hundred rows has a dozen of them, and as text each value would be
 * quoted here and read again there. Written `${uuids(ids)}::uuid[]`.
 */
import { readUuid } from './copy.binary.ts'

const oids = { uuid: 2950, int8: 20, int4: 23, text: 25, date: 1082, timestamptz: 1184 }
const headBytes = 20
/** 2000-01-01 in milliseconds: where PostgreSQL counts from. */
const epoch = 946_684_800_000
const dayMs = 86_400_000

function head(into: Buffer, oid: number, length: number, hasNull: boolean): void {
  into.writeInt32BE(1, 0)
  into.writeInt32BE(hasNull ? 1 : 0, 4)
  into.writeInt32BE(oid, 8)
  into.writeInt32BE(length, 12)
  into.writeInt32BE(1, 16)
}

/** Values of one width. */
function fixed<T>(oid: number, width: number, values: readonly (T | null)[], put: (into: Buffer, at: number, value: T) => void): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes + values.length * (4 + width))
  let at = headBytes
  let hasNull = false
  for (const value of values) {
    if (value === null) {
      hasNull = true
      at = bytes.writeInt32BE(-1, at)
    } else {
      at = bytes.writeInt32BE(width, at)
      put(bytes, at, value)
      at += width
    }
  }
  head(bytes, oid, values.length, hasNull)
  return bytes.subarray(0, at)
}

export const uuids = (values: readonly (string | null)[]): Buffer => fixed(oids.uuid, 16, values, (into, at, value) => { readUuid(value, into, at) })
export const int8s = (values: readonly (bigint | null)[]): Buffer => fixed(oids.int8, 8, values, (into, at, value) => { into.writeBigInt64BE(value, at) })
export const timestamps = (values: readonly (Date | null)[]): Buffer => fixed(oids.timestamptz, 8, values, (into, at, value) => { into.writeBigInt64BE(BigInt(value.getTime() - epoch) * 1_000n, at) })
/** Days as `YYYY-MM-DD`. */
export const dates = (values: readonly (string | null)[]): Buffer => fixed(oids.date, 4, values, (into, at, value) => { into.writeInt32BE(Math.round((Date.parse(`${value}T00:00:00Z`) - epoch) / dayMs), at) })

export function texts(values: readonly (string | null)[]): Buffer {
  let most = headBytes
  for (const value of values) most += 4 + (value === null ? 0 : value.length * 3)
  const bytes = Buffer.allocUnsafe(most)
  let at = headBytes
  let hasNull = false
  for (const value of values) {
    if (value === null) {
      hasNull = true
      at = bytes.writeInt32BE(-1, at)
    } else {
      const written = bytes.write(value, at + 4)
      bytes.writeInt32BE(written, at)
      at += 4 + written
    }
  }
  head(bytes, oids.text, values.length, hasNull)
  return bytes.subarray(0, at)
}
