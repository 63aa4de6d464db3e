/** A whole fitting, from tables to a model with its backtest: the contest, the winner learned anew on all there is, its money tried on the past. Pure; runs in a thread. */
import { candidates, candidateOf } from './prediction.candidates.ts'
import { compete, learnOrNot, meanAuc, type Contest, type Origin } from './prediction.contest.ts'
import type { Learned, Model } from './prediction.candidate.ts'
import { answersOf, type Table } from './prediction.columns.ts'
import { curveOf, learnMoney, moneyOf, quantileOf, type Horizon, type MoneyParameters } from './prediction.money.ts'
import type { Backtest, CandidateId, MoneyTest } from './prediction.schema.ts'
import { openScorer } from './prediction.score.ts'
import { reasonOf, verdictOf } from './prediction.verdicts.ts'
import { tryWorth, type PastWorth } from './prediction.worth.ts'

export interface FitTask {
  readonly now: Table
  /** For the model of today. */
  readonly examples: readonly Table[]
  /** The newest first. */
  readonly origins: readonly Origin[]
  /** Where history reaches back far enough. */
  readonly past?: PastWorth | undefined
  readonly horizon: Horizon
  readonly seed: number
}

export interface FitOutcome {
  readonly candidate: CandidateId
  readonly learned: Learned
  readonly money: MoneyParameters
  readonly backtest: Backtest
  /** Customers who were learned from. */
  readonly rows: number
}

export function fitAll({ now, examples, origins, past: longAgo, horizon, seed }: FitTask, report: (done: number, of: number) => void): FitOutcome {
  const contest = compete(candidates, origins, horizon.horizonDays, seed, report)
  const { horizonDays } = horizon
  const chosen = learnOrNot(candidateOf(contest.winner), { now, examples, horizonDays, seed })
  // What won in the past may find nothing to learn from today; recency always does.
  const candidate = chosen?.converged === true ? contest.winner : 'recency'
  const learned = candidate === contest.winner && chosen !== undefined ? chosen : learnOrNot(candidateOf('recency'), { now, examples, horizonDays, seed })
  if (learned === undefined) throw new RangeError('no earlier day to learn from')
  const curves = historyModels(contest)
  const money = learnMoney({ now, examples }, curveOf(candidates, candidate === 'bg' || candidate === 'mbg' || candidate === 'pareto' ? [candidate] : curves, { now, examples, horizonDays, seed }))
  const past = origins.map((origin) => tryMoney(candidate, contest, origin, horizon))
  const worth = longAgo && tryWorth(longAgo, { candidate, curve: money.curve?.id, horizon, seed, today: openScorer()(now, { candidate, parameters: learned.parameters, money, horizon }).value })
  const shipped = contest.entrants.map((entrant) => ({ entrant, shipped: entrant.id === candidate }))
  return {
    candidate, learned, money, rows: now.rows,
    backtest: {
      candidates: shipped.map(({ entrant, shipped: isShipped }) => {
        const { id, trials, gain, converged, boundary } = entrant
        const mean = (of: (test: (typeof trials)[number]['test']) => number): number | null => (trials.length === 0 ? null : trials.reduce((sum, { test }) => sum + of(test), 0) / trials.length)
        return {
          id, shipped: isShipped, auc: mean(({ auc }) => auc), brier: mean(({ brier }) => brier), lift: mean(({ lift }) => lift), gain, converged, boundary: [...boundary],
          tests: trials.map(({ test }) => test), verdict: verdictOf(entrant, contest, candidate)
        }
      }),
      yardsticks: [...contest.yardsticks], reason: reasonOf(contest, candidate), money: past.flatMap(({ test }) => (test === undefined ? [] : [test])), spread: past[0]?.spread ?? [],
      ...(worth && { worth })
    }
  }
}

/** The models of history, the best in the contest first. */
const historyModels = ({ entrants }: Contest): readonly CandidateId[] =>
  entrants.filter(({ id, trials }) => (id === 'bg' || id === 'mbg' || id === 'pareto') && trials.length > 0).toSorted((a, b) => meanAuc(b) - meanAuc(a)).map(({ id }) => id)

interface MoneyTrial { readonly test: MoneyTest | undefined, readonly spread: Backtest['spread'] }

/** The shipped kind of model as it would have spoken at the cut: what it learned there in the contest. */
function tryMoney(id: CandidateId, { entrants }: Contest, { cut, to, table, examples }: Origin, horizon: Horizon): MoneyTrial {
  const learned = examples.length === 0 && candidateOf(id).needsExamples ? undefined : entrants.find((one) => one.id === id)?.trials.find(({ test }) => test.cut === cut)?.learned
  if (learned === undefined) return { test: undefined, spread: [] }
  const model: Model = candidateOf(id).recall(learned.parameters)
  const parameters = learnMoney({ now: table, examples }, null)
  const chances = model.chances(table, horizon.horizonDays)
  const { spend, purchases } = moneyOf(table, model, chances, parameters, undefined, horizon)
  const { columns, rows } = table
  const naive = columns.spend90.map((before) => (before * horizon.horizonDays) / 90)
  const sum = (values: Float64Array): number => values.reduce((total, one) => total + one, 0)
  const error = (values: Float64Array): number => sum(values.map((one, row) => Math.abs(one - (columns.laterSpend[row] ?? 0)))) / Math.max(1, rows)
  return {
    test: {
      cut, to, customers: rows, buyers: sum(answersOf(table)), expectedBuyers: sum(chances), purchases: sum(columns.laterVisits), expectedPurchases: sum(purchases),
      spendMinor: minor(sum(columns.laterSpend)), expectedSpendMinor: minor(sum(spend)), meanErrorMinor: minor(error(spend)),
      naiveSpendMinor: minor(sum(naive)), naiveMeanErrorMinor: minor(error(naive))
    },
    spread: spreadOf(spend, columns.laterSpend)
  }
}

export const minor = (value: number): string => BigInt(Math.round(value * 10_000)).toString()

const groups = 10
const [lowShare, highShare] = [0.1, 0.9]

/** In tenths of customers by expected spend: between which multiples of it the middle 80 % really spent. */
function spreadOf(expected: Float64Array, spent: Float64Array): Backtest['spread'] {
  const order = Array.from(expected, (_, row) => row).sort((a, b) => (expected[a] ?? 0) - (expected[b] ?? 0))
  return Array.from({ length: groups }, (_, g) => {
    const rows = order.slice(Math.floor((g * order.length) / groups), Math.floor(((g + 1) * order.length) / groups))
    const ratios = rows.map((row) => (spent[row] ?? 0) / Math.max(1e-9, expected[row] ?? 0))
    return { from: g === 0 ? 0 : expected[rows[0] ?? 0] ?? 0, low: quantileOf(ratios, lowShare), high: quantileOf(ratios, highShare), n: rows.length }
  }).filter(({ n }) => n > 0)
}
