/** The area and the error of a difference of areas: against the definition, and against what resampling says. */
import { expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { areaOf, differenceOfAreas } from './delong.ts'
import { areaUnderCurve } from './scoring.ts'

const random = seededRandom(5)
const n = 400
const yes = Float64Array.from({ length: n }, () => (random.next() < 0.3 ? 1 : 0))
const one = yes.map((answer) => answer + random.normal())
const other = yes.map((answer, i) => 0.5 * answer + 0.5 * (one[i] ?? 0) + Math.round(2 * random.normal()) / 2)
const who = Int32Array.from({ length: n }, (_, i) => i)

it('is the area of scoring.ts, ties and all, and its parts sum to nothing', () => {
  for (const scores of [one, other, yes.map(() => 1)]) {
    const { auc, parts } = areaOf(scores, yes)
    expect(auc).toBeCloseTo(areaUnderCurve(scores, yes), 12)
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12)
  }
  expect(areaOf([1, 2], [1, 1]).auc).toBeNaN()
})

it('says how sure a difference is: nothing of a score with itself, and about what a bootstrap says of two', () => {
  const same = differenceOfAreas([{ one: areaOf(one, yes), other: areaOf(one.map((score) => Math.exp(score)), yes), who }])
  expect([same.difference, same.standardError]).toEqual([0, 0])
  const found = differenceOfAreas([{ one: areaOf(one, yes), other: areaOf(other, yes), who }])
  const drawn = Array.from({ length: 400 }, () => {
    const rows = Array.from({ length: n }, () => random.int(n))
    const of = (scores: Float64Array): number => areaUnderCurve(rows.map((row) => scores[row] ?? 0), rows.map((row) => yes[row] ?? 0))
    return of(one) - of(other)
  })
  const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length
  const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1))
  expect(found.standardError / spread).toBeGreaterThan(0.85)
  expect(found.standardError / spread).toBeLessThan(1.15)
  expect(found.high - found.difference).toBeCloseTo(1.96 * found.standardError, 3)
})

it('counts a person once: the same test twice is no surer than once', () => {
  const once = { one: areaOf(one, yes), other: areaOf(other, yes), who }
  expect(differenceOfAreas([once, once]).standardError).toBeCloseTo(differenceOfAreas([once]).standardError, 12)
  expect(differenceOfAreas([once, { ...once, who: who.map((i) => i + n) }]).standardError).toBeCloseTo(differenceOfAreas([once]).standardError / Math.SQRT2, 12)
})
