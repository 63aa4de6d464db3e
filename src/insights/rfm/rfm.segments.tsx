import { useMemo } from 'react'
import { majorOf } from '#foundation/money.ts'
import type { Static } from 'typebox'
import { Go, useAddress } from '#web/address.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useRoomy } from '#web/media.ts'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { rfmPageWords as words } from './rfm.page.words.ts'
import type { Rfm } from './rfm.schema.ts'

type Segment = Static<typeof Rfm>['segments'][number]

/** The named segments in both languages, with what they bring and how to treat them. */
export function Segments({ data }: { readonly data: Rfm }) {
  const { say, locale } = useWords()
  const { num, money, percent, days } = useFormat()
  const { values } = useAddress()
  const definition = useDefinition(data.stamp)
  const isRoomy = useRoomy()
  const all = useMemo((): readonly Column<Segment>[] => [
    {
      key: 'name', title: say(words.segment), value: (row) => say(row.name),
      cell: (row) => <Go to="/rfm" search={{ ...values, r: undefined, f: undefined, segment: row.id }}>{say(row.name)} <span className="ck-soft ck-small">{locale === 'en' ? row.name.zh : row.name.en}</span></Go>
    },
    { key: 'customers', title: say(words.customers), value: (row) => row.customers, cell: (row) => <b>{num(row.customers)}</b>, isNumber: true, width: 90 },
    { key: 'share', title: say(words.share), value: (row) => row.share, cell: (row) => percent(row.share), isNumber: true, isWideOnly: true, width: 90, definition },
    { key: 'money', title: say(words.money), value: (row) => majorOf(BigInt(row.moneyMinor)), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, width: 110 },
    { key: 'moneyShare', title: say(words.moneyShare), value: (row) => row.moneyShare, cell: (row) => <ShareBar share={row.moneyShare} />, isNumber: true, isWideOnly: true, width: 140 },
    { key: 'recency', title: say(words.recencyDays), value: (row) => Math.round(row.averageRecencyDays), cell: (row) => row.customers === 0 ? '—' : days(Math.round(row.averageRecencyDays)), isNumber: true, isWideOnly: true, width: 110 },
    { key: 'advice', title: say(words.advice), value: (row) => say(row.advice), cell: (row) => <span title={say(row.advice)}>{say(row.advice)}</span>, isWideOnly: true, isSortable: false, width: 380 }
  ], [say, num, money, percent, days, locale, values, definition])
  // The advice of the segment that is looked at stands above its list as well.
  const columns = isRoomy ? all : all.filter(({ key }) => key !== 'advice')
  return (
    <Card
      title={say(words.segments)}
      aside={<span className="ck-bar">{say(words.segmentsAside, { n: num(data.stamp.n), orders: num(data.orders), money: money(data.moneyMinor, { whole: true }) })}<ExportMenu sheet={() => sheetOf(say(words.segments), all, data.segments)} /></span>}
    >
      <DataTable label={say(words.segments)} rows={data.segments} columns={columns} rowKey={(row) => row.id} />
    </Card>
  )
}
