import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Input, Popconfirm } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { read, write } from '#web/client.ts'
import { monthBefore, todayIn } from '#web/day.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { closedWords as words } from './points.closed.words.ts'
import { useWho } from './points.who.tsx'

/** Which months are closed; closing the next, and opening the last one again. */
export function ClosedMonths() {
  const { say } = useWords()
  const { moment } = useFormat()
  const { rights, business: { zone } } = useSession()
  const mayClose = mayOpen(rights, 'points.close')
  const who = useWho()
  const last = monthBefore(todayIn(zone, new Date())).slice(0, 7)
  const [chosen, setMonth] = useState(last)
  const [note, setNote] = useState('')
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'closings'], queryFn: ({ signal }) => read('/api/points/closings', { signal }) })
  const close = useDeed((month: string, key) => write('post', '/api/points/closings', { key, body: { month, note: note.trim() } }), { stale: [['points', 'closings']], done: () => setNote('') })
  const reopen = useDeed((month: string, key) => write('post', '/api/points/closings/{month}/reopen', { key, path: { month } }), { stale: [['points', 'closings']] })
  const fault = close.error ?? reopen.error
  const through = data?.through ?? null
  const isDone = through !== null && through >= last
  return (
    <Card title={say(words.title)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {fault !== null && <ErrorNote error={fault} />}
      {data !== undefined && <p>{through === null ? say(words.none) : say(words.through, { month: through })}{isDone && <> {say(words.upToDate)}</>}</p>}
      {data !== undefined && mayClose && !isDone && (
        <div className="ck-bar po-close">
          <DatePicker picker="month" allowClear={false} aria-label={say(words.month)} value={dayjs(`${chosen}-01`)} disabledDate={(one) => one.format('YYYY-MM') > last || (through !== null && one.format('YYYY-MM') <= through)} onChange={(next: dayjs.Dayjs | null) => { if (next !== null) setMonth(next.format('YYYY-MM')) }} />
          <Input className="po-note" aria-label={say(words.note)} placeholder={say(words.note)} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
          <Popconfirm title={<span className="po-asks">{say(words.closeAsks, { month: chosen })}</span>} okText={say(words.close)} cancelText={say(words.no)} onConfirm={() => close.mutate(chosen)}><Button loading={close.isPending}>{say(words.close)}</Button></Popconfirm>
        </div>
      )}
      {data !== undefined && data.items.length > 0 && (
        <ol className="po-list">
          {data.items.map((one) => (
            <li key={`${one.month} ${one.closedAt}`}>
              <div className="ck-bar">
                <strong>{one.month}</strong>
                <span className="ck-soft ck-small">{say(words.closedBy, { who: who(one.closedBy), at: moment(one.closedAt) })}{one.reopenedAt !== null && <> · {say(words.reopenedBy, { who: who(one.reopenedBy ?? ''), at: moment(one.reopenedAt) })}</>}{one.note !== '' && <> · {one.note}</>}</span>
                {mayClose && one.month === through && one.reopenedAt === null && (
                  <span className="ck-end"><Popconfirm title={<span className="po-asks">{say(words.reopenAsks, { month: one.month })}</span>} okText={say(words.reopen)} cancelText={say(words.no)} onConfirm={() => reopen.mutate(one.month)}><Button size="small" loading={reopen.isPending}>{say(words.reopen)}</Button></Popconfirm></span>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
