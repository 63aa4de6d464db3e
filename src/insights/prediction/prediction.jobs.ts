/** Predictions made as work that can be seen: after an import, every night, and whenever somebody asks. */
import type { House } from '#foundation/house.ts'
import { lookEvery } from '#foundation/looks.ts'
import type { Job, Run } from '#foundation/queue.ts'
import { Value } from 'typebox/value'
import { dayOf, daysBetween } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { predictionRuleOf } from '../definitions/definitions.ts'
import { freshen } from '../warehouse/warehouse.ts'
import { current } from './prediction.current.ts'
import { groundOf, type Ground } from './prediction.ground.ts'
import { dropOthers, createScores, insertScores, writing } from './prediction.score.sql.ts'
import { insertModel, newestModel, openRun, putScoring, scoringOf } from './prediction.models.sql.ts'
import { Kept } from './prediction.kept.ts'
import { fitOn, requireEnough, scoreOn, seed, usingOf, type Watch } from './prediction.work.ts'
import type { ScoreWith } from './prediction.score.ts'
import { openMathematician } from './prediction.thread.ts'
import { candidateNames, predictionWords as words } from './prediction.words.ts'

export const jobs: readonly Job[] = [
  { name: 'prediction.fit', title: words.fitTitle, retries: 1, run: (house, _, run) => make(house, run, true) },
  { name: 'prediction.score', title: words.scoreTitle, retries: 1, run: (house, _, run) => make(house, run, false) }
]
export const jobNames: readonly string[] = jobs.map(({ name }) => name)

/** Candidates compete again when the model is older than this. */
const staleDays = 28

async function make(house: House, run: Run, isAnew: boolean): Promise<void> {
  await freshen(house)
  const ground = await groundNow(house)
  requireEnough(ground)
  const { asOf } = ground.question.scope
  const model = await newestModel(house.db)
  const isOld = model === undefined || model.definition_version !== ground.question.rule.version || daysBetween(model.as_of, asOf) > staleDays || model.as_of > asOf
  const mathematician = openMathematician(run.signal)
  const watch: Watch = { signal: run.signal, report: (stage, done, of) => run.report(done, of, words[stage], { done, of }) }
  try {
    const using = isAnew || isOld ? await fitAndKeep(house, ground, mathematician, watch) : { version: model.version, using: Value.Parse(Kept, model.parameters).using }
    await scoreAndKeep(house, ground, using, mathematician, watch, run)
  } finally {
    await mathematician.close()
  }
}

interface Numbered { readonly version: number, readonly using: ScoreWith }

async function fitAndKeep(house: House, ground: Ground, mathematician: ReturnType<typeof openMathematician>, watch: Watch): Promise<Numbered> {
  const began = performance.now()
  const { question, firstDay } = ground
  const outcome = await fitOn(house.engine, ground, mathematician, watch)
  const using = usingOf(outcome, ground)
  const { learned, backtest, candidate } = outcome
  const version = await insertModel(house.db, {
    candidate, definitionVersion: question.rule.version, asOf: question.scope.asOf, windowFrom: firstDay, horizonDays: question.parameters.horizonDays, n: learned.n,
    logLikelihood: learned.logLikelihood, seed, converged: learned.converged, parameters: JSON.stringify({ using, boundary: learned.boundary, rows: outcome.rows }), backtest: JSON.stringify(backtest),
    milliseconds: Math.round(performance.now() - began)
  }, house.clock())
  return { version, using }
}

async function scoreAndKeep(house: House, ground: Ground, { version, using }: Numbered, mathematician: ReturnType<typeof openMathematician>, watch: Watch, run: Run): Promise<void> {
  const { engine, db } = house
  const now = house.clock()
  await createScores(engine)
  const last = await scoringOf(db)
  const number = (last?.number ?? 0n) + 1n
  // What an attempt that was cut short has left.
  await dropOthers(engine, last?.number ?? 0n)
  const totals = await writing(engine, (into) => scoreOn(engine, ground, using, mathematician, watch, (ids, { packed }) => insertScores(into, number, { ids: ids.join(','), ...packed })))
  await putScoring(db, { number, version, asOf: ground.question.scope.asOf, refreshed: ground.refreshed, n: totals.customers, totals: JSON.stringify(totals) }, now)
  await dropOthers(engine, number)
  run.report(totals.customers, totals.customers, words.done, { n: totals.customers, name: candidateNames[using.candidate].en })
}

/** The question as it stands today under the definition that holds. */
export async function groundNow(house: House): Promise<Ground> {
  const { zone, currency } = await readBusiness(house.db)
  const today = dayOf(house.clock(), zone)
  return groundOf(house.engine, { today, currency, rule: await predictionRuleOf(house.db, { today }) })
}

const lookEveryMs = 30_000
/** Once there are scores, orders that keep coming do not make new ones all day; on a cluster a look alone reads every customer. */
const restMs = 600_000
const clusterRestMs = 3_600_000

/** What is to be done about the predictions of a house: nothing where the scores that stand are of today's data and are all there (a warehouse made anew has lost them). */
export async function dueNow(house: House): Promise<'prediction.fit' | 'prediction.score' | undefined> {
  const ground = await groundNow(house)
  if (!ground.gate.passed) return undefined
  const scoring = await scoringOf(house.db)
  if (scoring === undefined) return 'prediction.fit'
  const isCurrent = scoring.as_of === ground.question.scope.asOf && scoring.refreshed === ground.refreshed
  return isCurrent && await current(house) !== undefined ? undefined : 'prediction.score'
}

/** Between answers: makes the first prediction once there is enough data, and scores again on a new day, after new orders, or where scores were lost. */
export async function keepPredicted(house: House): Promise<void> {
  let restUntil = 0
  lookEvery(lookEveryMs, house, 'prediction', async () => {
    if (performance.now() < restUntil || await openRun(house.db, [...jobNames, 'warehouse.refresh', 'warehouse.rebuild', 'imports.run', 'sample.load']) !== undefined) return
    const due = await dueNow(house)
    if (due !== undefined) await house.queue.send(house.db, due, {}, { key: 'prediction' })
    if (await scoringOf(house.db) !== undefined) restUntil = performance.now() + (house.engine.dialect === 'postgres' ? clusterRestMs : restMs)
  })
}
