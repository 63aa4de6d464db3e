/** What crosses the wire about what points owe. Points and money are strings of digits; money in ten-thousandths. */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Instant = Type.String({ format: 'date-time' })
const Points = Type.String({ pattern: '^-?\\d{1,19}$', description: 'points, a string of digits' })
const Minor = Type.String({ pattern: '^-?\\d{1,19}$', description: 'money in ten-thousandths, a string of digits' })
const Currency = Type.String({ pattern: '^[a-z][a-z0-9_]{0,29}$' })
const Sentence = Type.Object({ zh: Type.String(), en: Type.String() })

export const ByTime = Type.Union([Type.Literal('effective'), Type.Literal('known')], { description: 'effective: as it counted on that day, whenever it was booked; known: as the books had it on that day' })
export type ByTime = Static<typeof ByTime>

/** How a currency is priced: 1,000 points are worth `perThousandMinor` to a member; `costPermille` of that is what it costs us; `usePermille` is the share booked as going to be used. */
export const CurrencyPrice = Type.Object({
  perThousandMinor: Type.String({ pattern: '^\\d{1,12}$', description: 'what 1,000 points are worth to a member, in ten-thousandths' }),
  costPermille: Type.Integer({ minimum: 0, maximum: 1000, description: '1000: a point costs what it is worth; 600: rewards cost us 60 % of it' }),
  usePermille: Type.Integer({ minimum: 0, maximum: 1000, description: '1000: every point is booked in full; less: breakage is taken off' })
}, { additionalProperties: false })
export type CurrencyPrice = Static<typeof CurrencyPrice>
export const PriceParameters = Type.Record(Currency, CurrencyPrice)
export type PriceParameters = Static<typeof PriceParameters>
export const Price = Type.Object({ version: Type.Integer(), parameters: PriceParameters, validFrom: orNull(Day), note: Type.String(), author: Type.String(), at: orNull(Instant) })
export type Price = Static<typeof Price>
export const NewPrice = Type.Object({
  version: Type.Integer({ minimum: 0, description: 'the version that was read; 0 before the first' }), parameters: PriceParameters, validFrom: Day, note: Type.Optional(Type.String({ maxLength: 500 }))
}, { additionalProperties: false })
export type NewPrice = Static<typeof NewPrice>
export const PriceList = Type.Object({ current: Price, items: Type.Array(Price) })
export type PriceList = Static<typeof PriceList>

export const LiabilityQuery = Type.Object({ asOf: Type.Optional(Day), by: Type.Optional(ByTime) }, { additionalProperties: false })
export type LiabilityQuery = Static<typeof LiabilityQuery>

const Interval = Type.Object({ expectedMinor: Minor, lowMinor: Minor, highMinor: Minor })
const CurvePoint = Type.Object({ age: Type.Integer(), atRisk: Type.Number(), survival: Type.Number(), low: Type.Number(), high: Type.Number(), used: Type.Number(), lapsed: Type.Number() })
const Life = Type.Object({
  asOf: Day, version: Type.Integer(), members: Type.Integer(), spenders: Type.Integer(), days: Type.Integer(), since: Type.Integer(), until: Type.Integer(),
  missing: Type.Array(Sentence, { description: 'what the data gate misses; nothing is estimated then' }),
  used: orNull(Type.Object({
    share: Type.Number({ description: 'of the points held on that day, expected to be used before their end' }), low: Type.Number(), high: Type.Number(),
    beyond: Type.Number({ description: 'share that lives on beyond what was ever watched: nothing is known of it' })
  })),
  curve: Type.Array(CurvePoint)
})

export const LiabilityOf = Type.Object({
  currency: Type.String(), spendable: Type.Boolean(),
  pending: Points, available: Points, held: Points, debt: Points,
  outstanding: Points, ended: Type.String({ pattern: '^-?\\d{1,19}$', description: 'past its last day and not booked as ended yet; not owed' }),
  members: orNull(Type.Integer({ description: 'with a balance above zero; known for today only' })),
  ages: Type.Array(Type.Object({ from: Type.Integer(), to: orNull(Type.Integer()), points: Points, usedShare: orNull(Type.Number()) })),
  months: Type.Array(Type.Object({ month: Type.String(), points: Points })),
  days: Type.Array(Type.Object({ day: Day, points: Points })),
  never: Points,
  next30: Points,
  life: orNull(Life),
  price: orNull(Type.Object({ version: Type.Integer(), validFrom: Day, ...CurrencyPrice.properties })),
  money: orNull(Type.Object({ faceMinor: Minor, costMinor: Minor, bookedMinor: Minor, debtMinor: Minor, expected: orNull(Interval) }))
})
export type LiabilityOf = Static<typeof LiabilityOf>

export const Liability = Type.Object({
  asOf: Day, today: Day, by: ByTime, zone: Type.String(), money: Type.String({ description: 'the business’s currency' }),
  summedAt: orNull(Instant), isSumming: Type.Boolean(), jobId: orNull(Type.String()), currencies: Type.Array(LiabilityOf)
})
export type Liability = Static<typeof Liability>

export const BooksQuery = Type.Object({ asOf: Type.Optional(Day), by: Type.Optional(ByTime), currency: Type.Optional(Currency), format: Type.Optional(Type.Union([Type.Literal('csv'), Type.Literal('xlsx')])) }, { additionalProperties: false })
export type BooksQuery = Static<typeof BooksQuery>
const Standing = Type.Object({ points: Points, debt: Points, pointsMinor: Minor, debtMinor: Minor })
export const BookMonth = Type.Object({
  month: Type.String(), currency: Type.String(), opening: Standing, closing: Standing,
  moved: Type.Array(Type.Object({ debit: Type.String(), credit: Type.String(), points: Points, entries: Type.Integer(), amountMinor: Minor }))
})
export type BookMonth = Static<typeof BookMonth>
export const Books = Type.Object({ items: Type.Array(BookMonth) })
export type Books = Static<typeof Books>

export const HoldersQuery = Type.Object({
  currency: Currency, order: Type.Optional(Type.Union([Type.Literal('balance'), Type.Literal('ending')])), withinDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
  after: Type.Optional(Type.String({ maxLength: 100 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type HoldersQuery = Static<typeof HoldersQuery>
export const HoldersFileQuery = Type.Object({ ...HoldersQuery.properties, format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }, { additionalProperties: false })
export const Holder = Type.Object({ customerId: Type.String({ format: 'uuid' }), name: orNull(Type.String()), outstanding: Points, debt: Points, ending: Points, firstEnd: orNull(Day) })
export type Holder = Static<typeof Holder>
export const Holders = Type.Object({ items: Type.Array(Holder), next: orNull(Type.String()) })
export type Holders = Static<typeof Holders>
export const RefreshBody = Type.Object({ rebuild: Type.Optional(Type.Boolean({ description: 'throw the daily sums away and make them again from the journal' })) }, { additionalProperties: false })
export const Begun = Type.Object({ jobId: Type.String() })
