/**
 * COPY as a statement of a transaction like any other. Its rows leave with it, without waiting for the server to ask for them: in a row of statements that are
 * sent together it costs no turn of its own. (The server reads the rows once it has begun to copy; where it refuses to begin it passes over them.)
 */
import { copyHeader, copyTrailer, type BinaryStore } from './copy.binary.ts'
import type { Db, Trx } from './db.ts'
import { askOn } from './statement.ts'

/** `target`: a table with its columns, in the order of the fields. Fails, and the transaction with it, where a row breaks a rule of the table. */
export async function copyInto(db: Db | Trx, target: string, rows: BinaryStore): Promise<void> {
  await askOn(db, `copy ${target} from stdin (format binary)`, [copyHeader, rows.bytes(), copyTrailer])
}

export const isCopy = (text: string, values: readonly unknown[]): values is readonly Buffer[] => text.startsWith('copy ') && values.length > 0 && values.every((value) => Buffer.isBuffer(value))
