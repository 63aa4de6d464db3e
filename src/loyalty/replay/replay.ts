/**
 * Replay: what other rules would have given for the orders that were, before they hold. This file is the door.
 *
 * Law: a replay decides nothing by itself. It calls the functions by which earning, returns, tiers and points decide, so that the rules in force told again over
 * orders that were earned under them give the ledger, to the last point.
 */
import type { Cell } from '#foundation/download.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import type { Queue } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { say, type Locale, type Sentence } from '#foundation/words.ts'
import { readBusiness } from '#settings/business/business.ts'
import { faultsOf, saveVersion } from '../earning/earning.ts'
import { savePolicy as savePoints } from '../points/points.ts'
import { checkLadder, savePolicy as saveLadder } from '../tiers/tiers.ts'
import { draftDifferences } from './replay.difference.words.ts'
import { countGround } from './replay.read.sql.ts'
import { readRules, type Rules } from './replay.scenarios.ts'
import type { Drafts, Ground, MemberPage, MembersQuery, NewReplay, Replay } from './replay.schema.ts'
import * as sql from './replay.sql.ts'
import { replayListWords, replayWords as words } from './replay.words.ts'

/** What holds now, to be drafted from. */
export async function readGround(db: Db, now: Date): Promise<Ground> {
  const [rules, counts] = await Promise.all([readRules(db, now), countGround(db)])
  const { earning, tiers, points } = rules.at(now).drafts
  return { earning: earning ?? null, tiers, points, ...counts }
}

/** What the drafts change, in words. */
export async function differencesOf(db: Db | Trx, drafts: Drafts, now: Date): Promise<readonly Sentence[]> {
  const [rules, { currency }] = await Promise.all([readRules(db, now), readBusiness(db)])
  return changesOf(rules, drafts, now, currency)
}

function changesOf(rules: Rules, drafts: Drafts, at: Date, currency: string): readonly Sentence[] {
  const before = rules.at(at).drafts
  return draftDifferences(before, { ...before, ...drafts }, currency)
}

/** Begins a replay as a job. Refuses: replay.nothing_drafted, earning.faulty, and what the ladder's check refuses. */
export async function beginReplay(trx: Trx, queue: Queue, { months, priceMinor, note = '', drafts }: NewReplay, author: string, now: Date): Promise<{ readonly runId: string, readonly jobId: string }> {
  if (drafts.earning === undefined && drafts.tiers === undefined && drafts.points === undefined) throw new Refusal('replay.nothing_drafted', 422, words.nothingDrafted)
  const fault = drafts.earning === undefined ? undefined : faultsOf(drafts.earning)[0]
  if (fault !== undefined) throw new Refusal('replay.faulty', 422, words.faulty, { first: fault.path })
  if (drafts.tiers !== undefined) checkLadder(drafts.tiers)
  const runId = newId(now)
  await sql.insertRun(trx, { runId, months, priceMinor: BigInt(priceMinor), note, drafts, author }, now)
  const jobId = await queue.send(trx, 'replay.run', { runId })
  await sql.saveJob(trx, runId, jobId)
  return { runId, jobId }
}

const rulesOf = (drafts: Drafts): Replay['parts'] => (['earning', 'tiers', 'points'] as const).filter((part) => drafts[part] !== undefined)

/** What a replay changes is told against the rules that held when it began: after the switch its drafts are the rules in force. */
function shown(row: sql.RunRow, rules: Rules, currency: string): Replay {
  const { drafts, versions, priceMinor, at, finishedAt, validFrom, ...rest } = row
  const isWithdrawn = versions !== null && rules.isWithdrawn(versions)
  return { ...rest, priceMinor: priceMinor.toString(), at: at.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, validFrom: validFrom?.toISOString() ?? null, isWithdrawn, parts: rulesOf(drafts), changes: [...changesOf(rules, drafts, at, currency)] }
}

export async function readReplay(db: Db | Trx, runId: string, now: Date): Promise<Replay> {
  const row = await sql.findRun(db, runId)
  if (row === undefined) throw new Refusal('replay.unknown', 404, words.unknown)
  const [rules, { currency }] = await Promise.all([readRules(db, now), readBusiness(db)])
  return shown(row, rules, currency)
}

export async function listReplays(db: Db, now: Date): Promise<readonly Omit<Replay, 'result'>[]> {
  const [rows, rules, { currency }] = await Promise.all([sql.listRuns(db), readRules(db, now), readBusiness(db)])
  return rows.map((row) => { const { result: _result, ...rest } = shown(row, rules, currency); return rest })
}

export async function listDifferences(db: Db, runId: string, { side, after, limit = 50 }: MembersQuery): Promise<MemberPage> {
  const [difference = '', customerId = ''] = after?.split('~') ?? []
  const rows = await sql.listMembers(db, runId, side, after === undefined ? undefined : { difference, customerId }, limit + 1)
  const items = rows.slice(0, limit).map((row) => ({ ...row, before: row.before.toString(), after: row.after.toString(), difference: row.difference.toString() }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? `${last.difference}~${last.customerId}` : null }
}

const pageSize = 5_000
export async function* differenceRows(db: Db, runId: string, side: MembersQuery['side'], locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(replayListWords).map((word) => say(word, locale))
  for (let after: string | undefined; ;) {
    const page = await listDifferences(db, runId, { side, limit: pageSize, ...(after === undefined ? {} : { after }) })
    for (const { customerId, name, before, after: then, difference, tierBefore, tierAfter } of page.items) yield [customerId, name, Number(before), Number(then), Number(difference), tierBefore, tierAfter]
    if (page.next === null) return
    after = page.next
  }
}

/**
 * Writes the drafts as versions that hold from one instant; again, where one of them was taken back. Refuses: replay.unknown, replay.unfinished,
 * replay.scheduled, replay.outrun where somebody published other rules since the replay began, and what each of the rules refuses.
 */
export async function schedule(trx: Trx, runId: string, validFrom: string | undefined, by: string, now: Date): Promise<Replay> {
  const run = await sql.findRun(trx, runId)
  if (run === undefined) throw new Refusal('replay.unknown', 404, words.unknown)
  if (run.result === null) throw new Refusal('replay.unfinished', 409, words.unfinished)
  const rules = await readRules(trx, now)
  if (run.validFrom !== null && !(run.versions !== null && rules.isWithdrawn(run.versions))) throw new Refusal('replay.scheduled', 409, words.scheduled)
  if (rules.isOutrun(Object.keys(run.drafts), run.at)) throw new Refusal('replay.outrun', 409, words.outrun)
  const { newest } = rules.at(now)
  const { earning, tiers, points } = run.drafts
  const [from, note] = [validFrom ?? now.toISOString(), run.note]
  const versions = {
    ...(points === undefined ? {} : { points: (await savePoints(trx, { parameters: points, validFrom: from, version: newest.points, note }, by, now)).version }),
    ...(tiers === undefined ? {} : { tiers: (await saveLadder(trx, { parameters: tiers, validFrom: from, version: newest.tiers, note }, by, now)).version }),
    ...(earning === undefined ? {} : { earning: (await saveVersion(trx, { programme: earning, validFrom: from, version: newest.earning, note }, by, now)).version })
  }
  await sql.saveScheduled(trx, runId, new Date(from), versions, by)
  return readReplay(trx, runId, now)
}
