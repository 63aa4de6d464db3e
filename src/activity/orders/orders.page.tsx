import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { addressOf } from '#web/api.ts'
import { read } from '#web/client.ts'
import { Go, useAddress, useHasPage } from '#web/address.tsx'
import { useRows } from '#web/cursor.ts'
import { DayChoice } from '#web/daychoice.tsx'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { useFormat, type Format } from '#web/format.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import { Card, Mark, Question } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { sourceWord } from '../../customers/record/record.source.words.ts'
import { ordersPageWords as words } from './orders.page.words.ts'
import type { OrderSummary } from './orders.schema.ts'
import { orderKindWords } from './orders.words.ts'

const OneOrder = lazy(async () => ({ default: (await import('./orders.one.tsx')).OneOrder }))

/** What was sold lately, and what came back? */
export function OrdersPage() {
  const { say, tell } = useWords()
  const { num, money, day } = useFormat()
  const hasPage = useHasPage()
  const totals = useQuery({ queryKey: ['orders', 'totals'], queryFn: ({ signal }) => read('/api/orders/totals', { signal }) })
  const sums = totals.data
  if (sums !== undefined && sums.sales + sums.returns === 0) {
    return <div className="ck-page"><EmptyStart isPage title={say(words.none)} why={say(words.noneWhy)}>{hasPage('/imports') && <Go to="/imports" className="ck-button">{say(words.import)}</Go>}</EmptyStart></div>
  }
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={sums === undefined ? say(words.waiting) : tell(words.answer, {
        day: <Mark>{sums.lastDay === null ? '–' : day(sums.lastDay)}</Mark>, sales: num(sums.sales), sold: <Mark tone="accent">{money(sums.soldMinor)}</Mark>, returns: num(sums.returns), back: <Mark tone="lost">{money(sums.backMinor.replace('-', ''))}</Mark>
      })} />
      {totals.error !== null && <ErrorNote error={totals.error} onRetry={totals.refetch} />}
      <OrderList />
    </div>
  )
}

function OrderList() {
  const given = useWords()
  const format = useFormat()
  const { say } = given
  const { values, change } = useAddress()
  const [open, setOpen] = useState<OrderSummary>()
  const filter = { customer: values['customer'], store: values['store'], kind: values['kind'], from: values['from'], to: values['to'] }
  const { rows, isPending, error, retry, more } = useRows<OrderSummary>('/api/orders', filter)
  const stores = useQuery({ queryKey: ['business', 'stores'], queryFn: ({ signal }) => read('/api/business/stores', { signal }), staleTime: 300_000 }).data?.items ?? []
  const columns = columnsOf(given, format, setOpen)
  return (
    <Card title={say(words.list)} aside={<ExportMenu hrefs={{ csv: addressOf('/api/orders/export', { ...filter, format: 'csv' }), xlsx: addressOf('/api/orders/export', { ...filter, format: 'xlsx' }) }} />}>
      <div className="ck-bar" style={{ marginBottom: 12 }}>
        <Select aria-label={say(words.kind)} value={values['kind'] ?? ''} onChange={(kind: string) => change({ kind })} popupMatchSelectWidth={false} options={[{ value: '', label: say(words.allKinds) }, ...(['sale', 'return', 'cancellation'] as const).map((value) => ({ value, label: say(orderKindWords[value]) }))]} />
        {stores.length > 0 && <Select aria-label={say(words.store)} showSearch={{ optionFilterProp: 'label' }} value={values['store'] ?? ''} onChange={(store: string) => change({ store })} popupMatchSelectWidth={false} options={[{ value: '', label: say(words.allStores) }, ...stores.map((store) => ({ value: store.storeId, label: store.name }))]} />}
        {(['from', 'to'] as const).map((end) => <DayChoice key={end} label={say(words[end])} value={values[end]} onChange={(next) => change({ [end]: next })} />)}
        {values['customer'] !== undefined && <Go to={`/customers/${values['customer']}`} className="ck-plain">{rows[0]?.customerName ?? say(words.customer)}</Go>}
      </div>
      {error !== null ? <ErrorNote error={error} onRetry={retry} /> : (
        <DataTable label={say(words.list)} rows={rows} rowKey={(row) => row.orderId} isPending={isPending} more={more} columns={columns} empty={<p className="ck-soft">{say(words.noneInFilter)}</p>} />
      )}
      {open && <Suspense><OneOrder source={open.source} number={open.number} onClose={() => setOpen(undefined)} /></Suspense>}
    </Card>
  )
}

const columnsOf = ({ say }: Words, { money, day }: Format, open: (row: OrderSummary) => void): readonly Column<OrderSummary>[] => [
  { key: 'number', title: say(words.number), value: (row) => row.number, cell: (row) => <button type="button" className="ck-text" style={{ padding: 0 }} onClick={() => open(row)}>{row.number}</button>, width: 150 },
  { key: 'day', title: say(words.day), value: (row) => row.day, cell: (row) => <span className="ck-num">{day(row.day)}</span>, width: 130 },
  {
    key: 'customer', title: say(words.customer), value: (row) => row.customerName,
    cell: (row) => row.customerId === null ? <span className="ck-soft">{say(words.anonymous)}</span> : <Go to={`/customers/${row.customerId}`}>{row.customerName ?? <>{say(words.nameless)} {row.customerId.slice(-6)}</>}</Go>
  },
  { key: 'kind', title: say(words.kind), value: (row) => say(orderKindWords[row.kind]), cell: (row) => row.kind === 'sale' ? say(orderKindWords.sale) : <span className="ck-tag" data-tone="lost">{say(orderKindWords[row.kind])}</span>, isWideOnly: true, width: 90 },
  { key: 'goods', title: say(words.goods), value: (row) => row.goods, cell: (row) => <span title={row.goods}>{row.goods}</span>, isWideOnly: true, isSortable: false },
  { key: 'store', title: say(words.store), value: (row) => row.storeName ?? row.channel, cell: (row) => row.storeName ?? row.channel ?? '–', isWideOnly: true },
  { key: 'source', title: say(words.source), value: (row) => say(sourceWord(row.source)), cell: (row) => say(sourceWord(row.source)), isWideOnly: true, width: 110 },
  { key: 'total', title: say(words.total), value: (row) => Number(row.totalMinor) / 10_000, cell: (row) => <b>{money(row.totalMinor, { currency: row.currency })}</b>, isNumber: true, width: 130 }
]
