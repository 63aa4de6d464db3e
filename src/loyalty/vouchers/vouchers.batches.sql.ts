/** Statements on batches: many codes or many members at once. */
import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import { copyAllOrNone } from '#foundation/copy.statement.ts'
import { copyIn, copyRow } from '#foundation/copy.ts'
import type { Db, Trx } from '#foundation/db.ts'

export type BatchKind = 'generated' | 'imported' | 'listed'
/** A line of a file that was not taken, by its number: what it said may be a phone and is not kept. */
export interface RefusedLine { readonly line: number, readonly why: 'unknown' | 'malformed' | 'limit' | 'total' | 'code' }
export interface BatchRow {
  readonly batchId: string, readonly templateId: string, readonly version: number, readonly kind: BatchKind, readonly name: string, readonly wanted: bigint | null, readonly runId: string | null
  readonly actor: string, readonly createdAt: Date, readonly endedAt: Date | null, readonly made: bigint, readonly known: bigint, readonly refused: bigint, readonly lines: readonly RefusedLine[]
}

const shownLines = 50
const columns = sql`b.batch_id as "batchId", b.template_id as "templateId", b.version, b.kind, b.name, b.wanted, b.run_id as "runId", b.actor, b.created_at as "createdAt", b.ended_at as "endedAt",
  coalesce(p.made, 0) as made, coalesce(p.known, 0) as known, coalesce(p.refused, 0) as refused,
  coalesce((select jsonb_agg(x.line) from (select jsonb_array_elements(q.refused) as line from vouchers.piece q where q.batch_id = b.batch_id order by q.piece_no limit ${sql.lit(shownLines)}) x), '[]'::jsonb) as lines`
const sums = sql`left join (select batch_id, sum(made) as made, sum(known) as known, sum(jsonb_array_length(refused)) as refused from vouchers.piece group by batch_id) p on p.batch_id = b.batch_id`

/** The newest first. */
export async function listBatches(db: Db | Trx, { template, after, limit }: { readonly template?: string, readonly after?: string, readonly limit: number }): Promise<readonly BatchRow[]> {
  return (await sql<BatchRow>`select ${columns} from vouchers.batch b ${sums} where true ${template === undefined ? sql`` : sql`and b.template_id = ${template}::uuid`} ${after === undefined ? sql`` : sql`and b.batch_id < ${after}::uuid`}
    order by b.batch_id desc limit ${limit}`.execute(db)).rows
}

export async function findBatch(db: Db | Trx, batchId: string): Promise<BatchRow | undefined> {
  return (await sql<BatchRow>`select ${columns} from vouchers.batch b ${sums} where b.batch_id = ${batchId}::uuid`.execute(db)).rows[0]
}

export async function lockBatch(trx: Trx, batchId: string): Promise<void> {
  await sql`update vouchers.batch set name = name where batch_id = ${batchId}::uuid`.execute(trx)
}

export type NewBatch = Pick<BatchRow, 'batchId' | 'templateId' | 'version' | 'kind' | 'name' | 'actor'> & { readonly wanted: number | null }

export async function insertBatch(trx: Trx, { batchId, templateId, version, kind, name, actor, wanted }: NewBatch, now: Date): Promise<void> {
  await sql`insert into vouchers.batch (batch_id, template_id, version, kind, name, wanted, actor, created_at)
    values (${batchId}::uuid, ${templateId}::uuid, ${version}, ${kind}, ${name}, ${wanted}, ${actor}, ${now.toISOString()}::timestamptz)`.execute(trx)
}

export async function saveRun(trx: Trx, batchId: string, runId: string): Promise<void> {
  await sql`update vouchers.batch set run_id = ${runId}::uuid where batch_id = ${batchId}::uuid`.execute(trx)
}

export async function saveWanted(db: Db, batchId: string, wanted: number): Promise<void> {
  await sql`update vouchers.batch set wanted = ${wanted} where batch_id = ${batchId}::uuid`.execute(db)
}

export async function endBatch(db: Db, batchId: string, now: Date): Promise<void> {
  await sql`update vouchers.batch set ended_at = ${now.toISOString()}::timestamptz where batch_id = ${batchId}::uuid and ended_at is null`.execute(db)
}

export const donePieces = async (db: Db, batchId: string): Promise<ReadonlySet<number>> =>
  new Set((await sql<{ no: number }>`select piece_no as no from vouchers.piece where batch_id = ${batchId}::uuid`.execute(db)).rows.map(({ no }) => no))

/** The piece is this transaction's; false where another has done it. */
export async function claimPiece(trx: Trx, batchId: string, pieceNo: number): Promise<boolean> {
  return (await sql`insert into vouchers.piece (batch_id, piece_no, made) values (${batchId}::uuid, ${pieceNo}, 0) on conflict do nothing returning piece_no`.execute(trx)).rows.length > 0
}

export async function savePiece(trx: Trx, batchId: string, pieceNo: number, { made, known, refused }: { readonly made: number, readonly known: number, readonly refused: readonly RefusedLine[] }): Promise<void> {
  await sql`update vouchers.piece set made = ${made}, known = ${known}, refused = ${JSON.stringify(refused)}::jsonb where batch_id = ${batchId}::uuid and piece_no = ${pieceNo}`.execute(trx)
}

const copyStatement = 'copy vouchers.code (code, template_id, batch_id) from stdin'

export const copyCodes = (client: ClientBase, { batchId, templateId }: Pick<BatchRow, 'batchId' | 'templateId'>, codes: Iterable<string>): Promise<number> =>
  copyIn(client, copyStatement, (function* () { for (const code of codes) yield copyRow([code, templateId, batchId]) })())

/** Codes that may be there already; answers how many were new. By COPY where all are, else one by one in a statement. */
export async function addCodes(trx: Trx, { batchId, templateId }: Pick<BatchRow, 'batchId' | 'templateId'>, codes: readonly string[]): Promise<number> {
  if (codes.length === 0) return 0
  if (await copyAllOrNone(trx, copyStatement, [Buffer.from(codes.map((code) => copyRow([code, templateId, batchId])).join(''))])) return codes.length
  const { rows } = await sql`insert into vouchers.code (code, template_id, batch_id) select c, ${templateId}::uuid, ${batchId}::uuid from unnest(${codes}::text[]) as u (c) order by c on conflict do nothing returning code`.execute(trx)
  return rows.length
}

/** A page of a batch's codes with who brought them, in the order of the codes. */
export async function codesOf(db: Db, batchId: string, after: string, limit: number): Promise<readonly { readonly code: string, readonly customerId: string | null }[]> {
  return (await sql<{ code: string, customerId: string | null }>`select code, customer_id as "customerId" from vouchers.code where batch_id = ${batchId}::uuid and code > ${after} order by code limit ${limit}`.execute(db)).rows
}
