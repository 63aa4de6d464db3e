/**
 * Prediction: who will buy again, how often, for how much, and what is in doubt. Several models compete on the business's own past; recency alone is used unless
 * another beats it on time that neither had seen. The chance is that of at least one order within the horizon, and the churn score is one less it; nobody is
 * ranked by P(alive), under which every one-time buyer of a BG/NBD world is alive for ever.
 */
import type { Db, Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { findRun } from '#foundation/runs.ts'
import { say } from '#foundation/words.ts'
import { current } from './prediction.current.ts'
import { groundOf, type Ground, type PredictionInput } from './prediction.ground.ts'
import { jobNames } from './prediction.jobs.ts'
import { openRun } from './prediction.models.sql.ts'
import { notesOf, sentenceOf } from './prediction.notes.ts'
import type { Prediction } from './prediction.schema.ts'

export { jobs, keepPredicted } from './prediction.jobs.ts'
export { listScored, scoredRows } from './prediction.list.ts'
export { predictOnce } from './prediction.once.ts'
export { candidateNames } from './prediction.words.ts'

export async function readPrediction(house: House, input: PredictionInput): Promise<Prediction> {
  const ground = await groundOf(house.engine, input)
  const open = await openJob(house.db)
  const found = await current(house)
  const { question, gate } = ground
  const { horizonDays, valueDays, discountRate } = question.parameters
  const scoring = found?.scoring
  return {
    stamp: question.stamp(scoring?.n ?? gate.customers),
    state: found !== undefined ? 'ready' : gate.passed ? 'waiting' : 'gate',
    gate, job: open,
    horizonDays: found?.kept.using.horizon.horizonDays ?? horizonDays, valueDays: found?.kept.using.horizon.valueDays ?? valueDays, discountRate: found?.kept.using.horizon.discountRate ?? discountRate,
    model: found?.model ?? null,
    scored: scoring === undefined ? null : { asOf: scoring.as_of, at: scoring.scored_at.toISOString(), n: scoring.n, current: isCurrent(scoring, ground) },
    totals: found?.totals ?? null, backtest: found?.backtest ?? null,
    sentence: sentenceOf({ gate, totals: found?.totals, horizonDays, currency: input.currency }),
    notes: found === undefined ? [] : notesOf(found)
  }
}

async function openJob(db: Db): Promise<Prediction['job']> {
  const open = await openRun(db, jobNames)
  const run = open && await findRun(db, open.run_id)
  if (run === undefined) return null
  const { sentence } = run
  return { jobId: run.id, done: run.done, total: run.total, sentence: sentence && { zh: say(sentence, 'zh-CN', sentence.values), en: say(sentence, 'en', sentence.values) } }
}

const isCurrent = (scoring: { readonly as_of: string, readonly refreshed: string }, { question, refreshed }: Ground): boolean => scoring.as_of === question.scope.asOf && scoring.refreshed === refreshed

/** Begins a fitting, or a scoring; where one is waiting already, that one. */
export const beginRun = (queue: House['queue'], db: Db | Trx, isFit: boolean): Promise<string> => queue.send(db, isFit ? 'prediction.fit' : 'prediction.score', {}, { key: 'prediction' })
