/** What crosses the wire about the behavioural signs of satisfaction. */
import { Type, type Static } from 'typebox'
import { Day, Minor, Stamp } from '../definitions/definitions.schema.ts'
import { Missing } from './frequency.schema.ts'

const Value = Type.Object({
  value: Type.Number(), low: Type.Union([Type.Number(), Type.Null()]), high: Type.Union([Type.Number(), Type.Null()]), n: Type.Integer({ description: 'counted over' })
})

export const IndicatorId = Type.Union([
  Type.Literal('repeat'), Type.Literal('decide'), Type.Literal('price'), Type.Literal('retention'), Type.Literal('reputation'), Type.Literal('complaints'), Type.Literal('amount')
])
export type IndicatorId = Static<typeof IndicatorId>

export const Indicator = Type.Object({
  id: IndicatorId, unit: Type.Union([Type.Literal('share'), Type.Literal('money'), Type.Literal('days')]),
  /** Which way a content customer moves it. */
  better: Type.Union([Type.Literal('up'), Type.Literal('down')]),
  now: Type.Union([Type.Null(), Value]), before: Type.Union([Type.Null(), Value]),
  change: Type.Union([Type.Null(), Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number(), proven: Type.Boolean({ description: 'the interval does not cover zero' }) })]),
  missing: Missing
})
export type Indicator = Static<typeof Indicator>

export const Indicators = Type.Object({
  stamp: Stamp, periodDays: Type.Integer(), now: Type.Object({ from: Day, to: Day }), before: Type.Object({ from: Day, to: Day }), totalMinor: Minor, items: Type.Array(Indicator)
})
export type Indicators = Static<typeof Indicators>
