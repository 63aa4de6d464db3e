/** What crosses the wire about predictions. */
import { Type, type Static } from 'typebox'
import { Bilingual, Day, FileFormat, Minor, PageQuery, Stamp } from '../definitions/definitions.schema.ts'

export const CandidateId = Type.Union([Type.Literal('recency'), Type.Literal('bg'), Type.Literal('mbg'), Type.Literal('pareto'), Type.Literal('logistic'), Type.Literal('trees')])
export type CandidateId = Static<typeof CandidateId>

/** `up` and `down`: it raises or lowers this customer's chance against everybody's; `fact`: what the model looks at, without a share of its own. */
export const Reason = Type.Object({ code: Type.String(), effect: Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Literal('fact')]), sentence: Bilingual })
export type Reason = Static<typeof Reason>

/** Equal groups by rising chance: what was said, what happened. */
export const Group = Type.Object({ n: Type.Integer(), expected: Type.Number(), happened: Type.Number() })
const nullable = Type.Union([Type.Number(), Type.Null()])

/** One candidate on one period that it had not seen. */
export const Test = Type.Object({
  cut: Day, to: Day, n: Type.Integer(), bought: Type.Integer(), auc: Type.Number(), brier: Type.Number(),
  lift: Type.Number({ description: 'buyers among the tenth with the best chances, against buyers among all' }), groups: Type.Array(Group)
})
export type Test = Static<typeof Test>

export const Contestant = Type.Object({
  id: CandidateId,
  shipped: Type.Boolean(),
  /** Means over the periods; null where it could not take part. */
  auc: nullable, brier: nullable, lift: nullable,
  /** AUC less that of recency on the same customers, with a 95 % interval (DeLong, each customer counted once over all periods). */
  gain: Type.Union([Type.Null(), Type.Object({ difference: Type.Number(), low: Type.Number(), high: Type.Number() })]),
  converged: Type.Boolean(),
  boundary: Type.Array(Type.String()),
  tests: Type.Array(Test),
  /** What became of it, in plain words. */
  verdict: Bilingual
})
export type Contestant = Static<typeof Contestant>

/** Rankings that do not compete, to compare with: the number of purchases, expected purchases, and P(alive), which is never ranked by. */
export const Yardstick = Type.Object({ id: Type.Union([Type.Literal('frequency'), Type.Literal('expected'), Type.Literal('alive')]), model: Type.Union([CandidateId, Type.Null()]), auc: Type.Number() })
export type Yardstick = Static<typeof Yardstick>

/** The shipped model's money on one period that it had not seen, beside "as much as in the same time before". */
export const MoneyTest = Type.Object({
  cut: Day, to: Day, customers: Type.Integer(), buyers: Type.Integer(), expectedBuyers: Type.Number(), purchases: Type.Integer(), expectedPurchases: Type.Number(),
  spendMinor: Minor, expectedSpendMinor: Minor, meanErrorMinor: Minor, naiveSpendMinor: Minor, naiveMeanErrorMinor: Minor
})
export type MoneyTest = Static<typeof MoneyTest>

/** Of those with such an expected spend, 80 % spent between `low` and `high` times as much in the last closed period. */
export const Spread = Type.Object({ from: Type.Number(), low: Type.Number(), high: Type.Number(), n: Type.Integer() })
export type Spread = Static<typeof Spread>

/** The value of a day long past beside what was spent since, as revenue and undiscounted. `coverage`: the share of customers within the interval that others made. */
export const WorthTest = Type.Object({
  cut: Day, to: Day, days: Type.Integer(), customers: Type.Integer(), expectedMinor: Minor, spentMinor: Minor, meanErrorMinor: Minor, coverage: Type.Number(), spread: Type.Array(Spread)
})
export type WorthTest = Static<typeof WorthTest>

export const Backtest = Type.Object({
  candidates: Type.Array(Contestant), yardsticks: Type.Array(Yardstick), reason: Bilingual, money: Type.Array(MoneyTest), spread: Type.Array(Spread),
  worth: Type.Optional(WorthTest)
})
export type Backtest = Static<typeof Backtest>

export const Fitted = Type.Object({
  version: Type.Integer(), candidate: CandidateId, definitionVersion: Type.Integer(), asOf: Day, windowFrom: Day, horizonDays: Type.Integer(), n: Type.Integer(),
  logLikelihood: nullable, seed: Type.Integer(), converged: Type.Boolean(), boundary: Type.Array(Type.String()), createdAt: Type.String({ format: 'date-time' }), seconds: Type.Number()
})
export type Fitted = Static<typeof Fitted>

