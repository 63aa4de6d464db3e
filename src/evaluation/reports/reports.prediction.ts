/** Who will buy again, in the report: the candidates on held-out time, the one used, and what is expected of those to call first. */
import { candidateNames } from '#insights/prediction/prediction.ts'
import type { Section } from './reports.document.ts'
import type { Figures } from './reports.figures.ts'
import { predictionReportWords as words } from './reports.prediction.words.ts'
import type { Report } from './reports.schema.ts'

export function predictionSection(prediction: NonNullable<Report['prediction']>, { tell, num, percent, money }: Figures): Section {
  const { backtest, callFirst, horizonDays, valueDays, discountRate, model, notes, sentence } = prediction
  const dash = '–'
  const base = { id: 'prediction', title: tell(words.title) }
  if (backtest === null || model === null) return { ...base, paragraphs: [tell(sentence)], tables: [], remarks: [] }
  const figure = (value: number | null, digits: number) => (value === null ? dash : num(value, digits))
  const [last] = backtest.money
  return {
    ...base,
    paragraphs: [tell(sentence), tell(backtest.reason)],
    tables: [
      {
        caption: tell(words.candidates), hasProse: true, aligns: ['left', 'right', 'right', 'right', 'left'], head: [tell(words.model), 'AUC', 'Brier', tell(words.lift), tell(words.verdict)],
        rows: backtest.candidates.map((one) => [tell(candidateNames[one.id]), figure(one.auc, 4), figure(one.brier, 4), figure(one.lift, 2), tell(one.verdict)])
      },
      ...(callFirst.length === 0 ? [] : [{
        caption: tell(words.call), hasProse: true, aligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left'] as const,
        head: [tell(words.customer), tell(words.chance, { days: horizonDays }), tell(words.purchases), tell(words.spend), tell(words.value), tell(words.doubt), tell(words.reasons)],
        rows: callFirst.map((one) => [
          one.name ?? one.customerId, percent(one.chance), num(one.purchases, 2), money(one.spendMinor, 0), money(one.valueMinor, 0), money(one.doubtMinor, 0),
          one.reasons.map(({ effect, sentence: said }) => `${effect === 'fact' ? '' : effect === 'up' ? '↑ ' : '↓ '}${tell(said)}`).join(' · ')
        ])
      }])
    ],
    remarks: [
      ...(last === undefined ? [] : [tell(words.past, { from: last.cut, to: last.to, expected: money(last.expectedSpendMinor, 0), real: money(last.spendMinor, 0), expectedBuyers: num(Math.round(last.expectedBuyers)), buyers: num(last.buyers) })]),
      tell(words.value365, { days: valueDays, rate: percent(discountRate) }), ...notes.map((note) => tell(note)),
      tell(words.stamp, { asOf: model.asOf, n: num(model.n), seed: model.seed, version: prediction.stamp.definition.version })
    ]
  }
}
