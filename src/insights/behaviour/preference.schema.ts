/** What crosses the wire about what customers prefer. */
import { Type, type Static } from 'typebox'
import { Minor, Stamp } from '../definitions/definitions.schema.ts'
import { Interval, Missing } from './frequency.schema.ts'

export const KeyOf = Type.Union([Type.Literal('product'), Type.Literal('category')])
export const Name = Type.Union([Type.String(), Type.Null()], { description: 'what the product was called when it was sold last; null where no name is known' })

const Preferred = Type.Object({
  key: Type.String(), name: Name, customers: Type.Integer(), orders: Type.Integer(), quantity: Type.Number(), moneyMinor: Minor, moneyShare: Type.Number(),
  repeat: Interval,
  walletShare: Type.Number({ description: 'of all that its buyers spent, the part that went to it' })
})

const Entry = Type.Object({
  category: Type.String(), customers: Type.Integer(), share: Type.Number(), back: Interval,
  next: Type.Array(Type.Object({ category: Type.Union([Type.String(), Type.Null()]), customers: Type.Integer(), share: Type.Number() }))
})

export const Preference = Type.Object({
  stamp: Stamp, by: KeyOf, missing: Missing,
  customers: Type.Integer(), orders: Type.Integer(), lines: Type.Integer(), keys: Type.Integer(), moneyMinor: Minor,
  keyedShare: Type.Number({ description: 'share of the money on lines that name their product or category' }),
  items: Type.Array(Preferred),
  favourite: Type.Object({
    customers: Type.Integer(), quartiles: Type.Array(Type.Union([Type.Number(), Type.Null()]), { minItems: 3, maxItems: 3 }),
    single: Interval, half: Interval, most: Interval
  }),
  entries: Type.Array(Entry)
})
export type Preference = Static<typeof Preference>
export type KeyOf = Static<typeof KeyOf>
