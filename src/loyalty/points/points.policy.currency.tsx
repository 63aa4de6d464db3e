import { Button, Input, InputNumber, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#web/locale.tsx'
import { faultsOf, type FieldName } from './points.policy.form.schema.ts'
import { policyFormWords as words } from './points.policy.words.ts'
import type { CurrencyPolicy } from './points.schema.ts'
import { unitsOf } from './points.terms.words.ts'

type Ttl = NonNullable<CurrencyPolicy['ttl']>
type Transfer = NonNullable<CurrencyPolicy['transfer']>

/** The rules of one currency as fields, each with what is wrong with it under it. */
export function CurrencyFields({ value, onChange, onRemove }: { readonly value: CurrencyPolicy, readonly onChange: (next: CurrencyPolicy) => void, readonly onRemove?: () => void }) {
  const { say } = useWords()
  const faults = faultsOf(value)
  const { ttl, transfer, scale } = value
  const put = (next: Partial<CurrencyPolicy>) => onChange({ ...value, ...next })
  const rename = (language: 'zh' | 'en', text: string) => put({ name: { ...value.name, [language]: text } })
  const field = (name: FieldName | undefined, label: string, control: ReactNode) => {
    const fault = name === undefined ? undefined : faults.get(name)
    return <label className="po-field"><span>{label}</span>{control}{fault !== undefined && <em className="po-fault" role="alert">{say(fault)}</em>}</label>
  }
  const whole = (name: FieldName, label: string, number: number, most: number, change: (next: number) => void) =>
    field(name, label, <InputNumber value={number} min={0} max={most} precision={0} {...(faults.has(name) ? { status: 'error' } : {})} onChange={(next) => change(next ?? 0)} />)
  const amount = (name: 'least' | 'most' | 'monthly', held: Transfer) =>
    field(name, say(words[name]), <InputNumber value={unitsOf(held[name], scale)} min={0} max={999_999_999} precision={scale} {...(faults.has(name) ? { status: 'error' } : {})} onChange={(next) => put({ transfer: { ...held, [name]: String(Math.round((next ?? 0) * 10 ** scale)) } })} />)
  const first = String(10 ** scale)
  return (
    <fieldset className="po-group">
      <legend>{say(value.name)}</legend>
      {field('nameZh', say(words.nameZh), <Input value={value.name.zh} maxLength={30} onChange={({ target }) => rename('zh', target.value)} />)}
      {field('nameEn', say(words.nameEn), <Input value={value.name.en} maxLength={30} onChange={({ target }) => rename('en', target.value)} />)}
      {field(undefined, say(words.life), (
        <Select<Ttl['until'] | 'forever'> value={ttl?.until ?? 'forever'} onChange={(until) => put({ ttl: until === 'forever' ? null : { months: ttl?.months ?? 12, until } })} options={[
          { value: 'day', label: say(words.untilDay) }, { value: 'month', label: say(words.untilMonth) }, { value: 'year', label: say(words.untilYear) }, { value: 'forever', label: say(words.forever) }
        ]} />
      ))}
      {ttl !== null && whole('months', say(words.months), ttl.months, 240, (months) => put({ ttl: { ...ttl, months } }))}
      {whole('pending', say(words.pending), value.pendingDays, 365, (pendingDays) => put({ pendingDays }))}
      {field(undefined, say(words.refund), (
        <Select<CurrencyPolicy['onRefund']> value={value.onRefund} onChange={(onRefund) => put({ onRefund })} options={[
          { value: 'pending_only', label: say(words.pendingOnly) }, { value: 'within_balance', label: say(words.within) }, { value: 'into_debt', label: say(words.debt) }
        ]} />
      ))}
      {whole('grace', say(words.grace), value.graceDays, 365, (graceDays) => put({ graceDays }))}
      <div className="po-field po-whole"><span className="ck-bar"><Switch aria-label={say(words.spendable)} checked={value.spendable} onChange={(spendable) => put({ spendable })} /> {say(words.spendable)}</span></div>
      <div className="po-field po-whole"><span className="ck-bar"><Switch aria-label={say(words.transfer)} checked={transfer !== undefined && transfer !== null} onChange={(isOn) => put({ transfer: isOn ? { least: first, most: `${first}000`, monthly: `${first}000` } : null })} /> {say(words.transfer)}</span></div>
      {transfer !== undefined && transfer !== null && <>{amount('least', transfer)}{amount('most', transfer)}{amount('monthly', transfer)}</>}
      {onRemove !== undefined && <div className="po-whole"><Button size="small" onClick={onRemove}>{say(words.removeNew)}</Button></div>}
    </fieldset>
  )
}
