import { Input, Select } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { fieldWords, importsPageWords as words } from './imports.page.words.ts'
import type { ImportDetail } from './imports.schema.ts'

type Field = keyof typeof fieldWords
interface HeaderRow { readonly index: number, readonly header: string, readonly example: string, readonly field: Field | undefined }

const isField = (text: string): text is Field => text in fieldWords

/** What each column means; every change is saved and the preview read again. */
export function Columns({ found, isFixed }: { readonly found: ImportDetail, readonly isFixed: boolean }) {
  const { say } = useWords()
  const { mapping, layout } = found
  const [source, setSource] = useState(mapping.source)
  const save = useDeed((change: Partial<ImportDetail['mapping']>, key) => write('put', '/api/imports/{id}/mapping', { path: { id: found.id }, body: { mapping: { ...mapping, ...change } }, key }), { stale: [['imports']] })
  const fieldAt = new Map(Object.entries(mapping.columns).flatMap(([field, at]) => isField(field) ? [[at, field] as const] : []))
  const rows = layout.headers.map((header, index): HeaderRow => ({ index, header, example: found.preview.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index] ?? '', field: fieldAt.get(index) }))
  const choose = (index: number, field: string): void => {
    const kept = Object.entries(mapping.columns).filter(([name, at]) => at !== index && name !== field)
    save.mutate({ columns: Object.fromEntries([...kept, ...(isField(field) ? [[field, index]] : [])]) })
  }
  const options = [{ value: '', label: say(words.unused) }, ...Object.keys(fieldWords).filter(isField).map((field) => ({ value: field, label: say(fieldWords[field]) }))]
  const columns: readonly Column<HeaderRow>[] = [
    { key: 'header', title: say(words.column), cell: ({ header }) => header, isSortable: false },
    { key: 'example', title: say(words.example), cell: ({ example }) => <span className="ck-soft">{example}</span>, isSortable: false, isWideOnly: true },
    {
      key: 'means', title: say(words.means), width: 240, isSortable: false,
      cell: ({ index, field, header }) => <Select aria-label={`${say(words.means)} ${header}`} value={field ?? ''} disabled={isFixed || save.isPending} onChange={(chosen: string) => choose(index, chosen)} options={options} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
    }
  ]
  return (
    <Card title={say(words.columns)}>
      <div className="ck-bar" style={{ marginBottom: 12 }}>
        <Input prefix={say(words.source)} aria-label={say(words.source)} title={say(words.sourceWhy)} value={source} disabled={isFixed} style={{ width: 220 }} onChange={(event) => setSource(event.target.value)} onBlur={() => { if (source !== mapping.source) save.mutate({ source }) }} />
        <span>{say(words.dateOrder)}</span>
        <Select aria-label={say(words.dateOrder)} value={mapping.dateOrder ?? ''} disabled={isFixed} popupMatchSelectWidth={false} onChange={(order: string) => save.mutate({ dateOrder: order === 'dmy' || order === 'mdy' ? order : null })} options={[{ value: '', label: say(words.auto) }, { value: 'dmy', label: say(words.dmy) }, { value: 'mdy', label: say(words.mdy) }]} />
      </div>
      {save.error !== null && <ErrorNote error={save.error} />}
      <DataTable label={say(words.columns)} rows={rows} columns={columns} rowKey={({ index }) => `${index}`} />
    </Card>
  )
}
