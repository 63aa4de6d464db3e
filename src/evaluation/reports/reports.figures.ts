/** Numbers, money and sentences in the language of the report. */
import { formatMoney } from '#foundation/money.ts'
import { say, type Locale, type Sentence, type Values } from '#foundation/words.ts'

export interface Figures {
  readonly locale: Locale
  readonly tell: (sentence: Sentence, values?: Values) => string
  readonly num: (value: number, decimals?: number) => string
  readonly percent: (share: number, decimals?: number) => string
  readonly money: (minor: string | bigint, digits?: number) => string
}

export function figuresOf(locale: Locale, currency: string): Figures {
  const number = (options: Intl.NumberFormatOptions) => (value: number) => new Intl.NumberFormat(locale, options).format(value)
  return {
    locale,
    tell: (sentence, values) => say(sentence, locale, values),
    num: (value, decimals = 0) => number({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })(value),
    percent: (share, decimals = 0) => number({ style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals })(share),
    money: (minor, digits) => formatMoney(BigInt(minor), currency, locale, digits)
  }
}
