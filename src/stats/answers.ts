/**
 * Scores of survey answers, each with its interval, of those who answered. What is no answer (skipped, out of the scale, not whole) is counted apart and never a zero.
 *
 * Net promoter: the interval adds three imagined answers (¾ for, ¾ against, 1½ between) before Wald's, so that twelve promoters of twelve are not "exactly 100": Rocks 2016,
 * "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70, section 3. Shares by Wilson's interval, means by Student's.
 */
import { momentsOf } from './difference.ts'
import { normalQuantile, studentQuantile } from './distributions.ts'
import { wilson } from './wilson.ts'

export interface Answered { readonly answers: readonly number[], readonly skipped: number, readonly outside: number, readonly notWhole: number }

/** Parts answers from what is none; null and undefined are skipped, NaN is outside. */
export function sortAnswers(given: Iterable<number | null | undefined>, low: number, high: number): Answered {
  const answers: number[] = []
  let [skipped, outside, notWhole] = [0, 0, 0]
  for (const one of given) {
    if (one === null || one === undefined) skipped += 1
    else if (!(one >= low && one <= high)) outside += 1
    else if (!Number.isInteger(one)) notWhole += 1
    else answers.push(one)
  }
  return { answers, skipped, outside, notWhole }
}

export interface Score {
  /** NaN where nobody answered. */
  readonly value: number
  readonly low: number
  readonly high: number
  readonly n: number
}

export interface NetPromoter extends Score { readonly promoters: number, readonly passives: number, readonly detractors: number, /** Per answer. */ readonly variance: number }

/** From −1 to 1: the share of 9 and 10 less that of 0 to 6, on 0–10. */
export function netPromoter(answers: readonly number[], level = 0.95): NetPromoter {
  const n = answers.length
  const promoters = answers.filter((one) => one >= 9).length
  const detractors = answers.filter((one) => one <= 6).length
  const passives = n - promoters - detractors
  const spread = (up: number, between: number, down: number): { readonly mean: number, readonly variance: number } => {
    const all = up + between + down
    const mean = (up - down) / all
    return { mean, variance: ((1 - mean) ** 2 * up + mean ** 2 * between + (1 + mean) ** 2 * down) / all }
  }
  const plain = spread(promoters, passives, detractors)
  const cautious = spread(promoters + 0.75, passives + 1.5, detractors + 0.75)
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(cautious.variance / (n + 3))
  return { value: plain.mean, low: Math.max(-1, cautious.mean - half), high: Math.min(1, cautious.mean + half), n, promoters, passives, detractors, variance: plain.variance }
}

/** How many answers from the top count as satisfied: the top one of 3, two of 4 to 7, three of 10. Undefined for other scales. */
export const satisfiedOf = (points: number): number | undefined => (points === 3 ? 1 : points >= 4 && points <= 7 ? 2 : points === 10 ? 3 : undefined)

/** The share of satisfied, on a scale of 1 to `points`. Throws RangeError on a scale for which no share is defined. */
export function satisfiedShare(answers: readonly number[], points: number, level = 0.95): Score {
  const top = satisfiedOf(points)
  if (top === undefined) throw new RangeError(`no share of satisfied is defined on ${points} points`)
  const { low, high } = wilson(answers.filter((one) => one > points - top).length, answers.length, normalQuantile((1 + level) / 2))
  return { value: answers.filter((one) => one > points - top).length / answers.length, low, high, n: answers.length }
}

/** The mean (customer effort; name the scale beside it), with Student's interval; the bounds are NaN for fewer than two answers. */
export function meanScore(answers: readonly number[], level = 0.95): Score {
  const { n, mean, variance } = momentsOf(answers)
  const half = n > 1 ? studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n) : Number.NaN
  return { value: n > 0 ? mean : Number.NaN, low: mean - half, high: mean + half, n }
}
