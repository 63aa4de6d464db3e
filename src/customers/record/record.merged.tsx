import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { mergePageWords as words } from './record.merge.words.ts'
import { recordPageWords } from './record.page.words.ts'

/** Which records joined this one, and the way back. Nothing where none ever did. */
export function Merged({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const { moment } = useFormat()
  const { rights } = useSession()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: ['record', 'merges', customerId], queryFn: ({ signal }) => read('/api/record/{customerId}/merges', { path: { customerId }, signal }) })
  const undo = useDeed((mergeId: string, key) => write('post', '/api/record/merges/{mergeId}/undo', { path: { mergeId }, key }), { done: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access' }) })
  if (error === null && (data === undefined || data.items.length === 0)) return null
  return (
    <Card title={say(words.merges)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {undo.error !== null && <ErrorNote error={undo.error} />}
      <ul className="re-merges">
        {data?.items.map(({ mergeId, mergedName, at, undoneAt, undoUntil, canUndo }) => {
          const name = mergedName ?? say(recordPageWords.nameless)
          return (
            <li key={mergeId}>
              <span>{undoneAt === null ? say(words.joined, { name, day: moment(at) }) : say(words.left, { name, day: moment(undoneAt) })}</span>
              {undoneAt === null && <span className="ck-soft ck-small">{canUndo ? say(words.until, { day: moment(undoUntil) }) : say(words.over)}</span>}
              {canUndo && mayOpen(rights, 'record.merge') && (
                <Popconfirm title={say(words.undoSure, { name })} okText={say(words.yes)} cancelText={say(words.no)} onConfirm={() => undo.mutate(mergeId)}>
                  <Button size="small" loading={undo.isPending && undo.variables === mergeId}>{say(words.undo)}</Button>
                </Popconfirm>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
