/** What crosses the wire about the business. */
import { Type, type Static } from 'typebox'

export const Business = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' }),
  zone: Type.String({ minLength: 1, maxLength: 60, description: 'IANA time zone; local days are days of this zone' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  synthetic: Type.Boolean({ description: 'The data is the made-up sample' }),
  settled: Type.Boolean({ description: 'Orders are recorded, so zone and currency can no longer change' }),
  version: Type.Integer({ minimum: 0, description: 'Give back the version that you read: a change by somebody else in between is refused, not overwritten' })
}, { additionalProperties: false })
export type Business = Static<typeof Business>

export const BusinessChange = Type.Omit(Business, ['synthetic', 'settled'], { additionalProperties: false })
export type BusinessChange = Static<typeof BusinessChange>

export const Store = Type.Object({
  storeId: Type.String({ format: 'uuid' }),
  code: Type.String({ minLength: 1, maxLength: 60 }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  region: Type.Union([Type.String({ maxLength: 60 }), Type.Null()])
}, { additionalProperties: false })
export type Store = Static<typeof Store>

export const StoreChange = Type.Omit(Store, ['storeId'], { additionalProperties: false })
export type StoreChange = Static<typeof StoreChange>

export const Stores = Type.Object({ items: Type.Array(Store) })
export type Stores = Static<typeof Stores>
