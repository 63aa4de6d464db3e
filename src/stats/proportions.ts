/**
 * Two shares compared: how far apart, and whether at all.
 *
 * `score`: Miettinen and Nurminen 1985, "Comparative analysis of two rates", Statistics in Medicine 4, equations 8 and 9 (the interval by inverting the score test
 * that estimates both shares under the difference). `newcombe`: Newcombe 1998, "Interval estimation for the difference between independent proportions", Statistics
 * in Medicine 17, method 10 (from Wilson's interval of each). Both stay inside [−1, 1] and hold for small counts, where Welch's does not.
 */
import { chiSquareAbove, normalBeyond, normalQuantile } from './distributions.ts'
import { wilson } from './wilson.ts'

export interface Share { readonly count: number, readonly of: number }

export interface DifferenceOfShares {
  /** First − second. */
  readonly difference: number
  readonly newcombe: readonly [number, number]
  readonly score: readonly [number, number]
  /** Pooled two-proportion z (Pearson's χ² without correction is its square) and its two-sided p. */
  readonly z: number
  readonly p: number
}

/** Throws RangeError on counts that cannot be. */
export function differenceOfShares(first: Share, second: Share, level = 0.95): DifferenceOfShares {
  for (const { count, of } of [first, second]) if (!(of > 0 && count >= 0 && count <= of)) throw new RangeError(`no share is ${count} of ${of}`)
  const critical = normalQuantile((1 + level) / 2)
  const [p1, p2] = [first.count / first.of, second.count / second.of]
  const difference = p1 - p2
  const pooled = (first.count + second.count) / (first.of + second.of)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.of + 1 / second.of))
  const z = error > 0 ? difference / error : 0
  const [one, two] = [wilson(first.count, first.of, critical), wilson(second.count, second.of, critical)]
  const newcombe = [
    difference - Math.hypot(p1 - one.low, two.high - p2),
    difference + Math.hypot(one.high - p1, p2 - two.low)
  ] as const
  return { difference, newcombe, score: [bound(first, second, critical, -1), bound(first, second, critical, 1)], z, p: normalBeyond(z) }
}

/** Where the score statistic crosses the critical value, by bisection: it falls monotonously in the difference. */
function bound(first: Share, second: Share, critical: number, side: -1 | 1): number {
  let near = first.count / first.of - second.count / second.of
  let far: number = side
  if (near === far) return far
  for (let i = 0; i < 100; i += 1) {
    const middle = (near + far) / 2
    if (Math.abs(scoreStatistic(first, second, middle)) < critical) near = middle
    else far = middle
  }
  return (near + far) / 2
}

/** z of "the difference is d", with both shares estimated under it: the root of the likelihood's cubic (Miettinen and Nurminen, appendix I). */
export function scoreStatistic(first: Share, second: Share, d: number): number {
  const [n1, n2, x1, x2] = [first.of, second.of, first.count, second.count]
  const n = n1 + n2
  const l2 = (n1 + 2 * n2) * d - n - x1 - x2
  const l1 = (n2 * d - n - 2 * x2) * d + x1 + x2
  const l0 = x2 * d * (1 - d)
  const third = l2 / (3 * n)
  const q = third ** 3 - (l1 * l2) / (6 * n * n) + l0 / (2 * n)
  const p = Math.sign(q || 1) * Math.sqrt(Math.max(0, third ** 2 - l1 / (3 * n)))
  const angle = (Math.PI + Math.acos(p === 0 ? 0 : Math.max(-1, Math.min(1, q / p ** 3)))) / 3
  const r2 = Math.max(0, Math.min(1, 2 * p * Math.cos(angle) - third))
  const r1 = Math.max(0, Math.min(1, r2 + d))
  const variance = ((r1 * (1 - r1)) / n1 + (r2 * (1 - r2)) / n2) * (n / (n - 1))
  const gap = x1 / n1 - x2 / n2 - d
  return gap === 0 ? 0 : gap / Math.sqrt(Math.max(variance, 1e-300))
}

export interface SampleRatio {
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  /** The assignment is broken, and no result may be read: p below the threshold. */
  readonly mismatch: boolean
}

/**
 * Did the groups come out in the planned proportions? Pearson's χ² of the counts; a threshold of .001, since a mismatch is looked for in every experiment (Fabijan et
 * al. 2019, "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments", KDD, section 4). Throws RangeError where a planned share is not positive.
 */
export function sampleRatio(counts: readonly number[], planned: readonly number[] = counts.map(() => 1), threshold = 0.001): SampleRatio {
  const total = counts.reduce((sum, one) => sum + one, 0)
  const parts = planned.reduce((sum, one) => sum + one, 0)
  if (counts.length < 2 || planned.length !== counts.length || planned.some((one) => !(one > 0)) || !(total > 0)) throw new RangeError('each of two or more groups needs a planned share')
  const chiSquare = counts.reduce((sum, one, i) => { const due = (total * (planned[i] ?? 0)) / parts; return sum + (one - due) ** 2 / due }, 0)
  const df = counts.length - 1
  const p = chiSquareAbove(chiSquare, df)
  return { chiSquare, df, p, mismatch: p < threshold }
}
