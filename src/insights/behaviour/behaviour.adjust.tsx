import { InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { write } from '#web/client.ts'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Adjust, Differences, Field, type Difference, type Parameters } from '../definitions/definitions.adjust.tsx'
import { adjustWords } from '../definitions/definitions.adjust.words.ts'
import { scopeWords } from '../definitions/definitions.scope.words.ts'
import { behaviourAdjustWords as words } from './behaviour.adjust.words.ts'
import type { BehaviourScope } from './behaviour.scope.tsx'
import type { Frequency } from './frequency.schema.ts'

const numbers = { windowDays: [30, 36_500], periodDays: [7, 730], usualMonths: [1, 24], usualLines: [1, 10_000], leastPairOrders: [2, 1_000_000], topProducts: [10, 1000], leastPriceWeeks: [4, 520], leastCustomers: [2, 100_000] } as const
const shares = { promotionShare: [0.1, 99], belowShare: [0, 99], falseDiscovery: [0.1, 50] } as const

export function AdjustBehaviour({ scope, data, onClose }: { readonly scope: BehaviourScope, readonly data: Frequency, readonly onClose: () => void }) {
  const { say } = useWords()
  const { num, percent, days, change } = useFormat()
  const half = ({ gaps }: Frequency) => { const day = gaps.quartiles[1]; return typeof day === 'number' ? days(day) : say(words.beyond, { days: num(gaps.horizonDays) }) }
  const differences = (then: Frequency): readonly Difference[] => [
    { name: say(words.customers), now: num(data.customers), then: num(then.customers), change: change(then.customers - data.customers) },
    { name: say(words.orders), now: num(data.orders), then: num(then.orders), change: change(then.orders - data.orders) },
    { name: say(words.once), now: percent(data.each.once.rate, 1), then: percent(then.each.once.rate, 1) },
    { name: say(words.half), now: half(data), then: half(then) }
  ]
  // The question that is tried knows no channel: it stands in the page's own address.
  const { asOf, category, store } = scope
  return (
    <Adjust<Frequency>
      title={say(words.title)} stamp={data.stamp} scope={{ asOf, category, store }} onClose={onClose} hindrance={() => undefined} attempt={(body) => write('post', '/api/behaviour/preview', { body })}
      fields={(value, onChange) => <BehaviourFields value={value} onChange={onChange} />}
      preview={(then, isStale) => <><Differences rows={differences(then)} isStale={isStale} /><p className="ck-soft ck-small">{say(words.notYet)}</p></>}
    />
  )
}

function BehaviourFields({ value, onChange }: { readonly value: Parameters, readonly onChange: (value: Parameters) => void }) {
  const { say } = useWords()
  const put = (name: string, next: unknown) => onChange({ ...value, [name]: next })
  const numberOf = (name: string): number | null => { const found = value[name]; return typeof found === 'number' ? found : null }
  const whole = (name: keyof typeof numbers): ReactNode => {
    const [min, max] = numbers[name]
    return <Field key={name} label={say(words[name])}><InputNumber min={min} max={max} precision={0} value={numberOf(name)} onChange={(next) => { if (next !== null || name === 'windowDays') put(name, next) }} /></Field>
  }
  const share = (name: keyof typeof shares): ReactNode => {
    const [min, max] = shares[name]
    return <Field key={name} label={say(words[name])}><InputNumber min={min} max={max} step={0.5} value={Math.round((numberOf(name) ?? 0) * 1000) / 10} onChange={(next) => { if (next !== null) put(name, Math.round(next * 10) / 1000) }} /></Field>
  }
  return (
    <div className="in-pairs">
      {whole('windowDays')}{whole('periodDays')}{whole('usualMonths')}{whole('usualLines')}{share('promotionShare')}{share('belowShare')}
      {whole('leastPairOrders')}{whole('topProducts')}{share('falseDiscovery')}{whole('leastPriceWeeks')}{whole('leastCustomers')}
      <Field label={say(adjustWords.cleaning)}>
        <Select value={String(value['cleaning'])} onChange={(next: string) => put('cleaning', next)} options={(['net', 'reference', 'gross'] as const).map((rule) => ({ value: rule, label: say(scopeWords[rule]) }))} />
      </Field>
    </div>
  )
}
