/** When points begin and end. Pure; local days of the business. */
import { addDays, type Day } from '#foundation/zone.ts'
import type { CurrencyPolicy } from './points.schema.ts'

/** The first and the last day on which points earned on a day may be spent; null: at once, never. */
export function lifeOf(earnedOn: Day, { pendingDays, ttl }: Pick<CurrencyPolicy, 'pendingDays' | 'ttl'>): { readonly maturesOn: Day | null, readonly expiresOn: Day | null } {
  return { maturesOn: pendingDays === 0 ? null : addDays(earnedOn, pendingDays), expiresOn: ttl === null ? null : endOf(addMonths(earnedOn, ttl.months), ttl.until) }
}

/** The same day of a later month, or that month's last: 31 January + 1 month = 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10)
}

/** `day`: the day before it, so that twelve months are exactly twelve months; `month`, `year`: the end of the month or year it falls in. */
function endOf(day: Day, until: 'day' | 'month' | 'year'): Day {
  if (until === 'day') return addDays(day, -1)
  if (until === 'year') return `${day.slice(0, 4)}-12-31`
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
}
