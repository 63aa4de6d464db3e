/** What crosses the wire about how long customers take to decide. */
import { Type, type Static } from 'typebox'
import { Stamp } from '../definitions/definitions.schema.ts'
import { Missing } from './frequency.schema.ts'

const Wait = Type.Object({
  missing: Missing,
  people: Type.Integer(), ended: Type.Integer(), open: Type.Integer(), atOnce: Type.Integer({ description: 'on the same day' }), before: Type.Integer({ description: 'ordered before they were registered: left out' }),
  horizonDays: Type.Integer(),
  quartiles: Type.Array(Type.Union([Type.Integer(), Type.Null()]), { minItems: 3, maxItems: 3, description: 'Kaplan–Meier, open ones censored; null beyond the horizon' }),
  curve: Type.Array(Type.Number())
})

export const Timing = Type.Object({
  stamp: Stamp,
  contact: Type.Object({
    missing: Missing, contacts: Type.Integer({ description: 'looks, visits and inquiries in the log' }), orders: Type.Integer({ description: 'orders that one went before' }),
    quartiles: Type.Array(Type.Union([Type.Number(), Type.Null()]), { minItems: 3, maxItems: 3 }), withinDays: Type.Integer()
  }),
  registration: Wait, second: Wait
})
export type Timing = Static<typeof Timing>
