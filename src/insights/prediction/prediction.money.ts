/**
 * From the chance to purchases, spend, value and money in doubt. Pure.
 *
 * Purchases are days with a purchase. Where the shipped model does not say how many, they are the chance times how many came of those who came, by how often they
 * had come lately. Spend a visit is the customer's own mean, drawn towards everybody's: by Gamma–Gamma where spend hardly depends on how often a customer comes,
 * else by how much a mean of so many visits has told of the visits that followed. Value beyond the horizon follows the curve of the best model of history.
 */
import { Type, type Static } from 'typebox'
import { expectedSpend, fitGammaGamma } from '#stats/gammagamma.ts'
import type { Candidate, Lesson, Model } from './prediction.candidate.ts'
import { learnOrNot } from './prediction.contest.ts'
import type { Table } from './prediction.columns.ts'
import { CandidateId } from './prediction.schema.ts'

const GammaGamma = Type.Object({ p: Type.Number(), q: Type.Number(), v: Type.Number() })
export const MoneyParameters = Type.Object({
  /** Purchase days of those who came at all, by group of `often`. */
  returning: Type.Array(Type.Number()),
  /** |correlation| of purchases and mean spend; Gamma–Gamma asks for one near zero. */
  correlation: Type.Number(),
  gammaGamma: Type.Union([Type.Null(), GammaGamma]),
  mean: Type.Number(),
  /** How far a mean of so many visits is believed, by group of `seen`. */
  belief: Type.Array(Type.Number()),
  /** The model whose curve carries value beyond the horizon. */
  curve: Type.Union([Type.Null(), Type.Object({ id: CandidateId, parameters: Type.Unknown() })])
})
export type MoneyParameters = Static<typeof MoneyParameters>

/** Gamma–Gamma is used up to this correlation. */
export const mostCorrelation = 0.2
/** A few customers who spend hundreds of times the usual must not carry the whole: means are cut here when weights are learned. */
const cutShare = 0.995
/** An average of everybody counts as much as this many customers of a group. */
const prior = 20

const often = (visits90: number): number => (visits90 < 3 ? visits90 : visits90 < 5 ? 3 : visits90 < 9 ? 4 : 5)
const seen = (visits: number): number => Math.min(4, Math.max(0, Math.floor(Math.log2(Math.max(1, visits)))))

export function learnMoney({ now, examples }: Pick<Lesson, 'now' | 'examples'>, curve: MoneyParameters['curve']): MoneyParameters {
  const rows = Array.from({ length: now.rows }, (_, row) => ({ x: now.columns.visits[row] ?? 1, mean: (now.columns.spend[row] ?? 0) / Math.max(1, now.columns.visits[row] ?? 1) })).filter(({ mean }) => mean > 0)
  const mean = rows.reduce((sum, one) => sum + one.mean, 0) / Math.max(1, rows.length)
  const regulars = rows.filter(({ x }) => x > 1)
  const fit = regulars.length < 30 ? undefined : fitGammaGamma(regulars)
  const gammaGamma = fit !== undefined && fit.converged && fit.boundary.length === 0 && Math.abs(fit.correlation) <= mostCorrelation && fit.parameters.q > 1 ? fit.parameters : null
  return { returning: returningOf(examples), correlation: fit?.correlation ?? 0, gammaGamma: gammaGamma && { ...gammaGamma }, mean, belief: beliefOf(examples, mean), curve }
}

function returningOf(examples: readonly Table[]): number[] {
  const [sums, counts] = [new Float64Array(6), new Float64Array(6)]
  for (const { rows, columns } of examples) for (let row = 0; row < rows; row += 1) {
    const later = columns.laterVisits[row] ?? 0
    if (later === 0) continue
    const group = often(columns.visits90[row] ?? 0)
    sums[group] = (sums[group] ?? 0) + later
    counts[group] = (counts[group] ?? 0) + 1
  }
  const all = (sums.reduce((a, b) => a + b, 0) + prior) / (counts.reduce((a, b) => a + b, 0) + prior)
  return Array.from(sums, (sum, group) => (sum + prior * all) / ((counts[group] ?? 0) + prior))
}

