/** From rows of imports.* to what crosses the wire. */
import type { Db, Trx } from '#foundation/db.ts'
import { findRun, type RunRecord } from '#foundation/runs.ts'
import { say, type Sentence } from '#foundation/words.ts'
import type { Business } from '#settings/business/business.ts'
import type { Counts } from './counts.ts'
import { faultWords, noteWords, type FaultCode, type NoteCode } from './faults.words.ts'
import type { CountsSchema, ImportDetail, ImportState, ImportSummary } from './imports.schema.ts'
import * as sql from './imports.sql.ts'
import { gapsOf } from './mapping.ts'
import { previewRows } from './preview.ts'

/** What the reasons are about, without the value of a single row. */
const general = (sentence: Sentence): Sentence => ({ zh: sentence.zh.replace(/[“（]?\{\w+\}[”）]?/g, '…'), en: sentence.en.replace(/[“(]?\{\w+\}[”)]?/g, '…') })
const entries = <Code extends string>(of: Readonly<Partial<Record<Code, number>>>, isCode: (text: string) => text is Code): { code: Code, count: number }[] =>
  Object.entries<number | undefined>(of).flatMap(([code, count]) => (isCode(code) && count !== undefined ? [{ code, count }] : []))
const isFaultCode = (text: string): text is FaultCode => text in faultWords
const isNoteCode = (text: string): text is NoteCode => text in noteWords

export const countsView = ({ rejectedBy, notes, ...counts }: Counts): CountsSchema => ({
  ...counts,
  rejectedBy: entries(rejectedBy, isFaultCode).map(({ code, count }) => ({ code, count, sentence: general(faultWords[code]) })).sort((a, b) => b.count - a.count),
  notes: entries(notes, isNoteCode).map(({ code, count }) => ({ code, count, sentence: { zh: say(noteWords[code], 'zh-CN', { count }), en: say(noteWords[code], 'en', { count }) } }))
})

function stateOf(row: sql.ImportRow, trial: RunRecord | undefined, write: RunRecord | undefined): ImportState {
  if (row.result) return 'done'
  if (write) {
    if (write.state === 'queued') return 'waiting'
    return write.state === 'done' ? 'running' : write.state
  }
  if (trial?.state === 'queued' || trial?.state === 'running') return 'checking'
  if (trial?.state === 'failed') return 'failed'
  return row.trial ? 'checked' : 'uploaded'
}

export async function summaryOf(db: Db | Trx, row: sql.ImportRow): Promise<ImportSummary> {
  const [trial, write, written] = await Promise.all([
    row.trialRun === null ? undefined : findRun(db, row.trialRun), row.writeRun === null ? undefined : findRun(db, row.writeRun), sql.sumBatches(db, row.importId)
  ])
  const state = stateOf(row, trial, write)
  const problem = state === 'failed' ? (write ?? trial)?.problem : null
  return {
    id: row.importId, fileName: row.fileName, bytes: Number(row.bytes), state, rows: row.rows === null ? null : Number(row.rows),
    trial: row.trial && countsView(row.trial), result: row.result && countsView(row.result), written, runId: row.writeRun ?? row.trialRun,
    problem: problem ? { code: problem.code, sentence: { zh: say(problem.sentence, 'zh-CN', problem.values), en: say(problem.sentence, 'en', problem.values) } } : null,
    createdAt: row.createdAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null
  }
}

export async function detailOf(db: Db | Trx, row: sql.ImportRow, business: Business, now: Date): Promise<ImportDetail> {
  const { kind, encoding, delimiter, headerLine, headers } = row.layout
  return {
    ...await summaryOf(db, row),
    layout: { kind, encoding, delimiter, headerLine, headers: [...headers] }, mapping: { ...row.mapping, columns: { ...row.mapping.columns } },
    gaps: [...gapsOf(row.mapping)], preview: previewRows(row.layout, row.mapping, business, now)
  }
}
