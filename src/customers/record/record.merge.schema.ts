/** What crosses the wire about merging and erasing. */
import { Type, type Static } from 'typebox'
import { Customer } from './record.schema.ts'

const Uuid = Type.String({ format: 'uuid' })
const orNull = Type.Union([Type.String(), Type.Null()])

export const MergeQuery = Type.Object({ survivor: Uuid, merged: Uuid }, { additionalProperties: false })
export const MergeBody = Type.Object({ mergedId: Type.String({ format: 'uuid', description: 'the record that joins this one' }) }, { additionalProperties: false })
export const MergePlace = Type.Object({ mergeId: Uuid })
export const MergePreview = Type.Object({
  survivor: Customer, merged: Customer,
  fills: Type.Array(Type.String(), { description: 'fields that the survivor lacks and gets; own fields as custom.KEY' }),
  clashes: Type.Array(Type.String(), { description: 'fields that both have and that differ: the survivor’s stays' }),
  keys: Type.Integer({ description: 'phones, cards and ids that lead to the survivor from then on' })
})
export type MergePreview = Static<typeof MergePreview>
export const Merge = Type.Object({
  mergeId: Uuid, survivorId: Uuid, mergedId: Uuid, filled: Type.Array(Type.String()), actor: Type.String(), at: Type.String(), undoUntil: Type.String(), undoneBy: orNull, undoneAt: orNull, canUndo: Type.Boolean()
})
export type Merge = Static<typeof Merge>
export const MergeList = Type.Object({ items: Type.Array(Type.Object({ ...Merge.properties, mergedName: orNull })) })
export type MergeList = Static<typeof MergeList>

export const ErasePreview = Type.Object({
  customerId: Uuid, records: Type.Integer({ description: 'this one and those merged into it' }), fields: Type.Array(Type.String(), { description: 'what is there and goes' }),
  keys: Type.Integer(), answers: Type.Integer({ description: 'stored answers to requests that show the record' }), version: Type.Integer()
})
export type ErasePreview = Static<typeof ErasePreview>
export const EraseBody = Type.Object({
  version: Type.Integer({ description: 'the version of the record that the preview showed' }),
  reason: Type.String({ minLength: 1, maxLength: 200, description: 'on whose request: it stands on the log; no personal data' })
}, { additionalProperties: false })
export const Erased = Type.Object({ customerId: Uuid, erasedAt: Type.String(), keys: Type.Integer(), answers: Type.Integer() })
export type Erased = Static<typeof Erased>
