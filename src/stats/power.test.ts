import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { differenceOfMeans, momentsOf } from './difference.ts'
import { powerOfMeans, powerOfShares, sampleForMean, smallestEffectOnMean, smallestEffectOnShare } from './power.ts'
import { alwaysValid, tunedTo } from './sequential.ts'

const random = seededRandom(11)

describe('power', () => {
  /** Source: the textbook case: an effect of half a standard deviation at 80 % needs 63 a group (Cohen 1988, table 2.4.1: 64 by Student's t; 62.8 by the normal). */
  it('half a standard deviation needs 63 people a group', () => {
    expect(sampleForMean(0.5, 1)).toBe(126)
    expect(powerOfMeans({ treated: 63, control: 63 }, 1, 0.5)).toBeCloseTo(0.8, 2)
    expect(smallestEffectOnMean({ treated: 63, control: 63 }, 1)).toBeCloseTo(0.499, 3)
    expect(powerOfMeans({ treated: 63, control: 63 }, 1, 0)).toBeCloseTo(0.05, 12)
  })

  it('is what a simulation sees, with unequal arms and spreads', () => {
    const design = { treated: 400, control: 100 }
    const spread = { treated: 2, control: 1 }
    const effect = smallestEffectOnMean(design, spread)
    let seen = 0
    for (let trial = 0; trial < 1_000; trial += 1) {
      const draw = (n: number, mean: number, sd: number) => momentsOf(Array.from({ length: n }, () => mean + sd * random.normal()))
      seen += Number(differenceOfMeans(draw(400, effect, 2), draw(100, 0, 1)).p < 0.05)
    }
    expect(seen / 1_000).toBeGreaterThan(0.76)
    expect(seen / 1_000).toBeLessThan(0.84)
  })

  it('the smallest change of a share, seen by its power; none where nothing could be', () => {
    const design = { treated: 2_000, control: 500 }
    for (const direction of ['rise', 'fall'] as const) {
      const size = smallestEffectOnShare(design, 0.1, direction) ?? Number.NaN
      expect(Math.sign(size)).toBe(direction === 'rise' ? 1 : -1)
      expect(powerOfShares(design, 0.1, size)).toBeCloseTo(0.8, 9)
    }
    expect(smallestEffectOnShare({ treated: 2, control: 2 }, 0.5)).toBeUndefined()
    expect(() => smallestEffectOnMean({ treated: 0, control: 5 }, 1)).toThrow(RangeError)
    expect(() => sampleForMean(0, 1)).toThrow(RangeError)
  })
})

describe('looking every day', () => {
  it('tunes ρ where the interval is tightest', () => {
    const at = { difference: 0, standardError: 0.02 }
    const best = tunedTo(0.02)
    const width = (rho: number) => alwaysValid(at, rho).high
    expect(width(best)).toBeLessThan(width(best * 1.2))
    expect(width(best)).toBeLessThan(width(best / 1.2))
    expect(alwaysValid({ difference: width(best), standardError: 0.02 }, best).p).toBeCloseTo(0.05, 9)
    expect(() => alwaysValid(at, 0)).toThrow(RangeError)
  })

  it('190 looks: the always-valid interval misses at most 5 in 100, the ordinary one a fifth; and a real effect is found', () => {
    const experiments = 800
    let [missed, ordinary, found] = [0, 0, 0]
    for (let one = 0; one < experiments; one += 1) {
      // A skewed metric: one in five buys, for an exponential amount; the effect is 0 in even experiments, .1 in odd ones.
      const effect = one % 2 === 0 ? 0 : 0.1
      const sums = [{ n: 0, s: 0, ss: 0 }, { n: 0, s: 0, ss: 0 }]
      const rho = tunedTo(Math.sqrt((2 * 0.36) / 2_000))
      let [out, outOrdinary, sees] = [false, false, false]
      for (let i = 1; i <= 2_000; i += 1) {
        for (const [g, sum] of sums.entries()) {
          const value = (random.next() < 0.2 ? random.exponential() : 0) + (g === 0 ? effect : 0)
          sum.n += 1; sum.s += value; sum.ss += value * value
        }
        if (i < 100 || i % 10 !== 0) continue
        const [t, c] = sums.map(({ n, s, ss }) => ({ n, mean: s / n, variance: (ss - (s * s) / n) / (n - 1) }))
        if (!t || !c) continue
        const welch = differenceOfMeans(t, c)
        const { low, high } = alwaysValid(welch, rho)
        out ||= low > effect || high < effect
        outOrdinary ||= welch.low > effect || welch.high < effect
        sees ||= low > 0
      }
      missed += Number(out)
      ordinary += Number(outOrdinary)
      found += Number(sees && effect > 0)
    }
    expect(missed / experiments).toBeLessThanOrEqual(0.05)
    expect(ordinary / experiments).toBeGreaterThan(0.18)
    expect(found / (experiments / 2)).toBeGreaterThan(0.9)
  })
})
