import { Segmented } from 'antd'
import { useState } from 'react'
import { addressOf } from '#web/api.ts'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { Day } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { CustomerLink } from '../../insights/definitions/definitions.mark.tsx'
import { useCurrencies } from '../../loyalty/points/points.currency.tsx'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { Holder } from './liability.schema.ts'

/** The members behind the figures: the largest balances, or those whose points end next. */
export function HoldersCard({ currency }: { readonly currency: string }) {
  const { say } = useWords()
  const { amount } = useCurrencies()
  const [order, setOrder] = useState<'balance' | 'ending'>('balance')
  const query = { currency, order, withinDays: 30 }
  const { rows, isPending, error, retry, more } = useRows('/api/liability/holders', query)
  const columns: readonly Column<Holder>[] = [
    { key: 'customer', title: say(words.customer), cell: (row) => <CustomerLink customerId={row.customerId} name={row.name} /> },
    { key: 'outstanding', title: say(words.outstanding), cell: (row) => <b>{amount(currency, row.outstanding)}</b>, isNumber: true, width: 140 },
    { key: 'ending', title: say(words.ending), cell: (row) => amount(currency, row.ending), isNumber: true, width: 150 },
    { key: 'firstEnd', title: say(words.firstEnd), cell: (row) => (row.firstEnd === null ? '–' : <Day day={row.firstEnd} />), isWideOnly: true, width: 150 },
    { key: 'debt', title: say(words.debt), cell: (row) => (row.debt === '0' ? '–' : amount(currency, row.debt)), isNumber: true, isWideOnly: true, width: 160 }
  ]
  const file = (format: 'csv' | 'xlsx') => addressOf('/api/liability/holders/file', { ...query, format })
  return (
    <Card title={say(words.holders)} aside={say(words.holdersNow)}>
      <div className="ck-bar in-tight">
        <Segmented aria-label={say(words.holders)} value={order} onChange={(next) => setOrder(next)} options={[{ value: 'balance' as const, label: say(words.byBalance) }, { value: 'ending' as const, label: say(words.byEnding) }]} />
        <span className="ck-end"><ExportMenu hrefs={{ csv: file('csv'), xlsx: file('xlsx') }} /></span>
      </div>
      {error !== null && error !== undefined ? <ErrorNote error={error} onRetry={retry} /> : <DataTable label={say(words.holders)} rows={rows} columns={columns} rowKey={(row) => row.customerId} isPending={isPending} more={more} maxHeight="420px" empty={<p className="ck-soft">{say(words.nobody)}</p>} />}
    </Card>
  )
}
