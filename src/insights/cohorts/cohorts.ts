/**
 * Cohorts: customers who first bought in the same week, month or quarter, and what became of them. "On" counts who bought in exactly that period, "on or
 * after" who bought in it or later: the first swings with the season, the second says who is still there at all.
 */
import type { Engine } from '#foundation/engine.ts'
import { say, type Sentence } from '#foundation/words.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import type { CohortsParameters } from '../definitions/definitions.schema.ts'
import { cohortsRule, type Rule } from '../definitions/definitions.ts'
import { ask, readState, saleSource, settle, type Asked } from '../warehouse/warehouse.ts'
import { nameOf, nextPeriod, periodsBetween } from './cohorts.periods.ts'
import type { Cohort, CohortPeriod, Cohorts } from './cohorts.schema.ts'
import { activity, ends } from './cohorts.sql.ts'
import { cohortsWords as words } from './cohorts.words.ts'

export interface CohortsInput extends Asked {
  readonly by?: CohortPeriod | undefined
  readonly rule?: Rule<CohortsParameters>
}

export const readCohorts = (engine: Engine, input: CohortsInput): Promise<Cohorts> => engine.snapshot(async (snapshot) => {
  const question = await settle(snapshot, input.rule ?? cohortsRule, input)
  const by = input.by ?? 'month'
  const bought = await ask(snapshot, activity(saleSource(question.scope), by))
  const ended = await ask(snapshot, ends(await readState(snapshot, question.scope), by))
  const first = bought[0]?.cohort
  const periods = first === undefined ? [] : periodsBetween(first, question.scope.asOf, by)
  const cohorts = cohortsOf(bought, ended, periods, by)
  const customers = cohorts.reduce((sum, cohort) => sum + cohort.customers, 0)
  const open = periods.at(-1)
  const lastPeriodOpen = open !== undefined && addDays(question.scope.asOf, 1) < nextPeriod(open, by)
  const average = averageOf(cohorts, lastPeriodOpen)
  return {
    stamp: question.stamp(customers), sentence: sentenceOf(cohorts, average, by, question.scope.asOf), by,
    periods: periods.map((from) => nameOf(from, by)), lastPeriodOpen, cohorts: [...cohorts], average: [...average]
  }
})

interface Bought { readonly cohort: Day, readonly period: Day, readonly customers: number, readonly money_minor: bigint }
interface Ended { readonly cohort: Day, readonly last: Day, readonly customers: number }

/** A row for every period in which somebody came for the first time, as long as there were periods since. */
function cohortsOf(bought: readonly Bought[], ended: readonly Ended[], periods: readonly Day[], by: CohortPeriod): readonly Cohort[] {
  const cell = new Map(bought.map((row) => [`${row.cohort} ${row.period}`, row]))
  const last = new Map(ended.map((row) => [`${row.cohort} ${row.last}`, row.customers]))
  return periods.flatMap((from, index) => {
    const customers = cell.get(`${from} ${from}`)?.customers
    if (customers === undefined) return []
    const since = periods.slice(index)
    let gone = 0
    const onOrAfter = since.map((period) => {
      const stillThere = customers - gone
      gone += last.get(`${from} ${period}`) ?? 0
      return stillThere
    })
    return [{
      period: nameOf(from, by), from, customers, onOrAfter,
      on: since.map((period) => cell.get(`${from} ${period}`)?.customers ?? 0),
      moneyMinor: since.map((period) => (cell.get(`${from} ${period}`)?.money_minor ?? 0n).toString())
    }]
  })
}

/** Over the cohorts that have reached an offset; a period that still runs would pull it down and is left out. */
function averageOf(cohorts: readonly Cohort[], lastPeriodOpen: boolean): Cohorts['average'] {
  const reached = (cohort: Cohort): number => cohort.on.length - (lastPeriodOpen ? 1 : 0)
  const longest = Math.max(0, ...cohorts.map(reached))
  return Array.from({ length: longest }, (_, offset) => {
    const old = cohorts.filter((cohort) => reached(cohort) > offset)
    const customers = old.reduce((sum, cohort) => sum + cohort.customers, 0)
    const share = (key: 'on' | 'onOrAfter'): number => (customers === 0 ? 0 : old.reduce((sum, cohort) => sum + (cohort[key][offset] ?? 0), 0) / customers)
    return { offset, customers, on: share('on'), onOrAfter: share('onOrAfter') }
  })
}

function sentenceOf(cohorts: readonly Cohort[], average: Cohorts['average'], by: CohortPeriod, asOf: Day): Sentence {
  const [first] = cohorts
  if (!first) return { zh: say(words.empty, 'zh-CN', { asOf }), en: say(words.empty, 'en', { asOf }) }
  const values = {
    cohorts: cohorts.length, next: (100 * (average[1]?.on ?? 0)).toFixed(0), first: first.period, size: first.customers,
    later: (100 * (first.onOrAfter[1] ?? 0) / first.customers).toFixed(0)
  }
  return { zh: say(words.headline, 'zh-CN', { ...values, period: words[by].zh }), en: say(words.headline, 'en', { ...values, period: words[by].en }) }
}
