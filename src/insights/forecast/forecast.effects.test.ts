/** Effects that were put in are found again; one seen once is not carried forward; what is left out leaves no trace. */
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { clean, type Column } from './forecast.effects.ts'

const n = 400
const ahead = 28
const week = [1.3, 0.8, 0.8, 0.9, 1, 1.1, 1.1]
const at = (places: readonly number[]): readonly number[] => Array.from({ length: n + ahead }, (_, i) => Number(places.includes(i)))
const run = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i)

function history(times: (place: number) => number, noise = 0.05, random = seededRandom(7)): readonly number[] {
  return Array.from({ length: n }, (_, i) => 1000 * (1 + i / n) * (week[i % 7] ?? 1) * times(i) * (1 + noise * (random.next() - 0.5)))
}

describe('effects', () => {
  const festival = [...run(80, 5), ...run(300, 5), ...run(410, 5)]
  const once = run(200, 4)
  const columns: readonly Column[] = [{ key: 'festival', x: at(festival) }, { key: 'once', x: at(once) }, { key: 'never', x: at([405]) }]
  const values = history((i) => (festival.includes(i) ? 2.5 : once.includes(i) ? 0.5 : 1))

  it('finds what was put in, through a trend and a week', () => {
    const { effects, series, factorAt } = clean(values, [], columns, 7, 2)
    expect(effects[0]).toMatchObject({ key: 'festival', occurrences: 2, isUsed: true })
    expect(effects[0]?.ratio).toBeCloseTo(2.5, 1)
    expect(effects[0]?.low ?? 9).toBeLessThan(2.5)
    expect(effects[0]?.high ?? 0).toBeGreaterThan(2.5)
    expect([factorAt(409), factorAt(405)]).toEqual([1, 1])
    expect(factorAt(411)).toBeCloseTo(2.5, 1)
    // The cleaned history is what it would have been without.
    const plain = history(() => 1)
    festival.filter((i) => i < n).forEach((i) => expect(Math.abs((series[i] ?? 0) / (plain[i] ?? 1) - 1)).toBeLessThan(0.1))
  })
  it('cleans the history of what was seen once, and carries it nowhere', () => {
    const { effects, series, factorAt } = clean(values, [], columns, 7, 2)
    expect(effects[1]).toMatchObject({ key: 'once', occurrences: 1, isUsed: false })
    expect(effects[1]?.ratio).toBeCloseTo(0.5, 1)
    expect(effects[2]).toMatchObject({ key: 'never', occurrences: 0, ratio: null, isUsed: false })
    expect(factorAt(405)).toBe(1)
    expect((series[201] ?? 0) / (values[201] ?? 1)).toBeGreaterThan(1.7)
  })
  it('finds nothing where nothing was put in, most of the time', () => {
    let called = 0
    for (let seed = 1; seed <= 40; seed += 1) if (clean(history(() => 1, 0.3, seededRandom(seed)), [], columns.slice(0, 1), 7, 2).effects[0]?.isUsed === true) called += 1
    expect(called).toBeLessThanOrEqual(6)
  })
  it('fills days without stock with ordinary ones, so that they leave no trace', () => {
    const missing = at(run(350, 10))
    const plain = history(() => 1)
    const sold = history((i) => (missing[i] === 1 ? 0 : 1))
    const { filled } = clean(sold, missing, [], 7, 2)
    run(350, 10).forEach((i) => expect(Math.abs((filled[i] ?? 0) / (plain[i] ?? 1) - 1)).toBeLessThan(0.1))
    expect(clean(sold, [], [], 7, 2).filled[352]).toBe(0)
  })
})
