/** Every statement on imports.*. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { statement } from '#foundation/statement.ts'
import type { Batch } from './batch.ts'
import type { Counts } from './counts.ts'
import type { Layout } from './layout.ts'
import type { Mapping } from './mapping.ts'
import type { Written } from './writing.ts'

export interface ImportRow {
  readonly importId: string
  readonly fileName: string
  readonly bytes: bigint
  readonly layout: Layout
  readonly mapping: Mapping
  readonly rows: bigint | null
  readonly trial: Counts | null
  readonly result: Counts | null
  readonly trialRun: string | null
  readonly writeRun: string | null
  readonly actor: string
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly version: number
}

const columns = sql`import_id as "importId", file_name as "fileName", bytes, layout, mapping, rows, trial, result, trial_run as "trialRun", write_run as "writeRun", actor,
  created_at as "createdAt", ended_at as "endedAt", version`

export const insertImport = (trx: Trx, row: Pick<ImportRow, 'importId' | 'fileName' | 'layout' | 'mapping' | 'actor'> & { readonly bytes: number }, now: Date): Promise<unknown> =>
  sql`insert into imports.import (import_id, file_name, bytes, layout, mapping, actor, created_at)
    values (${row.importId}, ${row.fileName}, ${row.bytes}, ${JSON.stringify(row.layout)}::jsonb, ${JSON.stringify(row.mapping)}::jsonb, ${row.actor}, ${now.toISOString()}::timestamptz)`.execute(trx)

export async function findImport(db: Db | Trx, importId: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports.import where import_id = ${importId}`.execute(db)
  return rows[0]
}

/** Holds the import until the transaction ends, so that two starts at once are one. */
export async function lockImport(trx: Trx, importId: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports.import where import_id = ${importId} for update`.execute(trx)
  return rows[0]
}

export async function listImports(db: Db, after: string | undefined, limit: number): Promise<readonly ImportRow[]> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports.import ${after === undefined ? sql`` : sql`where import_id < ${after}`} order by import_id desc limit ${limit}`.execute(db)
  return rows
}

export const saveMapping = (trx: Trx, importId: string, mapping: Mapping): Promise<unknown> =>
  sql`update imports.import set mapping = ${JSON.stringify(mapping)}::jsonb, trial = null, version = version + 1 where import_id = ${importId}`.execute(trx)

export const saveRun = (trx: Trx, importId: string, kind: 'trial' | 'write', runId: string): Promise<unknown> =>
  sql`update imports.import set ${sql.ref(kind === 'trial' ? 'trial_run' : 'write_run')} = ${runId} where import_id = ${importId}`.execute(trx)

export const saveTrial = (db: Db | Trx, importId: string, counts: Counts): Promise<unknown> =>
  sql`update imports.import set trial = ${JSON.stringify(counts)}::jsonb, rows = ${counts.rows} where import_id = ${importId}`.execute(db)

export const saveResult = (trx: Trx, importId: string, counts: Counts, now: Date): Promise<unknown> =>
  sql`update imports.import set result = ${JSON.stringify(counts)}::jsonb, rows = ${counts.rows}, ended_at = ${now.toISOString()}::timestamptz where import_id = ${importId}`.execute(trx)

export const commitLater = (trx: Trx): Promise<unknown> => statement`set local synchronous_commit = off`.execute(trx)

export type BatchName = Pick<Batch, 'no' | 'numbers'>

/** The batches that are written, by their number. */
export async function findBatches(db: Db, importId: string): Promise<ReadonlyMap<number, BatchName & Written>> {
  const { rows } = await sql<BatchName & Written>`select batch_no as no, numbers, orders, lines, known, customers, clashes from imports.batch where import_id = ${importId}`.execute(db)
  return new Map(rows.map((row) => [row.no, row]))
}

/** What an import has written so far. */
export async function sumBatches(db: Db, importId: string): Promise<{ readonly orders: number, readonly lines: number, readonly customers: number }> {
  const { rows } = await sql<{ orders: number, lines: number, customers: number }>`
    select coalesce(sum(orders), 0)::int as orders, coalesce(sum(lines), 0)::int as lines, coalesce(sum(customers), 0)::int as customers from imports.batch where import_id = ${importId}`.execute(db)
  return rows[0] ?? { orders: 0, lines: 0, customers: 0 }
}

export const saveBatch = (trx: Trx, importId: string, { no, numbers }: BatchName, { orders, lines, known, customers, clashes }: Written): Promise<unknown> =>
  statement`insert into imports.batch (import_id, batch_no, numbers, orders, lines, known, customers, clashes)
    values (${importId}, ${no}, ${numbers}, ${orders}, ${lines}, ${known}, ${customers}, ${JSON.stringify(clashes)}::jsonb)
    on conflict (import_id, batch_no) do update set numbers = excluded.numbers, orders = excluded.orders, lines = excluded.lines, known = excluded.known, customers = excluded.customers, clashes = excluded.clashes`.execute(trx)
