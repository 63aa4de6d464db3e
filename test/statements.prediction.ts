/** The analytical statements of predictions, for test/statements.ts: features at cuts, and lists over scores that are first written on the engine itself. */
import * as prediction from '../src/insights/prediction/prediction.sql.ts'
import { createScores, dropOthers, insertScores } from '../src/insights/prediction/prediction.score.sql.ts'
import type { Engine } from '#foundation/engine.ts'
import { stateSource, type Scope, type Statement } from '#insights/warehouse/warehouse.ts'
import type { Case } from './statements.ts'

const ids = Array.from({ length: 60 }, (_, n) => `0190aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`)
const number = 3n

async function withScores<Row extends object>(engine: Engine, statement: Statement<Row>): Promise<unknown[]> {
  await createScores(engine)
  await dropOthers(engine, 0n)
  const column = (value: (n: number) => number): string => ids.map((_, n) => value(n)).join(',')
  for (const one of [number, 2n]) {
    await insertScores(engine, one, {
      ids: ids.join(','), chances: column((n) => ((n * 7) % 20) / 20), purchases: column((n) => n / 3), spends: column((n) => (n % 11) * 12_345), values: column((n) => 1e12 + n),
      doubts: column((n) => -n), margins: column((n) => n % 2), visits: column((n) => 1 + (n % 3)), silents: column((n) => n)
    })
  }
  return engine.all(statement.sql, statement.params)
}

const page = { number, sort: 'chance', bought: undefined, least: undefined, most: undefined, customer: undefined, after: undefined, limit: 25 } as const

export const predictionCases = (scopes: readonly Scope[]): readonly Case[] => [
  ...scopes.filter(({ category, store, windowDays }) => category === undefined && store === undefined && windowDays === undefined).flatMap((scope): readonly Case[] => {
    const one = (statement: Statement<object>): Case => ({
      statement: statement.name.replace('_', ''), scope: JSON.stringify(scope),
      ask: async (engine) => (await engine.all<Record<string, unknown>>(statement.sql, statement.params)).toSorted((a, b) => (String(a['customer_id']) < String(b['customer_id']) ? -1 : 1))
    })
    return [
      { ...one(prediction.gate(stateSource(scope))), statement: 'prediction.gate' },
      one(prediction.features(scope, { later: { asOf: '2026-03-01', cleaning: scope.cleaning }, below: undefined })),
      one(prediction.features(scope, { later: undefined, below: '8000', isOrdered: true })),
      one(prediction.features(scope, { later: undefined, below: undefined, customers: ids }))
    ]
  }),
  ...(['chance', 'churn', 'value', 'spend', 'doubt'] as const).map((sort): Case => ({ statement: 'prediction.scores', scope: sort, ask: (engine) => withScores(engine, prediction.scores({ ...page, sort })) })),
  { statement: 'prediction.scores', scope: 'filtered', ask: (engine) => withScores(engine, prediction.scores({ ...page, bought: 'again', least: 0.2, most: 0.9 })) },
  { statement: 'prediction.scores', scope: 'after', ask: (engine) => withScores(engine, prediction.scores({ ...page, bought: 'once', after: { rank: 500_000_000_000n, customerId: ids[9] ?? '' } })) },
  { statement: 'prediction.scores', scope: 'one', ask: (engine) => withScores(engine, prediction.scores({ ...page, customer: ids[7] })) },
  { statement: 'prediction.countScores', scope: 'all', ask: (engine) => withScores(engine, prediction.countScores(number)) },
  { statement: 'prediction.names', scope: 'all', ask: (engine) => engine.all(prediction.names(ids).sql, prediction.names(ids).params) }
]
