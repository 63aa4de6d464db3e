import { Input } from 'antd'
import { arrivalWords } from './arrival.words.ts'
import { Field } from './door.tsx'
import { useWords } from './locale.tsx'

export interface BusinessChoice { readonly name: string, readonly currency: string, readonly zone: string, readonly country: string }

const countries = 'CN HK MO TW SG MY JP KR TH VN ID PH IN AU NZ US CA MX BR GB IE FR DE ES IT NL BE CH AT SE NO DK FI PL PT CZ AE SA ZA'.split(' ')
const currencies = 'CNY HKD MOP TWD SGD MYR JPY KRW THB VND IDR PHP INR AUD NZD USD CAD MXN BRL GBP EUR CHF SEK NOK DKK PLN CZK AED SAR ZAR'.split(' ')

/** Whose house it is: what figures are counted in and where a day begins. */
export function BusinessFields({ value, onChange, isFixed = false }: { readonly value: BusinessChoice, readonly onChange: (value: BusinessChoice) => void, readonly isFixed?: boolean }) {
  const { say, locale } = useWords()
  const nameOf = (type: 'region' | 'currency') => { const names = new Intl.DisplayNames(locale, { type }); return (code: string) => names.of(code) ?? code }
  const withOwn = (list: readonly string[], own: string) => list.includes(own) ? list : [own, ...list]
  const select = (options: readonly string[], own: string, title: (code: string) => string, change: (code: string) => BusinessChoice, isClosed = false) => (ids: { readonly id: string }) => (
    <select {...ids} disabled={isClosed} className="ck-select" value={own} onChange={(event) => onChange(change(event.target.value))}>
      {withOwn(options, own).map((code) => <option key={code} value={code}>{title(code)}</option>)}
    </select>
  )
  return (
    <>
      <Field label={say(arrivalWords.business)}>{(ids) => <Input {...ids} size="large" required maxLength={100} autoComplete="organization" value={value.name} onChange={(event) => onChange({ ...value, name: event.target.value })} />}</Field>
      <Field label={say(arrivalWords.currency)}>{select(currencies, value.currency, (code) => `${nameOf('currency')(code)} (${code})`, (currency) => ({ ...value, currency }), isFixed)}</Field>
      <Field label={say(arrivalWords.country)} hint={say(arrivalWords.countryHint)}>{select(countries, value.country, nameOf('region'), (country) => ({ ...value, country }))}</Field>
      <Field label={say(arrivalWords.zone)} hint={say(arrivalWords.zoneHint)}>{select(Intl.supportedValuesOf('timeZone'), value.zone, (zone) => zone.replaceAll('_', ' '), (zone) => ({ ...value, zone }), isFixed)}</Field>
    </>
  )
}
