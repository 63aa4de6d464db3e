import { Go } from '#web/address.tsx'
import { BringFile } from '#web/bring.tsx'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { importsPageWords as words, stateWords } from './imports.page.words.ts'
import type { ImportSummary } from './imports.schema.ts'

/** Where do the orders come from? The files so far, and the way in for the next. */
export function ImportsPage() {
  const { say, tell } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const { rows, isPending, error, retry, more } = useRows<ImportSummary>('/api/imports', {})
  const sum = (of: (row: ImportSummary) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const done = rows.filter(({ written }) => written.orders > 0)
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={isPending ? say(words.waiting) : done.length === 0 ? say(words.answerNone) : tell(words.answer, {
        n: <Mark>{num(done.length)}</Mark>, n1: done.length, orders: <Mark tone="accent">{num(sum(({ written }) => written.orders))}</Mark>, customers: <Mark tone="accent">{num(sum(({ written }) => written.customers))}</Mark>
      })} />
      {mayOpen(rights, 'imports.write') && <BringFile capability="imports" words={words} />}
      {error !== null ? <ErrorNote error={error} onRetry={retry} /> : rows.length > 0 && <Card title={say(words.past)}><Past rows={rows} more={more} /></Card>}
    </div>
  )
}

type More = ReturnType<typeof useRows>['more']

function Past({ rows, more }: { readonly rows: readonly ImportSummary[], readonly more: More }) {
  const { say } = useWords()
  const { num } = useFormat()
  const columns: readonly Column<ImportSummary>[] = [
    { key: 'file', title: say(words.file), cell: (row) => <Go to={`/imports/${row.id}`}>{row.fileName}</Go>, value: (row) => row.fileName },
    { key: 'state', title: say(words.state), cell: (row) => <StateTag state={row.state} />, value: (row) => say(stateWords[row.state]), width: 110 },
    { key: 'rows', title: say(words.rows), cell: (row) => row.rows === null ? '–' : num(row.rows), value: (row) => row.rows, isNumber: true, width: 110, isWideOnly: true },
    { key: 'orders', title: say(words.orders), cell: (row) => num(row.written.orders), value: (row) => row.written.orders, isNumber: true, width: 110 },
    { key: 'customers', title: say(words.customers), cell: (row) => num(row.written.customers), value: (row) => row.written.customers, isNumber: true, width: 120, isWideOnly: true },
    { key: 'rejected', title: say(words.rejected), cell: (row) => num(row.result?.rejected ?? 0), value: (row) => row.result?.rejected ?? 0, isNumber: true, width: 120, isWideOnly: true },
    { key: 'when', title: say(words.when), cell: (row) => <Moment at={row.createdAt} />, value: (row) => row.createdAt, width: 180, isWideOnly: true }
  ]
  return <DataTable label={say(words.past)} rows={rows} columns={columns} rowKey={(row) => row.id} more={more} />
}

export function StateTag({ state }: { readonly state: ImportSummary['state'] }) {
  const { say } = useWords()
  const tone = state === 'failed' ? 'lost' : state === 'cancelled' ? 'risk' : state === 'done' ? 'accent' : 'new'
  return <span className="ck-tag" data-tone={tone}>{say(stateWords[state])}</span>
}
