/** What became of a job: the record that the pages show. */
import type { Db, Trx } from './db.ts'
import type { Sentence, Values } from './words.ts'

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export interface Told extends Sentence { readonly values: Values }

/** Why it failed. An expected "no" carries its sentence; a bug carries what the error said. */
export interface RunProblem { readonly code: string, readonly sentence: Sentence, readonly values: Values, readonly error?: string }

export interface RunRecord {
  readonly id: string
  readonly name: string
  readonly key: string | null
  readonly state: RunState
  readonly data: Readonly<Record<string, unknown>>
  readonly done: number
  readonly total: number | null
  readonly sentence: Told | null
  readonly attempt: number
  /** Somebody asked it to stop. */
  readonly cancelling: boolean
  readonly problem: RunProblem | null
  readonly startAfter: Date
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

export const hasEnded = (run: RunRecord): boolean => run.state === 'done' || run.state === 'failed' || run.state === 'cancelled'

export interface RunFilter { readonly state?: RunState, readonly name?: string, readonly after?: string, readonly limit: number }

export async function findRun(db: Db | Trx, id: string): Promise<RunRecord | undefined> {
  const row = await db.selectFrom('foundation.run').select(columns).where('run_id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** The newest first. */
export async function listRuns(db: Db | Trx, { state, name, after, limit }: RunFilter): Promise<RunRecord[]> {
  let query = db.selectFrom('foundation.run').select(columns).orderBy('run_id', 'desc').limit(limit)
  if (state !== undefined) query = query.where('state', '=', state)
  if (name !== undefined) query = query.where('name', '=', name)
  if (after !== undefined) query = query.where('run_id', '<', after)
  return (await query.execute()).map(recordOf)
}

/** How many runs are in each state. */
export async function countRuns(db: Db | Trx): Promise<Readonly<Record<RunState, number>>> {
  const rows = await db.selectFrom('foundation.run').select((e) => ['state', e.fn.countAll().as('n')]).groupBy('state').execute()
  const of = (state: RunState): number => Number(rows.find((row) => row.state === state)?.n ?? 0)
  return { queued: of('queued'), running: of('running'), done: of('done'), failed: of('failed'), cancelled: of('cancelled') }
}

const columns = ['run_id', 'name', 'key', 'state', 'data', 'done', 'total', 'sentence', 'attempt', 'cancel', 'problem', 'start_after', 'created_at', 'started_at', 'ended_at'] as const

interface Row {
  run_id: string, name: string, key: string | null, state: string, data: unknown, done: bigint, total: bigint | null, sentence: unknown, attempt: number, cancel: boolean,
  problem: unknown, start_after: Date, created_at: Date, started_at: Date | null, ended_at: Date | null
}

const recordOf = (row: Row): RunRecord => ({
  id: row.run_id, name: row.name, key: row.key, state: row.state as RunState, data: row.data as RunRecord['data'], done: Number(row.done),
  total: row.total === null ? null : Number(row.total), sentence: row.sentence as Told | null, attempt: row.attempt, cancelling: row.cancel,
  problem: row.problem as RunProblem | null, startAfter: row.start_after, createdAt: row.created_at, startedAt: row.started_at, endedAt: row.ended_at
})
