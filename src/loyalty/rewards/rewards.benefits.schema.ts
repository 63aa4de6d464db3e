/** What crosses the wire about trade-ins, companions, gifts, miles and quotes. */
import { Type, type Static, type TSchema } from 'typebox'
import { Limit, Words } from './rewards.parameters.schema.ts'

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Minor = Type.String({ pattern: '^-?\\d{1,18}$' })
const name = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const TradeInBody = Type.Object({
  customerId: Uuid, definitionId: Uuid, serial: name(120), item: name(200), grade: Type.Integer({ minimum: 0, maximum: 9, description: 'which of the grades' }),
  photo: Type.Optional(orNull(Type.String({ pattern: '^https?://', maxLength: 500, description: 'where a picture of it is' }))), storeId: Type.Optional(orNull(Uuid))
}, { additionalProperties: false })
export type TradeInBody = Static<typeof TradeInBody>
export const TradeInShown = Type.Object({
  customerId: Uuid, tradeInId: Uuid, definitionId: Uuid, version: Type.Integer(), serial: Type.String(), item: Type.String(), grade: Type.Integer(), photo: orNull(Type.String()), creditMinor: Minor, usedMinor: Minor,
  state: Type.Union([Type.Literal('assessed'), Type.Literal('withdrawn')]), day: Type.String(), expiresOn: orNull(Type.String()), customerName: Type.Optional(orNull(Type.String()))
})
export type TradeInShown = Static<typeof TradeInShown>
export const TradeInList = Type.Object({ items: Type.Array(TradeInShown) })
export const TradeInPath = Type.Object({ tradeInId: Uuid })
export const OfMember = Type.Object({ customerId: Uuid }, { additionalProperties: false })

export const CompanionBody = Type.Object({ customerId: Uuid, definitionId: Uuid, name: Type.Optional(orNull(name(100))), storeId: Type.Optional(orNull(Uuid)) }, { additionalProperties: false })
export type CompanionBody = Static<typeof CompanionBody>
export const CompanionShown = Type.Object({ customerId: Uuid, companionId: Uuid, definitionId: Uuid, title: Words, name: orNull(Type.String()), orderId: orNull(Uuid), undone: Type.Boolean(), at: Instant, customerName: orNull(Type.String()) })
export type CompanionShown = Static<typeof CompanionShown>
export const CompanionList = Type.Object({ items: Type.Array(CompanionShown) })
export const CompanionCame = Type.Object({ companionId: Uuid, orderId: orNull(Uuid) })
export const CompanionPath = Type.Object({ companionId: Uuid })

export const GiftBody = Type.Object({ customerId: Uuid, definitionId: Uuid, storeId: Type.Optional(orNull(Uuid)) }, { additionalProperties: false })
export type GiftBody = Static<typeof GiftBody>

export const MilesBody = Type.Object({
  customerId: Uuid, definitionId: Uuid, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'what was measured: kilometres, nights' }),
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 120, description: 'of the trip or stay; the same again counts nothing twice' })), storeId: Type.Optional(orNull(Uuid))
}, { additionalProperties: false })
export type MilesBody = Static<typeof MilesBody>
export const MilesCounted = Type.Object({ counted: Type.Boolean({ description: 'false: this number was counted before' }), total: Minor, orderIds: Type.Array(Uuid, { description: 'the rewards of levels that were reached' }) })
export type MilesCounted = Static<typeof MilesCounted>

// A sentence with its titles and days filled in is longer than a title may be.
const Filled = Type.Object({ zh: Type.String(), en: Type.String() })
const today = { definitionId: Uuid, title: Words, because: orNull(Filled) }
const offered = <K extends string, P extends Parameters<typeof Type.Object>[0]>(kind: K, own: P) => Type.Object({ kind: Type.Literal(kind), ...today, ...own })
export const BenefitOffered = Type.Union([
  offered('trade_in', { grades: Type.Array(Type.Object({ grade: Words, creditMinor: Minor })), expiresOn: orNull(Type.String({ description: 'of a credit that is given today' })) }),
  offered('companion', { benefit: Words, isNamed: Type.Boolean(), left: orNull(Type.Integer({ minimum: 0, description: 'how often it can be had yet' })), per: orNull(Limit.properties.per), reward: orNull(Words) }),
  offered('mileage', { unit: Words, total: Minor, levels: Type.Array(Type.Object({ at: Minor, reward: Words, given: Type.Boolean({ description: 'its reward was given' }) })) }),
  offered('gift', { reward: Words })
])
export type BenefitOffered = Static<typeof BenefitOffered>
export const MemberBenefits = Type.Object({
  offered: Type.Array(BenefitOffered, { description: 'what can be entered for the member; `because`: why not today' }),
  tradeIns: Type.Array(TradeInShown, { description: 'with credit that can be spent' }), companions: Type.Array(CompanionShown, { description: 'the latest' })
})
export type MemberBenefits = Static<typeof MemberBenefits>

export const BasketBody = Type.Object({
  customerId: orNull(Uuid), source: name(60), number: name(120), at: Type.Optional(Instant), storeId: Type.Optional(orNull(Uuid)), channel: Type.Optional(orNull(name(60))),
  lines: Type.Array(Type.Object({ lineNo: Type.Integer({ minimum: 1 }), product: name(200), category: orNull(name(200)), quantity: Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' }), amountMinor: Type.String({ pattern: '^\\d{1,18}$' }) }, { additionalProperties: false }), { minItems: 1, maxItems: 1000 })
}, { additionalProperties: false })
export type BasketBody = Static<typeof BasketBody>
const Said = { sentence: Words }
export const OffersQuoted = Type.Object({
  totalMinor: Minor, lines: Type.Array(Type.Object({ lineNo: Type.Integer(), discountMinor: Minor })),
  reasons: Type.Array(Type.Object({ definitionId: Uuid, version: Type.Integer(), tradeInId: orNull(Uuid), amountMinor: Minor, ...Said })),
  next: Type.Array(Type.Object({ definitionId: Uuid, ...Said }))
})
export type OffersQuoted = Static<typeof OffersQuoted>
