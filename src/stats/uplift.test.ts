import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { hillstrom } from '#test/hillstrom.ts'
import { sharedData } from '#test/sharedData.ts'
import { heterogeneity } from './heterogeneity.ts'
import { fitLinear, valueAt } from './linear.ts'
import { qini, upliftAt } from './qini.ts'
import { linearLearner, logisticLearner, rLearner, tLearner, xLearner, type Experiment } from './uplift.ts'

const folder = sharedData()

/** Source: references/uplift.json (SciPy; Qini as scikit-uplift defines it); even rows of the two arms learn, odd ones test. */
describe.skipIf(folder === undefined)('Hillstrom’s e-mails', () => {
  const arms = (arm: string) => hillstrom(folder ?? '').filter((row) => row.arm === arm || row.arm === 'No E-Mail')
  const experiment = (list: ReturnType<typeof arms>, metric: 'visit' | 'conversion' = 'visit'): Experiment => ({ rows: list.map(({ features }) => features), outcome: list.map((row) => row[metric]), treated: list.map(({ arm }) => Number(arm !== 'No E-Mail')) })
  const pins = [
    ['Womens E-Mail', 'visit', 0.003_452_076_065_323, 0.057_315_894_304, [0.087_237_093_690, 0.072_936_279_005, 0.066_720_446_568, 0.068_558_439_762]],
    ['Mens E-Mail', 'visit', 0.000_259_540_959_835, 0.003_894_040_674, [0.118_372_120_921, 0.098_848_692_187, 0.084_485_574_967, 0.075_390_005_183]],
    ['Womens E-Mail', 'conversion', 0.000_321_490_160_007, 0.094_210_904_447, [0.008_057_225_542, 0.004_209_201_602, 0.005_064_919_502, 0.006_038_317_196]]
  ] as const

  it('the T-learner’s Qini, normalised Qini and uplift at 10, 20, 30 and 50 %', () => {
    for (const [arm, metric, area, normalised, at] of pins) {
      const both = arms(arm)
      const effect = tLearner(experiment(both.filter((_, i) => i % 2 === 0), metric), logisticLearner())
      const scored = both.filter((_, i) => i % 2 === 1).map((row) => ({ score: effect(row.features), outcome: row[metric], treated: row.arm !== 'No E-Mail' }))
      const found = qini(scored)
      expect([found.n, found.area, found.normalised], `${arm} ${metric}`).toEqual([arm === 'Mens E-Mail' ? 21_306 : 21_346, expect.closeTo(area, 8), expect.closeTo(normalised, 6)])
      expect([0.1, 0.2, 0.3, 0.5].map((share) => upliftAt(scored, share))).toEqual(at.map((one) => expect.closeTo(one, 6)))
      expect(found.curve[0]).toEqual({ people: 0, gained: 0 })
    }
  })

  it('the X- and R-learner rank the women’s mail at least as well', () => {
    const both = arms('Womens E-Mail')
    const train = experiment(both.filter((_, i) => i % 2 === 0))
    for (const effect of [xLearner(train, logisticLearner(), linearLearner()), rLearner(train, logisticLearner(), linearLearner())]) {
      expect(qini(both.filter((_, i) => i % 2 === 1).map((row) => ({ score: effect(row.features), outcome: row.visit, treated: row.arm !== 'No E-Mail' }))).normalised).toBeGreaterThan(0.0573)
    }
  })

  it('finds something to target in the women’s arm and nothing in the men’s', () => {
    const ask = (arm: string) => heterogeneity(experiment(arms(arm)), { learn: linearLearner(), draw: seededRandom(2026), splits: 15 })
    const [women, men] = [ask('Womens E-Mail'), ask('Mens E-Mail')]
    expect(women.ranking.p).toBeLessThan(1e-6)
    expect(women.ranking.low).toBeGreaterThan(0)
    expect(women.groups[0]?.low).toBeLessThan(0)
    expect(men.ranking.p).toBeGreaterThan(0.1)
    expect(men.ranking.low).toBeLessThan(0)
    // Everybody gains by the men's mail, a tenth who bought of both kinds somewhat more: the slope sees them, the ranking of all does not change.
    for (const group of men.groups) expect(group.low).toBeGreaterThan(0)
    expect(men.slope.p).toBeLessThan(0.05)
  }, 240_000)

  it('least squares with HC2 errors, the whole file', () => {
    const rows = hillstrom(folder ?? '')
    const design = rows.map(({ arm, features }) => [Number(arm === 'Mens E-Mail'), Number(arm === 'Womens E-Mail'), ...features])
    for (const [metric, effects, errors] of [['visit', [0.076_146_248_793, 0.045_504_949_411], [0.003_338_349_358, 0.003_193_269_550]], ['spend', [0.768_812_411_723, 0.427_561_938_192], [0.145_124_147_507, 0.130_404_070_370]]] as const) {
      const { coefficients, robustErrors } = fitLinear(design, rows.map((row) => row[metric]))
      expect(coefficients.slice(0, 2)).toEqual(effects.map((one) => expect.closeTo(one, 10)))
      expect(robustErrors.slice(1, 3)).toEqual(errors.map((one) => expect.closeTo(one, 10)))
    }
  })
})

