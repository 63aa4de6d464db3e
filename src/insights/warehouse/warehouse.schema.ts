/** What crosses the wire about the warehouse: how full, how fresh, what the last refresh did. */
import { Type, type Static } from 'typebox'
import { Day } from '../definitions/definitions.schema.ts'

const Instant = Type.String({ format: 'date-time' })

export const WarehouseStatus = Type.Object({
  engine: Type.Union([Type.Literal('duckdb'), Type.Literal('postgres')]),
  state: Type.Union([Type.Literal('empty'), Type.Literal('ready'), Type.Literal('rebuilding'), Type.Literal('refreshing')]),
  customers: Type.Integer(),
  buyers: Type.Integer({ description: 'customers with at least one qualifying order' }),
  orders: Type.Integer(),
  lines: Type.Integer(),
  firstDay: Type.Union([Day, Type.Null()]),
  lastDay: Type.Union([Day, Type.Null()]),
  /** The day a page should ask for when nobody has chosen one. */
  suggestedAsOf: Day,
  refreshedAt: Type.Union([Instant, Type.Null()]),
  rebuiltAt: Type.Union([Instant, Type.Null()]),
  lastRefresh: Type.Union([Type.Null(), Type.Object({ orders: Type.Integer(), customers: Type.Integer(), milliseconds: Type.Integer() })]),
  categories: Type.Array(Type.String()),
  stores: Type.Array(Type.Object({ storeId: Type.String(), name: Type.String() }))
})
export type WarehouseStatus = Static<typeof WarehouseStatus>

/** Answer of POST /api/warehouse/refresh and /rebuild: the job that does it. */
export const WarehouseJob = Type.Object({ jobId: Type.String() })
export type WarehouseJob = Static<typeof WarehouseJob>
