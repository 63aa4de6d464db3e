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

const country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a local day, YYYY-MM-DD' })

export const Holiday = Type.Object({
  country, day,
  kind: Type.Union([Type.Literal('off'), Type.Literal('work')], { description: 'off: a public holiday · work: a weekend day worked to make up for one (调休)' }),
  festival: Type.String({ pattern: '^[a-z0-9_]{1,40}$', description: 'the name under which it comes again every year, such as spring_festival' }),
  nameZh: Type.String({ minLength: 1, maxLength: 60 }),
  nameEn: Type.String({ minLength: 1, maxLength: 60 }),
  source: Type.String({ maxLength: 120, description: 'the notice it was ordered by' })
}, { additionalProperties: false })
export type Holiday = Static<typeof Holiday>

/** Holidays of the business's own country: the wire leaves the country out. */
export const HolidayChange = Type.Omit(Holiday, ['country'], { additionalProperties: false })
export type HolidayChange = Static<typeof HolidayChange>

export const HolidayDay = Type.Object({ day })

export const HolidayQuery = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })) }, { additionalProperties: false })

export const Holidays = Type.Object({ country, items: Type.Array(Holiday), years: Type.Array(Type.Integer(), { description: 'the years that have any' }) })
export type Holidays = Static<typeof Holidays>
