import { expect, it } from 'vitest'
import { seededRandom, type Random } from './random.ts'

const moments = (draw: (random: Random) => number, n = 200_000): { mean: number, variance: number } => {
  const random = seededRandom(7)
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i++) { const x = draw(random); sum += x; squares += x * x }
  const mean = sum / n
  return { mean, variance: squares / n - mean * mean }
}

it('draws the same from the same seed, and something else from another', () => {
  const five = (seed: number): number[] => { const random = seededRandom(seed); return Array.from({ length: 5 }, () => random.next()) }
  expect(five(1)).toEqual(five(1))
  expect(five(1)).not.toEqual(five(2))
})

it('has the moments of its distributions', () => {
  const within = (got: { mean: number, variance: number }, mean: number, variance: number): void => {
    expect(Math.abs(got.mean - mean)).toBeLessThan(0.02 * Math.max(1, mean))
    expect(Math.abs(got.variance - variance)).toBeLessThan(0.04 * Math.max(0.1, variance))
  }
  within(moments((random) => random.next()), 1 / 2, 1 / 12)
  within(moments((random) => random.normal()), 0, 1)
  within(moments((random) => random.exponential()), 1, 1)
  within(moments((random) => random.gamma(0.5)), 0.5, 0.5)
  within(moments((random) => random.gamma(4)), 4, 4)
})
