import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useMemo, useState } from 'react'
import { Problem } from '#web/api.ts'
import { write } from '#web/client.ts'
import { useDraft } from '#web/draft.ts'
import { ConflictNote, ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { draftOf, emptyDraft, isDraft, termsOf, type TermsDraft } from './vouchers.draft.tsx'
import { TermsFields } from './vouchers.fields.tsx'
import { formWords as words } from './vouchers.form.words.ts'
import { nameOf } from './vouchers.page.words.ts'
import type { Template } from './vouchers.schema.ts'
import { Sentences } from './vouchers.sentences.tsx'
import './vouchers.css'

interface EditorProps { readonly template?: Template, readonly onClose: () => void, readonly onSaved?: (template: Template) => void }

/** A template made or changed, with its rules in plain words beside what is typed. */
export function Editor({ template, onClose, onSaved }: EditorProps) {
  const { say } = useWords()
  const initial = useMemo(() => (template === undefined ? emptyDraft : draftOf(template.terms)), [template])
  const { value, set, clear, wasKept } = useDraft<TermsDraft>(`vouchers.${template?.templateId ?? 'new'}`, initial, isDraft)
  const [key, setKey] = useState(newKey)
  const client = useQueryClient()
  const found = termsOf(value)
  const isChanged = JSON.stringify(value) !== JSON.stringify(initial)
  const save = useMutation({
    mutationFn: async () => {
      if ('fault' in found) throw new Error(found.fault.sentence.en)
      const { terms } = found
      return template === undefined ? write('post', '/api/vouchers/templates', { body: { terms }, key }) : write('put', '/api/vouchers/templates/{id}', { path: { id: template.templateId }, body: { terms, version: template.version }, key })
    },
    onSuccess: async (saved) => {
      clear()
      await client.invalidateQueries({ queryKey: ['vouchers'] })
      onClose()
      onSaved?.(saved)
    },
    onError: (error) => { if (error instanceof Problem && error.status !== 0) setKey(newKey()) }
  })
  const isConflict = save.error instanceof Problem && save.error.code === 'vouchers.changed'
  return (
    <Drawer
      open onClose={onClose} size={980} title={template === undefined ? say(words.create) : say(words.change, { name: say(nameOf(template.terms)) })}
      footer={(
        <div className="ck-bar">
          <Button type="primary" disabled={'fault' in found || !isChanged} loading={save.isPending} onClick={() => save.mutate()}>{say(words.save)}</Button>
          {isChanged && <Button type="text" onClick={clear}>{say(words.startOver)}</Button>}
        </div>
      )}
    >
      <div className="vo-beside">
        <div className="vo-form">
          {template !== undefined && <p className="ck-soft">{say(words.keeps)}</p>}
          {wasKept && isChanged && <Alert type="info" showIcon title={say(words.kept)} />}
          <TermsFields value={value} onChange={(next) => { set(next); setKey(newKey()) }} isNew={template === undefined} />
          {isConflict ? <ConflictNote onLoad={() => { clear(); void client.invalidateQueries({ queryKey: ['vouchers'] }); onClose() }} /> : save.error !== null && <ErrorNote error={save.error} />}
        </div>
        <section className="vo-preview" aria-live="polite">
          <h3>{say(words.preview)}</h3>
          {'fault' in found ? <p className="ck-soft">{say(found.fault.sentence, { ...found.fault.values, ...(found.fault.field === undefined ? {} : { field: say(found.fault.field) }) })}</p> : <Sentences terms={found.terms} />}
        </section>
      </div>
    </Drawer>
  )
}
