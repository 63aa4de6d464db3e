import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { useMemo, useState } from 'react'
import { Go, useGo } from '#web/address.tsx'
import type { AnswerAt } from '#web/client.ts'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import { draftsOf, lifeOfMain } from './replay.drafting.schema.ts'
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
            { key: 'state', title: '', cell: ({ finishedAt, validFrom }) => (validFrom !== null ? <Scheduled at={validFrom} /> : finishedAt === null ? say(words.notYet) : <Moment at={finishedAt} />), width: 200, isWideOnly: true, isSortable: false }
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

function Drafting({ ground }: { readonly ground: AnswerAt<'/api/replay/ground'> }) {
  const { say } = useWords()
  const go = useGo()
  const client = useQueryClient()
  const [ratePercent, setRate] = useState(100)
  const [ladderPercent, setLadder] = useState(100)
  const [lifeMonths, setLife] = useState<number | null>(() => lifeOfMain(ground))
  const [months, setMonths] = useState(12)
  const [price, setPrice] = useState(0.01)
  const [note, setNote] = useState('')
  const [key, setKey] = useState(newKey)
  const drafts = useMemo(() => draftsOf(ground, { ratePercent, ladderPercent, lifeMonths }), [ground, ratePercent, ladderPercent, lifeMonths])
  const isDrafted = Object.keys(drafts).length > 0
  const changes = useQuery({ queryKey: ['replay', 'changes', JSON.stringify(drafts)], enabled: isDrafted, retry: false, queryFn: () => write('post', '/api/replay/changes', { body: { drafts } }) })
  const start = useMutation({
    mutationFn: () => write('post', '/api/replay', { body: { drafts, months, note, priceMinor: String(Math.round(price * 10_000)) }, key }),
    onSuccess: async ({ runId }) => { await client.invalidateQueries({ queryKey: ['replay', 'list'] }); go(`/replay/${runId}`) },
    onError: () => setKey(newKey())
  })
  return (
    <Card title={say(words.draft)}>
      <form className="rp-form" onSubmit={(event) => { event.preventDefault(); start.mutate() }}>
        <label>{say(words.rate)}<InputNumber min={1} max={1000} precision={0} suffix="%" disabled={ground.earning === null} value={ratePercent} onChange={(n) => { if (n !== null) setRate(n) }} /></label>
        <label>{say(words.ladder)}<InputNumber min={1} max={1000} precision={0} suffix="%" value={ladderPercent} onChange={(n) => { if (n !== null) setLadder(n) }} /></label>
        <label>{say(words.life)}<InputNumber min={1} max={240} precision={0} value={lifeMonths} onChange={setLife} /></label>
        <label>{say(words.months)}<InputNumber min={1} max={60} precision={0} value={months} onChange={(n) => { if (n !== null) setMonths(n) }} /></label>
        <label>{say(words.price)}<InputNumber min={0} max={1000} step={0.01} precision={4} value={price} onChange={(n) => { if (n !== null) setPrice(n) }} /></label>
        <label>{say(words.note)}<Input maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></label>
        {ground.earning === null && <p className="ck-soft rp-whole">{say(words.noEarning)}</p>}
        <div className="rp-whole" aria-live="polite">
          {!isDrafted && <p className="ck-soft">{say(words.noChange)}</p>}
          {isDrafted && changes.data !== undefined && <><strong>{say(words.changes)}</strong><ul className="rp-list">{changes.data.changes.map((line) => <li key={line.en}>{say(line)}</li>)}</ul></>}
          {changes.error !== null && <ErrorNote error={changes.error} />}
          {start.error !== null && <ErrorNote error={start.error} />}
        </div>
        <div className="rp-whole"><Button type="primary" htmlType="submit" loading={start.isPending} disabled={!isDrafted}>{say(words.start)}</Button></div>
      </form>
    </Card>
  )
}
