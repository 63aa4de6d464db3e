import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import type { ModelName } from '../definitions/models.schema.ts'
import { ModelNote } from '../definitions/models.note.tsx'
import { predictionPageWords as words } from './prediction.page.words.ts'
import type { CandidateId, Contestant, Prediction } from './prediction.schema.ts'
import { candidateNames } from './prediction.words.ts'

const notes: Readonly<Record<CandidateId, ModelName>> = { recency: 'recency', bg: 'bg_nbd', mbg: 'mbg_nbd', pareto: 'pareto_nbd', logistic: 'logistic', trees: 'trees' }

/** Every candidate on time that it had not seen, which one is used, and why. */
export function Candidates({ data }: { readonly data: Prediction }) {
  const { say } = useWords()
  const { num, percent } = useFormat()
  const definition = useDefinition(data.stamp)
  const { backtest } = data
  if (backtest === null) return null
  const figure = (key: 'auc' | 'brier' | 'lift', title: string, says: string, digits: number): Column<Contestant> =>
    ({ key, title, isNumber: true, width: 84, value: (one) => one[key], cell: (one) => one[key] === null ? '–' : num(one[key], digits), definition: { ...definition, says } })
  const columns: readonly Column<Contestant>[] = [
    {
      key: 'model', title: say(words.model), width: 210, value: (one) => say(candidateNames[one.id]), isSortable: false,
      cell: (one) => <div className="in-wrap">{say(candidateNames[one.id])} {one.shipped && <span className="ck-tag" data-tone="accent">{say(words.used)}</span>} <ModelNote name={notes[one.id]} /></div>
    },
    figure('auc', say(words.auc), say(words.aucSays), 4), figure('brier', say(words.brier), say(words.brierSays), 4), { ...figure('lift', say(words.lift), say(words.liftSays), 2), isWideOnly: true },
    { key: 'verdict', title: say(words.verdict), isWideOnly: true, isSortable: false, value: (one) => say(one.verdict), cell: (one) => <div className="in-wrap">{say(one.verdict)}</div> }
  ]
  const alive = backtest.yardsticks.find(({ id, model }) => id === 'alive' && model === 'bg')
  const frequency = backtest.yardsticks.find(({ id }) => id === 'frequency')
  const shipped = backtest.candidates.find((one) => one.shipped)
  return (
    <Card title={say(words.candidates)} aside={say(words.candidatesAside, { periods: shipped?.tests.length ?? 0, days: data.model?.horizonDays ?? data.horizonDays })}>
      <p>{say(backtest.reason)}</p>
      <DataTable label={say(words.candidates)} rows={backtest.candidates} columns={columns} rowKey={(one) => one.id} />
      <p className="ck-soft ck-small in-card-foot">
        {alive !== undefined && frequency !== undefined && say(words.never, { frequency: num(frequency.auc, 4), alive: num(alive.auc, 4), model: 'BG/NBD' })}
        {' '}{shipped?.tests.map((test) => `${test.cut} → ${test.to}: ${num(test.auc, 4)} (${percent(test.bought / Math.max(1, test.n))})`).join(' · ')}
      </p>
      <div className="ck-bar ck-card-foot"><ExportMenu sheet={() => sheetOf(say(words.candidates), columns, backtest.candidates)} /></div>
    </Card>
  )
}
