/** The figures of the lifecycle, from the rows that the statements answer. Pure. */
import { formatMoney } from '#foundation/money.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import { wilson } from '#stats/wilson.ts'
import type { LifecycleParameters } from '../definitions/definitions.schema.ts'
import type { Curves } from './lifecycle.curves.ts'
import type { Lifecycle, StateId } from './lifecycle.schema.ts'
import { lifecycleWords as words, stateNames } from './lifecycle.words.ts'

type Label = Exclude<StateId, 'prospect' | 'reactivated'>
interface LabelRow { readonly label: Label, readonly was_lapsed: boolean, readonly customers: number, readonly on_margin: number, readonly money_minor: bigint, readonly at_risk_minor: bigint }
interface OutcomeRow { readonly label: Label | null, readonly customers: number, readonly back: number, readonly later_minor: bigint }
interface PeriodRow { readonly buyers: number, readonly kept: number, readonly before_minor: bigint, readonly after_minor: bigint }

const rate = (count: number, of: number) => ({ count, of, ...wilson(count, of) })
const labelOrder: readonly Label[] = ['new', 'active', 'at_risk', 'lapsed']

export function statesOf(rows: readonly LabelRow[], waiting: number): Lifecycle['states'] {
  const total = rows.reduce((sum, { customers }) => sum + customers, 0)
  const state = (id: StateId, chosen: readonly LabelRow[], within: StateId | null) => {
    const customers = chosen.reduce((sum, row) => sum + row.customers, 0)
    return {
      state: id, name: stateNames[id], customers, share: total === 0 ? 0 : customers / total,
      moneyMinor: chosen.reduce((sum, { money_minor }) => sum + money_minor, 0n).toString(), within
    }
  }
  return [
    ...labelOrder.map((label) => state(label, rows.filter((row) => row.label === label), null)),
    state('reactivated', rows.filter((row) => row.label === 'active' && row.was_lapsed), 'active'),
    { state: 'prospect', name: stateNames.prospect, customers: waiting, share: 0, moneyMinor: '0', within: null }
  ]
}

export function moneyOf(rows: readonly LabelRow[], returnDays: number): Lifecycle['moneyAtRisk'] {
  const chosen = rows.filter(({ label }) => label === 'at_risk')
  const customers = chosen.reduce((sum, row) => sum + row.customers, 0)
  const onMargin = chosen.reduce((sum, row) => sum + row.on_margin, 0)
  return {
    customers, moneyMinor: chosen.reduce((sum, row) => sum + row.at_risk_minor, 0n).toString(), returnDays, onMargin, onRevenue: customers - onMargin,
    basis: customers === 0 ? 'none' : onMargin === customers ? 'margin' : onMargin === 0 ? 'revenue' : 'mixed'
  }
}

export function qualityOf(rows: readonly OutcomeRow[], asOf: Day, returnDays: number): Lifecycle['quality'] {
  const lapsed = rows.find(({ label }) => label === 'lapsed')
  if (!lapsed || lapsed.customers === 0) return null
  const later = rows.reduce((sum, { later_minor }) => sum + later_minor, 0n)
  return {
    asOf, returnDays, falseLapse: rate(lapsed.back, lapsed.customers), laterMoneyMinor: lapsed.later_minor.toString(),
    laterMoneyShare: later > 0n ? Math.max(0, Number(lapsed.later_minor) / Number(later)) : 0,
    returned: rows.flatMap(({ label, customers, back }) => (label === null ? [] : [{ state: label, back: rate(back, customers) }]))
  }
}

export const churnOf = (lost: { readonly customers: number, readonly lapsed: number }, period: PeriodRow, asOf: Day, days: number): Lifecycle['churn'] => ({
  from: addDays(asOf, -days), to: asOf, previousFrom: addDays(asOf, -2 * days), lapse: rate(lost.lapsed, lost.customers), simple: rate(period.buyers - period.kept, period.buyers)
})

export const retentionOf = (period: PeriodRow, asOf: Day, days: number): Lifecycle['retention'] => ({
  from: addDays(asOf, -days), to: asOf, previousFrom: addDays(asOf, -2 * days), repeat: rate(period.kept, period.buyers),
  revenueRetention: period.before_minor > 0n ? Number(period.after_minor) / Number(period.before_minor) : null
})

const both = (sentence: Sentence, values: Values = {}): Sentence => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })

interface Said {
  readonly customers: number
  readonly asOf: Day
  readonly curves: Curves
  readonly parameters: LifecycleParameters
  readonly states: Lifecycle['states']
  readonly moneyAtRisk: Lifecycle['moneyAtRisk']
  readonly currency: string
}

export function sentenceOf({ customers, asOf, curves, parameters, states, moneyAtRisk, currency }: Said): Sentence {
  if (customers === 0) return both(words.empty, { asOf })
  const regulars = curves.thresholds.get('')?.repeat
  if (!regulars || regulars.atRiskAfterDays === null || regulars.lapsedAfterDays === null) return both(words.unsure, { customers })
  const count = (id: StateId): number => states.find(({ state }) => state === id)?.customers ?? 0
  const values = {
    atRisk: regulars.atRiskAfterDays, lapsed: regulars.lapsedAfterDays, horizon: curves.horizonDays, share: Math.round(100 * parameters.lapsedShare),
    atRiskCustomers: count('at_risk'), lapsedCustomers: count('lapsed'), returnDays: parameters.returnDays
  }
  const basis = moneyAtRisk.basis === 'margin' ? words.margin : moneyAtRisk.basis === 'mixed' ? words.mixed : words.revenue
  const money = BigInt(moneyAtRisk.moneyMinor)
  return {
    zh: say(words.headline, 'zh-CN', { ...values, money: formatMoney(money, currency, 'zh-CN', 0), basis: basis.zh }),
    en: say(words.headline, 'en', { ...values, money: formatMoney(money, currency, 'en', 0), basis: basis.en })
  }
}

interface Noted extends Pick<Said, 'customers' | 'curves' | 'parameters' | 'moneyAtRisk'> { readonly quality: Lifecycle['quality'], readonly from: Day }

export function notesOf({ customers, curves, parameters, quality, moneyAtRisk, from }: Noted): Lifecycle['notes'] {
  if (customers === 0) return []
  const unsure = (series: 'one' | 'repeat'): boolean => curves.shown.some((curve) => curve.category === null && curve.series === series && curve.source !== 'fixed' && curve.uncertain)
  return [
    ...(curves.spanDays < 2 * parameters.horizonDays ? [both(words.shortSpan, { days: curves.spanDays })] : []),
    ...(unsure('repeat') ? [both(words.uncertainRepeat, { least: parameters.leastObserved })] : []),
    ...(unsure('one') ? [both(words.uncertainOne, { least: parameters.leastObserved })] : []),
    ...(quality === null ? [both(words.noQuality, { day: from })] : []),
    ...(moneyAtRisk.basis === 'mixed' ? [both(words.onRevenue, { customers: moneyAtRisk.onRevenue })] : [])
  ]
}
