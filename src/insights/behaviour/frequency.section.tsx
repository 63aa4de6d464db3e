import { useMemo } from 'react'
import { majorOf } from '#foundation/money.ts'
import { Go } from '#web/address.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import type { BehaviourScope } from './behaviour.scope.tsx'
import { useKept } from './behaviour.scope.tsx'
import { GapCard } from './frequency.gaps.tsx'
import type { Frequency } from './frequency.schema.ts'
import { SeasonCard, WhenCard } from './frequency.when.tsx'
import { frequencyWords as words } from './frequency.words.ts'

export interface SectionProps { readonly scope: BehaviourScope, readonly data: Frequency }

/** How often, and when. */
export function FrequencySection({ data }: SectionProps) {
  if (data.customers === 0) return null
  return (
    <>
      <div className="ck-columns">
        <GapCard data={data} />
        <EachCard data={data} />
      </div>
      <WhenCard data={data} />
      <SeasonCard data={data} />
    </>
  )
}

type Band = Frequency['each']['bands'][number]
const rangeOf = ({ from, to }: Band, upwards: string): string => (to === null ? upwards : to === from ? String(from) : `${String(from)} – ${String(to)}`)

function EachCard({ data }: { readonly data: Frequency }) {
  const { say } = useWords()
  const { num, percent, money } = useFormat()
  const kept = useKept()
  const definition = useDefinition(data.stamp)
  const { each } = data
  const columns = useMemo((): readonly Column<Band>[] => [
    {
      key: 'band', title: say(words.band), isSortable: false, value: (row) => rangeOf(row, say(words.upwards, { from: row.from })),
      cell: (row) => <Go to="/behaviour" search={{ ...kept, ordersFrom: String(row.from), ordersTo: row.to === null ? undefined : String(row.to) }}>{rangeOf(row, say(words.upwards, { from: row.from }))}</Go>
    },
    { key: 'customers', title: say(words.customers), value: (row) => row.customers, cell: (row) => num(row.customers), isNumber: true, isSortable: false },
    { key: 'share', title: say(words.share), value: (row) => row.share, cell: (row) => <ShareBar share={row.share} />, isNumber: true, isSortable: false, definition },
    { key: 'moneyShare', title: say(words.moneyShare), value: (row) => row.moneyShare, cell: (row) => percent(row.moneyShare), isNumber: true, isSortable: false },
    { key: 'money', title: say(words.money), value: (row) => majorOf(BigInt(row.moneyMinor)), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, isWideOnly: true, isSortable: false }
  ], [say, num, percent, money, kept, definition])
  const [q1 = 0, median = 0, q3 = 0] = each.quartiles
  const { rate, count, of, low, high } = each.once
  return (
    <Card title={say(words.each)} aside={<span className="ck-bar">{say(words.eachAside, { median: num(median), q1: num(q1), q3: num(q3), mean: num(each.mean, 1) })}<ExportMenu sheet={() => sheetOf(say(words.each), columns, each.bands)} /></span>}>
      <DataTable label={say(words.each)} rows={each.bands} columns={columns} rowKey={(row) => String(row.from)} />
      <p className="ck-soft ck-small in-card-foot">{say(words.once, { share: percent(rate, 1), n: num(of), count: num(count), low: percent(low, 1), high: percent(high, 1) })}</p>
    </Card>
  )
}
