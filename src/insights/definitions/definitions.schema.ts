/** What crosses the wire about definitions, and the stamp that every figure of this room carries: which definition, as of when, over how many, how fresh. */
import { Type, type Static } from 'typebox'

export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a local day of the business, YYYY-MM-DD' })
export const Minor = Type.String({ pattern: '^-?\\d+$', description: 'money in ten-thousandths of the currency’s main unit' })
export const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() })
export type Bilingual = Static<typeof Bilingual>

export const Cleaning = Type.Union([Type.Literal('net'), Type.Literal('reference'), Type.Literal('gross')], {
  description: 'net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored'
})
export type Cleaning = Static<typeof Cleaning>

const cutOffs = Type.Union([Type.Null(), Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })])

/**
 * `quintiles`: type7 scores 1 + the number of type-7 quantiles strictly below the value; r_rfm does as the R package rfm does, whose classes begin at the
 * quantile + 1. Own cut-offs replace them: four rising values at which the next class begins, recency in days, money in main units.
 */
export const RfmParameters = Type.Object({
  cleaning: Cleaning,
  frequency: Type.Union([Type.Literal('orders'), Type.Literal('days')]),
  windowDays: Type.Union([Type.Null(), Type.Integer({ minimum: 1, maximum: 36_500 })]),
  quintiles: Type.Union([Type.Literal('type7'), Type.Literal('r_rfm')]),
  cutOffs: Type.Object({ recency: cutOffs, frequency: cutOffs, monetary: cutOffs })
}, { additionalProperties: false })
export type RfmParameters = Static<typeof RfmParameters>

const fixedDays = Type.Union([Type.Null(), Type.Object({
  atRiskAfterDays: Type.Integer({ minimum: 1, maximum: 36_500 }), lapsedAfterDays: Type.Integer({ minimum: 1, maximum: 36_500 })
}, { additionalProperties: false })])

/** `horizonDays` is L, `returnDays` is H, `leastObserved` the number of people below which a threshold is called uncertain. */
export const LifecycleParameters = Type.Object({
  cleaning: Cleaning,
  horizonDays: Type.Integer({ minimum: 30, maximum: 3650 }),
  returnDays: Type.Integer({ minimum: 1, maximum: 730 }),
  atRiskShare: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
  lapsedShare: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
  newDays: Type.Integer({ minimum: 1, maximum: 365 }),
  leastObserved: Type.Integer({ minimum: 1, maximum: 100_000 }),
  perCategory: Type.Boolean(),
  fixed: Type.Object({ one: fixedDays, repeat: fixedDays }, { additionalProperties: false })
}, { additionalProperties: false })
export type LifecycleParameters = Static<typeof LifecycleParameters>

export const CohortsParameters = Type.Object({ cleaning: Cleaning }, { additionalProperties: false })
export type CohortsParameters = Static<typeof CohortsParameters>

/**
 * How purchase behaviour is read. `windowDays`: the days looked at, null for all; `periodDays`: the period that is compared with the one before it;
 * `topProducts`, `leastPairOrders`, `falseDiscovery`: which pairs are tested and called; `usualMonths`, `usualLines`: the calendar months (that of the sale and
 * those before) and the lines from which a product's usual price is the median; `belowShare`, `promotionShare`: how far below it a price counts as lower, and
 * as a promotion; `leastPriceWeeks`, `leastCustomers`: data below which nothing is said.
 */
export const BehaviourParameters = Type.Object({
  cleaning: Cleaning,
  windowDays: Type.Union([Type.Null(), Type.Integer({ minimum: 30, maximum: 36_500 })]),
  periodDays: Type.Integer({ minimum: 7, maximum: 730 }),
  topProducts: Type.Integer({ minimum: 10, maximum: 1000 }),
  leastPairOrders: Type.Integer({ minimum: 2, maximum: 1_000_000 }),
  falseDiscovery: Type.Number({ exclusiveMinimum: 0, maximum: 0.5 }),
  usualMonths: Type.Integer({ minimum: 1, maximum: 24 }),
  usualLines: Type.Integer({ minimum: 1, maximum: 10_000 }),
  belowShare: Type.Number({ minimum: 0, exclusiveMaximum: 1 }),
  promotionShare: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
  leastPriceWeeks: Type.Integer({ minimum: 4, maximum: 520 }),
  leastCustomers: Type.Integer({ minimum: 2, maximum: 100_000 })
}, { additionalProperties: false })
export type BehaviourParameters = Static<typeof BehaviourParameters>

