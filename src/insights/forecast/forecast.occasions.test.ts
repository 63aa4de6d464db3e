/** Lunar festivals against published dates, the law where no notice is known, make-up days where one is. */
import { describe, expect, it } from 'vitest'
import { occasionsBetween, type HolidayRow, type Occasion } from './forecast.occasions.ts'

const year = (of: number, holidays: readonly HolidayRow[] = [], country = 'CN'): readonly Occasion[] => occasionsBetween(`${of}-01-01`, `${of}-12-31`, country, holidays)
const days = (occasions: readonly Occasion[], key: string): readonly string[] => occasions.filter((one) => one.key === key).map(({ day }) => day.slice(5))

describe('occasions', () => {
  // Published calendars: the first day of the lunar year, Lantern, Dragon Boat, Qixi, Mid-Autumn, Double Ninth; 2023 and 2025 have a leap month between them.
  it.each([
    [2023, '01-22', '02-05', '06-22', '08-22', '09-29', '10-23'], [2024, '02-10', '02-24', '06-10', '08-10', '09-17', '10-11'],
    [2025, '01-29', '02-12', '05-31', '08-29', '10-06', '10-29'], [2026, '02-17', '03-03', '06-19', '08-19', '09-25', '10-18']
  ] as const)('finds the lunar festivals of %i', (of, newYear, lantern, dragonBoat, qixi, midAutumn, doubleNinth) => {
    const found = year(of)
    expect(days(found, 'spring_festival')).toContain(newYear)
    expect([days(found, 'lantern'), days(found, 'dragon_boat'), days(found, 'qixi'), days(found, 'mid_autumn'), days(found, 'double_ninth')]).toEqual([[lantern], [dragonBoat], [qixi], [midAutumn], [doubleNinth]])
    expect(days(found, 'before_spring_festival')).toHaveLength(14)
  })

  it('takes the law where no notice is known, and says so: eve and two days of May from 2025 on', () => {
    expect(days(year(2027), 'spring_festival')).toEqual(['02-05', '02-06', '02-07', '02-08'])
    expect(days(year(2024), 'spring_festival')).toEqual(['02-10', '02-11', '02-12'])
    expect([days(year(2027), 'labour_day'), days(year(2024), 'labour_day'), days(year(2027), 'qingming'), days(year(2026), 'qingming')]).toEqual([['05-01', '05-02'], ['05-01'], ['04-05'], ['04-05']])
    expect(year(2027).filter(({ kind }) => kind === 'off').every(({ expected }) => expected)).toBe(true)
    expect(year(2027).some(({ kind }) => kind === 'work')).toBe(false)
  })

  it('takes the notice where there is one, with its make-up days, and the weeks before from its first day off', () => {
    const row = (day: string, kind: 'off' | 'work', festival: string): HolidayRow => ({ day, kind, festival, nameZh: '名', nameEn: 'name' })
    const notice = [row('2026-02-14', 'work', 'spring_festival'), ...['15', '16', '17', '18'].map((day) => row(`2026-02-${day}`, 'off', 'spring_festival')), row('2026-10-01', 'off', 'national_day')]
    const found = year(2026, notice)
    expect([days(found, 'spring_festival'), days(found, 'make_up'), days(found, 'national_day'), days(found, 'labour_day')]).toEqual([['02-15', '02-16', '02-17', '02-18'], ['02-14'], ['10-01'], []])
    expect([days(found, 'before_spring_festival')[0], days(found, 'before_spring_festival').at(-1)]).toEqual(['02-01', '02-14'])
    expect(found.some(({ expected }) => expected)).toBe(false)
  })

  it('knows nothing of another country but what is in its table', () => {
    expect(year(2026, [], 'GB')).toEqual([])
    expect(year(2026, [{ day: '2026-12-26', kind: 'off', festival: 'boxing_day', nameZh: '节礼日', nameEn: 'Boxing Day' }], 'GB').map(({ key }) => key)).toEqual(['boxing_day'])
  })
})
