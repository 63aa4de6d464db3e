/** What crosses the wire about tiers: the ladder as versioned data, where members stand on it, and what is missing to keep or to rise. */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Count = Type.String({ pattern: '^\\d{1,18}$' })
const Bilingual = Type.Object({ zh: Type.String({ minLength: 1, maxLength: 2000 }), en: Type.String({ minLength: 1, maxLength: 2000 }) }, { additionalProperties: false })
const Months = Type.Integer({ minimum: 1, maximum: 120 })

/** Where the days that count begin. They always end today, or with the last day of the term. */
export const Window = Type.Union([
  Type.Object({ kind: Type.Literal('rolling'), months: Months }, { additionalProperties: false, description: 'the last so many months' }),
  Type.Object({ kind: Type.Literal('calendar') }, { additionalProperties: false, description: 'from 1 January' }),
  Type.Object({ kind: Type.Literal('term') }, { additionalProperties: false, description: 'since the term began; what earned the tier does not count again' }),
  Type.Object({ kind: Type.Literal('tier'), months: Months }, { additionalProperties: false, description: 'periods counted from the start of the tier; what earned the tier itself does not count again' }),
  Type.Object({ kind: Type.Literal('join'), months: Months }, { additionalProperties: false, description: 'periods counted from the day of joining' }),
  Type.Object({ kind: Type.Literal('cycle'), months: Months, from: Day }, { additionalProperties: false, description: 'periods counted from a fixed day' }),
  Type.Object({ kind: Type.Literal('ever') }, { additionalProperties: false, description: 'everything since joining' })
])
export type Window = Static<typeof Window>

export const Measure = Type.Union([Type.Literal('spend'), Type.Literal('orders'), Type.Literal('growth')])
export type Measure = Static<typeof Measure>
export const Condition = Type.Object({
  measure: Measure,
  atLeast: Type.String({ pattern: '^[1-9]\\d{0,17}$', description: 'spend in ten-thousandths of the currency; orders and growth value as they are' }),
  window: Window
}, { additionalProperties: false })
export type Condition = Static<typeof Condition>

/** One of the groups, of which every condition. So any combination of all and any can be written. */
export const Rule = Type.Object({ anyOf: Type.Array(Type.Object({ allOf: Type.Array(Condition, { minItems: 1, maxItems: 5 }) }, { additionalProperties: false }), { minItems: 1, maxItems: 5 }) }, { additionalProperties: false })
export type Rule = Static<typeof Rule>

export const Benefits = Type.Object({
  ratePermille: Type.Integer({ minimum: 0, maximum: 100_000, description: '1000: points as the earning rules say; 1500: one and a half times' }),
  birthdayGift: orNull(Bilingual),
  freeDeliveryFromMinor: orNull(Type.String({ pattern: '^\\d{1,18}$', description: 'free delivery for baskets from this amount; null: none; 0: always' })),
  warrantyMonths: Type.Integer({ minimum: 0, maximum: 120, description: 'months of warranty beyond the usual' }),
  invitations: Type.Integer({ minimum: 0, maximum: 100, description: 'invitations to events a year' }),
  service: Type.Union([Type.Literal('standard'), Type.Literal('priority'), Type.Literal('personal')]),
  more: Type.Array(Bilingual, { maxItems: 10 })
}, { additionalProperties: false })
export type Benefits = Static<typeof Benefits>

export const Tier = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' }),
  name: Bilingual,
  upgrade: orNull(Rule),
  keep: orNull(Rule),
  benefits: Benefits
}, { additionalProperties: false, description: 'its rank is its place; the first is where everybody begins. keep null: once reached, never lost by time' })
export type Tier = Static<typeof Tier>

const Days = Type.Integer({ minimum: 0, maximum: 365 })
export const PolicyParameters = Type.Object({
  growthCurrency: Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' }),
  expiry: Type.Object({
    anchor: Type.Union([Type.Literal('tier'), Type.Literal('join'), Type.Literal('calendar'), Type.Literal('cycle')]),
    months: Months,
    from: orNull(Day),
    leastMonths: Type.Integer({ minimum: 0, maximum: 60, description: 'a term is at least so long; its end then waits for the next anchor' }),
    graceDays: Days
  }, { additionalProperties: false }),
  downgrade: Type.Union([Type.Literal('step'), Type.Literal('earned')]),
  onReturn: Type.Union([Type.Literal('withdraw'), Type.Literal('term_end')], { description: 'whether a return takes back a tier that what was kept does not earn, or the term goes on to its end' }),
  protection: Type.Object({ afterUpgradeDays: Days, afterReturnDays: Days }, { additionalProperties: false }),
  tiers: Type.Array(Tier, { minItems: 1, maxItems: 12 })
}, { additionalProperties: false })
export type PolicyParameters = Static<typeof PolicyParameters>

export const Policy = Type.Object({ version: Type.Integer(), validFrom: Instant, parameters: PolicyParameters, note: Type.String(), author: Type.String(), at: Instant, withdrawnAt: orNull(Instant) })
export type Policy = Static<typeof Policy>
export const PolicyList = Type.Object({ inForce: Type.Integer(), newest: Type.Integer(), items: Type.Array(Policy) })
export type PolicyList = Static<typeof PolicyList>
export const NewPolicy = Type.Object({
  parameters: PolicyParameters, validFrom: Type.Optional(Instant), note: Type.Optional(Type.String({ maxLength: 500 })), version: Type.Integer({ description: 'the newest version that was read' })
}, { additionalProperties: false })
export type NewPolicy = Static<typeof NewPolicy>

