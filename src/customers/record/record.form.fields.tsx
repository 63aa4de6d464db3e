import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#web/locale.tsx'
import { useFields } from './record.facts.tsx'
import { Labelled } from './record.labelled.tsx'
import type { CustomerDraft } from './record.form.schema.ts'
import { recordPageWords as words } from './record.page.words.ts'
import type { Field } from './record.schema.ts'

type Custom = CustomerDraft['custom']

/** The business's own fields, each asked in its own way. */
export function OwnFields({ value, onChange }: { readonly value: Custom, readonly onChange: (value: Custom) => void }) {
  const { say } = useWords()
  const fields = useFields().data?.items ?? []
  if (fields.length === 0) return null
  const put = (field: Field, next: string | number | boolean | null) => onChange({ ...value, [field.key]: next })
  const input = (field: Field, id: string): ReactNode => {
    const now = value[field.key] ?? null
    switch (field.type) {
      case 'number': return <InputNumber id={id} value={typeof now === 'number' ? now : null} onChange={(next) => put(field, next)} />
      case 'boolean': return <Select id={id} allowClear value={now === null ? null : String(now)} onChange={(next: string | null | undefined) => put(field, next === null || next === undefined ? null : next === 'true')} options={[{ value: 'true', label: say(words.yes) }, { value: 'false', label: say(words.no) }]} />
      case 'choice': return <Select id={id} allowClear value={typeof now === 'string' ? now : null} onChange={(next: string | null | undefined) => put(field, next ?? null)} options={field.choices.map((one) => ({ value: one, label: one }))} />
      case 'date':
      case 'text': return <Input id={id} type={field.type === 'date' ? 'date' : 'text'} value={typeof now === 'string' ? now : ''} onChange={(event) => put(field, event.target.value === '' ? null : event.target.value)} />
    }
  }
  return <div className="re-pair">{fields.map((field) => <Labelled key={field.key} label={say(field.label)}>{(id) => input(field, id)}</Labelled>)}</div>
}
