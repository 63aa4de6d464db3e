import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { bootstrap } from './bootstrap.ts'

const meanOf = (data: ArrayLike<number>) => (rows: Uint32Array): number => rows.reduce((sum, i) => sum + (data[i] ?? 0), 0) / rows.length

/** Test A of 26 children, Efron and Tibshirani 1993, table 14.1; the figure is the variance with divisor n. */
const spatial = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41]
const variance = (rows: Uint32Array): number => {
  const mean = meanOf(spatial)(rows)
  return rows.reduce((sum, i) => sum + ((spatial[i] ?? 0) - mean) ** 2, 0) / rows.length
}

describe('bootstrap', () => {
  it('gives the intervals of the spatial test data: percentile (100.8, 233.9), BCa (115.8, 259.6)', () => {
    const { estimate, percentile, bca, biasCorrection, acceleration } = bootstrap(26, variance, seededRandom(1), { resamples: 20_000, level: 0.9 })
    expect(estimate).toBeCloseTo(171.5, 1)
    expect(acceleration).toBeCloseTo(0.061, 3)
    // Theirs are of 2,000 resamples: an end of the interval then has a standard error of about 3, ẑ₀ of .03.
    expect(Math.abs(biasCorrection - 0.146)).toBeLessThan(0.06)
    for (const [ours, theirs] of [[percentile.low, 100.8], [percentile.high, 233.9], [bca?.low, 115.8], [bca?.high, 259.6]] as const) expect(Math.abs((ours ?? 0) - theirs)).toBeLessThan(6)
    // SciPy 1.10, 100,000 resamples: (97.96, 235.30) and (115.78, 261.23).
    for (const [ours, theirs] of [[percentile.low, 97.96], [percentile.high, 235.3], [bca?.low, 115.78], [bca?.high, 261.23]] as const) expect(Math.abs((ours ?? 0) - theirs)).toBeLessThan(3)
  })

  it('has the standard error of a mean by the formula, and the same answer for the same seed', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 40 }).filter((data) => new Set(data).size > 2), fc.integer(), (data, seed) => {
      const answer = bootstrap(data.length, meanOf(data), seededRandom(seed), { resamples: 4_000 })
      const mean = data.reduce((a, b) => a + b, 0) / data.length
      const expected = Math.sqrt(data.reduce((sum, one) => sum + (one - mean) ** 2, 0)) / data.length
      expect(Math.abs(answer.standardError / expected - 1)).toBeLessThan(0.1)
      expect(Math.abs(answer.bias)).toBeLessThan(expected / 8)
      expect(bootstrap(data.length, meanOf(data), seededRandom(seed), { resamples: 4_000 })).toEqual(answer)
      expect(answer.percentile.low).toBeLessThanOrEqual(mean)
      expect(answer.percentile.high).toBeGreaterThanOrEqual(mean)
    }), { numRuns: 20 })
  })

  it('covers a skewed mean about as often as it says, and better corrected than not', () => {
    const random = seededRandom(5)
    let [plain, corrected] = [0, 0]
    const samples = 400
    for (let k = 0; k < samples; k += 1) {
      const data = Array.from({ length: 25 }, () => random.exponential() ** 1.5)
      const truth = 1.329_340_388_179_137
      const { percentile, bca } = bootstrap(data.length, meanOf(data), random, { resamples: 600, level: 0.9 })
      plain += Number(percentile.low <= truth && truth <= percentile.high)
      corrected += Number(bca !== undefined && bca.low <= truth && truth <= bca.high)
    }
    expect(corrected).toBeGreaterThan(plain)
    expect(corrected / samples).toBeGreaterThan(0.81)
    expect(corrected / samples).toBeLessThan(0.95)
  })

  it('names what it cannot say', () => {
    expect(bootstrap(10, () => 4, seededRandom(1))).toMatchObject({ standardError: 0, biasCorrection: expect.closeTo(0, 12), acceleration: 0, percentile: { low: 4, high: 4 }, bca: { low: 4, high: 4 } })
    // The largest value is never exceeded by its resamples: nearly no percentile is left to move to.
    const largest = bootstrap(30, (rows) => rows.reduce((most, i) => Math.max(most, i), 0), seededRandom(2), { resamples: 200 })
    expect(largest.percentile.high).toBe(29)
    const ratio = (rows: Uint32Array): number => rows.length / rows.filter((i) => i === 0).length
    const some = bootstrap(6, ratio, seededRandom(3), { resamples: 500 })
    expect(some.failed).toBeGreaterThan(100)
    expect(some.resamples + some.failed).toBe(500)
    expect(() => bootstrap(400, (rows) => (rows.every((i, k) => i === k) ? 1 : Number.NaN), seededRandom(4))).toThrow('most resamples')
    expect(() => bootstrap(1, () => 1, seededRandom(1))).toThrow(RangeError)
    expect(() => bootstrap(5, () => Number.NaN, seededRandom(1))).toThrow('no number')
  })

  it('leaves out groups of many rows at once, and each row just once', () => {
    const data = Array.from({ length: 1_203 }, (_, i) => ((i * 7_919) % 1_203) ** 2)
    const seen: number[] = []
    const { acceleration } = bootstrap(data.length, (rows) => { seen.push(rows.length); return meanOf(data)(rows) }, seededRandom(6), { resamples: 10 })
    const [, ...others] = seen
    const left = others.slice(10).map((length) => 1_203 - length)
    expect([left.length, left.reduce((a, b) => a + b, 0)]).toEqual([500, 1_203])
    expect(Math.abs(acceleration)).toBeLessThan(0.1)
  })
})
