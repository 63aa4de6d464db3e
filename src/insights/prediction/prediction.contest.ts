/**
 * The contest: every candidate learns at a cut and is held against what happened after it, on several cuts where history allows. Recency wins unless beaten:
 * another is shipped only where its AUC is higher and the 95 % interval of the difference lies above zero. Pure.
 */
import { areaOf, differenceOfAreas, type Area, type PairedAreas } from '#stats/delong.ts'
import { brier, lift, reliability } from '#stats/scoring.ts'
import { aliveOf, type BuyTillYouDieId } from './buyTillYouDie.ts'
import type { Candidate, Learned, Lesson, Model } from './prediction.candidate.ts'
import { answersOf, pickRows, type Table } from './prediction.columns.ts'
import type { CandidateId, Test, Yardstick } from './prediction.schema.ts'

/** A cut: what was known, what may be learned from, what followed. */
export interface Origin {
  readonly cut: string
  readonly to: string
  /** With what followed. */
  readonly table: Table
  readonly examples: readonly Table[]
}

export interface Trial {
  readonly test: Test
  readonly area: Area
  readonly who: Int32Array
  readonly learned: Learned
}

export interface Entrant {
  readonly id: CandidateId
  readonly trials: readonly Trial[]
  readonly gain: { readonly difference: number, readonly low: number, readonly high: number } | null
  readonly converged: boolean
  readonly boundary: readonly string[]
}

export interface Contest { readonly entrants: readonly Entrant[], readonly winner: CandidateId, readonly yardsticks: readonly Yardstick[] }

const topShare = 0.1

export function compete(candidates: readonly Candidate[], origins: readonly Origin[], horizonDays: number, seed: number, report: (done: number, of: number) => void): Contest {
  const steps = candidates.length * origins.length
  const trials = candidates.map((candidate, c) => origins.flatMap((origin, o): readonly Trial[] => {
    report(c * origins.length + o, steps)
    const trial = tryOut(candidate, origin, horizonDays, seed)
    return trial === undefined ? [] : [trial]
  }))
  const least = trials[candidates.findIndex(({ id }) => id === 'recency')] ?? []
  const entrants = candidates.map(({ id }, c): Entrant => {
    const own = trials[c] ?? []
    const last = own.at(0)?.learned
    const pairs = own.flatMap((trial): readonly PairedAreas[] => {
      const other = least.find(({ test }) => test.cut === trial.test.cut)
      return other === undefined || Number.isNaN(trial.area.auc) ? [] : [{ one: trial.area, other: other.area, who: trial.who }]
    })
    const gain = id === 'recency' || pairs.length === 0 ? null : differenceOfAreas(pairs)
    return { id, trials: own, gain: gain && { difference: gain.difference, low: gain.low, high: gain.high }, converged: own.length > 0 && own.every(({ learned }) => learned.converged), boundary: last?.boundary ?? [] }
  })
  return { entrants, winner: winnerOf(entrants), yardsticks: yardsticksOf(entrants, origins[0], horizonDays, candidates) }
}

/** The best of those that beat recency for certain; recency where nobody does. */
export function winnerOf(entrants: readonly Entrant[]): CandidateId {
  const better = entrants.filter(({ id, gain, converged, trials }) => id !== 'recency' && converged && trials.length > 0 && gain !== null && gain.low > 0)
  const best = better.reduce<Entrant | undefined>((one, other) => (one === undefined || meanAuc(other) > meanAuc(one) ? other : one), undefined)
  return best?.id ?? 'recency'
}

export const meanAuc = ({ trials }: Pick<Entrant, 'trials'>): number => trials.reduce((sum, { test }) => sum + test.auc, 0) / trials.length

function tryOut(candidate: Candidate, { cut, to, table, examples }: Origin, horizonDays: number, seed: number): Trial | undefined {
  const found = examples.length > 0 || !candidate.needsExamples
    ? learnedBy(candidate, { now: table, examples, horizonDays, seed }, table)
    : candidate.id === 'recency' ? byHalves(candidate, table, horizonDays, seed) : undefined
  if (found === undefined) return undefined
  const { learned, chances, ranks } = found
  const yes = answersOf(table)
  const area = areaOf(ranks, yes)
  const bought = yes.reduce((sum, one) => sum + one, 0)
  return {
    learned, area, who: table.who,
    test: { cut, to, n: table.rows, bought, auc: area.auc, brier: brier(chances, yes), lift: lift(ranks, yes, topShare), groups: reliability(chances, yes).map((group) => ({ ...group })) }
  }

  function learnedBy(one: Candidate, lesson: Lesson, seen: Table): { readonly learned: Learned, readonly chances: Float64Array, readonly ranks: Float64Array } | undefined {
    const learned = learnOrNot(one, lesson)
    if (learned === undefined) return undefined
    const model = one.recall(learned.parameters)
    return { learned, chances: model.chances(seen, horizonDays), ranks: ranksOf(model, seen, horizonDays) }
  }
}

/** Nothing to learn from is an answer, not a fault. */
export function learnOrNot(candidate: Candidate, lesson: Lesson): Learned | undefined {
  try {
    return candidate.learn(lesson)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const ranksOf = (model: Model, table: Table, horizonDays: number): Float64Array => (model.ranks ?? model.chances)(table, horizonDays)

/**
 * Where history is too short for earlier cuts, the chances of recency are learned on one half of the customers and tried on the other, and the other way round.
 * Its ranking needs no learning.
 */
function byHalves(candidate: Candidate, table: Table, horizonDays: number, seed: number): { readonly learned: Learned, readonly chances: Float64Array, readonly ranks: Float64Array } | undefined {
  const chances = new Float64Array(table.rows)
  const ranks = new Float64Array(table.rows)
  let learned: Learned | undefined
  for (const half of [0, 1]) {
    const isHere = (row: number): boolean => (table.who[row] ?? 0) % 2 === half
    learned = learnOrNot(candidate, { now: table, examples: [pickRows(table, (row) => !isHere(row))], horizonDays, seed })
    if (learned === undefined) return undefined
    const model = candidate.recall(learned.parameters)
    const [all, order] = [model.chances(table, horizonDays), ranksOf(model, table, horizonDays)]
    for (let row = 0; row < table.rows; row += 1) if (isHere(row)) { chances[row] = all[row] ?? 0; ranks[row] = order[row] ?? 0 }
  }
  return learned && { learned, chances, ranks }
}

/** On the newest period: rankings that people reach for, beside those that compete. */
function yardsticksOf(entrants: readonly Entrant[], origin: Origin | undefined, horizonDays: number, candidates: readonly Candidate[]): readonly Yardstick[] {
  if (origin === undefined) return []
  const yes = answersOf(origin.table)
  const auc = (scores: Float64Array): number => areaOf(scores, yes).auc
  const both = (['bg', 'mbg', 'pareto'] as const).flatMap((id: BuyTillYouDieId): readonly Yardstick[] => {
    const learned = entrants.find((one) => one.id === id)?.trials.find(({ test }) => test.cut === origin.cut)?.learned
    const model = candidates.find((one) => one.id === id)
    if (learned === undefined || model === undefined) return []
    const expected = model.recall(learned.parameters).purchases?.(origin.table, horizonDays)
    return [
      ...(expected === undefined ? [] : [{ id: 'expected' as const, model: id, auc: auc(expected) }]),
      { id: 'alive', model: id, auc: auc(aliveOf(id, learned.parameters, origin.table)) }
    ]
  })
  const frequency: Yardstick = { id: 'frequency', model: null, auc: auc(origin.table.columns.visits) }
  return [frequency, ...both].filter((one) => Number.isFinite(one.auc))
}
