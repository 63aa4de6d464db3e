/** The lifecycle on Online Retail against shared/data/references/lifecycle.json, which was computed independently. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#foundation/engine.ts'
import { onlineRetail, sharedData } from '#test/sharedData.ts'
import { lifecycleRule } from '../definitions/definitions.ts'
import { listLifecycleCustomers, readLifecycle } from './lifecycle.ts'

const folder = sharedData() ?? ''

describe.skipIf(folder === '')('the lifecycle on Online Retail as of 2011-12-10, reference rule', () => {
  let engine: Engine
  beforeAll(async () => { engine = await onlineRetail(folder) })
  afterAll(() => engine.close())
  const input = { asOf: '2011-12-10', today: '2026-01-01', currency: 'GBP', cleaning: 'reference' } as const

  it('has the reference curves and thresholds', async () => {
    const { curves, horizonDays, spanDays, stamp } = await readLifecycle(engine, input)
    expect([stamp.n, horizonDays, spanDays]).toEqual([4338, 365, 374])
    const of = (series: string) => curves.find((curve) => curve.series === series && curve.category === null)
    const s = (series: string) => [1, 7, 14, 30, 60, 90, 120, 180, 270, 365].map((day) => Number((of(series)?.points[day]?.s ?? 0).toFixed(6)))
    expect(of('one')).toMatchObject({ gaps: 4338, events: 2790, atRiskAfterDays: 194, lapsedAfterDays: 333, uncertain: false, source: 'curve' })
    expect(s('one')).toEqual([0.992162, 0.946316, 0.898023, 0.808683, 0.64552, 0.540877, 0.449928, 0.343216, 0.249776, 0.15345])
    expect(of('repeat')).toMatchObject({ gaps: 12_425, events: 9635, atRiskAfterDays: 75, lapsedAfterDays: 180, uncertain: false, source: 'curve' })
    expect(s('repeat')).toEqual([0.976499, 0.842747, 0.711662, 0.497202, 0.27418, 0.176881, 0.120948, 0.071941, 0.043249, 0.02354])
  })

  it('has the reference labels and their revenue', async () => {
    const { states } = await readLifecycle(engine, input)
    expect(Object.fromEntries(states.map(({ state, customers, moneyMinor }) => [state, [customers, Math.round(Number(moneyMinor) / 100) / 100]]))).toMatchObject({
      lapsed: [346, 262_599], active: [2833, 7_762_043.41], at_risk: [941, 805_034.65], new: [218, 81_730.84], prospect: [34, 0]
    })
  })

  it('says how often the definition is wrong, what churned, what was kept, and what is in doubt', async () => {
    const { quality, churn, retention, moneyAtRisk, leastObserved, notes, sentence } = await readLifecycle(engine, input)
    expect(quality).toMatchObject({ asOf: '2011-09-11', returnDays: 90, falseLapse: { count: 137, of: 383, rate: expect.closeTo(0.3577, 4) }, laterMoneyShare: expect.closeTo(0.0215, 4) })
    expect(churn).toMatchObject({ from: '2011-09-11', to: '2011-12-10', previousFrom: '2011-06-13', simple: { count: 594, of: 1907 } })
    expect(churn?.lapse.low).toBeLessThan(churn?.lapse.rate ?? 0)
    expect(retention).toMatchObject({ repeat: { count: 1313, of: 1907 } })
    expect(moneyAtRisk).toMatchObject({ customers: 941, basis: 'revenue', onRevenue: 941 })
    expect(Number(moneyAtRisk.moneyMinor)).toBeGreaterThan(0)
    expect(leastObserved).toBe(162)
    expect(notes.map(({ en }) => en)).toEqual(['The data covers only 374 days: who takes longer to return cannot be seen yet.'])
    expect(sentence.zh).toContain('静默超过 75 天的回头客有流失风险，超过 180 天视为已流失')
    expect(sentence.en).toContain('941 are at risk and 346 have lapsed')
  })

  it('lists whom to call first, with silence, usual gap and probability', async () => {
    const { items } = await listLifecycleCustomers(engine, { ...input, state: 'at_risk', sort: 'money', limit: 200 })
    const found = (name: string) => items.find((item) => item.name === name)
    expect(found('16180')).toMatchObject({ silentDays: 101, usualGapDays: 25, purchaseDays: 7, orders: 8, moneyMinor: '102541800', pReturn: expect.closeTo(0.559, 3), state: 'at_risk' })
    expect(found('12980')).toMatchObject({ silentDays: 158, usualGapDays: 23, purchaseDays: 9, pReturn: expect.closeTo(0.463, 3) })
    expect(found('16745')).toMatchObject({ silentDays: 87, usualGapDays: 13 })
    expect(found('13027')).toMatchObject({ silentDays: 114, usualGapDays: 42 })
    expect(found('16180')?.reason.en).toBe('Silent for 101 days, usually back after 25; 56 % likely to return within 90 days')
    expect(found('12346')?.reason.zh).toBe('只来过一次，已 326 天；90 天内会再来的可能性 25%')
  })

  it('pages through all states without losing or repeating anybody, and the sums agree', async () => {
    const { states, moneyAtRisk, callFirst } = await readLifecycle(engine, input)
    for (const { state, customers } of states) {
      const seen = new Set<string>()
      let money = 0n
      for (let after: string | undefined; ;) {
        const page = await listLifecycleCustomers(engine, { ...input, state, limit: 200, ...(after === undefined ? {} : { after }) })
        for (const item of page.items) { seen.add(item.customerId); money += BigInt(item.atRiskMinor) }
        if (page.next === null) break
        after = page.next
      }
      expect([state, seen.size]).toEqual([state, customers])
      if (state === 'at_risk') expect(money.toString()).toBe(moneyAtRisk.moneyMinor)
    }
    const first = await listLifecycleCustomers(engine, { ...input, state: 'at_risk', limit: 20 })
    expect(callFirst).toEqual(first.items)
  }, 240_000)

  it('takes fixed days, and a definition of its own', async () => {
    const fixed = await readLifecycle(engine, { ...input, atRiskAfterDays: 60, lapsedAfterDays: 120 })
    expect(fixed.stamp.definition.overridden).toEqual(['cleaning', 'fixed'])
    expect(fixed.curves.every(({ source, atRiskAfterDays, lapsedAfterDays }) => source === 'fixed' && atRiskAfterDays === 60 && lapsedAfterDays === 120)).toBe(true)
    const rule = { ...lifecycleRule, version: 2, parameters: { ...lifecycleRule.parameters, leastObserved: 100_000 } }
    const strict = await readLifecycle(engine, { ...input, rule })
    expect([strict.stamp.definition.version, strict.curves.every(({ uncertain }) => uncertain), strict.notes.length]).toEqual([2, true, 3])
  })

  it('answers for any past day as if later orders did not exist', async () => {
    const past = await readLifecycle(engine, { ...input, asOf: '2011-06-11' })
    expect(past.stamp.n).toBe(2811)
    expect(past.states.filter(({ within, state }) => within === null && state !== 'prospect').reduce((sum, { customers }) => sum + customers, 0)).toBe(2811)
    expect((await readLifecycle(engine, { ...input, asOf: '2010-01-01' })).stamp.n).toBe(0)
  })

  it('names the default rule, which nets what came back', async () => {
    const net = await readLifecycle(engine, { today: '2026-01-01', currency: 'GBP' })
    expect(net.stamp).toMatchObject({ asOf: '2011-12-10', asOfChosen: 'after_last_order', definition: { id: 'lifecycle', version: 1, overridden: [], parameters: { cleaning: 'net' } } })
    const money = (answer: typeof net) => answer.states.filter(({ within }) => within === null).reduce((sum, { moneyMinor }) => sum + BigInt(moneyMinor), 0n)
    expect(money(net)).toBeLessThan(money(await readLifecycle(engine, input)))
  })
})
