/** What crosses the wire at a till. Money is text in ten-thousandths of the currency's unit, points are text of digits. */
import { Type, type Static, type TSchema } from 'typebox'
import { LineBody } from '#activity/orders/orders.schema.ts'
import { EffectShown } from '#loyalty/returns/returns.schema.ts'

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const Digits = Type.String({ pattern: '^\\d{1,15}$' })
const Positive = Type.String({ pattern: '^[1-9]\\d{0,14}$' })
const Minor = Type.String({ pattern: '^\\d{1,18}$', description: 'Ten-thousandths of the currency: 1280000 is 128.00' })
const Saying = Type.Object({ zh: Type.String(), en: Type.String() })
const Uuid = Type.String({ format: 'uuid' })
const name = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const TillTerms = Type.Object({
  currency: Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$', description: 'the points that pay' }),
  points: Positive, moneyMinor: Type.String({ pattern: '^\\d{1,15}$', description: 'what so many points are worth; 0: points pay nothing' }),
  least: Digits, most: orNull(Positive), step: Positive,
  sharePermille: Type.Integer({ minimum: 0, maximum: 1000, description: 'the part of a basket that points may pay' }),
  clockMinutes: Type.Integer({ minimum: 1, maximum: 1440, description: 'how far a till\'s clock may be off' }),
  lateHours: Type.Integer({ minimum: 1, maximum: 720, description: 'how long after a sale a till may still tell of it' }),
  offline: Type.Object({
    worstPoints: Type.String({ pattern: '^\\d{1,15}$', description: 'the most that all tills without network may overspend together; 0: none may work without network' }),
    perMember: Digits, hours: Type.Integer({ minimum: 1, maximum: 168 }),
    overspend: Type.Union([Type.Literal('debt'), Type.Literal('store')], { description: 'who bears it: the member owes it, or the store' })
  }, { additionalProperties: false })
}, { additionalProperties: false })
export type TillTerms = Static<typeof TillTerms>
export const Setting = Type.Object({ version: Type.Integer(), parameters: TillTerms, author: Type.String(), at: Type.String() })
export type Setting = Static<typeof Setting>
export const NewSetting = Type.Object({ parameters: TillTerms, version: Type.Integer({ description: 'the version that was read' }) }, { additionalProperties: false })
export type NewSetting = Static<typeof NewSetting>

export const FindBody = Type.Object({ text: Type.String({ minLength: 2, maxLength: 200, description: 'a phone, a card, the tail of either, or the code that the member shows' }) }, { additionalProperties: false })
export const Member = Type.Object({
  customerId: Uuid, name: orNull(Type.String()), by: Type.String(), key: Type.String(), isSure: Type.Boolean({ description: 'shown by the member\'s own code: no need to ask' }), available: Digits, debt: Digits,
  tier: orNull(Saying)
})
export type Member = Static<typeof Member>
export const MemberList = Type.Object({ items: Type.Array(Member) })

const basket = {
  customerId: Type.Optional(orNull(Uuid)), store: Type.Optional(orNull(name(60))), till: Type.Optional(orNull(name(60))), channel: Type.Optional(orNull(name(60))),
  source: Type.Optional(name(60)),
  lines: Type.Array(LineBody, { minItems: 1, maxItems: 500, description: 'as rung up, before points and vouchers' }),
  points: Type.Optional(Type.String({ pattern: '^\\d{1,15}$', description: 'points to pay with' })),
  vouchers: Type.Optional(Type.Array(name(64), { maxItems: 10, description: 'vouchers to use, by id or code' }))
}
export const QuoteBody = Type.Object(basket, { additionalProperties: false })
export type QuoteBody = Static<typeof QuoteBody>
const sentAt = Type.Optional(Type.String({ format: 'date-time', description: 'what the till\'s clock says as it sends: later than `at` where the network was away' }))
export const SaleBody = Type.Object({
  ...basket,
  receipt: Type.String({ minLength: 1, maxLength: 80, description: 'the till\'s own number; with the store it is one sale, whatever keys it is sent with' }),
  at: Type.String({ format: 'date-time', description: 'when it was sold by the till\'s clock' }), sentAt,
  expectMinor: Type.Optional(Type.String({ pattern: '^\\d{1,18}$', description: 'what the clerk was shown; another amount is refused' }))
}, { additionalProperties: false })
export type SaleBody = Static<typeof SaleBody>

