import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Progress } from '#web/progress.tsx'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import type { Batch } from './vouchers.batches.schema.ts'
import { batchKindWords, batchStateWords, nameOf, vouchersPageWords as words } from './vouchers.page.words.ts'

const isMoving = ({ state }: Batch): boolean => state === 'queued' || state === 'running'

/** Codes and lists, done piece by piece: how far they are, and what was not taken. */
export function Batches({ template }: { readonly template?: string }) {
  const { say } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['vouchers', 'batches', template], queryFn: ({ signal }) => read('/api/vouchers/batches', { query: { limit: 20, ...(template === undefined ? {} : { template }) }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) === true ? 1_000 : false)
  })
  return (
    <Card title={say(words.batches)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data?.items.length === 0 && <p className="ck-soft">{say(words.noBatches)}</p>}
      {data?.items.map((batch) => <One key={batch.batchId} batch={batch} />)}
    </Card>
  )
}

function One({ batch }: { readonly batch: Batch }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const client = useQueryClient()
  const mayIssue = mayOpen(rights, 'vouchers.issue')
  const turn = useMutation({
    mutationFn: () => (isMoving(batch) ? write('post', '/api/vouchers/batches/{id}/cancel', { path: { id: batch.batchId } }) : write('post', '/api/vouchers/batches/{id}/resume', { path: { id: batch.batchId } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['vouchers'] })
  })
  const counts = [`${say(words.made)} ${num(batch.made)}`, ...(batch.known > 0 ? [`${say(words.known)} ${num(batch.known)}`] : []), ...(batch.refused > 0 ? [`${say(words.refused)} ${num(batch.refused)}`] : [])]
  return (
    <div className="vo-batch">
      <div className="ck-bar">
        <strong>{batch.name}</strong><span className="ck-tag" data-tone={batch.state === 'failed' ? 'lost' : batch.state === 'done' ? 'accent' : 'new'}>{say(batchStateWords[batch.state])}</span>
        <span className="ck-end ck-bar">
          {batch.kind !== 'listed' && batch.made > 0 && mayOpen(rights, 'vouchers.codes') && <a href={`/api/vouchers/batches/${batch.batchId}/codes`} download>{say(words.download)}</a>}
          {mayIssue && (batch.state === 'failed' || batch.state === 'cancelled') && <Button size="small" loading={turn.isPending} onClick={() => turn.mutate()}>{say(words.resume)}</Button>}
        </span>
      </div>
      <p className="ck-soft ck-small">{say(nameOf(batch))} · {say(batchKindWords[batch.kind])} · {counts.join(' · ')} · <Moment at={batch.createdAt} /></p>
      {isMoving(batch) && <Progress title={say(batchKindWords[batch.kind])} done={batch.made + batch.known + batch.refused} total={batch.wanted} onCancel={mayIssue ? () => turn.mutate() : undefined} />}
      {batch.problem !== null && <p className="ck-fault">{say(batch.problem)}</p>}
      {turn.error !== null && <ErrorNote error={turn.error} />}
      {batch.lines.length > 0 && (
        <details><summary className="ck-small">{say(words.refusedLines)}</summary><ul className="ck-small">{batch.lines.map(({ line, why }) => <li key={line}>{say(words.line, { n: line, why: say(why) })}</li>)}</ul></details>
      )}
    </div>
  )
}
