import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { hillstrom } from '#test/hillstrom.ts'
import { sharedData } from '#test/sharedData.ts'
import { cuped } from './cuped.ts'
import { differenceOfMeans, momentsOf, together } from './difference.ts'
import { benjaminiHochberg, bonferroni, holm } from './multiple.ts'
import { differenceOfShares, sampleRatio, scoreStatistic } from './proportions.ts'
import { differenceOfRatios, ratioOf, relativeChange } from './ratio.ts'

const folder = sharedData()

/** Source: references/uplift.json, computed with SciPy from the publisher's file. */
describe.skipIf(folder === undefined)('Hillstrom’s experiment', () => {
  it('visits, orders and spend of each mail against none, Welch', () => {
    const rows = hillstrom(folder ?? '')
    const of = (arm: string, metric: 'visit' | 'conversion' | 'spend') => momentsOf(rows.flatMap((row) => (row.arm === arm || (arm === 'any' && row.arm !== 'No E-Mail') ? [row[metric]] : [])))
    const pins = [
      ['Mens E-Mail', 'visit', 0.076_589_563_651_531, 0.003_385_887_811_728, 0.069_953_345, 0.083_225_782], ['Womens E-Mail', 'visit', 0.045_233_106_587_053, 0.003_234_462_099_091, 0.038_893_677, 0.051_572_536],
      ['Mens E-Mail', 'conversion', 0.006_805_006_519_616, 0.000_920_872_785_735, 0.005_000_129, 0.008_609_884], ['Womens E-Mail', 'conversion', 0.003_111_057_511_085, 0.000_822_677_077_555, 0.001_498_640, 0.004_723_475],
      ['Mens E-Mail', 'spend', 0.769_827_155_894_537, 0.145_246_560_248_687, 0.485_149_129, 1.054_505_183], ['Womens E-Mail', 'spend', 0.424_412_215_936_597, 0.130_332_858_529_191, 0.168_964_507, 0.679_879_925],
      ['any', 'visit', 0.060_881_957_260_985, 0.002_777_287_642_805, 0.055_438_574, 0.066_325_341], ['any', 'spend', 0.596_796_066_727_898, 0.112_556_208_691_063, 0.376_189_951, 0.817_402_182]
    ] as const
    for (const [arm, metric, effect, error, low, high] of pins) {
      const found = differenceOfMeans(of(arm, metric), of('No E-Mail', metric))
      // The published interval is the normal one; Student's with 40,000 degrees of freedom is wider by about 1e-4 of an error.
      expect([found.difference, found.standardError], `${arm} ${metric}`).toEqual([expect.closeTo(effect, 12), expect.closeTo(error, 12)])
      for (const [bound, published] of [[found.low, low], [found.high, high]] as const) expect(Math.abs(bound - published)).toBeLessThan(1.5e-4 * error)
    }
  })

  it('the arms came out as planned: χ² .2025', () => {
    const rows = hillstrom(folder ?? '')
    const counts = Object.values(Object.groupBy(rows, ({ arm }) => arm)).map((list) => list?.length ?? 0)
    expect(counts.toSorted((a, b) => a - b)).toEqual([21_306, 21_307, 21_387])
    expect(sampleRatio(counts)).toEqual({ chiSquare: expect.closeTo(0.202_531_25, 10), df: 2, p: expect.closeTo(0.903_692_957_56, 9), mismatch: false })
  })
})

describe('shares', () => {
  /** Source: Newcombe 1998, table II, contrasts (a), (b), (c): method 10 and the Miettinen–Nurminen interval (method 6). */
  it('Newcombe’s table of intervals', () => {
    const table = [
      [[56, 70], [48, 80], [0.0524, 0.3339], [0.0528, 0.3382]], [[9, 10], [3, 10], [0.1705, 0.8090], [0.1700, 0.8406]], [[6, 7], [2, 7], [0.0582, 0.8062], [0.0342, 0.8534]]
    ] as const
    for (const [[x1, n1], [x2, n2], newcombe, score] of table) {
      const found = differenceOfShares({ count: x1, of: n1 }, { count: x2, of: n2 })
      expect(found.newcombe.map((one) => Number(one.toFixed(4)))).toEqual(newcombe)
      expect(found.score.map((one) => Number(one.toFixed(4)))).toEqual(score)
    }
  })

  it('stay inside [−1, 1], hold the estimate, and turn over when the groups are exchanged', () => {
    const share = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 })).map(([count, rest]) => ({ count, of: count + rest }))
    fc.assert(fc.property(share, share, (a, b) => {
      const [one, other] = [differenceOfShares(a, b), differenceOfShares(b, a)]
      for (const [low, high] of [one.newcombe, one.score]) {
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-9); expect(high).toBeLessThanOrEqual(1 + 1e-9)
        expect(low).toBeLessThanOrEqual(one.difference + 1e-9); expect(high).toBeGreaterThanOrEqual(one.difference - 1e-9)
      }
      expect(one.newcombe[0]).toBeCloseTo(-other.newcombe[1], 9)
      expect(one.score[0]).toBeCloseTo(-other.score[1], 7)
    }), { numRuns: 200 })
    expect(scoreStatistic({ count: 3, of: 9 }, { count: 3, of: 9 }, 0)).toBe(0)
    expect(() => differenceOfShares({ count: 3, of: 2 }, { count: 1, of: 2 })).toThrow(RangeError)
  })

  it('a 10 % leak of one arm is a mismatch, and a planned 9 : 1 is not', () => {
    expect(sampleRatio([10_000, 9_000]).mismatch).toBe(true)
    expect(sampleRatio([9_012, 988], [9, 1]).mismatch).toBe(false)
    expect(() => sampleRatio([10, 20], [1, 0])).toThrow(RangeError)
  })
})

