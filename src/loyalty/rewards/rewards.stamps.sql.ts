/** Statements on stamp cards. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { personOf } from './rewards.people.sql.ts'
import type { StampEntry } from './rewards.stamps.state.ts'

export interface CardKey { readonly customerId: string, readonly definitionId: string }
const keysTable = (keys: readonly CardKey[]) => sql`unnest(${keys.map((key) => key.customerId)}::uuid[], ${keys.map((key) => key.definitionId)}::uuid[]) as k (customer_id, definition_id)`

/** Opens cards that are not there yet, and locks all of them: an UPDATE locks on a cluster too. */
export async function lockCards(trx: Trx, keys: readonly CardKey[]): Promise<void> {
  await sql`insert into rewards.card (customer_id, definition_id) select customer_id, definition_id from ${keysTable(keys)} order by 1, 2 on conflict do nothing`.execute(trx)
  await sql`update rewards.card c set sequence = c.sequence from ${keysTable(keys)} where c.customer_id = k.customer_id and c.definition_id = k.definition_id`.execute(trx)
}

export type EntryRow = StampEntry & CardKey & { readonly at: Date, readonly actor: string }
const columns = sql.raw('e.customer_id as "customerId", e.definition_id as "definitionId", e.sequence, e.kind, e.amount, e.lot, e.full_no as "fullNo", e.version, e.source, e.number, e.day, e.expires_on as "expiresOn", e.at, e.actor')

export async function findEntries(db: Db | Trx, keys: readonly CardKey[]): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`select ${columns} from rewards.stamp e join ${keysTable(keys)} on e.customer_id = k.customer_id and e.definition_id = k.definition_id order by 1, 2, e.sequence`.execute(db)
  return rows
}

/** All cards of a person, each record's by itself. */
export async function cardsOfPerson(db: Db | Trx, customerId: string): Promise<readonly EntryRow[]> {
  return (await sql<EntryRow>`select ${columns} from rewards.stamp e where e.customer_id in ${personOf(customerId)} order by e.customer_id, e.definition_id, e.sequence`.execute(db)).rows
}

export async function cardsOf(db: Db | Trx, customerId: string): Promise<readonly EntryRow[]> {
  return (await sql<EntryRow>`select ${columns} from rewards.stamp e where e.customer_id = ${customerId}::uuid order by e.definition_id, e.sequence`.execute(db)).rows
}

export async function insertEntries(trx: Trx, entries: readonly (StampEntry & CardKey)[], actor: string, now: Date): Promise<void> {
  if (entries.length === 0) return
  const column = <T>(of: (entry: (typeof entries)[number]) => T): T[] => entries.map(of)
  await sql`insert into rewards.stamp (customer_id, definition_id, sequence, kind, amount, lot, full_no, version, source, number, day, expires_on, at, actor)
    select *, ${now.toISOString()}::timestamptz, ${actor} from unnest(${column((e) => e.customerId)}::uuid[], ${column((e) => e.definitionId)}::uuid[], ${column((e) => e.sequence)}::int[], ${column((e) => e.kind)}::text[],
      ${column((e) => e.amount)}::int[], ${column((e) => e.lot)}::int[], ${column((e) => e.fullNo)}::int[], ${column((e) => e.version)}::int[], ${column((e) => e.source)}::text[], ${column((e) => e.number)}::text[],
      ${column((e) => e.day)}::date[], ${column((e) => e.expiresOn)}::date[])`.execute(trx)
}

export interface CardSums { readonly definitionId: string, readonly members: number, readonly given: number, readonly fulls: number, readonly debt: number }
/** How a card does: who collects, how many were filled, what is owed. */
export async function sumCards(db: Db): Promise<readonly CardSums[]> {
  const { rows } = await sql<CardSums>`
    select definition_id as "definitionId", count(distinct customer_id)::int as members, coalesce(sum(amount) filter (where kind = 'given'), 0)::int as given,
      (count(distinct (customer_id, full_no)) filter (where kind = 'used') - count(distinct (customer_id, full_no)) filter (where kind = 'unused'))::int as fulls,
      (coalesce(sum(amount) filter (where kind = 'owed'), 0) - coalesce(sum(amount) filter (where kind = 'repaid'), 0))::int as debt
    from rewards.stamp group by 1`.execute(db)
  return rows
}
