/**
 * Cox's proportional hazards: what a covariate does to the risk of ending, whatever the risk's own course.
 *
 * Cox 1972, JRSS B 34; ties by Efron 1977 (JASA 72, equation 2.6) or Breslow 1974 (Biometrics 30); Newton's method with step halving from zero. Columns are centred
 * before the fit, which changes no coefficient and keeps exponentials small.
 */
import { invert } from './likelihood.ts'
import type { Lasting } from './survival.ts'

export type Ties = 'efron' | 'breslow'

export interface CoxFit {
  readonly coefficients: readonly number[]
  readonly standardErrors: readonly number[]
  readonly logLikelihood: number
  /** With every coefficient at zero. */
  readonly nullLogLikelihood: number
  readonly converged: boolean
  readonly iterations: number
  /** Harrell's C of the linear predictor. */
  readonly concordance: number
}

interface Slope { readonly value: number, readonly gradient: Float64Array, readonly information: readonly Float64Array[] }

/** Fits rows of covariates against how long each lasted. Throws RangeError where nobody ended or rows and columns do not fit. */
export function fitCox(subjects: readonly Lasting[], rows: readonly ArrayLike<number>[], ties: Ties = 'efron'): CoxFit {
  const width = rows[0]?.length ?? 0
  if (rows.length !== subjects.length || width === 0 || rows.some((row) => row.length !== width)) throw new RangeError('every subject needs a row of the same covariates')
  if (!subjects.some(({ ended }) => ended)) throw new RangeError('nobody ended: there is no risk to explain')
  const means = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length)
  // Latest first, so that the sums over those at risk grow as we go.
  const order = subjects.map((subject, i) => ({ ...subject, row: Float64Array.from(rows[i] ?? [], (one, j) => one - (means[j] ?? 0)) })).sort((a, b) => b.time - a.time)
  let at = new Float64Array(width)
  let here = slopeOf(order, at, ties)
  const nullLogLikelihood = here.value
  for (let iterations = 1; iterations <= 50; iterations += 1) {
    const inverse = invert(here.information)
    if (!inverse) break
    const step = at.map((_, i) => here.gradient.reduce((sum, one, j) => sum + one * (inverse[i]?.[j] ?? 0), 0))
    let next = here
    let moved = at
    for (let share = 1; share > 1e-6; share /= 2) {
      moved = at.map((one, i) => one + share * (step[i] ?? 0))
      next = slopeOf(order, moved, ties)
      if (next.value >= here.value - 1e-12 * Math.abs(here.value)) break
    }
    const converged = Math.abs(next.value - here.value) <= 1e-12 * Math.abs(next.value)
    at = moved
    here = next
    if (!converged) continue
    const errors = invert(here.information)?.map((row, i) => Math.sqrt(row[i] ?? Number.NaN)) ?? []
    const scores = rows.map((row) => at.reduce((sum, one, j) => sum + one * (row[j] ?? 0), 0))
    return { coefficients: [...at], standardErrors: errors, logLikelihood: here.value, nullLogLikelihood, converged, iterations, concordance: concordance(subjects, scores) }
  }
  return { coefficients: [...at], standardErrors: Array.from(at, () => Number.NaN), logLikelihood: here.value, nullLogLikelihood, converged: false, iterations: 50, concordance: Number.NaN }
}

