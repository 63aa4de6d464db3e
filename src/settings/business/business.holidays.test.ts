/** The table of public holidays: what it holds at first, checked day by day against another source, and what people change in it. */
import { HolidayUtil } from 'lunar-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import type { Holiday, Holidays } from './business.schema.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

const listed = async (year?: number): Promise<Holidays> => (await at.ask('GET', `/api/business/holidays${year === undefined ? '' : `?year=${year}`}`)).json<Holidays>()

describe('public holidays', () => {
  it('are those of the State Council’s notices of 2023 to 2026, with every make-up day', async () => {
    const { country, items, years } = await listed()
    expect([country, years]).toEqual(['CN', [2022, 2023, 2024, 2025, 2026]])
    // lunar-typescript keeps the same notices, entered by other hands. It counts the weekend before New Year's Day 2024, which that notice does not name.
    const theirs = [2023, 2024, 2025, 2026].flatMap((year) => HolidayUtil.getHolidays(year).map((one) => `${one.getDay()} ${one.isWork() ? 'work' : 'off'}`))
    expect(items.map(({ day, kind }) => `${day} ${kind}`).filter((one) => !one.startsWith('2022'))).toEqual(theirs.filter((one) => !['2023-12-30 off', '2023-12-31 off'].includes(one)))
    const span = (year: number, festival: string, kind: Holiday['kind']): readonly string[] => items.filter((one) => one.day.startsWith(`${year}`) && one.festival === festival && one.kind === kind).map(({ day }) => day.slice(5))
    expect([span(2023, 'spring_festival', 'off')[0], span(2023, 'spring_festival', 'off').at(-1), span(2023, 'spring_festival', 'work')]).toEqual(['01-21', '01-27', ['01-28', '01-29']])
    expect([span(2024, 'spring_festival', 'off')[0], span(2024, 'spring_festival', 'off').length, span(2024, 'spring_festival', 'work')]).toEqual(['02-10', 8, ['02-04', '02-18']])
    expect([span(2025, 'spring_festival', 'off')[0], span(2025, 'spring_festival', 'off').length, span(2025, 'mid_autumn', 'off')]).toEqual(['01-28', 8, ['10-06']])
    expect([span(2026, 'spring_festival', 'off')[0], span(2026, 'spring_festival', 'off').length, span(2026, 'spring_festival', 'work'), span(2026, 'mid_autumn', 'off')]).toEqual(['02-15', 9, ['02-14', '02-28'], ['09-25', '09-26', '09-27']])
    expect(items.every(({ source }) => /^国务院办公厅 国办发明电〔20\d\d〕\d+号$/.test(source))).toBe(true)
  })

  it('are added, changed and taken away by those who may', async () => {
    const day = { day: '2027-02-06', kind: 'off', festival: 'spring_festival', nameZh: '春节', nameEn: 'Spring Festival', source: 'notice' } as const
    expect((await at.ask('PUT', '/api/business/holidays', day)).json()).toEqual({ ...day, country: 'CN' })
    expect((await at.ask('PUT', '/api/business/holidays', { ...day, source: 'another' })).json()).toMatchObject({ source: 'another' })
    expect((await listed(2027)).items).toHaveLength(1)
    expect((await at.ask('PUT', '/api/business/holidays', { ...day, day: '2027-02-30' })).json()).toMatchObject({ code: 'business.no_such_day' })
    expect((await at.askAs(['business.read'], 'DELETE', '/api/business/holidays/2027-02-06')).statusCode).toBe(403)
    expect((await at.ask('DELETE', '/api/business/holidays/2027-02-06')).statusCode).toBe(200)
    expect((await at.ask('DELETE', '/api/business/holidays/2027-02-06')).json()).toMatchObject({ code: 'business.no_such_holiday' })
  })

  it('are empty and editable for another country', async () => {
    const before = (await at.ask('GET', '/api/business')).json<{ version: number }>()
    await at.ask('PUT', '/api/business', { name: 'Shop', country: 'GB', zone: 'Europe/London', currency: 'GBP', version: before.version })
    expect(await listed()).toEqual({ country: 'GB', items: [], years: [] })
    await at.ask('PUT', '/api/business/holidays', { day: '2026-12-26', kind: 'off', festival: 'boxing_day', nameZh: '节礼日', nameEn: 'Boxing Day', source: '' })
    expect((await listed()).items.map(({ country, day }) => [country, day])).toEqual([['GB', '2026-12-26']])
  })
})
