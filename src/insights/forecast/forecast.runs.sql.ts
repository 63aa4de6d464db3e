/** Every statement on forecast.run. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { Grain } from './forecast.schema.ts'

const columns = ['version', 'grain', 'fingerprint', 'window_from as from', 'window_to as to', 'n', 'level', 'method', 'converged', 'parameters', 'backtest', 'result', 'created_at as createdAt'] as const

export const findRun = (db: Db | Trx, fingerprint: string) =>
  db.selectFrom('forecast.run').select(columns).where('fingerprint', '=', fingerprint).orderBy('created_at', 'desc').limit(1).executeTakeFirst()

/** The newest of the same days: made before marks, holidays or data changed. */
export const findEarlier = (db: Db | Trx, grain: Grain, to: Day, definition: number) =>
  db.selectFrom('forecast.run').select(columns).where('grain', '=', grain).where('window_to', '=', to).where('definition_version', '=', definition).orderBy('created_at', 'desc').limit(1).executeTakeFirst()

export interface NewRun {
  readonly runId: string, readonly grain: Grain, readonly fingerprint: string, readonly definition: number, readonly from: Day, readonly to: Day, readonly n: number, readonly level: number
  readonly method: string, readonly converged: boolean, readonly parameters: object, readonly backtest: object, readonly result: object
}

export const insertRun = (trx: Db | Trx, run: NewRun, now: Date) =>
  trx.insertInto('forecast.run').values({
    run_id: run.runId, grain: run.grain, fingerprint: run.fingerprint, definition_version: run.definition, window_from: run.from, window_to: run.to, n: run.n, level: run.level, method: run.method,
    converged: run.converged, parameters: JSON.stringify(run.parameters), backtest: JSON.stringify(run.backtest), result: JSON.stringify(run.result), created_at: now
  }).execute()
