/** From what was sent to what is kept: trimmed, checked, empty as null. Pure. */
import { Refusal } from '#foundation/refusal.ts'
import { birthdayFault } from './record.birthday.ts'
import { checkCustom } from './record.fields.ts'
import { isRegion } from './record.regions.ts'
import type { Difference } from './record.refusals.ts'
import type { CustomerInput, Field } from './record.schema.ts'
import type { Basics, CustomerRecord } from './record.sql.ts'

type Sent = Pick<CustomerInput, keyof Basics>

export const emptyBasics: Basics = {
  kind: 'consumer', name: null, gender: null, birthday: null, occupation: null, industry: null, region: null, country: null, address: null, custom: {}
}

/** The basics after a change; what was not sent stays as it was. */
export function apply(before: Basics, sent: Sent, fields: readonly Field[]): Basics {
  const birthday = sent.birthday === undefined ? before.birthday : sent.birthday
  const fault = birthday === null ? undefined : birthdayFault(birthday)
  if (fault) throw new Refusal('record.no_such_day', 422, fault)
  const region = text(sent.region, before.region)
  if (region !== null && /^\d{6}$/.test(region) && !isRegion(region)) {
    throw new Refusal('record.unknown_region', 422, { zh: '没有行政区划代码 {region}。', en: 'There is no division code {region}.' }, { region })
  }
  return {
    kind: sent.kind ?? before.kind, name: text(sent.name, before.name), gender: sent.gender === undefined ? before.gender : sent.gender, birthday,
    occupation: text(sent.occupation, before.occupation), industry: text(sent.industry, before.industry), region, country: text(sent.country, before.country),
    address: text(sent.address, before.address), custom: sent.custom === undefined ? before.custom : checkCustom({ ...before.custom, ...sent.custom }, fields)
  }
}

const text = (sent: string | null | undefined, before: string | null): string | null => {
  if (sent === undefined) return before
  const trimmed = sent?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

export const basicNames = ['kind', 'name', 'gender', 'birthday', 'occupation', 'industry', 'region', 'country', 'address', 'custom'] as const

/** The names of the basics that differ. */
export const changedNames = (before: Basics, after: Basics): readonly (typeof basicNames)[number][] =>
  basicNames.filter((name) => written(before[name]) !== written(after[name]))

/** Keys in one order: PostgreSQL keeps jsonb in its own. */
const written = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) =>
  typeof inner === 'object' && inner !== null ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)

/** Where what was sent and what stands there now differ. */
export function differences(sent: Sent, now: Basics): readonly Difference[] {
  return basicNames.flatMap((field) => {
    const yours = sent[field]
    return yours === undefined || written(yours) === written(now[field]) ? [] : [{ field, theirs: now[field], yours }]
  })
}

/** The basics of a stored row. */
export function basicsOf(row: CustomerRecord): Basics {
  const { birth_month: month, birth_day: day } = row
  return {
    kind: kindOf(row.kind), name: row.name, gender: genderOf(row.gender),
    birthday: month === null || day === null ? null : { calendar: row.birth_calendar === 'lunar' ? 'lunar' : 'solar', year: row.birth_year, month, day, leap: row.birth_leap },
    occupation: row.occupation, industry: row.industry, region: row.region, country: row.country, address: row.address, custom: customOf(row.custom)
  }
}

const kindOf = (kind: string): Basics['kind'] => kind === 'intermediary' || kind === 'internal' || kind === 'public_interest' ? kind : 'consumer'
const genderOf = (gender: string | null): Basics['gender'] => gender === 'female' || gender === 'male' || gender === 'other' ? gender : null

function customOf(custom: unknown): Basics['custom'] {
  if (typeof custom !== 'object' || custom === null) return {}
  return Object.fromEntries(Object.entries(custom).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1])))
}
