import { InputNumber, Segmented, Select, Switch } from 'antd'
import { useWords } from '#web/locale.tsx'
import { Field, type Parameters } from '../definitions/definitions.adjust.tsx'
import { adjustWords } from '../definitions/definitions.adjust.words.ts'
import { scopeWords } from '../definitions/definitions.scope.words.ts'
import { lifecycleAdjustWords as words } from './lifecycle.adjust.words.ts'
import { lifecyclePageWords } from './lifecycle.page.words.ts'

interface Fixed { readonly one: Days | null, readonly repeat: Days | null }
interface Days { readonly atRiskAfterDays: number, readonly lapsedAfterDays: number }
const noDays: Fixed = { one: null, repeat: null }
const firstGuess: Fixed = { one: { atRiskAfterDays: 180, lapsedAfterDays: 365 }, repeat: { atRiskAfterDays: 90, lapsedAfterDays: 180 } }
const daysOf = (found: unknown): Days | null =>
  typeof found === 'object' && found !== null && 'atRiskAfterDays' in found && 'lapsedAfterDays' in found ? { atRiskAfterDays: Number(found.atRiskAfterDays), lapsedAfterDays: Number(found.lapsedAfterDays) } : null
const fixedOf = (found: unknown): Fixed => typeof found === 'object' && found !== null && 'one' in found && 'repeat' in found ? { one: daysOf(found.one), repeat: daysOf(found.repeat) } : noDays

export function LifecycleFields({ value, onChange }: { readonly value: Parameters, readonly onChange: (value: Parameters) => void }) {
  const { say } = useWords()
  const fixed = fixedOf(value['fixed'])
  const isFixed = fixed.one !== null || fixed.repeat !== null
  const put = (name: string, next: unknown) => onChange({ ...value, [name]: next })
  const number = (name: string, label: string, least: number, most: number) => (
    <Field label={label}><InputNumber min={least} max={most} precision={0} value={Number(value[name])} onChange={(next) => { if (next !== null) put(name, next) }} /></Field>
  )
  const share = (name: string, label: string) => (
    <Field label={label}><InputNumber min={1} max={99.9} step={1} value={Math.round(Number(value[name]) * 1000) / 10} onChange={(next) => { if (next !== null) put(name, Math.round(next * 10) / 1000) }} /></Field>
  )
  const day = (series: 'one' | 'repeat', part: keyof Days, label: typeof words.atRiskDays) => (
    <Field label={say(label, { group: say(lifecyclePageWords[series]) })}>
      <InputNumber
        min={1} max={3650} precision={0} value={fixed[series]?.[part] ?? null}
        onChange={(next) => { if (next !== null) put('fixed', { ...fixed, [series]: { ...(fixed[series] ?? firstGuess[series]), [part]: next } }) }}
      />
    </Field>
  )
  return (
    <>
      <Segmented
        aria-label={say(words.rule)} value={isFixed ? 'fixed' : 'quantile'} onChange={(next) => put('fixed', next === 'fixed' ? firstGuess : noDays)}
        options={[{ value: 'quantile', label: say(words.quantile) }, { value: 'fixed', label: say(words.fixed) }]}
      />
      <div className="in-pairs">
        {isFixed
          ? <>{day('repeat', 'atRiskAfterDays', words.atRiskDays)}{day('repeat', 'lapsedAfterDays', words.lapsedDays)}{day('one', 'atRiskAfterDays', words.atRiskDays)}{day('one', 'lapsedAfterDays', words.lapsedDays)}</>
          : <>{share('atRiskShare', say(words.atRiskShare))}{share('lapsedShare', say(words.lapsedShare))}</>}
        {number('horizonDays', say(words.horizon), 30, 3650)}
        {number('returnDays', say(words.returnDays), 1, 730)}
        {number('newDays', say(words.newDays), 1, 365)}
        {number('leastObserved', say(words.least), 1, 100_000)}
      </div>
      <Field label={say(adjustWords.cleaning)}>
        <Select value={String(value['cleaning'])} onChange={(next: string) => put('cleaning', next)} options={(['net', 'reference', 'gross'] as const).map((rule) => ({ value: rule, label: say(scopeWords[rule]) }))} />
      </Field>
      <label className="in-field in-field-row"><span>{say(words.perCategory)}</span><Switch checked={value['perCategory'] === true} onChange={(next) => put('perCategory', next)} /></label>
    </>
  )
}
