/** A question about purchase behaviour made definite: the rule, the days looked at, and the purchases that count in them. */
import type { Engine } from '#foundation/engine.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import type { BehaviourParameters } from '../definitions/definitions.schema.ts'
import { behaviourRule, type Rule } from '../definitions/definitions.ts'
import { settle, type Asked, type Question, type Scope } from '../warehouse/warehouse.ts'

export interface BehaviourInput extends Asked {
  readonly currency: string
  /** In whose clock the hours of a day are told. */
  readonly zone: string
  readonly channel?: string | undefined
  readonly rule?: Rule<BehaviourParameters>
}

export interface Ready {
  readonly question: Question<BehaviourParameters>
  readonly parameters: BehaviourParameters
  /** The purchases of the window. */
  readonly scope: Scope
  /** The purchases of all time up to the day, for what has to be known from the first order on. */
  readonly whole: Scope
}

export async function prepare(engine: Engine, input: BehaviourInput): Promise<Ready> {
  const question = await settle(engine, input.rule ?? behaviourRule, input)
  const whole: Scope = { ...question.scope, channel: input.channel }
  return { question, parameters: question.parameters, whole, scope: { ...whole, windowDays: question.parameters.windowDays ?? undefined } }
}

/** A sentence that crosses the wire, its numbers written for each language. */
export const inBoth = (sentence: Sentence, values: Values = {}): Sentence => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })
