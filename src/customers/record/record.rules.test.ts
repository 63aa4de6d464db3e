import fc from 'fast-check'
import { Lunar, LunarYear } from 'lunar-typescript'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#foundation/zone.ts'
import { birthdayFault, birthdayWords, nextBirthday, type Birthday } from './record.birthday.ts'
import { checkCustom } from './record.fields.ts'
import { createSpeller, spell } from './record.names.ts'
import { findRegion, isRegion, regionName, regionPrefix, regions, type Region } from './record.regions.ts'
import type { Field } from './record.schema.ts'

describe('spelling', () => {
  it('spells many as it spells one', () => {
    const next = createSpeller()
    const part = fc.string({ unit: fc.constantFrom(...'顾客会员单曾解王一二千几第重长行乐欧阳T卡 07'), maxLength: 5 })
    fc.assert(fc.property(part, fc.nat(99_999), (word, number) => { for (const name of [word, `${word}${number}`]) expect(next(name)).toEqual(spell(name)) }))
  })
  it.each([
    ['单雄信', 'shanxiongxin', 'sxx', 'xiongxin'], ['曾国藩', 'zengguofan', 'zgf', 'guofan'], ['解晓东', 'xiexiaodong', 'xxd', 'xiaodong'], ['欧阳修', 'ouyangxiu', 'oyx', 'xiu'],
    ['吕布', 'lvbu', 'lb', 'bu'], ['John Smith', 'johnsmith', 'js', 'smith'], ['Zoë O’Neil', 'zoeoneil', 'zon', 'neil'], ['陈Jenny', 'chenjenny', 'cj', 'jenny']
  ])('%s', (name, full, initials, given) => { expect(spell(name)).toEqual({ pinyin: full, initials, givenPinyin: given }) })

  it('never fails, and writes only letters and digits', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      const { pinyin, initials } = spell(name)
      expect(pinyin ?? '').toMatch(/^[a-z0-9]{0,120}$/)
      expect((pinyin ?? '').startsWith((initials ?? '').slice(0, 1))).toBe(true)
    }))
  })
})

const born = (text: string, leap = false): Birthday => {
  const [calendar, year, month, day] = text.split(' ')
  return { calendar: calendar === 'lunar' ? 'lunar' : 'solar', year: year === '-' ? null : Number(year), month: Number(month), day: Number(day), leap }
}

describe('birthdays', () => {
  it.each(['solar 2024 2 29', 'solar - 2 29', 'lunar 1990 8 3', 'lunar - 12 30'])('%s exists', (text) => { expect(birthdayFault(born(text))).toBeUndefined() })
  it.each(['solar 2023 2 29', 'solar 2023 4 31', 'lunar 2024 1 30', 'lunar - 1 31', 'solar 1700 1 1'])('%s does not exist', (text) => { expect(birthdayFault(born(text))).toBeDefined() })

  it('knows which years have which leap month', () => {
    expect(birthdayFault(born('lunar 2023 2 29', true))).toBeUndefined()
    expect(birthdayFault(born('lunar 2023 2 30', true))?.zh).toContain('三十')
    expect(birthdayFault(born('lunar 2024 2 1', true))).toBeDefined()
    expect(birthdayFault(born('lunar - 2 1', true))).toBeDefined()
    expect(birthdayFault(born('solar 2023 2 1', true))).toBeDefined()
  })

  it.each([
    ['lunar 1990 8 3', false, '2026-01-01', '2026-09-13'], ['solar 2000 2 29', false, '2026-03-01', '2027-02-28'], ['solar 2000 2 29', false, '2027-12-01', '2028-02-29'],
    ['lunar 1990 12 20', false, '2026-01-05', '2026-02-07'], ['lunar 2023 2 10', true, '2023-03-01', '2023-03-31'], ['lunar 2023 2 10', true, '2024-01-01', '2024-03-19']
  ])('%s next falls on the right day', (text, leap, from, day) => { expect(nextBirthday(born(text, leap), from)).toBe(day) })

  it('keeps a thirtieth on the last day of a month that has only 29', () => {
    fc.assert(fc.property(fc.integer({ min: 1950, max: 2080 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const day = nextBirthday({ calendar: 'lunar', year: null, month, day: 30, leap: false }, `${year}-03-01`)
      const lunar = Lunar.fromDate(new Date(`${day}T12:00:00`))
      expect(lunar.getMonth()).toBe(month)
      const tomorrow = Lunar.fromDate(new Date(`${addDays(day, 1)}T12:00:00`))
      expect(tomorrow.getDay()).toBe(1)
    }))
  })

  it('comes back within thirteen months for every birthday there is', () => {
    fc.assert(fc.property(fc.integer({ min: 1930, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }), fc.boolean(), fc.integer({ min: 0, max: 20_000 }), (year, month, day, lunar, offset) => {
      const leap = lunar && LunarYear.fromYear(year).getLeapMonth() === month
      const birthday: Birthday = { calendar: lunar ? 'lunar' : 'solar', year, month, day: !lunar && month === 2 ? Math.min(day, 28) : day, leap }
      expect(birthdayFault(birthday)).toBeUndefined()
      const from = addDays('2000-01-01', offset)
      const next = nextBirthday(birthday, from)
      expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0)
      expect(daysBetween(from, next)).toBeLessThan(400)
    }))
  })

  it('is said in both languages', () => {
    expect([birthdayWords(born('lunar - 8 3')).zh, birthdayWords(born('lunar 2023 2 30', true)).zh, birthdayWords(born('lunar - 12 20')).zh, birthdayWords(born('lunar - 11 11')).zh, birthdayWords(born('solar 1990 5 4')).en])
      .toEqual(['农历八月初三', '农历 2023 年闰二月三十', '农历腊月二十', '农历冬月十一', '1990-05-04'])
  })
})

