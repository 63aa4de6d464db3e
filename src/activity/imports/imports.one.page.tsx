import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Go } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { Columns } from './imports.columns.tsx'
import { CountsCard } from './imports.counts.tsx'
import { importsPageWords as words } from './imports.page.words.ts'
import { PreviewTable } from './imports.preview.tsx'
import { RunBar } from './imports.run.tsx'
import type { ImportDetail, ImportState } from './imports.schema.ts'

const works: ReadonlySet<ImportState> = new Set(['checking', 'waiting', 'running'])

/** One file on its way: columns, dry run, import, result. */
export function OneImportPage() {
  const { importId = '' }: { readonly importId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', importId], queryFn: ({ signal }) => read('/api/imports/{id}', { path: { id: importId }, signal }),
    refetchInterval: ({ state }) => state.data !== undefined && works.has(state.data.state) ? 1_000 : false
  })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  return <One found={data} />
}

function One({ found }: { readonly found: ImportDetail }) {
  const { say, locale } = useWords()
  const { rights } = useSession()
  const stale = [['imports'], ['rows', '/api/imports'], ['warehouse']]
  const begin = useDeed((deed: 'trial' | 'start', key) => write('post', deed === 'trial' ? '/api/imports/{id}/trial' : '/api/imports/{id}/start', { path: { id: found.id }, key }), { stale })
  const cancel = useDeed((_: undefined, key) => write('post', '/api/imports/{id}/cancel', { path: { id: found.id }, key }), { stale })
  const mayWrite = mayOpen(rights, 'imports.write')
  const isWorking = works.has(found.state)
  const isOpen = found.state === 'uploaded' || found.state === 'checked' || (found.state === 'failed' && found.written.orders === 0)
  const isRunnable = mayWrite && found.gaps.length === 0 && found.state !== 'done' && !isWorking
  const counts = found.result ?? found.trial
  return (
    <div className="ck-page">
      <Question asks={say(words.asks)} answer={<Answer found={found} />}>
        <div className="ck-bar" style={{ marginTop: 12 }}>
          {isRunnable && isOpen && <Button onClick={() => begin.mutate('trial')} loading={begin.isPending}>{say(found.trial === null ? words.try : words.tryAgain)}</Button>}
          {isRunnable && <Button type="primary" onClick={() => begin.mutate('start')} loading={begin.isPending}>{say(isOpen ? words.start : words.resume)}</Button>}
          {found.state === 'done' && <><Go to="/lifecycle" className="ck-button">{say(words.toLapse)}</Go><Go to="/customers">{say(words.toCustomers)}</Go></>}
          {!isWorking && <Go to="/imports">{say(words.another)}</Go>}
        </div>
      </Question>
      {found.problem !== null && <ErrorNote error={new Error(locale === 'en' ? found.problem.sentence.en : found.problem.sentence.zh)} />}
      {begin.error !== null && <ErrorNote error={begin.error} />}
      {isWorking && found.runId !== null && <Card title={say(found.state === 'checking' ? words.try : words.start)}><RunBar runId={found.runId} onCancel={mayWrite ? () => cancel.mutate(undefined) : undefined} /></Card>}
      {counts !== null && !isWorking && <CountsCard id={found.id} title={say(found.result === null ? words.wouldDo : words.didDo)} counts={counts} />}
      {found.state !== 'done' && !isWorking && <PreviewTable rows={found.preview} />}
      {isOpen && <Columns key={JSON.stringify(found.mapping)} found={found} isFixed={!mayWrite} />}
    </div>
  )
}

function Answer({ found }: { readonly found: ImportDetail }): ReactNode {
  const { tell, say } = useWords()
  const { num } = useFormat()
  const file = <Mark>{found.fileName}</Mark>
  const [gap] = found.gaps
  if (found.state === 'checking') return tell(words.checking, { file })
  if (found.state === 'waiting' || found.state === 'running') return tell(words.writing, { file })
  if (found.result !== null) return tell(words.done, { file, orders: <Mark tone="accent">{num(found.result.orders)}</Mark>, customers: <Mark tone="accent">{num(found.result.customers)}</Mark>, rejected: num(found.result.rejected) })
  if (found.state === 'cancelled') return tell(words.stopped, { file, orders: <Mark>{num(found.written.orders)}</Mark> })
  if (found.state === 'failed') return tell(words.failed, { file })
  if (gap !== undefined) return tell(gap === 'time' ? words.gapTime : words.gapAmount, { file })
  if (found.trial !== null) {
    const { rows, orders, customers, rejected } = found.trial
    return tell(words.tried, { file, rows: num(rows), orders: <Mark tone="accent">{num(orders)}</Mark>, customers: <Mark tone="accent">{num(customers)}</Mark>, rejected: <Mark {...(rejected > 0 ? { tone: 'risk' } : {})}>{num(rejected)}</Mark> })
  }
  return <>{tell(words.understood, { file, columns: num(found.layout.headers.length), encoding: found.layout.kind === 'xlsx' ? 'XLSX' : found.layout.encoding.toUpperCase() })}{found.mapping.preset !== null && <> {say(words.preset, { preset: found.mapping.preset })}</>}</>
}
