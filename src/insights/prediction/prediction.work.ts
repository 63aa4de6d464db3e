/** The two works of prediction: candidates compete and one is fitted; everybody is scored by it. Both read in pieces and reckon in a thread. */
import type { Engine } from '#foundation/engine.ts'

import { daysBetween } from '#foundation/zone.ts'
import { Refusal } from '#foundation/refusal.ts'
import { gatherAll, tableOf } from './prediction.gather.ts'
import { minor, type FitOutcome } from './prediction.fit.ts'
import type { Ground } from './prediction.ground.ts'
import type { Totals } from './prediction.schema.ts'
import type { Scores, ScoreWith } from './prediction.score.ts'
import { features } from './prediction.sql.ts'
import type { Batch, Mathematician } from './prediction.thread.ts'
import { predictionWords as words } from './prediction.words.ts'

export interface Watch {
  readonly signal?: AbortSignal | undefined
  readonly report: (stage: 'reading' | 'fitting' | 'scoring', done: number, of: number) => void
}

export function requireEnough({ gate }: Ground): void {
  if (gate.passed) return
  throw new Refusal('prediction.too_little', 422, words.tooLittle, { zh: gate.missing.map(({ zh }) => zh).join('；'), en: gate.missing.map(({ en }) => en).join('; ') })
}

/** The same data and the same seed give the same model. */
export const seed = 20_261_121

export async function fitOn(engine: Engine, { question, firstDay, gate }: Ground, mathematician: Mathematician, { signal, report }: Watch): Promise<FitOutcome> {
  const { scope, parameters } = question
  const { cleaning, horizonDays, valueDays, discountRate, origins } = parameters
  const task = await gatherAll(engine, { cleaning, firstDay, asOf: scope.asOf, horizonDays, valueDays, origins, customers: gate.customers, signal, report: (done, of) => report('reading', done, of) })
  return mathematician.fit({ ...task, horizon: { horizonDays, valueDays, discountRate }, seed }, (done, of) => report('fitting', done, of))
}

export const usingOf = ({ candidate, learned, money }: FitOutcome, { question: { parameters } }: Ground): ScoreWith =>
  ({ candidate, parameters: learned.parameters, money, horizon: { horizonDays: parameters.horizonDays, valueDays: parameters.valueDays, discountRate: parameters.discountRate } })

/** So many customers go to the thread at a time. */
const batchRows = 20_000

/** Scores everybody: while one batch is reckoned in the thread, the next is read and the one before is written. Answers the sums. */
export async function scoreOn(engine: Engine, { question, firstDay, gate }: Ground, using: ScoreWith, mathematician: Mathematician, { signal, report }: Watch, keep: (ids: readonly string[], batch: Batch) => Promise<void>): Promise<Totals> {
  const { scope, parameters } = question
  const { sql, params } = features({ asOf: scope.asOf, cleaning: parameters.cleaning, latest: scope.latest }, { later: undefined, below: undefined })
  const at = { span: daysBetween(firstDay, scope.asOf), month: Number(scope.asOf.slice(5, 7)) }
  const sums = { customers: 0, buyers: 0, purchases: 0, spend: 0, value: 0, doubt: 0, onMargin: 0 }
  let pieces: (readonly Float64Array[])[] = []
  let ids: string[] = []
  const going: { scored: Promise<unknown>, kept: Promise<void>, before: Promise<void> } = { scored: Promise.resolve(), kept: Promise.resolve(), before: Promise.resolve() }
  const send = async (): Promise<void> => {
    const [mine, table] = [ids, tableOf(pieces, new Int32Array(ids.length), at)]
    ids = []
    pieces = []
    // The thread does one thing at a time, and no more than two batches wait to be written.
    await Promise.all([going.scored, going.before])
    const earlier = going.kept
    const scored = mathematician.score(table, using)
    going.scored = scored
    going.before = earlier
    going.kept = (async () => {
      const batch = await scored
      await earlier
      add(sums, batch.scores)
      await keep(mine, batch)
      report('scoring', sums.customers, gate.customers)
    })()
    // Awaited with a later batch; a failure in between must not count as unhandled.
    going.kept.catch(() => undefined)
  }
  await engine.columns(sql, params, async ({ keys, numbers }) => {
    signal?.throwIfAborted()
    ids.push(...keys)
    pieces.push(numbers)
    if (ids.length >= batchRows) await send()
  })
  if (ids.length > 0) await send()
  await going.kept
  return {
    customers: sums.customers, buyers: sums.buyers, purchases: sums.purchases, spendMinor: minor(sums.spend), valueMinor: minor(sums.value), doubtMinor: minor(sums.doubt),
    basis: sums.onMargin === sums.customers ? 'margin' : sums.onMargin === 0 ? 'revenue' : 'mixed'
  }
}

function add(sums: { customers: number, buyers: number, purchases: number, spend: number, value: number, doubt: number, onMargin: number }, scores: Scores): void {
  for (let row = 0; row < scores.chances.length; row += 1) {
    sums.customers += 1
    sums.buyers += scores.chances[row] ?? 0
    sums.purchases += scores.purchases[row] ?? 0
    sums.spend += scores.spend[row] ?? 0
    sums.value += scores.value[row] ?? 0
    sums.doubt += scores.doubt[row] ?? 0
    sums.onMargin += scores.onMargin[row] ?? 0
  }
}