const Reduction = Type.Object({ kind: Type.Union([Type.Literal('offer'), Type.Literal('voucher'), Type.Literal('points')]), code: Type.String(), title: Saying, amountMinor: Minor })
export type Reduction = Static<typeof Reduction>
const Earned = Type.Object({ currency: Type.String(), amount: Digits })
export const Quote = Type.Object({
  grossMinor: Minor, payMinor: Minor, reductions: Type.Array(Reduction),
  points: Type.Object({ used: Digits, available: Digits, least: Digits, most: Digits, step: Digits, stepMinor: Minor, because: orNull(Type.String()) }),
  offers: Type.Object({
    lines: Type.Array(Type.Object({ lineNo: Type.Integer(), code: Type.String(), title: Saying, amountMinor: Minor }), { description: 'what comes off each line before vouchers and points, and why' }),
    next: Type.Array(Saying, { description: 'what is missing for the next step of an offer' })
  }),
  vouchers: Type.Array(Type.Object({ key: Type.String({ description: 'what to send to use it' }), code: Type.String(), validTo: orNull(Type.String()), title: Saying, amountMinor: Minor, isUsed: Type.Boolean(), why: orNull(Saying) })),
  earns: Type.Array(Earned), settingVersion: Type.Integer()
})
export type Quote = Static<typeof Quote>

export const Sold = Type.Object({
  receipt: Type.String(), source: Type.String(), number: Type.String(), orderId: Uuid, customerId: orNull(Uuid), name: orNull(Type.String()), at: Type.String(), tillAt: Type.String(), recordedAt: Type.String(),
  grossMinor: Minor, payMinor: Minor, reductions: Type.Array(Reduction), used: Digits, earned: Type.Array(Earned), available: orNull(Digits), tier: orNull(Saying), progress: orNull(Saying)
})
export type Sold = Static<typeof Sold>

const receipt = { store: Type.Optional(orNull(name(60))), receipt: name(80), source: Type.Optional(name(60)) }
export const ReceiptQuery = Type.Object({ receipt: name(80), store: Type.Optional(name(60)), source: Type.Optional(name(60)), kind: Type.Optional(Type.Union([Type.Literal('sale'), Type.Literal('void')])) }, { additionalProperties: false })
export const VoidBody = Type.Object({ ...receipt, at: Type.String({ format: 'date-time' }), sentAt }, { additionalProperties: false })
export type VoidBody = Static<typeof VoidBody>
export const Answer = Type.Object({ receipt: Type.String(), kind: Type.String(), sold: orNull(Sold), undone: orNull(Type.Object({ number: Type.String(), returnNumber: Type.String(), moneyMinor: Type.String({ description: 'what is paid back; below zero: the buyer pays the rest' }), effects: Type.Array(EffectShown) })) })
export type Answer = Static<typeof Answer>

export const BackBody = Type.Object({
  ...receipt,
  returnReceipt: Type.String({ minLength: 1, maxLength: 80, description: 'the till\'s number of this return' }), at: Type.String({ format: 'date-time' }), sentAt,
  lines: Type.Optional(Type.Array(Type.Object({ lineNo: Type.Integer({ minimum: 1 }), quantity: Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' }) }, { additionalProperties: false }), { minItems: 1, maxItems: 500 })),
  preview: Type.Optional(Type.Boolean())
}, { additionalProperties: false })
export type BackBody = Static<typeof BackBody>

export const SettleBody = Type.Object({ store: name(60), day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) }, { additionalProperties: false })
export const CodeBody = Type.Object({ customerId: Uuid }, { additionalProperties: false })
export const Code = Type.Object({ code: Type.String(), expiresAt: Type.String() })

export const GoodQuery = Type.Object({ product: name(200) }, { additionalProperties: false })
const Good = Type.Object({ product: Type.String(), name: orNull(Type.String()), category: orNull(Type.String()), unitMinor: Minor })
export type Good = Static<typeof Good>
export const GoodList = Type.Object({ items: Type.Array(Good) })
