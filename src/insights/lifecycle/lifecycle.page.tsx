import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Go, useAddress } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { StateBar, type State } from '#web/states.tsx'
import { untilThere } from '#web/waiting.ts'
import { adjustWords } from '../definitions/definitions.adjust.words.ts'
import { NoOrders, StampLine, useDefinition } from '../definitions/definitions.mark.tsx'
import { ScopeBar, useScope, type Scope } from '../warehouse/warehouse.scope.tsx'
import { CallFirst } from './lifecycle.calls.tsx'
import { ReturnCurve, type Group } from './lifecycle.curve.tsx'
import { lifecyclePageWords as words, stateWords } from './lifecycle.page.words.ts'
import { Quality } from './lifecycle.quality.tsx'
import type { Lifecycle } from './lifecycle.schema.ts'
import { toneOf } from './lifecycle.tone.tsx'
import '../definitions/insights.css'

const AdjustLifecycle = lazy(async () => ({ default: (await import('./lifecycle.adjust.tsx')).AdjustLifecycle }))
const groups: readonly Group[] = ['all', 'one', 'repeat']

/** Who is slipping away, and how sure is that? */
export function LifecyclePage() {
  const { say } = useWords()
  const scope = useScope()
  const { values, change } = useAddress()
  const group = groups.find((one) => one === values['group']) ?? 'all'
  const mayAdjust = mayOpen(useSession().rights, 'definitions.write')
  const [isAdjusting, setAdjusting] = useState(false)
  const { data, error, refetch, isFetching } = useLifecycle(scope)
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.stamp.n === 0) return <div className="ck-page"><NoOrders /></div>
  return (
    <div className="ck-page" aria-busy={isFetching}>
      <Question asks={say(words.question)} answer={<Answer data={data} group={group} />} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <ScopeBar actions={mayAdjust && <Button onClick={() => setAdjusting(true)}>{say(adjustWords.button)}</Button>}>
        <Segmented
          aria-label={say(words.group)} value={group} onChange={(next) => change({ group: next === 'all' ? undefined : next })}
          options={groups.map((value) => ({ value, label: say(words[value]) }))}
        />
      </ScopeBar>
      <div className="ck-columns in-wide-left">
        <div className="in-stack">
          <ReturnCurve data={data} group={group} />
          <WhereTheyAre data={data} />
        </div>
        <Quality data={data} />
      </div>
      <CallFirst scope={scope} data={data} />
      <StampLine stamp={data.stamp} />
      {isAdjusting && <Suspense><AdjustLifecycle scope={scope} data={data} onClose={() => setAdjusting(false)} /></Suspense>}
    </div>
  )
}

const useLifecycle = (scope: Scope) => useQuery({
  queryKey: ['lifecycle', scope], queryFn: ({ signal }) => read('/api/lifecycle', { query: scope, signal }), placeholderData: keepPreviousData, refetchInterval: untilThere
})

function Answer({ data, group }: { readonly data: Lifecycle, readonly group: Group }) {
  const { say, tell } = useWords()
  const { num, days, percent, money } = useFormat()
  const count = (state: string) => data.states.find((one) => one.state === state)?.customers ?? 0
  const { values } = useAddress()
  const behind = (state: string, mark: ReactNode) => <Go to="/lifecycle" search={{ ...values, state }} className="in-link">{mark}</Go>
  const atRisk = behind('at_risk', <Mark tone="risk">{num(count('at_risk'))}</Mark>)
  const lapsed = behind('lapsed', <Mark tone="lost">{num(count('lapsed'))}</Mark>)
  const known = data.curves.filter((curve) => curve.lapsedAfterDays !== null)
  const curve = known.find((one) => one.series === group && one.category === null) ?? known.find((one) => one.series === group)
  if (known.length === 0 || (group !== 'all' && curve === undefined)) return <>{tell(words.answerUnknown, { customers: <Mark>{num(data.stamp.n)}</Mark> })}</>
  if (curve === undefined) {
    const { basis, moneyMinor, returnDays } = data.moneyAtRisk
    return <>{tell(words.answerAll, { atRisk, lapsed, window: days(returnDays), money: <Mark tone="risk">{money(moneyMinor, { whole: true })}</Mark>, basis: say(words[basis]) })}</>
  }
  const share = data.stamp.definition.parameters['lapsedShare']
  return (
    <>
      {tell(group === 'one' ? words.answerOne : words.answerRepeat, {
        atRisk, lapsed, atRiskDays: <Mark tone="risk">{days(curve.atRiskAfterDays ?? 0)}</Mark>, lapsedDays: <Mark tone="lost">{days(curve.lapsedAfterDays ?? 0)}</Mark>,
        horizon: data.horizonDays === 365 ? say(words.year) : days(data.horizonDays), share: percent(typeof share === 'number' ? share : 0.95)
      })}
      {curve.uncertain && <> <span className="ck-tag" data-tone="quiet">{say(words.uncertain)}</span></>}
    </>
  )
}

function WhereTheyAre({ data }: { readonly data: Lifecycle }) {
  const { say } = useWords()
  const { num, percent } = useFormat()
  const { values } = useAddress()
  const definition = useDefinition(data.stamp)
  const back = data.states.find((one) => one.state === 'reactivated')?.customers ?? 0
  const states = data.states.filter((one) => one.within === null && (one.state !== 'prospect' || one.customers > 0)).map((one): State => ({
    key: one.state, count: one.customers, tone: toneOf[one.state], label: say(stateWords[one.state]),
    note: one.state === 'active' && back > 0 ? say(words.reactivatedWithin, { n: num(back) }) : one.state === 'prospect' ? undefined : percent(one.share),
    to: '/lifecycle', search: { ...values, state: one.state }
  }))
  return <Card title={say(words.states)} aside={`${definition.name ?? ''} v${String(definition.version)}`}><StateBar states={states} /></Card>
}
