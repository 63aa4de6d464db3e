/**
 * Lifecycle: who is new, active, at risk or lapsed, after how many silent days, how often that is wrong, and the money it means.
 *
 * The thresholds are read from the business's own gaps between purchases, the open last gap counted as censored, so that they neither call a seasonal
 * buyer lost nor wait a year for a weekly one. The label is not the probability: P(return) stands beside it.
 */
import type { Engine } from '#foundation/engine.ts'
import { addDays, daysBetween } from '#foundation/zone.ts'
import type { LifecycleParameters } from '../definitions/definitions.schema.ts'
import { lifecycleRule, type Rule } from '../definitions/definitions.ts'
import { ask, cursorOf, readCursor, readState, saleSource, settle, type Asked, type Question, type Source } from '../warehouse/warehouse.ts'
import { drawCurves, packCurves, type Curves } from './lifecycle.curves.ts'
import { listBuyers, listProspects } from './lifecycle.customers.ts'
import { churnOf, moneyOf, notesOf, qualityOf, retentionOf, sentenceOf, statesOf } from './lifecycle.figures.ts'
import type { Lifecycle, LifecycleCustomers, LifecycleCustomersQuery } from './lifecycle.schema.ts'
import { crossed, endedGaps, labels, openGaps, outcomes, periods, prospects, type Yardstick } from './lifecycle.sql.ts'

export interface LifecycleInput extends Asked {
  readonly currency: string
  readonly rule?: Rule<LifecycleParameters>
  /** Fixed days for everyone in place of the curves' own. */
  readonly atRiskAfterDays?: number | undefined
  readonly lapsedAfterDays?: number | undefined
  /** How many customers to call first; 20 unless said. */
  readonly callFirst?: number
}

interface Ready {
  readonly question: Question<LifecycleParameters>
  readonly source: Source
  readonly curves: Curves
  readonly yardstick: Yardstick
  readonly customers: number
}

export const readLifecycle = (engine: Engine, input: LifecycleInput): Promise<Lifecycle> => engine.snapshot(async (snapshot) => {
  const ready = await prepare(snapshot, input)
  const { question, source, curves, yardstick, customers } = ready
  const { scope, parameters } = question
  const { returnDays } = parameters
  const labelled = customers === 0 ? [] : await ask(snapshot, labels(source, yardstick))
  const whole = scope.category === undefined && scope.store === undefined
  const [waiting] = whole ? await ask(snapshot, prospects(source)) : []
  const past = customers === 0 ? undefined : await lookBack(snapshot, ready)
  const [period] = past === undefined ? [] : await ask(snapshot, periods(saleSource(scope), returnDays))
  const calls = customers === 0 ? undefined
    : await listBuyers(snapshot, source, scope, yardstick, { sort: 'at_risk', state: 'at_risk', after: undefined, limit: input.callFirst ?? 20 })
  const states = statesOf(labelled, waiting?.customers ?? 0)
  const moneyAtRisk = moneyOf(labelled, returnDays)
  const from = addDays(scope.asOf, -returnDays)
  const quality = past === undefined ? null : qualityOf(past.outcomes, from, returnDays)
  const main = curves.shown.filter(({ category }) => category === null)
  const observed = main.flatMap((curve) => (curve.source === 'curve' ? [curve.observedAtRisk, curve.observedLapsed] : []))
  return {
    stamp: question.stamp(customers),
    sentence: sentenceOf({ customers, asOf: scope.asOf, curves, parameters, states, moneyAtRisk, currency: input.currency }),
    spanDays: curves.spanDays, horizonDays: curves.horizonDays, returnDays, states, curves: [...curves.shown],
    leastObserved: observed.length === 0 ? null : Math.min(...observed),
    quality,
    churn: past === undefined || period === undefined ? null : churnOf(past.crossed, period, scope.asOf, returnDays),
    retention: period === undefined ? null : retentionOf(period, scope.asOf, returnDays),
    moneyAtRisk, callFirst: [...calls?.items ?? []],
    notes: notesOf({ customers, curves, parameters, quality, moneyAtRisk, from })
  }
})

export type LifecycleCustomersInput = LifecycleInput & Pick<LifecycleCustomersQuery, 'state' | 'customer' | 'sort' | 'after' | 'limit'>

export const listLifecycleCustomers = (engine: Engine, input: LifecycleCustomersInput): Promise<LifecycleCustomers> => engine.snapshot(async (snapshot) => {
  const { question, source, yardstick, customers } = await prepare(snapshot, input)
  const page = { after: input.after === undefined ? undefined : readCursor(input.after), limit: input.limit ?? 50 }
  const { items, last, more } = input.state === 'prospect'
    ? await listProspects(snapshot, source, page)
    : await listBuyers(snapshot, source, question.scope, yardstick, { ...page, sort: input.sort ?? 'at_risk', state: input.state, customer: input.customer })
  return { stamp: question.stamp(customers), items: [...items], next: more && last ? cursorOf(last) : null }
})

async function prepare(engine: Engine, input: LifecycleInput): Promise<Ready> {
  const question = withFixedDays(await settle(engine, input.rule ?? lifecycleRule, input), input)
  const { scope, parameters, firstDay } = question
  const source = await readState(engine, scope)
  const { curves, customers } = await curvesOf(engine, source, firstDay === undefined ? 0 : Math.max(0, daysBetween(firstDay, scope.asOf)), parameters)
  return { question, source, curves, customers, yardstick: yardstickOf(curves, parameters) }
}

async function curvesOf(engine: Engine, source: Source, spanDays: number, parameters: LifecycleParameters): Promise<{ readonly curves: Curves, readonly customers: number }> {
  const ended = await ask(engine, endedGaps(source))
  const open = await ask(engine, openGaps(source))
  return { curves: drawCurves(ended, open, spanDays, parameters), customers: open.reduce((sum, { n }) => sum + n, 0) }
}

const yardstickOf = (curves: Curves, { newDays, returnDays }: LifecycleParameters): Yardstick => ({ packed: packCurves(curves, returnDays), newDays, returnDays })

/** The definition as it would have spoken `returnDays` ago, held against what happened since. Nothing where nobody had bought by then. */
async function lookBack(engine: Engine, { question, source, yardstick }: Ready) {
  const { scope, parameters, firstDay } = question
  const then = addDays(scope.asOf, -parameters.returnDays)
  if (firstDay === undefined || firstDay >= then) return undefined
  const pastScope = { ...scope, asOf: then, latest: false }
  const { curves } = await curvesOf(engine, await readState(engine, pastScope), daysBetween(firstDay, then), parameters)
  const past = await readState(engine, pastScope, 'past_')
  const [lost] = await ask(engine, crossed(source, past, yardstick))
  return { outcomes: await ask(engine, outcomes(source, past, yardstickOf(curves, parameters))), crossed: lost ?? { customers: 0, lapsed: 0 } }
}

/** Days given with the question stand in for the curves', and the stamp says so. */
function withFixedDays(question: Question<LifecycleParameters>, { atRiskAfterDays, lapsedAfterDays }: LifecycleInput): Question<LifecycleParameters> {
  if (atRiskAfterDays === undefined || lapsedAfterDays === undefined) return question
  const days = { atRiskAfterDays, lapsedAfterDays: Math.max(lapsedAfterDays, atRiskAfterDays) }
  const parameters = { ...question.parameters, fixed: { one: days, repeat: days } }
  return {
    ...question, parameters,
    stamp: (n) => {
      const stamp = question.stamp(n)
      return { ...stamp, definition: { ...stamp.definition, parameters: { ...parameters }, overridden: [...stamp.definition.overridden, 'fixed'] } }
    }
  }
}
