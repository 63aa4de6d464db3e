/** What the page of partners reckons by itself: which rate is in force, and rates for a hundred as people agree on them. */
import { coinDigits, moneyScale, parseMinor, plainMoney } from '#foundation/money.ts'
import type { Partner } from './points.partner.schema.ts'

export type PartnerRate = Partner['rates'][number]
export type PartnerSide = PartnerRate['side']

/** The wire counts in the smallest part of a currency; people agree on money for a hundred of its units. */
const hundred = (scale: number): bigint => 100n * 10n ** BigInt(scale)
export const perHundred = (moneyMinor: string, scale: number): bigint => BigInt(moneyMinor) * hundred(scale)
/** The finest difference that a rate for a hundred can have. */
export const stepOf = hundred

/** Back to the wire; undefined where it is no amount above zero, or finer than whole ten-thousandths for the smallest part. */
export function rateOf(text: string, scale: number): string | undefined {
  const minor = parseMinor(text)
  return minor === undefined || minor <= 0n || minor % hundred(scale) !== 0n ? undefined : (minor / hundred(scale)).toString()
}

const coinOf = (currency: string): bigint => 10n ** BigInt(Math.max(0, moneyScale - coinDigits(currency)))
const sizeOf = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

/** Who owes whom; what is less than a coin is nobody's debt, for nobody can pay it. */
export const owing = (minor: bigint, currency: string): 'theyOwe' | 'weOwe' | 'even' => (sizeOf(minor) < coinOf(currency) ? 'even' : minor > 0n ? 'theyOwe' : 'weOwe')

/** A balance as it can be paid, in whole coins, and written with all their decimals. */
export function payable(minor: bigint, currency: string): string {
  const coin = coinOf(currency)
  const [whole = '0', decimals = ''] = plainMoney((sizeOf(minor) + coin / 2n) / coin * coin).split('.')
  return coinDigits(currency) === 0 ? whole : `${whole}.${decimals.padEnd(coinDigits(currency), '0')}`
}

/** The newest of each side and currency that has begun, issuing first; `rates` newest first, as the server lists them. */
export function inForce(rates: readonly PartnerRate[], now: Date): readonly PartnerRate[] {
  const begun = rates.filter(({ validFrom }) => new Date(validFrom) <= now)
  return begun.filter((rate, place) => begun.findIndex(({ side, currency }) => side === rate.side && currency === rate.currency) === place).toSorted((a, b) => b.side.localeCompare(a.side) || a.currency.localeCompare(b.currency))
}

/** Sides of the partner without any rate in force: what would be booked there is refused. */
export function lacking({ issues, accepts, rates }: Partner, now: Date): readonly PartnerSide[] {
  const held = new Set(inForce(rates, now).map(({ side }) => side))
  return [...(issues && !held.has('issue') ? ['issue' as const] : []), ...(accepts && !held.has('accept') ? ['accept' as const] : [])]
}
