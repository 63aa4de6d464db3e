/** What crosses the wire about price and promotion. */
import { Type, type Static } from 'typebox'
import { Minor, Stamp } from '../definitions/definitions.schema.ts'
import { Interval, Missing } from './frequency.schema.ts'
import { Name } from './preference.schema.ts'

const Slope = Type.Object({
  slope: Type.Number({ description: 'd ln quantity ÷ d ln price: −1.5 means 1 % dearer, 1.5 % less' }), low: Type.Number(), high: Type.Number(), p: Type.Number(), n: Type.Integer(),
  products: Type.Integer(), weeks: Type.Integer(), proven: Type.Boolean({ description: 'the interval does not cover zero' })
})

const ProductSlope = Type.Object({
  product: Type.String(), name: Name, weeks: Type.Integer(), prices: Type.Integer({ description: 'different weekly prices' }), lowestMinor: Minor, highestMinor: Minor,
  slope: Type.Union([Type.Null(), Type.Number()]), low: Type.Union([Type.Null(), Type.Number()]), high: Type.Union([Type.Null(), Type.Number()]),
  q: Type.Union([Type.Null(), Type.Number({ description: 'p after Benjamini–Hochberg over the products' })])
})

/** 0 none, 1 to 4 by quarters of what is partly so, 5 all. */
export const Band = Type.Object({
  band: Type.Integer(), customers: Type.Integer(), share: Type.Number(), repeaters: Type.Integer({ description: 'of them with two orders or more' }), orders: Type.Integer(), moneyMinor: Minor, moneyShare: Type.Number()
})
const Quartiles = Type.Array(Type.Union([Type.Number(), Type.Null()]), { minItems: 3, maxItems: 3 })
export const Bargains = Type.Object({ customers: Type.Integer({ description: 'customers with a line whose usual price is known' }), unknown: Type.Integer({ description: 'customers without' }), bands: Type.Array(Band), quartiles: Quartiles })

export const Price = Type.Object({
  stamp: Stamp, missing: Missing,
  pooled: Type.Union([Type.Null(), Slope]), withWeeks: Type.Union([Type.Null(), Slope]),
  missingSlope: Missing,
  products: Type.Array(ProductSlope), looked: Type.Integer({ description: 'products looked at' }), estimated: Type.Integer(), proven: Type.Integer({ description: 'with q at most the false discovery rate' }),
  knownShare: Type.Number({ description: 'share of the money with a known usual price' }),
  belowShare: Type.Number({ description: 'share of the units bought below the usual price' }),
  bargains: Bargains
})
export type Price = Static<typeof Price>

export const Promotion = Type.Object({
  stamp: Stamp, missing: Missing, knownShare: Type.Number(),
  orders: Interval, moneyShare: Type.Number({ description: 'share of the money with a known usual price that was spent on promotion' }), promotedMinor: Minor,
  /** Of the customers with two orders or more: all of their money on promotion. */
  only: Interval,
  bargains: Bargains,
  products: Type.Array(Type.Object({
    product: Type.String(), name: Name, customers: Type.Integer(), units: Type.Number(), belowShare: Type.Union([Type.Number(), Type.Null()]), promotedMinor: Minor, moneyMinor: Minor,
    promotedShare: Type.Number(), usualMinor: Type.Union([Minor, Type.Null()])
  }))
})
export type Promotion = Static<typeof Promotion>
