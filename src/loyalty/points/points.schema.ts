/** What crosses the wire about points. Amounts are strings of digits in the currency's smallest unit: nothing between the wire and the disk is a float. */
import { Type, type Static } from 'typebox'

const Amount = Type.String({ pattern: '^\\d{1,15}$', description: 'points, a string of digits' })
const Signed = Type.String({ pattern: '^-?\\d{1,15}$', description: 'points, a string of digits, below zero to take away' })
const Instant = Type.String({ format: 'date-time' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Uuid = Type.String({ format: 'uuid' })
const orderOf = { source: Type.String({ minLength: 1, maxLength: 60, description: 'the source of the order' }), number: Type.String({ minLength: 1, maxLength: 200, description: 'the number of the order' }) }

/**
 * The rules of one currency. `onRefund` says what a return may take when what it earned is already spent: only what is still pending, what the balance
 * covers, or the rest as a debt that the next points pay first.
 */
export const CurrencyPolicy = Type.Object({
  name: Type.Object({ zh: Type.String({ minLength: 1, maxLength: 30 }), en: Type.String({ minLength: 1, maxLength: 30 }) }, { additionalProperties: false, description: 'what people call it; it can be renamed' }),
  scale: Type.Integer({ minimum: 0, maximum: 6, description: 'digits after the point when it is shown; fixed for ever' }),
  spendable: Type.Boolean({ description: 'false for growth value: it is counted, never spent' }),
  pendingDays: Type.Integer({ minimum: 0, maximum: 365, description: 'days before points may be spent' }),
  ttl: Type.Union([Type.Null(), Type.Object({ months: Type.Integer({ minimum: 1, maximum: 240 }), until: Type.Union([Type.Literal('day'), Type.Literal('month'), Type.Literal('year')]) }, { additionalProperties: false })], { description: 'how long points live; null: for ever' }),
  onRefund: Type.Union([Type.Literal('pending_only'), Type.Literal('within_balance'), Type.Literal('into_debt')]),
  graceDays: Type.Integer({ minimum: 0, maximum: 365, description: 'days that points have when they come back from a return after their end' }),
  transfer: Type.Optional(Type.Union([Type.Null(), Type.Object({
    least: Amount, most: Amount, monthly: Type.String({ pattern: '^\\d{1,15}$', description: 'at most so many in a calendar month' })
  }, { additionalProperties: false })], { description: 'what a member may give to others, in the smallest unit; null or left out: nothing' }))
}, { additionalProperties: false })
export type CurrencyPolicy = Static<typeof CurrencyPolicy>

export const currencyName = '^[a-z][a-z0-9_]{0,29}$'
export const PolicyParameters = Type.Record(Type.String({ pattern: currencyName }), CurrencyPolicy)
export type PolicyParameters = Static<typeof PolicyParameters>
export const Policy = Type.Object({
  version: Type.Integer(), parameters: PolicyParameters, note: Type.String(), author: Type.String(), at: Instant,
  validFrom: Type.String({ format: 'date-time', description: 'in force from this instant on, until the next version is' }),
  withdrawnAt: Type.Union([Instant, Type.Null()]), withdrawnBy: Type.Union([Type.String(), Type.Null()])
})
export type Policy = Static<typeof Policy>
export const PolicyInForce = Type.Object({ ...Policy.properties, newest: Type.Integer({ description: 'the newest version that is not withdrawn; a change names it' }) })
export type PolicyInForce = Static<typeof PolicyInForce>
export const PolicyList = Type.Object({ inForce: Type.Integer(), newest: Type.Integer(), items: Type.Array(Policy) })
export const NewPolicy = Type.Object({
  parameters: PolicyParameters, note: Type.Optional(Type.String({ maxLength: 500 })), version: Type.Integer({ description: 'the newest version that was read' }),
  validFrom: Type.Optional(Type.String({ format: 'date-time', description: 'when it comes into force; now, where it is left out' }))
}, { additionalProperties: false })
export type NewPolicy = Static<typeof NewPolicy>
export const PolicyPlace = Type.Object({ version: Type.Integer({ minimum: 0, maximum: 1_000_000 }) })

const backdated = { at: Type.Optional(Instant) }
export const Command = Type.Union([
  Type.Object({
    do: Type.Literal('earn'), amount: Amount, ...backdated, source: Type.Optional(orderOf.source), number: Type.Optional(orderOf.number),
    maturesOn: Type.Optional(Type.Union([Day, Type.Null()], { description: 'first day on which they may be spent; null: at once; left out: as the policy says' })),
    expiresOn: Type.Optional(Type.Union([Day, Type.Null()], { description: 'last day on which they may be spent; null: never; left out: as the policy says' })),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'why, where a person gives them: it stands in the journal' }))
  }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('redeem'), amount: Amount, overdraw: Type.Optional(Type.Literal(true, { description: 'the goods are gone already (a till without network): what the balance lacks is owed' })), source: Type.Optional(orderOf.source), number: Type.Optional(orderOf.number) }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('hold'), amount: Amount, minutes: Type.Integer({ minimum: 1, maximum: 10_080 }), source: Type.Optional(orderOf.source), number: Type.Optional(orderOf.number) }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('capture'), holdId: Uuid, amount: Type.Optional(Amount) }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('release'), holdId: Uuid }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('reverse'), amount: Amount, ...backdated, ...orderOf }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('restore'), amount: Amount, ...orderOf }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('adjust'), amount: Signed, note: Type.String({ minLength: 1, maxLength: 500, description: 'why: it stands in the journal' }) }, { additionalProperties: false }),
  Type.Object({ do: Type.Literal('settle') }, { additionalProperties: false }),
  Type.Object({
    do: Type.Literal('open'), amount: Amount, earnedAt: Type.String({ format: 'date-time', description: 'when another programme gave it: it keeps its age' }),
    expiresOn: Type.Optional(Type.Union([Day, Type.Null()], { description: 'its last day; null: never; left out: as the policy has it from the day it was earned' })), ...orderOf
  }, { additionalProperties: false, description: 'points brought over from another programme' }),
  Type.Object({ do: Type.Literal('unopen'), ...orderOf }, { additionalProperties: false, description: 'undoes `open`, while nothing of it was used' })
])
export type Command = Static<typeof Command>

