import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAmountReader, createDecimalWatch, plainQuantity } from './amounts.ts'
import { createWall } from './clockwork.ts'
import { spread } from './facts.ts'
import { createQuickTime, readTime } from './times.ts'
import { createTokens } from './tokens.ts'

const read = (text: string, decimal?: '.' | ',') => createAmountReader(decimal, () => undefined).read(text)
const shanghai = createWall('Asia/Shanghai')
const at = (text: string, order: 'dmy' | 'mdy' = 'dmy', zone = 'Asia/Shanghai') => {
  const found = readTime(text, { wall: createWall(zone), order, latest: Date.parse('2027-01-01T00:00:00Z') })
  return typeof found === 'number' ? new Date(found).toISOString() : found
}

describe('amounts', () => {
  it.each([
    ['1,234.56', 12_345_600], ['1.234,56', 12_345_600], ['￥1，234.56', 12_345_600], ['１２３.４５', 1_234_500], ['-88', -880_000], ['(88.00)', -880_000], ['88-', -880_000], ['¥ 88 元', 880_000],
    ['US$1,000', 10_000_000], ['0.005', 50], ['12,5', 125_000], ['1 234,5', 12_345_000], ['−3', -30_000], ['.5', 5_000], ['1e3', 'amount_wrong'], ['abc', 'amount_wrong'], ['1.2.3', 'amount_wrong'],
    ['12,34,5', 'amount_wrong'], ['(5', 'amount_wrong'], ['99999999999999999999', 'amount_large'], ['0x10', 'amount_wrong'], ['Infinity', 'amount_wrong']
  ])('reads %s', (text, expected) => { expect(read(text)).toBe(expected) })

  it('lets the column decide what 1,234 and 1.234 are', () => {
    expect([read('1,234'), read('1,234', ','), read('1.234'), read('1.234', ',')]).toEqual([12_340_000, 12_340, 12_340, 12_340_000])
    const watch = createDecimalWatch()
    for (const text of ['1.234', '12,50']) watch.see(text)
    expect(watch.found()).toBe(',')
  })

  it('reads what plainQuantity writes, and rounds five decimals with a note', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (minor) => read(plainQuantity(minor)) === minor || (minor === 0 && read('0') === 0)))
    let notes = 0
    expect([createAmountReader('.', () => { notes++ }).read('12.30000000000001'), notes]).toEqual([123_000, 1])
  })

  it('never answers anything but a safe whole number or a reason', () => {
    fc.assert(fc.property(fc.string(), (text) => { const found = read(text); return typeof found === 'string' || Number.isSafeInteger(found) }))
  })
})

