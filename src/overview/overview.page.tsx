import { useQuery } from '@tanstack/react-query'
import { useAsOf } from '#web/address.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Mark, Question } from '#web/question.tsx'
import type { Lifecycle } from '../insights/lifecycle/lifecycle.schema.ts'
import { CallFirst } from './callfirst.tsx'
import { Changed } from './changed.tsx'
import { Fresh } from './fresh.tsx'
import { customersIn, lifecycleQuery, useMonthBefore, warehouseQuery } from './overview.data.tsx'
import { overviewWords } from './overview.words.ts'
import { Start } from './start.tsx'
import { Where } from './where.tsx'

export function OverviewPage() {
  const { say } = useWords()
  const asOf = useAsOf()
  const warehouse = useQuery(warehouseQuery)
  const isEmpty = warehouse.data !== undefined && warehouse.data.orders === 0
  const { data: now, error, refetch } = useQuery({ ...lifecycleQuery(asOf), enabled: !isEmpty })
  const { day, before } = useMonthBefore(now)
  if (isEmpty) return <Start isFilling={warehouse.data?.state !== 'empty' && warehouse.data?.state !== 'ready'} />
  if (error !== null && now === undefined) return <div className="ck-page"><Question asks={say(overviewWords.question)} answer={say(overviewWords.failed)} /><ErrorNote error={error} onRetry={refetch} /></div>
  return (
    <div className="ck-page">
      <Question asks={say(overviewWords.question)} answer={now === undefined ? say(overviewWords.waiting) : <Answer now={now} />} />
      <div className="ck-columns">
        <CallFirst now={now} />
        <Where now={now} before={before} />
        <Changed now={now} before={before} day={day} />
        <Fresh now={now} warehouse={warehouse.data} />
      </div>
    </div>
  )
}

function Answer({ now }: { readonly now: Lifecycle }) {
  const { say, tell } = useWords()
  const { num, money } = useFormat()
  const slipping = now.moneyAtRisk.customers
  if (slipping === 0) return say(overviewWords.answerNone, { n: now.stamp.n, active: customersIn(now, 'active') + customersIn(now, 'new') })
  const spent = now.states.find(({ state }) => state === 'at_risk')?.moneyMinor ?? '0'
  return tell(slipping > 5 ? overviewWords.answer : overviewWords.answerFew, {
    n: <Mark tone="risk">{num(slipping)}</Mark>, count: slipping,
    spent: <Mark>{money(spent, { whole: true })}</Mark>,
    worth: <Mark tone="risk">{money(now.moneyAtRisk.moneyMinor, { whole: true })}</Mark>,
    days: num(now.moneyAtRisk.returnDays),
    k: num(Math.min(5, now.callFirst.length))
  })
}
