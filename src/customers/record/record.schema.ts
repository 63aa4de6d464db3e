/** What crosses the wire about customers. */
import { Type, type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const text = (maxLength: number) => orNull(Type.String({ maxLength }))

export const CustomerKind = Type.Union([Type.Literal('consumer'), Type.Literal('intermediary'), Type.Literal('internal'), Type.Literal('public_interest')])
export type CustomerKind = Static<typeof CustomerKind>

export const KeyKind = Type.Union([Type.Literal('phone'), Type.Literal('unionid'), Type.Literal('openid'), Type.Literal('card'), Type.Literal('email'), Type.Literal('marketplace'), Type.Literal('number')])

export const KeyInput = Type.Object({ kind: KeyKind, value: Type.String({ minLength: 1, maxLength: 300 }) }, { additionalProperties: false })
export type KeyInput = Static<typeof KeyInput>

export const Birthday = Type.Object({
  calendar: Type.Union([Type.Literal('solar'), Type.Literal('lunar')]),
  year: orNull(Type.Integer()),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  day: Type.Integer({ minimum: 1, maximum: 31 }),
  leap: Type.Boolean()
}, { additionalProperties: false })

const CustomValues = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]))

const basics = {
  kind: CustomerKind,
  name: text(100),
  gender: orNull(Type.Union([Type.Literal('female'), Type.Literal('male'), Type.Literal('other')])),
  birthday: orNull(Birthday),
  occupation: text(60),
  industry: text(60),
  region: orNull(Type.String({ maxLength: 60, description: 'Six-digit division code in China; free text elsewhere' })),
  country: orNull(Type.String({ maxLength: 60, description: 'ISO 3166-1 alpha-2 where known' })),
  address: text(300),
  custom: CustomValues
}

export const CustomerInput = Type.Partial(Type.Object({
  ...basics,
  source: Type.String({ minLength: 1, maxLength: 60 }),
  keys: Type.Array(KeyInput, { maxItems: 50 }),
  onMatch: Type.Union([Type.Literal('refuse'), Type.Literal('join')], { description: 'When a key belongs to somebody already: refuse (default), or join: give that customer the new keys and what the record lacks' })
}), { additionalProperties: false })
export type CustomerInput = Static<typeof CustomerInput>

export const CustomerChange = Type.Object({
  ...Type.Partial(Type.Object(basics)).properties,
  version: Type.Integer({ minimum: 1, description: 'The version that you read: a change by somebody else in between is refused with both values' }),
  addKeys: Type.Optional(Type.Array(KeyInput, { maxItems: 50 })),
  removeKeys: Type.Optional(Type.Array(KeyInput, { maxItems: 50 }))
}, { additionalProperties: false })
export type CustomerChange = Static<typeof CustomerChange>

export const Customer = Type.Object({
  customerId: Type.String(),
  ...basics,
  birthdayWords: orNull(Words),
  nextBirthday: orNull(Type.String()),
  regionName: orNull(Type.String()),
  keys: Type.Array(Type.Object({ kind: KeyKind, value: Type.String(), source: Type.String(), masked: Type.Boolean() })),
  traits: Type.Array(Type.Object({ key: Type.String(), value: Type.Unknown(), source: Type.String(), at: Type.String() })),
  source: Type.String(),
  version: Type.Integer(),
  createdAt: Type.String(),
  updatedAt: Type.String(),
  erasedAt: orNull(Type.String())
})
export type Customer = Static<typeof Customer>

export const CustomerFilter = Type.Object({
  kind: Type.Optional(CustomerKind),
  region: Type.Optional(Type.String({ maxLength: 60, description: 'A division code: everybody inside it' })),
  source: Type.Optional(Type.String({ maxLength: 60 })),
  trait: Type.Optional(Type.String({ pattern: '^[a-z_.]+:.{1,60}$', description: 'key:value of what other rooms learned, such as lifecycle.state:at_risk' }))
}, { additionalProperties: false })
export type CustomerFilter = Static<typeof CustomerFilter>

export const CustomerQuery = Type.Object({
  ...CustomerFilter.properties,
  after: Type.Optional(Type.String({ format: 'uuid' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type CustomerQuery = Static<typeof CustomerQuery>

export const CustomerRow = Type.Object({
  customerId: Type.String(),
  kind: CustomerKind,
  name: orNull(Type.String()),
  gender: basics.gender,
  region: orNull(Type.String()),
  regionName: orNull(Type.String()),
  phone: orNull(Type.String()),
  keyCount: Type.Integer(),
  source: Type.String(),
  createdAt: Type.String(),
  traits: Type.Record(Type.String(), Type.Unknown())
})
export type CustomerRow = Static<typeof CustomerRow>
export const CustomerPage = Type.Object({ items: Type.Array(CustomerRow), next: orNull(Type.String()) })
export type CustomerPage = Static<typeof CustomerPage>

export const Found = Type.Object({
  customerId: Type.String(), name: orNull(Type.String()), kind: CustomerKind, regionName: orNull(Type.String()), phone: orNull(Type.String()),
  by: Type.Union([Type.Literal('name'), Type.Literal('pinyin'), Type.Literal('initials'), KeyKind])
})
export type Found = Static<typeof Found>
export const FoundList = Type.Object({ items: Type.Array(Found) })

export const Summary = Type.Object({
  total: Type.Integer(), byKind: Type.Record(Type.String(), Type.Integer()), newIn30Days: Type.Integer()
})
export type Summary = Static<typeof Summary>

export const Field = Type.Object({
  key: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
  label: Type.Object({ zh: Type.String({ minLength: 1, maxLength: 40 }), en: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
  type: Type.Union([Type.Literal('text'), Type.Literal('number'), Type.Literal('date'), Type.Literal('boolean'), Type.Literal('choice')]),
  choices: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 100 }),
  position: Type.Integer({ minimum: 0, maximum: 10_000 }),
  version: Type.Integer({ minimum: 0, description: '0 for a new field' })
}, { additionalProperties: false })
export type Field = Static<typeof Field>
export const FieldList = Type.Object({ items: Type.Array(Field) })

const division = { code: Type.String({ description: 'the division code, GB/T 2260' }), name: Type.String() }
/** A province with its cities and their districts. */
export const RegionNode = Type.Object({ ...division, children: Type.Array(Type.Object({ ...division, children: Type.Array(Type.Object(division)) })) })
