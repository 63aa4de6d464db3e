import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Question } from '#web/question.tsx'
import { DataTable } from '#web/table.tsx'
import { useFields } from './record.facts.tsx'
import { fieldTypeWords, fieldsPageWords as words } from './record.fields.words.ts'
import { Labelled } from './record.labelled.tsx'
import type { Field } from './record.schema.ts'
import './record.css'

const unwritten = ''
const types = ['text', 'number', 'date', 'boolean', 'choice'] as const

/** What else do we want to know of a customer? */
export function FieldsPage() {
  const { say } = useWords()
  const { num } = useFormat()
  const { data, isPending, error, refetch } = useFields()
  const fields = data?.items ?? []
  const [open, setOpen] = useState<Field>()
  const add = <Button type="primary" onClick={() => setOpen({ key: '', label: { zh: unwritten, en: unwritten }, type: 'text', choices: [], position: fields.length, version: 0 })}>{say(words.add)}</Button>
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={isPending ? say(words.waiting) : say(words.answer, { n: fields.length })} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <Card title={say(words.title)} aside={add}>
        <DataTable label={say(words.title)} rows={fields} rowKey={(field) => field.key} isPending={isPending} empty={<EmptyStart title={say(words.none)} why={say(words.noneWhy)} />} columns={[
          { key: 'label', title: say(words.label), value: (field) => say(field.label), cell: (field) => <button type="button" className="ck-text" onClick={() => setOpen(field)}>{say(field.label)}</button> },
          { key: 'key', title: say(words.key), value: (field) => field.key, cell: (field) => <code>{field.key}</code> },
          { key: 'type', title: say(words.type), value: (field) => say(fieldTypeWords[field.type]), cell: (field) => say(fieldTypeWords[field.type]) },
          { key: 'choices', title: say(words.choices), value: (field) => field.choices.join('、'), cell: (field) => field.choices.join('、') || '–', isWideOnly: true },
          { key: 'position', title: say(words.position), value: (field) => field.position, cell: (field) => num(field.position), isNumber: true, isWideOnly: true }
        ]} />
      </Card>
      {open && <FieldForm field={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function FieldForm({ field, onClose }: { readonly field: Field, readonly onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [value, set] = useState(field)
  const save = useMutation({
    mutationFn: () => write('put', '/api/record/fields', { body: value }),
    onSuccess: async () => { onClose(); await client.invalidateQueries({ queryKey: ['record', 'fields'] }) }
  })
  const put = (part: Partial<Field>) => set((before) => ({ ...before, ...part }))
  const putLabel = (language: 'zh' | 'en', text: string) => put({ label: { ...value.label, [language]: text } })
  const isReady = /^[a-z][a-z0-9_]{0,39}$/.test(value.key) && value.label.zh.trim() !== '' && value.label.en.trim() !== '' && (value.type !== 'choice' || value.choices.length > 0)
  return (
    <Drawer open onClose={onClose} size="large" title={say(field.version === 0 ? words.add : field.label)} footer={<Button type="primary" htmlType="submit" form="field-form" loading={save.isPending} disabled={!isReady}>{say(words.save)}</Button>}>
      <form id="field-form" className="re-form" onSubmit={(event) => { event.preventDefault(); save.mutate() }}>
        {save.error !== null && <ErrorNote error={save.error} />}
        <Labelled label={say(words.key)}>{(id) => <Input id={id} value={value.key} disabled={field.version > 0} maxLength={40} autoCapitalize="none" onChange={(event) => put({ key: event.target.value })} />}</Labelled>
        <p className="ck-soft ck-small">{say(words.keyWhy)}</p>
        <div className="re-pair">
          <Labelled label={say(words.labelZh)}>{(id) => <Input id={id} value={value.label.zh} maxLength={40} onChange={(event) => putLabel('zh', event.target.value)} />}</Labelled>
          <Labelled label={say(words.labelEn)}>{(id) => <Input id={id} value={value.label.en} maxLength={40} onChange={(event) => putLabel('en', event.target.value)} />}</Labelled>
          <Labelled label={say(words.type)}>{(id) => <Select id={id} value={value.type} onChange={(type) => put({ type })} options={types.map((one) => ({ value: one, label: say(fieldTypeWords[one]) }))} />}</Labelled>
          <Labelled label={say(words.position)}>{(id) => <InputNumber id={id} min={0} max={10_000} precision={0} value={value.position} onChange={(position) => put({ position: position ?? 0 })} />}</Labelled>
        </div>
        {value.type === 'choice' && <Labelled label={say(words.choices)}>{(id) => <Select id={id} mode="tags" value={value.choices} onChange={(choices: string[]) => put({ choices })} tokenSeparators={['、', ',', '，']} />}</Labelled>}
      </form>
    </Drawer>
  )
}
