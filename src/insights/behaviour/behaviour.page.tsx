import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Go, useAddress } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { untilThere } from '#web/waiting.ts'
import { useNarrow } from '#web/media.ts'
import { adjustWords } from '../definitions/definitions.adjust.words.ts'
import { NoOrders, StampLine } from '../definitions/definitions.mark.tsx'
import { ScopeBar } from '../warehouse/warehouse.scope.tsx'
import { behaviourPageWords as words, weekdayWords } from './behaviour.page.words.ts'
import { ChannelSelect, useBehaviourScope, useKept } from './behaviour.scope.tsx'
import { hasList, without } from './customers.wanted.tsx'
import type { Frequency } from './frequency.schema.ts'
import '../definitions/insights.css'

// One section at a time: its code, and its question to the server, come when it is looked at.
const sections = {
  frequency: lazy(async () => ({ default: (await import('./frequency.section.tsx')).FrequencySection })),
  preference: lazy(async () => ({ default: (await import('./preference.section.tsx')).PreferenceSection })),
  baskets: lazy(async () => ({ default: (await import('./baskets.section.tsx')).BasketsSection })),
  price: lazy(async () => ({ default: (await import('./prices.section.tsx')).PriceSection })),
  promotion: lazy(async () => ({ default: (await import('./promotion.section.tsx')).PromotionSection })),
  timing: lazy(async () => ({ default: (await import('./timing.section.tsx')).TimingSection })),
  indicators: lazy(async () => ({ default: (await import('./indicators.section.tsx')).IndicatorsSection }))
} as const
type Section = keyof typeof sections
const names: readonly Section[] = ['frequency', 'preference', 'baskets', 'price', 'promotion', 'timing', 'indicators']
const AdjustBehaviour = lazy(async () => ({ default: (await import('./behaviour.adjust.tsx')).AdjustBehaviour }))
const CustomerList = lazy(async () => ({ default: (await import('./customers.list.tsx')).CustomerList }))

/** How do they buy? */
export function BehaviourPage() {
  const { say } = useWords()
  const scope = useBehaviourScope()
  const { values, change } = useAddress()
  const section = names.find((one) => one === values['section']) ?? 'frequency'
  const Shown = sections[section]
  const isNarrow = useNarrow()
  const mayAdjust = mayOpen(useSession().rights, 'definitions.write')
  const [isAdjusting, setAdjusting] = useState(false)
  // Another section, another question: the list of the last one closes.
  const open = (next: Section) => change({ ...without, section: next })
  const options = names.map((value) => ({ value, label: say(words[value]) }))
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['behaviour', scope], queryFn: ({ signal }) => read('/api/behaviour', { query: scope, signal }), placeholderData: keepPreviousData, refetchInterval: untilThere })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.stamp.fresh.firstDay === null) return <div className="ck-page"><NoOrders /></div>
  return (
    <div className="ck-page" aria-busy={isFetching}>
      <Question asks={say(words.question)} answer={<Answer data={data} />} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <ScopeBar actions={mayAdjust && <Button onClick={() => setAdjusting(true)}>{say(adjustWords.button)}</Button>}><ChannelSelect channels={data.channels} /></ScopeBar>
      <div>
        {isNarrow
          ? <Select aria-label={say(words.section)} value={section} onChange={open} options={options} className="in-wide" />
          : <Segmented aria-label={say(words.section)} value={section} onChange={open} options={options} />}
      </div>
      <Suspense fallback={<div className="ck-wait" aria-busy><span /><span /></div>}><Shown scope={scope} data={data} /></Suspense>
      {hasList(values) && <Suspense><CustomerList scope={scope} /></Suspense>}
      <StampLine stamp={data.stamp} />
      {isAdjusting && <Suspense><AdjustBehaviour scope={scope} data={data} onClose={() => setAdjusting(false)} /></Suspense>}
    </div>
  )
}

function Answer({ data }: { readonly data: Frequency }) {
  const { say, tell } = useWords()
  const { num, percent, days } = useFormat()
  const kept = useKept()
  const windowDays = data.stamp.definition.parameters['windowDays']
  if (data.missing !== null) return <>{say(data.missing)}</>
  const half = data.gaps.quartiles[1]
  const far = data.gaps.within.at(-1)
  const busiest = data.weekdays.toSorted((a, b) => b.orders - a.orders)[0]
  return (
    <>
      {tell(words.answer, {
        window: typeof windowDays === 'number' ? say(words.inDays, { days: num(windowDays) }) : say(words.inAll),
        customers: <Go to="/behaviour" search={{ ...kept, list: 'all' }} className="in-link"><Mark tone="accent">{num(data.customers)}</Mark></Go>, orders: <Mark>{num(data.orders)}</Mark>,
        once: <Go to="/behaviour" search={{ ...kept, ordersFrom: '1', ordersTo: '1' }} className="in-link"><Mark tone="risk">{percent(data.each.once.rate)}</Mark></Go>,
        gap: typeof half === 'number' ? tell(words.gapHalf, { days: <Mark tone="accent">{days(half)}</Mark> })
          : tell(words.gapSome, { share: <Mark tone="accent">{percent(far?.share ?? 0)}</Mark>, days: <Mark>{days(far?.days ?? data.gaps.horizonDays)}</Mark> }),
        weekday: busiest === undefined ? '' : say(weekdayWords[busiest.weekday] ?? words.title),
        favourite: data.favourite === null ? '' : tell(words.favourite, { category: <Mark>{data.favourite.category}</Mark> })
      })}
    </>
  )
}