describe('ratios and earlier behaviour', () => {
  const random = seededRandom(7)

  it('the delta method’s interval covers the true ratio 95 times in 100; taking orders as independent does not', () => {
    let [covered, naive] = [0, 0]
    for (let trial = 0; trial < 600; trial += 1) {
      const orders: number[] = []
      // A customer's own level moves all of his orders: value per order is 1 in both groups.
      const group = () => Array.from({ length: 300 }, () => {
        const [below, level] = [1 + random.int(6), random.gamma(2) / 2]
        const each = Array.from({ length: below }, () => level * random.exponential())
        orders.push(...each)
        return { above: each.reduce((sum, one) => sum + one, 0), below }
      })
      const { low, high } = differenceOfRatios(ratioOf(group()), ratioOf(group()))
      covered += Number(low < 0 && high > 0)
      const half = Math.floor(orders.length / 2)
      naive += Number(differenceOfMeans(momentsOf(orders.slice(0, half)), momentsOf(orders.slice(half))).p > 0.05)
    }
    expect(covered / 600).toBeGreaterThan(0.93)
    expect(covered / 600).toBeLessThan(0.97)
    expect(naive / 600).toBeLessThan(0.9)
  })

  it('a ratio with a constant denominator is a mean, and a relative change is the change over the control', () => {
    const values = Array.from({ length: 50 }, () => random.exponential())
    const { value, standardError } = ratioOf(values.map((above) => ({ above, below: 1 })))
    const { n, mean, variance } = momentsOf(values)
    expect([value, standardError]).toEqual([expect.closeTo(mean, 12), expect.closeTo(Math.sqrt(variance / n), 12)])
    expect(relativeChange({ value: 1.2, standardError: 0 }, { value: 1, standardError: 0.1 })).toMatchObject({ difference: expect.closeTo(0.2, 12), standardError: expect.closeTo(0.12, 12) })
    expect(() => relativeChange({ value: 1, standardError: 1 }, { value: 0, standardError: 1 })).toThrow(RangeError)
    expect(() => ratioOf([{ above: 1, below: 1 }])).toThrow(RangeError)
  })

  it('CUPED keeps the effect, and takes out ρ² of the noise', () => {
    const [rho, effect] = [0.8, 0.3]
    let [covered, sum, reduction] = [0, 0, 0]
    for (let trial = 0; trial < 400; trial += 1) {
      const group = (lift: number) => Array.from({ length: 200 }, () => { const before = random.normal(); return { before, value: 5 + lift + rho * before + Math.sqrt(1 - rho ** 2) * random.normal() } })
      const found = cuped(group(effect), group(0))
      covered += Number(found.low < effect && effect < found.high)
      sum += found.difference
      reduction += found.reduction
      expect(found.standardError).toBeLessThan(found.unadjusted.standardError)
    }
    expect(reduction / 400).toBeCloseTo(rho ** 2, 1)
    expect(sum / 400).toBeCloseTo(effect, 1)
    expect(covered / 400).toBeGreaterThan(0.925)
    const same = Array.from({ length: 30 }, () => ({ before: 4, value: random.normal() }))
    expect(cuped(same, same.map(({ value }) => ({ before: 4, value: value + 1 })))).toMatchObject({ theta: 0, reduction: 0, difference: expect.closeTo(-1, 12) })
  })

  it('moments taken apart and put together are those of all', () => {
    const values = Array.from({ length: 40 }, () => random.gamma(2))
    const all = momentsOf(values)
    const joined = together(momentsOf(values.slice(0, 13)), momentsOf(values.slice(13)))
    expect([joined.n, joined.mean, joined.variance]).toEqual([40, expect.closeTo(all.mean, 12), expect.closeTo(all.variance, 12)])
    expect(() => differenceOfMeans(momentsOf([1]), all)).toThrow(RangeError)
  })
})

/** Source: R 4.3, p.adjust(c(.01, .04, .03, .005, .8)), methods bonferroni, holm, BH. */
it('adjusts many p-values as R’s p.adjust does', () => {
  const ps = [0.01, 0.04, 0.03, 0.005, 0.8]
  const close = (values: readonly number[]) => values.map((one) => expect.closeTo(one, 12))
  expect(bonferroni(ps)).toEqual(close([0.05, 0.2, 0.15, 0.025, 1]))
  expect(holm(ps)).toEqual(close([0.04, 0.09, 0.09, 0.025, 0.8]))
  expect(benjaminiHochberg(ps)).toEqual(close([0.025, 0.05, 0.05, 0.025, 0.8]))
  expect(() => holm([0.2, 1.4])).toThrow(RangeError)
})
