/**
 * The rule schema: what a programme may say. It is data, checked by type at the edge and by sense in `earning.check.ts`; docs/earning.md explains every field.
 * Points are whole numbers, money is a string of digits in ten-thousandths, days are local days of the business: no float decides anything.
 */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const list = (maxLength: number) => Type.Array(Type.String({ minLength: 1, maxLength }), { minItems: 1, maxItems: 500 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a local day of the business' })
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'a time of day in the zone of the business' })
const Points = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })
export const Digits = Type.String({ pattern: '^\\d{1,15}$', description: 'a string of digits' })
const Instant = Type.String({ format: 'date-time' })
const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' })
const closed = { additionalProperties: false }

/** Which lines. A category covers what lies under it: `tea` covers `tea/green`. */
export const Where = Type.Object({
  products: Type.Optional(list(120)), categories: Type.Optional(list(200)), exceptProducts: Type.Optional(list(120)), exceptCategories: Type.Optional(list(200))
}, closed)
export type Where = Static<typeof Where>

/** Which orders. Days are both included; hours are half-open and may pass midnight; weekdays run from 1 (Monday) to 7. */
export const When = Type.Object({
  sources: Type.Optional(list(60)), stores: Type.Optional(list(60)), channels: Type.Optional(list(60)), tiers: Type.Optional(list(60)),
  from: Type.Optional(Day), to: Type.Optional(Day), weekdays: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 })),
  hours: Type.Optional(Type.Object({ from: Clock, to: Clock }, closed)),
  firstOrder: Type.Optional(Type.Literal(true)),
  birthday: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')])),
  atLeastMinor: Type.Optional(Type.String({ pattern: '^\\d{1,15}$', description: 'the money that the lines of this rule must come to' }))
}, closed)
export type When = Static<typeof When>

const Asked = Type.Union([
  Type.Object({ field: Type.String({ minLength: 1, maxLength: 60 }), is: Type.Literal('equals'), value: Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]) }, closed),
  Type.Object({ field: Type.String({ minLength: 1, maxLength: 60 }), is: Type.Literal('not'), value: Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]) }, closed),
  Type.Object({ field: Type.String({ minLength: 1, maxLength: 60 }), is: Type.Literal('at_least'), value: Type.Number() }, closed),
  Type.Object({ field: Type.String({ minLength: 1, maxLength: 60 }), is: Type.Literal('at_most'), value: Type.Number() }, closed),
  Type.Object({ field: Type.String({ minLength: 1, maxLength: 60 }), is: Type.Literal('one_of'), value: list(200) }, closed)
])
export type Asked = Static<typeof Asked>

/**
 * What a rule gives. `rate`: points per money; of several that are not `extra` the first that fits a line counts for it. `times`: a multiple of that, in
 * thousandths. `tier`: the multiple that the member's tier brings. `unit`: points a piece. `fixed`: once an order. `event`: once an event of the log.
 */
export const Give = Type.Union([
  Type.Object({ kind: Type.Literal('rate'), points: Points, perMinor: Type.String({ pattern: '^[1-9]\\d{0,14}$', description: 'so many points per this much money' }), extra: Type.Optional(Type.Boolean()) }, closed),
  Type.Object({ kind: Type.Literal('times'), permille: Type.Integer({ minimum: 1001, maximum: 100_000 }) }, closed),
  Type.Object({ kind: Type.Literal('tier') }, closed),
  Type.Object({ kind: Type.Literal('unit'), points: Points }, closed),
  Type.Object({ kind: Type.Literal('fixed'), points: Points }, closed),
  Type.Object({ kind: Type.Literal('event'), event: Type.String({ pattern: '^[a-z]+\\.[a-z_]+$', description: 'the kind of the event' }), points: Points, asks: Type.Optional(Type.Array(Asked, { maxItems: 10 })) }, closed)
])
export type Give = Static<typeof Give>

