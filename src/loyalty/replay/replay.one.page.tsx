import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Static } from 'typebox'
import { Go } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Progress } from '#web/progress.tsx'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { ReplayMembers } from './replay.members.tsx'
import { PointsChart, TierTable } from './replay.charts.tsx'
import { replayPageWords as words } from './replay.page.words.ts'
import type { Replay } from './replay.schema.ts'
import './replay.css'

const Schedule = lazy(async () => ({ default: (await import('./replay.schedule.tsx')).Schedule }))
type Whole = Static<typeof Replay>
type Result = NonNullable<Whole['result']>

/** One replay: while it is worked on how far it is, then what it found. */
export function OneReplayPage() {
  const { runId = '' } = useParams({ strict: false })
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: ['replay', 'one', runId], queryFn: ({ signal }) => read('/api/replay/{runId}', { path: { runId }, signal }) })
  const isOpen = data !== undefined && data.result === null && data.jobId !== null
  const job = useQuery({ queryKey: ['replay', 'job', runId], enabled: isOpen, refetchInterval: 1_000, queryFn: ({ signal }) => read('/api/jobs/{id}', { path: { id: data?.jobId ?? '' }, signal }) })
  const isOver = job.data?.state === 'done' || job.data?.state === 'failed' || job.data?.state === 'cancelled'
  useEffect(() => { if (isOver) void client.invalidateQueries({ queryKey: ['replay', 'one', runId] }) }, [isOver, client, runId])
  const { say } = useWords()
  if (error !== null) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.result !== null) return <Found data={data} result={data.result} />
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={say(isOver && job.data?.state !== 'done' ? words.failed : words.working)} />
      <Card title={say(words.changes)}>
        <ul className="rp-list">{data.changes.map((line) => <li key={line.en}>{say(line)}</li>)}</ul>
        {job.data !== undefined && !isOver && <Progress title={say(words.working)} done={job.data.done} total={job.data.total} onCancel={() => { void write('post', '/api/jobs/{id}/cancel', { path: { id: data.jobId ?? '' } }) }} />}
      </Card>
    </div>
  )
}

function Found({ data, result }: { readonly data: Whole, readonly result: Result }) {
  const { say, tell } = useWords()
  const { num, money, moment } = useFormat()
  const mayDefine = mayOpen(useSession().rights, 'replay.define')
  const [isScheduling, setScheduling] = useState(false)
  const issuedBy = (side: Result['now']): number => side.currencies.filter(({ currency }) => currency === result.currency).flatMap(({ months }) => months).reduce((sum, { issued, reversed }) => sum + Number(issued) - Number(reversed), 0)
  const isScheduled = data.validFrom !== null && !data.isWithdrawn
  const cost = BigInt(result.then.costMinor) - BigInt(result.now.costMinor)
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={tell(words.answer, {
        orders: num(result.orders), months: String(data.months), then: <Mark tone="accent">{num(issuedBy(result.then))}</Mark>, now: num(issuedBy(result.now)), price: money(data.priceMinor), more: say(cost < 0n ? words.lessCost : words.moreCost),
        cost: <Mark tone={cost > 0n ? 'risk' : 'accent'}>{money(cost < 0n ? -cost : cost, { whole: true })}</Mark>, winners: <Mark>{num(result.winners)}</Mark>, losers: <Mark tone="risk">{num(result.losers)}</Mark>
      })} />
      <Card title={say(words.changes)} aside={mayDefine && !isScheduled && <Button type="primary" onClick={() => setScheduling(true)}>{say(words.schedule)}</Button>}>
        <div className={isScheduled ? 'rp-announced' : ''} role={isScheduled ? 'status' : undefined}>
          {isScheduled && <strong>{say(words.announced, { at: moment(data.validFrom ?? '') })}</strong>}
          {data.isWithdrawn && <p>{say(words.withdrawnNote)}</p>}
          <ul className="rp-list">{data.changes.map((line) => <li key={line.en}>{say(line)}</li>)}</ul>
        </div>
        {isScheduled && <p className="ck-small ck-bar"><span>{say(words.seeRules)}</span>{data.parts.map((part) => <Go key={part} to={`/${part}`}>{say(words[`of_${part}`])}</Go>)}</p>}
        {data.note !== '' && <p className="ck-soft">{data.note}</p>}
      </Card>
      <div className="ck-columns">
        <PointsChart result={result} />
        <Card title={say(words.cost)}>
          <Figures>
            <Figure label={say(words.now)} value={money(result.now.costMinor, { whole: true })} />
            <Figure label={say(words.then)} value={money(result.then.costMinor, { whole: true })} tone={cost > 0n ? 'risk' : 'accent'} />
          </Figures>
          {result.then.budgets.filter(({ asked }) => asked !== '0').map(({ budget, asked, bound }) => <p key={budget} className="ck-soft ck-small">{say(words.budgetNote, { budget, asked: num(Number(asked)), bound: num(Number(bound)) })}</p>)}
        </Card>
      </div>
      <TierTable result={result} />
      <ReplayMembers runId={data.runId} side="losers" count={result.losers} />
      <ReplayMembers runId={data.runId} side="winners" count={result.winners} />
      <p className="ck-soft ck-small">{say(words.basis, { seconds: num(result.milliseconds / 1000, 1) })}</p>
      {isScheduling && <Suspense><Schedule runId={data.runId} changes={data.changes} onClose={() => setScheduling(false)} /></Suspense>}
    </div>
  )
}
