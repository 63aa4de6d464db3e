/**
 * COPY as a statement of a transaction like any other. Its rows leave with it, without waiting for the server to ask for them: in a row of statements that are
 * sent together it costs no turn of its own. (The server reads the rows once it has begun to copy; where it refuses to begin it passes over them.)
 */
import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import { copyHeader, copyTrailer, type BinaryStore, type Pieces } from './copy.binary.ts'
import type { Db, Trx } from './db.ts'
import { askOn } from './statement.ts'

/**
 * Takes what was asked of the server and is counted on from then on: whoever asked goes on before there is an answer, and the transaction fails as a whole where
 * it is a refusal. Whoever gives this waits for all of it in the end.
 */
export type CountOn = (asked: Promise<unknown>) => void

export interface Copying {
  /** Where the pieces came from, to go back to. */
  readonly pieces?: Pieces | undefined
  readonly countOn?: CountOn | undefined
}

/** `target`: a table with its columns, in the order of the fields. Fails, and the transaction with it, where a row breaks a rule of the table. */
export async function copyInto(db: Db | Trx, target: string, rows: BinaryStore): Promise<void> {
  await askOn(db, `copy ${target} from stdin (format binary)`, [copyHeader, rows.bytes(), copyTrailer])
}

/** The same of pieces of bytes, whatever format they are in. */
export async function copyPieces(trx: Trx, statement: string, parts: readonly Buffer[], { pieces, countOn }: Copying = {}): Promise<void> {
  const asked = askOn(trx, statement, [...parts]).then(() => {
    // Only now has the server read them all.
    pieces?.giveBack(parts)
  })
  if (countOn) countOn(asked)
  else await asked
}

/**
 * COPY of rows that may collide with what is there: all of them, or, on a unique key taken (also by a transaction that was still running), none and false.
 * A third of the time of INSERT … ON CONFLICT. The transaction goes on either way, but where it counts on it.
 */
export async function copyAllOrNone(trx: Trx, statement: string, parts: readonly Buffer[], copying: Copying = {}): Promise<boolean> {
  if (copying.countOn) {
    await copyPieces(trx, statement, parts, copying)
    return true
  }
  await sql`savepoint copying`.execute(trx)
  try {
    await copyPieces(trx, statement, parts, copying)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '23505') throw error
    await sql`rollback to savepoint copying`.execute(trx)
    return false
  }
  await sql`release savepoint copying`.execute(trx)
  return true
}

export const isCopy = (text: string, values: readonly unknown[]): values is readonly Buffer[] => text.startsWith('copy ') && values.length > 0 && values.every((value) => Buffer.isBuffer(value))
