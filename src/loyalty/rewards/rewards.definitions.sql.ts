/** Statements on the definitions. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Definition, NewDefinition } from './rewards.schema.ts'

const columns = sql.raw(`definition_id as "definitionId", version, kind, jsonb_build_object('zh', title_zh, 'en', title_en) as title, parameters, active, author,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`)

/** The newest version of each, in the order in which they were first written. */
export async function findDefinitions(db: Db | Trx): Promise<readonly Definition[]> {
  const { rows } = await sql<Definition>`select distinct on (definition_id) ${columns} from rewards.definition order by definition_id, version desc`.execute(db)
  return rows
}

/** All versions, newest first. */
export async function findVersions(db: Db | Trx, definitionId: string): Promise<readonly Definition[]> {
  const { rows } = await sql<Definition>`select ${columns} from rewards.definition where definition_id = ${definitionId}::uuid order by version desc`.execute(db)
  return rows
}

/** Answers whether it was saved: another version may have come first. */
export async function insertDefinition(trx: Trx, definitionId: string, { kind, version, title, parameters, active }: NewDefinition, author: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into rewards.definition (definition_id, version, kind, title_zh, title_en, parameters, active, author, at)
    values (${definitionId}::uuid, ${version + 1}, ${kind}, ${title.zh}, ${title.en}, ${JSON.stringify(parameters)}::jsonb, ${active}, ${author}, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning version`.execute(trx)
  return rows.length > 0
}
