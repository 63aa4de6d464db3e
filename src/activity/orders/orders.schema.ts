/** What crosses the wire about orders. Money is text: ten-thousandths of the currency's unit. */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Minor = Type.String({ pattern: '^-?\\d{1,18}$', description: 'Ten-thousandths of the currency: 1280000 is 128.00' })
const Kind = Type.Union([Type.Literal('sale'), Type.Literal('return'), Type.Literal('cancellation')])
const name = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const LineBody = Type.Object({
  product: name(200),
  name: Type.Optional(orNull(Type.String({ maxLength: 300 }))),
  category: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
  quantity: Type.String({ pattern: '^-?\\d{1,12}(\\.\\d{1,6})?$' }),
  amountMinor: Minor,
  costMinor: Type.Optional(orNull(Minor))
}, { additionalProperties: false })
export type LineBody = Static<typeof LineBody>

const Buyer = Type.Object({
  customerId: Type.Optional(Type.String({ format: 'uuid' })),
  keys: Type.Optional(Type.Array(Type.Object({
    kind: Type.Union([Type.Literal('phone'), Type.Literal('unionid'), Type.Literal('openid'), Type.Literal('card'), Type.Literal('email'), Type.Literal('marketplace'), Type.Literal('number')]), value: name(300)
  }, { additionalProperties: false }), { maxItems: 20 })),
  name: Type.Optional(orNull(Type.String({ maxLength: 100 })))
}, { additionalProperties: false, description: 'By id, or by keys: found, or created. Nobody: an anonymous sale' })

export const OrderBody = Type.Object({
  source: name(60),
  number: name(120),
  kind: Type.Optional(Kind),
  at: Type.String({ format: 'date-time' }),
  customer: Type.Optional(orNull(Buyer)),
  channel: Type.Optional(orNull(Type.String({ maxLength: 60 }))),
  store: Type.Optional(orNull(Type.String({ maxLength: 60, description: 'The code of the store; a new code opens a store' }))),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  totalMinor: Type.Optional(Minor),
  undoes: Type.Optional(orNull(Type.String({ minLength: 1, maxLength: 120, description: 'For a return or a cancellation: the number of the sale' }))),
  lines: Type.Array(LineBody, { minItems: 1, maxItems: 1000 })
}, { additionalProperties: false })
export type OrderBody = Static<typeof OrderBody>

export const OrdersBody = Type.Object({ orders: Type.Array(OrderBody, { minItems: 1, maxItems: 1000 }) }, { additionalProperties: false })

export const ReturnBody = Type.Object({
  number: name(120),
  kind: Type.Optional(Type.Union([Type.Literal('return'), Type.Literal('cancellation')])),
  at: Type.String({ format: 'date-time' }),
  lines: Type.Optional(Type.Array(LineBody, { minItems: 1, maxItems: 1000, description: 'What is given back, as positive quantities and amounts; all of the order when left out' }))
}, { additionalProperties: false })
export type ReturnBody = Static<typeof ReturnBody>

export const Recorded = Type.Object({
  recorded: Type.Array(Type.Object({ source: Type.String(), number: Type.String(), orderId: Type.String(), customerId: Type.String(), anonymous: Type.Boolean() })),
  identical: Type.Integer({ description: 'Orders that were there already' })
})
export type Recorded = Static<typeof Recorded>

const summary = {
  orderId: Type.String(), customerId: orNull(Type.String()), customerName: orNull(Type.String()), kind: Kind, source: Type.String(), number: Type.String(), at: Type.String(), day: Type.String(),
  channel: orNull(Type.String()), storeId: orNull(Type.String()), storeName: orNull(Type.String()), currency: Type.String(), totalMinor: Minor, costMinor: orNull(Minor),
  undoesNumber: orNull(Type.String()), undoesOrderId: orNull(Type.String()), lineCount: Type.Integer(), goods: Type.String()
}
export const OrderSummary = Type.Object(summary)
export type OrderSummary = Static<typeof OrderSummary>
export const OrderPage = Type.Object({ items: Type.Array(OrderSummary), next: orNull(Type.String()) })
export type OrderPage = Static<typeof OrderPage>

export const Order = Type.Object({
  ...summary,
  lines: Type.Array(Type.Object({ product: Type.String(), name: orNull(Type.String()), category: orNull(Type.String()), quantity: Type.String(), amountMinor: Minor, costMinor: orNull(Minor) })),
  undoneBy: Type.Array(Type.Object({ source: Type.String(), number: Type.String(), kind: Kind, day: Type.String(), totalMinor: Minor }))
})
export type Order = Static<typeof Order>

export const OrderTotals = Type.Object({
  sales: Type.Integer(), returns: Type.Integer(), soldMinor: Minor, backMinor: Minor, firstDay: orNull(Type.String()), lastDay: orNull(Type.String())
})
export type OrderTotals = Static<typeof OrderTotals>

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const orderFilter = {
  customer: Type.Optional(Type.String({ format: 'uuid' })),
  store: Type.Optional(Type.String({ format: 'uuid' })),
  kind: Type.Optional(Kind),
  source: Type.Optional(Type.String({ maxLength: 60 })),
  from: Type.Optional(day),
  to: Type.Optional(day)
}

export const OrderQuery = Type.Object({
  ...orderFilter,
  after: Type.Optional(Type.String({ maxLength: 80 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type OrderQuery = Static<typeof OrderQuery>

export const OrderFileQuery = Type.Object({ ...orderFilter, format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }, { additionalProperties: false })
