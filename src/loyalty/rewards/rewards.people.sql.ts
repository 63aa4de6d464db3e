/** Who is one person: a merge moves nothing here, so what a member has and has used is read under every record of theirs. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

/** Every record of a person, whichever of them is meant; a subquery of ids. */
export const personOf = (customerId: string) => sql`(with person as (select coalesce((select survivor_id from identity.alias where merged_id = ${customerId}::uuid), ${customerId}::uuid) as id)
  select id from person union all select a.merged_id from person join identity.alias a on a.survivor_id = person.id)`

/** The other records of each of these members; who was never merged has none. */
export async function findOthers(db: Db | Trx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ asked: string, id: string }>`
    with asked as (select t.id, coalesce(a.survivor_id, t.id) as person from unnest(${ids}::uuid[]) as t (id) left join identity.alias a on a.merged_id = t.id)
    select id as asked, person as id from asked where person <> id union all select asked.id, a.merged_id from asked join identity.alias a on a.survivor_id = asked.person where a.merged_id <> asked.id`.execute(db)
  return new Map([...Map.groupBy(rows, ({ asked }) => asked)].map(([asked, others]) => [asked, others.map(({ id }) => id)]))
}
