import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { heterogeneity } from './heterogeneity.ts'
import { qini } from './qini.ts'
import { predictTrees } from './trees.predict.ts'
import { fitTrees } from './trees.ts'
import { linearLearner, logisticLearner, rLearner, tLearner, xLearner, type Experiment, type Predict, type Row } from './uplift.ts'
import { treeLearner } from './upliftTrees.ts'

/** Who buys seldom or very often gains, the middle loses, and only below a threshold of another trait: no line through the traits sees it. */
const effectOf = (row: Row): number => (Math.abs(row[0] ?? 0) > 1 && (row[2] ?? 0) < 0.5 ? 1 : -0.1)

function experimentOf(seed: number, n: number, { share = 0.5, isYesNo = false, effect = effectOf } = {}): Experiment {
  const random = seededRandom(seed)
  const rows = Array.from({ length: n }, () => Array.from({ length: 5 }, () => random.normal()))
  const treated = rows.map(() => Number(random.next() < share))
  const outcome = rows.map((x, i) => {
    const [base, gain] = [(x[0] ?? 0) - 0.5 * (x[1] ?? 0), (treated[i] ?? 0) * effect(x)]
    return isYesNo ? Number(random.next() < 0.2 + 0.1 * Math.tanh(base) + 0.3 * gain) : 1 + base + gain + random.normal()
  })
  return { rows, treated, outcome }
}

const areaOf = (effect: Predict, { rows, outcome, treated }: Experiment): number =>
  qini(rows.map((row, i) => ({ score: effect(row), outcome: outcome[i] ?? 0, treated: treated[i] === 1 }))).area

const trees = (seed = 1) => treeLearner({ draw: seededRandom(seed) })

describe('uplift over trees', () => {
  it('T-, X- and R-learner rank a non-linear effect better than over lines, on people they have not seen, and near the truth', () => {
    const [train, test] = [experimentOf(11, 3000), experimentOf(12, 4000)]
    const best = areaOf(effectOf, test)
    const linear = linearLearner()
    const pairs = {
      T: [tLearner(train, trees()), tLearner(train, linear)],
      X: [xLearner(train, trees(), trees(2)), xLearner(train, linear, linear)],
      R: [rLearner(train, trees(), trees(2)), rLearner(train, linear, linear)]
    } as const
    for (const [name, [grown, straight]] of Object.entries(pairs)) {
      const areas = [areaOf(grown, test) / best, areaOf(straight, test) / best]
      expect(areas[0], name).toBeGreaterThan(0.7)
      expect(areas[1], name).toBeLessThan(0.4)
    }
  })

  it('so with yes and no, and one person in five treated', () => {
    const [train, test] = [experimentOf(21, 6000, { share: 0.2, isYesNo: true }), experimentOf(22, 6000, { share: 0.2, isYesNo: true })]
    const best = areaOf(effectOf, test)
    const chances = treeLearner({ draw: seededRandom(3), loss: 'log' })
    for (const [grown, straight] of [
      [tLearner(train, chances), tLearner(train, logisticLearner())],
      [xLearner(train, chances, trees(4)), xLearner(train, logisticLearner(), linearLearner())],
      [rLearner(train, chances, trees(4)), rLearner(train, logisticLearner(), linearLearner())]
    ] as const) {
      expect(areaOf(grown, test)).toBeGreaterThan(2 * areaOf(straight, test))
      expect(areaOf(grown, test) / best).toBeGreaterThan(0.5)
    }
  })

  it('the test of heterogeneity finds over trees what it cannot find over lines, and nothing where the effect is the same for all', () => {
    const ask = (experiment: Experiment, learn = trees(5)) => heterogeneity(experiment, { learn, draw: seededRandom(6), splits: 7 }).ranking.p
    // Symmetric in the first trait and without the second, so that not even a slope is left.
    const bent = experimentOf(31, 2000, { effect: (row) => (Math.abs(row[0] ?? 0) > 1 ? 1 : -0.1) })
    expect(ask(bent)).toBeLessThan(0.001)
    expect(ask(bent, linearLearner())).toBeGreaterThan(0.05)
    expect(ask(experimentOf(32, 2000, { effect: () => 0.3 }))).toBeGreaterThan(0.05)
  })

  it('is the same to the last bit by seed, and of another seed another', () => {
    const train = experimentOf(41, 800)
    const effects = (seed: number): readonly number[] => [tLearner(train, trees(seed)), xLearner(train, trees(seed), trees(seed + 1)), rLearner(train, trees(seed), trees(seed + 1))].flatMap((effect) => train.rows.slice(0, 100).map(effect))
    expect(effects(7)).toEqual(effects(7))
    expect(effects(8)).not.toEqual(effects(7))
  })

  it('predicts row by row what the trees predict by columns, with weights, categories, missing values and chances', () => {
    const random = seededRandom(51)
    const rows = Array.from({ length: 800 }, () => [random.next() < 0.1 ? Number.NaN : random.normal(), random.int(6)])
    const columns = [0, 1].map((j) => rows.map((row) => row[j] ?? Number.NaN))
    const weights = rows.map(() => 0.5 + random.next())
    const yes = rows.map(([x = 0, code = 0]) => Number(random.next() < (code % 2 === 0 ? 0.7 : 0.2) + (x > 0 ? 0.1 : 0)))
    for (const loss of ['log', 'squared'] as const) {
      const shape = { loss, trees: 30, leaves: 6, leastRows: 20, bins: 64, categorical: [1] }
      const learned = treeLearner({ ...shape, heldOutShare: 0, draw: random })(rows, yes, weights)
      const whole = predictTrees(fitTrees(columns, yes, { ...shape, rate: 0.05, weights }), columns)
      expect(rows.map(learned)).toEqual([...whole].map((one) => expect.closeTo(one, 12)))
      expect(learned([Number.NaN, 99])).toBeGreaterThan(0)
    }
  })

  it('learns from everybody where too few are left to hold out, and refuses what is no share', () => {
    const few = treeLearner({ draw: { next: () => 0 }, leastRows: 1 })([[0], [0], [1], [1]], [1, 1, 3, 3])
    expect(few([1])).toBeGreaterThan(few([0]) + 1)
    for (const heldOutShare of [1, -0.1, Number.NaN]) expect(() => treeLearner({ draw: seededRandom(1), heldOutShare })).toThrow(RangeError)
    expect(() => tLearner({ rows: [[1], [2]], outcome: [1, 2], treated: [1, 1] }, trees())).toThrow('treated')
  })
})
