/** Rows from the record to DuckDB in bulk: COPY to text files of a bounded size, each read on all cores while the next is written. */
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { copyOut } from '#foundation/copy.ts'
import type { Engine } from '#foundation/engine.ts'

/** A set of columns as DuckDB reads them from a file. */
export type Columns = Readonly<Record<string, string>>

const pieceBytes = 256_000_000
const quote = 34
const newline = 10

export interface Intake {
  readonly client: ClientBase
  readonly engine: Engine
  readonly folder: string
  readonly signal?: AbortSignal | undefined
}

/** Runs `insert`, in which `{rows}` stands for the rows of the file, once for every piece of what `select` answers. Answers the bytes that were moved. */
export async function takeIn({ client, engine, folder, signal }: Intake, select: string, columns: Columns, insert: string): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const rows = `read_csv($path, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${
    Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`).join(', ')}})`
  const statement = insert.replace('{rows}', rows)
  const loading: { last: Promise<void> } = { last: Promise.resolve() }
  let bytes = 0
  let number = 0
  try {
    for await (const piece of pieces(copyOut(client, `copy (${select}) to stdout (format csv)`), folder, () => number++)) {
      signal?.throwIfAborted()
      bytes += piece.bytes
      await loading.last
      loading.last = engine.run(statement, { path: piece.path }).finally(() => rmSync(piece.path, { force: true }))
      // Awaited with the next piece; a failure in between must not count as unhandled.
      loading.last.catch(() => undefined)
    }
    await loading.last
  } finally {
    await loading.last.catch(() => undefined)
  }
  return bytes
}

/** Cuts only between records: a line break inside quotes is part of a value. */
async function* pieces(source: AsyncIterable<Buffer>, folder: string, next: () => number): AsyncGenerator<{ readonly path: string, readonly bytes: number }> {
  let file = openPiece(folder, next())
  let quoted = false
  for await (const chunk of source) {
    const cut = file.bytes + chunk.length < pieceBytes ? -1 : lastEnd(chunk, quoted)
    if (cut < 0) {
      await file.write(chunk)
    } else {
      await file.write(chunk.subarray(0, cut))
      await file.end()
      yield file
      file = openPiece(folder, next())
      await file.write(chunk.subarray(cut))
    }
    quoted = quoted !== isOdd(chunk)
  }
  await file.end()
  if (file.bytes > 0) yield file
  else rmSync(file.path, { force: true })
}

function openPiece(folder: string, number: number) {
  const path = join(folder, `piece-${process.pid}-${number}.csv`)
  const stream = createWriteStream(path)
  const piece = {
    path, bytes: 0,
    write: async (chunk: Buffer): Promise<void> => { piece.bytes += chunk.length; if (!stream.write(chunk)) await once(stream, 'drain') },
    end: (): Promise<void> => new Promise((resolve, reject) => { stream.on('error', reject); stream.end(resolve) })
  }
  return piece
}

/** Whether the chunk holds an odd number of quotes. */
function isOdd(chunk: Buffer): boolean {
  let odd = false
  for (let at = chunk.indexOf(quote); at >= 0; at = chunk.indexOf(quote, at + 1)) odd = !odd
  return odd
}

/** Behind the last line break that ends a record; -1 where the chunk has none. */
function lastEnd(chunk: Buffer, startsQuoted: boolean): number {
  let quoted = startsQuoted
  let end = -1
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at]
    if (byte === quote) quoted = !quoted
    else if (byte === newline && !quoted) end = at + 1
  }
  return end
}
