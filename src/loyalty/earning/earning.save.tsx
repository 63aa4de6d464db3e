import { Button, DatePicker, Input, Modal, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useGo } from '#web/address.tsx'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { handDraft } from '#web/draft.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { startOf } from '#foundation/zone.ts'
import { Difference } from './earning.difference.tsx'
import type { ProgrammeDraft } from './earning.draft.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import { Field } from './earning.field.tsx'
import type { Checked, Version } from './earning.schema.ts'

interface SaveBarProps { readonly draft: ProgrammeDraft, readonly before: Version, readonly newest: number, readonly faults: Checked['faults'], readonly names: Known }

/** What is changed and not published; publishing says what it will do first. */
export function SaveBar({ draft, before, newest, faults, names }: SaveBarProps) {
  const { say } = useWords()
  const go = useGo()
  const mayReplay = mayOpen(useSession().rights, 'replay.write')
  const [isOpen, setOpen] = useState(false)
  const replay = () => { handDraft('replay.earning', draft.value); go('/replay') }
  return (
    <div className="ea-save ck-bar" role="status">
      <span>{faults.length > 0 ? <span className="ea-fault">{say(words.problems, { n: faults.length })}</span> : say(draft.wasKept ? words.wasKept : words.changed)}</span>
      <span className="ck-end ck-bar"><Button onClick={draft.clear}>{say(words.discard)}</Button>{mayReplay && <Button disabled={faults.length > 0} onClick={replay}>{say(words.replay)}</Button>}<Button type="primary" disabled={faults.length > 0} onClick={() => setOpen(true)}>{say(words.publish)}</Button></span>
      {isOpen && <Publish draft={draft} before={before} newest={newest} names={names} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Publish({ draft, before, newest, names, onClose }: Omit<SaveBarProps, 'faults'> & { readonly onClose: () => void }) {
  const { say } = useWords()
  const { zone } = useSession().business
  const [isLater, setLater] = useState(false)
  const [day, setDay] = useState(() => dayjs().add(1, 'day').format('YYYY-MM-DD'))
  const [note, setNote] = useState('')
  const save = useDeed((_: undefined, key) => write('post', '/api/earning/versions', { key, body: { programme: draft.value, version: newest, note, ...(isLater ? { validFrom: startOf(day, zone).toISOString() } : {}) } }), { stale: [['earning']], done: () => { draft.clear(); onClose() } })
  return (
    <Modal open title={say(words.publishTitle)} onCancel={onClose} okText={say(words.publishNow, { version: newest + 1 })} onOk={() => save.mutate(undefined)} confirmLoading={save.isPending}>
      <div className="ea-form">
        {save.error !== null && <ErrorNote error={save.error} />}
        <strong>{say(words.difference, { version: before.version })}</strong>
        <Difference before={before.programme} after={draft.value} names={names} />
        <Field label={say(words.when)}><Segmented value={isLater ? 'later' : 'now'} onChange={(next) => setLater(next === 'later')} options={[{ value: 'now', label: say(words.now) }, { value: 'later', label: say(words.later) }]} /></Field>
        {isLater && <Field label={say(words.day)}><DatePicker allowClear={false} minDate={dayjs()} value={dayjs(day)} onChange={(next: dayjs.Dayjs | null) => { if (next !== null) setDay(next.format('YYYY-MM-DD')) }} /></Field>}
        <Field label={say(words.note)}><Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} /></Field>
        <p className="ck-soft ck-small">{say(words.keeps)}</p>
      </div>
    </Modal>
  )
}
