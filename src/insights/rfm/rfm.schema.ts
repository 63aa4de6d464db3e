/** What crosses the wire about RFM: the summary behind the page, and the customers behind any cell of it. */
import { Type, type Static } from 'typebox'
import { Bilingual, Day, FileFormat, Minor, PageQuery, ScopeQuery, Stamp } from '../definitions/definitions.schema.ts'

export const SegmentId = Type.Union([
  Type.Literal('champions'), Type.Literal('potential_loyalist'), Type.Literal('loyal_customers'), Type.Literal('promising'),
  Type.Literal('new_customers'), Type.Literal('cannot_lose_them'), Type.Literal('at_risk'), Type.Literal('need_attention'),
  Type.Literal('about_to_sleep'), Type.Literal('lost'), Type.Literal('others')
])
export type SegmentId = Static<typeof SegmentId>

const Score = Type.Integer({ minimum: 1, maximum: 5 })

export const RfmQuery = Type.Object(ScopeQuery, { additionalProperties: false })
export type RfmQuery = Static<typeof RfmQuery>

/** Four edges and five classes; a class may be empty where ties are kept together. Recency in days, money in main units. */
const Measure = Type.Object({
  edges: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
  own: Type.Boolean({ description: 'the edges are the user’s own cut-offs' }),
  counts: Type.Array(Type.Integer(), { minItems: 5, maxItems: 5, description: 'customers with score 1 … 5' })
})

const Segment = Type.Object({
  id: SegmentId,
  name: Bilingual,
  advice: Bilingual,
  customers: Type.Integer(),
  share: Type.Number(),
  orders: Type.Integer(),
  moneyMinor: Minor,
  moneyShare: Type.Number(),
  averageRecencyDays: Type.Number()
})

/** One cell of the recency × frequency picture. */
const Cell = Type.Object({ r: Score, f: Score, customers: Type.Integer(), moneyMinor: Minor, averageMonetaryScore: Type.Number() })

export const Rfm = Type.Object({
  stamp: Stamp,
  sentence: Bilingual,
  orders: Type.Integer(),
  moneyMinor: Minor,
  measures: Type.Object({ recency: Measure, frequency: Measure, monetary: Measure }),
  segments: Type.Array(Segment),
  cells: Type.Array(Cell),
  /** How many of the 125 score triples have customers, and how many are 555 and 111. */
  triples: Type.Object({ used: Type.Integer(), best: Type.Integer(), worst: Type.Integer() }),
  topFifthMoneyShare: Type.Number({ description: 'share of the money brought by the top 20 % of customers' })
})
export type Rfm = Static<typeof Rfm>

const CustomerFilter = {
  customer: Type.Optional(Type.String({ format: 'uuid', description: 'This customer only' })),
  segment: Type.Optional(SegmentId),
  r: Type.Optional(Score),
  f: Type.Optional(Score),
  m: Type.Optional(Score),
  sort: Type.Optional(Type.Union([Type.Literal('money'), Type.Literal('recency'), Type.Literal('frequency'), Type.Literal('customer')]))
}
export const RfmCustomersQuery = Type.Object({ ...ScopeQuery, ...CustomerFilter, ...PageQuery }, { additionalProperties: false })
export type RfmCustomersQuery = Static<typeof RfmCustomersQuery>

/** GET /api/rfm/customers.csv and .xlsx are `/api/rfm/customers/file?format=…` with the same filters, without pages. */
export const RfmFileQuery = Type.Object({ ...ScopeQuery, ...CustomerFilter, format: FileFormat }, { additionalProperties: false })
export type RfmFileQuery = Static<typeof RfmFileQuery>

export const RfmCustomer = Type.Object({
  customerId: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  lastDay: Day,
  recencyDays: Type.Integer(),
  /** Orders or days, as the definition counts. */
  frequency: Type.Integer(),
  moneyMinor: Minor,
  r: Score,
  f: Score,
  m: Score,
  segment: SegmentId
})
export type RfmCustomer = Static<typeof RfmCustomer>

export const RfmCustomers = Type.Object({ stamp: Stamp, items: Type.Array(RfmCustomer), next: Type.Union([Type.String(), Type.Null()]) })
export type RfmCustomers = Static<typeof RfmCustomers>
