import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { predictionCardWords as words, predictionPageWords } from './prediction.page.words.ts'
import { Reasons } from './prediction.why.tsx'
import { candidateNames } from './prediction.words.ts'

/** What is expected of this customer, what is in doubt, and why. */
export function PredictionCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const { num, percent, money, day } = useFormat()
  const { data, error, refetch } = useQuery({ queryKey: ['prediction', 'one', customerId], queryFn: ({ signal }) => read('/api/prediction/customers', { query: { customer: customerId }, signal }) })
  const definition = useDefinition(data?.stamp)
  const [one] = data?.items ?? []
  const horizon = data?.model?.horizonDays ?? 90
  return (
    <Card title={say(words.title)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && one === undefined && <p className="ck-soft">{say(words.nothing)}</p>}
      {one !== undefined && (
        <>
          <Figures>
            <Figure label={say(words.chance, { days: horizon })} value={percent(one.chance)} note={say(words.churn, { churn: num(one.churn, 2) })} definition={{ ...definition, says: say(predictionPageWords.chanceSays, { days: horizon }) }} />
            <Figure label={say(words.purchases)} value={num(one.purchases, 2)} definition={definition} />
            <Figure label={say(words.spend)} value={money(one.spendMinor, { whole: true })} note={say(words.between, { low: money(one.spendLowMinor, { whole: true }), high: money(one.spendHighMinor, { whole: true }) })} definition={{ ...definition, says: say(predictionPageWords.spendSays, { days: horizon }) }} />
            <Figure label={say(words.value)} value={money(one.valueMinor, { whole: true })} definition={definition}
              note={one.valueLowMinor === null || one.valueHighMinor === null ? say(predictionPageWords[one.basis]) : <>{say(predictionPageWords[one.basis])}<br />{say(words.between, { low: money(one.valueLowMinor, { whole: true }), high: money(one.valueHighMinor, { whole: true }) })}</>} />
            <Figure label={say(words.doubt, { basis: say(predictionPageWords[one.basis]) })} value={money(one.doubtMinor, { whole: true })} tone="risk" definition={{ ...definition, says: say(predictionPageWords.doubtSays) }} />
          </Figures>
          <Reasons reasons={one.reasons} />
          {data?.model !== null && data?.model !== undefined && <p className="ck-soft ck-small">{say(words.by, { name: say(candidateNames[data.model.candidate]), version: data.model.version, day: day(data.asOf ?? data.model.asOf) })}</p>}
        </>
      )}
    </Card>
  )
}
