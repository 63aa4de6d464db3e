/** What types cannot see in a programme: names that lead nowhere, days in the wrong order, rules that could never give anything. Pure. */
import type { Sentence, Values } from '#foundation/words.ts'
import { isDay } from '#foundation/zone.ts'
import type { Programme, Rule } from './earning.schema.ts'
import { faultWords as words } from './earning.faults.words.ts'

/** `path` names the field: `rules/2/when/to`. */
export interface Fault { readonly path: string, readonly sentence: Sentence, readonly values: Values }

export function faultsOf(programme: Programme): readonly Fault[] {
  const faults: Fault[] = []
  const at = (path: string) => (sentence: Sentence, values: Values = {}): void => { faults.push({ path, sentence, values }) }
  if (Object.keys(programme.currencies).length === 0) at('currencies')(words.noCurrency)
  twice(programme.rules.map(({ key }) => key)).forEach((place) => at(`rules/${place}/key`)(words.twice, { key: programme.rules[place]?.key ?? '' }))
  twice(programme.budgets.map(({ key }) => key)).forEach((place) => at(`budgets/${place}/key`)(words.twice, { key: programme.budgets[place]?.key ?? '' }))
  programme.budgets.forEach(({ currency }, place) => { if (programme.currencies[currency] === undefined) at(`budgets/${place}/currency`)(words.unknownCurrency, { currency }) })
  programme.rules.forEach((rule, place) => ruleFaults(rule, programme, place, (field, sentence, values) => at(`rules/${place}/${field}`)(sentence, values)))
  return faults
}

type Say = (field: string, sentence: Sentence, values?: Values) => void

function ruleFaults(rule: Rule, programme: Programme, place: number, say: Say): void {
  const { give, when, where, most, budget, expires } = rule
  if (programme.currencies[rule.currency] === undefined) say('currency', words.unknownCurrency, { currency: rule.currency })
  const account = programme.budgets.find(({ key }) => key === budget)
  if (budget !== undefined && account === undefined) say('budget', words.unknownBudget, { budget })
  if (account !== undefined && account.currency !== rule.currency) say('budget', words.otherCurrency, { budget: account.name, currency: account.currency })
  if (when?.from !== undefined && !isDay(when.from)) say('when/from', words.noSuchDay, { day: when.from })
  if (when?.to !== undefined && !isDay(when.to)) say('when/to', words.noSuchDay, { day: when.to })
  if (when?.from !== undefined && when.to !== undefined && when.to < when.from) say('when/to', words.backwards)
  if (expires !== undefined && 'on' in expires && !isDay(expires.on)) say('expires', words.noSuchDay, { day: expires.on })
  if (expires !== undefined && 'on' in expires && when?.to !== undefined && expires.on < when.to) say('expires', words.endsBefore)
  if (most?.order !== undefined && most.day !== undefined && most.day < most.order) say('most/day', words.dayBelowOrder)
  if (most?.day !== undefined && most.customer !== undefined && most.customer < most.day) say('most/customer', words.customerBelowDay)
  if (give.kind === 'event') {
    if (where !== undefined) say('where', words.eventHasNoLines)
    if (when?.firstOrder === true || when?.stores !== undefined || when?.channels !== undefined || when?.atLeastMinor !== undefined) say('when', words.eventHasNoOrder)
    if (/^(orders|points|earning)\./.test(give.event)) say('give/event', words.ownEvent, { event: give.event })
    return
  }
  if ((give.kind === 'times' || give.kind === 'tier') && !programme.rules.some((other) => other.currency === rule.currency && other.give.kind === 'rate' && other.give.extra !== true)) say('give', words.nothingToMultiply)
  if (give.kind === 'rate' && give.extra !== true && where === undefined && when === undefined) {
    const hidden = programme.rules.findIndex((other, later) => later > place && other.currency === rule.currency && other.give.kind === 'rate' && other.give.extra !== true)
    if (hidden !== -1) say('give', words.hidesLater, { name: programme.rules[hidden]?.name ?? '' })
  }
}

/** The places of what stood before under the same name. */
const twice = (keys: readonly string[]): readonly number[] => keys.flatMap((key, place) => (keys.indexOf(key) < place ? [place] : []))
