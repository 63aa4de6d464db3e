/** What crosses the wire about vouchers. Money is text: ten-thousandths of the currency's unit. */
import { Type, type Static, type TSchema } from 'typebox'

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Minor = Type.String({ pattern: '^\\d{1,15}$', description: 'Ten-thousandths of the currency: 1280000 is 128.00' })
export const Uuid = Type.String({ format: 'uuid' })
export const Instant = Type.String({ format: 'date-time' })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'local time of the business' })
const name = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const listOf = (maxLength: number, maxItems = 200) => Type.Array(name(maxLength), { maxItems, uniqueItems: true })

export const Worth = Type.Union([
  Type.Object({ kind: Type.Literal('amount'), amountMinor: Minor, partial: Type.Boolean({ description: 'what an order does not use stays on the voucher' }) }, { additionalProperties: false }),
  Type.Object({
    kind: Type.Literal('percent'), basisPoints: Type.Integer({ minimum: 1, maximum: 10_000, description: 'what is taken off: 2000 is 20 % off, 八折. Rounded half up to the smallest coin' }), ceilingMinor: orNull(Minor)
  }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('gift'), product: name(200), label: name(200), quantity: Type.Integer({ minimum: 1, maximum: 100 }) }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('shipping'), products: Type.Array(name(200), { minItems: 1, maxItems: 20, description: 'the product codes under which delivery is billed' }), ceilingMinor: orNull(Minor) }, { additionalProperties: false })
])
export type Worth = Static<typeof Worth>

/** All that is named must hold; an empty list asks for nothing. */
export const Conditions = Type.Object({
  minSpendMinor: orNull(Minor),
  products: listOf(200), notProducts: listOf(200),
  categories: listOf(200), notCategories: listOf(200),
  stores: Type.Array(Uuid, { maxItems: 500 }), channels: listOf(60),
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true, description: '1 Monday … 7 Sunday' }),
  hours: orNull(Type.Object({ from: Clock, to: Clock }, { additionalProperties: false, description: 'from, up to but not including to; may pass midnight' })),
  tiers: listOf(60, 20), firstOrder: Type.Boolean()
}, { additionalProperties: false })
export type Conditions = Static<typeof Conditions>

export const Life = Type.Union([
  Type.Object({ kind: Type.Literal('dates'), from: Day, to: Day }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('days'), startsIn: Type.Integer({ minimum: 0, maximum: 365 }), days: Type.Integer({ minimum: 1, maximum: 3650 }) }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('months'), months: Type.Integer({ minimum: 1, maximum: 120 }), until: Type.Union([Type.Literal('day'), Type.Literal('month')]) }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('ever') }, { additionalProperties: false })
])
export type Life = Static<typeof Life>

export const Terms = Type.Object({
  nameZh: name(60), nameEn: name(60), worth: Worth, conditions: Conditions, life: Life,
  stacking: Type.Object({ withOthers: Type.Boolean(), withPoints: Type.Boolean(), perOrder: Type.Integer({ minimum: 1, maximum: 20 }) }, { additionalProperties: false }),
  limits: Type.Object({ perCustomer: orNull(Type.Integer({ minimum: 1, maximum: 1_000_000 })), total: orNull(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })) }, { additionalProperties: false }),
  sharedCode: orNull(Type.String({ minLength: 3, maxLength: 40, description: 'one word for all; null: every voucher has a code of its own' })),
  graceDays: Type.Integer({ minimum: 0, maximum: 365, description: 'days that an expired voucher has when it comes back from a return' })
}, { additionalProperties: false })
export type Terms = Static<typeof Terms>

export const NewTemplate = Type.Object({ terms: Terms, note: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false })
export const NewVersion = Type.Object({ terms: Terms, note: Type.Optional(Type.String({ maxLength: 500 })), version: Type.Integer({ description: 'the version that was read' }) }, { additionalProperties: false })
export const Stopping = Type.Object({ stopped: Type.Boolean() }, { additionalProperties: false })
export const TemplateId = Type.Object({ id: Uuid })