/** The partial log-likelihood with its slope and information, in one walk from the last to the first time. */
function slopeOf(order: readonly (Lasting & { readonly row: Float64Array })[], at: Float64Array, ties: Ties): Slope {
  const width = at.length
  const gradient = new Float64Array(width)
  const information = Array.from({ length: width }, () => new Float64Array(width))
  const risk = tally(width)
  let value = 0
  for (let i = 0; i < order.length;) {
    const time = order[i]?.time
    const dead = tally(width)
    let deaths = 0
    for (; i < order.length && order[i]?.time === time; i += 1) {
      const subject = order[i]
      if (!subject) break
      const predictor = subject.row.reduce((sum, one, j) => sum + one * (at[j] ?? 0), 0)
      const weight = Math.exp(predictor)
      risk.add(subject.row, weight)
      if (!subject.ended) continue
      deaths += 1
      value += predictor
      dead.add(subject.row, weight)
      for (let j = 0; j < width; j += 1) gradient[j] = (gradient[j] ?? 0) + (subject.row[j] ?? 0)
    }
    for (let k = 0; k < deaths; k += 1) {
      const share = ties === 'efron' ? k / deaths : 0
      const total = risk.weight - share * dead.weight
      value -= Math.log(total)
      for (let j = 0; j < width; j += 1) {
        const mean = ((risk.first[j] ?? 0) - share * (dead.first[j] ?? 0)) / total
        gradient[j] = (gradient[j] ?? 0) - mean
        for (let l = 0; l <= j; l += 1) {
          const other = ((risk.first[l] ?? 0) - share * (dead.first[l] ?? 0)) / total
          const both = ((risk.second[j * width + l] ?? 0) - share * (dead.second[j * width + l] ?? 0)) / total
          const [row, column] = [information[j], information[l]]
          if (row) row[l] = (row[l] ?? 0) + both - mean * other
          if (column && l !== j) column[j] = (column[j] ?? 0) + both - mean * other
        }
      }
    }
  }
  return { value, gradient, information }
}

/** Weighted sums of rows and of their products (lower triangle). */
function tally(width: number): { weight: number, readonly first: Float64Array, readonly second: Float64Array, readonly add: (row: Float64Array, weight: number) => void } {
  const first = new Float64Array(width)
  const second = new Float64Array(width * width)
  const made = {
    weight: 0, first, second,
    add: (row: Float64Array, weight: number): void => {
      made.weight += weight
      for (let j = 0; j < width; j += 1) {
        const part = weight * (row[j] ?? 0)
        first[j] = (first[j] ?? 0) + part
        for (let l = 0; l <= j; l += 1) second[j * width + l] = (second[j * width + l] ?? 0) + part * (row[l] ?? 0)
      }
    }
  }
  return made
}

/**
 * Harrell's C: of the pairs whose order is known, the share in which the one who ended sooner had the higher score; equal scores count half. n log n, by a
 * Fenwick tree over the ranks of the scores.
 */
export function concordance(subjects: readonly Lasting[], scores: readonly number[]): number {
  const ranks = new Map([...new Set(scores)].sort((a, b) => a - b).map((score, i) => [score, i + 1]))
  const size = ranks.size
  const tree = new Float64Array(size + 1)
  const insert = (rank: number): void => { for (let i = rank; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1 }
  const upTo = (rank: number): number => { let sum = 0; for (let i = rank; i > 0; i -= i & -i) sum += tree[i] ?? 0; return sum }
  const order = subjects.map((subject, i) => ({ ...subject, rank: ranks.get(scores[i] ?? Number.NaN) ?? 0 })).sort((a, b) => b.time - a.time || Number(a.ended) - Number(b.ended))
  let [agree, tie, pairs, seen] = [0, 0, 0, 0]
  for (let i = 0; i < order.length;) {
    const from = i
    const { time, ended } = order[i] ?? { time: Number.NaN, ended: false }
    for (; i < order.length && order[i]?.time === time && order[i]?.ended === ended; i += 1) {
      const rank = order[i]?.rank ?? 0
      if (!ended) continue
      const [below, equal] = [upTo(rank - 1), upTo(rank) - upTo(rank - 1)]
      agree += below
      tie += equal
      pairs += seen
    }
    // Those of one time and kind are not compared with each other: they join together.
    for (let k = from; k < i; k += 1) { insert(order[k]?.rank ?? 0); seen += 1 }
  }
  return pairs === 0 ? Number.NaN : (agree + tie / 2) / pairs
}
