import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { ModelNote } from '../definitions/models.note.tsx'
import { forecastPageWords, methodsWords as words } from './forecast.page.words.ts'
import type { Forecast } from './forecast.schema.ts'

const notes = ['seasonal_naive', 'ets', 'theta', 'stl'] as const
const noteWords = { seasonal_naive: words.seasonalNaive, ets: words.ets, theta: words.theta, stl: words.stl } as const
type Score = Forecast['scores'][number]
const steps = { day: forecastPageWords.dayN, week: forecastPageWords.weekN, month: forecastPageWords.monthN } as const

/** Every method beside seasonal naive: how wrong it was from many past days, which one is shipped, and why. */
export function Methods({ data }: { readonly data: Forecast }) {
  const { say } = useWords()
  const { num, percent } = useFormat()
  const definition = useDefinition(data.stamp)
  const { run, scores, shipped } = data
  if (run === null) return null
  const level = percent(run.level)
  const scored = say(steps[data.grain], { n: run.scored })
  const hundredth = (value: number | null) => value === null ? '–' : percent(value / 100, 1)
  const figure = (key: string, title: string, says: string, value: (score: Score) => number | null, cell: (score: Score) => string): Column<Score> =>
    ({ key, title, isNumber: true, width: 96, value, cell, definition: { ...definition, says } })
  const columns: readonly Column<Score>[] = [
    {
      key: 'method', title: say(words.method), value: (score) => say(score.name), isSortable: false,
      cell: (score) => <div className="ck-wrap">{say(score.name)} {score.isShipped && <span className="ck-tag" data-tone="accent">{say(words.shipped)}</span>}{score.isBenchmark && <span className="ck-tag" data-tone="quiet">{say(words.benchmark)}</span>}{!score.isComplete && <span className="ck-tag" data-tone="quiet">{say(words.incomplete)}</span>}</div>
    },
    figure('wape', say(words.wape), say(words.wapeSays), (score) => score.wape, (score) => hundredth(score.wape)),
    figure('mase', say(words.mase), say(words.maseSays), (score) => score.mase, (score) => score.mase === null ? '–' : num(score.mase, 2)),
    { ...figure('smape', say(words.smape), say(words.smapeSays), (score) => score.smape, (score) => hundredth(score.smape)), isWideOnly: true },
    { ...figure('pinball', say(words.pinball), say(words.pinballSays), (score) => score.pinball, (score) => hundredth(score.pinball)), isWideOnly: true },
    { ...figure('coverage', say(words.coverage), say(words.coverageSays, { level }), (score) => score.coverage, (score) => score.coverage === null ? '–' : percent(score.coverage)), isWideOnly: true },
    { ...figure('latest', say(words.latest), say(words.latestSays, { scored }), (score) => score.latest.wape, (score) => hundredth(score.latest.wape)), isWideOnly: true }
  ]
  const winner = scores.find(({ isShipped }) => isShipped)
  const yardstick = scores.find(({ isBenchmark }) => isBenchmark)
  const why = winner === undefined || yardstick === undefined ? say(words.whyShort)
    : winner === yardstick ? say(words.whyNaive)
      : say(words.why, { method: say(winner.name), origins: run.origins, gain: percent(1 - (winner.wape ?? 0) / (yardstick.wape ?? 1)) })
  return (
    <Card title={say(words.title)} aside={say(words.aside, { origins: run.origins, scored })}>
      <p>{why}</p>
      <DataTable label={say(words.title)} rows={scores} columns={columns} rowKey={(score) => score.method} />
      <p className="ck-soft ck-small in-card-foot">
        {run.period === 1 && <>{say(words.noSeason)} </>}
        {run.reconciliation !== 'none' && <>{say(run.reconciliation === 'mint' ? words.mint : words.wholeFirst)} </>}
        {shipped !== null && say(words.afterwards, { wape: hundredth(shipped.wape), level, coverage: shipped.coverage === null ? say(words.coverageNone) : percent(shipped.coverage) })}
      </p>
      <div className="ck-bar ck-card-foot">{notes.map((name) => <span key={name} className="ck-small"><span className="ck-soft">{say(noteWords[name])}</span> <ModelNote name={name} /></span>)}<span className="ck-end"><ExportMenu sheet={() => sheetOf(say(words.title), columns, scores)} /></span></div>
    </Card>
  )
}
