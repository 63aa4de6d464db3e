import { useQuery } from '@tanstack/react-query'
import { useAsOf } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { behaviourCardWords as words } from './behaviour.card.words.ts'
import type { Habits } from './habits.schema.ts'

/** What this customer likes, how often they come, what they take, and whether they wait for a promotion. */
export function BehaviourCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const asOf = useAsOf()
  const query = { customer: customerId, ...(asOf === undefined ? {} : { asOf }) }
  const { data, error, refetch } = useQuery({ queryKey: ['behaviour', 'customer', query], queryFn: ({ signal }) => read('/api/behaviour/customer', { query, signal }) })
  return (
    <Card title={say(words.title)} aside={data !== undefined && data.missing === null && say(words.all, { n: data.orders })}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
      {data !== undefined && (data.missing !== null ? <p className="ck-soft">{say(data.missing)}</p> : <HabitList data={data} />)}
    </Card>
  )
}

function HabitList({ data }: { readonly data: Habits }) {
  const { say } = useWords()
  const { num, money, days, percent } = useFormat()
  const definition = useDefinition(data.stamp)
  const [first] = data.categories.length > 0 ? data.categories : data.products
  const listed = (found: Habits['products']): string => found.map((one) => say(words.like, { name: one.name ?? one.key, share: percent(one.share) })).join(' · ')
  return (
    <Figures>
      <Figure label={say(words.likes)} value={first?.name ?? first?.key ?? say(words.unknown)} note={data.categories.length > 0 ? <>{listed(data.categories)}<br />{listed(data.products)}</> : listed(data.products)} definition={definition} />
      <Figure label={say(words.rhythm)} value={data.usualGapDays === null ? say(words.once) : days(data.usualGapDays)} definition={definition} />
      <Figure label={say(words.basket)} value={data.usualOrderMinor === null ? say(words.unknown) : money(data.usualOrderMinor, { whole: true })} note={data.usualItems === null ? undefined : say(words.items, { n: num(data.usualItems, data.usualItems % 1 === 0 ? 0 : 1) })} definition={definition} />
      <Figure label={say(words.promotion)} value={data.promotionShare === null ? say(words.unknown) : percent(data.promotionShare)} definition={definition} />
      <Figure label={say(words.below)} value={data.belowShare === null ? say(words.unknown) : percent(data.belowShare)} definition={definition} />
    </Figures>
  )
}
