import { Type, type Static } from 'typebox'

export const TimelineGroup = Type.Union([Type.Literal('purchases'), Type.Literal('points'), Type.Literal('record')])

export type TimelineGroup = Static<typeof TimelineGroup>

export const TimelineQuery = Type.Object({
  customer: Type.String({ format: 'uuid' }),
  group: Type.Optional(TimelineGroup),
  after: Type.Optional(Type.String({ maxLength: 100 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })

export const TimelineItem = Type.Object({
  id: Type.String(),
  at: Type.String({ format: 'date-time' }),
  group: TimelineGroup,
  kind: Type.String(),
  sentence: Type.Object({ zh: Type.String(), en: Type.String() }),
  values: Type.Record(Type.String(), Type.Unknown()),
  source: Type.String(),
  actor: Type.String()
})
export type TimelineItem = Static<typeof TimelineItem>

export const TimelinePage = Type.Object({ items: Type.Array(TimelineItem), next: Type.Union([Type.String(), Type.Null()]) })
export type TimelinePage = Static<typeof TimelinePage>
