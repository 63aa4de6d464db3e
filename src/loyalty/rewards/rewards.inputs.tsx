import { Input, InputNumber, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { parseMinor, plainMoney } from '#foundation/money.ts'
import type { Sentence } from '#foundation/words.ts'
import { useWords } from '#web/locale.tsx'

/** An input under its name; the name is pressed to reach the input. */
export function Labelled({ label, children }: { readonly label: Sentence, readonly children: (id: string) => ReactNode }) {
  const id = useId()
  const { say } = useWords()
  return <div className="rw-labelled"><label htmlFor={id}>{say(label)}</label>{children(id)}</div>
}

export function Section({ title, isOpen = false, children }: { readonly title: Sentence, readonly isOpen?: boolean, readonly children: ReactNode }) {
  const { say } = useWords()
  return <details className="rw-section" open={isOpen}><summary>{say(title)}</summary><div className="rw-inside">{children}</div></details>
}

/** Money in main units; kept in ten-thousandths. What cannot be read yet stays as it was typed. */
export function MoneyInput({ label, value, onChange }: { readonly label: Sentence, readonly value: string, readonly onChange: (minor: string) => void }) {
  const [text, setText] = useState(plainMoney(BigInt(value)))
  const change = (typed: string): void => {
    setText(typed)
    const minor = parseMinor(typed.trim() === '' ? '0' : typed.trim())
    if (minor !== undefined && minor >= 0n) onChange(minor.toString())
  }
  const isRead = parseMinor(text.trim() === '' ? '0' : text.trim()) !== undefined
  return <Labelled label={label}>{(id) => <Input id={id} inputMode="decimal" value={text} status={isRead ? '' : 'error'} onChange={(event) => change(event.target.value)} />}</Labelled>
}

export function CountInput({ label, value, onChange, least = 1, most = 1_000_000 }: { readonly label: Sentence, readonly value: number, readonly onChange: (value: number) => void, readonly least?: number, readonly most?: number }) {
  return <Labelled label={label}>{(id) => <InputNumber id={id} min={least} max={most} precision={0} value={value} onChange={(next) => onChange(next ?? least)} />}</Labelled>
}

/** Empty: there is no bound. */
export function BoundInput({ label, value, onChange, most = 10_000 }: { readonly label: Sentence, readonly value: number | null, readonly onChange: (value: number | null) => void, readonly most?: number }) {
  return <Labelled label={label}>{(id) => <InputNumber id={id} min={1} max={most} precision={0} value={value} onChange={onChange} />}</Labelled>
}

/** Points and other whole amounts, as digits. */
export function DigitsInput({ label, value, onChange }: { readonly label: Sentence, readonly value: string, readonly onChange: (digits: string) => void }) {
  return <Labelled label={label}>{(id) => <Input id={id} inputMode="numeric" value={value} maxLength={12} onChange={(event) => onChange(event.target.value.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0')} />}</Labelled>
}

export function TextInput({ label, value, onChange }: { readonly label: Sentence, readonly value: string, readonly onChange: (text: string) => void }) {
  return <Labelled label={label}>{(id) => <Input id={id} value={value} maxLength={80} onChange={(event) => onChange(event.target.value)} />}</Labelled>
}

export function TagsInput({ label, value, onChange }: { readonly label: Sentence, readonly value: readonly string[], readonly onChange: (values: string[]) => void }) {
  return <Labelled label={label}>{(id) => <Select id={id} mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ';']} value={[...value]} onChange={onChange} />}</Labelled>
}

export function Choice<Value extends string>({ label, value, options, onChange }: { readonly label: Sentence, readonly value: Value, readonly options: readonly (readonly [Value, Sentence])[], readonly onChange: (value: Value) => void }) {
  const { say } = useWords()
  return <Labelled label={label}>{(id) => <Select id={id} value={value} onChange={onChange} options={options.map(([one, said]) => ({ value: one, label: say(said) }))} />}</Labelled>
}
