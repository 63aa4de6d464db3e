import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, dayIn, dayOf, daysBetween, isDay, isZone, startOf } from './zone.ts'

it('knows the day of an instant in its zone', () => {
  const at = new Date('2026-11-20T17:30:00Z')
  expect([dayOf(at, 'Asia/Shanghai'), dayOf(at, 'UTC'), dayOf(at, 'America/New_York')]).toEqual(['2026-11-21', '2026-11-20', '2026-11-20'])
})

it('counts days over months, leap years and changes of the clock', () => {
  expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2026-03-28', '2026-03-30'), addDays('2026-02-28', 1)]).toEqual([2, 2, '2026-03-01'])
  fc.assert(fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => daysBetween('2026-01-01', addDays('2026-01-01', days)) === days))
  const dayAt = (n: number): string => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10)
  for (let n = 0; n < 1_461; n += 1) for (const days of [-365, -31, -28, -1, 0, 1, 27, 31]) expect(addDays(dayAt(n), days)).toBe(dayAt(n + days))
})

it('knows a real day and a real zone', () => {
  expect(['2026-02-28', '2024-02-29', '2026-02-31', '2026-13-01', '2026-2-1', ''].map(isDay)).toEqual([true, true, false, false, false, false])
  expect([isZone('Asia/Shanghai'), isZone('Asia/Nowhere')]).toEqual([true, false])
})

it('knows the day of many instants as that of each, in one zone and in another', () => {
  const [here, there] = [dayIn('Asia/Shanghai'), dayIn('America/New_York')]
  fc.assert(fc.property(fc.integer({ min: -200_000_000_000, max: 2_000_000_000_000 }), (ms) => {
    const at = new Date(ms)
    return here(at) === dayOf(at, 'Asia/Shanghai') && there(at) === dayOf(at, 'America/New_York') && here(at) === dayIn('Asia/Shanghai')(at)
  }))
})

it('knows when a local day begins, where clocks change at midnight too', () => {
  expect(['2026-11-21', '2026-01-01'].map((day) => startOf(day, 'Asia/Shanghai').toISOString())).toEqual(['2026-11-20T16:00:00.000Z', '2025-12-31T16:00:00.000Z'])
  expect(startOf('2026-03-29', 'Europe/London').toISOString()).toBe('2026-03-29T00:00:00.000Z')
  expect(startOf('2026-03-30', 'Europe/London').toISOString()).toBe('2026-03-29T23:00:00.000Z')
  // In Beirut the clocks go from 0:00 to 1:00: the day begins at one.
  expect(startOf('2026-03-29', 'Asia/Beirut').toISOString()).toBe('2026-03-28T22:00:00.000Z')
  fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Beirut', 'Pacific/Apia', 'UTC'), (days, zone) => {
    const day = addDays('1990-01-01', days)
    const at = startOf(day, zone)
    // Apia skipped 30 December 2011 whole.
    return day === '2011-12-30' || (dayOf(at, zone) === day && dayOf(new Date(at.getTime() - 1), zone) < day)
  }), { numRuns: 200 })
})
