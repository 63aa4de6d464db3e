import { useQuery } from '@tanstack/react-query'
import { write, read } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { Progress } from '#web/progress.tsx'
import { Card } from '#web/question.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { jobsPageWords as words } from './jobs.page.words.ts'
import type { JobRun } from './jobs.schema.ts'

/** What runs now, moving. Asked for once a second: a stream a run would use up the few connections that a browser has for one server. */
export function Running({ isAny }: { readonly isAny: boolean }) {
  const { say } = useWords()
  const { data } = useQuery({ queryKey: ['jobs', 'running'], queryFn: ({ signal }) => read('/api/jobs', { query: { state: 'running', limit: 20 }, signal }), enabled: isAny, refetchInterval: 1_000 })
  if (!isAny || data === undefined || data.items.length === 0) return null
  return <Card title={say(words.running)}>{data.items.map((run) => <OneRunning key={run.id} run={run} />)}</Card>
}

function OneRunning({ run }: { readonly run: JobRun }) {
  const { say, locale } = useWords()
  const { rights } = useSession()
  const cancel = useDeed((_: undefined, key) => write('post', '/api/jobs/{id}/cancel', { path: { id: run.id }, key }), { stale: [['jobs']] })
  const text = locale === 'en' ? run.title.en : run.title.zh
  const sentence = run.sentence === null ? '' : ` · ${locale === 'en' ? run.sentence.en : run.sentence.zh}`
  return (
    <>
      <Progress
        title={run.cancelling ? `${text} · ${say(words.cancelling)}` : `${text}${sentence}`} done={run.done} total={run.total} secondsLeft={run.secondsLeft}
        onCancel={run.cancelling || !mayOpen(rights, 'jobs.write') ? undefined : () => cancel.mutate(undefined)}
      />
      {cancel.error !== null && <ErrorNote error={cancel.error} />}
    </>
  )
}
