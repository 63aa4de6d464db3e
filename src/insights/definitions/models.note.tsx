import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import type { ModelName } from './models.schema.ts'
import { modelTitles } from './models.titles.words.ts'
import { modelWords as words } from './models.words.ts'

/** Beside a figure: the way to what its model says, assumes, and when it fails. The text is fetched when it is asked for. */
export function ModelNote({ name }: { readonly name: ModelName }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <span className="ck-soft ck-small">
      <button type="button" className="ck-term" onClick={() => setOpen(true)}>{say(words.open, { model: say(modelTitles[name]) })}</button>
      {isOpen && <ModelText name={name} onClose={() => setOpen(false)} />}
    </span>
  )
}

function ModelText({ name, onClose }: { readonly name: ModelName, readonly onClose: () => void }) {
  const { say } = useWords()
  const { data, error, refetch } = useQuery({ queryKey: ['definitions', 'model', name], queryFn: ({ signal }) => read('/api/definitions/models/{name}', { path: { name }, signal }), staleTime: Infinity })
  return (
    <Drawer open onClose={onClose} size={520} title={say(modelTitles[name])}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
      {data !== undefined && (
        <div className="in-form" tabIndex={0} role="region" aria-label={say(modelTitles[name])}>
          {(['says', 'assumes', 'fails'] as const).map((part) => <section key={part}><h3>{say(words[part])}</h3><p>{say(data[part])}</p></section>)}
          <section><h3>{say(words.source)}</h3><p className="ck-soft">{data.source}</p></section>
          <section><h3>{say(words.checked)}</h3><p className="ck-soft">{say(data.checked)}</p></section>
        </div>
      )}
    </Drawer>
  )
}
