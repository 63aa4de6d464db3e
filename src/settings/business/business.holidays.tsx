import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { addDays } from '#foundation/zone.ts'
import { read, write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { useDeed } from '#web/deed.ts'
import { Fault } from '#web/door.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { HolidayForm } from './business.holidays.form.tsx'
import { holidayWords as words } from './business.holidays.words.ts'
import type { Holiday } from './business.schema.ts'

const stale = [['business', 'holidays'], ['forecast']] as const

/** Days of one holiday that follow each other. */
interface Span { readonly first: Holiday, readonly last: Holiday, readonly days: readonly Holiday[] }

function spansOf(holidays: readonly Holiday[]): readonly Span[] {
  const spans: Span[] = []
  for (const one of holidays) {
    const before = spans.at(-1)
    if (before !== undefined && before.last.kind === one.kind && before.last.festival === one.festival && addDays(before.last.day, 1) === one.day) spans[spans.length - 1] = { first: before.first, last: one, days: [...before.days, one] }
    else spans.push({ first: one, last: one, days: [one] })
  }
  return spans
}

/** The public holidays of the country, year by year; anybody with the right adds those of the next notice. */
export function HolidaysCard() {
  const { say } = useWords()
  const { day, days: count } = useFormat()
  const { rights, business } = useSession()
  const [chosen, setYear] = useState<number>()
  const [gone, setGone] = useState<Span>()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['business', 'holidays'], queryFn: ({ signal }) => read('/api/business/holidays', { signal }) })
  const mayWrite = mayOpen(rights, 'business.write')
  const remove = useDeed(async (span: Span, key) => {
    for (const one of span.days) await write('delete', '/api/business/holidays/{day}', { path: { day: one.day }, key: `${key}.${one.day}` })
    return span
  }, { stale, done: setGone })
  const restore = useDeed(async (span: Span, key) => {
    for (const { day: back, kind, festival, nameZh, nameEn, source } of span.days) await write('put', '/api/business/holidays', { body: { day: back, kind, festival, nameZh, nameEn, source }, key: `${key}.${back}` })
  }, { stale, done: () => setGone(undefined) })
  const today = Number(todayIn(business.zone, new Date()).slice(0, 4))
  const years = [...new Set([...(data?.years ?? []), today, today + 1])].toSorted((a, b) => b - a)
  const year = chosen ?? (data?.years.includes(today) === true ? today : data?.years.at(-1) ?? today)
  const rows = spansOf((data?.items ?? []).filter((one) => one.day.startsWith(`${String(year)}-`)))
  const named = ({ first }: Span) => say({ zh: first.nameZh, en: first.nameEn })
  const columns: readonly Column<Span>[] = [
    { key: 'day', title: say(words.day), value: ({ first }) => first.day, cell: ({ first, last }) => <div className="ck-wrap">{first === last ? day(first.day) : say(words.span, { from: day(first.day), to: day(last.day) })}</div> },
    { key: 'to', title: say(words.until), value: ({ last }) => last.day, cell: ({ days }) => count(days.length), width: 80, isWideOnly: true },
    { key: 'name', title: say(words.festival), value: named, cell: (one) => <div className="ck-wrap">{named(one)} <span className="ck-tag" data-tone={one.first.kind === 'work' ? 'risk' : 'quiet'}>{say(words[one.first.kind])}</span></div> },
    { key: 'kind', title: say(words.source), value: ({ first }) => `${say(words[first.kind])} ${first.source}`, cell: ({ first }) => <span className="ck-soft ck-small">{first.source}</span>, isWideOnly: true },
    ...(mayWrite ? [{ key: 'remove', title: '', cell: (one: Span) => <button type="button" className="ck-text" aria-label={say(words.removeOne, { day: one.first.day })} onClick={() => remove.mutate(one)}>{say(words.remove)}</button>, width: 80 }] : [])
  ]
  return (
    <Card
      title={say(words.title)} aside={<span className="ck-bar">
        <Select aria-label={say(words.year)} value={year} onChange={setYear} options={years.map((value) => ({ value, label: String(value) }))} popupMatchSelectWidth={false} />
        <ExportMenu sheet={() => sheetOf(`${say(words.title)} ${String(year)}`, columns, rows)} />
      </span>}
    >
      <p className="ck-soft">{say(words.why)}</p>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <DataTable label={say(words.title)} rows={rows} columns={columns} rowKey={({ first }) => first.day} isPending={isPending} empty={<p className="ck-soft">{say(data?.items.length === 0 ? words.noneAtAll : words.none)}</p>} />
      {gone !== undefined && <p role="status">{say(words.removed, { day: gone.first.day })} <button type="button" className="ck-text" onClick={() => restore.mutate(gone)}>{say(words.undo)}</button></p>}
      <Fault error={remove.error ?? restore.error} />
      {mayWrite && <HolidayForm year={year} known={data?.items ?? []} />}
    </Card>
  )
}
