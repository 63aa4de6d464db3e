import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { addressOf } from '#web/api.ts'
import { read } from '#web/client.ts'
import { Go, useAddress, useHasPage } from '#web/address.tsx'
import { useRows } from '#web/cursor.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable } from '#web/table.tsx'
import { foundColumns, rowColumns } from './record.columns.tsx'
import { recordPageWords as words } from './record.page.words.ts'
import { RegionSelect } from './record.regions.tsx'
import type { CustomerRow } from './record.schema.ts'
import { customerKinds, customerKindWords } from './record.words.ts'
import './record.css'

const CustomerForm = lazy(async () => ({ default: (await import('./record.form.tsx')).CustomerForm }))

/** Who are our customers? */
export function CustomersPage() {
  const { say, tell } = useWords()
  const { num } = useFormat()
  const { values, change } = useAddress()
  const { rights } = useSession()
  const [isAdding, setAdding] = useState(false)
  const summary = useQuery({ queryKey: ['record', 'summary'], queryFn: ({ signal }) => read('/api/record/summary', { signal }) })
  const add = mayOpen(rights, 'record.write') && <Button type="primary" onClick={() => setAdding(true)}>{say(words.add)}</Button>
  const form = isAdding && <Suspense><CustomerForm onClose={() => setAdding(false)} /></Suspense>
  if (summary.data?.total === 0) return <div className="ck-page"><NoCustomers add={add} />{form}</div>
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={summary.data === undefined ? say(words.waiting) : tell(words.answer, { n: <Mark>{num(summary.data.total)}</Mark>, fresh: <Mark tone="new">{num(summary.data.newIn30Days)}</Mark> })} />
      {summary.error !== null && <ErrorNote error={summary.error} onRetry={summary.refetch} />}
      <Card title={say(words.list)} aside={add}>
        <SearchAndFilter values={values} change={change} />
        {values['q'] === undefined ? <ListTable filter={{ kind: values['kind'], region: values['region'], trait: values['trait'] }} /> : <FoundTable text={values['q']} />}
      </Card>
      {form}
    </div>
  )
}

function NoCustomers({ add }: { readonly add: React.ReactNode }) {
  const { say } = useWords()
  const hasPage = useHasPage()
  return (
    <EmptyStart isPage title={say(words.none)} why={say(words.noneWhy)}>
      {hasPage('/imports') && <Go to="/imports" className="ck-button">{say(words.import)}</Go>}{add}
    </EmptyStart>
  )
}

function SearchAndFilter({ values, change }: Pick<ReturnType<typeof useAddress>, 'values' | 'change'>) {
  const { say } = useWords()
  const hasPage = useHasPage()
  const { kind, region, trait } = values
  // A search looks through everybody.
  const isSearching = values['q'] !== undefined
  return (
    <div className="ck-bar re-filters">
      <Input.Search allowClear className="re-search" aria-label={say(words.searchLabel)} placeholder={say(words.search)} defaultValue={values['q'] ?? ''} onChange={(event) => { if (!event.nativeEvent.type.startsWith('composition')) change({ q: event.target.value.trim() }) }} onSearch={(text) => change({ q: text.trim() })} />
      <Select
        aria-label={say(words.kindFilter)} disabled={isSearching} value={kind ?? ''} onChange={(next: string) => change({ kind: next })} popupMatchSelectWidth={false}
        options={[{ value: '', label: say(words.allKinds) }, ...customerKinds.map((value) => ({ value, label: say(customerKindWords[value]) }))]}
      />
      <RegionSelect label={say(words.regionFilter)} isDisabled={isSearching} depth={2} value={region} placeholder={say(words.allRegions)} onChange={(code) => change({ region: code })} />
      {hasPage('/lifecycle') && <Go to="/lifecycle" className="ck-plain">{say(words.byState)}</Go>}
      <span className="ck-end"><ExportMenu hrefs={{ csv: addressOf('/api/record/export', { kind, region, trait, format: 'csv' }), xlsx: addressOf('/api/record/export', { kind, region, trait, format: 'xlsx' }) }} /></span>
    </div>
  )
}

function ListTable({ filter }: { readonly filter: Readonly<Record<'kind' | 'region' | 'trait', string | undefined>> }) {
  const words_ = useWords()
  const format = useFormat()
  const { rows, isPending, error, retry, more } = useRows<CustomerRow>('/api/record', filter)
  if (error !== null) return <ErrorNote error={error} onRetry={retry} />
  return (
    <DataTable
      label={words_.say(words.list)} rows={rows} rowKey={(row) => row.customerId} isPending={isPending} more={more} columns={rowColumns(words_, format)}
      empty={<p className="ck-soft">{words_.say(words.noneInFilter)}</p>}
    />
  )
}

function FoundTable({ text }: { readonly text: string }) {
  const words_ = useWords()
  const wanted = useDeferredValue(text)
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['record', 'search', wanted, 50], queryFn: ({ signal }) => read('/api/record/search', { query: { q: wanted, limit: 50 }, signal }), placeholderData: (before) => before
  })
  if (error !== null) return <ErrorNote error={error} onRetry={refetch} />
  return (
    <DataTable
      label={words_.say(words.list)} rows={data?.items ?? []} rowKey={(row) => row.customerId} isPending={isPending} columns={foundColumns(words_)}
      empty={<p className="ck-soft" role="status">{words_.say(words.nothing, { text })}</p>}
    />
  )
}
