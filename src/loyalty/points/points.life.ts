/** When points begin and end. Pure; local days of the business. */
import { addDays, addMonths, endOfMonth, type Day } from '#foundation/zone.ts'
import type { CurrencyPolicy } from './points.schema.ts'

/** The first and the last day on which points earned on a day may be spent; null: at once, never. */
export function lifeOf(earnedOn: Day, { pendingDays, ttl }: Pick<CurrencyPolicy, 'pendingDays' | 'ttl'>): { readonly maturesOn: Day | null, readonly expiresOn: Day | null } {
  return { maturesOn: pendingDays === 0 ? null : addDays(earnedOn, pendingDays), expiresOn: ttl === null ? null : endOf(addMonths(earnedOn, ttl.months), ttl.until) }
}

/** `day`: the day before it, so that twelve months are exactly twelve months; `month`, `year`: the end of the month or year it falls in. */
function endOf(day: Day, until: 'day' | 'month' | 'year'): Day {
  if (until === 'day') return addDays(day, -1)
  return until === 'year' ? `${day.slice(0, 4)}-12-31` : endOfMonth(day)
}
