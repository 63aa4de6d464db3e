/** Many customers at once, for imports, the sample and the orders API: one person per key, whoever sends it. */
import { settleKeys, type Claiming, type Key } from '#customers/identity/identity.ts'
import type { Trx } from '#foundation/db.ts'
import type { Birthday } from './record.birthday.ts'
import type { Custom } from './record.fields.ts'
import { findRegion, isRegion } from './record.regions.ts'
import type { CustomerKind } from './record.schema.ts'
import * as sql from './record.sql.ts'

const copyFrom = 200

export interface NewCustomer {
  /** Normalised (`keyOf`). Without keys it is always somebody new. */
  readonly keys: readonly Key[]
  readonly source: string
  readonly kind?: CustomerKind
  readonly name?: string | null
  readonly gender?: 'female' | 'male' | 'other' | null
  readonly birthday?: Birthday | null
  readonly occupation?: string | null
  readonly industry?: string | null
  /** A division code, or the region as written. */
  readonly region?: string | null
  readonly country?: string | null
  readonly address?: string | null
  readonly custom?: Custom
  /** Since when the customer is known, where the source tells; now otherwise. */
  readonly since?: Date
}

export interface Settled {
  readonly customerId: string
  readonly isNew: boolean
  /** Keys that belong to somebody else: the stronger key was believed. */
  readonly setAside: readonly Key[]
}

/**
 * Finds or creates the customer of each entry, in their order: the same key is the same person, within the batch and in the record. What the record lacks is
 * filled in; what it has stays. `areNew`: probably nobody is known yet.
 */
export async function createMany(trx: Trx, customers: readonly NewCustomer[], now: Date, claiming: Claiming = {}): Promise<readonly Settled[]> {
  if (customers.length === 0) return []
  const assignments = await settleKeys(trx, customers.map((customer) => customer.keys), (index) => customers[index]?.source ?? '', now, claiming)
  const created = new Map<string, sql.NewRow>()
  const known = new Map<string, sql.NewRow>()
  assignments.forEach(({ customerId, isNew }, index) => {
    const customer = customers[index]
    if (customer === undefined) return
    const row = rowOf(customerId, customer, now)
    const place = isNew || created.has(customerId) ? created : known
    if (place === known && !tellsSomething(customer)) return
    const earlier = place.get(customerId)
    place.set(customerId, earlier ? merged(earlier, row) : row)
  })
  const fresh = [...created.values()]
  if (fresh.length >= copyFrom) await sql.copyCustomers(trx, fresh, now, claiming)
  else if (fresh.length > 0) await sql.insertCustomers(trx, fresh, now)
  if (known.size > 0) {
    const lacking = await sql.findLacking(trx, [...known.values()])
    if (lacking.size > 0) await sql.fillGaps(trx, [...known.values()].filter((row) => lacking.has(row.customerId)), now)
  }
  return assignments.map(({ customerId, isNew, setAside }) => ({ customerId, isNew, setAside }))
}

const tellsSomething = ({ name, gender, birthday, occupation, industry, region, country, address, custom }: NewCustomer): boolean =>
  [name, gender, birthday, occupation, industry, region, country, address].some((value) => value !== null && value !== undefined) || Object.keys(custom ?? {}).length > 0

const rowOf = (customerId: string, customer: NewCustomer, now: Date): sql.NewRow => ({
  customerId, kind: customer.kind ?? 'consumer', name: customer.name ?? null, gender: customer.gender ?? null, birthday: customer.birthday ?? null,
  occupation: customer.occupation ?? null, industry: customer.industry ?? null, region: regionOf(customer.region), country: customer.country ?? null,
  address: customer.address ?? null, custom: customer.custom ?? {}, source: customer.source, createdAt: customer.since ?? now
})

const regionOf = (region: string | null | undefined): string | null =>
  region === null || region === undefined || region === '' ? null : isRegion(region) ? region : findRegion(region) ?? region.slice(0, 60)

const merged = (a: sql.NewRow, b: sql.NewRow): sql.NewRow => ({
  ...a, name: a.name ?? b.name, gender: a.gender ?? b.gender, birthday: a.birthday ?? b.birthday, occupation: a.occupation ?? b.occupation, industry: a.industry ?? b.industry,
  region: a.region ?? b.region, country: a.country ?? b.country, address: a.address ?? b.address, custom: { ...b.custom, ...a.custom },
  createdAt: a.createdAt <= b.createdAt ? a.createdAt : b.createdAt
})
