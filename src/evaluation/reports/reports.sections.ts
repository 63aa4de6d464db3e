/** The report as a document: the answer first, then whom to call, then what it rests on. */
import type { Locale } from '#foundation/words.ts'
import { churnSection } from './reports.churn.ts'
import type { Document, Section } from './reports.document.ts'
import { figuresOf, type Figures } from './reports.figures.ts'
import { fileSection } from './reports.file.ts'
import { predictionSection } from './reports.prediction.ts'
import type { Report } from './reports.schema.ts'
import { callWords, cohortWords, groupWords, reportWords as words } from './reports.words.ts'

const mostCohorts = 14
const mostOffsets = 12

export function documentOf(report: Report, locale: Locale): Document {
  const figures = figuresOf(locale, report.currency)
  const { tell } = figures
  const { lifecycle, rfm, cohorts } = report
  return {
    title: tell(words.title), answer: answerOf(report, figures),
    subtitle: tell(words.subtitle, { file: report.file.name, asOf: report.asOf, cleaning: tell(words[report.cleaning]) }),
    sections: [
      ...(lifecycle === null ? [] : [callSection(report, lifecycle, figures), churnSection(lifecycle, figures)]),
      ...(report.prediction === null ? [] : [predictionSection(report.prediction, figures)]),
      ...(rfm === null ? [] : [groupSection(rfm, figures)]), ...(cohorts === null ? [] : [cohortSection(cohorts, figures)]), fileSection(report, figures)
    ],
    footer: tell(words.made, { version: report.version })
  }
}

function answerOf({ lifecycle, totals, callFirst }: Report, { tell, num, money }: Figures): string {
  if (lifecycle === null) return tell(words.answerNobody)
  const count = (state: string) => num(lifecycle.states.find((one) => one.state === state)?.customers ?? 0)
  const customers = num(totals.customers)
  if (lifecycle.curves.every((curve) => curve.lapsedAfterDays === null)) return tell(words.answerUnknown, { customers })
  const { moneyMinor, returnDays, basis } = lifecycle.moneyAtRisk
  if (callFirst.length === 0) return tell(words.answerCalm, { customers, lapsed: count('lapsed') })
  return tell(words.answer, { customers, atRisk: count('at_risk'), lapsed: count('lapsed'), days: returnDays, money: money(moneyMinor, 0), basis: tell(words[basis]), call: callFirst.length })
}

function callSection({ callFirst }: Report, { returnDays, moneyAtRisk }: NonNullable<Report['lifecycle']>, { tell, num, percent, money }: Figures): Section {
  const days = (value: number | null) => (value === null ? tell(words.dash) : tell(words.days, { n: num(value) }))
  return {
    id: 'call', title: tell(callWords.title), remarks: [],
    paragraphs: [callFirst.length === 0 ? tell(callWords.nobody) : tell(callWords.order, { basis: tell(words[moneyAtRisk.basis]) })],
    tables: callFirst.length === 0 ? [] : [{
      caption: tell(callWords.title), hasProse: true, aligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
      head: [tell(callWords.customer), tell(callWords.orders), tell(callWords.silent), tell(callWords.usual), tell(callWords.money), tell(callWords.back, { days: returnDays }), tell(callWords.risk), tell(callWords.reason)],
      rows: callFirst.map((one) => [
        one.name ?? one.customerId, num(one.orders), days(one.silentDays), days(one.usualGapDays), money(one.moneyMinor, 0), one.pReturn === null ? tell(words.dash) : percent(one.pReturn), money(one.atRiskMinor, 0), tell(one.reason)
      ])
    }]
  }
}

function groupSection(rfm: NonNullable<Report['rfm']>, { tell, num, percent, money }: Figures): Section {
  const { recency, frequency, monetary } = rfm.measures
  const edges = (values: readonly number[], decimals: number) => values.map((value) => num(value, Number.isInteger(value) ? 0 : decimals)).join(' · ')
  const { definition, asOf, n } = rfm.stamp
  return {
    id: 'rfm', title: tell(groupWords.title), paragraphs: [tell(groupWords.top, { share: percent(rfm.topFifthMoneyShare, 1) })],
    tables: [{
      caption: tell(groupWords.title), hasProse: true, aligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
      head: [tell(groupWords.segment), tell(groupWords.customers), tell(groupWords.share), tell(groupWords.orders), tell(groupWords.money), tell(groupWords.moneyShare), tell(groupWords.away), tell(groupWords.advice)],
      rows: rfm.segments.filter((one) => one.customers > 0).map((one) => [
        tell(one.name), num(one.customers), percent(one.share, 1), num(one.orders), money(one.moneyMinor, 0), percent(one.moneyShare, 1), tell(words.days, { n: num(one.averageRecencyDays) }), tell(one.advice)
      ])
    }],
    remarks: [
      tell(groupWords.cuts, { recency: edges(recency.edges, 1), frequency: edges(frequency.edges, 1), monetary: edges(monetary.edges, 2) }),
      tell(words.definition, { id: definition.id, version: definition.version, n: num(n), asOf })
    ]
  }
}

function cohortSection(cohorts: NonNullable<Report['cohorts']>, { tell, num, percent }: Figures): Section {
  const shown = cohorts.cohorts.slice(-mostCohorts)
  const widest = Math.max(0, ...shown.map((cohort) => cohort.on.length))
  const offsets = Array.from({ length: Math.min(mostOffsets, Math.max(0, widest - 1)) }, (_, place) => place + 1)
  const shareOf = (cohort: (typeof shown)[number], offset: number) => { const count = cohort.on[offset]; return count === undefined || cohort.customers === 0 ? undefined : count / cohort.customers }
  const most = Math.max(0.01, ...shown.flatMap((cohort) => offsets.map((offset) => shareOf(cohort, offset) ?? 0)))
  const cell = (share: number | undefined) => (share === undefined ? '' : percent(share))
  const averageAt = (offset: number) => cohorts.average.find((one) => one.offset === offset)?.on
  const { definition, asOf, n } = cohorts.stamp
  return {
    id: 'cohorts', title: tell(cohortWords.title), paragraphs: [`${tell(cohortWords[cohorts.by])}${cohorts.lastPeriodOpen ? ` ${tell(cohortWords.open)}` : ''}`],
    tables: [{
      caption: tell(cohortWords.title), aligns: ['left', 'right', ...offsets.map(() => 'right' as const)], head: [tell(cohortWords.cohort), tell(cohortWords.customers), ...offsets.map(String)],
      rows: [...shown.map((cohort) => [cohort.period, num(cohort.customers), ...offsets.map((offset) => cell(shareOf(cohort, offset)))]), [tell(cohortWords.average), '', ...offsets.map((offset) => cell(averageAt(offset)))]],
      shades: [...shown.map((cohort) => [undefined, undefined, ...offsets.map((offset) => { const share = shareOf(cohort, offset); return share === undefined ? undefined : share / most })]), []]
    }],
    remarks: [...(shown.length < cohorts.cohorts.length || widest - 1 > mostOffsets ? [tell(cohortWords.only, { n: num(shown.length), offsets: mostOffsets })] : []), tell(words.definition, { id: definition.id, version: definition.version, n: num(n), asOf })]
  }
}
