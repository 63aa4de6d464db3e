import { Input } from 'antd'
import { digitsOf } from './points.currency.tsx'

interface AmountProps { readonly id: string, readonly value: string, readonly scale: number, readonly onChange: (text: string) => void }

/** An amount above zero as people type it, in units of its currency; `digitsOf` makes of it what goes over the wire. */
export function AmountInput({ id, value, scale, onChange }: AmountProps) {
  const isWrong = value !== '' && (digitsOf(value, scale)?.startsWith('-') ?? true)
  return <Input id={id} inputMode={scale === 0 ? 'numeric' : 'decimal'} autoComplete="off" value={value} {...(isWrong ? { status: 'error' as const } : {})} onChange={(event) => onChange(event.target.value.trim().replaceAll(/[,，]/g, ''))} />
}

/** What such a text comes to on the wire; undefined while it is no amount above zero. */
export function amountOf(text: string, scale: number): string | undefined {
  const digits = digitsOf(text, scale)
  return digits?.startsWith('-') === true ? undefined : digits
}
