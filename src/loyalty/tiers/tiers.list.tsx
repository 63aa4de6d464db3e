import { Button } from 'antd'
import { useMemo } from 'react'
import { Go, useAddress } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import type { AnswerAt, ListQuery, RowOf } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { Day, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useNarrow } from '#web/media.ts'
import { tiersPageWords as words } from './tiers.page.words.ts'

type Row = RowOf<'/api/tiers/members'>

/** The members of a tier, or those who are about to lose theirs, with what would keep or lift them. */
export function TierList({ data }: { readonly data: AnswerAt<'/api/tiers'> }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { values, change } = useAddress()
  const tier = data.tiers.find((one) => one.tier === values['tier'])
  const isAll = tier !== undefined && values['all'] === 'yes'
  const query: ListQuery<'/api/tiers/members'> = { withinDays: data.withinDays, ...(tier === undefined ? {} : { tier: tier.tier }), ...(isAll ? { all: true } : {}) }
  const { rows, isPending, error, retry, more } = useRows('/api/tiers/members', query)
  const columns = useColumns(isAll)
  const title = tier === undefined ? say(words.losingList) : say(isAll ? words.listOf : words.losingOf, { tier: say(tier.name) })
  const count = tier === undefined ? data.losing : isAll ? tier.members : tier.losing
  return (
    <Card title={title} aside={say(words.howMany, { n: num(count) })}>
      <div className="ck-bar">
        {(isAll || tier !== undefined) && <Button size="small" onClick={() => change({ tier: undefined, all: undefined })}>{say(words.showLosing)}</Button>}
        <span className="ck-end"><ExportMenu hrefs={{ csv: addressOf('/api/tiers/members/file', { ...query, format: 'csv' }), xlsx: addressOf('/api/tiers/members/file', { ...query, format: 'xlsx' }) }} /></span>
      </div>
      {error !== null && error !== undefined
        ? <ErrorNote error={error} onRetry={retry} />
        : <DataTable label={title} rows={rows} columns={columns} rowKey={(row) => row.customerId} isPending={isPending} more={more} maxHeight="520px" empty={<p className="ck-soft">{say(isAll ? words.noMembers : words.nobody)}</p>} />}
    </Card>
  )
}

function useColumns(isAll: boolean): readonly Column<Row>[] {
  const { say } = useWords()
  const { money } = useFormat()
  // A phone has no room for a column of days: the day stands under the name.
  const isNarrow = useNarrow() && !isAll
  return useMemo(() => [
    { key: 'name', title: say(words.name), cell: (row) => <span className={isNarrow ? 'ck-wrap' : ''}><Go to={`/customers/${row.customerId}`}>{row.name ?? say(words.unnamed)}</Go>{isNarrow && row.losesOn !== null && <><br /><span className="ck-soft ck-small"><Day day={row.losesOn} /></span></>}</span> },
    { key: 'tier', title: say(words.tier), cell: (row) => say(row.tierName), width: 100, isWideOnly: true },
    { key: 'since', title: say(words.reached), cell: (row) => <Day day={row.since} />, width: 130, isWideOnly: true },
    { key: 'spent', title: say(words.spent), cell: (row) => money(row.spentMinor, { whole: true }), isNumber: true, width: 120, isWideOnly: true },
    ...(isAll
      ? [{ key: 'lifts', title: say(words.lifts), cell: (row: Row) => (row.next === null ? '–' : say(row.next.sentence)), width: 320 }]
      : [
        { key: 'loses', title: say(words.losesOn), cell: (row: Row) => (row.losesOn === null ? '–' : <Day day={row.losesOn} />), width: 130, isWideOnly: true },
        { key: 'keeps', title: say(words.keeps), cell: (row: Row) => <span className="ck-wrap">{row.keep === null ? '–' : say(row.keep.sentence)}</span>, width: isNarrow ? 190 : 300 }
      ])
  ], [say, money, isAll, isNarrow])
}
