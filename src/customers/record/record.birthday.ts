/** Birthdays, solar and lunar: which exist, how they are said, and when the next one is. Pure. */
import { LunarMonth, LunarYear, Lunar } from 'lunar-typescript'
import { addDays, isDay, type Day } from '#foundation/zone.ts'
import type { Sentence } from '#foundation/words.ts'

export interface Birthday {
  readonly calendar: 'solar' | 'lunar'
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** The month is the leap one of that lunar year. */
  readonly leap: boolean
}

const solarDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (n: number): string => String(n).padStart(2, '0')

/** What is wrong with it, or undefined where such a day exists. */
export function birthdayFault({ calendar, year, month, day, leap }: Birthday): Sentence | undefined {
  if (year !== null && (year < 1880 || year > 2200)) return { zh: '出生年份应在 1880 到 2200 之间。', en: 'The year of birth should be between 1880 and 2200.' }
  if (calendar === 'solar') {
    if (leap) return { zh: '公历没有闰月。', en: 'The solar calendar has no leap month.' }
    const exists = year === null ? day <= (solarDays[month - 1] ?? 0) : isDay(`${year}-${two(month)}-${two(day)}`)
    return exists ? undefined : { zh: '公历没有这一天。', en: 'There is no such day in the solar calendar.' }
  }
  if (year === null) {
    if (leap) return { zh: '闰月生日须写明出生年份，才能知道那年有没有这个闰月。', en: 'A birthday in a leap month needs the year, to know whether that year had it.' }
    return day <= 30 ? undefined : { zh: '农历一个月最多 30 天。', en: 'A lunar month has at most 30 days.' }
  }
  const inYear = LunarMonth.fromYm(year, leap ? -month : month)
  if (inYear === null) return { zh: '那一年没有这个闰月。', en: 'That lunar year has no such leap month.' }
  return day <= inYear.getDayCount() ? undefined : { zh: '那一年的这个月没有三十。', en: 'That month of that lunar year has no thirtieth day.' }
}

/**
 * The solar day on which the birthday next falls, from a day on. A lunar thirtieth in a month of 29 days is kept on the 29th; a leap month that the year
 * lacks is kept in the ordinary month; 29 February on the 28th.
 */
export function nextBirthday(birthday: Birthday, from: Day): Day {
  const year = Number(from.slice(0, 4))
  // A lunar year ends in the solar year after it.
  for (let next = birthday.calendar === 'solar' ? year : year - 1; ; next += 1) {
    const day = birthday.calendar === 'solar' ? solarIn(birthday, next) : lunarIn(birthday, next)
    if (day >= from) return day
  }
}

function solarIn({ month, day }: Birthday, year: number): Day {
  const text = `${year}-${two(month)}-${two(day)}`
  return isDay(text) ? text : addDays(`${year}-03-01`, -1)
}

/** Worked out from the sun and the moon, which takes a while, and few: each is worked out once. */
const knownLunar = new Map<string, Day>()
const mostLunar = 20_000

function lunarIn(birthday: Birthday, year: number): Day {
  const key = `${year} ${birthday.month} ${birthday.day} ${birthday.leap}`
  const day = knownLunar.get(key) ?? findLunar(birthday, year)
  if (knownLunar.size >= mostLunar) knownLunar.clear()
  knownLunar.set(key, day)
  return day
}

function findLunar({ month, day, leap }: Birthday, year: number): Day {
  const signed = leap && LunarYear.fromYear(year).getLeapMonth() === month ? -month : month
  const days = LunarMonth.fromYm(year, signed)?.getDayCount() ?? 29
  return Lunar.fromYmd(year, signed, Math.min(day, days)).getSolar().toYmd()
}

const lunarMonths = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const lunarDay = (day: number): string => {
  if (day <= 10) return `初${digits[day - 1] ?? ''}`
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  return `${day < 20 ? '十' : '廿'}${digits[(day % 10) - 1] ?? ''}`
}

/** `农历八月初三`, `1990-05-04`, in both languages. */
export function birthdayWords({ calendar, year, month, day, leap }: Birthday): Sentence {
  if (calendar === 'solar') {
    return { zh: `${year === null ? '' : `${year} 年 `}${month} 月 ${day} 日`, en: `${year === null ? '' : `${year}-`}${two(month)}-${two(day)}` }
  }
  return {
    zh: `农历${year === null ? '' : ` ${year} 年`}${leap ? '闰' : ''}${lunarMonths[month - 1] ?? ''}月${lunarDay(day)}`,
    en: `lunar ${year === null ? '' : `${year}, `}${leap ? 'leap ' : ''}month ${month}, day ${day}`
  }
}
