/**
 * How good a score of yes/no answers is: does it rank (AUC, lift), is it right in size (Brier, reliability), and how to mend its size without its ranking
 * (isotonic, Platt). Answers are 1 and 0; scores are any numbers for ranking, chances in [0, 1] for size.
 */
import { chanceOf, fitLogistic } from './logistic.ts'

/** The chance that a random yes scores above a random no, equal scores counting half (Mann and Whitney 1947; Hanley and McNeil 1982). NaN where one kind is missing. */
export function areaUnderCurve(scores: ArrayLike<number>, yes: ArrayLike<number>): number {
  const order = ascending(scores)
  let [ranks, positives] = [0, 0]
  for (let i = 0; i < order.length;) {
    const from = i
    const score = scores[order[i] ?? 0]
    while (i < order.length && scores[order[i] ?? 0] === score) i += 1
    const middle = (from + 1 + i) / 2
    for (let k = from; k < i; k += 1) if (yes[order[k] ?? 0] === 1) { ranks += middle; positives += 1 }
  }
  const negatives = order.length - positives
  return positives === 0 || negatives === 0 ? Number.NaN : (ranks - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Mean squared distance of chance and answer (Brier 1950). */
export const brier = (chances: ArrayLike<number>, yes: ArrayLike<number>): number => mean(chances.length, (i) => ((chances[i] ?? 0) - (yes[i] ?? 0)) ** 2)

/** Mean −ln of the chance given to what happened; a certain miss counts as a chance of 1e-15. */
export const logLoss = (chances: ArrayLike<number>, yes: ArrayLike<number>): number =>
  mean(chances.length, (i) => -Math.log(Math.max(1e-15, yes[i] === 1 ? chances[i] ?? 0 : 1 - (chances[i] ?? 0))))

/** The share of yes among the best `share` of the scores (rounded down, at least one), over the share among all. */
export function lift(scores: ArrayLike<number>, yes: ArrayLike<number>, share: number): number {
  const order = ascending(scores).reverse()
  const top = Math.max(1, Math.floor(order.length * share))
  return mean(top, (i) => yes[order[i] ?? 0] ?? 0) / mean(order.length, (i) => yes[i] ?? 0)
}

export interface Decile { readonly n: number, readonly expected: number, readonly happened: number }

/** Mean chance and share of yes in groups of equal size by rising chance: a calibrated score has the two alike. */
export function reliability(chances: ArrayLike<number>, yes: ArrayLike<number>, groups = 10): readonly Decile[] {
  const order = ascending(chances)
  return Array.from({ length: groups }, (_, g) => {
    const [from, to] = [Math.floor((g * order.length) / groups), Math.floor(((g + 1) * order.length) / groups)]
    return { n: to - from, expected: mean(to - from, (i) => chances[order[from + i] ?? 0] ?? 0), happened: mean(to - from, (i) => yes[order[from + i] ?? 0] ?? 0) }
  }).filter(({ n }) => n > 0)
}

/** The best rising step function from score to chance, by pooling neighbours that are out of order (Ayer et al. 1955). Between steps it is flat, outside it keeps the ends. */
export function isotonic(scores: ArrayLike<number>, yes: ArrayLike<number>): (score: number) => number {
  const blocks: { from: number, sum: number, n: number }[] = []
  const order = ascending(scores)
  for (let i = 0; i < order.length;) {
    const score = scores[order[i] ?? 0] ?? 0
    const block = { from: score, sum: 0, n: 0 }
    for (; i < order.length && scores[order[i] ?? 0] === score; i += 1) { block.sum += yes[order[i] ?? 0] ?? 0; block.n += 1 }
    blocks.push(block)
    for (let last = blocks.at(-1), before = blocks.at(-2); last && before && before.sum * last.n >= last.sum * before.n; last = blocks.at(-1), before = blocks.at(-2)) {
      blocks.splice(-2, 2, { from: before.from, sum: before.sum + last.sum, n: before.n + last.n })
    }
  }
  return (score) => {
    let [low, high] = [0, blocks.length - 1]
    while (low < high) { const middle = (low + high + 1) >> 1; if ((blocks[middle]?.from ?? 0) <= score) low = middle; else high = middle - 1 }
    const block = blocks[low]
    return block ? block.sum / block.n : Number.NaN
  }
}

/** A logistic curve from score to chance, with Platt's softened targets (Platt 1999), fitted to (N₊ + 1) ÷ (N₊ + 2) and 1 ÷ (N₋ + 2) instead of 1 and 0. */
export function platt(scores: ArrayLike<number>, yes: ArrayLike<number>): (score: number) => number {
  const positives = Array.from(yes).filter((one) => one === 1).length
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (yes.length - positives + 2)]
  const fit = fitLogistic(Array.from(scores, (score) => [score]), Float64Array.from(yes, (one) => (one === 1 ? high : low)))
  return (score) => chanceOf(fit, [score])
}

const ascending = (scores: ArrayLike<number>): Uint32Array => Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))

function mean(n: number, value: (i: number) => number): number {
  let sum = 0
  for (let i = 0; i < n; i += 1) sum += value(i)
  return n === 0 ? Number.NaN : sum / n
}
