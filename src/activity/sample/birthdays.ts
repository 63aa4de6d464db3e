/** Birthdays as people give them: by the sun, or by the moon, where a few were born in a leap month. */
import { LunarYear } from 'lunar-typescript'
import type { Random } from '#foundation/random.ts'
import { sampleTruth } from './truth.ts'

export interface Birthday {
  readonly calendar: 'solar' | 'lunar'
  /** Of the calendar in question; null where it was not given. */
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly leap: boolean
}

interface LunarMonth { readonly month: number, readonly days: number, readonly leap: boolean }

/** Draws a birthday in a year. The months of each lunar year are worked out once, for they take half a millisecond. */
export function birthdayMaker(): (random: Random, year: number) => Birthday {
  const monthsOf = new Map<number, readonly LunarMonth[]>()
  const lunarMonths = (year: number): readonly LunarMonth[] => {
    const known = monthsOf.get(year)
    if (known) return known
    const months = LunarYear.fromYear(year).getMonthsInYear()
      .map((month) => ({ month: Math.abs(month.getMonth()), days: month.getDayCount(), leap: month.isLeap() }))
    monthsOf.set(year, months)
    return months
  }
  const lunar = (random: Random, year: number): Omit<Birthday, 'calendar' | 'year'> => {
    const months = lunarMonths(year)
    let rest = random.int(months.reduce((sum, month) => sum + month.days, 0))
    for (const month of months) {
      if (rest < month.days) return { month: month.month, day: rest + 1, leap: month.leap }
      rest -= month.days
    }
    throw new RangeError(`no such day in the lunar year ${year}`)
  }
  const solar = (random: Random, year: number): Omit<Birthday, 'calendar' | 'year'> => {
    const date = new Date(Date.UTC(year, 0, 1 + random.int(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365)))
    return { month: date.getUTCMonth() + 1, day: date.getUTCDate(), leap: false }
  }
  return (random, year) => {
    const byMoon = random.next() < sampleTruth.share.lunarBirthday
    const told = random.next() >= sampleTruth.share.birthYearUnknown
    const place = byMoon ? lunar(random, year) : solar(random, year)
    // A leap month without its year cannot be checked by anyone, so who names one also names the year.
    return { calendar: byMoon ? 'lunar' : 'solar', year: told || place.leap ? year : null, ...place }
  }
}
