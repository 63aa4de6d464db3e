import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { shapley } from './shapley.ts'
import { goesLeft, readersOf, readRow, scoreTrees } from './trees.predict.ts'
import { leafKind, type Trees } from './trees.store.ts'
import { fitTrees } from './trees.ts'

/** Columns of numbers and categories with gaps, and a target that all of them move together. */
function made(seed: number, rows: number, columns: number): { readonly columns: Float64Array[], readonly target: Float64Array } {
  const random = seededRandom(seed)
  const data = Array.from({ length: columns }, (_, j) => Float64Array.from({ length: rows }, () => (random.next() < 0.15 ? Number.NaN : j === 1 ? random.int(6) : random.int(9) - 4)))
  const target = Float64Array.from({ length: rows }, (_, i) => {
    const [x = 0, z = 0, ...others] = data.map((column) => column[i] ?? Number.NaN)
    const score = (Number.isNaN(x) ? 1.2 : 0.5 * x) * ([0, 3].includes(z) ? 1 : -0.7) + others.reduce((sum, one) => sum + (Number.isNaN(one) ? 0.3 : 0.2 * one * (x > 0 ? 1 : -1)), 0)
    return Number(random.next() < 1 / (1 + Math.exp(-score)))
  })
  return { columns: data, target }
}

/** What a tree says when only the columns in `known` are seen: both sides, by the rows that went there. */
function seen(trees: Trees, node: number, values: Float64Array, known: number): number {
  if (trees.kind[node] === leafKind) return trees.value[node] ?? 0
  const left = trees.left[node] ?? 0
  if (known >> (trees.column[node] ?? 0) & 1) return seen(trees, goesLeft(trees, node, values) ? left : left + 1, values, known)
  const [n, m] = [trees.count[left] ?? 0, trees.count[left + 1] ?? 0]
  return (n * seen(trees, left, values, known) + m * seen(trees, left + 1, values, known)) / (n + m)
}

/** Shapley's sum over all subsets. */
function counted(trees: Trees, row: readonly number[]): readonly number[] {
  const width = row.length
  const values = readRow(readersOf(trees), row)
  const worth = Array.from({ length: 1 << width }, (_, known) => trees.roots.reduce((sum, root) => sum + seen(trees, root, values, known), 0))
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  const bits = (set: number): number => (set === 0 ? 0 : (set & 1) + bits(set >> 1))
  return row.map((_, j) => worth.reduce((sum, without, set) => (set >> j & 1 ? sum : sum + (factorial(bits(set)) * factorial(width - bits(set) - 1) / factorial(width)) * ((worth[set | (1 << j)] ?? 0) - without)), 0))
}

it('is what counting all subsets gives, with gaps and categories', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 40 }), (seed, width, leaves) => {
    const { columns, target } = made(seed, 160, width)
    const trees = fitTrees(columns, target, { loss: 'log', trees: 4, leaves, leastRows: 1, rate: 0.5, categorical: [1], leastCategory: 1, smoothing: 0.1 })
    const rows = [0, 1, 2, 3].map((i) => columns.map((column) => column[i] ?? Number.NaN))
    // A row of categories and numbers that the fit never saw.
    rows.push(columns.map((_, j) => 50 + j))
    const { reasons, expectation } = shapley(trees, rows)
    const scores = scoreTrees(trees, columns.map((_, j) => rows.map((row) => row[j] ?? Number.NaN)))
    for (const [i, row] of rows.entries()) {
      const mine = [...reasons[i] ?? []]
      for (const [j, one] of counted(trees, row).entries()) expect(mine[j]).toBeCloseTo(one, 9)
      expect(mine.reduce((a, b) => a + b, expectation)).toBeCloseTo(scores[i] ?? Number.NaN, 9)
    }
  }), { numRuns: 60 })
})

it('adds up to the score in deep trees, and expects the mean score of the fit', () => {
  const { columns, target } = made(5, 3_000, 6)
  const trees = fitTrees(columns, target, { loss: 'log', trees: 30, leaves: 200, leastRows: 2, categorical: [1] })
  const rows = Array.from({ length: 40 }, (_, i) => columns.map((column) => column[i] ?? Number.NaN))
  const { reasons, expectation } = shapley(trees, rows)
  const scores = scoreTrees(trees, columns)
  for (const [i, one] of reasons.entries()) expect(one.reduce((a, b) => a + b, expectation)).toBeCloseTo(scores[i] ?? Number.NaN, 8)
  expect(expectation).toBeCloseTo(scores.reduce((a, b) => a + b, 0) / scores.length, 9)
})

it('gives nothing to a column that no tree asks, and refuses other rows', () => {
  const { columns, target } = made(9, 500, 3)
  const trees = fitTrees([...columns, new Float64Array(500).fill(7)], target, { loss: 'log', trees: 10, categorical: [1] })
  expect(shapley(trees, [[1, 2, 3, 7]]).reasons[0]?.[3]).toBe(0)
  expect(() => shapley(trees, [[1, 2]])).toThrow(RangeError)
})