describe('times', () => {
  it.each([
    ['2026-03-01 10:00:00', '2026-03-01T02:00:00.000Z'], ['2026/3/1', '2026-02-28T16:00:00.000Z'], ['2026年3月1日', '2026-02-28T16:00:00.000Z'], ['2026年3月1日 上午9时05分', '2026-03-01T01:05:00.000Z'],
    ['31.12.2025', '2025-12-30T16:00:00.000Z'], ['45000', '2023-03-14T16:00:00.000Z'], ['2026-03-29T02:30:00+02:00', '2026-03-29T00:30:00.000Z'], ['2026-03-01 10:00:00 +0800', '2026-03-01T02:00:00.000Z'],
    ['20260301', '2026-02-28T16:00:00.000Z'], ['12-Mar-2026', '2026-03-11T16:00:00.000Z'], ['Mar 12, 2026 3:04 PM', '2026-03-12T07:04:00.000Z'], ['1772330400', '2026-03-01T02:00:00.000Z'],
    ['2026-02-31', 'time_impossible'], ['2026-03-01 25:00:00', 'time_impossible'], ['1969-12-31', 'time_early'], ['2999-01-01', 'time_late'], ['yesterday', 'time_wrong'], ['1/2', 'time_wrong']
  ])('reads %s', (text, expected) => { expect(at(text)).toBe(expected) })

  it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])('takes the first moment of 1970 in %s and not the last before it', (zone) => {
    expect(at('1969-12-31 23:59:59', 'dmy', zone)).toBe('time_early')
    expect(at('1970-01-01 00:00:00', 'dmy', zone)).toMatch(/^19(69-12-31|70-01-01)T/)
  })

  it('reads 03/04/2026 by the order of the column', () => {
    expect([at('03/04/2026', 'dmy', 'UTC'), at('03/04/2026', 'mdy', 'UTC')]).toEqual(['2026-04-03T00:00:00.000Z', '2026-03-04T00:00:00.000Z'])
  })

  it('moves a time that the clocks skip forward, and takes the first of one that comes twice', () => {
    expect([at('2026-03-29 02:30:00', 'dmy', 'Europe/Berlin'), at('2026-10-25 02:30:00', 'dmy', 'Europe/Berlin')]).toEqual(['2026-03-29T01:30:00.000Z', '2026-10-25T00:30:00.000Z'])
  })

  it('reads bytes as it reads texts, or leaves them to it', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'))
    const year = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('2025', '2026') }, fc.constantFrom('0000', '1969', '1970', '2027', '2999', '20a6'))
    const day = fc.tuple(year, fc.constantFrom('-', '/', '.'), two(13), two(32)).map(([y, sign, m, d]) => [y, m, d].join(sign === '.' ? '-' : sign) + (sign === '.' ? '.' : ''))
    const clock = fc.tuple(fc.constantFrom(' ', 'T', '_'), two(25), two(60), two(60)).map(([sign, h, m, s]) => `${sign}${h}:${m}:${s}`)
    const text = fc.oneof({ weight: 3, arbitrary: fc.tuple(day, clock).map((parts) => parts.join('')) }, day, fc.constantFrom('2026-03-29 02:30:00', '2026-10-25 02:30:00', '2026-03-01 24:00:00', '0000-00-00', '2026:03:01', '1/3/2026', ''))
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'Pacific/Kiritimati'), (texts, zone) => {
      const rules = { wall: createWall(zone), order: 'dmy' as const, latest: Date.parse('2026-12-15T09:00:00Z') }
      const quick = createQuickTime(rules)
      for (const one of texts) {
        const found = quick(Buffer.from(`,${one},`), 1, one.length + 1)
        const known = readTime(one, rules)
        if (!Number.isNaN(found)) expect([one, found]).toEqual([one, known])
        else if (/^202[56]([-/])\d\d\1\d\d([ T]\d\d:\d\d:\d\d)?$/.test(one)) expect([one, typeof known]).toEqual([one, 'string'])
      }
    }), { numRuns: 500 })
  })

  it('goes from instant to wall and back in zones with and without summer time', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_767_000_000 }), fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'), (seconds, zone) => {
      const wall = createWall(zone)
      const ms = seconds * 1_000
      const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(ms)
      const back = wall.instantOf(Date.parse(`${written.replace(' ', 'T')}Z`))
      return wall.dayOf(ms) === written.slice(0, 10) && (back === ms || Math.abs(back - ms) <= 3_600_000)
    }), { numRuns: 200 })
    expect(shanghai.dayOf(Date.parse('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
  })
})

describe('rows', () => {
  const tokenise = (pieces: readonly string[], delimiter = ',') => {
    const rows: string[][] = []
    const tokens = createTokens({ delimiter, onRow: (cells) => rows.push(cells), onOpenQuote: () => rows.push(['open']) })
    for (const piece of pieces) tokens.push(piece)
    tokens.end()
    return rows
  }

  it('reads back any cells that were quoted, wherever the pieces are cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '茶', ';'), maxLength: 6 })
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (rows, cut) => {
      const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
      const pieces = Array.from({ length: Math.ceil(text.length / cut) }, (_, i) => text.slice(i * cut, (i + 1) * cut))
      expect(tokenise(pieces)).toEqual(rows)
    }))
  })

  it('stops at a line without an end after a megabyte, whatever still comes', () => {
    const tokens = createTokens({ delimiter: ',', onRow: () => undefined, onOpenQuote: () => undefined })
    let pieces = 0
    expect(() => { for (; pieces < 2_048; pieces++) tokens.push('x'.repeat(1_048_576)) }).toThrow('longer than a million')
    expect(pieces).toBeLessThan(3)
  })

  it('loses only its own line to a quote that never closes', () => {
    expect(tokenise(['a,b\n1,"open\n2,x\n3,y\n'])).toEqual([['a', 'b'], ['open'], ['2', 'x'], ['3', 'y']])
  })

  it('spreads a total over lines without losing anything', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 }), (total, weights) =>
      spread(total, weights).reduce((sum, part) => sum + part, 0) === total))
  })
})
