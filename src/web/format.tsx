import { useMemo, type ReactNode } from 'react'
import { coinDigits, formatMoney, plainMoney } from '#foundation/money.ts'
import type { Locale } from '#foundation/words.ts'
import { dayOf } from '#foundation/zone.ts'
import { formatWords } from './format.words.ts'
import { useWords } from './locale.tsx'
import { useSession } from './session.tsx'

/** Money on the wire: digits in ten-thousandths of the main unit. */
export type Minor = string | bigint

/** How a figure is written for people. What is written for files stays plain: see sheet.ts. */
export interface Format {
  readonly num: (value: number, decimals?: number) => string
  /** 0.294 → 29 % ; `decimals` where a percent is too coarse. */
  readonly percent: (share: number, decimals?: number) => string
  /** In the business's currency unless another is named; `whole` drops the decimals, for headlines and tables; `exact` rounds nothing, for prices finer than a coin. */
  readonly money: (minor: Minor, options?: { readonly whole?: boolean, readonly exact?: boolean, readonly currency?: string }) => string
  /** The sign of the business's currency, for the front of a field. */
  readonly unit: string
  /** A signed change: +31, −118. */
  readonly change: (value: number) => string
  /** A day (`2011-12-10`) in words of the locale. */
  readonly day: (day: string) => string
  /** The business's day of an instant: what the clocks there said, whatever the reader's say. */
  readonly dayOf: (instant: string) => string
  /** An instant in the business's zone, to the minute. */
  readonly moment: (instant: string | Date) => string
  readonly days: (count: number) => string
  /** Seconds left, in the largest unit that makes sense. */
  readonly duration: (seconds: number) => string
}

export function useFormat(): Format {
  const { locale } = useWords()
  const { business } = useSession()
  return useMemo(() => formatOf(locale, business.currency, business.zone), [locale, business.currency, business.zone])
}

export function formatOf(locale: Locale, currency: string, zone: string): Format {
  const isEnglish = locale === 'en'
  const numberOf = (options: Intl.NumberFormatOptions) => (value: number) => new Intl.NumberFormat(locale, options).format(value)
  const days = (count: number) => isEnglish ? `${numberOf({})(count)} ${count === 1 ? formatWords.day.en : formatWords.days.en}` : `${numberOf({})(count)} ${formatWords.days.zh}`
  return {
    num: (value, decimals = 0) => numberOf({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })(value),
    percent: (share, decimals = 0) => numberOf({ style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals })(share),
    money: (minor, { whole = false, exact = false, currency: other = currency } = {}) => formatMoney(BigInt(minor), other, locale, whole ? 0 : exact ? exactDigits(BigInt(minor), other) : undefined),
    unit: new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency,
    change: (value) => value === 0 ? '0' : numberOf({ signDisplay: 'always' })(value).replace('-', '−'),
    day: (day) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
    dayOf: (instant) => dayOf(new Date(instant), zone),
    moment: (instant) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: zone }).format(new Date(instant)),
    days,
    duration: (seconds) => {
      const [count, unit] = seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour']
      return numberOf({ style: 'unit', unit, unitDisplay: 'long' })(Math.max(1, Math.round(count)))
    }
  }
}

/** As many decimals as the amount has, and no fewer than its currency is written with. */
const exactDigits = (minor: bigint, currency: string): number => Math.max(coinDigits(currency), plainMoney(minor).split('.')[1]?.length ?? 0)

export function Day({ day }: { readonly day: string }): ReactNode {
  const format = useFormat()
  return <time className="ck-num" dateTime={day}>{format.day(day)}</time>
}

/** An instant; hovering tells the zone, because it is the business's and not necessarily the reader's. */
export function Moment({ at }: { readonly at: string }): ReactNode {
  const format = useFormat()
  const { business } = useSession()
  return <time className="ck-num" dateTime={at} title={business.zone}>{format.moment(at)}</time>
}

