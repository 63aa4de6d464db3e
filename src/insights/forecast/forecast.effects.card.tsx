import { Go } from '#web/address.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { effectsWords as words } from './forecast.page.words.ts'
import type { Forecast } from './forecast.schema.ts'

type Effect = Forecast['effects'][number]

/** What each holiday and promotion did to sales, and whether that is carried forward. */
export function Effects({ data }: { readonly data: Forecast }) {
  const { say } = useWords()
  const { num } = useFormat()
  const times = (ratio: number | null) => ratio === null ? '–' : `×${num(ratio, 2)}`
  const columns: readonly Column<Effect>[] = [
    { key: 'name', title: say(words.name), value: (one) => say(one.name), cell: (one) => <div className="ck-wrap">{say(one.name)}<small className="ck-soft in-block">{say(one.reason)}</small></div> },
    { key: 'ratio', title: say(words.ratio), isNumber: true, width: 110, value: (one) => one.ratio, cell: (one) => <b className={one.isUsed ? undefined : 'ck-soft'}>{times(one.ratio)}</b> },
    { key: 'interval', title: say(words.interval), isNumber: true, isWideOnly: true, width: 140, cell: (one) => one.ratio === null ? '–' : <span className="ck-soft">{times(one.low)} – {times(one.high)}</span> }
  ]
  return (
    <Card title={say(words.title)} aside={say(words.aside)}>
      <DataTable label={say(words.title)} rows={data.effects} columns={columns} rowKey={(one) => one.key} empty={<p className="ck-soft">{say(words.none)}</p>} />
      <p className="ck-small in-card-foot"><Go to="/business">{say(words.settings)} →</Go></p>
    </Card>
  )
}
