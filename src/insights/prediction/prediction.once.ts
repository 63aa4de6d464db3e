/** The same without a record: for a file that is looked into and forgotten. Everything is reckoned at once and nothing is kept. */
import type { Engine } from '#foundation/engine.ts'
import { candidateOf } from './prediction.candidates.ts'
import { groundOf, type PredictionInput } from './prediction.ground.ts'
import { rangeOf, reasonsOf, worthRange } from './prediction.list.ts'
import { notesOf, sentenceOf } from './prediction.notes.ts'
import type { Once, Scored } from './prediction.schema.ts'
import { minor } from './prediction.fit.ts'
import { fitOn, scoreOn, seed, usingOf } from './prediction.work.ts'
import { openMathematician } from './prediction.thread.ts'
import { names } from './prediction.sql.ts'
import { ask } from '../warehouse/warehouse.ts'

export interface OnceInput extends PredictionInput {
  /** Of these, in their order; else of the twenty with most money in doubt. */
  readonly customers?: readonly string[] | undefined
  readonly signal?: AbortSignal | undefined
}

const most = 20

export async function predictOnce(engine: Engine, input: OnceInput): Promise<Once> {
  const ground = await groundOf(engine, input)
  const { question, gate, firstDay } = ground
  const { horizonDays, valueDays, discountRate, cleaning } = question.parameters
  const base = { stamp: question.stamp(gate.customers), gate, horizonDays, valueDays, discountRate }
  if (!gate.passed) return { ...base, sentence: sentenceOf({ gate, totals: undefined, horizonDays, currency: input.currency }), model: null, totals: null, backtest: null, callFirst: [], notes: [] }
  const mathematician = openMathematician(input.signal)
  const watch = { signal: input.signal, report: () => undefined }
  try {
    const outcome = await fitOn(engine, ground, mathematician, watch)
    const using = usingOf(outcome, ground)
    const asked = input.customers && new Map(input.customers.map((id, place) => [id, place]))
    let best: Omit<Scored, 'name' | 'reasons'>[] = []
    const totals = await scoreOn(engine, ground, using, mathematician, watch, async (ids, { scores }) => {
      const rows = ids.flatMap((customerId, row): readonly Omit<Scored, 'name' | 'reasons'>[] => {
        if (asked?.has(customerId) === false) return []
        const [chance, spendMinor, valueMinor] = [scores.chances[row] ?? 0, minor(scores.spend[row] ?? 0), minor(scores.value[row] ?? 0)]
        const { low, high } = rangeOf(Number(spendMinor), outcome.backtest.spread)
        return [{
          customerId, chance, churn: 1 - chance, purchases: scores.purchases[row] ?? 0, spendMinor, spendLowMinor: low, spendHighMinor: high, valueMinor, ...worthRange(Number(valueMinor), outcome.backtest),
          doubtMinor: minor(scores.doubt[row] ?? 0), basis: scores.onMargin[row] === 1 ? 'margin' : 'revenue', purchaseDays: scores.visits[row] ?? 0, silentDays: scores.silent[row] ?? 0
        }]
      })
      best = asked === undefined
        ? [...best, ...rows].sort((a, b) => Number(BigInt(b.doubtMinor) - BigInt(a.doubtMinor)) || (a.customerId < b.customerId ? -1 : 1)).slice(0, most)
        : [...best, ...rows].sort((a, b) => (asked.get(a.customerId) ?? 0) - (asked.get(b.customerId) ?? 0))
    })
    const ids = best.map(({ customerId }) => customerId)
    const reasons = await reasonsOf(engine, { model: candidateOf(using.candidate).recall(using.parameters), asOf: question.scope.asOf, cleaning }, ids)
    const named = new Map(ids.length === 0 ? [] : (await ask(engine, names(ids))).map(({ customer_id, name }) => [customer_id, name]))
    const { learned, candidate, backtest, rows } = outcome
    return {
      ...base, totals, backtest, sentence: sentenceOf({ gate, totals, horizonDays, currency: input.currency }),
      model: { candidate, asOf: question.scope.asOf, windowFrom: firstDay, n: learned.n, logLikelihood: learned.logLikelihood, seed, converged: learned.converged, boundary: [...learned.boundary] },
      callFirst: best.map((one) => ({ ...one, name: named.get(one.customerId) ?? null, reasons: [...reasons.get(one.customerId) ?? []] })),
      notes: notesOf({ kept: { using, boundary: [...learned.boundary], rows }, backtest, totals })
    }
  } finally {
    await mathematician.close()
  }
}