describe('uplift', () => {
  const random = seededRandom(13)
  /** The outcome depends on x₀ and x₁; the effect is `effect(x)`. */
  const simulate = (n: number, effect: (x: readonly number[]) => number): Experiment => {
    const rows = Array.from({ length: n }, () => Array.from({ length: 4 }, () => random.normal()))
    const treated = rows.map(() => Number(random.next() < 0.5))
    return { rows, treated, outcome: rows.map((x, i) => 1 + (x[0] ?? 0) - 0.5 * (x[1] ?? 0) + (treated[i] ?? 0) * effect(x) + random.normal()) }
  }

  it('all three recover the effect that made the data', () => {
    const truth = (x: readonly number[]) => 0.5 + 0.8 * (x[0] ?? 0) - 0.3 * (x[2] ?? 0)
    const experiment = simulate(6_000, truth)
    for (const effect of [tLearner(experiment, linearLearner()), xLearner(experiment, linearLearner(), linearLearner()), rLearner(experiment, linearLearner(), linearLearner(1))]) {
      const misses = experiment.rows.map((row) => (effect(row) - truth(Array.from(row))) ** 2)
      expect(Math.sqrt(misses.reduce((sum, one) => sum + one, 0) / misses.length)).toBeLessThan(0.1)
    }
  })

  it('an effect that is the same for all is called heterogeneous at most 5 times in 100', () => {
    let [ranking, slope] = [0, 0]
    for (let trial = 0; trial < 200; trial += 1) {
      const found = heterogeneity(simulate(400, () => 0.5), { learn: linearLearner(), draw: random, splits: 11 })
      ranking += Number(found.ranking.p < 0.05)
      slope += Number(found.slope.p < 0.05)
    }
    expect(ranking / 200).toBeLessThanOrEqual(0.05)
    expect(slope / 200).toBeLessThanOrEqual(0.05)
    const real = heterogeneity(simulate(800, (x) => 0.5 + 0.5 * (x[1] ?? 0)), { learn: linearLearner(), draw: random, splits: 11 })
    expect(real.ranking.p).toBeLessThan(0.01)
    expect(real.slope.value).toBeGreaterThan(0.5)
    expect(real.slope.value).toBeLessThan(1.5)
  }, 240_000)

  it('a Qini by hand, a perfect order, and a worst one', () => {
    const people = [
      { score: 3, outcome: 1, treated: true }, { score: 2, outcome: 0, treated: false }, { score: 1, outcome: 0, treated: true }, { score: 0, outcome: 1, treated: false }
    ]
    // Q: 0, 1, 1, 1, 0 over a flat random line: 3 by trapezoids, ÷ 16.
    expect(qini(people)).toMatchObject({ area: 3 / 16, normalised: 1, n: 4 })
    expect(qini(people.map((one) => ({ ...one, score: -one.score }))).area).toBeLessThan(0)
    expect(qini(people.map((one) => ({ ...one, score: 7 }))).area).toBe(0)
    expect(upliftAt(people, 0.5)).toBe(1)
    expect(qini(people.map((one) => ({ ...one, outcome: one.outcome * 2.5 }))).normalised).toBeNaN()
    expect(() => qini(people.filter(({ treated }) => treated))).toThrow(RangeError)
  })

  it('ridge draws coefficients towards zero, and a column that follows from the others is refused', () => {
    const rows = Array.from({ length: 60 }, () => { const x = random.normal(); return [x, random.normal()] })
    const values = rows.map(([x = 0, y = 0]) => 3 + 2 * x - y)
    const exact = fitLinear(rows, values)
    expect([exact.intercept, ...exact.coefficients, exact.rSquared]).toEqual([3, 2, -1, 1].map((one) => expect.closeTo(one, 10)))
    expect(valueAt(exact, [1, 1])).toBeCloseTo(4, 10)
    expect(fitLinear(rows, values, { ridge: 60 }).coefficients[0]).toBeCloseTo(1, 0)
    expect(() => fitLinear(rows.map(([x = 0]) => [x, 2 * x]), values)).toThrow('follows')
    const weighted = fitLinear([...rows, [100, 100]], [...values, 0], { weights: [...rows.map(() => 1), 0] })
    expect(weighted.coefficients[0]).toBeCloseTo(2, 8)
  })
})
