/** Bulk writing: COPY … FROM STDIN from pieces of text, with back-pressure. Rows are joined into pieces of 64 kB, the size COPY likes best. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

const pieceBytes = 65_536

/** One field in COPY's text format. */
function copyField(value: string | number | bigint | boolean | null | undefined): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value !== 'string') return typeof value === 'boolean' ? (value ? 't' : 'f') : value.toString()
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => escapes[c] ?? c) : value
}
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export const copyRow = (fields: readonly Parameters<typeof copyField>[0][]): string => `${fields.map(copyField).join('\t')}\n`

/** Sends rows (each ending in a newline) to `copy … from stdin`; answers how many rows PostgreSQL took. */
export async function copyIn(client: ClientBase, statement: string, rows: Iterable<string> | AsyncIterable<string | Buffer>): Promise<number> {
  const stream = client.query(copyFrom(statement))
  await pipeline(Readable.from(pieces(rows), { objectMode: false, highWaterMark: 4 * pieceBytes }), stream)
  return stream.rowCount
}

/** The bytes of `copy (…) to stdout`. */
export const copyOut = (client: ClientBase, statement: string): Readable => client.query(copyTo(statement))

/** Rows that are at hand go straight into the bytes, without a promise or a longer text each: at a million rows that is most of the time. They may come in parts. */
const pieces = (rows: Iterable<string> | AsyncIterable<string | Buffer>): Iterable<Buffer> | AsyncIterable<Buffer> => (Symbol.asyncIterator in rows ? laterPieces(rows) : readyPieces(rows))

function* readyPieces(rows: Iterable<string>): Generator<Buffer> {
  let piece = Buffer.allocUnsafe(pieceBytes)
  let used = 0
  for (const row of rows) {
    // A UTF-16 unit is at most three bytes.
    if (used + row.length * 3 > pieceBytes) {
      if (used > 0) yield piece.subarray(0, used)
      if (row.length * 3 > pieceBytes) { used = 0; piece = Buffer.allocUnsafe(pieceBytes); yield Buffer.from(row); continue }
      piece = Buffer.allocUnsafe(pieceBytes)
      used = 0
    }
    used += piece.write(row, used)
  }
  if (used > 0) yield piece.subarray(0, used)
}

async function* laterPieces(rows: AsyncIterable<string | Buffer>): AsyncGenerator<Buffer> {
  let piece = ''
  for await (const row of rows) {
    if (typeof row !== 'string') { yield row; continue }
    piece += row
    if (piece.length >= pieceBytes) { yield Buffer.from(piece); piece = '' }
  }
  if (piece !== '') yield Buffer.from(piece)
}