describe('regions', () => {
  const every = (list: readonly Region[]): readonly Region[] => list.flatMap((region) => [region, ...every(region.children)])

  it('have one code each, inside the code above, and a name', () => {
    const all = every(regions)
    expect(new Set(all.map((region) => region.code)).size).toBe(all.length)
    for (const region of all) for (const child of region.children) expect(child.code.startsWith(regionPrefix(region.code))).toBe(true)
    for (const code of ['110000', '330106', '710100', '810001', '820008']) expect(isRegion(code)).toBe(true)
    expect([regionName('330106'), regionName('110101'), regionName('810001'), regionName('Bavaria'), regionName(null)]).toEqual(['浙江省 杭州市 西湖区', '北京市 东城区', '香港特别行政区 中西区', 'Bavaria', null])
  })

  it.each([
    ['浙江省杭州市西湖区文三路 1 号', '330106'], ['浙江 杭州', '330100'], ['浙江省', '330000'], ['北京市朝阳区', '110105'], ['上海浦东新区', '310115'], ['广东省 深圳市 南山区', '440305'],
    ['广西壮族自治区南宁市', '450100'], ['内蒙古呼和浩特市', '150100'], ['香港特别行政区湾仔区', '810002'], ['台湾省台北市', '710100'], ['United Kingdom', undefined], ['', undefined]
  ])('%s', (text, code) => { expect(findRegion(text)).toBe(code) })

  it('finds every region by its own name', () => {
    const all = every(regions)
    fc.assert(fc.property(fc.constantFrom(...all), (region) => {
      const found = findRegion(regionName(region.code) ?? '')
      expect(regionName(found ?? null)).toBe(regionName(region.code))
    }), { numRuns: 500 })
  })
})

describe('own fields', () => {
  const field = (type: Field['type'], choices: string[] = []): Field => ({ key: 'x', label: { zh: '茶', en: 'tea' }, type, choices, position: 0, version: 1 })
  it('take values of their type and refuse others by name', () => {
    expect([checkCustom({ x: 5 }, [field('number')]), checkCustom({ x: '2026-02-28' }, [field('date')]), checkCustom({ x: null }, [field('text')]), checkCustom({ x: '绿茶' }, [field('choice', ['绿茶'])])])
      .toEqual([{ x: 5 }, { x: '2026-02-28' }, {}, { x: '绿茶' }])
    for (const [type, value] of [['number', '5'], ['date', '2026-02-30'], ['choice', '红茶'], ['boolean', 1], ['text', 5]] as const) expect(() => checkCustom({ x: value }, [field(type, ['绿茶'])])).toThrow('The value')
    expect(() => checkCustom({ y: 1 }, [field('number')])).toThrow('no custom field')
  })
})
