/** Statements on merges and aliases. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

export interface MergeRow {
  readonly mergeId: string
  readonly mergedId: string
  readonly survivorId: string
  readonly filled: readonly string[]
  readonly actor: string
  readonly at: Date
  readonly undoUntil: Date
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
}

const columns = sql.raw(`merge_id as "mergeId", merged_id as "mergedId", survivor_id as "survivorId", filled, actor, at, undo_until as "undoUntil", undone_by as "undoneBy", undone_at as "undoneAt"`)

export async function findAliases(db: Db | Trx, ids: readonly string[]): Promise<readonly { readonly mergedId: string, readonly survivorId: string }[]> {
  const { rows } = await sql<{ mergedId: string, survivorId: string }>`select merged_id as "mergedId", survivor_id as "survivorId" from identity.alias where merged_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Everybody whose survivor one of these is. */
export async function findMerged(db: Db | Trx, survivors: readonly string[]): Promise<readonly { readonly mergedId: string, readonly survivorId: string }[]> {
  const { rows } = await sql<{ mergedId: string, survivorId: string }>`select merged_id as "mergedId", survivor_id as "survivorId" from identity.alias where survivor_id = any(${survivors}::uuid[]) order by merged_id`.execute(db)
  return rows
}

export async function insertMerge(trx: Trx, row: Omit<MergeRow, 'undoneBy' | 'undoneAt'>): Promise<void> {
  await sql`insert into identity.merge (merge_id, merged_id, survivor_id, filled, actor, at, undo_until)
    values (${row.mergeId}, ${row.mergedId}, ${row.survivorId}, ${row.filled}::text[], ${row.actor}, ${row.at.toISOString()}::timestamptz, ${row.undoUntil.toISOString()}::timestamptz)`.execute(trx)
  await sql`update identity.alias set survivor_id = ${row.survivorId} where survivor_id = ${row.mergedId}`.execute(trx)
  await sql`insert into identity.alias (merged_id, survivor_id, into_id, merge_id) values (${row.mergedId}, ${row.survivorId}, ${row.survivorId}, ${row.mergeId})`.execute(trx)
}

/** The merged one is itself again, and so is the survivor of whoever was merged into them. */
export async function undoMerge(trx: Trx, { mergeId, mergedId }: MergeRow, by: string, now: Date): Promise<void> {
  await sql`update identity.merge set undone_by = ${by}, undone_at = ${now.toISOString()}::timestamptz where merge_id = ${mergeId}`.execute(trx)
  await sql`with recursive beneath as (
      select merged_id from identity.alias where into_id = ${mergedId} union all select a.merged_id from identity.alias a join beneath b on a.into_id = b.merged_id)
    update identity.alias set survivor_id = ${mergedId} where merged_id in (select merged_id from beneath)`.execute(trx)
  await sql`delete from identity.alias where merged_id = ${mergedId}`.execute(trx)
}

export async function findMerge(db: Db | Trx, mergeId: string): Promise<MergeRow | undefined> {
  return (await sql<MergeRow>`select ${columns} from identity.merge where merge_id = ${mergeId}`.execute(db)).rows[0]
}

/** Merges in which one of these took part, newest first. */
export async function findMerges(db: Db, ids: readonly string[]): Promise<readonly MergeRow[]> {
  return (await sql<MergeRow>`select ${columns} from identity.merge where merged_id = any(${ids}::uuid[]) or survivor_id = any(${ids}::uuid[]) order by at desc, merge_id`.execute(db)).rows
}

export async function findSetting(db: Db | Trx): Promise<{ readonly undoDays: number, readonly version: number }> {
  const { rows: [row] } = await sql<{ undoDays: number, version: number }>`select undo_days as "undoDays", version from identity.setting`.execute(db)
  if (row === undefined) throw new Error('the migration writes the setting')
  return row
}

export async function saveSetting(trx: Trx, undoDays: number, version: number): Promise<boolean> {
  const { rows } = await sql`update identity.setting set undo_days = ${undoDays}, version = version + 1 where version = ${version} returning version`.execute(trx)
  return rows.length > 0
}
