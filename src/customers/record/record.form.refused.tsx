import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { Problem } from '#web/api.ts'
import { Go } from '#web/address.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { chosen, differencesIn, type CustomerDraft } from './record.form.schema.ts'
import { recordPageWords as words } from './record.page.words.ts'
import { basicWords } from './record.words.ts'

interface RefusedProps {
  readonly error: unknown
  readonly onChoose: (part: Partial<CustomerDraft>, version: number) => void
  readonly onJoin: () => void
}

const valuesOf = (error: Problem): ReadonlyMap<string, unknown> => {
  const { values } = error.detail
  return new Map(typeof values === 'object' && values !== null ? Object.entries(values) : [])
}

/** A "no" and the way on from it: the person who holds the number, or the two values to choose from. */
export function Refused({ error, onChoose, onJoin }: RefusedProps) {
  const { say } = useWords()
  if (!(error instanceof Problem)) return <ErrorNote error={error} />
  const values = valuesOf(error)
  if (error.code === 'record.changed_meanwhile') return <Conflict differences={differencesIn(values.get('differences'))} version={Number(values.get('version'))} onChoose={onChoose} />
  const ids = ['customerId', 'firstCustomerId', 'secondCustomerId'].flatMap((name) => { const id = values.get(name); return typeof id === 'string' ? [id] : [] })
  return (
    <ErrorNote error={error}>
      <div className="ck-bar">
        {ids.map((id) => <Go key={id} to={`/customers/${id}`} className="ck-plain">{say(words.openOther)}{ids.length > 1 ? ` ${id.slice(-4)}` : ''}</Go>)}
        {error.code === 'record.exists' && ids.length === 1 && <Button onClick={onJoin}>{say(words.join)}</Button>}
      </div>
    </ErrorNote>
  )
}

type Side = 'theirs' | 'yours'

function Conflict({ differences, version, onChoose }: { readonly differences: ReturnType<typeof differencesIn>, readonly version: number, readonly onChoose: RefusedProps['onChoose'] }) {
  const { say } = useWords()
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const sideOf = (field: string): Side => sides[field] ?? 'yours'
  const titleOf = (field: string): string => { const word = Object.entries(basicWords).find(([name]) => name === field)?.[1]; return word === undefined ? field : say(word) }
  const shown = (value: unknown): string => value === null || value === undefined || value === '' ? say(words.empty) : typeof value === 'string' ? value : JSON.stringify(value)
  const done = () => onChoose(Object.assign({}, ...differences.map(({ field, theirs, yours }) => chosen(field, sideOf(field) === 'theirs' ? theirs : yours))), version)
  return (
    <Alert type="warning" showIcon title={say(words.conflict)} description={(
      <>
        <table className="re-choices">
          <thead><tr><th scope="col" /><th scope="col">{say(words.theirs)}</th><th scope="col">{say(words.yours)}</th></tr></thead>
          <tbody>
            {differences.map(({ field, theirs, yours }) => (
              <tr key={field}>
                <th scope="row">{titleOf(field)}</th>
                {([['theirs', theirs], ['yours', yours]] as const).map(([side, value]) => (
                  <td key={side}><Radio name={field} checked={sideOf(field) === side} onChange={() => setSides({ ...sides, [field]: side })}>{shown(value)}</Radio></td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <Button type="primary" size="small" onClick={done}>{say(words.choose)}</Button>
      </>
    )} />
  )
}
