/** Many at once: codes made or taken in, members given vouchers. Begun here, done by the job, piece by piece, each piece once. */
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db, Trx } from '#foundation/db.ts'
import type { Cell } from '#foundation/download.ts'
import type { House } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { findRun, hasEnded } from '#foundation/runs.ts'
import { say, type Locale } from '#foundation/words.ts'
import type { Batch, BatchList, BatchQuery } from './vouchers.batches.schema.ts'
import * as sql from './vouchers.batches.sql.ts'
import { shownCode } from './vouchers.codes.ts'
import { requireGiving, requireTemplate } from './vouchers.issuing.ts'
import { findTerms, versionText } from './vouchers.templates.sql.ts'
import { batchColumns, lineWords, voucherWords as words } from './vouchers.words.ts'

export const batchJob = 'vouchers.batch'

/** Where the file of a batch lies until the batch is done. */
export function placeOf(dataDir: string, batchId: string): { readonly folder: string, readonly file: string } {
  const folder = join(dataDir, 'vouchers', batchId)
  return { folder, file: join(folder, 'file') }
}

export interface NewBatch { readonly templateId: string, readonly kind: sql.BatchKind, readonly name: string, readonly count?: number }

/** Takes a file in before anything is noted of it. Of one that breaks off nothing stays. */
export async function receive({ config, clock }: Pick<House, 'config' | 'clock'>, content: Readable): Promise<string> {
  const batchId = newId(clock())
  const { folder, file } = placeOf(config.dataDir, batchId)
  await mkdir(folder, { recursive: true })
  try {
    await pipeline(content, createWriteStream(file))
  } catch (error) {
    await forget(config.dataDir, batchId)
    throw error
  }
  return batchId
}

export const forget = (dataDir: string, batchId: string): Promise<void> => rm(placeOf(dataDir, batchId).folder, { recursive: true, force: true })

/** Begins a batch. Refuses: vouchers.unknown_template, .stopped, .shared_parts. */
export async function beginBatch(trx: Trx, { queue }: Pick<House, 'queue'>, batchId: string, { templateId, kind, name, count }: NewBatch, actor: string, now: Date): Promise<Batch> {
  const template = await requireTemplate(trx, templateId)
  requireGiving(template)
  if (kind !== 'listed' && template.terms.sharedCode !== null) throw new Refusal('vouchers.shared_parts', 409, words.sharedParts)
  await sql.insertBatch(trx, { batchId, templateId, version: template.version, kind, name, actor, wanted: count ?? null }, now)
  await sql.saveRun(trx, batchId, await queue.send(trx, batchJob, { batchId, actor }))
  return readBatch(trx, batchId)
}

/** Stops a batch; whole pieces that are done stay. Refuses: vouchers.unknown_batch, .not_running. */
export async function cancelBatch(trx: Trx, { queue }: Pick<House, 'queue'>, batchId: string): Promise<Batch> {
  const row = await locked(trx, batchId)
  if (row.runId === null || row.endedAt !== null || !await queue.cancel(row.runId, trx)) throw new Refusal('vouchers.not_running', 409, words.notRunning)
  return readBatch(trx, batchId)
}

/** Goes on where a batch stopped. Refuses: vouchers.unknown_batch, .finished, .running, .file_gone. */
export async function resumeBatch(trx: Trx, { queue, config }: Pick<House, 'queue' | 'config'>, batchId: string, actor: string): Promise<Batch> {
  const row = await locked(trx, batchId)
  if (row.endedAt !== null) throw new Refusal('vouchers.finished', 409, words.finished)
  const run = row.runId === null ? undefined : await findRun(trx, row.runId)
  if (run && !hasEnded(run)) throw new Refusal('vouchers.running', 409, words.running)
  if (row.kind !== 'generated' && !existsSync(placeOf(config.dataDir, batchId).file)) throw new Refusal('vouchers.file_gone', 410, words.fileGone)
  await sql.saveRun(trx, batchId, await queue.send(trx, batchJob, { batchId, actor }))
  return readBatch(trx, batchId)
}

async function locked(trx: Trx, batchId: string): Promise<sql.BatchRow> {
  await sql.lockBatch(trx, batchId)
  return requireBatch(trx, batchId)
}

export async function requireBatch(db: Db | Trx, batchId: string): Promise<sql.BatchRow> {
  const row = await sql.findBatch(db, batchId)
  if (row === undefined) throw new Refusal('vouchers.unknown_batch', 404, words.unknownBatch)
  return row
}

const readBatch = async (db: Db | Trx, batchId: string): Promise<Batch> => batchShown(db, await requireBatch(db, batchId))

export async function readBatches(db: Db, { limit = 50, ...filter }: BatchQuery): Promise<BatchList> {
  const rows = await sql.listBatches(db, { ...filter, limit: limit + 1 })
  const items = await Promise.all(rows.slice(0, limit).map((row) => batchShown(db, row)))
  return { items, next: rows.length > limit ? items.at(-1)?.batchId ?? null : null }
}

async function batchShown(db: Db | Trx, { lines, createdAt, endedAt, ...row }: sql.BatchRow): Promise<Batch> {
  const [run, terms] = await Promise.all([row.runId === null ? undefined : findRun(db, row.runId), findTerms(db, [row])])
  const named = terms.get(versionText(row))
  return {
    batchId: row.batchId, templateId: row.templateId, nameZh: named?.nameZh ?? '', nameEn: named?.nameEn ?? '', kind: row.kind, name: row.name, wanted: row.wanted === null ? null : Number(row.wanted),
    made: Number(row.made), known: Number(row.known), refused: Number(row.refused), lines: lines.map(({ line, why }) => ({ line, why: lineWords[why] })), runId: row.runId,
    state: endedAt !== null ? 'done' : run === undefined ? 'queued' : run.state === 'done' ? 'running' : run.state,
    problem: run?.state === 'failed' && run.problem ? { zh: say(run.problem.sentence, 'zh-CN', run.problem.values), en: say(run.problem.sentence, 'en', run.problem.values) } : null,
    createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null
  }
}

const pageSize = 10_000

/** The codes of a batch as rows of a file, and which were brought already. */
export async function* codeRows(db: Db, batchId: string, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield [say(batchColumns.code, locale), say(batchColumns.bound, locale)]
  for (let after = ''; ;) {
    const page = await sql.codesOf(db, batchId, after, pageSize)
    for (const { code, customerId } of page) yield [shownCode(code), customerId === null ? '' : say(batchColumns.yes, locale)]
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.code
  }
}
