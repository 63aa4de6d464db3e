import { Input, Select } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { openingFieldWords, openingPageWords as words } from './opening.page.words.ts'
import type { OpeningDetail, OpeningMapping } from './opening.schema.ts'

type Field = keyof typeof openingFieldWords
interface HeaderRow { readonly index: number, readonly header: string, readonly example: string, readonly field: Field | undefined }
const isField = (text: string): text is Field => text in openingFieldWords

/** What each column means; every change is saved and the preview read again. */
export function OpeningColumnsCard({ found: { id, mapping, layout, preview } }: { readonly found: OpeningDetail }) {
  const { say } = useWords()
  const [programme, setProgramme] = useState(mapping.programme)
  const save = useDeed((change: Partial<OpeningMapping>, key) => write('put', '/api/opening/{id}/mapping', { path: { id }, body: { mapping: { ...mapping, ...change } }, key }), { stale: [['opening']] })
  const fieldAt = new Map(Object.entries(mapping.columns).flatMap(([field, at]) => (isField(field) ? [[at, field] as const] : [])))
  const rows = layout.headers.map((header, index): HeaderRow => ({ index, header, example: preview.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index] ?? '', field: fieldAt.get(index) }))
  const choose = (index: number, field: string): void => {
    const kept = Object.entries(mapping.columns).filter(([name, at]) => at !== index && name !== field)
    save.mutate({ columns: Object.fromEntries([...kept, ...(isField(field) ? [[field, index]] : [])]) })
  }
  const options = [{ value: '', label: say(words.unused) }, ...Object.keys(openingFieldWords).filter(isField).map((field) => ({ value: field, label: say(openingFieldWords[field]) }))]
  const columns: readonly Column<HeaderRow>[] = [
    { key: 'header', title: say(words.column), cell: ({ header }) => header, isSortable: false },
    { key: 'example', title: say(words.example), cell: ({ example }) => <span className="ck-soft">{example}</span>, isSortable: false, isWideOnly: true },
    { key: 'means', title: say(words.means), width: 240, isSortable: false, cell: ({ index, field, header }) => <Select aria-label={`${say(words.means)} ${header}`} value={field ?? ''} disabled={save.isPending} onChange={(chosen: string) => choose(index, chosen)} options={options} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} /> }
  ]
  return (
    <Card title={say(words.columns)}>
      <div className="ck-bar" style={{ marginBottom: 12 }}>
        <Input prefix={say(words.programme)} aria-label={say(words.programme)} title={say(words.programmeWhy)} value={programme} style={{ width: 240 }} onChange={(event) => setProgramme(event.target.value)} onBlur={() => { if (programme !== mapping.programme) save.mutate({ programme }) }} />
        <span>{say(words.noEnd)}</span>
        <Select aria-label={say(words.noEnd)} value={mapping.noEnd} popupMatchSelectWidth={false} onChange={(noEnd: 'policy' | 'never') => save.mutate({ noEnd })} options={[{ value: 'policy' as const, label: say(words.byPolicy) }, { value: 'never' as const, label: say(words.neverEnds) }]} />
        <span>{say(words.dateOrder)}</span>
        <Select aria-label={say(words.dateOrder)} value={mapping.dateOrder ?? ''} popupMatchSelectWidth={false} onChange={(order: string) => save.mutate({ dateOrder: order === 'dmy' || order === 'mdy' ? order : null })} options={[{ value: '', label: say(words.auto) }, { value: 'dmy', label: say(words.dmy) }, { value: 'mdy', label: say(words.mdy) }]} />
      </div>
      {save.error !== null && <ErrorNote error={save.error} />}
      <DataTable label={say(words.columns)} rows={rows} columns={columns} rowKey={({ index }) => String(index)} />
    </Card>
  )
}
