import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { jobsPageWords as words } from './jobs.page.words.ts'
import type { JobRun } from './jobs.schema.ts'
import { isOver, StateTag } from './jobs.state.tsx'

/** One run: how far it came, why it failed, and the way to try again or to stop it. */
export function JobDetail({ id, onClose }: { readonly id: string, readonly onClose: () => void }) {
  const { locale, say } = useWords()
  const { data: run, error, refetch } = useQuery({
    queryKey: ['jobs', 'one', id], queryFn: ({ signal }) => read('/api/jobs/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => state.data !== undefined && isOver(state.data) ? false : 1_000
  })
  return (
    <Drawer open onClose={onClose} size={520} title={run === undefined ? say(words.job) : locale === 'en' ? run.title.en : run.title.zh}>
      {error !== null && run === undefined && <ErrorNote error={error} onRetry={refetch} />}
      {run !== undefined && <Detail run={run} />}
    </Drawer>
  )
}

function Detail({ run }: { readonly run: JobRun }) {
  const { say, locale } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const stale = [['jobs'], ['rows', '/api/jobs']]
  const retry = useDeed((_: undefined, key) => write('post', '/api/jobs/{id}/retry', { path: { id: run.id }, key }), { stale })
  const cancel = useDeed((_: undefined, key) => write('post', '/api/jobs/{id}/cancel', { path: { id: run.id }, key }), { stale })
  const sentence = run.problem?.sentence ?? run.sentence
  const fault = retry.error ?? cancel.error
  return (
    <>
      <p><StateTag run={run} /></p>
      {sentence !== null && <p role={run.problem === null ? undefined : 'alert'}>{locale === 'en' ? sentence.en : sentence.zh}</p>}
      <Figures>
        <Figure label={say(words.rows)} value={run.total === null ? num(run.done) : say(words.ofTotal, { done: run.done, total: run.total })} />
        <Figure label={say(words.attempt)} value={num(run.attempt)} />
        <Figure label={say(words.created)} value={<Moment at={run.createdAt} />} />
        {run.state === 'queued' && <Figure label={say(words.next)} value={<Moment at={run.startAfter} />} />}
        {run.startedAt !== null && <Figure label={say(words.started)} value={<Moment at={run.startedAt} />} />}
        {run.endedAt !== null && <Figure label={say(words.ended)} value={<Moment at={run.endedAt} />} />}
      </Figures>
      {run.problem !== null && (
        <details>
          <summary>{say(words.technical)}</summary>
          <p><code>{run.problem.code}</code></p>
          {run.problem.error !== null && <p><code>{run.problem.error}</code></p>}
          <p>{say(words.number)} <code>{run.id}</code></p>
        </details>
      )}
      {fault !== null && <ErrorNote error={fault} />}
      {mayOpen(rights, 'jobs.write') && (
        <div className="ck-bar ck-card-foot">
          {(run.state === 'failed' || run.state === 'cancelled') && <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>{say(words.retry)}</Button>}
          {!isOver(run) && !run.cancelling && <Button loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>{say(words.cancel)}</Button>}
        </div>
      )}
    </>
  )
}
