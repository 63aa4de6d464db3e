/** What crosses the wire about the habits of one customer. */
import { Type, type Static } from 'typebox'
import { Day, Minor, Stamp } from '../definitions/definitions.schema.ts'
import { Missing } from './frequency.schema.ts'
import { Name } from './preference.schema.ts'

export const HabitsQuery = Type.Object({ customer: Type.String({ format: 'uuid' }), asOf: Type.Optional(Day) }, { additionalProperties: false })

const Like = Type.Object({ key: Type.String(), name: Name, orders: Type.Integer(), share: Type.Number({ description: 'of the customer’s money' }) })
const known = (what: string) => Type.Union([Type.Number({ description: what }), Type.Null()])

/** Of all time up to the day. */
export const Habits = Type.Object({
  stamp: Stamp, missing: Missing, orders: Type.Integer(), usualGapDays: Type.Union([Type.Integer(), Type.Null()]),
  usualItems: known('different products in the median order'), usualOrderMinor: Type.Union([Minor, Type.Null()]),
  categories: Type.Array(Like), products: Type.Array(Like),
  promotionShare: known('of the money with a known usual price, the part spent on promotion'), belowShare: known('of the units with a known usual price, the part bought below it')
})
export type Habits = Static<typeof Habits>
