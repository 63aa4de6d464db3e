/**
 * Many comparisons at once: p-values adjusted so that one threshold may be held against all of them. The order of the answers is that of the questions.
 * Sources: Bonferroni (Dunn 1961); Holm 1979, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6;
 * Benjamini and Hochberg 1995, "Controlling the False Discovery Rate", JRSS B 57.
 */

/** Each p × their number: the chance of even one false alarm stays below the threshold. */
export const bonferroni = (ps: readonly number[]): readonly number[] => ps.map((p) => Math.min(1, p * ps.length))

/** The same promise as Bonferroni's, never weaker and mostly stronger. */
export function holm(ps: readonly number[]): readonly number[] {
  let most = 0
  return inOrder(ps, (p, rank) => { most = Math.max(most, Math.min(1, p * (ps.length - rank))); return most })
}

/** The expected share of false alarms among all alarms stays below the threshold (for independent or positively dependent tests). */
export function benjaminiHochberg(ps: readonly number[]): readonly number[] {
  let least = 1
  return inOrder(ps, (p, rank) => { least = Math.min(least, (p * ps.length) / (rank + 1)); return least }, 'falling')
}

/** Walks the p-values by rank (0 the smallest), and puts each answer where its question stood. */
function inOrder(ps: readonly number[], adjust: (p: number, rank: number) => number, way: 'rising' | 'falling' = 'rising'): readonly number[] {
  for (const p of ps) if (!(p >= 0 && p <= 1)) throw new RangeError(`no p-value is ${p}`)
  const ranked = ps.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p).map((one, rank) => ({ ...one, rank }))
  const answers = ps.map(() => 0)
  for (const { p, place, rank } of way === 'rising' ? ranked : ranked.toReversed()) answers[place] = adjust(p, rank)
  return answers
}
