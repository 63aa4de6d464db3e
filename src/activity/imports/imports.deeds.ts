/** What may be done with an import: take a file in, correct its mapping, try it, write it, stop it, go on. */
import { rename, rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Db, Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { findRun, hasEnded } from '#foundation/runs.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { ImportDetail, ImportList, MappingChange } from './imports.schema.ts'
import * as sql from './imports.sql.ts'
import { detailOf, summaryOf } from './imports.views.ts'
import { importWords } from './imports.words.ts'
import { layoutOf, type Layout } from './layout.ts'
import { guessMapping, requireMapping, type Mapping } from './mapping.ts'
import { makePlaces, placesOf } from './places.ts'
import { openTable, type Table } from './table.ts'

export const trialJob = 'imports.trial'
export const writeJob = 'imports.write'

const unknown = (): Refusal => new Refusal('imports.unknown', 404, importWords.unknownImport)

export interface Received { readonly importId: string, readonly bytes: number, readonly layout: Layout, readonly mapping: Mapping }

export async function receiveFile(house: Pick<House, 'config' | 'clock'>, content: Readable): Promise<Received> {
  const { fileId, bytes, table } = await takeFile(house, content)
  return { importId: fileId, bytes, layout: layoutOf(table), mapping: guessMapping(table.headers, table.sample) }
}

/** Streams a file into the data folder and looks at its beginning. What cannot be read is refused before anything is noted. */
export async function takeFile({ config, clock }: Pick<House, 'config' | 'clock'>, content: Readable, drawer?: string): Promise<{ readonly fileId: string, readonly bytes: number, readonly table: Table }> {
  const fileId = newId(clock())
  const places = placesOf(config.dataDir, fileId, drawer)
  await makePlaces(places)
  try {
    await pipeline(content, linesOnly, createWriteStream(`${places.file}.part`))
    await rename(`${places.file}.part`, places.file)
    return { fileId, table: await openTable(places.file, places.scratch), bytes: (await stat(places.file)).size }
  } catch (error) {
    await rm(places.folder, { recursive: true, force: true })
    throw error
  }
}

const endless = 4_194_304

/** Stops a plain file whose line does not end, long before the disk is full of it. Compressed files have no lines yet. */
async function* linesOnly(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let since = 0
  let isPlain: boolean | undefined
  for await (const piece of content) {
    isPlain ??= !['504b', '1f8b'].includes(piece.subarray(0, 2).toString('hex'))
    const at = Math.max(piece.lastIndexOf(10), piece.lastIndexOf(13))
    since = at < 0 ? since + piece.length : piece.length - at
    if (isPlain && since > endless) throw new Refusal('imports.line_too_long', 422, importWords.endlessLine)
    yield piece
  }
}

export async function noteImport(trx: Trx, received: Received, fileName: string, actor: string, now: Date): Promise<ImportDetail> {
  await sql.insertImport(trx, { ...received, fileName: plainName(fileName), actor }, now)
  return readImport(trx, received.importId, now)
}

/** The name as it is shown: without folders and control characters. */
export const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '').slice(0, 200) || '?'

export async function readImport(db: Db | Trx, importId: string, now: Date): Promise<ImportDetail> {
  const row = await sql.findImport(db, importId)
  if (!row) throw unknown()
  return detailOf(db, row, await readBusiness(db), now)
}

export async function listImports(db: Db, { after, limit = 50 }: { readonly after?: string, readonly limit?: number }): Promise<ImportList> {
  const rows = await sql.listImports(db, after, limit + 1)
  const items = await Promise.all(rows.slice(0, limit).map((row) => summaryOf(db, row)))
  return { items, next: rows.length > limit ? items.at(-1)?.id ?? null : null }
}

export async function changeMapping(trx: Trx, importId: string, { mapping }: MappingChange, now: Date): Promise<ImportDetail> {
  const row = await free(trx, importId)
  for (const column of Object.values(mapping.columns)) {
    if (column >= row.layout.headers.length) throw new Refusal('imports.wrong_column', 422, importWords.wrongColumn, { column: column + 1, columns: row.layout.headers.length })
  }
  await sql.saveMapping(trx, importId, mapping)
  return readImport(trx, importId, now)
}

/** Starts the dry run, or the writing; asked again while it waits or works, it answers the same run. */
export async function beginImport(trx: Trx, { queue }: Pick<House, 'queue'>, importId: string, kind: 'trial' | 'write', actor: string, now: Date): Promise<ImportDetail> {
  const row = await sql.lockImport(trx, importId)
  if (!row) throw unknown()
  if (row.result) throw new Refusal('imports.finished', 409, importWords.finished)
  requireMapping(row.mapping, row.layout.headers.length)
  for (const runId of [row.trialRun, row.writeRun]) {
    const run = runId === null ? undefined : await findRun(trx, runId)
    if (run && !hasEnded(run)) throw new Refusal('imports.running', 409, importWords.running)
  }
  const runId = await queue.send(trx, kind === 'trial' ? trialJob : writeJob, { importId, actor })
  await sql.saveRun(trx, importId, kind, runId)
  return readImport(trx, importId, now)
}

export async function cancelImport(trx: Trx, { queue }: Pick<House, 'queue'>, importId: string, now: Date): Promise<ImportDetail> {
  const row = await sql.lockImport(trx, importId)
  if (!row) throw unknown()
  const runId = row.writeRun ?? row.trialRun
  if (runId === null || !(await queue.cancel(runId, trx))) throw new Refusal('imports.not_running', 409, row.result ? importWords.finished : importWords.notStarted)
  return readImport(trx, importId, now)
}

/** An import that nothing works on and that has not ended. */
async function free(trx: Trx, importId: string): Promise<sql.ImportRow> {
  const row = await sql.lockImport(trx, importId)
  if (!row) throw unknown()
  if (row.result) throw new Refusal('imports.finished', 409, importWords.finished)
  if (row.writeRun !== null) throw new Refusal('imports.running', 409, importWords.running)
  const trial = row.trialRun === null ? undefined : await findRun(trx, row.trialRun)
  if (trial && !hasEnded(trial)) throw new Refusal('imports.running', 409, importWords.running)
  return row
}
