/** Statements that read many customers: lists, search, counts. Each runs along an index and stops early. */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#foundation/db.ts'
import { regionPrefix } from './record.regions.ts'
import type { CustomerFilter, CustomerKind } from './record.schema.ts'

export interface ListRow {
  readonly customerId: string
  readonly kind: CustomerKind
  readonly name: string | null
  readonly gender: 'female' | 'male' | 'other' | null
  readonly region: string | null
  readonly source: string
  readonly createdAt: Date
}

const columns = sql.raw('c.customer_id as "customerId", c.kind, c.name, c.gender, c.region, c.source, c.created_at as "createdAt"')
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

function conditions({ kind, region, source, trait }: CustomerFilter): RawBuilder<unknown> {
  const [key, value] = trait === undefined ? [] : [trait.slice(0, trait.indexOf(':')), trait.slice(trait.indexOf(':') + 1)]
  return sql`${kind === undefined ? sql`` : sql`and c.kind = ${kind}`}
    ${region === undefined ? sql`` : sql`and c.region like ${`${escapeLike(regionPrefix(region))}%`}`}
    ${source === undefined ? sql`` : sql`and c.source = ${source}`}
    ${key === undefined ? sql`` : sql`and exists (select from record.trait t where t.customer_id = c.customer_id and t.key = ${key} and t.value = to_jsonb(${value}::text))`}`
}

/** Newest first, by id: ids are made in the order of time. */
export async function listCustomers(db: Db, filter: CustomerFilter, after: string | undefined, limit: number): Promise<readonly ListRow[]> {
  const { rows } = await sql<ListRow>`
    select ${columns} from record.customer c where c.erased_at is null and not exists (select from identity.alias a where a.merged_id = c.customer_id) ${conditions(filter)}
    ${after === undefined ? sql`` : sql`and c.customer_id < ${after}::uuid`}
    order by c.customer_id desc limit ${limit}`.execute(db)
  return rows
}

export async function findMany(db: Db, customerIds: readonly string[]): Promise<readonly ListRow[]> {
  if (customerIds.length === 0) return []
  const { rows } = await sql<ListRow>`select ${columns} from record.customer c where c.customer_id = any(${customerIds}::uuid[])`.execute(db)
  return rows
}

export interface NameHit { readonly customerId: string, readonly by: 'name' | 'pinyin' | 'initials' }

const part = (by: NameHit['by'], rank: number, condition: RawBuilder<unknown>, limit: number): RawBuilder<unknown> =>
  sql`(select customer_id, ${sql.lit(by)} as by, ${sql.lit(rank)} as rank from record.customer where ${condition} limit ${limit})`

/** What begins like the text, in the order of the index: left free, the planner may walk the table for a common beginning, which is long where those rows lie together at its end. */
const beginning = (by: NameHit['by'], rank: number, column: RawBuilder<unknown>, text: string, limit: number): RawBuilder<unknown> =>
  part(by, rank, sql`${column} like ${`${escapeLike(text)}%`} order by ${column} using ~<~`, limit)

/** By a written name: whole, beginning, given name, or any longer piece of it. */
export const searchName = (db: Db, text: string, limit: number): Promise<readonly NameHit[]> => {
  const parts = [part('name', 0, sql`name = ${text}`, limit), beginning('name', 1, sql`name`, text, limit)]
  if ([...text].length <= 2) parts.push(beginning('name', 2, sql`right(name, 2)`, text, limit))
  else parts.push(part('name', 3, sql`length(name) > 4 and name ilike ${`%${escapeLike(text)}%`}`, limit))
  return run(db, parts, limit)
}

/** By spelling: pinyin of the whole or the given name, or initials. */
export const searchSpelling = (db: Db, text: string, limit: number): Promise<readonly NameHit[]> => {
  const parts = [
    part('pinyin', 0, sql`pinyin = ${text}`, limit), part('initials', 1, sql`initials = ${text}`, limit), beginning('pinyin', 2, sql`pinyin`, text, limit),
    beginning('pinyin', 3, sql`given_pinyin`, text, limit)
  ]
  if (text.length <= 10) parts.push(beginning('initials', 4, sql`initials`, text, limit))
  return run(db, parts, limit)
}

async function run(db: Db, parts: readonly RawBuilder<unknown>[], limit: number): Promise<readonly NameHit[]> {
  const { rows } = await sql<NameHit>`
    select coalesce(a.survivor_id, found.customer_id) as "customerId", by from (select distinct on (customer_id) customer_id, by, rank from (${sql.join(parts, sql` union all `)}) as hits order by customer_id, rank) as found left join identity.alias a on a.merged_id = found.customer_id
    order by rank, found.customer_id desc limit ${limit}`.execute(db)
  return rows
}

export async function countCustomers(db: Db, since: Date): Promise<readonly { kind: string, count: bigint, recent: bigint }[]> {
  const { rows } = await sql<{ kind: string, count: bigint, recent: bigint }>`
    select kind, count(*) as count, count(*) filter (where created_at >= ${since.toISOString()}::timestamptz) as recent
    from record.customer c where erased_at is null and not exists (select from identity.alias a where a.merged_id = c.customer_id) group by kind`.execute(db)
  return rows
}