export const Rounding = Type.Union([Type.Literal('floor'), Type.Literal('half_even'), Type.Literal('ceil')])
export type Rounding = Static<typeof Rounding>

export const Rule = Type.Object({
  key: Key, name: Type.String({ minLength: 1, maxLength: 80 }), currency: Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' }), give: Give, rounding: Rounding,
  where: Type.Optional(Where), when: Type.Optional(When),
  most: Type.Optional(Type.Object({ order: Type.Optional(Points), day: Type.Optional(Points), customer: Type.Optional(Points) }, { ...closed, description: 'the most that it gives per order, per member and day, per member in all' })),
  budget: Type.Optional(Key),
  expires: Type.Optional(Type.Union([Type.Object({ days: Type.Integer({ minimum: 1, maximum: 3650 }) }, closed), Type.Object({ on: Day }, closed)], { description: 'an end of its own; otherwise the policy of the currency decides' }))
}, closed)
export type Rule = Static<typeof Rule>

export const Stacking = Type.Union([Type.Literal('additive'), Type.Literal('multiplicative'), Type.Literal('best')])
export type Stacking = Static<typeof Stacking>
export const CurrencyTerms = Type.Object({ stacking: Stacking, most: Type.Optional(Type.Object({ order: Type.Optional(Points), day: Type.Optional(Points) }, closed)) }, closed)
export const Budget = Type.Object({ key: Key, name: Type.String({ minLength: 1, maxLength: 80 }), currency: Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' }), bound: Digits }, closed)
export type Budget = Static<typeof Budget>

export const Programme = Type.Object({
  sources: orNull(list(60)),
  currencies: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' }), CurrencyTerms),
  budgets: Type.Array(Budget, { maxItems: 100 }),
  rules: Type.Array(Rule, { maxItems: 200 })
}, closed)
export type Programme = Static<typeof Programme>

/** A programme as it was published. An order belongs to the newest version whose `validFrom` is not after it. */
export const Version = Type.Object({
  version: Type.Integer(), validFrom: Instant, programme: Programme, note: Type.String(), author: Type.String(), at: Instant, withdrawnAt: orNull(Instant), withdrawnBy: orNull(Type.String())
})
export type Version = Static<typeof Version>

export const NewVersion = Type.Object({
  programme: Programme, note: Type.Optional(Type.String({ maxLength: 500 })), version: Type.Integer({ minimum: 0, description: 'the newest version that was read; 0 where there is none' }),
  validFrom: Type.Optional(Type.String({ format: 'date-time', description: 'when it comes into force; now, where it is left out' }))
}, closed)
export type NewVersion = Static<typeof NewVersion>
export const VersionPlace = Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) })

export const Account = Type.Object({ budget: Key, bound: Digits, used: Digits })
export const ProgrammeState = Type.Object({
  now: orNull(Type.Integer({ description: 'the version in force' })), newest: Type.Integer(), versions: Type.Array(Version), accounts: Type.Array(Account)
})
export type ProgrammeState = Static<typeof ProgrammeState>

