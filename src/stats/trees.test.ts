import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { areaUnderCurve, logLoss } from './scoring.ts'
import { predictTrees, scoreTrees } from './trees.predict.ts'
import { plainTrees, treesOfPlain } from './trees.store.ts'
import { fitTrees, type TreeOptions } from './trees.ts'

interface Made { readonly columns: readonly Float64Array[], readonly target: Float64Array }

/** Five columns: two numbers that only matter together, one with telling gaps, a category of twelve codes, and noise. */
function made(seed: number, rows: number): Made {
  const random = seededRandom(seed)
  const columns = [
    Float64Array.from({ length: rows }, () => random.normal()), Float64Array.from({ length: rows }, () => random.normal()),
    Float64Array.from({ length: rows }, () => (random.next() < 0.2 ? Number.NaN : random.int(20))), Float64Array.from({ length: rows }, () => (random.next() < 0.05 ? Number.NaN : random.int(12))),
    Float64Array.from({ length: rows }, () => random.normal())
  ]
  const target = Float64Array.from({ length: rows }, (_, i) => {
    const [x = 0, z = 0, gap = 0, kind = 0] = columns.map((column) => column[i] ?? 0)
    const score = 1.5 * Math.sign(x * z) + (Number.isNaN(gap) ? 1 : gap > 12 ? 0.6 : -0.6) + ([1, 4, 5, 9].includes(kind) ? 1 : -0.5)
    return Number(random.next() < 1 / (1 + Math.exp(-score)))
  })
  return { columns, target }
}
const halves = ({ columns, target }: Made): readonly [Made, Made] => {
  const half = target.length / 2
  return [{ columns: columns.map((one) => one.slice(0, half)), target: target.slice(0, half) }, { columns: columns.map((one) => one.slice(half)), target: target.slice(half) }]
}
const plain: TreeOptions = { loss: 'log', trees: 20, leaves: 12, categorical: [3] }

