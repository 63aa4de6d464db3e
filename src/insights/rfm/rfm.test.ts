/** RFM on real data against published and independently computed results (shared/data/references/rfm.json, online_retail.json). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#foundation/engine.ts'
import { cdnow, onlineRetail, rfmPackage, sharedData } from '#test/sharedData.ts'
import { quantile, scoreOf } from '#stats/quantile.ts'
import { openDuckEngine } from '#foundation/engine.ts'
import { listRfmCustomers, readRfm } from './rfm.ts'
import { rfmRule } from '../definitions/definitions.ts'

const folder = sharedData() ?? ''
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9))

describe.skipIf(folder === '')('RFM on the orders of the R package rfm 0.3.0, as of 2006-12-31', () => {
  let engine: Engine
  beforeAll(async () => { engine = await rfmPackage(folder) })
  afterAll(() => engine.close())
  const rule = { ...rfmRule, parameters: { ...rfmRule.parameters, quintiles: 'r_rfm' as const } }
  const input = { asOf: '2006-12-31', today: '2026-01-01', currency: 'USD', rule }

  it('has the cut points, the score counts and all ten segments of the vignette', async () => {
    const rfm = await readRfm(engine, input)
    expect(rfm.stamp).toMatchObject({ n: 995, asOf: '2006-12-31', definition: { id: 'rfm', version: 1, overridden: [] } })
    expect([rfm.orders, rfm.moneyMinor]).toEqual([4906, '4641580000'])
    expect(rfm.measures.recency.edges).toEqual(close([115, 181, 297.4, 482]))
    expect(rfm.measures.frequency.edges).toEqual(close([4, 5, 6, 8]))
    expect(rfm.measures.monetary.edges).toEqual(close([255.8, 382, 506.4, 666]))
    expect([rfm.measures.recency.counts, rfm.measures.frequency.counts, rfm.measures.monetary.counts])
      .toEqual([[197, 200, 199, 199, 200], [268, 187, 176, 244, 120], [200, 200, 198, 202, 195]])
    expect(Object.fromEntries(rfm.segments.filter(({ customers }) => customers > 0).map(({ name, customers, orders, moneyMinor }) => [name.en, [customers, orders, Number(moneyMinor) / 10_000]]))).toEqual({
      'About To Sleep': [102, 283, 23449], 'At Risk': [28, 216, 22227], "Can't Lose Them": [47, 274, 32446], Champions: [35, 316, 31646], Lost: [148, 393, 35324],
      'Loyal Customers': [170, 799, 76562], 'Need Attention': [10, 57, 4562], 'New Customers': [104, 329, 28837], 'Potential Loyalist': [342, 2211, 204856], Promising: [9, 28, 4249]
    })
  })

  it('scores the first ten customers as published', async () => {
    const all = []
    for (let after: string | undefined; ;) {
      const page = await listRfmCustomers(engine, { ...input, sort: 'customer', limit: 200, ...(after === undefined ? {} : { after }) })
      all.push(...page.items)
      if (page.next === null) break
      after = page.next
    }
    expect(all).toHaveLength(995)
    const rows = new Map(all.map((one) => [one.name, [one.recencyDays, one.frequency, Number(one.moneyMinor) / 10_000, one.r, one.f, one.m]]))
    expect(Object.fromEntries([...rows].filter(([name]) => firstTen[name ?? ''] !== undefined))).toEqual(firstTen)
  })

  it('lists exactly the customers behind a segment and behind a cell', async () => {
    const champions = await listRfmCustomers(engine, { ...input, segment: 'champions', limit: 200 })
    expect(champions.items).toHaveLength(35)
    expect(champions.items.every(({ r, f, m }) => r === 5 && f === 5 && m === 5)).toBe(true)
    expect(champions.items.map(({ moneyMinor }) => Number(moneyMinor))).toEqual(champions.items.map(({ moneyMinor }) => Number(moneyMinor)).sort((a, b) => b - a))
    expect((await listRfmCustomers(engine, { ...input, r: 1, f: 1, limit: 200 })).items.every(({ r, f }) => r === 1 && f === 1)).toBe(true)
  })

  it('takes own cut-offs instead of quintiles', async () => {
    const own = { ...rule, version: 2, parameters: { ...rule.parameters, cutOffs: { recency: [100, 200, 300, 400], frequency: null, monetary: [100, 200, 300, 400] } } }
    const rfm = await readRfm(engine, { ...input, rule: own })
    expect(rfm.measures.monetary).toMatchObject({ own: true, edges: [100, 200, 300, 400] })
    expect(rfm.measures.frequency).toMatchObject({ own: false, counts: [268, 187, 176, 244, 120] })
    expect(rfm.stamp.definition.version).toBe(2)
  })
})

const firstTen: Readonly<Record<string, readonly number[]>> = {
  "Abbey O'Reilly": [205, 6, 472, 3, 4, 3], 'Add Senger': [140, 3, 340, 4, 1, 2], 'Aden Lesch': [194, 4, 405, 3, 2, 3], 'Aden Murphy': [98, 7, 596, 5, 4, 4],
  'Admiral Senger': [132, 5, 448, 4, 3, 3], "Agness O'Keefe": [90, 9, 843, 5, 5, 5], 'Aileen Barton': [84, 9, 763, 5, 5, 5], 'Ailene Hermann': [281, 8, 699, 3, 5, 5],
  'Aiyanna Bruen': [246, 4, 157, 3, 2, 1], 'Akeelah Walsh': [160, 7, 779, 4, 4, 5]
}

describe.skipIf(folder === '')('RFM on the customers of the R package rfm: 39,999 rows that are already summed', () => {
  it('has the cut points and the score counts', async () => {
    const engine = await openDuckEngine(':memory:')
    const rows = await engine.all<{ recency: number, frequency: number, money: number }>(`select cast(recency_days as integer) as recency, cast(number_of_orders as integer) as frequency,
      cast(revenue as double) as money from read_csv($path)`, { path: `${folder}/rfm_pkg/rfm_data_customer.csv.gz` })
    const scores = (values: readonly number[]) => {
      const sorted = values.toSorted((a, b) => a - b)
      const edges = [0.2, 0.4, 0.6, 0.8].map((p) => quantile(sorted, p))
      return { edges: edges.map((edge) => edge + 1), counts: [1, 2, 3, 4, 5].map((score) => values.filter((value) => scoreOf(value, edges) === score).length) }
    }
    expect(scores(rows.map(({ recency }) => recency))).toEqual({ edges: [77, 126, 177, 266], counts: [7994, 7957, 7889, 8108, 8051].toReversed() })
    expect(scores(rows.map(({ frequency }) => frequency))).toEqual({ edges: [8, 10, 11, 13], counts: [9427, 9764, 4945, 8204, 7659] })
    expect(scores(rows.map(({ money }) => money))).toEqual({ edges: [641, 827, 1003, 1226], counts: [8016, 7998, 8008, 7997, 7980] })
    await engine.close()
  })
})

describe.skipIf(folder === '')('RFM on Online Retail as of 2011-12-10', () => {
  it('is the reference under the reference rule', async () => {
    const engine = await onlineRetail(folder)
    const rfm = await readRfm(engine, { asOf: '2011-12-10', today: '2026-01-01', currency: 'GBP', cleaning: 'reference' })
    expect(rfm.stamp).toMatchObject({ n: 4338, definition: { overridden: ['cleaning'], parameters: { cleaning: 'reference' } } })
    expect([rfm.orders, rfm.moneyMinor]).toEqual([18_532, '89114079040'])
    expect(rfm.measures.recency).toMatchObject({ edges: close([13.8, 33, 72, 180]), counts: [861, 866, 863, 880, 868] })
    expect(rfm.measures.frequency).toMatchObject({ edges: close([1, 2, 3, 6]), counts: [1493, 835, 508, 802, 700] })
    expect(rfm.measures.monetary).toMatchObject({ edges: close([250.194, 490.096, 942.276, 2058.426]), counts: [868, 867, 868, 867, 868] })
    expect([rfm.triples, rfm.topFifthMoneyShare]).toEqual([{ best: 324, worst: 330, used: 112 }, expect.closeTo(0.7461713718676614, 12)])
    expect(rfm.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(4338)
    const unnamed = await readRfm(engine, { today: '2026-01-01', currency: 'GBP', cleaning: 'reference' })
    expect(unnamed.stamp).toMatchObject({ asOf: '2011-12-10', asOfChosen: 'after_last_order' })
    await engine.close()
  })
})

describe.skipIf(folder === '')('RFM on CDNOW as of 1998-07-01, purchases of nothing among them', () => {
  it('survives a class that ties leave empty', async () => {
    const engine = await cdnow(folder)
    const rule = { ...rfmRule, parameters: { ...rfmRule.parameters, cleaning: 'gross' as const, frequency: 'days' as const } }
    const rfm = await readRfm(engine, { asOf: '1998-07-01', today: '2026-01-01', currency: 'USD', rule })
    expect(rfm.stamp.n).toBe(23_570)
    expect(rfm.measures.recency).toMatchObject({ edges: close([142, 433, 486, 513]), counts: [4539, 4748, 4844, 4720, 4719] })
    expect(rfm.measures.frequency).toMatchObject({ edges: close([1, 1, 2, 4]), counts: [12_054, 0, 4040, 3641, 3835] })
    expect(rfm.measures.monetary).toMatchObject({ edges: close([15.36, 31.35, 59.924, 133.95]), counts: [4817, 4615, 4710, 4715, 4713] })
    expect([rfm.triples, rfm.topFifthMoneyShare]).toEqual([{ best: 2345, worst: 1665, used: 71 }, expect.closeTo(0.6777738296984529, 12)])
    await engine.close()
  })
})
