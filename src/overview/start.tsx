import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Go, useHasPage } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Progress } from '#web/progress.tsx'
import { useSession } from '#web/session.tsx'
import { overviewWords } from './overview.words.ts'

/** The first minute: nothing is there yet, and two ways to begin. */
export function Start({ isFilling }: { readonly isFilling: boolean }) {
  const { say } = useWords()
  const hasPage = useHasPage()
  const { rights } = useSession()
  const maySample = mayOpen(rights, 'sample.write')
  const [run, setRun] = useState<string>()
  const sample = useDeed((_: undefined, key) => write('post', '/api/sample', { key }), { done: ({ runId }) => setRun(runId) })
  return (
    <div className="ck-page">
      <EmptyStart isPage title={say(overviewWords.emptyTitle)} why={<><p>{say(overviewWords.emptyWhy)}</p>{maySample && <p>{say(overviewWords.sampleNote)}</p>}</>}>
        {hasPage('/imports') && <Go to="/imports" className="ck-button">{say(overviewWords.import)}</Go>}
        {maySample && run === undefined && <Button loading={sample.isPending} onClick={() => sample.mutate(undefined)}>{say(overviewWords.lookAround)}</Button>}
      </EmptyStart>
      {sample.error !== null && <ErrorNote error={sample.error} />}
      {run !== undefined && <Loading run={run} />}
      {isFilling && <p role="status" className="ck-soft">{say(overviewWords.counting)}</p>}
    </div>
  )
}

/** The sample on its way. Afterwards the page is loaded anew: business, zone and currency are the sample's then. */
function Loading({ run }: { readonly run: string }) {
  const { say } = useWords()
  const { data } = useQuery({ queryKey: ['jobs', run], queryFn: ({ signal }) => read('/api/jobs/{id}', { path: { id: run }, signal }), refetchInterval: 1_000 })
  const isDone = data?.state === 'done'
  useEffect(() => { if (isDone) window.location.reload() }, [isDone])
  const problem = data?.problem
  if (problem) return <p role="alert">{say(problem.sentence)}</p>
  return <Progress title={say(overviewWords.sampleLoading)} done={data?.done ?? 0} total={data?.total ?? null} />
}
