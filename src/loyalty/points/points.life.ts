/** When points begin and end. Pure; local days of the business. */
import { addDays, type Day } from '#foundation/zone.ts'
import type { CurrencyPolicy } from './points.schema.ts'

/** The first and the last day on which points earned on a day may be spent; null: at once, never. */
export function lifeOf(earnedOn: Day, { pendingDays, ttl }: Pick<CurrencyPolicy, 'pendingDays' | 'ttl'>): { readonly maturesOn: Day | null, readonly expiresOn: Day | null } {
  return { maturesOn: pendingDays === 0 ? null : addDays(earnedOn, pendingDays), expiresOn: ttl === null ? null : endOf(addMonths(earnedOn, ttl.months), ttl.until) }
}

/** The same day of a later month, or that month's last: 31 January + 1 month = 28 or 29 February. By numbers alone: every lot that is earned asks. */
export function addMonths(day: Day, months: number): Day {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(all / 12), all % 12 + 1]
  return dayText(year, month, Math.min(Number(day.slice(8, 10)), daysOf(year, month)))
}

/** `day`: the day before it, so that twelve months are exactly twelve months; `month`, `year`: the end of the month or year it falls in. */
function endOf(day: Day, until: 'day' | 'month' | 'year'): Day {
  if (until === 'day') return addDays(day, -1)
  const year = Number(day.slice(0, 4))
  const month = until === 'year' ? 12 : Number(day.slice(5, 7))
  return dayText(year, month, daysOf(year, month))
}

const daysOf = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
const dayText = (year: number, month: number, date: number): Day => `${`${year}`.padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
