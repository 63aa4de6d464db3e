import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { read } from '#web/client.ts'
import { useWords } from '#web/locale.tsx'
import type { Sentence } from '#foundation/words.ts'
import type { TermsDraft } from './vouchers.draft.tsx'
import { formWords as words } from './vouchers.form.words.ts'
import { weekdayName } from './vouchers.terms.words.ts'

interface FieldsProps { readonly value: TermsDraft, readonly onChange: (value: TermsDraft) => void, readonly isNew: boolean }
type Key<Kind> = { [K in keyof TermsDraft]: TermsDraft[K] extends Kind ? (Kind extends TermsDraft[K] ? K : never) : never }[keyof TermsDraft]

/** All that a template says, in the order in which a person decides it. */
export function TermsFields({ value, onChange, isNew }: FieldsProps) {
  const { say, locale } = useWords()
  const stores = useQuery({ queryKey: ['business', 'stores'], queryFn: ({ signal }) => read('/api/business/stores', { signal }) })
  const set = (change: Partial<TermsDraft>): void => onChange({ ...value, ...change })
  const input = (key: Key<string>, label: Sentence, more: { readonly mode?: 'decimal' | 'numeric', readonly isFixed?: boolean, readonly note?: Sentence } = {}) => (
    <Labelled label={label} {...(more.note === undefined ? {} : { note: more.note })}>{(id) => <Input id={id} value={value[key]} disabled={more.isFixed === true} {...(more.mode === undefined ? {} : { inputMode: more.mode })} onChange={(event) => set({ [key]: event.target.value })} />}</Labelled>
  )
  const tags = (key: Key<readonly string[]>, label: Sentence) => (
    <Labelled label={label}>{(id) => <Select id={id} mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ';', '\n']} value={[...value[key]]} onChange={(next: string[]) => set({ [key]: next })} />}</Labelled>
  )
  const tick = (key: Key<boolean>, label: Sentence) => <Checkbox checked={value[key]} onChange={(event) => set({ [key]: event.target.checked })}>{say(label)}</Checkbox>
  const choice = <Value extends string>(shown: Value, label: Sentence, options: readonly (readonly [Value, Sentence])[], change: (value: Value) => void) => (
    <Labelled label={label}>{(id) => <Select id={id} value={shown} onChange={change} options={options.map(([one, said]) => ({ value: one, label: say(said) }))} />}</Labelled>
  )
  return (
    <>
      <div className="vo-pair">{input('nameZh', words.nameZh)}{input('nameEn', words.nameEn)}</div>
      <div className="vo-pair">
        {choice(value.kind, words.kind, [['amount', words.amountKind], ['percent', words.percentKind], ['gift', words.giftKind], ['shipping', words.shippingKind]], (kind) => set({ kind }))}
        {value.kind === 'amount' && input('amount', words.amount, { mode: 'decimal' })}
        {value.kind === 'percent' && input('percent', words.percent, { mode: 'decimal' })}
        {value.kind === 'gift' && input('product', words.product)}
        {value.kind === 'gift' && input('label', words.label)}
        {value.kind === 'gift' && input('quantity', words.quantity, { mode: 'numeric' })}
        {value.kind === 'shipping' && tags('shipProducts', words.shipProducts)}
        {(value.kind === 'percent' || value.kind === 'shipping') && input('ceiling', words.ceiling, { mode: 'decimal' })}
        {input('minSpend', words.minSpend, { mode: 'decimal' })}
      </div>
      {value.kind === 'amount' && tick('partial', words.partial)}
      <Section title={say(words.life)}>
        <div className="vo-pair">
          {choice(value.lifeKind, words.lifeKind, [['days', words.days], ['dates', words.dates], ['monthsDay', words.monthsDay], ['monthsEnd', words.monthsEnd], ['ever', words.ever]], (lifeKind) => set({ lifeKind }))}
          {value.lifeKind === 'days' && input('days', words.daysCount, { mode: 'numeric' })}
          {value.lifeKind === 'days' && input('startsIn', words.startsIn, { mode: 'numeric' })}
          {value.lifeKind === 'dates' && input('from', words.from)}
          {value.lifeKind === 'dates' && input('to', words.to)}
          {(value.lifeKind === 'monthsDay' || value.lifeKind === 'monthsEnd') && input('months', words.months, { mode: 'numeric' })}
          {input('graceDays', words.graceDays, { mode: 'numeric' })}
        </div>
      </Section>
      <Section title={say(words.limits)}>
        <div className="vo-ticks">{tick('withOthers', words.withOthers)}{tick('withPoints', words.withPoints)}</div>
        <div className="vo-pair">
          {input('perOrder', words.perOrder, { mode: 'numeric' })}{input('perCustomer', words.perCustomer, { mode: 'numeric' })}
          {input('total', words.total, { mode: 'numeric', ...(!isNew && value.total === '' ? { isFixed: true, note: words.totalFixed } : {}) })}
          {input('sharedCode', words.sharedCode, { isFixed: !isNew })}
        </div>
      </Section>
      <Section title={say(words.conditions)} isFolded>
        <div className="vo-pair">
          {tags('products', words.goods)}{tags('categories', words.categories)}{tags('notProducts', words.notGoods)}{tags('notCategories', words.notCategories)}
          <Labelled label={words.stores}>{(id) => <Select id={id} mode="multiple" optionFilterProp="label" value={[...value.stores]} onChange={(next: string[]) => set({ stores: next })} options={(stores.data?.items ?? []).map(({ storeId, name }) => ({ value: storeId, label: name }))} />}</Labelled>
          {tags('channels', words.channels)}
          <Labelled label={words.weekdays}>{(id) => <Select id={id} mode="multiple" value={[...value.weekdays]} onChange={(next: number[]) => set({ weekdays: next })} options={[1, 2, 3, 4, 5, 6, 7].map((one) => ({ value: one, label: weekdayName(one, locale) }))} />}</Labelled>
          {tags('tiers', words.tiers)}
          {input('hoursFrom', words.hoursFrom)}{input('hoursTo', words.hoursTo)}
        </div>
        {tick('firstOrder', words.firstOrder)}
      </Section>
    </>
  )
}

export function Labelled({ label, note, children }: { readonly label: Sentence, readonly note?: Sentence, readonly children: (id: string) => ReactNode }) {
  const { say } = useWords()
  const id = useId()
  return <div className="vo-labelled"><label htmlFor={id}>{say(label)}</label>{children(id)}{note !== undefined && <small className="ck-soft">{say(note)}</small>}</div>
}

function Section({ title, isFolded = false, children }: { readonly title: string, readonly isFolded?: boolean, readonly children: ReactNode }) {
  return <details className="vo-section" open={!isFolded}><summary>{title}</summary><div className="vo-inside">{children}</div></details>
}
