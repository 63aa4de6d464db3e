/** Cohorts on Online Retail against shared/data/references/online_retail.json, which was computed independently. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#foundation/engine.ts'
import { onlineRetail, reference, sharedData } from '#test/sharedData.ts'
import { nameOf, nextPeriod, periodsBetween } from './cohorts.periods.ts'
import { readCohorts } from './cohorts.ts'

const folder = sharedData() ?? ''

describe.skipIf(folder === '')('cohorts on Online Retail as of 2011-12-10, reference rule', () => {
  let engine: Engine
  beforeAll(async () => { engine = await onlineRetail(folder) })
  afterAll(() => engine.close())
  const input = { asOf: '2011-12-10', today: '2026-01-01', cleaning: 'reference' } as const

  it('has every row of the reference', async () => {
    const { cohorts, stamp, periods, lastPeriodOpen } = await readCohorts(engine, input)
    expect(stamp.n).toBe(4338)
    expect(cohorts[0]?.on).toEqual([885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235])
    expect(Object.fromEntries(cohorts.map(({ period, on }) => [period, on]))).toEqual((reference(folder, 'online_retail.json') as { cohort_counts: object }).cohort_counts)
    expect([periods[0], periods.at(-1), lastPeriodOpen]).toEqual(['2010-12', '2011-12', true])
  })

  it('sums to the clean revenue and to the monthly figures', async () => {
    const { cohorts, periods } = await readCohorts(engine, input)
    const total = cohorts.flatMap(({ moneyMinor }) => moneyMinor).reduce((sum, minor) => sum + BigInt(minor), 0n)
    expect(total).toBe(89_114_079_040n)
    const { monthly_revenue: monthly, monthly_active_customers: active } = reference(folder, 'online_retail.json') as { monthly_revenue: Record<string, number>, monthly_active_customers: Record<string, number> }
    const inPeriod = (pick: (cohort: (typeof cohorts)[number], offset: number) => number) =>
      Object.fromEntries(periods.map((period, index) => [period, cohorts.reduce((sum, cohort) => sum + (index >= periods.indexOf(cohort.period) ? pick(cohort, index - periods.indexOf(cohort.period)) : 0), 0)]))
    expect(inPeriod((cohort, offset) => cohort.on[offset] ?? 0)).toEqual(active)
    for (const [period, money] of Object.entries(inPeriod((cohort, offset) => Number(cohort.moneyMinor[offset] ?? 0)))) expect(money / 10_000).toBeCloseTo(monthly[period] ?? 0, 1)
  })

  it('counts on-or-after so that it never rises and holds everybody of the period', async () => {
    for (const by of ['week', 'month', 'quarter'] as const) {
      const { cohorts } = await readCohorts(engine, { ...input, by })
      expect(cohorts.reduce((sum, { customers }) => sum + customers, 0)).toBe(4338)
      for (const { customers, on, onOrAfter } of cohorts) {
        expect([on[0], onOrAfter[0]]).toEqual([customers, customers])
        onOrAfter.forEach((count, offset) => {
          expect(count).toBeLessThanOrEqual(onOrAfter[offset - 1] ?? count)
          expect(count).toBeGreaterThanOrEqual(on[offset] ?? 0)
        })
        expect(onOrAfter.at(-1)).toBe(on.at(-1))
      }
    }
  })

  it('says it in both languages, and says when there is nothing', async () => {
    expect((await readCohorts(engine, input)).sentence.en).toContain('the earliest, 2010-12 (885 customers)')
    expect(await readCohorts(engine, { ...input, asOf: '2009-01-01' })).toMatchObject({ stamp: { n: 0 }, cohorts: [], periods: [], average: [] })
  })
})

describe('periods', () => {
  it('follow each other over the year', () => {
    expect(periodsBetween('2010-10-01', '2011-02-03', 'quarter').map((from) => nameOf(from, 'quarter'))).toEqual(['2010-Q4', '2011-Q1'])
    expect(periodsBetween('2010-12-01', '2011-02-03', 'month').map((from) => nameOf(from, 'month'))).toEqual(['2010-12', '2011-01', '2011-02'])
    expect(nextPeriod('2024-02-26', 'week')).toBe('2024-03-04')
  })
})
