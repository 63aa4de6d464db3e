import { Button, Input, Select } from 'antd'
import { useWords } from '#web/locale.tsx'
import { kindWords } from '../identity/identity.words.ts'
import { recordPageWords as words } from './record.page.words.ts'
import type { Customer, KeyInput } from './record.schema.ts'

interface KeysProps {
  readonly kept: Customer['keys']
  readonly added: readonly KeyInput[]
  readonly removed: readonly KeyInput[]
  readonly onChange: (added: readonly KeyInput[], removed: readonly KeyInput[]) => void
}

const kinds = ['phone', 'card', 'email', 'openid', 'unionid', 'marketplace', 'number'] as const

/** The numbers a person answers to: those there are can be taken away, new ones added. A masked number cannot be taken away by who cannot see it. */
export function KeysInput({ kept, added, removed, onChange }: KeysProps) {
  const { say } = useWords()
  const isRemoved = (value: string) => removed.some((key) => key.value === value)
  const replace = (index: number, key: KeyInput) => onChange(added.map((one, place) => (place === index ? key : one)), removed)
  return (
    <fieldset>
      <legend>{say(words.identities)}</legend>
      {kept.map((key) => (
        <div className="re-key" key={`${key.kind} ${key.value}`}>
          <span className="ck-soft">{say(kindWords[key.kind])}</span>
          <span className={isRemoved(key.value) ? 're-gone' : undefined}>{key.value}</span>
          {!key.masked && (
            <Button size="small" onClick={() => onChange(added, isRemoved(key.value) ? removed.filter((one) => one.value !== key.value) : [...removed, { kind: key.kind, value: key.value }])}>
              {say(isRemoved(key.value) ? words.undo : words.remove)}
            </Button>
          )}
        </div>
      ))}
      {added.map((key, index) => (
        <div className="re-key" key={index}>
          <Select aria-label={say(words.keyKind)} value={key.kind} popupMatchSelectWidth={false} options={kinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))} onChange={(kind) => replace(index, { ...key, kind })} />
          <Input aria-label={say(words.keyValue)} value={key.value} maxLength={300} inputMode={key.kind === 'phone' ? 'tel' : key.kind === 'email' ? 'email' : 'text'} onChange={(event) => replace(index, { ...key, value: event.target.value })} />
          <Button onClick={() => onChange(added.filter((_, place) => place !== index), removed)}>{say(words.remove)}</Button>
        </div>
      ))}
      <div><Button size="small" onClick={() => onChange([...added, { kind: 'phone', value: '' }], removed)}>{say(words.newKey)}</Button></div>
    </fieldset>
  )
}