export const Reason = Type.Union([
  Type.Literal('joined'), Type.Literal('upgraded'), Type.Literal('kept'), Type.Literal('expired'), Type.Literal('returned'), Type.Literal('policy'), Type.Literal('granted'), Type.Literal('grant_ended')
])
export type Reason = Static<typeof Reason>

export const SpellShown = Type.Object({
  tier: Type.String(), name: Bilingual, begins: Instant, ends: orNull(Instant), until: orNull(Day), policyVersion: Type.Integer(), reason: Reason
})
const Missing = Type.Object({ measure: Measure, amount: Count })
export const Step = Type.Object({ tier: Type.String(), name: Bilingual, isMet: Type.Boolean(), missing: Type.Array(Missing), by: orNull(Day), daysLeft: orNull(Type.Integer()), sentence: Bilingual })
export type Step = Static<typeof Step>
export const Progress = Type.Object({ keep: orNull(Step), next: orNull(Step) })
export type Progress = Static<typeof Progress>

export const MemberQuery = Type.Object({ customer: Uuid }, { additionalProperties: false })
export const GrantShown = Type.Object({ grantId: Uuid, tier: Type.String(), begins: Instant, until: orNull(Day), note: Type.String(), actor: Type.String(), withdrawnAt: orNull(Instant) })
export const Member = Type.Object({
  tier: Type.String(), name: Bilingual, rank: Type.Integer(), since: Day, until: orNull(Day), policyVersion: Type.Integer(), benefits: Benefits,
  graceUntil: orNull(Day), withdrawsOn: orNull(Day), progress: Progress, spells: Type.Array(SpellShown), grants: Type.Array(GrantShown)
})
export type Member = Static<typeof Member>

export const NewGrant = Type.Object({
  customerId: Uuid, tier: Type.String({ maxLength: 30 }), until: orNull(Day), note: Type.String({ minLength: 1, maxLength: 500, description: 'why: it stands with the grant' })
}, { additionalProperties: false, description: 'until null: for life' })
export type NewGrant = Static<typeof NewGrant>
export const GrantWithdrawn = Type.Object({ customerId: Uuid }, { additionalProperties: false })
export const GrantParams = Type.Object({ grantId: Uuid })
export const VersionParams = Type.Object({ version: Type.Integer({ minimum: 0 }) })

const Minor = Type.String({ pattern: '^-?\\d{1,18}$', description: 'ten-thousandths of the currency' })
const Within = Type.Optional(Type.Integer({ minimum: 1, maximum: 366, description: 'days from today' }))
export const PopulationQuery = Type.Object({ withinDays: Within }, { additionalProperties: false })
export const Population = Type.Object({
  isCounting: Type.Boolean({ description: 'orders that came in bulk are still being counted' }), today: Day, withinDays: Type.Integer(), version: Type.Integer(), members: Type.Integer(), losing: Type.Integer(), spentMinor: Minor,
  tiers: Type.Array(Type.Object({
    tier: Type.String(), name: Bilingual, rank: Type.Integer(), members: Type.Integer(), buyers: Type.Integer({ description: 'who bought within a year' }),
    losing: Type.Integer({ description: 'who loses this tier within these days if nothing more is bought' }), spentMinor: Minor
  }))
})
export type Population = Static<typeof Population>

const listFilter = { tier: Type.Optional(Type.String({ maxLength: 30 })), all: Type.Optional(Type.Boolean({ description: 'everybody in the tier; otherwise who is about to lose it' })), withinDays: Within }
export const ListQuery = Type.Object({ ...listFilter, after: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}~[0-9a-f-]{36}$' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false })
export type ListQuery = Static<typeof ListQuery>
export const ListFileQuery = Type.Object({ ...listFilter, format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }, { additionalProperties: false })
export const Listed = Type.Object({
  customerId: Uuid, name: orNull(Type.String()), tier: Type.String(), tierName: Bilingual, since: Day, until: orNull(Day), losesOn: orNull(Day), spentMinor: Minor, keep: orNull(Step), next: orNull(Step)
})
export type Listed = Static<typeof Listed>
export const ListedPage = Type.Object({ items: Type.Array(Listed), next: orNull(Type.String()) })
export type ListedPage = Static<typeof ListedPage>

export const Tried = Type.Object({ parameters: PolicyParameters }, { additionalProperties: false })
export const Preview = Type.Object({
  changes: Type.Array(Bilingual), members: Type.Integer(), drawn: Type.Integer({ description: 'of whom so many were looked at; the figures are scaled up to all' }), rising: Type.Integer(), falling: Type.Integer(),
  tiers: Type.Array(Type.Object({ tier: Type.String(), name: Bilingual, now: Type.Integer(), then: Type.Integer({ description: 'as soon as it holds' }), always: Type.Integer({ description: 'if it had always held' }) }))
})
export type Preview = Static<typeof Preview>
