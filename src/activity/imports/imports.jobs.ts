/** The work behind an import: its dry run and its writing, begun by the queue, taken up again after a kill. */
import { existsSync } from 'node:fs'
import { record } from '#activity/events/events.ts'
import { transact } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import type { Job, Run } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { Counts } from './counts.ts'
import { trialJob, writeJob } from './imports.deeds.ts'
import * as sql from './imports.sql.ts'
import { importWords } from './imports.words.ts'
import { jobWords } from './jobs.words.ts'
import { clearFile, makePlaces, placesOf } from './places.ts'
import { runImport } from './thread.ts'

type Data = Readonly<Record<string, unknown>>
type OnProgress = (stage: 'survey' | 'rows', done: number, total: number, orders: number, rejected: number) => void

const importOf = ({ importId }: Data): string => (typeof importId === 'string' ? importId : '')
const actorOf = ({ actor }: Data): string => (typeof actor === 'string' ? actor : 'imports')

async function perform(house: House, row: sql.ImportRow, mode: 'trial' | 'write', actor: string, signal: AbortSignal, onProgress: OnProgress): Promise<Counts> {
  const places = placesOf(house.config.dataDir, row.importId)
  if (!existsSync(places.file)) throw new Refusal('imports.file_gone', 410, importWords.fileGone)
  await makePlaces(places)
  const { zone, country, currency } = await readBusiness(house.db)
  return runImport(house, {
    mode, importId: row.importId, path: places.file, scratch: places.scratch, rejectsPath: places.rejects, mapping: row.mapping, zone, country, currency, actor
  }, { signal, onProgress })
}

const toRun = (row: sql.ImportRow, mode: 'trial' | 'write', run: Run): OnProgress => (stage, done, total, orders, rejected) => {
  if (stage === 'survey') run.report(0, undefined, jobWords.survey, { file: row.fileName })
  else run.report(done, total, mode === 'trial' ? jobWords.checking : jobWords.writing, { file: row.fileName, orders, rejected })
}

const trial: Job = {
  name: trialJob, title: jobWords.trialTitle, retries: 1, width: 2,
  run: async (house, data, run) => {
    const row = await sql.findImport(house.db, importOf(data))
    if (!row || row.result) return
    await sql.saveTrial(house.db, row.importId, await perform(house, row, 'trial', actorOf(data), run.signal, toRun(row, 'trial', run)))
  }
}

const write: Job = {
  name: writeJob, title: jobWords.writeTitle, retries: 3, width: 1,
  run: async (house, data, run) => {
    const row = await sql.findImport(house.db, importOf(data))
    if (row && !row.result) await finish(house, row, actorOf(data), run.signal, toRun(row, 'write', run))
  }
}

async function finish(house: House, row: sql.ImportRow, actor: string, signal: AbortSignal, onProgress: OnProgress): Promise<Counts> {
  const { importId } = row
  const counts = await perform(house, row, 'write', actor, signal, onProgress)
  const now = house.clock()
  await transact(house.pool, async (trx) => {
    await sql.saveResult(trx, importId, counts, now)
    const { rows, orders, lines, known, conflicts, customers, rejected } = counts
    await record(trx, house.listeners, [{ customerId: importId, kind: 'imports.finished', actor, source: 'imports', body: { importId, rows, orders, lines, known, conflicts, customers, rejected } }], now)
  })
  await clearFile(placesOf(house.config.dataDir, importId))
  return counts
}

/** The same without the queue. */
export async function writeImport(house: House, importId: string, actor: string, signal: AbortSignal, onProgress: (rows: number, of: number) => void): Promise<Counts> {
  const row = await sql.findImport(house.db, importId)
  if (!row) throw new Refusal('imports.unknown', 404, importWords.unknownImport)
  return finish(house, row, actor, signal, (stage, done, total) => { if (stage === 'rows') onProgress(done, total) })
}

/** The dry run of a file that is not kept. */
export async function tryImport(house: House, importId: string, actor: string, signal: AbortSignal, onProgress: (rows: number, of: number) => void): Promise<Counts> {
  const row = await sql.findImport(house.db, importId)
  if (!row) throw new Refusal('imports.unknown', 404, importWords.unknownImport)
  const counts = await perform(house, row, 'trial', actor, signal, (stage, done, total) => { if (stage === 'rows') onProgress(done, total) })
  await sql.saveTrial(house.db, importId, counts)
  return counts
}

export const importJobs: readonly Job[] = [trial, write]
