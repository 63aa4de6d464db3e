import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { accountPageWords as words } from './access.page.words.ts'
import type { Sessions } from './access.schema.ts'

type Session = Sessions['items'][number]

/** The browsers one is signed in with, and the way to sign a lost one out. */
export function SessionsCard() {
  const { say } = useWords()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['access', 'sessions'], queryFn: ({ signal }) => read('/api/access/sessions', { signal }) })
  const end = useDeed((id: string, key) => write('delete', '/api/access/sessions/{id}', { path: { id }, key }), { stale: [['access', 'sessions']] })
  const columns: readonly Column<Session>[] = [
    { key: 'browser', title: say(words.browser), cell: (one) => <span title={one.agent}>{browserOf(one.agent)}</span>, value: (one) => browserOf(one.agent) },
    { key: 'since', title: say(words.since), cell: (one) => <Moment at={one.createdAt} />, width: 170 },
    { key: 'address', title: say(words.address), cell: (one) => one.address ?? '', isWideOnly: true, width: 160 },
    { key: 'end', title: say(words.end), width: 130, cell: (one) => one.isThis ? <span className="ck-tag" data-tone="accent">{say(words.thisOne)}</span> : <Button size="small" onClick={() => end.mutate(one.id)}>{say(words.end)}</Button> }
  ]
  const fault = error ?? end.error
  return (
    <Card title={say(words.sessions)}>
      {fault !== null && <ErrorNote error={fault} onRetry={refetch} />}
      <DataTable label={say(words.sessions)} rows={data?.items ?? []} columns={columns} rowKey={(one) => one.id} isPending={isPending} />
    </Card>
  )
}

/** "Chrome · Windows" out of what a browser calls itself; the whole of it is in the tooltip. */
function browserOf(agent: string): string {
  const browser = /Edg\//.test(agent) ? 'Edge' : /MicroMessenger/.test(agent) ? 'WeChat' : /Firefox\//.test(agent) ? 'Firefox' : /Chrome\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : agent.split(/[/ ]/)[0] ?? ''
  const system = /Windows/.test(agent) ? 'Windows' : /Android/.test(agent) ? 'Android' : /iPhone|iPad/.test(agent) ? 'iOS' : /Mac OS/.test(agent) ? 'macOS' : /Linux/.test(agent) ? 'Linux' : ''
  return [browser, system].filter((part) => part !== '').join(' · ')
}
