import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { useAsOf } from '#web/address.tsx'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { rfmCardWords as words } from './rfm.card.words.ts'
import { segmentAdvice, segmentNames } from './rfm.words.ts'

/** Which of the named groups this customer is in, and what that suggests. */
export function RfmCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery({ queryKey: ['rfm', 'one', customerId, asOf], queryFn: ({ signal }) => read('/api/rfm/customers', { query: { customer: customerId, ...(asOf === undefined ? {} : { asOf }) }, signal }) })
  const definition = useDefinition(data?.stamp)
  const one = data?.items[0]
  return (
    <Card title={say(words.title)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
      {data !== undefined && one === undefined && <p className="ck-soft">{say(words.nothing)}</p>}
      {one !== undefined && (
        <>
          <Figures>
            <Figure label={say(words.segment)} value={say(segmentNames[one.segment])} definition={definition} to="/rfm" search={{ segment: one.segment }} />
            <Figure label={say(words.scores)} value={`${String(one.r)} · ${String(one.f)} · ${String(one.m)}`} definition={definition} />
          </Figures>
          <p className="ck-soft ck-small">{say(segmentAdvice[one.segment])}</p>
        </>
      )}
    </Card>
  )
}
