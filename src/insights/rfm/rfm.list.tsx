import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { useAddress } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import type { ListQuery } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { Day, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { CustomerLink } from '../definitions/definitions.mark.tsx'
import type { Scope } from '../warehouse/warehouse.scope.tsx'
import { rfmPageWords as words } from './rfm.page.words.ts'
import type { Rfm, RfmCustomer } from './rfm.schema.ts'

const sorts = { money: words.byMoney, recency: words.byRecency, frequency: words.byFrequency } as const
const sortKeys = ['money', 'recency', 'frequency'] as const

/** The customers of a segment or of a cell. */
export function RfmList({ scope, data }: { readonly scope: Scope, readonly data: Rfm }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { values, change } = useAddress()
  const segment = data.segments.find((one) => one.id === values['segment'])
  const [r, f] = [scoreOf(values['r']), scoreOf(values['f'])]
  const sort = sortKeys.find((one) => one === values['sort']) ?? 'money'
  const query: ListQuery<'/api/rfm/customers'> = { ...scope, segment: segment?.id, r, f, sort }
  const { rows, isPending, error, retry, more } = useRows('/api/rfm/customers', query)
  const cell = data.cells.find((one) => one.r === r && one.f === f)
  const columns = useColumns(data)
  const title = segment !== undefined ? say(words.listOf, { name: say(segment.name) }) : cell !== undefined && r !== undefined && f !== undefined ? say(words.listCell, { r, f }) : say(words.listAll)
  return (
    <Card title={title} aside={say(words.howMany, { n: num((segment ?? cell)?.customers ?? data.stamp.n) })}>
      {segment !== undefined && <p className="ck-soft in-tight">{say(segment.advice)}</p>}
      <div className="ck-bar in-tight">
        <Select aria-label={say(words.sort)} value={sort} onChange={(next: string) => change({ sort: next })} popupMatchSelectWidth={false} options={sortKeys.map((value) => ({ value, label: say(sorts[value]) }))} />
        {(segment !== undefined || r !== undefined || f !== undefined) && <Button onClick={() => change({ segment: undefined, r: undefined, f: undefined })}>{say(words.showAll)}</Button>}
        <span className="ck-end"><ExportMenu hrefs={{ csv: addressOf('/api/rfm/customers/file', { ...query, format: 'csv' }), xlsx: addressOf('/api/rfm/customers/file', { ...query, format: 'xlsx' }) }} /></span>
      </div>
      {error !== null && error !== undefined
        ? <ErrorNote error={error} onRetry={retry} />
        : <DataTable label={title} rows={rows} columns={columns} rowKey={(row) => row.customerId} isPending={isPending} more={more} maxHeight="520px" />}
    </Card>
  )
}

const scoreOf = (text: string | undefined): number | undefined => text !== undefined && /^[1-5]$/.test(text) ? Number(text) : undefined

function useColumns(data: Rfm): readonly Column<RfmCustomer>[] {
  const { say } = useWords()
  const { num, money, days } = useFormat()
  return useMemo(() => {
    const names = new Map(data.segments.map((one) => [one.id, one.name]))
    return [
      { key: 'name', title: say(words.customers), cell: (row) => <CustomerLink customerId={row.customerId} name={row.name} /> },
      { key: 'segment', title: say(words.segment), cell: (row) => { const name = names.get(row.segment); return name === undefined ? row.segment : say(name) }, isWideOnly: true },
      { key: 'scores', title: say(words.scores), cell: (row) => `${row.r}-${row.f}-${row.m}`, isNumber: true, width: 76 },
      { key: 'last', title: say(words.lastDay), cell: (row) => <Day day={row.lastDay} />, isNumber: true, isWideOnly: true, width: 140 },
      { key: 'silent', title: say(words.silent), cell: (row) => days(row.recencyDays), isNumber: true, width: 110, isWideOnly: true },
      { key: 'frequency', title: say(words.frequency), cell: (row) => num(row.frequency), isNumber: true, isWideOnly: true, width: 100 },
      { key: 'money', title: say(words.money), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, width: 110 }
    ]
  }, [say, num, money, days, data.segments])
}
