/** What crosses the wire about returns. Money is text: ten-thousandths of the currency's unit. */
import { Type, type Static } from 'typebox'

const Minor = Type.String({ pattern: '^\\d{1,18}$' })
const Quantity = Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const source = Type.String({ minLength: 1, maxLength: 60 })
const number = Type.String({ minLength: 1, maxLength: 120 })

export const ReturnAsked = Type.Object({
  source, number,
  returnNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 120, description: 'The number of the return; the same again is the same return. Left out: the sale\'s number with -R1, -R2 …' })),
  kind: Type.Optional(Type.Union([Type.Literal('return'), Type.Literal('cancellation')])),
  at: Type.Optional(Type.String({ format: 'date-time' })),
  lines: Type.Optional(Type.Array(Type.Object({
    lineNo: Type.Integer({ minimum: 1 }), quantity: Quantity,
    amountMinor: Type.Optional(Type.String({ pattern: '^\\d{1,18}$', description: 'What is paid back; left out: the part of what was paid' }))
  }, { additionalProperties: false }), { minItems: 1, maxItems: 1000, description: 'What comes back of what is kept; all of it when left out' }))
}, { additionalProperties: false })
export type ReturnAsked = Static<typeof ReturnAsked>

export const EffectShown = Type.Object({ capability: Type.String(), code: Type.String(), sentence: Type.Object({ zh: Type.String(), en: Type.String() }), detail: Type.Record(Type.String(), Type.String()) })
export type EffectShown = Static<typeof EffectShown>

const booking = {
  customerId: orNull(Type.String()), customerName: orNull(Type.String()), returnOrderId: Type.String(), orderId: Type.String(), source: Type.String(), number: Type.String(), returnNumber: Type.String(),
  at: Type.String(), recordedAt: Type.String(), amountMinor: Minor,
  dueMinor: Type.String({ description: 'withheld, a discount lost with the goods; below zero: given back' }), moneyMinor: Type.String({ description: 'what is paid back; below zero: the buyer pays the rest' }), whole: Type.Boolean(), actor: Type.String(), effects: Type.Array(EffectShown),
  beyond: Type.Array(Type.Object({ product: Type.String(), quantity: Type.String(), amountMinor: Minor }))
}
export const BookingPage = Type.Object({ items: Type.Array(Type.Object(booking)), next: orNull(Type.String()) })
export type BookingShown = Static<typeof BookingPage>['items'][number]

const Line = { lineNo: Type.Integer(), product: Type.String(), quantity: Type.String(), amountMinor: Type.String() }
export const Foreseen = Type.Object({
  ...booking,
  lines: Type.Array(Type.Object({ ...Line, name: orNull(Type.String()) })),
  kept: Type.Array(Type.Object(Line))
})
export type Foreseen = Static<typeof Foreseen>

export const BookingQuery = Type.Object({ customer: Type.Optional(Type.String({ format: 'uuid' })), after: Type.Optional(Type.String({ maxLength: 80 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false })
export const SaleQuery = Type.Object({ number, source: Type.Optional(source) }, { additionalProperties: false })
export const SaleList = Type.Object({
  items: Type.Array(Type.Object({
    source: Type.String(), number: Type.String(), at: Type.String(), customerId: orNull(Type.String()), customerName: orNull(Type.String()), storeName: orNull(Type.String()), currency: Type.String(), totalMinor: Type.String(),
    lines: Type.Array(Type.Object({ ...Line, name: orNull(Type.String()), keptQuantity: Type.String(), keptMinor: Type.String() }))
  }))
})
export type SaleFound = Static<typeof SaleList>['items'][number]
