/** What a prediction stands on: the day, the definition, and whether there is enough data. */
import type { Engine } from '#foundation/engine.ts'
import { say } from '#foundation/words.ts'
import type { Day } from '#foundation/zone.ts'
import type { PredictionParameters } from '../definitions/definitions.schema.ts'
import { predictionRule, type Rule } from '../definitions/definitions.ts'
import { ask, readState, settle, type Asked, type Question } from '../warehouse/warehouse.ts'
import type { Gate } from './prediction.schema.ts'
import { gate as countAll } from './prediction.sql.ts'
import { predictionWords as words } from './prediction.words.ts'

export interface PredictionInput extends Pick<Asked, 'today' | 'asOf' | 'cleaning'> { readonly currency: string, readonly rule?: Rule<PredictionParameters> | undefined }

export interface Ground { readonly question: Question<PredictionParameters>, readonly gate: Gate, readonly firstDay: Day, readonly refreshed: string }

/** Fewer than this have come back: no rhythm can be learned from them. */
const leastRepeaters = 50

export async function groundOf(engine: Engine, input: PredictionInput): Promise<Ground> {
  const question = await settle(engine, input.rule ?? predictionRule, { today: input.today, asOf: input.asOf, cleaning: input.cleaning })
  const { leastCustomers, leastDays, horizonDays } = question.parameters
  const [counted] = await ask(engine, countAll(await readState(engine, question.scope)))
  const { customers, repeaters, days } = counted ?? { customers: 0, repeaters: 0, days: 0 }
  // A horizon must fit twice: once to learn before the cut, once to be held against what followed.
  const enoughDays = Math.max(leastDays, 2 * horizonDays)
  const missing = [
    ...(customers < leastCustomers ? [filled(words.fewCustomers, customers, leastCustomers)] : []),
    ...(days < enoughDays ? [filled(words.fewDays, days, enoughDays)] : []),
    ...(customers >= leastCustomers && repeaters < leastRepeaters ? [filled(words.fewRepeaters, repeaters, leastRepeaters)] : [])
  ]
  return {
    question, firstDay: question.firstDay ?? question.scope.asOf, refreshed: question.stamp(0).fresh.refreshedAt ?? '',
    gate: { customers, leastCustomers, repeaters, days, leastDays: enoughDays, passed: missing.length === 0, missing }
  }
}

const filled = (sentence: { readonly zh: string, readonly en: string }, have: number, least: number) => ({ zh: say(sentence, 'zh-CN', { have, least }), en: say(sentence, 'en', { have, least }) })
