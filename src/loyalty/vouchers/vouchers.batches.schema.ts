/** What crosses the wire about batches. */
import { Type, type Static } from 'typebox'
import { Instant, orNull, Uuid } from './vouchers.schema.ts'

const Saying = Type.Object({ zh: Type.String(), en: Type.String() })
const name = Type.String({ minLength: 1, maxLength: 100 })

export const Generating = Type.Object({ templateId: Uuid, count: Type.Integer({ minimum: 1, maximum: 2_000_000 }), name }, { additionalProperties: false })
export const Listing = Type.Object({ templateId: Uuid, name, text: Type.String({ minLength: 1, maxLength: 1_000_000, description: 'a phone, card or customer id a line' }) }, { additionalProperties: false })
export const FileQuery = Type.Object({ template: Uuid, kind: Type.Union([Type.Literal('imported'), Type.Literal('listed')]), name }, { additionalProperties: false })
export const BatchQuery = Type.Object({ template: Type.Optional(Uuid), after: Type.Optional(Uuid), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false })
export type BatchQuery = Static<typeof BatchQuery>
export const BatchId = Type.Object({ id: Uuid })

export const Batch = Type.Object({
  batchId: Uuid, templateId: Uuid, nameZh: Type.String(), nameEn: Type.String(), kind: Type.Union([Type.Literal('generated'), Type.Literal('imported'), Type.Literal('listed')]), name: Type.String(),
  wanted: orNull(Type.Integer()), made: Type.Integer(), known: Type.Integer({ description: 'were there already, or stood in the file twice' }), refused: Type.Integer(),
  lines: Type.Array(Type.Object({ line: Type.Integer(), why: Saying }), { description: 'the first refused lines' }), runId: orNull(Type.String()),
  state: Type.Union([Type.Literal('queued'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('cancelled')]), problem: orNull(Saying), createdAt: Instant, endedAt: orNull(Instant)
})
export type Batch = Static<typeof Batch>
export const BatchList = Type.Object({ items: Type.Array(Batch), next: orNull(Type.String()) })
export type BatchList = Static<typeof BatchList>
