import { Input, Select, Switch } from 'antd'
import { useWords } from '#web/locale.tsx'
import { formWords as words } from './rewards.form.words.ts'
import { BoundInput, Choice, CountInput, Labelled, Section, TagsInput } from './rewards.inputs.tsx'
import type { Eligibility, Limit, Scope } from './rewards.parameters.schema.ts'
import type { Definition } from './rewards.schema.ts'

interface Part<Value> { readonly value: Value, readonly onChange: (value: Value) => void }

export function ScopeFields({ value, onChange }: Part<Scope>) {
  return (
    <div className="rw-pair">
      <TagsInput label={words.categories} value={value.categories} onChange={(categories) => onChange({ ...value, categories })} />
      <TagsInput label={words.products} value={value.products} onChange={(products) => onChange({ ...value, products })} />
    </div>
  )
}

export function LimitFields({ value, onChange }: Part<Limit | null>) {
  return (
    <div className="rw-pair">
      <BoundInput label={words.limit} value={value?.count ?? null} onChange={(count) => onChange(count === null ? null : { count, per: value?.per ?? 'month' })} />
      {value !== null && <Choice label={words.per} value={value.per} options={[['day', words.day], ['month', words.month], ['year', words.year], ['ever', words.ever]]} onChange={(per) => onChange({ ...value, per })} />}
    </div>
  )
}

const tierKey = 'tiers.tier'
const dayOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Who may, and when. Tiers are one of the traits; one more can be named. */
export function EligibilityFields({ value, onChange }: Part<Eligibility>) {
  const tiers = value.traits.find(({ key }) => key === tierKey)?.values ?? []
  const other = value.traits.find(({ key }) => key !== tierKey) ?? { key: '', values: [] }
  const traits = (nextTiers: readonly string[], next: { readonly key: string, readonly values: readonly string[] }) => onChange({
    ...value, traits: [...(nextTiers.length === 0 ? [] : [{ key: tierKey, values: [...nextTiers] }]), ...(next.key === '' && next.values.length === 0 ? [] : [{ key: next.key, values: [...next.values] }])]
  })
  return (
    <Section title={words.who} isOpen={value.traits.length > 0 || value.from !== null || value.to !== null || value.newWithinDays !== null}>
      <div className="rw-pair">
        <TagsInput label={words.tiers} value={tiers} onChange={(next) => traits(next, other)} />
        <BoundInput label={words.newWithin} value={value.newWithinDays} most={3650} onChange={(newWithinDays) => onChange({ ...value, newWithinDays })} />
        <Labelled label={words.from}>{(id) => <Input id={id} value={value.from ?? ''} placeholder="2026-12-01" onChange={(event) => onChange({ ...value, from: dayOrNull(event.target.value) })} />}</Labelled>
        <Labelled label={words.to}>{(id) => <Input id={id} value={value.to ?? ''} placeholder="2026-12-31" onChange={(event) => onChange({ ...value, to: dayOrNull(event.target.value) })} />}</Labelled>
        <Labelled label={words.traitKey}>{(id) => <Input id={id} value={other.key} maxLength={60} onChange={(event) => traits(tiers, { ...other, key: event.target.value })} />}</Labelled>
        <TagsInput label={words.traitValues} value={other.values} onChange={(values) => traits(tiers, { ...other, values })} />
      </div>
    </Section>
  )
}

export function RewardChoice({ value, rewards, onChange }: Part<string> & { readonly rewards: readonly Definition[] }) {
  const { say } = useWords()
  return <Labelled label={words.reward}>{(id) => <Select id={id} value={value} onChange={onChange} options={rewards.map(({ definitionId, title }) => ({ value: definitionId, label: say(title) }))} />}</Labelled>
}

export function Percent({ value, onChange }: Part<number>) {
  return <CountInput label={words.percent} value={Math.round(value / 10)} most={100} onChange={(percent) => onChange(percent * 10)} />
}

export function Tick({ label, value, onChange }: Part<boolean> & { readonly label: typeof words.named }) {
  const { say } = useWords()
  return <Labelled label={label}>{(id) => <span><Switch id={id} checked={value} onChange={onChange} aria-label={say(label)} /></span>}</Labelled>
}
