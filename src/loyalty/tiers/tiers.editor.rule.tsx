import { CloseOutlined } from '@ant-design/icons'
import { Button, DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '#web/locale.tsx'
import { ladderWords as words } from './tiers.page.words.ts'
import type { Condition, Rule, Window } from './tiers.schema.ts'

const kinds = ['rolling', 'term', 'calendar', 'tier', 'join', 'cycle', 'ever'] as const
const fresh: Condition = { measure: 'spend', atLeast: '10000000', window: { kind: 'rolling', months: 12 } }

/** Groups of conditions: any one of the groups, of which every condition. */
export function RuleFields({ rule, label, onChange }: { readonly rule: Rule, readonly label: string, readonly onChange: (rule: Rule) => void }) {
  const { say } = useWords()
  const put = (group: number, allOf: readonly Condition[]) => onChange({ anyOf: rule.anyOf.flatMap((one, place) => (place !== group ? [one] : allOf.length === 0 ? [] : [{ allOf: [...allOf] }])) })
  return (
    <>
      {rule.anyOf.map(({ allOf }, group) => (
        <fieldset className="ti-group" key={group}>
          <legend>{label} · {say(words.group, { n: group + 1 })}</legend>
          {allOf.map((condition, place) => (
            <ConditionFields
              key={place} condition={condition} onChange={(next) => put(group, allOf.map((one, at) => (at === place ? next : one)))}
              onRemove={allOf.length + rule.anyOf.length > 2 ? () => put(group, allOf.filter((_, at) => at !== place)) : undefined}
            />
          ))}
          <div className="ck-bar">
            <Button size="small" type="text" disabled={allOf.length >= 5} onClick={() => put(group, [...allOf, fresh])}>{say(words.addCondition)}</Button>
            {group === rule.anyOf.length - 1 && <Button size="small" type="text" disabled={rule.anyOf.length >= 5} onClick={() => onChange({ anyOf: [...rule.anyOf, { allOf: [fresh] }] })}>{say(words.addGroup)}</Button>}
          </div>
        </fieldset>
      ))}
    </>
  )
}

function ConditionFields({ condition: { measure, atLeast, window }, onChange, onRemove }: { readonly condition: Condition, readonly onChange: (condition: Condition) => void, readonly onRemove: (() => void) | undefined }) {
  const { say } = useWords()
  const names = { rolling: words.rolling, term: words.term, calendar: words.calendar, tier: words.tierWindow, join: words.join, cycle: words.cycle, ever: words.ever }
  const scale = measure === 'spend' ? 10_000 : 1
  const put = (next: Partial<Condition>) => onChange({ measure, atLeast, window, ...next })
  // Whoever turns from money to a count means another number: a sensible one, not ten thousand times the old.
  const turn = (next: Condition['measure']) => put({ measure: next, atLeast: next === 'spend' ? '10000000' : next === 'orders' ? '5' : '1000' })
  return (
    <div className="ti-condition">
      <Select aria-label={say(words.measure)} value={measure} onChange={turn} options={(['spend', 'orders', 'growth'] as const).map((one) => ({ value: one, label: say(words[one]) }))} />
      <InputNumber aria-label={say(words.atLeast)} min={measure === 'spend' ? 0.01 : 1} max={100_000_000} precision={measure === 'spend' ? 2 : 0} value={Number(atLeast) / scale} onChange={(n) => { if (n !== null && n > 0) put({ atLeast: String(Math.round(n * scale)) }) }} />
      <Select aria-label={say(words.window)} value={window.kind} onChange={(kind) => put({ window: windowOf(kind, window) })} options={kinds.map((kind) => ({ value: kind, label: say(names[kind]) }))} />
      {'months' in window && <InputNumber aria-label={say(words.months)} suffix={say(words.months)} min={1} max={120} precision={0} value={window.months} onChange={(months) => { if (months !== null) put({ window: { ...window, months } }) }} />}
      {window.kind === 'cycle' && <DatePicker aria-label={say(words.from)} value={dayjs(window.from)} allowClear={false} onChange={(next) => { if (next !== null) put({ window: { ...window, from: next.format('YYYY-MM-DD') } }) }} />}
      {onRemove !== undefined && <Button type="text" aria-label={say(words.removeCondition)} icon={<CloseOutlined />} onClick={onRemove} />}
    </div>
  )
}

function windowOf(kind: Window['kind'], before: Window): Window {
  const months = 'months' in before ? before.months : 12
  switch (kind) {
    case 'rolling': case 'tier': case 'join': return { kind, months }
    case 'cycle': return { kind, months, from: 'from' in before ? before.from : '2026-01-01' }
    case 'calendar': case 'term': case 'ever': return { kind }
  }
}
