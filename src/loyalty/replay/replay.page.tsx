import { useQuery } from '@tanstack/react-query'
import { Go } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import { Drafting } from './replay.drafting.tsx'
import { replayPageWords as words } from './replay.page.words.ts'
import './replay.css'

/** What would other rules cost, and who would gain or lose? Drafted here, told on a page of its own. */
export function ReplayPage() {
  const { say, tell } = useWords()
  const { num } = useFormat()
  const mayWrite = mayOpen(useSession().rights, 'replay.write')
  const ground = useQuery({ queryKey: ['replay', 'ground'], queryFn: ({ signal }) => read('/api/replay/ground', { signal }) })
  const past = useQuery({ queryKey: ['replay', 'list'], queryFn: ({ signal }) => read('/api/replay', { signal }) })
  if (ground.error !== null) return <div className="ck-page"><ErrorNote error={ground.error} onRetry={ground.refetch} /></div>
  if (ground.data === undefined) return <PageWait />
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={tell(words.answerNone, { orders: <Mark tone="accent">{num(ground.data.orders)}</Mark> })} />
      {mayWrite && <Drafting ground={ground.data} />}
      <Card title={say(words.past)}>
        {past.error !== null && <ErrorNote error={past.error} onRetry={past.refetch} />}
        <DataTable
          label={say(words.past)} rows={past.data?.items ?? []} rowKey={({ runId }) => runId} isPending={past.isPending} empty={<p className="ck-soft">{say(words.none)}</p>}
          columns={[
            { key: 'version', title: say(words.title), cell: ({ runId, version }) => <Go to={`/replay/${runId}`}>{say(words.version, { n: version })}</Go>, width: 100, isSortable: false },
            { key: 'changes', title: say(words.changes), cell: ({ changes }) => <span className="ck-wrap rp-changes">{changes.map((line) => <span key={line.en}>{say(line)}</span>)}</span>, isSortable: false },
            { key: 'state', title: '', cell: ({ finishedAt, validFrom, isWithdrawn }) => (isWithdrawn ? <span className="ck-tag" data-tone="quiet">{say(words.isWithdrawn)}</span> : validFrom !== null ? <Scheduled at={validFrom} /> : finishedAt === null ? say(words.notYet) : <Moment at={finishedAt} />), width: 200, isWideOnly: true, isSortable: false }
          ]}
        />
      </Card>
    </div>
  )
}

function Scheduled({ at }: { readonly at: string }) {
  const { say } = useWords()
  const { moment } = useFormat()
  return <span className="ck-tag" data-tone="accent">{say(words.isScheduled, { at: moment(at) })}</span>
}
