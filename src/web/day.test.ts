import { expect, it } from 'vitest'
import { isDay, monthBefore, todayIn } from './day.ts'

it('goes back a month without falling over its end', () => {
  expect(['2011-12-10', '2026-01-05', '2026-03-31', '2024-03-30', '2026-07-31'].map(monthBefore)).toEqual(['2011-11-10', '2025-12-05', '2026-02-28', '2024-02-29', '2026-06-30'])
})

it('takes a day from an address only when it is one', () => {
  expect(['2011-12-10', '2011-13-10', '2011-12-1', 'today', undefined].map(isDay)).toEqual([true, false, false, false, false])
})

it('knows what day it is where the business is', () => {
  expect([todayIn('Asia/Shanghai', new Date('2026-11-21T17:00:00Z')), todayIn('America/New_York', new Date('2026-11-21T03:00:00Z'))]).toEqual(['2026-11-22', '2026-11-20'])
})
