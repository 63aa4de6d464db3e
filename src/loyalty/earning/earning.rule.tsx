import { Button, DatePicker, Drawer, Input, InputNumber, Select, Switch, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '#web/locale.tsx'
import { Amount } from './earning.amount.tsx'
import { Field } from './earning.field.tsx'
import { GiveFields } from './earning.give.tsx'
import type { Known } from './earning.names.tsx'
import { ruleFormWords as words } from './earning.page.words.ts'
import type { Programme, Rule, When, Where } from './earning.schema.ts'
import { sentenceOf } from './earning.sentence.words.ts'

interface RuleFormProps { readonly rule: Rule, readonly programme: Programme, readonly names: Known, readonly faults: readonly { readonly field: string, readonly sentence: string }[], readonly onChange: (rule: Rule) => void, readonly onClose: () => void }

/** The same amounts of another currency, in its own smallest unit. */
function inCurrency({ give, most, ...rule }: Rule, currency: string, by: number): Rule {
  const same = (n: number): number => Math.max(1, Math.round(n * by))
  return {
    ...rule, currency, give: 'points' in give ? { ...give, points: same(give.points) } : give,
    ...(most === undefined ? {} : { most: Object.fromEntries(Object.entries(most).map(([key, n]) => [key, same(n)])) })
  }
}

/** Without what is empty: an empty list would fit nothing. */
function cleaned<T extends object>(value: T): T | undefined {
  const kept = Object.entries(value).filter(([, one]) => one !== undefined && one !== null && one !== '' && !(Array.isArray(one) && one.length === 0))
  return kept.length === 0 ? undefined : Object.assign(Object.create(null), Object.fromEntries(kept))
}

export function RuleForm({ rule, programme, names, faults, onChange, onClose }: RuleFormProps) {
  const { say } = useWords()
  const choices = [...new Set([...Object.keys(programme.currencies), ...names.currencies.map(({ value }) => value)])]
  const faultOf = (field: string): string | undefined => faults.find((one) => one.field === field)?.sentence
  const { when = {}, where = {}, most = {}, ...rest } = rule
  const save = (next: { readonly when?: When, readonly where?: Where, readonly most?: NonNullable<Rule['most']> }) => {
    const parts = { when: cleaned(next.when ?? when), where: cleaned(next.where ?? where), most: cleaned(next.most ?? most) }
    onChange({ ...rest, ...(parts.when === undefined ? {} : { when: parts.when }), ...(parts.where === undefined ? {} : { where: parts.where }), ...(parts.most === undefined ? {} : { most: parts.most }) })
  }
  const tags = (part: 'where' | 'when', key: string, value: readonly string[] | undefined, options: readonly { readonly value: string, readonly label: string }[] = []) => (
    <Select mode={options.length > 0 && (key === 'stores' || key === 'tiers') ? 'multiple' : 'tags'} allowClear value={[...value ?? []]} options={[...options]} optionFilterProp="label" tokenSeparators={[',', '，']} aria-label={say(words[key === 'products' || key === 'categories' || key === 'exceptProducts' || key === 'exceptCategories' || key === 'stores' || key === 'tiers' || key === 'channels' ? key : 'sources'])}
      onChange={(next: string[]) => save(part === 'where' ? { where: { ...where, [key]: next } } : { when: { ...when, [key]: next } })} />
  )
  const limit = (key: 'order' | 'day' | 'customer') => <Amount scale={scale} value={most[key] ?? null} onChange={(next) => save({ most: { ...most, [key]: next ?? undefined } })} />
  const day = (key: 'from' | 'to') => <DatePicker value={when[key] === undefined ? null : dayjs(when[key])} onChange={(next: dayjs.Dayjs | null) => save({ when: { ...when, [key]: next?.format('YYYY-MM-DD') } })} />
  const clock = (key: 'from' | 'to') => (
    <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} value={when.hours === undefined ? null : dayjs(`2026-01-01T${when.hours[key]}`)}
      onChange={(next: dayjs.Dayjs | null) => save({ when: { ...when, hours: next === null ? undefined : { from: '00:00', to: '00:00', ...when.hours, [key]: next.format('HH:mm') } } })} />
  )
  const scale = names.scale(rule.currency)
  const isEvent = rule.give.kind === 'event'
  return (
    <Drawer open onClose={onClose} size="large" title={rule.name} footer={<Button type="primary" onClick={onClose}>{say(words.done)}</Button>}>
      <div className="ea-form">
        <p>{say(sentenceOf(rule, names))}</p>
        <div className="ea-pairs">
          <Field label={say(words.name)} fault={faultOf('key')}><Input value={rule.name} maxLength={80} onChange={(event) => { if (event.target.value !== '') onChange({ ...rule, name: event.target.value }) }} /></Field>
          <Field label={say(words.currency)} fault={faultOf('currency')}><Select value={rule.currency} options={choices.map((value) => ({ value, label: say(names.currency(value)) }))} onChange={(currency: string) => onChange(inCurrency(rule, currency, 10 ** (names.scale(currency) - scale)))} /></Field>
        </div>
        <GiveFields give={rule.give} scale={scale} rounding={rule.rounding} names={names} fault={faultOf('give') ?? faultOf('give/event')} onChange={(give) => onChange({ ...rule, give })} onRounding={(rounding) => onChange({ ...rule, rounding })} />
        {!isEvent && (
          <>
            <h3>{say(words.which)}</h3>
            <div className="ea-pairs">
              <Field label={say(words.categories)} fault={faultOf('where')}>{tags('where', 'categories', where.categories, names.categories)}</Field>
              <Field label={say(words.products)}>{tags('where', 'products', where.products)}</Field>
              <Field label={say(words.exceptCategories)}>{tags('where', 'exceptCategories', where.exceptCategories, names.categories)}</Field>
              <Field label={say(words.exceptProducts)}>{tags('where', 'exceptProducts', where.exceptProducts)}</Field>
            </div>
          </>
        )}
        <h3>{say(words.who)}</h3>
        {faultOf('when') !== undefined && <p className="ea-fault" role="alert">{faultOf('when')}</p>}
        <div className="ea-pairs">
          <Field label={say(words.tiers)}>{tags('when', 'tiers', when.tiers, names.tiers)}</Field>
          <Field label={say(words.birthday)}>
            <Select value={when.birthday ?? ''} onChange={(next: string) => save({ when: { ...when, birthday: next === 'day' || next === 'week' || next === 'month' ? next : undefined } })}
              options={[{ value: '', label: say(words.any) }, { value: 'day', label: say(words.bday) }, { value: 'week', label: say(words.bweek) }, { value: 'month', label: say(words.bmonth) }]} />
          </Field>
          <Field label={say(words.from)} fault={faultOf('when/from')}>{day('from')}</Field>
          <Field label={say(words.to)} fault={faultOf('when/to')}>{day('to')}</Field>
          <Field label={say(words.weekdays)}>
            <Select mode="multiple" allowClear value={[...when.weekdays ?? []]} onChange={(weekdays: number[]) => save({ when: { ...when, weekdays: weekdays.toSorted((a, b) => a - b) } })} options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, value)) }))} />
          </Field>
          {!isEvent && <Field label={say(words.atLeast)}><InputNumber min={0} precision={2} prefix={names.money} value={when.atLeastMinor === undefined ? null : Number(when.atLeastMinor) / 10_000} onChange={(next) => save({ when: { ...when, atLeastMinor: next === null || next === 0 ? undefined : String(Math.round(next * 10_000)) } })} /></Field>}
          <Field label={say(words.hoursFrom)}>{clock('from')}</Field>
          <Field label={say(words.hoursTo)}>{clock('to')}</Field>
          {!isEvent && <Field label={say(words.stores)}>{tags('when', 'stores', when.stores, names.stores)}</Field>}
          {!isEvent && <Field label={say(words.channels)}>{tags('when', 'channels', when.channels)}</Field>}
          <Field label={say(words.sources)}>{tags('when', 'sources', when.sources)}</Field>
          {!isEvent && <Field label={say(words.firstOrder)}><div><Switch checked={when.firstOrder === true} onChange={(on) => save({ when: { ...when, firstOrder: on ? true : undefined } })} /></div></Field>}
        </div>
        <h3>{say(words.limits)}</h3>
        <div className="ea-pairs">
          <Field label={say(words.mostOrder)}>{limit('order')}</Field>
          <Field label={say(words.mostDay)} fault={faultOf('most/day')}>{limit('day')}</Field>
          <Field label={say(words.mostCustomer)} fault={faultOf('most/customer')}>{limit('customer')}</Field>
          <Field label={say(words.budget)} fault={faultOf('budget')}>
            <Select value={rule.budget ?? ''} options={[{ value: '', label: say(words.none) }, ...programme.budgets.map(({ key, name }) => ({ value: key, label: name }))]} onChange={(next: string) => { const { budget: _, ...without } = rule; onChange(next === '' ? without : { ...without, budget: next }) }} />
          </Field>
          <Field label={say(words.ends)} fault={faultOf('expires')} isWhole>
            <InputNumber min={1} max={3650} precision={0} value={rule.expires !== undefined && 'days' in rule.expires ? rule.expires.days : null} onChange={(next) => { const { expires: _, ...without } = rule; onChange(next === null ? without : { ...without, expires: { days: next } }) }} />
          </Field>
        </div>
      </div>
    </Drawer>
  )
}
