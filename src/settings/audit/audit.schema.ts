/** What crosses the wire about who did what. */
import { Type, type Static } from 'typebox'

export const Entry = Type.Object({
  id: Type.String({ format: 'uuid' }),
  at: Type.String({ format: 'date-time' }),
  actorId: Type.String({ description: 'The id of a user, or `key:` and the id of a key, or `nobody`' }),
  actorName: Type.String(),
  role: Type.String(),
  deed: Type.String({ description: 'The right that was used (`imports.write`), or what happened (`access.signed_in`)' }),
  method: Type.Union([Type.String(), Type.Null()]),
  route: Type.Union([Type.String(), Type.Null()]),
  target: Type.String(),
  summary: Type.String(),
  detail: Type.Record(Type.String(), Type.Unknown()),
  address: Type.Union([Type.String(), Type.Null()])
})
export type Entry = Static<typeof Entry>

export const EntryQuery = Type.Object({
  actor: Type.Optional(Type.String({ maxLength: 100 })),
  deed: Type.Optional(Type.String({ maxLength: 60, description: 'A whole one (`access.signed_in`), or a capability (`access`)' })),
  from: Type.Optional(Type.String({ format: 'date', description: 'The first local day' })),
  to: Type.Optional(Type.String({ format: 'date', description: 'The last local day' })),
  after: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type EntryQuery = Static<typeof EntryQuery>

export const EntryFile = Type.Object({
  ...Type.Omit(EntryQuery, ['after', 'limit']).properties, format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')])
}, { additionalProperties: false })
export type EntryFile = Static<typeof EntryFile>

export const Entries = Type.Object({ items: Type.Array(Entry), next: Type.Union([Type.String(), Type.Null()]) })
export type Entries = Static<typeof Entries>

export const Actors = Type.Object({ items: Type.Array(Type.Object({ actorId: Type.String(), actorName: Type.String() })) })
export type Actors = Static<typeof Actors>