/** `anonymous`: sales to nobody in particular count too. `level`: the share of futures an interval is to hold. `leastOccurrences`: an effect seen less often is not carried forward. */
export const ForecastParameters = Type.Object({
  cleaning: Cleaning,
  anonymous: Type.Boolean(),
  level: Type.Number({ minimum: 0.5, maximum: 0.95 }),
  leastOccurrences: Type.Integer({ minimum: 2, maximum: 10 })
}, { additionalProperties: false })
export type ForecastParameters = Static<typeof ForecastParameters>

/** `horizonDays` is H; value is summed over `valueDays` and discounted by `discountRate` a year; below `leastCustomers` and `leastDays` of data nothing is predicted. */
export const PredictionParameters = Type.Object({
  cleaning: Cleaning,
  horizonDays: Type.Integer({ minimum: 7, maximum: 730 }),
  valueDays: Type.Integer({ minimum: 30, maximum: 1825 }),
  discountRate: Type.Number({ minimum: 0, maximum: 1 }),
  leastCustomers: Type.Integer({ minimum: 50, maximum: 1_000_000 }),
  leastDays: Type.Integer({ minimum: 30, maximum: 3650 }),
  origins: Type.Integer({ minimum: 1, maximum: 4 })
}, { additionalProperties: false })
export type PredictionParameters = Static<typeof PredictionParameters>

export const DefinitionId = Type.Union([Type.Literal('rfm'), Type.Literal('lifecycle'), Type.Literal('cohorts'), Type.Literal('behaviour'), Type.Literal('forecast'), Type.Literal('prediction')])
export type DefinitionId = Static<typeof DefinitionId>

export const Definition = Type.Object({
  id: DefinitionId,
  version: Type.Integer({ minimum: 1 }),
  owner: Type.String({ description: 'who answers for it' }),
  title: Bilingual,
  meaning: Bilingual,
  parameters: Type.Record(Type.String(), Type.Unknown()),
  validFrom: Day,
  note: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  current: Type.Boolean()
})
export type Definition = Static<typeof Definition>

export const DefinitionList = Type.Object({ items: Type.Array(Definition), next: Type.Null() })
export type DefinitionList = Static<typeof DefinitionList>

/** A new version never changes an old one: figures that named version 1 keep meaning what they meant. */
export const NewVersion = Type.Object({
  parameters: Type.Record(Type.String(), Type.Unknown()),
  validFrom: Type.Optional(Day),
  note: Type.Optional(Type.String({ maxLength: 500 }))
}, { additionalProperties: false })
export type NewVersion = Static<typeof NewVersion>

export const Freshness = Type.Object({
  engine: Type.Union([Type.Literal('duckdb'), Type.Literal('postgres')]),
  /** When the warehouse last took what changed; null where the engine reads the record itself or was filled from a file. */
  refreshedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  firstDay: Type.Union([Day, Type.Null()]),
  lastDay: Type.Union([Day, Type.Null()]),
  /** There where orders came in that these figures do not count yet: they are being taken, ask again in a moment. */
  isBehind: Type.Optional(Type.Boolean())
})
export type Freshness = Static<typeof Freshness>

export const Stamp = Type.Object({
  definition: Type.Object({
    id: DefinitionId,
    version: Type.Integer(),
    owner: Type.String(),
    parameters: Type.Record(Type.String(), Type.Unknown()),
    /** Parameters that this one question set otherwise than the version says. */
    overridden: Type.Array(Type.String())
  }),
  asOf: Day,
  /** `after_last_order`: nobody named a day and the newest order is old, so the day after it was taken. */
  asOfChosen: Type.Union([Type.Literal('given'), Type.Literal('today'), Type.Literal('after_last_order')]),
  /** Customers under this figure. */
  n: Type.Integer(),
  fresh: Freshness
})
export type Stamp = Static<typeof Stamp>

/** What every question of this room may set. */
export const ScopeQuery = {
  asOf: Type.Optional(Day),
  cleaning: Type.Optional(Cleaning),
  category: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  store: Type.Optional(Type.String({ format: 'uuid' })),
  version: Type.Optional(Type.Integer({ minimum: 1, description: 'an older version of the definition' }))
}
const Scope = Type.Object(ScopeQuery)
export type ScopeQuery = Static<typeof Scope>

/** Parameters that nobody has published, tried on the same question. */
export const Trial = Type.Object({ scope: Type.Object(ScopeQuery, { additionalProperties: false }), parameters: Type.Record(Type.String(), Type.Unknown()) }, { additionalProperties: false })

export const PageQuery = {
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}
export const FileFormat = Type.Union([Type.Literal('csv'), Type.Literal('xlsx')])
