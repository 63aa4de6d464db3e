/** What a basket comes to at the till. Pure: points and money are whole numbers, and what is split is split by largest remainder. */
import { Refusal } from '#foundation/refusal.ts'
import type { Day } from '#foundation/zone.ts'
import type { TillTerms } from './tills.schema.ts'
import { tillsWords as words } from './tills.words.ts'

/** What may be paid with points: nothing, or from `least` to `most` in steps; `most` 0 says why in `because`. */
export interface Payable { readonly least: bigint, readonly most: bigint, readonly step: bigint, readonly because: 'none' | 'balance' | 'basket' | 'vouchers' | null }

type Terms = Pick<TillTerms, 'points' | 'moneyMinor' | 'least' | 'most' | 'step' | 'sharePermille'>

/** The money that points pay for: exact, because a step of points is worth a whole amount. */
export const valueOf = (points: bigint, { points: each, moneyMinor }: Pick<Terms, 'points' | 'moneyMinor'>): bigint => points * BigInt(moneyMinor) / BigInt(each)

/** Whether a step of points is worth a whole payable amount (`cent` ten-thousandths). */
export const isPayable = ({ points, moneyMinor, step }: Pick<Terms, 'points' | 'moneyMinor' | 'step'>, cent: bigint): boolean =>
  BigInt(moneyMinor) > 0n && BigInt(step) * BigInt(moneyMinor) % BigInt(points) === 0n && valueOf(BigInt(step), { points, moneyMinor }) % cent === 0n

/** How much of an amount points may pay: the balance, the most of a sale, the share of the basket, in whole steps. */
export function payable(available: bigint, amountMinor: bigint, terms: Terms): Payable {
  const step = BigInt(terms.step)
  const least = roundUp(BigInt(terms.least), step)
  if (BigInt(terms.moneyMinor) === 0n) return { least, most: 0n, step, because: 'none' }
  const share = amountMinor * BigInt(terms.sharePermille) / 1000n
  const byBasket = share * BigInt(terms.points) / BigInt(terms.moneyMinor)
  const bounded = [available, byBasket, ...(terms.most === null ? [] : [BigInt(terms.most)])].reduce((a, b) => (a < b ? a : b))
  const most = bounded <= 0n ? 0n : bounded - bounded % step
  if (most >= least && most > 0n) return { least, most, step, because: null }
  return { least, most: 0n, step, because: available < least ? 'balance' : 'basket' }
}

const roundUp = (amount: bigint, step: bigint): bigint => (amount % step === 0n ? amount : amount + step - amount % step)

/** Refuses points outside what the till offered, each by its name. */
export function requirePayable(points: bigint, { least, most, step }: Payable): void {
  if (points === 0n) return
  const detail = { points: points.toString(), least: least.toString(), most: most.toString(), step: step.toString() }
  if (points > most) throw new Refusal('tills.above_most', 409, words.aboveMost, detail)
  if (points < least) throw new Refusal('tills.below_least', 422, words.belowLeast, detail)
  if (points % step !== 0n) throw new Refusal('tills.off_step', 422, words.offStep, detail)
}

/** Splits an amount over lines by weight in whole cents where the amount has them. */
export function share(whole: bigint, weights: readonly bigint[], cent: bigint, split: (whole: bigint, weights: readonly bigint[]) => readonly bigint[]): readonly bigint[] {
  return whole % cent === 0n && weights.every((weight) => weight % cent === 0n) ? split(whole / cent, weights.map((weight) => weight / cent)).map((part) => part * cent) : split(whole, weights)
}

/** What a till's clock said: when the deed was done, and when it was sent, which is later where the network was away. */
export interface TillTime { readonly at: Date, readonly sentAt: Date }

/**
 * When a deed counts: by the till's clock, never later than ours. Refuses a clock that is further off than the bound, and what is told too late.
 */
export function businessTime({ at, sentAt }: TillTime, now: Date, { clockMinutes, lateHours }: { readonly clockMinutes: number, readonly lateHours: number }): Date {
  const off = Math.round((sentAt.getTime() - now.getTime()) / 60_000)
  if (Math.abs(sentAt.getTime() - now.getTime()) > clockMinutes * 60_000 || at.getTime() - sentAt.getTime() > clockMinutes * 60_000) {
    throw new Refusal('tills.clock_wrong', 422, words.clockWrong, { till: (at > sentAt ? at : sentAt).toISOString(), server: now.toISOString(), off: Math.abs(at > sentAt ? Math.round((at.getTime() - now.getTime()) / 60_000) : off), bound: clockMinutes })
  }
  if (sentAt.getTime() - at.getTime() > lateHours * 3_600_000) throw new Refusal('tills.too_late', 422, words.tooLate, { at: at.toISOString(), hours: lateHours })
  return at < now ? at : now
}

/** Whether a sale may still be undone as if it had not been: on its own day, and before the store's day was settled. */
export function requireVoidable({ soldOn, today, isSettled, isVoided }: { readonly soldOn: Day, readonly today: Day, readonly isSettled: boolean, readonly isVoided: boolean }): void {
  if (isVoided) throw new Refusal('tills.voided', 409, words.voided)
  if (soldOn !== today) throw new Refusal('tills.other_day', 409, words.otherDay, { day: soldOn })
  if (isSettled) throw new Refusal('tills.settled', 409, words.settled, { day: soldOn })
}

export interface PaidLine { readonly lineNo: number, readonly quantity: string, readonly amountMinor: bigint, readonly points: bigint }

/**
 * The points that what is kept still carries: each line's own part, by quantity (by money where a line has none), rounded down. What goes back is the difference to
 * before; nothing kept carries nothing, so the parts of any row of returns add up to all that was paid.
 */
export function pointsKept(sold: readonly PaidLine[], kept: readonly Pick<PaidLine, 'lineNo' | 'quantity' | 'amountMinor'>[]): bigint {
  return sold.reduce((sum, line) => {
    const left = kept.find(({ lineNo }) => lineNo === line.lineNo)
    if (left === undefined || line.points === 0n) return sum
    const [all, some] = unitsOf(line.quantity) === 0n ? [line.amountMinor, left.amountMinor] : [unitsOf(line.quantity), unitsOf(left.quantity)]
    return sum + (all === 0n ? line.points : line.points * some / all)
  }, 0n)
}

/** Quantities have at most six decimals on the wire. */
const unitsOf = (quantity: string): bigint => {
  const [whole = '0', decimals = ''] = quantity.replace('-', '').split('.')
  return BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0').slice(0, 6))
}

/** Enough of a name for the clerk to ask "is that you?", too little to use: 陈静怡 → 陈**, Ann Lee → A** L**. */
export function maskName(name: string | null): string | null {
  if (name === null || name.trim() === '') return null
  return name.trim().split(/\s+/).map((word) => { const [first = '', ...rest] = word; return first + '*'.repeat(Math.min(2, rest.length)) }).join(' ')
}
