import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { sharedData } from '#test/sharedData.ts'
import { churned, telco, telcoRows } from '#test/telco.ts'
import { chanceOf, fitLogistic } from './logistic.ts'
import { areaUnderCurve, brier, isotonic, lift, logLoss, platt, reliability } from './scoring.ts'

const folder = sharedData()
/** Source: references/churn.json (scikit-learn and a Newton fit, computed for this project). */
describe.skipIf(folder === undefined)('Telco churn', () => {
  it('logistic regression to seven digits', () => {
    const people = telco(folder)
    const rows = people.map((of) => [Number(of['tenure']), Number(of['MonthlyCharges']), Number(of['SeniorCitizen']), Number(of['Contract'] === 'One year'), Number(of['Contract'] === 'Two year'),
      Number(of['InternetService'] === 'Fiber optic'), Number(of['InternetService'] === 'No'), Number(of['PaperlessBilling'] === 'Yes'), Number(of['PaymentMethod'] === 'Electronic check')])
    const yes = churned(people)
    const fit = fitLogistic(rows, yes)
    expect(fit.converged).toBe(true)
    expect([fit.intercept, ...fit.coefficients]).toEqual([-0.916800599879409, -0.03270600888156773, 0.003194152972447819, 0.32174501013769363, -0.7358309377758716, -1.507333100545545, 0.8793636351615325, -0.7249962280715158, 0.40094648064352206, 0.4454064906859001].map((one) => expect.closeTo(one, 7)))
    expect(fit.standardErrors).toEqual([0.16249640102015442, 0.0021045266111693237, 0.0030293885623135933, 0.08197609677903918, 0.10449157991791036, 0.17131240732174852, 0.12918254827612796, 0.15171177545920253, 0.07289764246695857, 0.06784105372852758].map((one) => expect.closeTo(one, 7)))
    expect(fit.logLikelihood).toBeCloseTo(-2981.3228428790617, 6)
    expect(areaUnderCurve(rows.map((row) => chanceOf(fit, row)), yes)).toBeCloseTo(0.8392042527325686, 8)
  })

  it('five folds by row index: AUC .8453, Brier .1354, best tenth 2.885 times', () => {
    const people = telco(folder)
    const rows = telcoRows(people)
    const yes = churned(people)
    expect(rows[0]).toHaveLength(30)
    const chances = new Float64Array(rows.length)
    for (let fold = 0; fold < 5; fold += 1) {
      const train = rows.flatMap((_, i) => (i % 5 === fold ? [] : [i]))
      // Some dummies repeat each other (no internet service): a breath of ridge keeps the fit unique, as C = 1e6 does in the reference.
      const fit = fitLogistic(train.map((i) => rows[i] ?? []), train.map((i) => yes[i] ?? 0), { penalty: 1e-6 })
      for (const [i, row] of rows.entries()) if (i % 5 === fold) chances[i] = chanceOf(fit, row)
    }
    expect(areaUnderCurve(chances, yes)).toBeCloseTo(0.8453023, 3)
    expect(brier(chances, yes)).toBeCloseTo(0.1354312, 3)
    expect(logLoss(chances, yes)).toBeCloseTo(0.4173722, 3)
    expect(lift(chances, yes, 0.1)).toBeCloseTo(2.885, 1)
    for (const { expected, happened } of reliability(chances, yes)) expect(Math.abs(expected - happened)).toBeLessThan(0.06)
  })
})

describe('properties', () => {
  const pairs = fc.array(fc.record({ score: fc.integer({ min: 0, max: 12 }), yes: fc.constantFrom(0, 1) }), { minLength: 2, maxLength: 60 })

  it('AUC is what counting all pairs gives, and turns round with the score', () => {
    fc.assert(fc.property(pairs.filter((all) => new Set(all.map(({ yes }) => yes)).size === 2), (all) => {
      const [scores, yes] = [all.map(({ score }) => score), all.map((one) => one.yes)]
      let [wins, count] = [0, 0]
      for (const a of all) for (const b of all) if (a.yes === 1 && b.yes === 0) { count += 1; wins += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0 }
      expect(areaUnderCurve(scores, yes)).toBeCloseTo(wins / count, 12)
      expect(areaUnderCurve(scores.map((one) => -one), yes)).toBeCloseTo(1 - wins / count, 12)
    }))
  })

  it('isotonic calibration rises, keeps the mean, and is never worse than none', () => {
    fc.assert(fc.property(pairs, (all) => {
      const [scores, yes] = [all.map(({ score }) => score), all.map((one) => one.yes)]
      const calibrated = isotonic(scores, yes)
      const chances = scores.map(calibrated)
      for (let score = 1; score <= 12; score += 1) expect(calibrated(score)).toBeGreaterThanOrEqual(calibrated(score - 1))
      expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(yes.reduce((a: number, b) => a + b, 0), 9)
      const rate = yes.reduce((a: number, b) => a + b, 0) / yes.length
      expect(brier(chances, yes)).toBeLessThanOrEqual(brier(yes.map(() => rate), yes) + 1e-12)
    }))
  })

  it('gives back the coefficients that made the answers, and Platt the curve', () => {
    const random = seededRandom(4)
    const rows = Array.from({ length: 20_000 }, () => [random.normal() * 50 + 1_000, random.normal()])
    const chances = rows.map(([x = 0, z = 0]) => 1 / (1 + Math.exp(-(-20.4 + 0.02 * x - 0.8 * z))))
    const yes = chances.map((chance) => Number(random.next() < chance))
    const fit = fitLogistic(rows, yes)
    for (const [i, truth] of [-20.4, 0.02, -0.8].entries()) expect(Math.abs(([fit.intercept, ...fit.coefficients][i] ?? 0) - truth)).toBeLessThan(4 * (fit.standardErrors[i] ?? 0))
    const scores = chances.map((chance) => 3 * Math.log(chance / (1 - chance)) + 1)
    const curve = platt(scores, yes)
    for (const score of [-8, -2, 1, 4]) expect(curve(score)).toBeCloseTo(1 / (1 + Math.exp(-(score - 1) / 3)), 1)
  })

  it('says when there is no fit', () => {
    expect(() => fitLogistic([[1], [2]], [1, 1])).toThrow('all answers are the same')
    expect(() => fitLogistic([[1], [2, 3]], [1, 0])).toThrow(RangeError)
    expect(fitLogistic([[1], [2], [3], [4]], [0, 0, 1, 1]).converged).toBe(false)
    expect(fitLogistic([[1], [2], [3], [4]], [0, 0, 1, 1], { penalty: 1 }).converged).toBe(true)
    expect(areaUnderCurve([1, 2], [1, 1])).toBeNaN()
  })
})
