/** Fitted runs: versioned rows that say what was forecast from which days, by which method, and how well it would have done. */
import { Value } from 'typebox/value'
import type { Db } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import { candidates } from './forecast.candidates.ts'
import type { Ground } from './forecast.gathering.ts'
import { Outcome } from './forecast.outcome.ts'
import * as sql from './forecast.runs.sql.ts'
import type { Task } from './forecast.task.ts'

export interface KeptRun { readonly version: number, readonly fingerprint: string, readonly from: Day, readonly to: Day, readonly n: number, readonly level: number, readonly createdAt: Date, readonly outcome: Outcome, readonly period: number, readonly scored: number }

type Row = Awaited<ReturnType<typeof sql.findRun>>

const runOf = (row: Row): KeptRun | undefined => {
  if (row === undefined) return undefined
  const numberIn = (name: string): number => { const found = isRecord(row.parameters) ? row.parameters[name] : 0; return typeof found === 'number' ? found : 0 }
  return { version: Number(row.version), fingerprint: row.fingerprint, from: row.from, to: row.to, n: row.n, level: row.level, createdAt: row.createdAt, outcome: Value.Parse(Outcome, row.result), period: numberIn('period'), scored: numberIn('scored') }
}

const isRecord = (found: unknown): found is Readonly<Record<string, unknown>> => typeof found === 'object' && found !== null

/** The run of exactly this ground, or the newest one of the same days and the same sales. */
export async function findRun(db: Db, { fingerprint, grain, buckets, question }: Ground): Promise<KeptRun | undefined> {
  const exact = await sql.findRun(db, fingerprint)
  if (exact !== undefined) return runOf(exact)
  const earlier = await sql.findEarlier(db, grain, lastDayOf(buckets.edges), question.rule.version)
  const definition = isRecord(earlier?.parameters) ? earlier.parameters['definition'] : undefined
  return isRecord(definition) && definition['cleaning'] === question.parameters.cleaning ? runOf(earlier) : undefined
}

const lastDayOf = (edges: readonly Day[]): Day => addDays(edges.at(-1) ?? '', -1)

export async function keepRun(db: Db, ground: Ground, task: Task, outcome: Outcome, now: Date): Promise<void> {
  const [whole] = outcome.nodes
  const { period, horizon, scored, spacing, origins, leastTrain, near, level, leastOccurrences } = task
  await sql.insertRun(db, {
    runId: newId(now), grain: ground.grain, fingerprint: ground.fingerprint, definition: ground.question.rule.version, from: ground.buckets.edges[0] ?? '', to: lastDayOf(ground.buckets.edges),
    n: ground.buckets.n, level, method: whole?.method ?? 'average', converged: outcome.nodes.every(({ converged }) => converged),
    parameters: { period, horizon, scored, spacing, origins, leastTrain, near, level, leastOccurrences, reconciliation: outcome.reconciliation, candidates: candidates.map(({ name }) => name), definition: ground.question.parameters },
    backtest: { origins: outcome.origins, scores: whole?.scores ?? [], shipped: whole?.shipped ?? null }, result: outcome
  }, now)
}
