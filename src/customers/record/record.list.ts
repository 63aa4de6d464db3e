/** Many customers: lists with filters, search by whatever a person types, counts. */
import { keysOf, mask, searchKeys, type Key } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import * as list from './record.list.sql.ts'
import { regionName } from './record.regions.ts'
import type { CustomerFilter, CustomerRow, Found, Summary } from './record.schema.ts'
import { traitsOf, type TraitSource } from './record.traits.ts'

export interface Page { readonly after?: string, readonly limit?: number }

/** Newest first. Phones are masked unless the reader may see them whole. */
export async function listCustomers(db: Db, filter: CustomerFilter, { after, limit = 50 }: Page, reveal: boolean, sources: readonly TraitSource[] = []): Promise<{ items: CustomerRow[], next: string | null }> {
  const rows = await list.listCustomers(db, filter, after, limit + 1)
  const items = await withKeys(db, rows.slice(0, limit), reveal, sources)
  return { items, next: rows.length > limit ? items.at(-1)?.customerId ?? null : null }
}

async function withKeys(db: Db, rows: readonly list.ListRow[], reveal: boolean, sources: readonly TraitSource[]): Promise<CustomerRow[]> {
  const ids = rows.map((row) => row.customerId)
  const [keys, traits] = await Promise.all([keysOf(db, ids), traitsOf(db, sources, ids)])
  const known = Map.groupBy(traits, (trait) => trait.customerId)
  return rows.map((row) => {
    const own = keys.get(row.customerId) ?? []
    return {
      ...row, regionName: regionName(row.region), phone: shownPhone(own, reveal), keyCount: own.length, createdAt: row.createdAt.toISOString(),
      traits: Object.fromEntries((known.get(row.customerId) ?? []).map((trait) => [trait.key, trait.value]))
    }
  })
}

/** The phone, or else the first key there is: something to tell two people of one name apart. */
const shownPhone = (keys: readonly Key[], reveal: boolean): string | null => {
  const key = keys.find((one) => one.kind === 'phone') ?? keys[0]
  if (key === undefined) return null
  return reveal ? key.value : mask(key)
}

/** By name, pinyin, initials, phone (whole or tail), e-mail, card, or a platform's id. Best first. */
export async function searchCustomers(db: Db, typed: string, country: string, reveal: boolean, limit = 20): Promise<{ items: Found[] }> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { items: [] }
  const spelling = text.toLowerCase().replace(/[\s'·.-]/g, '')
  const [byKey, byName, bySpelling] = await Promise.all([
    searchKeys(db, text, country, limit),
    /\d/.test(text) || text.includes('@') ? [] : list.searchName(db, text, limit),
    /^[a-z]{1,40}$/.test(spelling) ? list.searchSpelling(db, spelling, limit) : []
  ])
  const by = new Map<string, Found['by']>()
  for (const hit of byKey) if (!by.has(hit.customerId)) by.set(hit.customerId, hit.kind)
  for (const hit of [...byName, ...bySpelling]) if (!by.has(hit.customerId)) by.set(hit.customerId, hit.by)
  const ids = [...by.keys()].slice(0, limit)
  const rows = new Map((await list.findMany(db, ids)).map((row) => [row.customerId, row]))
  const keys = await keysOf(db, ids)
  return {
    items: ids.flatMap((customerId) => {
      const row = rows.get(customerId)
      return row === undefined ? [] : [{
        customerId, name: row.name, kind: row.kind, regionName: regionName(row.region), phone: shownPhone(keys.get(customerId) ?? [], reveal), by: by.get(customerId) ?? 'name'
      }]
    })
  }
}

/** How many there are, by kind, and how many are new. */
export async function summarise(db: Db, now: Date): Promise<Summary> {
  const counts = await list.countCustomers(db, new Date(now.getTime() - 30 * 86_400_000))
  return {
    total: counts.reduce((sum, one) => sum + Number(one.count), 0),
    byKind: Object.fromEntries(counts.map((one) => [one.kind, Number(one.count)])),
    newIn30Days: counts.reduce((sum, one) => sum + Number(one.recent), 0)
  }
}
