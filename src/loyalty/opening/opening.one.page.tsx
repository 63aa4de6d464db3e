import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
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
import { RunBar } from '../../activity/imports/imports.run.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { OpeningColumnsCard } from './opening.columns.tsx'
import { ControlCard } from './opening.totals.tsx'
import { FoundCard } from './opening.found.tsx'
import { lotsIn, pointsIn } from './opening.page.tsx'
import { openingPageWords as words } from './opening.page.words.ts'
import { PreviewCard } from './opening.preview.tsx'
import type { OpeningDetail, OpeningState } from './opening.schema.ts'

const works: ReadonlySet<OpeningState> = new Set(['checking', 'booking', 'undoing'])
const paths = { check: '/api/opening/{id}/check', book: '/api/opening/{id}/book', undo: '/api/opening/{id}/undo', stop: '/api/opening/{id}/stop' } as const

/** One file on its way: columns, totals, check, booking, undoing. */
export function OneOpeningPage() {
  const { openingId = '' }: { readonly openingId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useQuery({
    queryKey: ['opening', openingId], queryFn: ({ signal }) => read('/api/opening/{id}', { path: { id: openingId }, signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && works.has(state.data.state) ? 1_000 : false)
  })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  return <One found={data} />
}

function One({ found }: { readonly found: OpeningDetail }) {
  const { say, locale } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const stale = [['opening'], ['rows', '/api/opening'], ['liability']]
  const act = useDeed((deed: keyof typeof paths, key) => write('post', paths[deed], { path: { id: found.id }, key }), { stale })
  const mayWrite = mayOpen(rights, 'opening.write')
  const isWorking = works.has(found.state)
  const isBooked = lotsIn(found) > 0
  const isOpen = mayWrite && !isWorking && !isBooked && found.state !== 'booked' && found.state !== 'undone'
  const isMet = found.differences?.length === 0
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={<Answer found={found} />}>
        <div className="ck-bar" style={{ marginTop: 12 }}>
          {isOpen && found.gaps.length === 0 && <Button type={isMet ? 'default' : 'primary'} loading={act.isPending} onClick={() => act.mutate('check')}>{say(found.found === null ? words.check : words.checkAgain)}</Button>}
          {mayWrite && !isWorking && isMet && found.state !== 'booked' && found.state !== 'undone' && <Button type="primary" loading={act.isPending} onClick={() => act.mutate('book')}>{say(isBooked ? words.resume : words.book)}</Button>}
          {mayWrite && !isWorking && isBooked && (
            <Popconfirm title={say(words.undoSure, { points: num(pointsIn(found)), lots: num(lotsIn(found)) })} okText={say(words.yes)} cancelText={say(words.no)} onConfirm={() => act.mutate('undo')}><Button danger>{say(words.undo)}</Button></Popconfirm>
          )}
          {!isWorking && <Go to="/opening">{say(words.another)}</Go>}
        </div>
      </Question>
      {found.problem !== null && !isWorking && <ErrorNote error={new Error(locale === 'en' ? found.problem.en : found.problem.zh)} />}
      {act.error !== null && <ErrorNote error={act.error} />}
      {isWorking && found.runId !== null && <Card title={say(found.state === 'checking' ? words.check : found.state === 'booking' ? words.book : words.undo)}><RunBar runId={found.runId} onCancel={mayWrite ? () => act.mutate('stop') : undefined} /></Card>}
      {!isWorking && found.gaps.length === 0 && <ControlCard key={found.found === null ? 'open' : 'found'} found={found} isFixed={!isOpen} />}
      {!isWorking && found.found !== null && <FoundCard id={found.id} found={found.found} />}
      {!isWorking && found.state !== 'booked' && found.state !== 'undone' && <PreviewCard rows={found.preview} />}
      {isOpen && <OpeningColumnsCard key={JSON.stringify(found.mapping)} found={found} />}
    </div>
  )
}

function Answer({ found }: { readonly found: OpeningDetail }): ReactNode {
  const { tell } = useWords()
  const { nameOf } = useCurrencies()
  const { num } = useFormat()
  const file = <Mark>{found.fileName}</Mark>
  const [gap] = found.gaps
  const booked = { points: <Mark tone="accent">{num(pointsIn(found))}</Mark>, lots: num(lotsIn(found)) }
  if (found.state === 'checking' || found.state === 'booking' || found.state === 'undoing') return tell(words[found.state], { file })
  if (found.state === 'booked') return tell(lotsIn(found) === 0 ? words.bookedNone : words.booked, { file, ...booked })
  if (found.state === 'undone' || found.state === 'failed') return tell(words[found.state], { file })
  if (found.state === 'stopped') return tell(words.stopped, { file, ...booked })
  if (gap !== undefined) return tell(gap === 'member' ? words.gapMember : words.gapAmount, { file })
  if (found.found === null) return tell(words.understood, { file, n: num(Object.keys(found.mapping.columns).length) })
  const of = (which: 'all' | 'fresh'): string => num((found.found?.currencies ?? []).filter(({ currency }) => currency !== 'growth').reduce((sum, one) => sum + Number(one[which].points), 0))
  const members = <Mark>{num(found.found.members)}</Mark>
  if (found.differences === null) return tell(words.checked, { file, members, points: <Mark tone="accent">{of('all')}</Mark> })
  if (found.differences.length === 0) return tell(words.met, { file, members, fresh: <Mark tone="accent">{of('fresh')}</Mark> })
  return tell(words.off, { file, points: <Mark tone="risk">{found.differences.map(({ currency, pointsOff }) => `${num(Number(pointsOff))} ${nameOf(currency)}`).join(', ')}</Mark> })
}
