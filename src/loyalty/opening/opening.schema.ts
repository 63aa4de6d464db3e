/** What crosses the wire about balances brought over from another programme. Points are strings of digits. */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Points = Type.String({ pattern: '^-?\\d{1,19}$', description: 'points, a string of digits' })
const Column = Type.Integer({ minimum: 0, maximum: 1_000 })
const Sentence = Type.Object({ zh: Type.String(), en: Type.String() })

export const OpeningColumns = Type.Partial(Type.Object({
  phone: Column, email: Column, openid: Column, unionid: Column, card: Column, customer: Column, name: Column, currency: Column, amount: Column, earned: Column, expires: Column, lot: Column, growth: Column, tier: Column
}), { additionalProperties: false })
export const OpeningMapping = Type.Object({
  programme: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$', description: 'whose balances these are: one lot of one member of one programme is brought over once' }),
  columns: OpeningColumns,
  dateOrder: orNull(Type.Union([Type.Literal('dmy'), Type.Literal('mdy')])),
  noEnd: Type.Union([Type.Literal('policy'), Type.Literal('never')], { description: 'a lot that states no end: as the points policy has it from the day it was earned, or never' })
}, { additionalProperties: false })
export type OpeningMapping = Static<typeof OpeningMapping>
export const MappingChange = Type.Object({ mapping: OpeningMapping }, { additionalProperties: false })

/** What the other system says is in the file: it must come out the same to the last point, or nothing is booked. */
export const ControlTotal = Type.Object({
  currency: Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' }), points: Type.String({ pattern: '^\\d{1,15}$' }), lots: Type.Integer({ minimum: 0 }), members: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type ControlTotal = Static<typeof ControlTotal>
export const ControlChange = Type.Object({ control: Type.Array(ControlTotal, { maxItems: 20 }) }, { additionalProperties: false })

const Sum = Type.Object({ points: Points, lots: Type.Integer(), members: Type.Integer() })
export type Sum = Static<typeof Sum>
export const FoundOf = Type.Object({
  currency: Type.String(), all: Sum, fresh: Sum, known: Sum,
  ended: Type.Object({ ...Sum.properties }, { description: 'past their last day: counted, never booked' })
})
export type FoundOf = Static<typeof FoundOf>
export const Found = Type.Object({
  rows: Type.Integer(), members: Type.Integer(), newMembers: Type.Integer(), rejected: Type.Integer(), tiers: Type.Integer(),
  rejectedBy: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer(), points: Points, sentence: Sentence })),
  currencies: Type.Array(FoundOf)
})
export type Found = Static<typeof Found>

const Difference = Type.Object({
  currency: Type.String(), pointsOff: Points, lotsOff: Type.Integer(), membersOff: Type.Integer(),
  reasons: Type.Array(Type.Object({ sentence: Sentence, points: Points, rows: Type.Integer() }))
})
export type Difference = Static<typeof Difference>

export const OpeningState = Type.Union([
  Type.Literal('uploaded'), Type.Literal('checking'), Type.Literal('checked'), Type.Literal('booking'), Type.Literal('stopped'), Type.Literal('booked'), Type.Literal('undoing'), Type.Literal('undone'), Type.Literal('failed')
])
export type OpeningState = Static<typeof OpeningState>
export const OpeningSummary = Type.Object({
  id: Type.String({ format: 'uuid' }), fileName: Type.String(), bytes: Type.Number(), state: OpeningState, runId: orNull(Type.String({ format: 'uuid', description: 'the run to watch under /api/jobs' })),
  booked: Type.Array(Type.Object({ currency: Type.String(), ...Sum.properties }), { description: 'what is in the ledger by now' }),
  problem: orNull(Sentence), createdAt: Type.String({ format: 'date-time' }), endedAt: orNull(Type.String({ format: 'date-time' }))
})
export type OpeningSummary = Static<typeof OpeningSummary>
export const PreviewRow = Type.Object({
  line: Type.Integer(), cells: Type.Array(Type.String()), fault: orNull(Sentence),
  understood: orNull(Type.Object({
    member: Type.Array(Type.String()), name: orNull(Type.String()), tier: orNull(Type.String()),
    lots: Type.Array(Type.Object({ currency: Type.String(), amount: Points, earnedOn: orNull(Day), expiresOn: orNull(Day) }))
  }))
})
export type PreviewRow = Static<typeof PreviewRow>
export const OpeningDetail = Type.Object({
  ...OpeningSummary.properties,
  layout: Type.Object({ kind: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]), encoding: Type.String(), headers: Type.Array(Type.String()) }),
  mapping: OpeningMapping, gaps: Type.Array(Type.Union([Type.Literal('member'), Type.Literal('amount')])),
  control: Type.Array(ControlTotal), found: orNull(Found), differences: orNull(Type.Array(Difference, { description: 'empty: the control totals are met' })), preview: Type.Array(PreviewRow)
})
export type OpeningDetail = Static<typeof OpeningDetail>
export const OpeningList = Type.Object({ items: Type.Array(OpeningSummary), next: orNull(Type.String()) })
export const OpeningId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const OpeningQuery = Type.Object({ after: Type.Optional(Type.String({ format: 'uuid' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false })
