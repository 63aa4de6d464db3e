/** What crosses the wire about the forecast of sales. */
import { Type, type Static } from 'typebox'
import { Bilingual, Cleaning, Day, FileFormat, Minor, Stamp } from '../definitions/definitions.schema.ts'

export const Grain = Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')], { description: 'week: seven days, counted back from the last day of the history · month: calendar months that are over' })
export type Grain = Static<typeof Grain>

export const Cut = Type.Union([Type.Literal('whole'), Type.Literal('store'), Type.Literal('category')])
export type Cut = Static<typeof Cut>

export const horizons: Readonly<Record<Grain, readonly number[]>> = { day: [14, 28, 56], week: [4, 8, 13], month: [3, 6] }

const scope = {
  asOf: Type.Optional(Day), cleaning: Type.Optional(Cleaning), version: Type.Optional(Type.Integer({ minimum: 1, description: 'an older version of the definition' })),
  grain: Type.Optional(Grain), cut: Type.Optional(Cut),
  part: Type.Optional(Type.String({ maxLength: 200, description: 'one store (its id) or category (its name); ~none for what belongs to none, ~rest for the smallest together' })),
  horizon: Type.Optional(Type.Integer({ minimum: 1, maximum: 56, description: 'how many steps ahead' }))
}
export const ForecastQuery = Type.Object(scope, { additionalProperties: false })
export type ForecastQuery = Static<typeof ForecastQuery>

export const ForecastFileQuery = Type.Object({ ...scope, format: FileFormat }, { additionalProperties: false })

const nullable = Type.Union([Type.Number(), Type.Null()])
const accuracy = { wape: nullable, mase: nullable, smape: nullable, n: Type.Integer({ description: 'points compared' }) }
const Accuracy = Type.Object(accuracy)

const Score = Type.Object({
  method: Type.String(), name: Bilingual, ...accuracy,
  pinball: nullable, coverage: nullable,
  latest: Type.Object(accuracy, { description: 'on the last window alone' }),
  isShipped: Type.Boolean(), isBenchmark: Type.Boolean(), isComplete: Type.Boolean({ description: 'it could answer from every origin' })
})

const Money = Type.Object({ from: Day, to: Day, moneyMinor: Minor })
const Expected = Type.Object({ from: Day, to: Day, moneyMinor: Minor, lowMinor: Minor, highMinor: Minor })

export const MarkKind = Type.Union([Type.Literal('stock_out'), Type.Literal('promotion')], { description: 'stock_out: nothing to sell, left out of the fit · promotion: an effect to be estimated' })
export type MarkKind = Static<typeof MarkKind>

export const NewMark = Type.Object({
  kind: MarkKind, cut: Cut, part: Type.Union([Type.Null(), Type.String({ maxLength: 200 })]), from: Day, to: Day, note: Type.Optional(Type.String({ maxLength: 200 }))
}, { additionalProperties: false })
export type NewMark = Static<typeof NewMark>

export const Mark = Type.Object({ markId: Type.String({ format: 'uuid' }), kind: MarkKind, cut: Cut, part: Type.Union([Type.Null(), Type.String()]), from: Day, to: Day, note: Type.String(), by: Type.String() })
export type Mark = Static<typeof Mark>
export const Marks = Type.Object({ items: Type.Array(Mark), next: Type.Null() })
export const MarkId = Type.Object({ markId: Type.String({ format: 'uuid' }) })

const Effect = Type.Object({
  key: Type.String(), name: Bilingual, occurrences: Type.Integer(), ratio: nullable, low: nullable, high: nullable,
  isUsed: Type.Boolean({ description: 'carried forward; otherwise seen too seldom, or not told apart from nothing' }), reason: Bilingual
})

const Band = Type.Object({ kind: Type.Union([Type.Literal('off'), Type.Literal('work'), Type.Literal('festival'), Type.Literal('before'), Type.Literal('stock_out'), Type.Literal('promotion')]), name: Bilingual, from: Day, to: Day, expected: Type.Boolean({ description: 'no notice has said so yet' }) })

const Part = Type.Object({ part: Type.String(), name: Bilingual, lastMinor: Minor, nextMinor: Minor, lowMinor: Minor, highMinor: Minor, method: Bilingual, wape: nullable })

const Run = Type.Object({
  version: Type.Integer(), createdAt: Type.String({ format: 'date-time' }), from: Day, to: Day, n: Type.Integer({ description: 'buckets of history' }), level: Type.Number(),
  method: Bilingual, reconciliation: Type.Union([Type.Literal('mint'), Type.Literal('whole-first'), Type.Literal('none')]), origins: Type.Integer(), scored: Type.Integer(), period: Type.Integer(),
  converged: Type.Boolean(), isStale: Type.Boolean({ description: 'data, marks or holidays have changed since; a new one is being made' })
})

const Fitting = Type.Object({ jobId: Type.String(), done: Type.Integer(), total: Type.Union([Type.Integer(), Type.Null()]) })

export const Forecast = Type.Object({
  stamp: Stamp,
  sentence: Bilingual,
  state: Type.Union([Type.Literal('empty'), Type.Literal('gated'), Type.Literal('fitting'), Type.Literal('failed'), Type.Literal('ready')]),
  gate: Type.Array(Bilingual, { description: 'what is missing; empty where there is enough' }),
  fitting: Type.Union([Fitting, Type.Null()]),
  run: Type.Union([Run, Type.Null()]),
  grain: Grain, cut: Cut, part: Type.Union([Type.String(), Type.Null()]), horizon: Type.Integer(), horizons: Type.Array(Type.Integer()),
  headline: Type.Union([Type.Null(), Type.Object({ next: Expected, last: Money, yearBefore: Type.Union([Money, Type.Null()]), steps: Type.Integer() })]),
  history: Type.Array(Money), expected: Type.Array(Expected),
  parts: Type.Array(Part, { description: 'of the chosen cut, over the chosen horizon; they add up to the whole exactly' }),
  partNames: Type.Array(Type.Object({ part: Type.String(), name: Bilingual })),
  scores: Type.Array(Score), shipped: Type.Union([Type.Null(), Type.Object({ ...accuracy, pinball: nullable, coverage: nullable, latest: Accuracy })]),
  effects: Type.Array(Effect), bands: Type.Array(Band), marks: Type.Array(Type.Object({ ...Mark.properties, name: Bilingual }, { description: 'with the name of what is marked' }))
})
export type Forecast = Static<typeof Forecast>
