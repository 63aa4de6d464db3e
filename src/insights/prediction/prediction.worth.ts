/**
 * How far off a customer's value may be, measured: the shipped kind of model is taught as of a day long past, its value is held against what was spent since, and the
 * interval of today's value is what those with such a value spent then. Split conformal with groups by the expected value (Vovk, Gammerman, Shafer 2005, Algorithmic
 * Learning in a Random World, section 4.5; Lei, G'Sell, Rinaldo, Tibshirani, Wasserman 2018, JASA 113, section 2.2): the score is spent ÷ expected. Its coverage is counted
 * on customers whom the interval did not see. Margin and discount are taken as given, and so is that coming months go like the measured ones. Pure.
 */
import { candidateOf } from './prediction.candidates.ts'
import { learnOrNot, type Origin } from './prediction.contest.ts'
import { moneyOf, learnMoney, type Horizon, type MoneyParameters } from './prediction.money.ts'
import type { CandidateId, Spread, WorthTest } from './prediction.schema.ts'

/** Days as of which value is tried, with all that followed to the last day. */
export interface PastWorth extends Origin { readonly days: number }

interface Asked { readonly candidate: CandidateId, readonly curve: CandidateId | undefined, readonly horizon: Horizon, readonly seed: number, readonly today: Float64Array }

/** `today`: the values of today, whose groups take the intervals of the same groups of then, since days, margin and discount make them larger or smaller. Undefined where the model finds nothing to learn from at that day. */
export function tryWorth({ cut, to, days, table, examples }: PastWorth, { candidate, curve, horizon, seed, today }: Asked): WorthTest | undefined {
  const lesson = { now: table, examples, horizonDays: horizon.horizonDays, seed }
  const learned = learnOrNot(candidateOf(candidate), lesson)
  if (learned === undefined || !learned.converged) return undefined
  const curved = curve === undefined ? undefined : learnOrNot(candidateOf(curve), lesson)
  const known: MoneyParameters['curve'] = curve === undefined || curved?.converged !== true ? null : { id: curve, parameters: curved.parameters }
  const model = candidateOf(candidate).recall(learned.parameters)
  // As revenue and undiscounted, which is how what followed was read.
  const plain = { ...table, columns: { ...table.columns, known: new Float64Array(table.rows) } }
  const expected = moneyOf(plain, model, model.chances(plain, horizon.horizonDays), learnMoney({ now: table, examples }, known), known === null ? undefined : candidateOf(known.id).recall(known.parameters), { ...horizon, valueDays: days, discountRate: 0 }).value
  const spent = table.columns.laterSpend
  return { cut, to, days, customers: table.rows, ...sums(expected, spent), coverage: coverageOf(expected, spent), spread: inGroupsOf(today, worthSpread(expected, spent)) }
}

const sums = (expected: Float64Array, spent: Float64Array): Pick<WorthTest, 'expectedMinor' | 'spentMinor' | 'meanErrorMinor'> => {
  const sum = (values: Float64Array): number => values.reduce((all, one) => all + one, 0)
  const minor = (value: number): string => BigInt(Math.round(value * 10_000)).toString()
  return { expectedMinor: minor(sum(expected)), spentMinor: minor(sum(spent)), meanErrorMinor: minor(sum(expected.map((one, row) => Math.abs(one - (spent[row] ?? 0)))) / Math.max(1, expected.length)) }
}

/** Tenths at least, more where each still holds two hundred: the very best are not like the rest of their tenth. */
const groupsOf = (n: number): number => Math.max(10, Math.min(50, Math.floor(n / 200)))
const leftOut = 0.1

/**
 * In equal groups by expected value: between which multiples of it at least 80 % spent. The ranks are those of n + 1, so that one more customer falls between them with that
 * chance; and the expected value itself always lies within.
 */
export function worthSpread(expected: Float64Array, spent: Float64Array, rows: readonly number[] = Array.from(expected.keys())): Spread[] {
  const order = rows.toSorted((a, b) => (expected[a] ?? 0) - (expected[b] ?? 0))
  const groups = groupsOf(order.length)
  return Array.from({ length: groups }, (_, g) => {
    const mine = order.slice(Math.floor((g * order.length) / groups), Math.floor(((g + 1) * order.length) / groups))
    const ratios = mine.map((row) => (spent[row] ?? 0) / Math.max(1e-9, expected[row] ?? 0)).sort((a, b) => a - b)
    const n = ratios.length
    const [low, high] = [Math.floor((n + 1) * leftOut), Math.ceil((n + 1) * (1 - leftOut))]
    return { from: g === 0 ? 0 : expected[mine[0] ?? 0] ?? 0, low: Math.min(1, low < 1 ? 0 : ratios[low - 1] ?? 0), high: Math.max(1, ratios[Math.min(n, high) - 1] ?? 1), n }
  }).filter(({ n }) => n > 0)
}

function inGroupsOf(today: Float64Array, spread: readonly Spread[]): Spread[] {
  const sorted = today.toSorted()
  return spread.map((group, g) => ({ ...group, from: g === 0 ? 0 : sorted[Math.floor((g * sorted.length) / spread.length)] ?? 0 }))
}

/** The share of customers within the interval that the other half of them made. */
export function coverageOf(expected: Float64Array, spent: Float64Array): number {
  const rows = Array.from(expected.keys())
  let within = 0
  for (const half of [0, 1]) {
    const spread = worthSpread(expected, spent, rows.filter((row) => row % 2 !== half))
    for (const row of rows.filter((one) => one % 2 === half)) {
      const group = spread.findLast(({ from }) => from <= (expected[row] ?? 0)) ?? spread[0]
      const [value, came] = [expected[row] ?? 0, spent[row] ?? 0]
      if (group !== undefined && came >= group.low * value - 1e-9 && came <= group.high * value + 1e-9) within += 1
    }
  }
  return within / Math.max(1, rows.length)
}