export const Template = Type.Object({ templateId: Uuid, version: Type.Integer(), terms: Terms, stopped: Type.Boolean(), given: orNull(Type.Integer()), author: Type.String(), note: Type.String(), at: Instant })
export type Template = Static<typeof Template>
export const TemplateDetail = Type.Object({ template: Template, versions: Type.Array(Type.Object({ version: Type.Integer(), terms: Terms, author: Type.String(), note: Type.String(), at: Instant })) })
export type TemplateDetail = Static<typeof TemplateDetail>

const Figures = {
  issued: Type.Integer(), usable: Type.Integer(), expiring: Type.Integer({ description: 'usable, last day within 30 days' }), reserved: Type.Integer(), redeemed: Type.Integer({ description: 'used at least in part' }),
  expired: Type.Integer(), voided: Type.Integer(), codes: Type.Integer({ description: 'codes that wait for somebody to bring them' }),
  discountMinor: Minor, orders: Type.Integer({ description: 'orders they were used on, given back ones left out' }), salesMinor: Minor, customers: Type.Integer()
}
export const TemplateFigures = Type.Object(Figures)
export type TemplateFigures = Static<typeof TemplateFigures>
export const TemplateRow = Type.Object({ ...Template.properties, figures: TemplateFigures })
export type TemplateRow = Static<typeof TemplateRow>
export const TemplateList = Type.Object({ items: Type.Array(TemplateRow), asOf: Day, figures: TemplateFigures })
export type TemplateList = Static<typeof TemplateList>

export const State = Type.Union([Type.Literal('waiting'), Type.Literal('usable'), Type.Literal('reserved'), Type.Literal('redeemed'), Type.Literal('expired'), Type.Literal('voided')])
export type State = Static<typeof State>

export const VoucherQuery = Type.Object({
  customer: Type.Optional(Uuid), voucher: Type.Optional(Uuid), template: Type.Optional(Uuid), state: Type.Optional(State), after: Type.Optional(Type.String({ pattern: '^[\\da-f-]{36}$' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type VoucherQuery = Static<typeof VoucherQuery>
export const VoucherShown = Type.Object({
  voucherId: Uuid, customerId: Uuid, customerName: orNull(Type.String()), templateId: Uuid, version: Type.Integer(), nameZh: Type.String(), nameEn: Type.String(), code: Type.String(), state: State,
  faceMinor: orNull(Minor), leftMinor: orNull(Minor), validFrom: Day, validTo: orNull(Day), issuedAt: Instant, origin: Type.String(), heldUntil: orNull(Instant), terms: Terms
})
export type VoucherShown = Static<typeof VoucherShown>
export const VoucherPage = Type.Object({ items: Type.Array(VoucherShown), next: orNull(Type.String()) })
export type VoucherPage = Static<typeof VoucherPage>

export const VoucherPlace = Type.Object({ customer: Uuid, voucher: Uuid })
export const MovementList = Type.Object({
  items: Type.Array(Type.Object({ sequence: Type.Integer(), kind: Type.String(), units: Type.String(), discountMinor: Type.String(), source: orNull(Type.String()), number: orNull(Type.String()), at: Instant, validTo: orNull(Day), actor: Type.String(), note: orNull(Type.String()) }))
})
export const Voiding = Type.Object({ reason: name(500) }, { additionalProperties: false })

export const Issuing = Type.Object({
  templateId: Uuid, customers: Type.Array(Uuid, { minItems: 1, maxItems: 1000 }), count: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'how many each' })), note: Type.Optional(Type.String({ maxLength: 500 }))
}, { additionalProperties: false })
export const Issued = Type.Object({ issued: Type.Array(Type.Object({ customerId: Uuid, voucherId: Uuid, code: Type.String(), validFrom: Day, validTo: orNull(Day) })) })
