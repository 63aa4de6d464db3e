/** The main job on real input: UCI Online Retail gives the figures computed for this project by other means (shared/data/references). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reference, sharedData } from '#test/sharedData.ts'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { analyseFile } from './reports.analysis.ts'
import { Report } from './reports.schema.ts'

const shared = sharedData() ?? ''
const Retail = Type.Object({ cohort_counts: Type.Record(Type.String(), Type.Array(Type.Integer())) })
const Group = Type.Object({ gaps: Type.Integer(), events: Type.Integer(), S: Type.Record(Type.String(), Type.Number()), at_risk_after_days: Type.Integer(), lapsed_after_days: Type.Integer() })
const Label = Type.Object({ customers: Type.Integer(), revenue_to_date: Type.Number() })
const Expected = Type.Object({ groups: Type.Object({ one: Group, rep: Group }), labels: Type.Record(Type.String(), Label) })

describe.skipIf(shared === '')('changke analyse on UCI Online Retail, cleaning reference, as of 2011-12-10', () => {
  let report: Report
  let retail: Static<typeof Retail>
  let expected: Static<typeof Expected>
  const folder = mkdtempSync(join(tmpdir(), 'changke-reference-'))
  beforeAll(async () => {
    retail = Value.Parse(Retail, reference(shared, 'online_retail.json'))
    expected = Value.Parse(Expected, reference(shared, 'lifecycle.json'))
    report = await analyseFile(join(shared, 'online_retail_uci', 'online_retail.csv.gz'), {
      now: new Date('2026-11-21T09:00:00Z'), version: 'test', scratch: folder, zone: 'Europe/London', country: 'GB', currency: 'GBP', asOf: '2011-12-10', cleaning: 'reference'
    })
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('counts', () => {
    expect(report.file).toMatchObject({ rows: 541_909, rejected: 0, preset: 'uci' })
    expect(report.totals).toMatchObject({ customers: 4338, orders: 18_532, moneyMinor: '89114079040' })
    expect([...Value.Errors(Report, report)]).toEqual([])
  })

  test('lifecycle: curves, thresholds and labels', () => {
    for (const [series, name] of [['one', 'one'], ['repeat', 'rep']] as const) {
      const curve = report.lifecycle?.curves.find((one) => one.series === series && one.category === null)
      const group = expected.groups[name]
      expect(curve).toMatchObject({ gaps: group.gaps, events: group.events, atRiskAfterDays: group.at_risk_after_days, lapsedAfterDays: group.lapsed_after_days })
      for (const [days, share] of Object.entries(group.S)) expect(curve?.points.findLast((point) => point.days <= Number(days))?.s).toBeCloseTo(share, 6)
    }
    for (const [name, label] of Object.entries(expected.labels)) {
      const state = report.lifecycle?.states.find((one) => one.state === name.replace(' ', '_'))
      expect([name, state?.customers, Math.round(Number(state?.moneyMinor) / 100) / 100]).toEqual([name, label.customers, label.revenue_to_date])
    }
  })

  test('every cohort row', () => {
    expect(Object.fromEntries(report.cohorts?.cohorts.map(({ period, on }) => [period, on]) ?? [])).toEqual(retail.cohort_counts)
  })

  test('RFM: everybody is in a segment, and the top fifth bring 74.6 % of the money', () => {
    expect(report.rfm?.segments.reduce((sum, one) => sum + one.customers, 0)).toBe(4338)
    expect(report.rfm?.topFifthMoneyShare).toBeCloseTo(0.746, 3)
  })

  test('the list to call first begins with those who put most money at risk', () => {
    expect(report.callFirst).toHaveLength(20)
    expect(report.callFirst.map(({ name }) => name)).toContain('16180')
  })
})
