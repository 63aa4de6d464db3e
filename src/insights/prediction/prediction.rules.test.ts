/** What must hold of any prediction, whatever the data. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaOf } from '#stats/delong.ts'
import { addDays, daysBetween } from '#foundation/zone.ts'
import { emptyColumns, type Table } from './prediction.columns.ts'
import { winnerOf, type Entrant, type Trial } from './prediction.contest.ts'
import { exampleDays, originCuts } from './prediction.gather.ts'
import { learnMoney, moneyOf } from './prediction.money.ts'
import { recency } from './recency.ts'
import { logistic } from './logistic.ts'
import { trees } from './boosted.ts'

const trial = (auc: number): Trial => ({
  test: { cut: '2026-01-01', to: '2026-04-01', n: 10, bought: 5, auc, brier: 0.2, lift: 1, groups: [] }, area: areaOf([0.1, 0.9], [0, 1]), who: Int32Array.of(0, 1),
  learned: { parameters: {}, n: 10, logLikelihood: null, converged: true, boundary: [] }
})
const ids = ['bg', 'mbg', 'pareto', 'logistic', 'trees'] as const

/** Customers of whom the livelier come back: seeded by the place in the list alone. */
function tableOf(rows: number, shift = 0): Table {
  const columns = emptyColumns(rows)
  for (let row = 0; row < rows; row += 1) {
    const visits = 1 + (row * 7 + shift) % 9
    const silent = (row * 13 + shift) % 120
    columns.visits[row] = visits
    columns.orders[row] = visits
    columns.silent[row] = silent
    columns.tenure[row] = silent + 30 * visits
    columns.spend[row] = visits * (20 + row % 50)
    columns.lastSpend[row] = 20 + row % 50
    columns.visits90[row] = silent < 90 ? Math.min(3, visits) : 0
    columns.visits180[row] = columns.visits90[row] ?? 0
    columns.meanGap[row] = visits > 1 ? (30 * visits) / (visits - 1) : Number.NaN
    columns.medianGap[row] = columns.meanGap[row] ?? Number.NaN
    columns.longestGap[row] = columns.meanGap[row] ?? Number.NaN
    columns.laterVisits[row] = (row * 31 + shift) % 100 < 100 * Math.exp(-silent / 60) ? 1 + row % 2 : 0
    columns.laterSpend[row] = (columns.laterVisits[row] ?? 0) * 25
  }
  return { rows, span: 400, month: 5, who: Int32Array.from({ length: rows }, (_, row) => row), columns }
}

describe('the contest', () => {
  it('keeps recency unless another converged and is better for certain; then ships the best of those', () => {
    const entrant = fc.record({ auc: fc.double({ min: 0.3, max: 0.99, noNaN: true }), low: fc.double({ min: -0.2, max: 0.2, noNaN: true }), converged: fc.boolean(), took: fc.boolean() })
    fc.assert(fc.property(fc.array(entrant, { minLength: 5, maxLength: 5 }), (others) => {
      const entrants: Entrant[] = [
        { id: 'recency', trials: [trial(0.7)], gain: null, converged: true, boundary: [] },
        ...others.map(({ auc, low, converged, took }, at): Entrant => ({ id: ids[at] ?? 'bg', trials: took ? [trial(auc)] : [], gain: took ? { difference: low + 0.01, low, high: low + 0.02 } : null, converged, boundary: [] }))
      ]
      const winner = winnerOf(entrants)
      const sure = others.filter(({ low, converged, took }) => took && converged && low > 0)
      if (sure.length === 0) { expect(winner).toBe('recency'); return }
      expect(entrants.find(({ id }) => id === winner)?.trials[0]?.test.auc).toBe(Math.max(...sure.map(({ auc }) => auc)))
    }))
  })

  it('never looks past what was known: examples are over at their cut, and every cut’s period is over today', () => {
    fc.assert(fc.property(fc.integer({ min: 60, max: 1500 }), fc.integer({ min: 7, max: 400 }), fc.integer({ min: 1, max: 4 }), (span, horizonDays, origins) => {
      const asOf = '2026-11-21'
      const firstDay = addDays(asOf, -span)
      const cuts = originCuts({ firstDay, asOf, horizonDays, origins })
      expect(cuts.length).toBeGreaterThan(0)
      for (const cut of cuts) {
        expect(daysBetween(cut, asOf)).toBeGreaterThanOrEqual(horizonDays)
        for (const day of exampleDays(firstDay, cut, horizonDays)) expect(daysBetween(day, cut)).toBeGreaterThanOrEqual(horizonDays)
      }
    }))
  })
})

describe.each([recency, logistic, trees])('$id', (candidate) => {
  const examples = [tableOf(900), tableOf(900, 41)]
  const now = tableOf(400, 17)
  const learned = candidate.learn({ now, examples, horizonDays: 90, seed: 1 })
  const model = candidate.recall(JSON.parse(JSON.stringify(learned?.parameters)))
  const chances = model.chances(now, 90)

  it('gives chances between 0 and 1, the same after a journey through JSON', () => {
    expect(learned?.converged).toBe(true)
    expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
    expect(candidate.recall(learned?.parameters).chances(now, 90)).toEqual(chances)
    if (candidate === recency) {
      const rising = [...chances.keys()].sort((a, b) => (now.columns.silent[a] ?? 0) - (now.columns.silent[b] ?? 0))
      for (const [at, row] of rising.entries()) if (at > 0) expect(chances[row]).toBeLessThanOrEqual((chances[rising[at - 1] ?? 0] ?? 1) + 1e-12)
    }
  })

  it('tells reasons in both languages without a gap', () => {
    for (let row = 0; row < 50; row += 1) for (const { sentence } of model.reasons(now, row)) expect(sentence.zh !== '' && sentence.en !== '' && !/[{}]|NaN/.test(sentence.zh + sentence.en)).toBe(true)
  })

  it('makes money of chances: none is negative, a sure buyer leaves nothing in doubt, a longer horizon is worth no less', () => {
    const parameters = learnMoney({ now, examples }, null)
    const horizon = { horizonDays: 90, valueDays: 365, discountRate: 0.1 }
    const money = moneyOf(now, model, chances, parameters, undefined, horizon)
    for (const column of [money.purchases, money.spend, money.value, money.doubt]) expect(column.every((one) => one >= 0 && Number.isFinite(one))).toBe(true)
    expect(moneyOf(now, model, chances.map(() => 1), parameters, undefined, horizon).doubt.every((one) => one === 0)).toBe(true)
    const longer = moneyOf(now, model, chances, parameters, undefined, { ...horizon, valueDays: 730 })
    expect(longer.value.every((one, row) => one >= (money.value[row] ?? 0))).toBe(true)
  })
})
