/**
 * Opening: members, balances and lots of another programme. This file is the door.
 *
 * Law: what is booked is what the other system says, to the last point, lot and member, or nothing is. A lot is brought over once, whatever is uploaded again;
 * it keeps the day it was earned and its end. A whole file can be undone as long as nothing of it was used.
 */
import { placesOf, plainName } from '#activity/imports/imports.ts'
import { mask } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { findRun, hasEnded, type RunRecord } from '#foundation/runs.ts'
import { say } from '#foundation/words.ts'
import { drawer, rulesOf } from './opening.check.ts'
import { differencesOf } from './opening.control.ts'
import { isOpeningFault, openingFaults } from './opening.faults.words.ts'
import { jobNames } from './opening.jobs.ts'
import { gapsOf } from './opening.mapping.ts'
import { createReader, isFault } from './opening.rows.ts'
import type { ControlTotal, OpeningDetail, OpeningMapping, OpeningState, OpeningSummary, PreviewRow } from './opening.schema.ts'
import * as sql from './opening.sql.ts'
import { openingWords as words } from './opening.words.ts'

export { jobs } from './opening.jobs.ts'

const unknown = (): Refusal => new Refusal('opening.unknown', 404, words.unknown)
const faultSentence = (code: string) => (isOpeningFault(code) ? openingFaults[code] : openingFaults.broken)

export async function noteFile(trx: Trx, file: Parameters<typeof sql.insertFile>[1], now: Date): Promise<void> {
  await sql.insertFile(trx, { ...file, fileName: plainName(file.fileName) }, now)
}

export const folderOf = (dataDir: string, fileId: string): string => placesOf(dataDir, fileId, drawer).folder

function stateOf(row: sql.FileRow, run: RunRecord | undefined, hasBooked: boolean): OpeningState {
  if (run !== undefined && !hasEnded(run)) return run.name === jobNames.check ? 'checking' : run.name === jobNames.book ? 'booking' : 'undoing'
  if (row.state === 'booked' || row.state === 'undone') return row.state
  if (run?.state === 'failed') return 'failed'
  return hasBooked ? 'stopped' : row.state
}

async function summaryOf(db: Db | Trx, row: sql.FileRow): Promise<OpeningSummary> {
  const [run, lots] = await Promise.all([row.runId === null ? undefined : findRun(db, row.runId), sql.sumLots(db, row.fileId)])
  const booked = lots.filter(({ state }) => state === 'booked')
  return {
    id: row.fileId, fileName: row.fileName, bytes: Number(row.bytes), state: stateOf(row, run, booked.length > 0), runId: row.runId,
    booked: booked.map(({ currency, points, lots: count, members }) => ({ currency, points: points.toString(), lots: Number(count), members: Number(members) })),
    problem: run?.state === 'failed' && run.problem !== null ? { zh: say(run.problem.sentence, 'zh-CN', run.problem.values), en: say(run.problem.sentence, 'en', run.problem.values) } : null,
    createdAt: row.createdAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null
  }
}

export async function listFiles(db: Db, { after, limit = 50 }: { readonly after?: string, readonly limit?: number }): Promise<{ items: OpeningSummary[], next: string | null }> {
  const rows = await sql.listFiles(db, after, limit + 1)
  return { items: await Promise.all(rows.slice(0, limit).map((row) => summaryOf(db, row))), next: rows.length > limit ? rows[limit - 1]?.fileId ?? null : null }
}

export async function readFile(db: Db, fileId: string, now: Date): Promise<OpeningDetail> {
  const row = await sql.findFile(db, fileId)
  if (row === undefined) throw unknown()
  const { kind, encoding, headers } = row.layout
  return {
    ...await summaryOf(db, row), layout: { kind, encoding, headers: [...headers] }, mapping: row.mapping, gaps: [...gapsOf(row.mapping)], control: [...row.control], found: row.found,
    differences: row.found === null || row.control.length === 0 ? null : [...await differencesIn(db, row)], preview: await previewOf(db, row, now)
  }
}

const differencesIn = async (db: Db | Trx, { fileId, control, found }: sql.FileRow) => (found === null ? [] : differencesOf(control, found, await sql.sumRejects(db, fileId), (code) => {
  const { zh, en } = faultSentence(code)
  return { zh: zh.replace(/“?\{\w+\}”?/g, '…'), en: en.replace(/"?\{\w+\}"?/g, '…') }
}))

