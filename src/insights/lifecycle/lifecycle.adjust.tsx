import { write } from '#web/client.ts'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Adjust, Differences, type Difference, type Parameters } from '../definitions/definitions.adjust.tsx'
import type { Scope } from '../warehouse/warehouse.scope.tsx'
import { lifecycleAdjustWords as words } from './lifecycle.adjust.words.ts'
import { LifecycleFields } from './lifecycle.fields.tsx'
import { lifecyclePageWords, stateWords } from './lifecycle.page.words.ts'
import type { Lifecycle, Series, StateId } from './lifecycle.schema.ts'

const compared: readonly StateId[] = ['new', 'active', 'at_risk', 'lapsed']

export function AdjustLifecycle({ scope, data, onClose }: { readonly scope: Scope, readonly data: Lifecycle, readonly onClose: () => void }) {
  const { say } = useWords()
  const differences = useDifferences(data)
  return (
    <Adjust<Lifecycle>
      title={say(words.title)} stamp={data.stamp} scope={scope} onClose={onClose} attempt={(body) => write('post', '/api/lifecycle/preview', { body })}
      fields={(value, onChange) => <LifecycleFields value={value} onChange={onChange} />}
      hindrance={(value) => isCrossed(value) ? say(words.crossed) : undefined}
      preview={(then, isStale) => <Differences rows={differences(then)} isStale={isStale} />}
    />
  )
}

function useDifferences(now: Lifecycle): (then: Lifecycle) => readonly Difference[] {
  const { say } = useWords()
  const { num, change, percent, money, days } = useFormat()
  const thresholds = (data: Lifecycle, series: Series) => {
    const curve = data.curves.find((one) => one.series === series && one.category === null)
    return curve === undefined || curve.atRiskAfterDays === null || curve.lapsedAfterDays === null ? '—' : `${num(curve.atRiskAfterDays)} / ${days(curve.lapsedAfterDays)}`
  }
  const count = (data: Lifecycle, state: StateId) => data.states.find((one) => one.state === state)?.customers ?? 0
  const figures: readonly (readonly [string, (data: Lifecycle) => string])[] = [
    ...(['repeat', 'one'] as const).map((series) => [say(words.threshold, { group: say(lifecyclePageWords[series]) }), (data: Lifecycle) => thresholds(data, series)] as const),
    [say(words.money), (data) => money(data.moneyAtRisk.moneyMinor, { whole: true })],
    [say(words.falseLapse), (data) => data.quality === null ? '—' : percent(data.quality.falseLapse.rate)],
    [say(words.churn), (data) => data.churn === null ? '—' : percent(data.churn.lapse.rate, 1)]
  ]
  return (then) => [
    ...compared.map((state) => ({ name: say(stateWords[state]), now: num(count(now, state)), then: num(count(then, state)), change: change(count(then, state) - count(now, state)) })),
    ...figures.map(([name, figure]) => ({ name, now: figure(now), then: figure(then) }))
  ]
}

function isCrossed(value: Parameters): boolean {
  const { fixed } = value
  if (Number(value['atRiskShare']) >= Number(value['lapsedShare'])) return true
  if (typeof fixed !== 'object' || fixed === null) return false
  return Object.values(fixed).some((days: unknown) => typeof days === 'object' && days !== null && 'atRiskAfterDays' in days && 'lapsedAfterDays' in days && Number(days.atRiskAfterDays) >= Number(days.lapsedAfterDays))
}
