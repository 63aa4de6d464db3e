/** The year of a Chinese tea shop: weekdays, festivals by the sun and the moon, sales days. */
import { Lunar } from 'lunar-typescript'
import { addDays, daysBetween, type Day } from '#foundation/zone.ts'

export interface ShopDay {
  readonly day: Day
  /** Trade of the day against an average day. */
  readonly trade: number
  /** How much of it is presents, 0 to 1. */
  readonly presents: number
  /** New spring tea is in. */
  readonly springTea: boolean
  /** What a bargain day takes off on line, 0 to 1. */
  readonly bargain: number
}

export interface ShopTime {
  readonly days: readonly ShopDay[]
  /** Weeks of average trade from the first morning to the last night. */
  readonly weeks: number
  /** Weeks of shop time before the morning of a day. */
  readonly weeksBefore: (index: number) => number
  /** The day, counted from 0 and with its part, at which so many weeks of shop time have passed. */
  readonly dayAt: (weeks: number) => number
}

const byWeekday = [1.28, 0.86, 0.84, 0.88, 0.92, 1.1, 1.36]
const byMonth = [1.12, 1.0, 1.04, 1.08, 0.98, 0.92, 0.86, 0.88, 1.0, 1.02, 1.08, 1.14]

const solarDay = (year: number, month: number, day: number): Day => Lunar.fromYmd(year, month, day).getSolar().toYmd()

/** Signed days to the nearest of a list of days. */
const distanceTo = (festivals: readonly Day[], day: Day): number =>
  festivals.map((festival) => daysBetween(festival, day)).reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), 9_999)

export function shopTime(firstDay: Day, count: number): ShopTime {
  const years = [...new Set([firstDay, addDays(firstDay, count)].flatMap((day) => [-1, 0, 1].map((step) => Number(day.slice(0, 4)) + step)))]
  const newYears = years.map((year) => solarDay(year, 1, 1))
  const midAutumns = years.map((year) => solarDay(year, 8, 15))
  const dragonBoats = years.map((year) => solarDay(year, 5, 5))
  const raw = Array.from({ length: count }, (_, index) =>
    describe(addDays(firstDay, index), { newYears, midAutumns, dragonBoats }))
  const mean = raw.reduce((sum, day) => sum + day.trade, 0) / count
  const days = raw.map((day) => ({ ...day, trade: day.trade / mean }))
  const before = new Float64Array(count + 1)
  days.forEach((day, index) => { before[index + 1] = (before[index] ?? 0) + day.trade / 7 })
  const weeksBefore = (index: number): number => before[index] ?? 0
  const dayAt = (weeks: number): number => {
    let low = 0, high = count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (weeksBefore(middle) <= weeks) low = middle
      else high = middle - 1
    }
    return low + Math.min((weeks - weeksBefore(low)) / (weeksBefore(low + 1) - weeksBefore(low)), 0.999_999)
  }
  return { days, weeks: weeksBefore(count), weeksBefore, dayAt }
}

interface Festivals { readonly newYears: readonly Day[], readonly midAutumns: readonly Day[], readonly dragonBoats: readonly Day[] }

function describe(day: Day, festivals: Festivals): ShopDay {
  const date = day.slice(5)
  const weekday = byWeekday[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1
  const month = byMonth[Number(day.slice(5, 7)) - 1] ?? 1
  const toNewYear = distanceTo(festivals.newYears, day)
  const toMidAutumn = distanceTo(festivals.midAutumns, day)
  const toDragonBoat = distanceTo(festivals.dragonBoats, day)
  const springTea = date >= '03-20' && date <= '05-10'
  let trade = weekday * month * (springTea ? 1.15 : 1)
  let presents = 0.06
  if (toNewYear >= -21 && toNewYear <= -2) { trade *= 1.2 + 0.03 * (21 + toNewYear); presents = 0.5 }
  else if (toNewYear >= -1 && toNewYear <= 2) trade *= 0.3
  else if (toNewYear >= 3 && toNewYear <= 6) trade *= 0.7
  if (toMidAutumn >= -14 && toMidAutumn <= 0) { trade *= 1.45; presents = 0.45 }
  if (toDragonBoat >= -7 && toDragonBoat <= 0) { trade *= 1.2; presents = 0.25 }
  if (date >= '10-01' && date <= '10-07') trade *= 1.3
  if (date >= '05-01' && date <= '05-05') trade *= 1.2
  let bargain = 0
  if (date >= '11-01' && date <= '11-11') { trade *= date === '11-11' ? 1.8 : 1.25; bargain = 0.2 }
  if (date >= '06-10' && date <= '06-18') { trade *= date === '06-18' ? 1.45 : 1.12; bargain = 0.12 }
  return { day, trade, presents, springTea, bargain }
}
