import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
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

/** The public holidays of the country, year by year; anybody with the right adds those of the next notice. */
export function HolidaysCard() {
  const { say } = useWords()
  const { day } = useFormat()
  const { rights, business } = useSession()
  const [chosen, setYear] = useState<number>()
  const [gone, setGone] = useState<Holiday>()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['business', 'holidays'], queryFn: ({ signal }) => read('/api/business/holidays', { signal }) })
  const mayWrite = mayOpen(rights, 'business.write')
  const remove = useDeed((one: Holiday, key) => write('delete', '/api/business/holidays/{day}', { path: { day: one.day }, key }), { stale, done: setGone })
  const restore = useDeed(({ day: back, kind, festival, nameZh, nameEn, source }: Holiday, key) => write('put', '/api/business/holidays', { body: { day: back, kind, festival, nameZh, nameEn, source }, key }), { stale, done: () => setGone(undefined) })
  const today = Number(todayIn(business.zone, new Date()).slice(0, 4))
  const years = [...new Set([...(data?.years ?? []), today, today + 1])].toSorted((a, b) => b - a)
  const year = chosen ?? (data?.years.includes(today) === true ? today : data?.years.at(-1) ?? today)
  const rows = (data?.items ?? []).filter((one) => one.day.startsWith(`${String(year)}-`))
  const columns: readonly Column<Holiday>[] = [
    { key: 'day', title: say(words.day), value: (one) => one.day, cell: (one) => day(one.day), width: 140 },
    { key: 'name', title: say(words.festival), value: (one) => say({ zh: one.nameZh, en: one.nameEn }), cell: (one) => say({ zh: one.nameZh, en: one.nameEn }) },
    { key: 'kind', title: say(words.kind), value: (one) => say(words[one.kind]), cell: (one) => <span className="ck-tag" data-tone={one.kind === 'work' ? 'risk' : 'quiet'}>{say(words[one.kind])}</span>, width: 130 },
    { key: 'source', title: say(words.source), value: (one) => one.source, cell: (one) => <span className="ck-soft ck-small">{one.source}</span>, isWideOnly: true },
    ...(mayWrite ? [{ key: 'remove', title: '', cell: (one: Holiday) => <button type="button" className="ck-text" aria-label={say(words.removeOne, { day: one.day })} onClick={() => remove.mutate(one)}>{say(words.remove)}</button>, width: 80 }] : [])
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
      <DataTable label={say(words.title)} rows={rows} columns={columns} rowKey={(one) => one.day} isPending={isPending} empty={<p className="ck-soft">{say(data?.items.length === 0 ? words.noneAtAll : words.none)}</p>} maxHeight="360px" />
      {gone !== undefined && <p role="status">{say(words.removed, { day: gone.day })} <button type="button" className="ck-text" onClick={() => restore.mutate(gone)}>{say(words.undo)}</button></p>}
      <Fault error={remove.error ?? restore.error} />
      {mayWrite && <HolidayForm year={year} known={data?.items ?? []} />}
    </Card>
  )
}
