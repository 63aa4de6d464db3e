/**
 * How sure is the difference of two areas under the curve on the same answers: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44(3), in the rank form of Sun
 * and Xu 2014, IEEE Signal Processing Letters 21(11). An area is a mean of parts, one of each observation; what an observation adds to the difference is the
 * difference of its parts. Several tests on overlapping people are averaged, and each person counts once: the parts of a person are summed before they are squared.
 */
const z95 = 1.959963984540054

export interface Area {
  /** NaN where yes or no is missing. */
  readonly auc: number
  /** What each observation adds to the error of the area; they sum to 0. */
  readonly parts: Float64Array
}

/** The area and its parts. Scores are any numbers; answers are 1 and 0; equal scores count half. */
export function areaOf(scores: ArrayLike<number>, yes: ArrayLike<number>): Area {
  const n = scores.length
  const all = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  const [rank, own] = [middleRanks(all, scores), new Float64Array(n)]
  for (const kind of [1, 0]) {
    const some = all.filter((i) => (yes[i] === 1) === (kind === 1))
    const ranks = middleRanks(some, scores)
    for (const i of some) own[i] = ranks[i] ?? 0
  }
  const positives = Array.from(yes).filter((one) => one === 1).length
  const negatives = n - positives
  const parts = new Float64Array(n)
  if (positives === 0 || negatives === 0) return { auc: Number.NaN, parts }
  let auc = 0
  for (let i = 0; i < n; i += 1) {
    const beaten = (rank[i] ?? 0) - (own[i] ?? 0)
    parts[i] = yes[i] === 1 ? beaten / negatives : 1 - beaten / positives
    if (yes[i] === 1) auc += beaten / negatives / positives
  }
  for (let i = 0; i < n; i += 1) parts[i] = ((parts[i] ?? 0) - auc) / (yes[i] === 1 ? positives : negatives)
  return { auc, parts }
}

/** Ranks from 1 by observation, equal scores sharing their middle. */
function middleRanks(order: Uint32Array, scores: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(scores.length)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1
    for (let k = from; k < to; k += 1) ranks[order[k] ?? 0] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

export interface AreaDifference { readonly difference: number, readonly standardError: number, readonly low: number, readonly high: number }

/** One test: two areas of the same observations, and which person each observation is (numbers from 0, alike in every test). */
export interface PairedAreas { readonly one: Area, readonly other: Area, readonly who: Int32Array }

/** The mean of `one − other` over the tests, with the interval that reaches `z` standard errors to either side. */
export function differenceOfAreas(tests: readonly PairedAreas[], z = z95): AreaDifference {
  const people = tests.reduce((most, { who }) => who.reduce((high, one) => Math.max(high, one + 1), most), 0)
  const sums = new Float64Array(people)
  let difference = 0
  for (const { one, other, who } of tests) {
    difference += (one.auc - other.auc) / tests.length
    for (let i = 0; i < who.length; i += 1) sums[who[i] ?? 0] = (sums[who[i] ?? 0] ?? 0) + ((one.parts[i] ?? 0) - (other.parts[i] ?? 0)) / tests.length
  }
  const standardError = Math.sqrt(sums.reduce((sum, part) => sum + part * part, 0))
  const reach = z * standardError
  return { difference, standardError, low: difference - reach, high: difference + reach }
}
