import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Input } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { Static } from 'typebox'
import { Problem, type Query } from '#web/api.ts'
import { write } from '#web/client.ts'
import { useDraft } from '#web/draft.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { adjustWords as words } from './definitions.adjust.words.ts'
import type { Stamp } from './definitions.schema.ts'

/** As they come over the wire; the server judges them. */
export type Parameters = Readonly<Record<string, unknown>>
const isParameters = (found: unknown): found is Parameters => typeof found === 'object' && found !== null && 'cleaning' in found

interface AdjustProps<Answer> {
  readonly title: string
  readonly stamp: Static<typeof Stamp>
  readonly scope: Query
  readonly onClose: () => void
  readonly fields: (value: Parameters, onChange: (value: Parameters) => void) => ReactNode
  /** A sentence where what was typed cannot be tried at all. */
  readonly hindrance: (value: Parameters) => string | undefined
  /** Asks what the wanted parameters would answer; nothing is kept. */
  readonly attempt: (body: { readonly scope: Query, readonly parameters: Parameters }) => Promise<Answer>
  readonly preview: (then: Answer, isStale: boolean) => ReactNode
}

/** A new version of a definition, with what it would change shown before it is saved. */
export function Adjust<Answer>({ title, stamp, scope, onClose, fields, hindrance, attempt, preview }: AdjustProps<Answer>) {
  const { say } = useWords()
  const { id, version, parameters } = stamp.definition
  const { value, set, clear, wasKept } = useDraft<Parameters>(`definition.${id}`, parameters, isParameters)
  const [note, setNote] = useState('')
  const [key, setKey] = useState(newKey)
  const wanted = useDeferredValue(value)
  const isChanged = useMemo(() => JSON.stringify(wanted) !== JSON.stringify(parameters), [wanted, parameters])
  const hindered = hindrance(wanted)
  const client = useQueryClient()
  const tried = useQuery({
    queryKey: [id, 'preview', scope, wanted], enabled: isChanged && hindered === undefined, placeholderData: keepPreviousData, retry: false,
    queryFn: () => attempt({ scope: Object.fromEntries(Object.entries(scope).filter(([, one]) => one !== undefined)), parameters: wanted })
  })
  const saving = useMutation({
    mutationFn: () => write('post', '/api/definitions/{id}/versions', { path: { id }, body: { parameters: value, ...(note.trim() === '' ? {} : { note: note.trim() }) }, key }),
    onSuccess: async () => {
      clear()
      await client.invalidateQueries()
      onClose()
    },
    // A refusal is bound to its key: the corrected form is another deed. After a broken connection the deed is the same.
    onError: (error) => { if (error instanceof Problem && error.status !== 0) setKey(newKey()) }
  })
  return (
    <Drawer
      open onClose={onClose} title={title} size={560}
      footer={(
        <div className="ck-bar">
          <Button type="primary" disabled={!isChanged || hindered !== undefined} loading={saving.isPending} onClick={() => saving.mutate()}>{say(words.save)}</Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          {isChanged && <Button type="text" onClick={clear}>{say(words.startOver)}</Button>}
        </div>
      )}
    >
      <div className="in-form">
        <p className="ck-soft">{say(words.intro, { version })}</p>
        {wasKept && isChanged && <Alert type="info" showIcon title={say(words.kept)} />}
        {fields(value, set)}
        <label className="in-field"><span>{say(words.note)}</span><Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} /></label>
        <h3>{say(words.preview)}</h3>
        {hindered !== undefined && <Alert type="warning" showIcon title={hindered} />}
        {tried.error !== null && <ErrorNote error={tried.error} />}
        {saving.error !== null && <ErrorNote error={saving.error} />}
        {isChanged
          ? tried.data !== undefined ? preview(tried.data, tried.isFetching) : tried.isFetching && <p role="status">{say(words.previewing)}</p>
          : <p className="ck-soft">{say(words.unchanged)}</p>}
      </div>
    </Drawer>
  )
}

export interface Difference { readonly name: string, readonly now: string, readonly then: string, readonly change?: string }

/** Figures under the definition in force and under the one being tried, side by side. */
export function Differences({ rows, isStale }: { readonly rows: readonly Difference[], readonly isStale: boolean }) {
  const { say } = useWords()
  return (
    <div className="ck-table" aria-busy={isStale} aria-live="polite">
      <table>
        <thead><tr><th scope="col">{say(words.measure)}</th><th scope="col" className="ck-end">{say(words.now)}</th><th scope="col" className="ck-end">{say(words.then)}</th><th scope="col" className="ck-end">{say(words.difference)}</th></tr></thead>
        <tbody>{rows.map((row) => <tr key={row.name}><th scope="row">{row.name}</th><td className="ck-end">{row.now}</td><td className="ck-end"><b>{row.then}</b></td><td className="ck-end">{row.change}</td></tr>)}</tbody>
      </table>
    </div>
  )
}

export const Field = ({ label, children }: { readonly label: string, readonly children: ReactNode }) => <label className="in-field"><span>{label}</span>{children}</label>
