import { Go, useAddress } from '#web/address.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useChange } from './forecast.headline.tsx'
import { forecastPageWords, partsWords as words } from './forecast.page.words.ts'
import type { Forecast } from './forecast.schema.ts'

type Part = Forecast['parts'][number]
const steps = { day: forecastPageWords.dayN, week: forecastPageWords.weekN, month: forecastPageWords.monthN } as const

/** What each store or category will bring: the parts add up to the whole. */
export function Parts({ data }: { readonly data: Forecast }) {
  const { say } = useWords()
  const { money } = useFormat()
  const { values } = useAddress()
  const changeOf = useChange()
  const length = say(steps[data.grain], { n: data.horizon })
  const whole = (minor: string) => money(minor, { whole: true })
  const title = say(data.cut === 'store' ? words.stores : words.categories)
  const columns: readonly Column<Part>[] = [
    { key: 'part', title: say(words.part), value: (one) => say(one.name), cell: (one) => <Go to="/forecast" search={{ ...values, part: one.part }}>{say(one.name)}</Go> },
    { key: 'last', title: say(words.last, { steps: length }), isNumber: true, isWideOnly: true, value: (one) => Number(one.lastMinor) / 10_000, cell: (one) => whole(one.lastMinor) },
    { key: 'next', title: say(words.next, { steps: length }), isNumber: true, value: (one) => Number(one.nextMinor) / 10_000, cell: (one) => <b>{whole(one.nextMinor)}</b> },
    { key: 'change', title: say(words.change), isNumber: true, value: (one) => BigInt(one.lastMinor) <= 0n ? null : Number(one.nextMinor) / Number(one.lastMinor) - 1, cell: (one) => BigInt(one.lastMinor) <= 0n ? '–' : changeOf(one.nextMinor, one.lastMinor) },
    { key: 'low', title: say(words.interval), isNumber: true, isWideOnly: true, value: (one) => Number(one.lowMinor) / 10_000, cell: (one) => <span className="ck-soft">{whole(one.lowMinor)} – {whole(one.highMinor)}</span> },
    { key: 'method', title: say(words.method), isWideOnly: true, value: (one) => say(one.method), cell: (one) => <span className="ck-small">{say(one.method)}</span> }
  ]
  const sum = data.parts.reduce((total, one) => total + BigInt(one.nextMinor), 0n)
  return (
    <Card title={title} aside={<ExportMenu sheet={() => sheetOf(title, columns, data.parts)} />}>
      <DataTable label={title} rows={data.parts} columns={columns} rowKey={(one) => one.part} empty={<p className="ck-soft">{say(words.none)}</p>} />
      {data.parts.length > 0 && <p className="ck-soft ck-small in-card-foot">{say(words.addsUp, { sum: whole(sum.toString()) })}</p>}
    </Card>
  )
}