export const Gate = Type.Object({ customers: Type.Integer(), leastCustomers: Type.Integer(), repeaters: Type.Integer(), days: Type.Integer(), leastDays: Type.Integer(), passed: Type.Boolean(), missing: Type.Array(Bilingual) })
export type Gate = Static<typeof Gate>

/** Sums over everybody scored. Doubt: Σ (1 − P) × what they would bring if they came. */
export const Totals = Type.Object({
  customers: Type.Integer(), buyers: Type.Number(), purchases: Type.Number(), spendMinor: Minor, valueMinor: Minor, doubtMinor: Minor,
  basis: Type.Union([Type.Literal('margin'), Type.Literal('revenue'), Type.Literal('mixed')])
})
export type Totals = Static<typeof Totals>

export const Prediction = Type.Object({
  stamp: Stamp,
  /** gate: too little data · waiting: nothing fitted yet · ready: there are scores. */
  state: Type.Union([Type.Literal('gate'), Type.Literal('waiting'), Type.Literal('ready')]),
  gate: Gate,
  /** The job that is fitting or scoring now. */
  job: Type.Union([Type.Null(), Type.Object({ jobId: Type.String(), done: Type.Integer(), total: Type.Union([Type.Integer(), Type.Null()]), sentence: Type.Union([Type.Null(), Bilingual]) })]),
  sentence: Bilingual,
  horizonDays: Type.Integer(), valueDays: Type.Integer(), discountRate: Type.Number(),
  model: Type.Union([Type.Null(), Fitted]),
  scored: Type.Union([Type.Null(), Type.Object({ asOf: Day, at: Type.String({ format: 'date-time' }), n: Type.Integer(), current: Type.Boolean() })]),
  totals: Type.Union([Type.Null(), Totals]),
  backtest: Type.Union([Type.Null(), Backtest]),
  notes: Type.Array(Bilingual)
})
export type Prediction = Static<typeof Prediction>

export const Scored = Type.Object({
  customerId: Type.String(), name: Type.Union([Type.String(), Type.Null()]),
  chance: Type.Number({ description: 'P(at least one order within the horizon)' }), churn: Type.Number({ description: '1 − chance' }), purchases: Type.Number(),
  spendMinor: Minor, spendLowMinor: Minor, spendHighMinor: Minor, valueMinor: Minor,
  valueLowMinor: Type.Union([Minor, Type.Null()], { description: '80 % interval; null where history is too short to measure one' }), valueHighMinor: Type.Union([Minor, Type.Null()]),
  doubtMinor: Minor, basis: Type.Union([Type.Literal('margin'), Type.Literal('revenue')]),
  purchaseDays: Type.Integer(), silentDays: Type.Integer(), reasons: Type.Array(Reason)
})
export type Scored = Static<typeof Scored>

export const ScoredList = Type.Object({ stamp: Stamp, model: Type.Union([Type.Null(), Fitted]), asOf: Type.Union([Day, Type.Null()]), items: Type.Array(Scored), next: Type.Union([Type.String(), Type.Null()]) })
export type ScoredList = Static<typeof ScoredList>

export const Sort = Type.Union([Type.Literal('chance'), Type.Literal('churn'), Type.Literal('value'), Type.Literal('spend'), Type.Literal('doubt')])
export type Sort = Static<typeof Sort>
const list = {
  sort: Type.Optional(Sort),
  bought: Type.Optional(Type.Union([Type.Literal('once'), Type.Literal('again')], { description: 'one-time buyers or regulars' })),
  least: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'chance at least' })),
  most: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'chance at most' })),
  customer: Type.Optional(Type.String({ format: 'uuid' }))
}
export const ScoredQuery = Type.Object({ ...list, ...PageQuery })
export type ScoredQuery = Static<typeof ScoredQuery>
export const ScoredFileQuery = Type.Object({ ...list, format: FileFormat })

/** The same for a file that is looked into and forgotten: no version, since nothing is kept. */
export const Once = Type.Object({
  stamp: Stamp, gate: Gate, sentence: Bilingual, horizonDays: Type.Integer(), valueDays: Type.Integer(), discountRate: Type.Number(),
  model: Type.Union([Type.Null(), Type.Omit(Fitted, ['version', 'definitionVersion', 'horizonDays', 'createdAt', 'seconds'])]),
  totals: Type.Union([Type.Null(), Totals]), backtest: Type.Union([Type.Null(), Backtest]),
  callFirst: Type.Array(Scored), notes: Type.Array(Bilingual)
})
export type Once = Static<typeof Once>

/** Answer of POST /api/prediction/runs. */
export const PredictionJob = Type.Object({ jobId: Type.String() })
/** `fit`: candidates compete again; without it the shipped model scores again. */
export const PredictionRun = Type.Object({ fit: Type.Optional(Type.Boolean()) }, { additionalProperties: false })
