/** The interval of the value: how often it holds, on people it was not made from, and when there is none. */
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { addDays } from '#foundation/zone.ts'
import { worthDays } from './prediction.gather.ts'
import { worthRange } from './prediction.list.ts'
import { coverageOf, worthSpread } from './prediction.worth.ts'

/** Expected values of very different sizes; most spend nothing, the others around what they are worth, with a long tail. */
function crowd(seed: number, n: number): { readonly expected: Float64Array, readonly spent: Float64Array } {
  const random = seededRandom(seed)
  const expected = Float64Array.from({ length: n }, () => Math.exp(3 + 1.5 * random.normal()))
  return { expected, spent: expected.map((one) => { const share = one / (one + 40); return random.next() < share ? (one / share) * Math.exp(0.8 * random.normal() - 0.32) : 0 }) }
}

describe('the interval of the value', () => {
  it('holds at least 80 % of people it was not made from, and says so of itself', () => {
    const held = Array.from({ length: 15 }, (_, seed) => {
      const [seen, unseen] = [crowd(seed, 2000), crowd(1000 + seed, 2000)]
      const worth = { spread: worthSpread(seen.expected, seen.spent) }
      const within = unseen.spent.filter((one, row) => {
        const value = Math.round((unseen.expected[row] ?? 0) * 10_000)
        const { valueLowMinor, valueHighMinor } = worthRange(value, { worth: { cut: '2025-01-01', to: '2026-01-01', days: 365, customers: 2000, expectedMinor: '0', spentMinor: '0', meanErrorMinor: '0', coverage: 0, ...worth } })
        return one * 10_000 >= Number(valueLowMinor) - 1 && one * 10_000 <= Number(valueHighMinor) + 1
      }).length / 2000
      return { within, said: coverageOf(seen.expected, seen.spent) }
    })
    const mean = (of: (one: (typeof held)[number]) => number): number => held.reduce((sum, one) => sum + of(one), 0) / held.length
    expect(mean(({ within }) => within)).toBeGreaterThan(0.8)
    expect(mean(({ within }) => within)).toBeLessThan(0.95)
    expect(Math.abs(mean(({ within }) => within) - mean(({ said }) => said))).toBeLessThan(0.02)
  })

  it('holds less where people changed between, so that coverage is no ornament', () => {
    const { expected, spent } = crowd(7, 2000)
    const worth = worthSpread(expected, spent)
    const doubled = spent.map((one) => one * 3)
    const within = doubled.filter((one, row) => { const value = expected[row] ?? 0; const group = worth.findLast(({ from }) => from <= value); return one <= (group?.high ?? 0) * value }).length
    expect(within / 2000).toBeLessThan(0.8)
    expect(coverageOf(expected, spent)).toBeGreaterThan(0.8)
  })

  it('holds its own figure, by ranks of n + 1 within each tenth', () => {
    const { expected, spent } = crowd(3, 200)
    const groups = worthSpread(expected, spent)
    expect(groups.map(({ n }) => n)).toEqual(Array.from({ length: 10 }, () => 20))
    for (const { low, high } of groups) { expect(low).toBeLessThanOrEqual(1); expect(high).toBeGreaterThanOrEqual(1) }
    // Twenty in a tenth: the second smallest and, of 18.9 rounded up, the nineteenth ratio.
    const first = Array.from(expected.keys()).sort((a, b) => (expected[a] ?? 0) - (expected[b] ?? 0)).slice(180)
    const ratios = first.map((row) => (spent[row] ?? 0) / (expected[row] ?? 1)).sort((a, b) => a - b)
    expect(groups.at(-1)).toMatchObject({ low: Math.min(1, ratios[1] ?? 0), high: Math.max(1, ratios[18] ?? 0) })
    // Too few for a tail: from nothing to the most that was seen.
    expect(worthSpread(Float64Array.of(1, 1), Float64Array.of(0.5, 4)).map(({ low, high }) => [low, high])).toEqual([[0, 1], [0, 4]])
    expect(coverageOf(new Float64Array(), new Float64Array())).toBe(0)
  })

  it('has finer groups where there are people enough, tenths at least', () => {
    const sizes = [50, 2000, 4000, 20_000].map((n) => { const { expected, spent } = crowd(1, n); return worthSpread(expected, spent).length })
    expect(sizes).toEqual([10, 10, 20, 50])
  })

  it('needs two horizons and sixty days, and is never tried over more days than the value has', () => {
    const asOf = '2026-06-01'
    const from = (days: number) => worthDays({ firstDay: addDays(asOf, -days), asOf, horizonDays: 90, valueDays: 365 })
    expect([239, 240, 373, 515, 900].map(from)).toEqual([undefined, 90, 223, 365, 365])
    expect(worthRange(1000, {})).toEqual({ valueLowMinor: null, valueHighMinor: null })
  })
})
