/** What crosses the wire about the lifecycle: who is where, after how many silent days, how sure that is, and the money it means. */
import { Type, type Static } from 'typebox'
import { Bilingual, Day, FileFormat, Minor, PageQuery, ScopeQuery, Stamp } from '../definitions/definitions.schema.ts'

/** `reactivated` are active customers who had lapsed before their last purchase: they are counted within `active`. */
export const StateId = Type.Union([
  Type.Literal('prospect'), Type.Literal('new'), Type.Literal('active'), Type.Literal('reactivated'), Type.Literal('at_risk'), Type.Literal('lapsed')
])
export type StateId = Static<typeof StateId>

/** `one`: from the first purchase to the second; `repeat`: every later gap. */
export const Series = Type.Union([Type.Literal('one'), Type.Literal('repeat')])
export type Series = Static<typeof Series>

export const LifecycleQuery = Type.Object({
  ...ScopeQuery,
  atRiskAfterDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 36_500, description: 'fixed days for both series; with lapsedAfterDays' })),
  lapsedAfterDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 36_500 }))
}, { additionalProperties: false })
export type LifecycleQuery = Static<typeof LifecycleQuery>

const Rate = Type.Object({ count: Type.Integer(), of: Type.Integer(), rate: Type.Number(), low: Type.Number(), high: Type.Number() }, {
  description: 'a share with its 95 % Wilson interval'
})

const State = Type.Object({
  state: StateId,
  name: Bilingual,
  customers: Type.Integer(),
  share: Type.Number({ description: 'of the customers who ever bought' }),
  moneyMinor: Minor,
  /** Counted inside another state. */
  within: Type.Union([StateId, Type.Null()])
})

/** S(d) still silent after d days; F(d) the share of those who return within the horizon who have returned; n under observation. */
const CurvePoint = Type.Object({ days: Type.Integer(), s: Type.Number(), f: Type.Number(), n: Type.Integer() })

export const Curve = Type.Object({
  series: Series,
  /** Null: all categories together. A category path without a curve of its own uses its parent's. */
  category: Type.Union([Type.String(), Type.Null()]),
  customers: Type.Integer(),
  gaps: Type.Integer(),
  events: Type.Integer(),
  points: Type.Array(CurvePoint),
  atRiskAfterDays: Type.Union([Type.Integer(), Type.Null()]),
  lapsedAfterDays: Type.Union([Type.Integer(), Type.Null()]),
  observedAtRisk: Type.Integer(),
  observedLapsed: Type.Integer(),
  /** Fewer people than the definition asks for were still under observation at a threshold. */
  uncertain: Type.Boolean(),
  source: Type.Union([Type.Literal('curve'), Type.Literal('fixed'), Type.Literal('parent'), Type.Literal('other_series'), Type.Literal('none')])
})
export type Curve = Static<typeof Curve>

/** The definition tried on the past: labelled as of `asOf`, checked against what happened in the `returnDays` after. */
const Quality = Type.Object({
  asOf: Day,
  returnDays: Type.Integer(),
  falseLapse: Rate,
  laterMoneyMinor: Minor,
  laterMoneyShare: Type.Number({ description: 'share of all later money that came from customers called lapsed' }),
  returned: Type.Array(Type.Object({ state: StateId, back: Rate }))
})

const Churn = Type.Object({
  from: Day,
  to: Day,
  /** Crossed into lapsed ÷ active and at risk (new ones among them) at the start. */
  lapse: Rate,
  /** Buyers of the period before who bought nothing in this one ÷ those buyers. Not comparable with the line above. */
  simple: Rate,
  previousFrom: Day
})

const Retention = Type.Object({
  from: Day,
  to: Day,
  previousFrom: Day,
  repeat: Rate,
  revenueRetention: Type.Union([Type.Number(), Type.Null()], { description: 'money in this period from the buyers of the last ÷ their money then' })
})

const Basis = Type.Union([Type.Literal('margin'), Type.Literal('revenue'), Type.Literal('mixed'), Type.Literal('none')])

const MoneyAtRisk = Type.Object({
  customers: Type.Integer(),
  moneyMinor: Minor,
  returnDays: Type.Integer(),
  basis: Basis,
  onMargin: Type.Integer({ description: 'customers whose cost is known on every order' }),
  onRevenue: Type.Integer()
})

export const LifecycleCustomer = Type.Object({
  customerId: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  state: StateId,
  firstDay: Type.Union([Day, Type.Null()]),
  lastDay: Type.Union([Day, Type.Null()]),
  silentDays: Type.Union([Type.Integer(), Type.Null()]),
  /** The median of this customer's own gaps; null before the second purchase day. */
  usualGapDays: Type.Union([Type.Integer(), Type.Null()]),
  purchaseDays: Type.Integer(),
  orders: Type.Integer(),
  moneyMinor: Minor,
  basis: Type.Union([Type.Literal('margin'), Type.Literal('revenue')]),
  /** P(buys again within `returnDays` | silent for so long), from the curve; a probability, not the label. */
  pReturn: Type.Union([Type.Number(), Type.Null()]),
  /** P(does not return) × what the customer would bring over the same days. */
  atRiskMinor: Minor,
  category: Type.Union([Type.String(), Type.Null()]),
  reason: Bilingual
})
export type LifecycleCustomer = Static<typeof LifecycleCustomer>

export const Lifecycle = Type.Object({
  stamp: Stamp,
  sentence: Bilingual,
  spanDays: Type.Integer(),
  horizonDays: Type.Integer(),
  returnDays: Type.Integer(),
  states: Type.Array(State),
  curves: Type.Array(Curve),
  leastObserved: Type.Union([Type.Integer(), Type.Null()]),
  quality: Type.Union([Quality, Type.Null()]),
  churn: Type.Union([Churn, Type.Null()]),
  retention: Type.Union([Retention, Type.Null()]),
  moneyAtRisk: MoneyAtRisk,
  /** At-risk customers, most money at risk first. */
  callFirst: Type.Array(LifecycleCustomer),
  notes: Type.Array(Bilingual)
})
export type Lifecycle = Static<typeof Lifecycle>

const CustomerFilter = {
  customer: Type.Optional(Type.String({ format: 'uuid', description: 'This customer only' })),
  state: Type.Optional(StateId),
  sort: Type.Optional(Type.Union([Type.Literal('at_risk'), Type.Literal('money'), Type.Literal('silent'), Type.Literal('customer')])),
  atRiskAfterDays: LifecycleQuery.properties.atRiskAfterDays,
  lapsedAfterDays: LifecycleQuery.properties.lapsedAfterDays
}
export const LifecycleCustomersQuery = Type.Object({ ...ScopeQuery, ...CustomerFilter, ...PageQuery }, { additionalProperties: false })
export type LifecycleCustomersQuery = Static<typeof LifecycleCustomersQuery>

export const LifecycleFileQuery = Type.Object({ ...ScopeQuery, ...CustomerFilter, format: FileFormat }, { additionalProperties: false })
export type LifecycleFileQuery = Static<typeof LifecycleFileQuery>

export const LifecycleCustomers = Type.Object({ stamp: Stamp, items: Type.Array(LifecycleCustomer), next: Type.Union([Type.String(), Type.Null()]) })
export type LifecycleCustomers = Static<typeof LifecycleCustomers>
