import { expect, it } from 'vitest'
import { minimise, minimiseSimplex } from './minimise.ts'

const rosenbrock = (at: Float64Array): { value: number, gradient: Float64Array } => {
  const [x = 0, y = 0] = at
  return { value: (1 - x) ** 2 + 100 * (y - x * x) ** 2, gradient: Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)) }
}

it('finds the end of Rosenbrock’s valley, with and without a gradient', () => {
  const smooth = minimise(rosenbrock, [-1.2, 1])
  expect(smooth).toMatchObject({ converged: true, ending: 'gradient' })
  expect([...smooth.at]).toEqual([expect.closeTo(1, 8), expect.closeTo(1, 8)])
  expect(smooth.evaluations).toBeLessThan(80)
  const simplex = minimiseSimplex((at) => rosenbrock(at).value, [-1.2, 1])
  expect(simplex.converged).toBe(true)
  expect([...simplex.at]).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)])
})

it('finds the minimum of an ill-conditioned bowl in many dimensions', () => {
  const n = 30
  const found = minimise((at) => ({
    value: at.reduce((sum, x, i) => sum + 10 ** (i / 6) * (x - i) ** 2, 0),
    gradient: at.map((x, i) => 2 * 10 ** (i / 6) * (x - i))
  }), new Float64Array(n), { tolerance: 1e-8 })
  expect(found.converged).toBe(true)
  for (const [i, x] of found.at.entries()) expect(x).toBeCloseTo(i, 7)
})

it('does not claim to have converged where it did not', () => {
  const slope = minimise((at) => ({ value: -(at[0] ?? 0), gradient: Float64Array.of(-1) }), [0], { evaluations: 50 })
  expect(slope.converged).toBe(false)
  expect(minimise(() => ({ value: Number.NaN, gradient: Float64Array.of(0) }), [0])).toMatchObject({ converged: false, ending: 'not-finite' })
  expect(minimiseSimplex((at) => -(at[0] ?? 0), [1], { evaluations: 200 })).toMatchObject({ converged: false, ending: 'limit' })
})
