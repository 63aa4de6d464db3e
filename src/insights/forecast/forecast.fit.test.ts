/** Whatever the data: parts add up to the whole at every step, nothing falls below nothing, and what is shipped is not worse than seasonal naive. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationOf, halfWidth, type Origin } from './forecast.accuracy.ts'
import { fit } from './forecast.fit.ts'
import { planOf } from './forecast.plan.ts'
import type { Node, Task } from './forecast.task.ts'

const n = 110
const amounts = fc.array(fc.oneof(fc.constant(0), fc.double({ min: -50, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 300 })), { minLength: n, maxLength: n })
const none = Array.from({ length: n + 60 }, () => 0)

function taskOf(stores: readonly (readonly number[])[], shares: readonly number[]): Task {
  const whole = Array.from({ length: n }, (_, i) => stores.reduce((sum, store) => sum + (store[i] ?? 0), 0))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const node = (cut: Node['cut'], part: string | null, values: readonly number[]): Node => ({ cut, part, values, missing: none, promotion: none })
  return {
    ...planOf('day', n), origins: 2, level: 0.8, leastOccurrences: 2, columns: [],
    nodes: [node('whole', null, whole), ...stores.map((values, i) => node('store', `s${i}`, values)), ...shares.map((share, i) => node('category', `c${i}`, whole.map((value) => (value * share) / total)))]
  }
}

describe('fit', () => {
  it('adds up at every step, in whole units, for stores and for categories at once', () => {
    fc.assert(fc.property(fc.array(amounts, { minLength: 2, maxLength: 3 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }), (stores, shares) => {
      const { nodes } = fit(taskOf(stores, shares), () => undefined)
      const [whole] = nodes
      for (const cut of ['store', 'category'] as const) {
        const parts = nodes.filter((node) => node.cut === cut)
        whole?.mean.forEach((value, s) => expect(parts.reduce((sum, part) => sum + (part.mean[s] ?? 0), 0)).toBe(value))
      }
      for (const node of nodes) {
        node.mean.forEach((value, s) => { expect(Number.isInteger(value) && value >= 0).toBe(true); expect(node.low[s]).toBeLessThanOrEqual(value); expect(node.high[s]).toBeGreaterThanOrEqual(value) })
        const [shipped, yardstick] = [node.scores.find(({ isShipped }) => isShipped), node.scores.find(({ method }) => method === 'seasonal_naive')]
        expect(shipped?.mae ?? 0).toBeLessThanOrEqual(yardstick?.mae ?? 0)
      }
    }), { numRuns: 12 })
  }, 240_000)
})

describe('a promotion', () => {
  it('seen twice lifts the days for which the next one is planned, and those alone', () => {
    const week = [130, 80, 80, 90, 100, 110, 110]
    const days = 200
    const promoted = [...Array.from({ length: 5 }, (_, i) => 60 + i), ...Array.from({ length: 5 }, (_, i) => 150 + i), ...Array.from({ length: 3 }, (_, i) => 210 + i)]
    const promotion = Array.from({ length: days + 60 }, (_, i) => Number(promoted.includes(i)))
    const values = Array.from({ length: days }, (_, i) => (week[i % 7] ?? 0) * 1000 * (promotion[i] === 1 ? 2 : 1) * (1 + ((i * 7919) % 11) / 200))
    const fitted = (marked: readonly number[]) => fit({ ...planOf('day', days), level: 0.8, leastOccurrences: 2, columns: [], nodes: [{ cut: 'whole', part: null, values, missing: none, promotion: marked }] }, () => undefined).nodes[0]
    const [known, unknown] = [fitted(promotion), fitted(none)]
    for (const step of [10, 11, 12]) expect((known?.mean[step] ?? 0) / (unknown?.mean[step] ?? 1)).toBeGreaterThan(1.7)
    expect((known?.mean[20] ?? 0) / (unknown?.mean[20] ?? 1)).toBeLessThan(1.2)
    expect(known?.effects.find(({ key }) => key === 'promotion')).toMatchObject({ occurrences: 2, isUsed: true })
    expect(known?.shipped.wape ?? 100).toBeLessThan(unknown?.shipped.wape ?? 0)
  })
})

describe('intervals from past errors', () => {
  it('take the rank that holds the level, corrected for how few there are', () => {
    expect(halfWidth([1, -2, 3, -4], 0.8)).toBe(4)
    expect(halfWidth([1, 2, 3], 0.8)).toBeUndefined()
    expect(halfWidth(Array.from({ length: 99 }, (_, i) => i + 1), 0.8)).toBe(80)
  })
  it('hold about what they say on errors that are alike', () => {
    const wave = (k: number): number => Math.sin(k * 12.9898) * 1000
    const origins: readonly Origin[] = Array.from({ length: 60 }, (_, k) => ({ at: 100 + 30 * k, unit: 1, mean: Array.from({ length: 28 }, () => 5000), actual: Array.from({ length: 28 }, (__, s) => 5000 + wave(28 * k + s)) }))
    expect(calibrationOf(origins, 28, 7, 0.8).coverage ?? 0).toBeGreaterThan(0.74)
    expect(calibrationOf(origins, 28, 7, 0.8).coverage ?? 1).toBeLessThan(0.88)
  })
})
