/** What crosses the wire about how often and when customers buy. */
import { Type, type Static } from 'typebox'
import { Bilingual, Day, Minor, Stamp } from '../definitions/definitions.schema.ts'

export const Interval = Type.Object({ count: Type.Integer(), of: Type.Integer(), rate: Type.Number(), low: Type.Number(), high: Type.Number() }, { description: 'a share with its 95 % interval (Wilson)' })
export const Missing = Type.Union([Bilingual, Type.Null()], { description: 'why nothing is said here, and what is missing; null where it is said' })

const Band = Type.Object({
  from: Type.Integer(), to: Type.Union([Type.Integer(), Type.Null()]), customers: Type.Integer(), share: Type.Number(), orders: Type.Integer(), moneyMinor: Minor, moneyShare: Type.Number()
})

const Gaps = Type.Object({
  ended: Type.Integer({ description: 'gaps between two visits' }),
  open: Type.Integer({ description: 'last visits that nobody has come back from yet' }),
  horizonDays: Type.Integer(),
  /** The day by which a quarter, a half, three quarters of all visits were followed by another (Kaplan–Meier, open gaps censored); null where that is beyond the horizon. */
  quartiles: Type.Array(Type.Union([Type.Integer(), Type.Null()]), { minItems: 3, maxItems: 3 }),
  /** Of the gaps that have ended alone: too short, since the long ones are still open. */
  endedQuartiles: Type.Array(Type.Union([Type.Number(), Type.Null()]), { minItems: 3, maxItems: 3 }),
  within: Type.Array(Type.Object({ days: Type.Integer(), share: Type.Number() })),
  curve: Type.Array(Type.Number(), { description: 'share of visits followed by another within so many days, from day 0' })
})

export const Frequency = Type.Object({
  stamp: Stamp,
  fromDay: Type.Union([Day, Type.Null()]),
  channels: Type.Array(Type.String()),
  customers: Type.Integer(),
  orders: Type.Integer(),
  moneyMinor: Minor,
  missing: Missing,
  each: Type.Object({
    quartiles: Type.Array(Type.Number(), { minItems: 3, maxItems: 3 }), mean: Type.Number(), once: Interval, bands: Type.Array(Band)
  }),
  gaps: Gaps,
  weekdays: Type.Array(Type.Object({ weekday: Type.Integer(), orders: Type.Integer(), share: Type.Number(), moneyMinor: Minor })),
  /** Null where the data knows days and no hours. */
  hours: Type.Union([Type.Null(), Type.Array(Type.Object({ weekday: Type.Integer(), hour: Type.Integer(), orders: Type.Integer() }))]),
  /** Orders a day in this month of the year against the average day: 1 is average. */
  months: Type.Array(Type.Object({ month: Type.Integer(), index: Type.Number(), orders: Type.Integer(), days: Type.Integer() })),
  monthsSpanDays: Type.Integer(),
  favourite: Type.Union([Type.Null(), Type.Object({ category: Type.String(), customers: Type.Integer(), share: Type.Number() })])
})
export type Frequency = Static<typeof Frequency>