describe('boosted trees', () => {
  it('find what only shows in pairs, in gaps and in categories', () => {
    const [train, test] = halves(made(1, 20_000))
    const trees = fitTrees(train.columns, train.target, { ...plain, trees: 60 })
    const truth = Float64Array.from(test.target, (_, i) => {
      const [x = 0, z = 0, gap = 0, kind = 0] = test.columns.map((column) => column[i] ?? 0)
      return 1.5 * Math.sign(x * z) + (Number.isNaN(gap) ? 1 : gap > 12 ? 0.6 : -0.6) + ([1, 4, 5, 9].includes(kind) ? 1 : -0.5)
    })
    const best = areaUnderCurve(truth, test.target)
    const ours = areaUnderCurve(predictTrees(trees, test.columns), test.target)
    expect(best).toBeGreaterThan(0.85)
    expect(ours).toBeGreaterThan(best - 0.012)
    const [, , , , noise = 0] = trees.gains
    for (const gain of trees.gains.slice(0, 4)) expect(gain).toBeGreaterThan(5 * noise)
    // The codes as mere numbers tell less: the sets earn their keep.
    const asNumbers = fitTrees(train.columns, train.target, { ...plain, trees: 5, leaves: 4, categorical: [] })
    const asSets = fitTrees(train.columns, train.target, { ...plain, trees: 5, leaves: 4 })
    expect(logLoss(predictTrees(asSets, test.columns), test.target)).toBeLessThan(logLoss(predictTrees(asNumbers, test.columns), test.target))
  })

  it('the first split of one column is the one that trying all of them finds', () => {
    fc.assert(fc.property(fc.array(fc.record({ x: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(Number.NaN)), y: fc.integer({ min: -9, max: 9 }) }), { minLength: 6, maxLength: 60 }), (rows) => {
      const [x, y] = [rows.map((row) => row.x), rows.map((row) => row.y)]
      const trees = fitTrees([x], y, { loss: 'squared', trees: 1, leaves: 2, rate: 1, penalty: 0, leastRows: 2 })
      const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
      const errors = (values: readonly number[]): number => values.reduce((sum, one) => sum + (one - mean(values)) ** 2, 0)
      let least = errors(y)
      for (const cut of [...new Set(x), Infinity]) for (const isMissingLeft of [false, true]) {
        const isLeft = (value: number): boolean => (Number.isNaN(value) ? isMissingLeft : value <= cut)
        const [left, right] = [y.filter((_, i) => isLeft(x[i] ?? 0)), y.filter((_, i) => !isLeft(x[i] ?? 0))]
        if (left.length >= 2 && right.length >= 2) least = Math.min(least, errors(left) + errors(right))
      }
      const ours = predictTrees(trees, [x]).reduce((sum, one, i) => sum + (one - (y[i] ?? 0)) ** 2, 0)
      expect(ours).toBeCloseTo(least, 6)
    }))
  })

  it('the first split of categories is the best of all subsets', () => {
    fc.assert(fc.property(fc.array(fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: -9, max: 9 }) }), { minLength: 8, maxLength: 60 }), (rows) => {
      const [x, y] = [rows.map((row) => row.x), rows.map((row) => row.y)]
      const trees = fitTrees([x], y, { loss: 'squared', trees: 1, leaves: 2, rate: 1, penalty: 0, leastRows: 1, categorical: [0], smoothing: 0, leastCategory: 1 })
      let least = Infinity
      for (let set = 0; set < 128; set += 1) {
        const parts = [0, 1].map((side) => y.filter((_, i) => (set >> (x[i] ?? 0) & 1) === side))
        least = Math.min(least, parts.reduce((sum, part) => { const mean = part.reduce((a, b) => a + b, 0) / part.length; return sum + part.reduce((inner, one) => inner + (one - mean) ** 2, 0) }, 0))
      }
      expect(predictTrees(trees, [x]).reduce((sum, one, i) => sum + (one - (y[i] ?? 0)) ** 2, 0)).toBeCloseTo(least, 6)
    }))
  })

  it('rows in another order, and rising transformations, change no bit', () => {
    const { columns, target } = made(2, 3_000)
    const trees = fitTrees(columns, target, plain)
    const random = seededRandom(3)
    const order = Array.from(target, (_, i) => ({ i, key: random.next() })).sort((a, b) => a.key - b.key).map(({ i }) => i)
    const shuffled = fitTrees(columns.map((column) => order.map((i) => column[i] ?? 0)), order.map((i) => target[i] ?? 0), plain)
    expect(plainTrees(shuffled)).toEqual(plainTrees(trees))
    const bent = columns.map((column, j) => (j === 3 ? column : column.map((one) => Math.exp(one / 3) - 7)))
    expect([...predictTrees(fitTrees(bent, target, plain), bent)]).toEqual([...predictTrees(trees, columns)])
  })

  it('chances lie in [0, 1], whatever comes', () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 1e308, -1e308, 5e-324))
    fc.assert(fc.property(fc.array(fc.record({ x: value, z: value, y: fc.constantFrom(0, 1) }), { minLength: 2, maxLength: 80 }), (rows) => {
      const columns = [rows.map(({ x }) => x), rows.map(({ z }) => z)]
      const trees = fitTrees(columns, rows.map(({ y }) => y), { loss: 'log', trees: 5, leastRows: 1, penalty: 0, categorical: [1], leastCategory: 1 })
      for (const chance of predictTrees(trees, columns)) { expect(chance).toBeGreaterThanOrEqual(0); expect(chance).toBeLessThanOrEqual(1) }
      const back = treesOfPlain(JSON.parse(JSON.stringify(plainTrees(trees))))
      expect(back).toEqual(trees)
      expect([...scoreTrees(back, columns)]).toEqual([...scoreTrees(trees, columns)])
    }))
  })

  it('stops where held-out loss stops falling, and keeps the best', () => {
    const { columns, target } = made(4, 4_000)
    const heldOut = Array.from({ length: 800 }, (_, i) => 5 * i)
    const trees = fitTrees(columns, target, { ...plain, trees: 500, rate: 0.3, heldOut, patience: 8 })
    expect(trees.ended).toBe('patience')
    const kept = trees.roots.length
    expect(trees.heldOutLosses).toHaveLength(kept + 8)
    expect(Math.min(...trees.heldOutLosses)).toBe(trees.heldOutLosses[kept - 1])
    const held = columns.map((column) => heldOut.map((i) => column[i] ?? 0))
    expect(logLoss(predictTrees(trees, held), heldOut.map((i) => target[i] ?? 0))).toBeCloseTo(trees.heldOutLosses[kept - 1] ?? 0, 10)
    // What is held out teaches nothing: other answers there give the same first trees.
    const turned = fitTrees(columns, target.map((one, i) => (i % 5 === 0 ? 1 - one : one)), { ...plain, trees: 3, heldOut, patience: 500 })
    expect(turned.heldOutLosses[0]).not.toBe(trees.heldOutLosses[0])
    const same = fitTrees(columns.map((column) => column.filter((_, i) => i % 5 !== 0)), target.filter((_, i) => i % 5 !== 0), { ...plain, trees: 3 })
    expect(same.base).toBe(turned.base)
  })

  it('samples by its seed, and learns from samples', () => {
    const [train, test] = halves(made(6, 10_000))
    const fit = (seed: number) => fitTrees(train.columns, train.target, { ...plain, trees: 60, rowShare: 0.5, columnShare: 0.6, draw: seededRandom(seed) })
    expect(plainTrees(fit(1))).toEqual(plainTrees(fit(1)))
    expect(plainTrees(fit(1)).threshold).not.toEqual(plainTrees(fit(2)).threshold)
    expect(areaUnderCurve(predictTrees(fit(1), test.columns), test.target)).toBeGreaterThan(0.83)
    expect(() => fitTrees(train.columns, train.target, { ...plain, rowShare: 0.5 })).toThrow('generator')
  })

  it('weights count as repetition does', () => {
    const { columns, target } = made(7, 600)
    const weights = target.map((_, i) => 1 + (i % 3))
    const repeat = (values: Float64Array): number[] => Array.from(values).flatMap((one, i) => Array<number>(1 + (i % 3)).fill(one))
    const options: TreeOptions = { loss: 'squared', trees: 5, leaves: 6, leastRows: 1, bins: 200 }
    const few = columns.map((column) => column.map((one) => Math.round(one * 4)))
    const [weighted, repeated] = [fitTrees(few, target, { ...options, weights }), fitTrees(few.map(repeat), repeat(target), options)]
    const [a, b] = [predictTrees(weighted, few), predictTrees(repeated, few)]
    for (const [i, one] of a.entries()) expect(one).toBeCloseTo(b[i] ?? Number.NaN, 9)
  })

  it('names what cannot be learned', () => {
    const { columns, target } = made(8, 400)
    const one = fitTrees(columns, new Float64Array(400).fill(1), plain)
    expect([one.ended, one.roots.length]).toEqual(['one-class', 0])
    expect(predictTrees(one, columns)[0]).toBeCloseTo(401 / 402, 12)
    const constant = fitTrees([new Float64Array(400).fill(3), new Float64Array(400).fill(Number.NaN)], target, { loss: 'log' })
    expect([constant.ended, constant.roots.length]).toEqual(['no-split', 0])
    const mean = target.reduce((a, b) => a + b, 0) / 400
    expect(predictTrees(constant, [[1], [2]])[0]).toBeCloseTo(mean, 12)
    const [withConstant, without] = [fitTrees([...columns, new Float64Array(400).fill(5)], target, plain), fitTrees(columns, target, plain)]
    expect([...predictTrees(withConstant, [...columns, columns[0] ?? []])]).toEqual([...predictTrees(without, columns)])
    expect(() => fitTrees([[1, 2], [1]], [0, 1], { loss: 'log' })).toThrow(RangeError)
    expect(() => fitTrees([[1, 2]], [0, 2], { loss: 'log' })).toThrow('chance')
    expect(() => fitTrees([[1, 2]], [0, 1], { loss: 'log', heldOut: [0, 1] })).toThrow('held out')
    expect(() => fitTrees([[1, 2]], [0, 1], { loss: 'log', heldOut: [2] })).toThrow('not there')
    expect(() => fitTrees([[1, 2]], [0, 1], { loss: 'log', penalty: 0, leastBend: 0 })).toThrow('not both 0')
    expect(plainTrees(fitTrees(columns, target, { ...plain, heldOut: [] }))).toEqual(plainTrees(fitTrees(columns, target, plain)))
    expect(() => fitTrees([[1, 2]], [0, 1], { loss: 'log', bins: 300 })).toThrow('byte')
    expect(() => predictTrees(without, [[1]])).toThrow(RangeError)
  })
})
