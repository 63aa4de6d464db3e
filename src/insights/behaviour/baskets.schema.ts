/** What crosses the wire about what is bought in one order. */
import { Type, type Static } from 'typebox'
import { Minor, Stamp } from '../definitions/definitions.schema.ts'
import { Interval, Missing } from './frequency.schema.ts'
import { KeyOf, Name } from './preference.schema.ts'

const Side = Type.Object({ key: Type.String(), name: Name, orders: Type.Integer() })

const Pair = Type.Object({
  a: Side, b: Side, both: Type.Integer({ description: 'orders with both' }), customers: Type.Integer(), support: Type.Number(),
  aThenB: Type.Number({ description: 'of the orders with a, the share that has b too' }), bThenA: Type.Number(), lift: Type.Number(),
  logLikelihoodRatio: Type.Number({ description: 'Dunning 1993' }), p: Type.Number({ description: 'Fisher, exact, two-sided' }),
  q: Type.Number({ description: 'p after Benjamini–Hochberg over all pairs that could have been tested' })
})

export const Baskets = Type.Object({
  stamp: Stamp, by: KeyOf, missing: Missing, orders: Type.Integer(),
  sizes: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Union([Type.Integer(), Type.Null()]), orders: Type.Integer(), share: Type.Number(), moneyMinor: Minor })),
  medianItems: Type.Number(), single: Interval,
  tested: Type.Object({
    keys: Type.Integer(), possible: Type.Integer({ description: 'pairs of these' }), enough: Type.Integer({ description: 'of them in enough orders to be tested' }),
    together: Type.Integer({ description: 'found together more often than chance' }), leastOrders: Type.Integer(), falseDiscovery: Type.Number()
  }),
  pairs: Type.Array(Pair)
})
export type Baskets = Static<typeof Baskets>
