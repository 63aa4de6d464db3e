/** What crosses the wire about partners of the programme. */
import { Type, type Static } from 'typebox'
import { currencyName } from './points.schema.ts'

const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Money = Type.String({ pattern: '^-?\\d{1,18}$', description: 'ten-thousandths of the business’s currency' })
const Side = Type.Union([Type.Literal('issue'), Type.Literal('accept')])

const Version = Type.Integer({ minimum: 1 })
export const NewPartner = Type.Object({
  partnerId: Type.Optional(Uuid), version: Type.Optional(Version), name: Type.String({ minLength: 1, maxLength: 100 }), issues: Type.Boolean(), accepts: Type.Boolean(), isActive: Type.Optional(Type.Boolean())
}, { additionalProperties: false, description: 'with `partnerId` a known partner, and with it the `version` that is changed' })
export type NewPartner = Static<typeof NewPartner>
export const NewPartnerRate = Type.Object({
  side: Side, currency: Type.String({ pattern: currencyName }), moneyMinor: Type.String({ pattern: '^[1-9]\\d{0,12}$', description: 'money for one point, in ten-thousandths' }), validFrom: Type.Optional(Instant)
}, { additionalProperties: false })
export type NewPartnerRate = Static<typeof NewPartnerRate>
export const NewPayment = Type.Object({
  moneyMinor: Type.String({ pattern: '^-?[1-9]\\d{0,17}$', description: 'above zero: they paid us; below: we paid them' }), paidOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), note: Type.Optional(Type.String({ maxLength: 200 }))
}, { additionalProperties: false })
export type NewPayment = Static<typeof NewPayment>
export const Partner = Type.Object({
  partnerId: Uuid, name: Type.String(), issues: Type.Boolean(), accepts: Type.Boolean(), isActive: Type.Boolean(), version: Version, author: Type.String(), at: Instant,
  rates: Type.Array(Type.Object({ rateId: Uuid, partnerId: Uuid, side: Side, currency: Type.String(), moneyMinor: Money, validFrom: Instant, author: Type.String(), at: Instant }))
})
export type Partner = Static<typeof Partner>
export const PartnerList = Type.Object({ items: Type.Array(Partner) })
export const PartnerPlace = Type.Object({ partnerId: Uuid })
export const StatementQuery = Type.Object({ month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }) }, { additionalProperties: false })
const What = Type.Union([Type.Literal('issued'), Type.Literal('taken_back'), Type.Literal('accepted'), Type.Literal('given_back'), Type.Literal('payment')])
export const PartnerStatement = Type.Object({
  partnerId: Uuid, name: Type.String(), month: Type.String(), openingMinor: Money, closingMinor: Type.String({ pattern: '^-?\\d{1,18}$', description: 'above zero: they owe us' }),
  items: Type.Array(Type.Object({ what: What, currency: Type.String(), rateId: Type.Union([Uuid, Type.Null()]), points: Type.String(), moneyMinor: Money, entries: Type.Integer() })),
  payments: Type.Array(Type.Object({ paymentId: Uuid, moneyMinor: Type.String({ pattern: '^-?\\d{1,18}$', description: 'above zero: they paid us' }), paidOn: Type.String({ format: 'date' }), note: Type.String(), author: Type.String(), at: Instant }), { description: 'each of what the line of payments sums' })
})
export type PartnerStatement = Static<typeof PartnerStatement>
