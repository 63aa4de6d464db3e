/**
 * The days of a year that sell differently: public holidays with the weekend days worked for them (调休), lunar festivals, and the weeks that lead up to the great
 * ones. Public holidays are what the notices say (settings/business); a Chinese year without a notice has the days fixed by law, without 调休. Pure.
 */
import { Lunar, Solar } from 'lunar-typescript'
import { addDays, type Day } from '#foundation/zone.ts'
import type { Sentence } from '#foundation/words.ts'
import { occasionNames } from './forecast.occasions.words.ts'

export type OccasionKind = 'off' | 'work' | 'festival' | 'before'

/** One day of something that comes again. `key` is the same every year; `expected`: no notice has said so yet. */
export interface Occasion { readonly day: Day, readonly key: string, readonly kind: OccasionKind, readonly name: Sentence, readonly expected: boolean }

export interface HolidayRow { readonly day: Day, readonly kind: 'off' | 'work', readonly festival: string, readonly nameZh: string, readonly nameEn: string }

const lunarDay = (year: number, month: number, day: number): Day => Lunar.fromYmd(year, month, day).getSolar().toYmd()

/** Clear and bright: the solar term, 4 or 5 April. */
const qingming = (year: number): Day => Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()['清明']?.toYmd() ?? `${year}-04-05`

const run = (first: Day, count: number): readonly Day[] => Array.from({ length: count }, (_, i) => addDays(first, i))

/** The days off that the law fixes (全国年节及纪念日放假办法, as amended in 2007, 2013 and, for 2025 on, 2024), before any 调休. */
function byLaw(year: number): readonly { readonly key: keyof typeof occasionNames, readonly days: readonly Day[] }[] {
  const newYear = lunarDay(year, 1, 1)
  const eve = year >= 2025 || (year >= 2008 && year <= 2013)
  return [
    { key: 'new_year', days: [`${year}-01-01`] },
    { key: 'spring_festival', days: year >= 2025 ? run(addDays(newYear, -1), 4) : run(addDays(newYear, eve ? -1 : 0), 3) },
    { key: 'qingming', days: [qingming(year)] },
    { key: 'labour_day', days: run(`${year}-05-01`, year >= 2025 ? 2 : 1) },
    { key: 'dragon_boat', days: [lunarDay(year, 5, 5)] },
    { key: 'mid_autumn', days: [lunarDay(year, 8, 15)] },
    { key: 'national_day', days: run(`${year}-10-01`, 3) }
  ]
}

/** Days before a festival in which people already buy for it. */
const leads = [
  { of: 'spring_festival', key: 'before_spring_festival', days: 14 }, { of: 'mid_autumn', key: 'before_mid_autumn', days: 10 }, { of: 'dragon_boat', key: 'before_dragon_boat', days: 7 }
] as const

/** Lunar festivals on which nobody is off and much is bought. */
const lunarFestivals = [{ key: 'lantern', month: 1, day: 15 }, { key: 'qixi', month: 7, day: 7 }, { key: 'double_ninth', month: 9, day: 9 }] as const

/** Every occasion between two days, both counted in. A day may have several. */
export function occasionsBetween(from: Day, to: Day, country: string, holidays: readonly HolidayRow[]): readonly Occasion[] {
  const occasions: Occasion[] = holidays.map(({ day, kind, festival, nameZh, nameEn }) =>
    (kind === 'work' ? { day, key: 'make_up', kind, name: occasionNames.make_up, expected: false } : { day, key: festival, kind, name: { zh: nameZh, en: nameEn }, expected: false }))
  if (country === 'CN') {
    for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year += 1) occasions.push(...chineseYear(year, holidays))
  }
  return occasions.filter(({ day }) => day >= from && day <= to).toSorted((a, b) => (a.day === b.day ? (a.key < b.key ? -1 : 1) : a.day < b.day ? -1 : 1))
}

function chineseYear(year: number, holidays: readonly HolidayRow[]): readonly Occasion[] {
  // The notice of a year may begin with the last days of the year before: only what lies after January tells that a year has one.
  const hasNotice = holidays.some(({ day, kind }) => kind === 'off' && day > `${year}-01-31` && day <= `${year}-12-30`)
  const lawful = byLaw(year)
  const occasions: Occasion[] = hasNotice ? [] : lawful.flatMap(({ key, days }) => days.map((day) => ({ day, key, kind: 'off' as const, name: occasionNames[key], expected: true })))
  for (const { key, month, day } of lunarFestivals) occasions.push({ day: lunarDay(year, month, day), key, kind: 'festival', name: occasionNames[key], expected: false })
  for (const { of, key, days } of leads) {
    const off = hasNotice ? holidays.filter((row) => row.kind === 'off' && row.festival === of && row.day.startsWith(`${year}-`)).map(({ day }) => day) : []
    const first = [...off, ...(lawful.find((one) => one.key === of)?.days ?? [])].toSorted()[0]
    if (first === undefined) continue
    for (const day of run(addDays(first, -days), days)) occasions.push({ day, key, kind: 'before', name: occasionNames[key], expected: false })
  }
  return occasions
}
