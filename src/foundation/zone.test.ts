import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, isDay, isZone } from './zone.ts'

it('knows the day of an instant in its zone', () => {
  const at = new Date('2026-11-20T17:30:00Z')
  expect([dayOf(at, 'Asia/Shanghai'), dayOf(at, 'UTC'), dayOf(at, 'America/New_York')]).toEqual(['2026-11-21', '2026-11-20', '2026-11-20'])
})

it('counts days over months, leap years and changes of the clock', () => {
  expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2026-03-28', '2026-03-30'), addDays('2026-02-28', 1)]).toEqual([2, 2, '2026-03-01'])
  fc.assert(fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => daysBetween('2026-01-01', addDays('2026-01-01', days)) === days))
})

it('knows a real day and a real zone', () => {
  expect(['2026-02-28', '2024-02-29', '2026-02-31', '2026-13-01', '2026-2-1', ''].map(isDay)).toEqual([true, true, false, false, false, false])
  expect([isZone('Asia/Shanghai'), isZone('Asia/Nowhere')]).toEqual([true, false])
})