export const QuoteBody = Type.Object({
  customerId: Type.String({ format: 'uuid' }), source: Type.String({ minLength: 1, maxLength: 60 }), at: Type.Optional(Instant), storeId: Type.Optional(orNull(Type.String())), channel: Type.Optional(orNull(Type.String())),
  lines: Type.Array(Type.Object({ product: Type.String({ minLength: 1, maxLength: 120 }), category: Type.Optional(orNull(Type.String())), quantity: Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' }), amountMinor: Digits }, closed), { minItems: 1, maxItems: 1000 })
}, closed)
export const PartShown = Type.Object({ currency: Type.String(), lineNo: Type.Integer(), rule: Type.String(), amount: Digits })
export type PartShown = Static<typeof PartShown>
export const Quote = Type.Object({ version: orNull(Type.Integer()), totals: Type.Record(Type.String(), Digits), parts: Type.Array(PartShown) })
export type Quote = Static<typeof Quote>

const FaultShown = Type.Object({ path: Type.String({ description: 'the field: rules/2/when/to' }), sentence: Type.String() })
export const CheckBody = Type.Object({ programme: Programme, order: Type.Optional(Type.Object({ source: Type.String({ maxLength: 60 }), number: Type.String({ maxLength: 200 }) }, closed)) }, closed)
export const Checked = Type.Object({
  faults: Type.Array(FaultShown),
  example: orNull(Type.Object({
    source: Type.String(), number: Type.String(), at: Instant, customerId: Type.String(), tier: orNull(Type.String()), isFirst: Type.Boolean(), birthday: Type.Array(Type.String()), storeId: orNull(Type.String()), channel: orNull(Type.String()),
    lines: Type.Array(Type.Object({ lineNo: Type.Integer(), product: Type.String(), name: orNull(Type.String()), category: orNull(Type.String()), quantity: Type.String(), amountMinor: Type.String(), paidMinor: Type.String() })),
    parts: Type.Array(PartShown), totals: Type.Record(Type.String(), Digits)
  }, { description: 'what a real order would earn, limits of members and campaigns left aside' }))
})
export type Checked = Static<typeof Checked>

export const PreviewBody = Type.Object({ programme: Programme, from: Instant }, closed)
export const Preview = Type.Object({
  orders: Type.Integer({ description: 'sales of members since then' }), counted: Type.Integer({ description: 'of these, how many were worked out' }), members: Type.Integer(),
  currencies: Type.Record(Type.String(), Type.Object({ points: Digits, living: Type.String({ description: 'of these, what would not have ended by today' }) })), rules: Type.Record(Type.String(), Digits)
})
export type Preview = Static<typeof Preview>
export const CountBody = Type.Object({ from: Instant }, closed)
export const CountBegun = Type.Object({ runId: Type.String() })

const AtQuery = { customer: Type.String({ format: 'uuid' }), currency: Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' }), at: Type.Optional(Type.String({ format: 'date-time', description: 'any past instant; now, where it is left out' })) }
export const WhyQuery = Type.Object(AtQuery, closed)
const Sum = Type.String({ pattern: '^-?\\d+$' })
export const WhyPart = Type.Object({ lineNo: Type.Integer(), product: orNull(Type.String()), amountMinor: orNull(Type.String()), rule: Type.String(), ruleName: Type.String(), amount: Digits, kept: Digits })
export const WhyLot = Type.Object({
  lotId: Type.String(), earnedAt: Instant, maturesOn: orNull(Type.String()), expiresOn: orNull(Type.String()), source: orNull(Type.String()), number: orNull(Type.String()), policyVersion: Type.Integer(), note: orNull(Type.String()),
  earned: Sum, redeemed: Sum, reversed: Sum, expired: Sum, repaid: Sum, left: Type.String({ description: 'pending, available and held together' }), pending: Sum, held: Sum,
  why: orNull(Type.Object({ kind: Type.String(), version: Type.Integer(), tier: orNull(Type.String()), isFirst: Type.Boolean(), birthday: Type.Array(Type.String()), orderId: orNull(Type.String()), parts: Type.Array(WhyPart) }))
})
export type WhyLot = Static<typeof WhyLot>
export const Why = Type.Object({
  customerName: orNull(Type.String()), currency: Type.String(), at: Instant, balance: Type.Object({ pending: Sum, available: Sum, held: Sum, debt: Sum }),
  movements: Type.Array(Type.Object({ kind: Type.String(), entries: Type.Integer(), amount: Type.String({ description: 'what it did to the balance, above or below zero' }) })),
  ties: Type.Boolean({ description: 'movements come to the balance, and so do the lots less what is owed' }), lots: Type.Array(WhyLot), lotCount: Type.Integer()
})
export type Why = Static<typeof Why>
