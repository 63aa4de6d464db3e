/** What crosses the wire about rewards. */
import { Type, type Static, type TSchema } from 'typebox'
import * as of from './rewards.parameters.schema.ts'

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Amount = Type.String({ pattern: '^\\d{1,18}$' })
const Count = Type.Integer({ minimum: 0 })

export const kinds = ['reward', 'stamp_card', 'offer', 'gift', 'trade_in', 'mileage', 'companion'] as const
const stored = { definitionId: Uuid, version: Type.Integer(), title: of.Words, active: Type.Boolean(), author: Type.String(), at: Instant }
const definitionOf = <K extends (typeof kinds)[number], P extends TSchema>(kind: K, parameters: P) => Type.Object({ kind: Type.Literal(kind), parameters, ...stored })
export const Definition = Type.Union([
  definitionOf('reward', of.RewardParameters), definitionOf('stamp_card', of.StampCardParameters), definitionOf('offer', of.OfferParameters), definitionOf('gift', of.GiftParameters),
  definitionOf('trade_in', of.TradeInParameters), definitionOf('mileage', of.MileageParameters), definitionOf('companion', of.CompanionParameters)
])
export type Definition = Static<typeof Definition>
export const DefinitionList = Type.Object({ items: Type.Array(Definition) })

const written = { definitionId: Type.Optional(Uuid), version: Type.Integer({ minimum: 0, description: 'the version that was read; 0 for a new one' }), title: of.Words, active: Type.Boolean() }
const newOf = <K extends (typeof kinds)[number], P extends TSchema>(kind: K, parameters: P) => Type.Object({ kind: Type.Literal(kind), parameters, ...written }, { additionalProperties: false })
export const NewDefinition = Type.Union([
  newOf('reward', of.RewardParameters), newOf('stamp_card', of.StampCardParameters), newOf('offer', of.OfferParameters), newOf('gift', of.GiftParameters),
  newOf('trade_in', of.TradeInParameters), newOf('mileage', of.MileageParameters), newOf('companion', of.CompanionParameters)
])
export type NewDefinition = Static<typeof NewDefinition>

export const StockBody = Type.Object({
  rewardId: Uuid, storeId: Type.Optional(orNull(Uuid)), change: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000, description: 'how many came in, or below zero: went out' }),
  note: Type.Optional(Type.String({ maxLength: 300 }))
}, { additionalProperties: false })
export type StockBody = Static<typeof StockBody>
export const StockLevel = Type.Object({ rewardId: Uuid, storeId: orNull(Uuid), remaining: Count })
export type StockLevel = Static<typeof StockLevel>

export const OrderBody = Type.Object({
  customerId: Uuid, rewardId: Uuid, option: Type.Integer({ minimum: 0, maximum: 5, description: 'which of the ways to pay' }), quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  storeId: Type.Optional(orNull(Uuid)),
  receipt: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'store, receipt, line: a till that asks again with a new key orders nothing twice' }))
}, { additionalProperties: false })
export type OrderBody = Static<typeof OrderBody>

export const OrderState = Type.Union([Type.Literal('waiting'), Type.Literal('placed'), Type.Literal('ready'), Type.Literal('fulfilled'), Type.Literal('cancelled')])
export type OrderState = Static<typeof OrderState>
export const Origin = Type.Union([Type.Literal('redeemed'), Type.Literal('stamps'), Type.Literal('gift'), Type.Literal('mileage'), Type.Literal('companion')])
export type Origin = Static<typeof Origin>
export const RewardOrder = Type.Object({
  customerId: Uuid, orderId: Uuid, customerName: orNull(Type.String()), rewardId: Uuid, version: Type.Integer(), title: of.Words, quantity: Count, origin: Origin,
  currency: orNull(Type.String()), points: Amount, moneyMinor: Amount, storeName: orNull(Type.String()), state: OrderState, code: Type.String(), placedAt: Instant, changedAt: Instant, note: orNull(Type.String()),
  owed: Type.Boolean({ description: 'handed over, and what it came with was returned: to be made up first' })
})
export type RewardOrder = Static<typeof RewardOrder>
export const OrderPage = Type.Object({ items: Type.Array(RewardOrder), next: orNull(Type.String()) })
export const OrderQuery = Type.Object({
  customer: Type.Optional(Uuid), reward: Type.Optional(Uuid), code: Type.Optional(Type.String({ maxLength: 20 })), open: Type.Optional(Type.Boolean({ description: 'only what is still to be handed over' })),
  after: Type.Optional(Type.String({ maxLength: 80 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type OrderQuery = Static<typeof OrderQuery>

export const StepBody = Type.Object({
  customerId: Uuid, do: Type.Union([Type.Literal('ready'), Type.Literal('fulfil'), Type.Literal('cancel')]),
  moneyMinor: Type.Optional(Type.String({ pattern: '^\\d{1,15}$', description: 'what was paid at the counter, where the reward costs money too' })),
  goodsBack: Type.Optional(Type.Boolean({ description: 'to cancel what was handed over: the goods came back' })),
  note: Type.Optional(Type.String({ maxLength: 300 }))
}, { additionalProperties: false })
export type StepBody = Static<typeof StepBody>

export const RewardFigures = Type.Object({
  rewardId: Uuid, remaining: orNull(Count), orders: Count, points: Amount, valueMinor: Amount, open: Count,
  watched: Type.Integer({ description: 'orders whose days of watching are over' }), cameBack: Type.Integer({ description: 'of those, the member bought again within these days' })
})
export type RewardFigures = Static<typeof RewardFigures>
export const CardFigures = Type.Object({ definitionId: Uuid, members: Count, given: Count, fulls: Count, debt: Count })
export const Overview = Type.Object({
  since: Type.String(), watchDays: Type.Integer(), definitions: Type.Array(Definition), stock: Type.Array(StockLevel), cards: Type.Array(CardFigures), offers: Type.Array(Type.Object({ definitionId: Uuid, orders: Count, amountMinor: Amount })), figures: Type.Array(RewardFigures), open: Count
})
export type Overview = Static<typeof Overview>
export const DefinitionPath = Type.Object({ definitionId: Uuid })
export const OrderPath = Type.Object({ orderId: Uuid })

export const MemberPath = Type.Object({ customerId: Uuid })
export const MemberRewards = Type.Object({
  cards: Type.Array(Type.Object({
    definitionId: Uuid, title: of.Words, rewardTitle: of.Words, size: Count, has: Count, owed: Count, filled: Count, endsOn: orNull(Type.String()), ending: Type.Integer({ description: 'how many stamps end then' })
  })),
  orders: Type.Array(RewardOrder),
  choices: Type.Array(Type.Object({
    rewardId: Uuid, title: of.Words, option: Count, currency: Type.String(), points: Amount, moneyMinor: Amount, remaining: orNull(Count), stores: Type.Boolean(), missing: Amount,
    because: orNull(Type.Union([Type.Literal('entitled'), Type.Literal('limit'), Type.Literal('stock'), Type.Literal('points')], { description: 'why it cannot be had now' }))
  }))
})
export type MemberRewards = Static<typeof MemberRewards>