/** The weight of the own mean that best foretells the mean of the visits that followed: covariance over variance, within [0, 1]. */
function beliefOf(examples: readonly Table[], typical: number): number[] {
  const pairs = examples.flatMap(({ rows, columns }) => Array.from({ length: rows }, (_, row) => {
    const [visits, later] = [columns.visits[row] ?? 1, columns.laterVisits[row] ?? 0]
    return later === 0 ? undefined : { group: seen(visits), own: (columns.spend[row] ?? 0) / visits, then: (columns.laterSpend[row] ?? 0) / later }
  })).filter((one) => one !== undefined)
  const highest = quantileOf(pairs.map(({ own }) => own), cutShare)
  const cut = (value: number): number => Math.min(value, highest)
  const fallback = [0.3, 0.5, 0.6, 0.7, 0.8]
  return fallback.map((guess, group) => {
    const mine = pairs.filter((one) => one.group === group)
    const centre = mine.reduce((sum, { own }) => sum + cut(own), 0) / Math.max(1, mine.length)
    const after = mine.reduce((sum, { then }) => sum + cut(then), 0) / Math.max(1, mine.length)
    let [together, alone] = [prior * guess * typical ** 2, prior * typical ** 2]
    for (const { own, then } of mine) { together += (cut(own) - centre) * (cut(then) - after); alone += (cut(own) - centre) ** 2 }
    return alone > 0 ? Math.min(1, Math.max(0, together / alone)) : guess
  })
}

export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

export interface Money {
  readonly purchases: Float64Array
  /** All in main units. Spend is revenue; value and doubt are margin where the cost of every order is known. */
  readonly spend: Float64Array
  readonly value: Float64Array
  readonly doubt: Float64Array
  readonly onMargin: Uint8Array
}

export interface Horizon { readonly horizonDays: number, readonly valueDays: number, readonly discountRate: number }

const periods = 4

export function moneyOf(table: Table, model: Model, chances: Float64Array, parameters: MoneyParameters, curve: Model | undefined, { horizonDays, valueDays, discountRate }: Horizon): Money {
  const { rows, columns } = table
  const own = model.purchases?.(table, horizonDays)
  const beyond = curve?.purchases && yearOf(table, curve.purchases, horizonDays, valueDays, discountRate)
  const flat = discounted(Array.from({ length: periods }, () => valueDays / horizonDays / periods), valueDays, discountRate)
  const [purchases, spend, value, doubt, onMargin] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows), new Float64Array(rows), new Uint8Array(rows)]
  for (let row = 0; row < rows; row += 1) {
    const chance = chances[row] ?? 0
    const visits = Math.max(1, columns.visits[row] ?? 1)
    const total = columns.spend[row] ?? 0
    const expected = own?.[row] ?? chance * (parameters.returning[often(columns.visits90[row] ?? 0)] ?? 1)
    const ifReturns = chance > 1e-9 ? Math.max(1, expected / chance) : 1
    const visit = spendOf(parameters, visits, total / visits)
    const isKnown = total > 0 && columns.known[row] === total
    const margin = isKnown ? Math.max(0, 1 - (columns.cost[row] ?? 0) / total) : 1
    purchases[row] = expected
    spend[row] = expected * visit
    value[row] = expected * visit * margin * (beyond?.[row] ?? flat)
    doubt[row] = (1 - chance) * ifReturns * visit * margin
    onMargin[row] = isKnown ? 1 : 0
  }
  return { purchases, spend, value, doubt, onMargin }
}

function spendOf({ gammaGamma, mean, belief }: MoneyParameters, visits: number, own: number): number {
  if (gammaGamma !== null && own > 0) return expectedSpend(gammaGamma, { x: visits, mean: own })
  const weight = belief[seen(visits)] ?? 0.5
  return mean + weight * (own - mean)
}

/** How many horizons' worth of purchases the value's days hold, discounted, customer by customer. */
function yearOf(table: Table, purchases: NonNullable<Model['purchases']>, horizonDays: number, valueDays: number, discountRate: number): Float64Array {
  const ends = Array.from({ length: periods }, (_, k) => purchases(table, ((k + 1) * valueDays) / periods))
  const first = purchases(table, horizonDays)
  return first.map((within, row) => {
    const each = ends.map((end, k) => ((end[row] ?? 0) - (k === 0 ? 0 : ends[k - 1]?.[row] ?? 0)) / Math.max(1e-12, within))
    return discounted(each, valueDays, discountRate)
  })
}

/** What comes in a period is taken to come in its middle. */
const discounted = (each: readonly number[], valueDays: number, discountRate: number): number =>
  each.reduce((sum, amount, k) => sum + amount / (1 + discountRate) ** (((k + 0.5) * valueDays) / periods / 365), 0)

/** The best converged model of history, for the curve beyond the horizon. */
export function curveOf(candidates: readonly Candidate[], best: readonly CandidateIdOf[], lesson: Lesson): MoneyParameters['curve'] {
  for (const id of best) {
    const learned = learnOrNot(candidates.find((one) => one.id === id) ?? neverThere(id), lesson)
    if (learned?.converged === true) return { id, parameters: learned.parameters }
  }
  return null
}
type CandidateIdOf = Static<typeof CandidateId>
function neverThere(id: string): never { throw new Error(`there is no candidate ${id}`) }
