import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { useAsOf } from '#web/address.tsx'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { lifecycleCardWords as words } from './lifecycle.card.words.ts'
import { toneOf } from './lifecycle.tone.tsx'
import { stateNames } from './lifecycle.words.ts'

/** Whether this customer is slipping away, why we think so, and what it is worth. */
export function LifecycleCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const { days, percent, money } = useFormat()
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery({ queryKey: ['lifecycle', 'one', customerId, asOf], queryFn: ({ signal }) => read('/api/lifecycle/customers', { query: { customer: customerId, ...(asOf === undefined ? {} : { asOf }) }, signal }) })
  const definition = useDefinition(data?.stamp)
  const one = data?.items[0]
  const horizon = Number(data?.stamp.definition.parameters['returnDays'] ?? 90)
  return (
    <Card title={say(words.title)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && one === undefined && <p className="ck-soft">{say(words.nothing)}</p>}
      {one !== undefined && (
        <>
          <Figures>
            <Figure label={say(words.state)} value={<span className="ck-tag" data-tone={toneOf[one.state]}>{say(stateNames[one.state])}</span>} definition={definition} />
            {one.silentDays !== null && <Figure label={say(words.silent)} value={days(one.silentDays)} {...(one.usualGapDays === null ? {} : { note: say(words.usually, { days: days(one.usualGapDays) }) })} />}
            {one.pReturn !== null && <Figure label={say(words.back, { days: days(horizon) })} value={percent(one.pReturn)} definition={{ ...definition, says: say(words.backSays, { days: days(horizon) }) }} />}
            {one.pReturn !== null && <Figure label={say(words.atRisk)} note={say(one.basis === 'margin' ? words.onMargin : words.onRevenue)} value={money(one.atRiskMinor, { whole: true })} definition={definition} />}
          </Figures>
          <p className="ck-soft ck-small">{say(one.reason)}</p>
        </>
      )}
    </Card>
  )
}
