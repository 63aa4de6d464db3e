/** Every statement on identity.*. */
import { sql } from 'kysely'
import { binaryRows } from '#foundation/copy.binary.ts'
import { copyAllOrNone, type Copying } from '#foundation/copy.statement.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { keyKinds, type Key, type KeyKind, type Probe } from './identity.rules.ts'

export interface Held extends Key { readonly customerId: string }
/** With where the key came from. */
export interface Claimed extends Held { readonly source: string }

export async function findOwners(db: Db, keys: readonly Key[]): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select i.kind, i.value, coalesce(a.survivor_id, i.customer_id) as "customerId" from unnest(${keys.map((k) => k.kind)}::text[], ${keys.map((k) => k.value)}::text[]) as t (kind, value)
    join identity.identity i on i.kind = t.kind and i.value = t.value left join identity.alias a on a.merged_id = i.customer_id`.execute(db)
  return rows
}

/** Claims keys in one fixed order, so that two claims never wait for each other in a circle. Answers those that somebody else holds by now. */
export async function claim(trx: Trx, held: readonly Claimed[], now: Date): Promise<readonly Key[]> {
  const { rows } = await sql<Key>`
    with asked as (
      select * from unnest(${held.map((k) => k.kind)}::text[], ${held.map((k) => k.value)}::text[], ${held.map((k) => k.customerId)}::uuid[], ${held.map((k) => k.source)}::text[]) as t (kind, value, customer_id, source)
    ), claimed as (
      insert into identity.identity (kind, value, customer_id, source, at)
      select kind, value, customer_id, source, ${now.toISOString()}::timestamptz from asked order by kind collate "C", value collate "C" on conflict do nothing returning kind, value
    )
    select a.kind, a.value from asked a where not exists (select from claimed c where c.kind = a.kind and c.value = a.value)`.execute(trx)
  return rows
}

/** The same by COPY: all of them, or false where somebody holds one. */
export function copyClaims(trx: Trx, held: readonly Claimed[], now: Date, copying: Copying): Promise<boolean> {
  const sorted = held.toSorted((a, b) => (a.kind === b.kind ? (a.value < b.value ? -1 : 1) : a.kind < b.kind ? -1 : 1))
  const out = binaryRows(copying.pieces)
  for (const key of sorted) {
    out.row(5)
    out.term(key.kind); out.text(key.value); out.uuid(key.customerId); out.term(key.source); out.timestamp(now.getTime())
  }
  return copyAllOrNone(trx, 'copy identity.identity (kind, value, customer_id, source, at) from stdin (format binary)', out.end(), copying)
}

export const release = (trx: Trx, customerId: string, keys: readonly Key[]): Promise<unknown> =>
  sql`delete from identity.identity i using unnest(${keys.map((k) => k.kind)}::text[], ${keys.map((k) => k.value)}::text[]) as t (kind, value)
    where i.kind = t.kind and i.value = t.value and (i.customer_id = ${customerId} or i.customer_id in (select merged_id from identity.alias where survivor_id = ${customerId}))`.execute(trx)

export const forget = (trx: Trx, customerIds: readonly string[]): Promise<unknown> => sql`delete from identity.identity where customer_id = any(${customerIds}::uuid[])`.execute(trx)

export async function keysOf(db: Db, customerIds: readonly string[], kinds: readonly KeyKind[] | undefined): Promise<readonly (Held & { readonly source: string })[]> {
  const { rows } = await sql<Held & { source: string }>`
    select i.kind, i.value, p.customer_id as "customerId", i.source
    from (select u.customer_id, u.customer_id as id from unnest(${customerIds}::uuid[]) as u (customer_id)
      union all select survivor_id, merged_id from identity.alias where survivor_id = any(${customerIds}::uuid[])) p
    join identity.identity i on i.customer_id = p.id ${kinds === undefined ? sql`` : sql`where i.kind = any(${kinds}::text[])`} order by i.at, i.kind, i.value`.execute(db)
  return rows
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Whole values first, then tails, then beginnings; each part stops at `limit` rows of its own index. */
export async function search(db: Db, { exact, tail, prefix }: Probe, limit: number): Promise<readonly Held[]> {
  const tails = tail === undefined ? sql`` : sql`
    union all (select kind, value, customer_id, 2 as rank from identity.identity
      where kind in ('phone', 'card', 'number', 'marketplace') and right(value, 4) = ${tail.slice(-4)} and value like ${`%${escapeLike(tail)}`} limit ${limit})`
  const prefixes = prefix === undefined ? sql`` : sql`
    union all (select kind, value, customer_id, 3 as rank from unnest(${keyKinds}::text[]) as one cross join lateral (
      select kind, value, customer_id from identity.identity where kind = one and value like ${`${escapeLike(prefix)}%`} order by value limit ${limit}) as begun limit ${limit})`
  const numbers = sql`
    union all (select kind, value, customer_id, 1 as rank from identity.identity where kind = 'number' and right(value, 4) = right(${exact[0] ?? ''}, 4) and value like ${`%:${escapeLike(exact[0] ?? '')}`} limit ${limit})`
  const { rows } = await sql<Held>`
    select found.kind, found.value, coalesce(a.survivor_id, found.customer_id) as "customerId" from (
      (select kind, value, customer_id, 0 as rank from identity.identity where kind = any(${keyKinds}::text[]) and value = any(${exact}::text[]) limit ${limit})
      ${numbers}${tails}${prefixes}) as found left join identity.alias a on a.merged_id = found.customer_id order by rank, value limit ${limit * 3}`.execute(db)
  return rows
}