async function previewOf(db: Db, { layout, mapping }: sql.FileRow, now: Date): Promise<PreviewRow[]> {
  const read = createReader(await rulesOf(db, mapping, now))
  return layout.sample.map((cells, i): PreviewRow => {
    const row = gapsOf(mapping).length > 0 ? undefined : read(cells)
    const shown = { line: layout.headerLine + 1 + i, cells: [...cells] }
    if (row === undefined) return { ...shown, fault: null, understood: null }
    if (isFault(row)) { const sentence = faultSentence(row.code); return { ...shown, understood: null, fault: { zh: say(sentence, 'zh-CN', row.detail), en: say(sentence, 'en', row.detail) } } }
    return {
      ...shown, fault: null, understood: {
        member: row.keys.map(mask), name: row.name, tier: row.tier,
        lots: row.lots.flatMap(({ currency, amount, earnedOn, expiresOn }) => (currency === null ? [] : [{ currency, amount: amount.toString(), earnedOn, expiresOn }]))
      }
    }
  })
}

/** A file that nothing works on. */
async function free(trx: Trx, fileId: string): Promise<sql.FileRow> {
  const row = await sql.lockFile(trx, fileId)
  if (row === undefined) throw unknown()
  const run = row.runId === null ? undefined : await findRun(trx, row.runId)
  if (run !== undefined && !hasEnded(run)) throw new Refusal('opening.running', 409, words.running)
  return row
}

async function changeable(trx: Trx, fileId: string): Promise<sql.FileRow> {
  const row = await free(trx, fileId)
  if (row.state === 'booked' || row.state === 'undone' || (await sql.sumLots(trx, fileId)).some(({ state }) => state === 'booked')) throw new Refusal('opening.ended', 409, words.ended)
  return row
}

export async function changeMapping(trx: Trx, fileId: string, mapping: OpeningMapping): Promise<void> {
  const { layout: { headers } } = await changeable(trx, fileId)
  for (const column of Object.values(mapping.columns)) if (column >= headers.length) throw new Refusal('opening.wrong_column', 422, words.wrongColumn, { column: column + 1, columns: headers.length })
  await sql.saveMapping(trx, fileId, mapping)
}

export async function changeControl(trx: Trx, fileId: string, control: readonly ControlTotal[]): Promise<void> {
  await changeable(trx, fileId)
  await sql.saveControl(trx, fileId, control)
}

/** Refuses what cannot begin: a column missing, a total that is not met, a file that is over. */
export async function begin(trx: Trx, { queue }: House, fileId: string, deed: keyof typeof jobNames, actor: string): Promise<void> {
  const row = deed === 'check' ? await changeable(trx, fileId) : await free(trx, fileId)
  const [gap] = gapsOf(row.mapping)
  if (gap !== undefined) throw new Refusal(`opening.no_${gap}`, 422, gap === 'member' ? words.gapMember : words.gapAmount)
  if (deed === 'book') await requireMet(trx, row)
  if (deed === 'undo' && !(await sql.sumLots(trx, fileId)).some(({ state }) => state === 'booked')) throw new Refusal('opening.not_booked', 409, words.notBooked)
  await sql.saveRun(trx, fileId, await queue.send(trx, jobNames[deed], { fileId, actor }))
}

async function requireMet(trx: Trx, row: sql.FileRow): Promise<void> {
  if (row.state === 'booked' || row.state === 'undone') throw new Refusal('opening.ended', 409, words.ended)
  if (row.found === null) throw new Refusal('opening.not_checked', 409, words.notChecked)
  if (row.control.length === 0) throw new Refusal('opening.no_control', 409, words.noControl)
  const [off] = await differencesIn(trx, row)
  if (off !== undefined) throw new Refusal('opening.differs', 409, words.differs, { currency: off.currency, points: off.pointsOff, lots: off.lotsOff, members: off.membersOff })
}

export async function stop(trx: Trx, { queue }: House, fileId: string): Promise<void> {
  const row = await sql.lockFile(trx, fileId)
  if (row === undefined) throw unknown()
  if (row.runId === null || !(await queue.cancel(row.runId, trx))) throw new Refusal('opening.not_running', 409, words.notRunning)
}
