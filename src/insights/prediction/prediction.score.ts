/** Scores of rows by a model that was fitted. Pure. */
import { candidateOf } from './prediction.candidates.ts'
import type { Table } from './prediction.columns.ts'
import { moneyOf, type Horizon, type Money, type MoneyParameters } from './prediction.money.ts'
import type { CandidateId } from './prediction.schema.ts'
import type { Packed } from './prediction.score.sql.ts'

export interface ScoreWith {
  readonly candidate: CandidateId
  readonly parameters: unknown
  readonly money: MoneyParameters
  readonly horizon: Horizon
}

export interface Scores extends Money { readonly chances: Float64Array, readonly visits: Float64Array, readonly silent: Float64Array }

/** Scores tables one after another. A model is read when it is given, and used for every table that follows. */
export function openScorer(): (table: Table, using: ScoreWith | undefined) => Scores {
  let known: ((table: Table) => Scores) | undefined
  return (table, using) => {
    if (using !== undefined) known = scorerOf(using)
    if (known === undefined) throw new Error('no model was given to score with')
    return known(table)
  }
}

function scorerOf({ candidate, parameters, money, horizon }: ScoreWith): (table: Table) => Scores {
  const model = candidateOf(candidate).recall(parameters)
  const curve = money.curve === null ? undefined : candidateOf(money.curve.id).recall(money.curve.parameters)
  return (table) => {
    const chances = model.chances(table, horizon.horizonDays).map((chance) => Math.min(1, Math.max(0, chance)))
    return { ...moneyOf(table, model, chances, money, curve, horizon), chances, visits: table.columns.visits, silent: table.columns.silent }
  }
}

/** Scores as texts that the database takes apart again. Made where they are reckoned: joining a million numbers would hold up whoever waits for the server. */
export const packed = ({ chances, purchases, spend, value, doubt, onMargin, visits, silent }: Scores): Omit<Packed, 'ids'> => ({
  chances: chances.join(','), purchases: purchases.join(','), spends: minors(spend), values: minors(value), doubts: minors(doubt), margins: onMargin.join(','),
  visits: visits.join(','), silents: silent.join(',')
})

const minors = (values: Float64Array): string => Array.from(values, (one) => Math.round(one * 10_000)).join(',')
