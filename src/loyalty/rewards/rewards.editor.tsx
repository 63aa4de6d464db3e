import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ConflictNote, ErrorNote, isConflict } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Tick } from './rewards.fields.tsx'
import { formWords as words } from './rewards.form.words.ts'
import { TextInput } from './rewards.inputs.tsx'
import { KindFields } from './rewards.kinds.tsx'
import { kindWords } from './rewards.page.words.ts'
import type { Definition, NewDefinition } from './rewards.schema.ts'
import { isWhole, sentencesOf } from './rewards.sentences.tsx'

interface EditorProps { readonly initial: NewDefinition, readonly rewards: readonly Definition[], readonly onClose: () => void }

/** A definition made or changed, with its rules in plain words beneath what is typed. */
export function Editor({ initial, rewards, onClose }: EditorProps) {
  const { say } = useWords()
  const { num, money, day } = useFormat()
  const [value, set] = useState(initial)
  const save = useDeed((body: NewDefinition, key) => write('put', '/api/rewards/definitions', { body, key }), { stale: [['rewards']], done: onClose })
  const reward = (rewardId: string): string => { const found = rewards.find(({ definitionId }) => definitionId === rewardId); return found === undefined ? '–' : say(found.title) }
  const isReady = isWhole(value)
  const kind = say(kindWords[value.kind])
  return (
    <Drawer
      open onClose={onClose} size="large" title={initial.version === 0 ? say(words.create, { kind }) : say(words.edit, { kind, n: initial.version })}
      footer={<Button type="primary" htmlType="submit" form="rewards-form" loading={save.isPending} disabled={!isReady}>{say(words.save)}</Button>}
    >
      <form id="rewards-form" className="rw-form" onSubmit={(event) => { event.preventDefault(); save.mutate(value) }}>
        {save.error !== null && (isConflict(save.error) ? <ConflictNote onLoad={onClose} /> : <ErrorNote error={save.error} />)}
        <div className="rw-pair">
          <TextInput label={words.nameZh} value={value.title.zh} onChange={(zh) => set((before) => ({ ...before, title: { ...before.title, zh } }))} />
          <TextInput label={words.nameEn} value={value.title.en} onChange={(en) => set((before) => ({ ...before, title: { ...before.title, en } }))} />
        </div>
        <KindFields value={value} onChange={set} rewards={rewards} />
        {initial.version > 0 && <Tick label={words.active} value={value.active} onChange={(active) => set((before) => ({ ...before, active }))} />}
        <section className="rw-preview" aria-live="polite">
          <h3>{say(words.meaning)}</h3>
          <ul>{sentencesOf(value, { say, num, money: (minor) => money(minor), day, reward }).map((sentence, at) => <li key={at}>{sentence}</li>)}</ul>
        </section>
        {initial.version > 0 && <p className="ck-soft ck-small">{say(words.versionWhy)}</p>}
      </form>
    </Drawer>
  )
}
