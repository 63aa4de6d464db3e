/**
 * COPY as a statement of a transaction like any other. Its rows leave with it, without waiting for the server to ask for them: in a row of statements that are
 * sent together it costs no turn of its own. (The server reads the rows once it has begun to copy; where it refuses to begin it passes over them.)
 */
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { copyHeader, copyTrailer, type BinaryStore } from './copy.binary.ts'
import type { Db, Trx } from './db.ts'

/** `target`: a table with its columns, in the order of the fields. Fails, and the transaction with it, where a row breaks a rule of the table. */
export async function copyInto(db: Db | Trx, target: string, rows: BinaryStore): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(`copy ${target} from stdin (format binary)`, [copyHeader, rows.bytes(), copyTrailer]))
}

interface Wire {
  readonly stream: { readonly cork: () => void, readonly uncork: () => void }
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (piece: Buffer) => void
  readonly endCopyFrom: () => void
}

export const isCopy = (text: string, values: readonly unknown[]): boolean => text.startsWith('copy ') && values.length > 0 && values.every((value) => Buffer.isBuffer(value))

/** A statement of node-postgres that brings its rows along. A `Query`, because only those may share a connection with others that are under way. */
export class CopyStatement extends pg.Query {
  readonly #text: string
  readonly #pieces: readonly Buffer[]

  constructor(text: string, pieces: readonly Buffer[], callback: (error: Error | null | undefined, result: unknown) => void) {
    super({ text }, callback)
    this.#text = text
    this.#pieces = pieces
  }

  override submit = (connection: pg.Connection): null => {
    const { stream, query, sendCopyFromChunk, endCopyFrom } = connection as unknown as Wire
    stream.cork()
    query.call(connection, this.#text)
    for (const piece of this.#pieces) sendCopyFromChunk.call(connection, piece)
    endCopyFrom.call(connection)
    stream.uncork()
    return null
  }

  /** The server is ready for rows that are on their way already. */
  handleCopyInResponse(): void { /* Nothing is left to send. */ }
}
