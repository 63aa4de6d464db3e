/** Weeks, months and quarters as rows of days. Pure. */
import { addDays, type Day } from '#foundation/zone.ts'
import type { CohortPeriod } from './cohorts.schema.ts'

const monthsIn: Readonly<Record<Exclude<CohortPeriod, 'week'>, number>> = { month: 1, quarter: 3 }

/** The first day of the period after the one that begins on `from`. */
export function nextPeriod(from: Day, period: CohortPeriod): Day {
  if (period === 'week') return addDays(from, 7)
  const [year = 0, month = 1] = from.split('-').map(Number)
  const months = month - 1 + monthsIn[period]
  return `${String(year + Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** Every period from the one that begins on `first` to the one that holds `last`. */
export function periodsBetween(first: Day, last: Day, period: CohortPeriod): readonly Day[] {
  const periods: Day[] = []
  for (let from = first; from <= last; from = nextPeriod(from, period)) periods.push(from)
  return periods
}

/** `2010-12`, `2010-Q4`, or the Monday of the week. */
export function nameOf(from: Day, period: CohortPeriod): string {
  if (period === 'week') return from
  if (period === 'month') return from.slice(0, 7)
  return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
}
