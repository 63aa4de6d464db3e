import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfShare, endsWithin, kaplanMeier, returnedShare } from './kaplanMeier.ts'

describe('Kaplan–Meier', () => {
  // Freireich et al. (1963), 6-MP arm of 21 leukaemia patients, as worked in Collett, Modelling Survival Data, and in R's survival.
  const ended = [[6, 3], [7, 1], [10, 1], [13, 1], [16, 1], [22, 1], [23, 1]].map(([days = 0, count = 0]) => ({ days, count }))
  const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((days) => ({ days, count: 1 }))

  it('gives the published curve of the 6-MP trial', () => {
    const { s, n, gaps, events } = kaplanMeier(ended, open, 35)
    expect([gaps, events]).toEqual([21, 9])
    const at = [6, 7, 10, 13, 16, 22, 23]
    expect(at.map((day) => Number((s[day] ?? 0).toFixed(4)))).toEqual([0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482])
    expect(at.map((day) => n[day])).toEqual([21, 17, 15, 12, 11, 7, 6])
  })

  it('is one minus the share who ended where nothing is censored', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 80 }), (days) => {
      const { s } = kaplanMeier(days.map((day) => ({ days: day, count: 1 })), [], 60)
      for (const day of [0, 1, 10, 30, 60]) expect(s[day]).toBeCloseTo(days.filter((one) => one > day).length / days.length, 10)
    }))
  })

  it('never rises, and counts everybody once', () => {
    const counts = fc.array(fc.record({ days: fc.integer({ min: 0, max: 50 }), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 30 })
    fc.assert(fc.property(counts, counts, (one, other) => {
      const { s, n } = kaplanMeier(one, other, 40)
      for (let day = 1; day <= 40; day += 1) {
        expect(s[day]).toBeLessThanOrEqual(s[day - 1] ?? 1)
        expect(n[day]).toBe([...one, ...other].filter(({ days }) => days >= day).reduce((sum, { count }) => sum + count, 0))
      }
    }))
  })

  it('finds the day by which a share of the returning has returned', () => {
    const survival = kaplanMeier([10, 20, 30, 40, 50].map((days) => ({ days, count: 1 })), [{ days: 60, count: 5 }], 60)
    expect(returnedShare(survival, 60)?.(30)).toBeCloseTo(0.6)
    expect([dayOfShare(survival, 60, 0.79), dayOfShare(survival, 60, 0.95)]).toEqual([40, 50])
    expect(endsWithin(survival, 30, 10)).toBeCloseTo(1 / 7)
    expect(dayOfShare(kaplanMeier([], [{ days: 3, count: 4 }], 60), 60, 0.8)).toBeUndefined()
  })
})
