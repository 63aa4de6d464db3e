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
import { openingPageWords as words, openingStates } from './opening.page.words.ts'
import type { OpeningSummary } from './opening.schema.ts'

const spendable = ({ booked }: OpeningSummary) => booked.filter(({ currency }) => currency !== 'growth')
export const pointsIn = (row: OpeningSummary): number => spendable(row).reduce((sum, { points }) => sum + Number(points), 0)
export const lotsIn = (row: OpeningSummary): number => row.booked.reduce((sum, { lots }) => sum + lots, 0)

/** Have the members and their points all come over? The files so far, and the way in for the next. */
export function OpeningPage() {
  const { say, tell } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const { rows, isPending, error, retry, more } = useRows('/api/opening', {})
  const done = rows.filter((row) => lotsIn(row) > 0)
  const sum = (of: (row: OpeningSummary) => number): number => done.reduce((all, row) => all + of(row), 0)
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={isPending ? say(words.waiting) : done.length === 0 ? say(words.answerNone) : tell(words.answer, { n: <Mark>{num(done.length)}</Mark>, n1: done.length, points: <Mark tone="accent">{num(sum(pointsIn))}</Mark>, lots: <Mark>{num(sum(lotsIn))}</Mark> })} />
      {mayOpen(rights, 'opening.write') && <BringFile capability="opening" words={words} />}
      {error !== null && error !== undefined ? <ErrorNote error={error} onRetry={retry} /> : rows.length > 0 && <Card title={say(words.past)}><Past rows={rows} more={more} /></Card>}
    </div>
  )
}

function Past({ rows, more }: { readonly rows: readonly OpeningSummary[], readonly more: ReturnType<typeof useRows>['more'] }) {
  const { say } = useWords()
  const { num } = useFormat()
  const columns: readonly Column<OpeningSummary>[] = [
    { key: 'file', title: say(words.file), cell: (row) => <Go to={`/opening/${row.id}`}>{row.fileName}</Go>, value: (row) => row.fileName },
    { key: 'state', title: say(words.state), cell: (row) => <span className="ck-tag" data-tone={row.state === 'failed' ? 'lost' : row.state === 'booked' ? 'accent' : row.state === 'undone' || row.state === 'stopped' ? 'risk' : 'new'}>{say(openingStates[row.state])}</span>, value: (row) => say(openingStates[row.state]), width: 110 },
    { key: 'points', title: say(words.points), cell: (row) => num(pointsIn(row)), value: pointsIn, isNumber: true, width: 130 },
    { key: 'lots', title: say(words.lots), cell: (row) => num(lotsIn(row)), value: lotsIn, isNumber: true, width: 110, isWideOnly: true },
    { key: 'when', title: say(words.when), cell: (row) => <Moment at={row.createdAt} />, value: (row) => row.createdAt, width: 190, isWideOnly: true }
  ]
  return <DataTable label={say(words.past)} rows={rows} columns={columns} rowKey={(row) => row.id} more={more} />
}
