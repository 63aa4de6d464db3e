/** What crosses the wire about points that move between wallets. */
import { Type, type Static } from 'typebox'
import { BalanceShown, Booked, currencyName } from './points.schema.ts'

const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Amount = Type.String({ pattern: '^\\d{1,15}$', description: 'points, a string of digits' })
const Currency = Type.String({ pattern: currencyName })
const dryRun = Type.Optional(Type.Boolean({ description: 'answers what would be booked, and leaves nothing behind' }))

export const Transfer = Type.Object({ fromId: Uuid, toId: Uuid, currency: Currency, amount: Amount, note: Type.Optional(Type.String({ maxLength: 200 })), dryRun }, { additionalProperties: false })
export type Transfer = Static<typeof Transfer>
export const Moved = Type.Object({ linkId: Uuid, items: Type.Array(Booked) })
export type Moved = Static<typeof Moved>

export const NewRate = Type.Object({
  from: Currency, to: Currency, give: Type.String({ pattern: '^[1-9]\\d{0,9}$', description: 'for every so many …' }), get: Type.String({ pattern: '^[1-9]\\d{0,9}$', description: '… so many of the other' }),
  validFrom: Type.Optional(Instant), note: Type.Optional(Type.String({ maxLength: 200 }))
}, { additionalProperties: false })
export type NewRate = Static<typeof NewRate>
export const Rate = Type.Object({ rateId: Uuid, from: Type.String(), to: Type.String(), give: Amount, get: Amount, validFrom: Instant, author: Type.String(), note: Type.String(), at: Instant, isInForce: Type.Boolean() })
export type Rate = Static<typeof Rate>
export const RateList = Type.Object({ items: Type.Array(Rate) })
export const Exchange = Type.Object({ customerId: Uuid, rateId: Uuid, amount: Amount, dryRun }, { additionalProperties: false })
export type Exchange = Static<typeof Exchange>
export const Exchanged = Type.Object({
  linkId: Uuid, taken: Type.String({ pattern: '^\\d{1,15}$', description: 'what went out: no more than what came in needs; the remainder stays' }), got: Amount, items: Type.Array(Booked)
})
export type Exchanged = Static<typeof Exchanged>

export const MergeQuery = Type.Object({ survivor: Uuid, merged: Uuid }, { additionalProperties: false })
export const MergeWallets = Type.Object({
  items: Type.Array(Type.Object({ currency: Type.String(), survivor: BalanceShown, merged: BalanceShown, after: BalanceShown, lots: Type.Integer(), holds: Type.Integer() })),
  twice: Type.Array(Type.Object({ once: Type.String(), currency: Type.String(), amount: Amount }), { description: 'gifts that both had: what is left of the second goes' })
})
export type MergeWallets = Static<typeof MergeWallets>

const PoolMember = Type.Object({ customerId: Uuid, maySpend: Type.Boolean() }, { additionalProperties: false })
const OnLeave = Type.Union([Type.Literal('stays'), Type.Literal('in_proportion')], { description: 'stays: what was put in stays, and whoever leaves last has it; in_proportion: a leaver takes their part of what is left, by what each put in' })
export const NewPool = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), onLeave: OnLeave, members: Type.Array(PoolMember, { minItems: 1, maxItems: 200 }) }, { additionalProperties: false })
export type NewPool = Static<typeof NewPool>
export const PoolPlace = Type.Object({ poolId: Uuid })
export const Pool = Type.Object({
  poolId: Uuid, name: Type.String(), onLeave: OnLeave, version: Type.Integer(), at: Instant,
  members: Type.Array(Type.Object({ customerId: Uuid, name: Type.Union([Type.String(), Type.Null()]), maySpend: Type.Boolean(), joinedAt: Instant, leftAt: Type.Union([Instant, Type.Null()]), put: Type.Record(Type.String(), Type.String(), { description: 'put in less taken out, by currency' }) })),
  wallets: Type.Array(Type.Object({ currency: Type.String(), balance: BalanceShown }))
})
export type Pool = Static<typeof Pool>
export const PoolList = Type.Object({ items: Type.Array(Pool) })
export const PoolQuery = Type.Object({ customer: Uuid }, { additionalProperties: false })
export const Contribution = Type.Object({ memberId: Uuid, currency: Currency, amount: Amount }, { additionalProperties: false })
export type Contribution = Static<typeof Contribution>
export const Joining = PoolMember
export const Leaving = Type.Object({ memberId: Uuid }, { additionalProperties: false })
