/** The lifecycle part of the report: states, thresholds with how sure they are, and what the definition costs. */
import type { Line, Section, Table } from './reports.document.ts'
import type { Figures } from './reports.figures.ts'
import type { Report } from './reports.schema.ts'
import { churnWords as words, reportWords } from './reports.words.ts'

type Lifecycle = NonNullable<Report['lifecycle']>
type Curve = Lifecycle['curves'][number]
interface Rate { readonly rate: number, readonly low: number, readonly high: number, readonly of: number }

export function churnSection(lifecycle: Lifecycle, figures: Figures): Section {
  const { tell, percent } = figures
  const curves = lifecycle.curves.filter((curve) => curve.category === null)
  const { definition, asOf, n } = lifecycle.stamp
  const share = (name: string, otherwise: number) => { const found = definition.parameters[name]; return percent(typeof found === 'number' ? found : otherwise) }
  return {
    id: 'lifecycle', title: tell(words.title),
    paragraphs: [tell(words.rule, { horizon: lifecycle.horizonDays, risk: share('atRiskShare', 0.8), lapsed: share('lapsedShare', 0.95) })],
    ...(curves.some((curve) => curve.points.length > 0)
      ? { picture: { title: tell(words.curve), summary: tell(words.curve), axis: tell(words.axis), until: lifecycle.horizonDays, lines: curves.map((curve) => lineOf(curve, figures)) } }
      : {}),
    tables: [statesOf(lifecycle, figures), thresholdsOf(lifecycle, curves, figures), qualityOf(lifecycle, figures)],
    remarks: [
      ...(lifecycle.quality === null ? [tell(words.noQuality, { days: lifecycle.returnDays })] : []), ...(lifecycle.churn === null ? [tell(words.noChurn)] : []),
      ...lifecycle.notes.map((note) => tell(note)), tell(reportWords.definition, { id: definition.id, version: definition.version, n: figures.num(n), asOf })
    ]
  }
}

function statesOf({ states }: Lifecycle, { tell, num, percent, money }: Figures): Table {
  return {
    caption: tell(words.title), head: [tell(words.state), tell(words.customers), tell(words.share), tell(words.money)], aligns: ['left', 'right', 'right', 'right'],
    rows: states.filter(({ state, customers }) => customers > 0 || state !== 'prospect')
      .map(({ name, customers, share, moneyMinor, within }) => [within === null ? tell(name) : tell(words.within, { name: tell(name) }), num(customers), percent(share, 1), money(moneyMinor, 0)])
  }
}

function thresholdsOf({ leastObserved, stamp }: Lifecycle, curves: readonly Curve[], { tell, num }: Figures): Table {
  const least = Number(stamp.definition.parameters['leastObserved'] ?? leastObserved ?? 30)
  const days = (value: number | null) => (value === null ? tell(reportWords.dash) : tell(reportWords.days, { n: num(value) }))
  return {
    caption: tell(words.risk), aligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    head: [tell(words.series), tell(words.gaps), tell(words.risk), tell(words.lapsed), tell(words.observed), tell(words.sure)],
    rows: curves.map((curve) => [
      tell(words[curve.series]), num(curve.gaps), days(curve.atRiskAfterDays), days(curve.lapsedAfterDays), `${num(curve.observedAtRisk)} / ${num(curve.observedLapsed)}`,
      curve.uncertain ? tell(words.uncertain, { least }) : tell(words.certain)
    ])
  }
}

function qualityOf({ quality, churn, retention, moneyAtRisk, leastObserved }: Lifecycle, { tell, num, percent, money }: Figures): Table {
  const rate = (name: string, { rate: value, low, high, of }: Rate) => [name, percent(value, 1), `${percent(low, 1)} – ${percent(high, 1)}`, num(of)]
  const dash = tell(reportWords.dash)
  return {
    caption: tell(words.quality), head: [tell(words.quality), tell(words.value), tell(words.interval), tell(words.base)], aligns: ['left', 'right', 'right', 'right'],
    rows: [
      ...(quality === null ? [] : [
        rate(tell(words.falseLapse, { day: quality.asOf, days: quality.returnDays }), quality.falseLapse),
        [tell(words.later), percent(quality.laterMoneyShare, 1), dash, money(quality.laterMoneyMinor, 0)]
      ]),
      ...(churn === null ? [] : [rate(tell(words.lapse, { from: churn.from, to: churn.to }), churn.lapse), rate(tell(words.simple), churn.simple)]),
      ...(retention === null ? [] : [
        rate(tell(words.repeatRate), retention.repeat), ...(retention.revenueRetention === null ? [] : [[tell(words.retained), percent(retention.revenueRetention, 1), dash, dash]])
      ]),
      [tell(words.atRisk, { days: moneyAtRisk.returnDays, basis: tell(reportWords[moneyAtRisk.basis]) }), money(moneyAtRisk.moneyMinor, 0), dash, num(moneyAtRisk.customers)],
      ...(leastObserved === null ? [] : [[tell(words.least), num(leastObserved), dash, dash]])
    ]
  }
}

function lineOf(curve: Curve, { tell, num }: Figures): Line {
  const mark = (days: number | null, tone: 'risk' | 'lost') => (days === null ? [] : [{ days, tone, label: tell(words.threshold, { days: num(days) }) }])
  return {
    name: tell(words[curve.series]), dashed: curve.series === 'one', points: curve.points.map(({ days, f }) => ({ days, share: f })),
    marks: [...mark(curve.atRiskAfterDays, 'risk'), ...mark(curve.lapsedAfterDays, 'lost')]
  }
}
