/** The scores that stand, and the model behind them. */
import { Value } from 'typebox/value'
import type { House } from '#foundation/house.ts'
import { ask } from '../warehouse/warehouse.ts'
import { Kept } from './prediction.kept.ts'
import { modelOf, scoringOf } from './prediction.models.sql.ts'
import { createScores } from './prediction.score.sql.ts'
import { Backtest, CandidateId, Totals, type Fitted } from './prediction.schema.ts'
import { countScores } from './prediction.sql.ts'

/** The scores that stand, with the model that made them; undefined where there are none, or their table was thrown away with the warehouse. */
export async function current({ db, engine }: Pick<House, 'db' | 'engine'>) {
  const scoring = await scoringOf(db)
  if (scoring === undefined) return undefined
  await createScores(engine)
  const [counted] = await ask(engine, countScores(scoring.number))
  const row = await modelOf(db, scoring.version)
  if (row === undefined || counted?.n !== scoring.n) return undefined
  const kept = Value.Parse(Kept, row.parameters)
  return { scoring, kept, model: fittedOf(row, kept.boundary), totals: Value.Parse(Totals, scoring.totals), backtest: Value.Parse(Backtest, row.backtest) }
}
export type Current = NonNullable<Awaited<ReturnType<typeof current>>>

const fittedOf = (row: NonNullable<Awaited<ReturnType<typeof modelOf>>>, boundary: readonly string[]): Fitted => ({
  version: row.version, candidate: Value.Parse(CandidateId, row.candidate), definitionVersion: row.definition_version, asOf: row.as_of, windowFrom: row.window_from, horizonDays: row.horizon_days,
  n: row.n, logLikelihood: row.log_likelihood, seed: row.seed, converged: row.converged, boundary: [...boundary], createdAt: row.created_at.toISOString(), seconds: row.milliseconds / 1000
})
