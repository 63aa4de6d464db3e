/** What crosses the wire when vouchers meet a basket. */
import { Type, type Static } from 'typebox'
import { Day, Instant, Minor, orNull, Terms, Uuid } from './vouchers.schema.ts'

const orderOf = { customerId: Uuid, source: Type.String({ minLength: 1, maxLength: 60 }), number: Type.String({ minLength: 1, maxLength: 120 }) }

export const BasketBody = Type.Object({
  ...orderOf, at: Type.Optional(Instant), storeId: Type.Optional(orNull(Uuid)), channel: Type.Optional(orNull(Type.String({ maxLength: 60 }))),
  lines: Type.Array(Type.Object({
    lineNo: Type.Integer({ minimum: 0, maximum: 10_000 }), product: Type.String({ minLength: 1, maxLength: 200 }), category: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    quantity: Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' }), amountMinor: Minor
  }, { additionalProperties: false }), { minItems: 1, maxItems: 1000 })
}, { additionalProperties: false })
export type BasketBody = Static<typeof BasketBody>

export const Choice = Type.Union([Type.Object({ voucherId: Uuid }, { additionalProperties: false }), Type.Object({ code: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false })])
export type Choice = Static<typeof Choice>

export const QuoteBody = Type.Object({ basket: BasketBody, codes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 10, description: 'codes that were typed or scanned' })) }, { additionalProperties: false })
export const UseBody = Type.Object({ basket: BasketBody, picks: Type.Array(Choice, { minItems: 1, maxItems: 20 }), minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_080 })) }, { additionalProperties: false })
export const RedeemBody = Type.Object({ basket: BasketBody, picks: Type.Array(Choice, { minItems: 1, maxItems: 20 }) }, { additionalProperties: false })
export const ReleaseBody = Type.Object(orderOf, { additionalProperties: false })

const Split = Type.Object({ lineNo: Type.Integer(), discountMinor: Minor })
const About = { voucherId: orNull(Uuid), code: Type.String(), templateId: orNull(Uuid), nameZh: Type.String(), nameEn: Type.String(), validTo: orNull(Day) }
export const Offer = Type.Object({ ...About, discountMinor: Minor, lines: Type.Array(Split), withOthers: Type.Boolean(), withPoints: Type.Boolean(), terms: Terms })
const Saying = Type.Object({ zh: Type.String(), en: Type.String() })
export const Combination = Type.Object({ picks: Type.Array(Type.Object({ voucherId: orNull(Uuid), code: Type.String(), discountMinor: Minor, lines: Type.Array(Split) })), discountMinor: Minor, lines: Type.Array(Split), withPoints: Type.Boolean() })
export type Combination = Static<typeof Combination>
export const QuoteShown = Type.Object({
  applies: Type.Array(Offer, { description: 'each on its own, the largest discount first' }),
  refused: Type.Array(Type.Object({ ...About, why: Saying, code: Type.String(), reason: Type.String() })),
  best: Combination, isExact: Type.Boolean({ description: 'every combination was tried' })
})
export type QuoteShown = Static<typeof QuoteShown>
export const UseShown = Type.Object({ ...Combination.properties, until: orNull(Instant), again: Type.Boolean({ description: 'it was done before; this is the answer of then' }) })
export type UseShown = Static<typeof UseShown>
export const Released = Type.Object({ released: Type.Integer() })