/** A command for one wallet. `receipt` is the second guard: a till that asks again with a new key books nothing twice. */
export const Order = Type.Object({
  customerId: Uuid,
  currency: Type.String({ pattern: currencyName }),
  command: Command,
  member: Type.Optional(Type.String({ format: 'uuid', description: 'who acts, where the wallet is shared' })),
  partner: Type.Optional(Type.String({ format: 'uuid', description: 'the partner that gives these points and pays for them, or takes them and is owed' })),
  once: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'what a member gets once in a life, such as welcome: over every record that was merged into theirs' })),
  receipt: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'programme, store, receipt, line and kind in one text' }))
}, { additionalProperties: false })
export type Order = Static<typeof Order>

export const BalanceShown = Type.Object({ pending: Amount, available: Amount, held: Amount, debt: Amount })
export const Booked = Type.Object({
  customerId: Uuid, currency: Type.String(), balance: BalanceShown, holdId: Type.Union([Uuid, Type.Null()]), uncovered: Amount,
  entries: Type.Integer({ description: 'how many entries were written' })
})
export type Booked = Static<typeof Booked>
export const OrdersBody = Type.Object({ orders: Type.Array(Order, { minItems: 1, maxItems: 1000 }), dryRun: Type.Optional(Type.Boolean({ description: 'answers what would be booked, and leaves nothing behind' })) }, { additionalProperties: false })
export const BookedList = Type.Object({ items: Type.Array(Booked) })

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const LotShown = Type.Object({
  lotId: Uuid, earned: Amount, pending: Amount, available: Amount, held: Amount, earnedAt: Instant,
  maturesOn: orNull(Day), expiresOn: orNull(Day), policyVersion: Type.Integer(), source: orNull(Type.String()), number: orNull(Type.String())
})
export const WalletQuery = Type.Object({ customer: Uuid }, { additionalProperties: false })
export const WalletList = Type.Object({ items: Type.Array(Type.Object({ currency: Type.String(), balance: BalanceShown, lots: Type.Array(LotShown) })) })
export type WalletList = Static<typeof WalletList>

export const StatementQuery = Type.Object({
  customer: Uuid, currency: Type.String({ pattern: currencyName }),
  at: Type.Optional(Type.String({ format: 'date-time', description: 'the balance as it counted at that instant' })),
  known: Type.Optional(Type.String({ format: 'date-time', description: 'the balance as the ledger knew it at that instant' })),
  after: Type.Optional(Type.String({ maxLength: 100 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type StatementQuery = Static<typeof StatementQuery>

const AccountName = Type.Union([
  Type.Literal('pending'), Type.Literal('available'), Type.Literal('held'), Type.Literal('debt'), Type.Literal('issued'), Type.Literal('redeemed'), Type.Literal('expired'), Type.Literal('adjusted'), Type.Literal('opening'), Type.Literal('moved'), Type.Literal('exchanged')
])
export const EntryShown = Type.Object({
  sequence: Type.String(), kind: Type.String(), from: AccountName, to: AccountName, amount: Amount, lotId: orNull(Uuid), holdId: orNull(Uuid), source: orNull(Type.String()), number: orNull(Type.String()),
  effectiveAt: Instant, insertedAt: Instant, policyVersion: Type.Integer(), actor: Type.String(), note: orNull(Type.String()),
  customerId: Type.String({ format: 'uuid', description: 'whose wallet: of a merged member too' }),
  memberId: orNull(Uuid), linkId: orNull(Uuid), rateId: orNull(Uuid), partnerId: orNull(Uuid)
})
export type EntryShown = Static<typeof EntryShown>
export const Statement = Type.Object({ balance: BalanceShown, items: Type.Array(EntryShown), next: orNull(Type.String()) })
export type Statement = Static<typeof Statement>
