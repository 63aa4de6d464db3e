import { InputNumber } from 'antd'
import type { CSSProperties } from 'react'

interface AmountProps {
  /** Digits after the point of the currency. */
  readonly scale: number
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly least?: number
  readonly most?: number
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly style?: CSSProperties
}

/** An amount of a currency, typed in its units; a programme holds its smallest. */
export function Amount({ scale, value, onChange, least = 1, most = 1_000_000_000, label, ...shown }: AmountProps) {
  const unit = 10 ** scale
  return <InputNumber {...shown} {...(label === undefined ? {} : { 'aria-label': label })} min={least / unit} max={most / unit} precision={scale} value={value === null ? null : value / unit} onChange={(next) => onChange(next === null ? null : Math.round(next * unit))} />
}
