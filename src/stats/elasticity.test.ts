import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { elasticityWithin, type Sold } from './elasticity.ts'
import { fitLinear } from './linear.ts'

/** Products of their own price level and size; prices move at random, quantities answer with `slope`, a season common to all, and noise. */
function market(seed: number, slope: number, { products = 40, weeks = 60, season = 0, coupled = 0 } = {}): readonly Sold[] {
  const random = seededRandom(seed)
  const seasons = Array.from({ length: weeks }, () => random.normal())
  return Array.from({ length: products }, (_, product) => {
    const [level, size] = [1 + 3 * random.next(), 5 * random.next()]
    return Array.from({ length: weeks }, (_unused, period): Sold => {
      const logPrice = level + 0.15 * random.normal() + coupled * (seasons[period] ?? 0)
      return { product, period, price: Math.exp(logPrice), quantity: Math.exp(size + slope * logPrice + season * (seasons[period] ?? 0) + 0.4 * random.normal()) }
    })
  }).flat()
}

describe('elasticity within products', () => {
  it('is ordinary least squares with a dummy for each product, and for each week where asked', () => {
    const rows = market(7, -1.4, { products: 5, weeks: 12, season: 0.3 })
    const dummies = (row: Sold, weeks: boolean): number[] => [
      Math.log(row.price), ...[1, 2, 3, 4].map((product) => Number(row.product === product)), ...(weeks ? Array.from({ length: 11 }, (_, week) => Number(row.period === week + 1)) : [])
    ]
    for (const periods of [false, true]) {
      const reference = fitLinear(rows.map((row) => dummies(row, periods)), rows.map((row) => Math.log(row.quantity)))
      expect(elasticityWithin(rows, { periods })?.slope).toBeCloseTo(reference.coefficients[0] ?? 0, 9)
    }
  })

  it('covers the truth about as often as it says', () => {
    const covered = Array.from({ length: 200 }, (_, seed) => elasticityWithin(market(seed, -1.2, { products: 25, weeks: 30, season: 0.5 }))).filter((found) => found !== undefined && found.low <= -1.2 && found.high >= -1.2).length
    expect(covered).toBeGreaterThan(180)
    expect(covered).toBeLessThanOrEqual(199)
  })

  it('takes a season that moves prices and sales together for an answer, unless weeks have their own effect', () => {
    const rows = market(3, -1, { season: 0.6, coupled: 0.2 })
    expect(elasticityWithin(rows)?.slope).toBeGreaterThan(0)
    expect(elasticityWithin(rows, { periods: true })?.slope).toBeCloseTo(-1, 1)
  })

  it('does not care for the order of rows, nor for units', () => {
    const rows = market(11, -0.8, { products: 8, weeks: 20 })
    const first = elasticityWithin(rows)
    const turned = elasticityWithin(rows.toReversed().map((row) => ({ ...row, price: row.price * 100, quantity: row.quantity / 12 })))
    expect(turned?.slope).toBeCloseTo(first?.slope ?? 0, 9)
    expect(turned?.standardError).toBeCloseTo(first?.standardError ?? 0, 9)
  })

  it('says nothing where prices stand still, and refuses what has no logarithm', () => {
    expect(elasticityWithin(market(1, -1, { products: 4, weeks: 9 }).map((row) => ({ ...row, price: row.product + 1 })))).toBeUndefined()
    expect(elasticityWithin([{ product: 1, period: 1, price: 2, quantity: 3 }, { product: 1, period: 2, price: 3, quantity: 2 }])).toBeUndefined()
    expect(() => elasticityWithin([{ product: 1, period: 1, price: 0, quantity: 3 }])).toThrow(RangeError)
  })
})
