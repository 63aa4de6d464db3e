/** What crosses the wire about replays: drafts of the rules, and what they would have given for the orders that were. */
import { Type, type Static, type TSchema } from 'typebox'
import { Programme } from '../earning/earning.schema.ts'
import { PolicyParameters as PointsParameters } from '../points/points.schema.ts'
import { PolicyParameters as TiersParameters } from '../tiers/tiers.schema.ts'

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const closed = { additionalProperties: false }
const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() })
const Signed = Type.String({ pattern: '^-?\\d{1,20}$', description: 'points, a string of digits' })
const Minor = Type.String({ pattern: '^-?\\d{1,18}$', description: 'ten-thousandths of the currency' })

/** Rules that are left out stay as they are in force. */
export const Drafts = Type.Object({ earning: Type.Optional(Programme), tiers: Type.Optional(TiersParameters), points: Type.Optional(PointsParameters) }, closed)
export type Drafts = Static<typeof Drafts>

export const NewReplay = Type.Object({
  months: Type.Integer({ minimum: 1, maximum: 60, description: 'how many months back are told' }),
  priceMinor: Type.String({ pattern: '^\\d{1,12}$', description: 'what a point costs, in ten-thousandths of the currency' }),
  note: Type.Optional(Type.String({ maxLength: 500 })), drafts: Drafts
}, closed)
export type NewReplay = Static<typeof NewReplay>

const MonthOf = Type.Object({ month: Type.String(), issued: Signed, reversed: Signed, expired: Signed, outstanding: Signed })
const CurrencyOf = Type.Object({ currency: Type.String(), spendable: Type.Boolean(), months: Type.Array(MonthOf) })
const TierOf = Type.Object({ tier: Type.String(), name: Bilingual, members: Type.Array(Type.Integer({ description: 'at the end of each month' })) })
export const Side = Type.Object({
  currencies: Type.Array(CurrencyOf), tiers: Type.Array(TierOf),
  budgets: Type.Array(Type.Object({ budget: Type.String(), asked: Signed, bound: Signed })),
  costMinor: Minor
})
export type Side = Static<typeof Side>
export const Result = Type.Object({
  months: Type.Array(Type.String()), customers: Type.Integer(), orders: Type.Integer(), milliseconds: Type.Integer(), currency: orNull(Type.String({ description: 'the spendable currency that winners and losers are counted in' })),
  now: Side, then: Side, winners: Type.Integer(), losers: Type.Integer(), rising: Type.Integer(), falling: Type.Integer()
})
export type Result = Static<typeof Result>

export const Replay = Type.Object({
  runId: Uuid, version: Type.Integer(), months: Type.Integer(), priceMinor: Minor, note: Type.String(), author: Type.String(), at: Instant, finishedAt: orNull(Instant), jobId: orNull(Uuid),
  validFrom: orNull(Instant), isWithdrawn: Type.Boolean({ description: 'scheduled, and a version of it was taken back before it held' }),
  parts: Type.Array(Type.Union([Type.Literal('earning'), Type.Literal('tiers'), Type.Literal('points')]), { description: 'which rules the drafts replace' }),
  changes: Type.Array(Bilingual, { description: 'against the rules that held when the replay began' }), result: orNull(Result)
})
export type Replay = Static<typeof Replay>
export const ReplayList = Type.Object({ items: Type.Array(Type.Omit(Replay, ['result'])) })
export const RunParams = Type.Object({ runId: Uuid })
export const Begun = Type.Object({ runId: Uuid, jobId: Uuid })

export const Ground = Type.Object({
  earning: orNull(Programme), tiers: TiersParameters, points: PointsParameters, customers: Type.Integer(), orders: Type.Integer()
})
export type Ground = Static<typeof Ground>
export const Changes = Type.Object({ changes: Type.Array(Bilingual) })
export const TriedDrafts = Type.Object({ drafts: Drafts }, closed)

const side = Type.Union([Type.Literal('winners'), Type.Literal('losers')])
export const MembersQuery = Type.Object({ side, after: Type.Optional(Type.String({ pattern: '^-?\\d{1,20}~[0-9a-f-]{36}$' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, closed)
export type MembersQuery = Static<typeof MembersQuery>
export const MembersFileQuery = Type.Object({ side, format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }, closed)
export const MemberRow = Type.Object({ customerId: Uuid, name: orNull(Type.String()), before: Signed, after: Signed, difference: Signed, tierBefore: Type.String(), tierAfter: Type.String() })
export const MemberPage = Type.Object({ items: Type.Array(MemberRow), next: orNull(Type.String()) })
export type MemberPage = Static<typeof MemberPage>
export const ScheduleBody = Type.Object({ validFrom: Type.Optional(Type.String({ format: 'date-time', description: 'from when all of it holds; now, where it is left out' })) }, closed)
