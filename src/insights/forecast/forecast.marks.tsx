import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { addDays } from '#foundation/zone.ts'
import { write } from '#web/client.ts'
import { DayChoice } from '#web/daychoice.tsx'
import { useDeed } from '#web/deed.ts'
import { Fault, Field } from '#web/door.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { forecastPageWords, marksWords as words } from './forecast.page.words.ts'
import { useShownName } from './forecast.headline.tsx'
import type { Forecast, Mark, MarkKind } from './forecast.schema.ts'

const kinds: readonly MarkKind[] = ['stock_out', 'promotion']
const stale = { stale: [['forecast']] } as const

/** What a person knows about days and the figures cannot. */
export function MarksCard({ data }: { readonly data: Forecast }) {
  const { say } = useWords()
  const { day } = useFormat()
  const { rights } = useSession()
  const [gone, setGone] = useState<Mark>()
  const remove = useDeed((mark: Mark, key) => write('delete', '/api/forecast/marks/{markId}', { path: { markId: mark.markId }, key }), { ...stale, done: setGone })
  const restore = useDeed(({ kind, cut, part, from, to, note }: Mark, key) => write('post', '/api/forecast/marks', { body: { kind, cut, part, from, to, note }, key }), { ...stale, done: () => setGone(undefined) })
  const mayMark = mayOpen(rights, 'forecast.write')
  return (
    <Card title={say(words.title)}>
      <p className="ck-soft">{say(words.why)}</p>
      {data.marks.length === 0 ? <p className="ck-soft ck-small">{say(words.none)}</p> : (
        <ul className="in-marks">
          {data.marks.map((mark) => (
            <li key={mark.markId}>
              <span className="ck-tag" data-tone={mark.kind === 'promotion' ? 'risk' : 'lost'}>{say(words[mark.kind])}</span> {say(words.span, { from: day(mark.from), to: day(mark.to) })} · {say(mark.name)}{mark.note !== '' && <span className="ck-soft"> · {mark.note}</span>}
              {mayMark && <> <button type="button" className="ck-text" aria-label={say(words.removeOne, { kind: say(words[mark.kind]), from: day(mark.from) })} onClick={() => remove.mutate(mark)}>{say(words.remove)}</button></>}
            </li>
          ))}
        </ul>
      )}
      {gone !== undefined && <p role="status">{say(words.removed, { kind: say(words[gone.kind]), from: day(gone.from) })} <button type="button" className="ck-text" onClick={() => restore.mutate(gone)}>{say(words.undo)}</button></p>}
      <Fault error={remove.error ?? restore.error} />
      {mayMark ? <NewMarkForm data={data} /> : <p className="ck-soft ck-small">{say(words.readOnly)}</p>}
    </Card>
  )
}

function NewMarkForm({ data }: { readonly data: Forecast }) {
  const { say } = useWords()
  const name = useShownName(data)
  const lastDay = data.run?.to ?? ''
  const [kind, setKind] = useState<MarkKind>('stock_out')
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const [note, setNote] = useState('')
  const [begin, end] = [from ?? lastDay, to ?? from ?? lastDay]
  const add = useDeed((_: undefined, key) => write('post', '/api/forecast/marks', {
    body: { kind, cut: data.part === null ? 'whole' : data.cut, part: data.part, from: begin, to: end, ...(note.trim() === '' ? {} : { note: note.trim() }) }, key
  }), { ...stale, done: () => { setFrom(undefined); setTo(undefined); setNote('') } })
  // A promotion may be planned; nobody knows today what will be out of stock.
  const latest = kind === 'promotion' ? addDays(lastDay, 400) : addDays(lastDay, 1)
  return (
    <form id="marks" className="in-form" onSubmit={(event) => { event.preventDefault(); add.mutate(undefined) }}>
      <div className="ck-bar">
        <Select aria-label={say(words.kind)} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: say(words[value]) }))} className="in-select" />
        <DayChoice label={say(forecastPageWords.from)} value={begin} onChange={setFrom} latest={latest} />
        <DayChoice label={say(forecastPageWords.to)} value={end} onChange={setTo} latest={latest} />
      </div>
      <Field label={say(words.note)} hint={say(words.planned)}>{(ids) => <Input {...ids} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
      <Fault error={add.error} />
      <div className="ck-bar"><Button htmlType="submit" loading={add.isPending}>{say(words.add)} · {name}</Button><span role="status">{add.isSuccess ? say(words.added) : ''}</span></div>
    </form>
  )
}
