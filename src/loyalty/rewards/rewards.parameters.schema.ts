/** What can be defined: the parameters of each kind. Money is ten-thousandths, points are whole; both strings of digits. Shares are per mille. */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const strict = <P extends Parameters<typeof Type.Object>[0]>(properties: P) => Type.Object(properties, { additionalProperties: false })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Uuid = Type.String({ format: 'uuid' })
const Money = Type.String({ pattern: '^\\d{1,15}$', description: 'ten-thousandths of the currency' })
const Points = Type.String({ pattern: '^\\d{1,15}$' })
const Permille = Type.Integer({ minimum: 1, maximum: 1000 })
const Currency = Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' })
const count = (maximum: number) => Type.Integer({ minimum: 1, maximum })

export const Words = strict({ zh: Type.String({ minLength: 1, maxLength: 80 }), en: Type.String({ minLength: 1, maxLength: 80 }) })
const Choice = strict({ key: Type.String({ pattern: '^[a-z][a-z0-9_.]{0,59}$' }), values: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 50 }) })

/** Who may: all that is named must hold. `traits` are what other rooms learned (`tiers.tier`, a segment), `fields` the business's own fields. */
export const Eligibility = strict({
  traits: Type.Array(Choice, { maxItems: 10 }), fields: Type.Array(Choice, { maxItems: 10 }),
  newWithinDays: orNull(Type.Integer({ minimum: 1, maximum: 3650, description: 'only members who joined at most so many days ago' })),
  from: orNull(Day), to: orNull(Day)
})
export type Eligibility = Static<typeof Eligibility>

export const Limit = strict({ count: count(10_000), per: Type.Union([Type.Literal('day'), Type.Literal('month'), Type.Literal('year'), Type.Literal('ever')]) })
export type Limit = Static<typeof Limit>

/** The goods that count; both lists empty: all goods. */
export const Scope = strict({ products: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 500 }), categories: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 100 }) })
export type Scope = Static<typeof Scope>

export const PriceOption = strict({ currency: Currency, points: Points, moneyMinor: Money })
export const RewardParameters = strict({
  form: Type.Union([Type.Literal('gift'), Type.Literal('service'), Type.Literal('voucher'), Type.Literal('donation')]),
  options: Type.Array(PriceOption, { maxItems: 6, description: 'ways to pay; none: it is only given, by a card, a gift or a level' }),
  stock: Type.Union([Type.Literal('none'), Type.Literal('whole'), Type.Literal('stores')], { description: 'no stock is kept, one for all stores, or one a store' }),
  valueMinor: Money,
  limit: orNull(Limit),
  handover: Type.Union([Type.Literal('pick_up'), Type.Literal('at_once')]),
  voucherId: orNull(Uuid),
  eligibility: Eligibility
})
export type RewardParameters = Static<typeof RewardParameters>

export const StampCardParameters = strict({
  gives: Type.Union([
    strict({ by: Type.Literal('order'), fromMinor: Money }),
    strict({ by: Type.Literal('amount'), eachMinor: Type.String({ pattern: '^[1-9]\\d{0,14}$' }) }),
    strict({ by: Type.Literal('quantity'), each: count(1000) })
  ], { description: 'a stamp an order from an amount on, a stamp each so much money, or a stamp each so many pieces' }),
  scope: Scope,
  dayCap: orNull(count(100)),
  size: count(100),
  rewardId: Uuid,
  ttlDays: orNull(count(3650)),
  afterFull: Type.Union([Type.Literal('on'), Type.Literal('over'), Type.Literal('end')], { description: 'stamps beyond a full card: kept for the next, dropped, or there is no next' }),
  eligibility: Eligibility
})
export type StampCardParameters = Static<typeof StampCardParameters>

export const OfferShape = Type.Union([
  strict({ is: Type.Literal('buy_get'), buy: count(100), get: count(100) }),
  strict({ is: Type.Literal('nth'), nth: Type.Integer({ minimum: 2, maximum: 100 }), permille: Permille }),
  strict({ is: Type.Literal('steps'), steps: Type.Array(strict({ from: count(10_000), permille: Permille }), { minItems: 1, maxItems: 10 }) }),
  strict({ is: Type.Literal('frequency'), kth: Type.Integer({ minimum: 2, maximum: 1000 }), days: count(3650), permille: Permille })
])
export const OfferParameters = strict({
  shape: OfferShape, scope: Scope, rank: Type.Integer({ minimum: 0, maximum: 1000, description: 'the lower goes first; a piece is in one offer only' }),
  groups: orNull(count(1000)), limit: orNull(Limit), eligibility: Eligibility
})
export type OfferParameters = Static<typeof OfferParameters>

export const GiftParameters = strict({
  occasion: Type.Union([
    strict({ on: Type.Literal('purchase'), fromMinor: Money, scope: Scope }),
    strict({ on: Type.Literal('birthday'), beforeDays: Type.Integer({ minimum: 0, maximum: 180 }), afterDays: Type.Integer({ minimum: 0, maximum: 180 }) })
  ]),
  rewardId: Uuid, limit: orNull(Limit), eligibility: Eligibility
})
export type GiftParameters = Static<typeof GiftParameters>

export const TradeInParameters = strict({
  grades: Type.Array(strict({ grade: Words, creditMinor: Type.String({ pattern: '^[1-9]\\d{0,14}$' }) }), { minItems: 1, maxItems: 10 }),
  scope: Scope, ttlDays: orNull(count(3650)), eligibility: Eligibility
})
export type TradeInParameters = Static<typeof TradeInParameters>

export const MileageParameters = strict({
  currency: Currency, unit: Words, scope: orNull(Scope), unitsEach: count(100_000),
  levels: Type.Array(strict({ at: Type.String({ pattern: '^[1-9]\\d{0,14}$' }), rewardId: Uuid }), { minItems: 1, maxItems: 50 }), eligibility: Eligibility
})
export type MileageParameters = Static<typeof MileageParameters>

export const CompanionParameters = strict({ benefit: Words, isNamed: Type.Boolean(), limit: orNull(Limit), rewardId: orNull(Uuid), eligibility: Eligibility })
export type CompanionParameters = Static<typeof CompanionParameters>
