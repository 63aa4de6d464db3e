/**
 * Money is a bigint in ten-thousandths of the currency's main unit, whatever the currency: unit prices with three or four decimals (fuel, wholesale,
 * KWD) stay exact, and 900 trillion still fit a PostgreSQL bigint. Rounding to the currency's own digits happens only where a person reads.
 */
import type { Locale } from './words.ts'

export const moneyScale = 4
export const moneyUnit = 10_000n
const largest = 9_000_000_000_000_000_000n

/** `'1234.5'` → 12345000n. Plain decimal notation only; undefined for anything else, for more than four decimals, and for what a bigint column cannot hold. */
export function parseMinor(text: string): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text)
  if (!match) return undefined
  const [, sign, whole = '0', decimals = ''] = match
  const minor = BigInt(whole) * moneyUnit + BigInt(decimals.padEnd(moneyScale, '0'))
  if (minor > largest) return undefined
  return sign === '-' ? -minor : minor
}

/** For charts and sums of many: the amount as a number of main units. */
export const majorOf = (minor: bigint): number => Number(minor) / Number(moneyUnit)

/** `12345000n` → `'1234.5'`: exact, no grouping, as few decimals as needed. For files and machines. */
export function plainMoney(minor: bigint): string {
  const positive = minor < 0n ? -minor : minor
  const decimals = (positive % moneyUnit).toString().padStart(moneyScale, '0').replace(/0+$/, '')
  return `${minor < 0n ? '-' : ''}${positive / moneyUnit}${decimals === '' ? '' : `.${decimals}`}`
}

/** ISO 4217's own code for "no currency": amounts of a file that names none are shown as numbers. */
export const noCurrency = 'X'.repeat(3)

/** How many decimals its coins have: 2 for CNY, 0 for JPY. */
export const coinDigits = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** For people: the currency's sign and digits, in their locale. `digits` 0 for headlines. */
export const formatMoney = (minor: bigint, currency: string, locale: Locale, digits?: number): string =>
  new Intl.NumberFormat(locale, {
    ...(currency === noCurrency ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    ...(digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits })
  }).format(majorOf(minor))
