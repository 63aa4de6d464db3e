/** What crosses the wire about the customers behind a figure of purchase behaviour. */
import { Type, type Static } from 'typebox'
import { Day, FileFormat, Minor, PageQuery, ScopeQuery, Stamp } from '../definitions/definitions.schema.ts'

export const BehaviourScope = { ...ScopeQuery, channel: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }

const key = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 200, description }))

export const Wanted = {
  customer: Type.Optional(Type.String({ format: 'uuid', description: 'this customer only' })),
  ordersFrom: Type.Optional(Type.Integer({ minimum: 1 })),
  ordersTo: Type.Optional(Type.Integer({ minimum: 1 })),
  weekday: Type.Optional(Type.Integer({ minimum: 1, maximum: 7, description: 'bought on this day of the week; 1 is Monday' })),
  hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23, description: 'bought in this hour' })),
  month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12, description: 'bought in this month of the year' })),
  product: key('bought this product'),
  withProduct: key('and this one in the same order'),
  ofCategory: key('bought a line of this category'),
  withCategory: key('and one of this category in the same order'),
  promotion: Type.Optional(Type.Integer({ minimum: 0, maximum: 5, description: 'share of their money on promotion: 0 none, 1 to 4 by quarters of what is partly so, 5 all' })),
  below: Type.Optional(Type.Integer({ minimum: 0, maximum: 5, description: 'share of their units bought below the usual price, likewise' })),
  again: Type.Optional(Type.Boolean({ description: 'in two orders or more' })),
  sort: Type.Optional(Type.Union([Type.Literal('money'), Type.Literal('orders'), Type.Literal('recent'), Type.Literal('customer')]))
}

export const BehaviourCustomersQuery = Type.Object({ ...BehaviourScope, ...Wanted, ...PageQuery }, { additionalProperties: false })
export type BehaviourCustomersQuery = Static<typeof BehaviourCustomersQuery>
export const BehaviourFileQuery = Type.Object({ ...BehaviourScope, ...Wanted, format: FileFormat }, { additionalProperties: false })
export type BehaviourFileQuery = Static<typeof BehaviourFileQuery>

export const BehaviourCustomer = Type.Object({
  customerId: Type.String(), name: Type.Union([Type.String(), Type.Null()]), orders: Type.Integer(), firstDay: Day, lastDay: Day,
  usualGapDays: Type.Union([Type.Integer(), Type.Null()]), moneyMinor: Minor,
  /** Where the list is about prices. */
  promotionShare: Type.Union([Type.Number(), Type.Null()]), belowShare: Type.Union([Type.Number(), Type.Null()])
})
export type BehaviourCustomer = Static<typeof BehaviourCustomer>

export const BehaviourCustomers = Type.Object({ stamp: Stamp, items: Type.Array(BehaviourCustomer), next: Type.Union([Type.String(), Type.Null()]) })
export type BehaviourCustomers = Static<typeof BehaviourCustomers>
