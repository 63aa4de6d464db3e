/** What crosses the wire about imports. */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Sentence = Type.Object({ zh: Type.String(), en: Type.String() })
const Column = Type.Integer({ minimum: 0, maximum: 1_000 })

export const Columns = Type.Partial(Type.Object({
  number: Column, time: Column, clock: Column, phone: Column, email: Column, openid: Column, unionid: Column, card: Column, marketplace: Column, customer: Column, name: Column,
  product: Column, productName: Column, category: Column, quantity: Column, unitPrice: Column, amount: Column, total: Column, discount: Column, refunded: Column,
  unitCost: Column, cost: Column, store: Column, channel: Column, currency: Column, status: Column, kind: Column, undoes: Column, country: Column, region: Column
}), { additionalProperties: false })

export const MappingSchema = Type.Object({
  preset: orNull(Type.String({ maxLength: 40 })),
  source: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$', description: 'Whose numbers these are: one number of one source is one order' }),
  columns: Columns,
  dateOrder: orNull(Type.Union([Type.Literal('dmy'), Type.Literal('mdy')])),
  decimal: orNull(Type.Union([Type.Literal('.'), Type.Literal(',')])),
  cancels: orNull(Type.String({ minLength: 1, maxLength: 10 }))
}, { additionalProperties: false })

export const MappingChange = Type.Object({ mapping: MappingSchema }, { additionalProperties: false })
export type MappingChange = Static<typeof MappingChange>

export const CountsSchema = Type.Object({
  rows: Type.Integer(), orders: Type.Integer(), lines: Type.Integer(),
  known: Type.Integer({ description: 'Orders that were there already with the same content' }),
  conflicts: Type.Integer({ description: 'Orders that are known with another content; rejected' }),
  customers: Type.Integer({ description: 'New customers' }), rejected: Type.Integer({ description: 'Rows' }),
  rejectedBy: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer(), sentence: Sentence })),
  notes: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer(), sentence: Sentence }))
})
export type CountsSchema = Static<typeof CountsSchema>

export const PreviewRow = Type.Object({
  line: Type.Integer(),
  cells: Type.Array(Type.String()),
  understood: orNull(Type.Object({
    number: orNull(Type.String()), at: Type.String({ format: 'date-time' }), day: Type.String(),
    customer: Type.Array(Type.Object({ kind: Type.String(), value: Type.String() })), name: orNull(Type.String()),
    product: orNull(Type.String()), category: orNull(Type.String()), quantity: Type.String(), amountMinor: orNull(Type.String()), totalMinor: orNull(Type.String()),
    currency: Type.String(), phase: Type.String(), store: orNull(Type.String()), channel: orNull(Type.String())
  })),
  fault: orNull(Type.Object({ code: Type.String(), sentence: Sentence, values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) }))
})
export type PreviewRow = Static<typeof PreviewRow>

export const ImportState = Type.Union([
  Type.Literal('uploaded'), Type.Literal('checking'), Type.Literal('checked'), Type.Literal('waiting'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('cancelled')
])
export type ImportState = Static<typeof ImportState>

export const ImportSummary = Type.Object({
  id: Type.String({ format: 'uuid' }), fileName: Type.String(), bytes: Type.Number(), state: ImportState, rows: orNull(Type.Integer()),
  trial: orNull(CountsSchema), result: orNull(CountsSchema),
  written: Type.Object({ orders: Type.Integer(), lines: Type.Integer(), customers: Type.Integer() }, { description: 'What is in the record by now' }),
  runId: orNull(Type.String({ format: 'uuid', description: 'The run to watch under /api/jobs' })),
  problem: orNull(Type.Object({ code: Type.String(), sentence: Sentence })),
  createdAt: Type.String({ format: 'date-time' }), endedAt: orNull(Type.String({ format: 'date-time' }))
})
export type ImportSummary = Static<typeof ImportSummary>

export const ImportDetail = Type.Object({
  ...ImportSummary.properties,
  layout: Type.Object({ kind: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]), encoding: Type.String(), delimiter: Type.String(), headerLine: Type.Integer(), headers: Type.Array(Type.String()) }),
  mapping: MappingSchema,
  gaps: Type.Array(Type.Union([Type.Literal('time'), Type.Literal('amount')])),
  preview: Type.Array(PreviewRow)
})
export type ImportDetail = Static<typeof ImportDetail>

export const ImportList = Type.Object({ items: Type.Array(ImportSummary), next: orNull(Type.String()) })
export type ImportList = Static<typeof ImportList>
export const ImportId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const ImportQuery = Type.Object({ after: Type.Optional(Type.String({ format: 'uuid' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false })
