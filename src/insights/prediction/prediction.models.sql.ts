/** Every statement on prediction.model and prediction.scoring, in the record. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'

export interface NewModel {
  readonly candidate: string, readonly definitionVersion: number, readonly asOf: Day, readonly windowFrom: Day, readonly horizonDays: number, readonly n: number
  readonly logLikelihood: number | null, readonly seed: number, readonly converged: boolean, readonly parameters: string, readonly backtest: string, readonly milliseconds: number
}

/** The version is the next number; two fittings never run at once, and the key would refuse the second. */
export async function insertModel(db: Db | Trx, one: NewModel, now: Date): Promise<number> {
  const row = await db.insertInto('prediction.model').values((build) => ({
    version: build.selectFrom('prediction.model').select((select) => sql<number>`coalesce(${select.fn.max('version')}, 0) + 1`.as('next')),
    candidate: one.candidate, definition_version: one.definitionVersion, as_of: one.asOf, window_from: one.windowFrom, horizon_days: one.horizonDays, n: one.n,
    log_likelihood: one.logLikelihood, seed: one.seed, converged: one.converged, parameters: one.parameters, backtest: one.backtest, milliseconds: one.milliseconds, created_at: now
  })).returning('version').executeTakeFirstOrThrow()
  return row.version
}

export const newestModel = (db: Db | Trx) => db.selectFrom('prediction.model').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
export const modelOf = (db: Db | Trx, version: number) => db.selectFrom('prediction.model').selectAll().where('version', '=', version).executeTakeFirst()
export const scoringOf = (db: Db | Trx) => db.selectFrom('prediction.scoring').selectAll().executeTakeFirst()

export interface NewScoring { readonly number: bigint, readonly version: number, readonly asOf: Day, readonly refreshed: string, readonly n: number, readonly totals: string }

/** From here on readers see these scores. */
export const putScoring = (db: Db | Trx, one: NewScoring, now: Date) => {
  const row = { number: one.number, version: one.version, as_of: one.asOf, refreshed: one.refreshed, n: one.n, totals: one.totals, scored_at: now }
  return db.insertInto('prediction.scoring').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

/** The run of one of these names that has not ended. */
export const openRun = (db: Db | Trx, names: readonly string[]) =>
  db.selectFrom('foundation.run').select(['run_id', 'name', 'state']).where('name', 'in', names).where('state', 'in', ['queued', 'running']).orderBy('run_id', 'desc').limit(1).executeTakeFirst()
