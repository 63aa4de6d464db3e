/**
 * Merges: two records that are one person. Nothing is moved: keys, orders and events stay under the id that they came with, and the alias leads from the
 * merged id to the survivor. So a merge is undone exactly, whatever happened meanwhile.
 */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { mergeWords as words } from './identity.merge.words.ts'
import * as sql from './merge.sql.ts'

export type { MergeRow } from './merge.sql.ts'

/** Who each of these is now; whoever was never merged is absent. */
export async function survivorsOf(db: Db | Trx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await sql.findAliases(db, ids)).map(({ mergedId, survivorId }) => [mergedId, survivorId]))
}

export const survivorOf = async (db: Db | Trx, id: string): Promise<string> => (await survivorsOf(db, [id])).get(id) ?? id

/** Every id of one person, the survivor's first; whichever of them is asked for. */
export async function unionOf(db: Db | Trx, id: string): Promise<readonly [string, ...string[]]> {
  const survivor = await survivorOf(db, id)
  return [survivor, ...(await sql.findMerged(db, [survivor])).map(({ mergedId }) => mergedId)]
}

/** Refuses: identity.same, identity.already_merged. Both records must be locked. */
export async function requireMergeable(db: Db | Trx, survivorId: string, mergedId: string): Promise<void> {
  const known = await survivorsOf(db, [survivorId, mergedId])
  if ((known.get(survivorId) ?? survivorId) === (known.get(mergedId) ?? mergedId)) throw new Refusal('identity.same', 409, words.same)
  for (const id of [survivorId, mergedId]) if (known.has(id)) throw new Refusal('identity.already_merged', 409, words.alreadyMerged, { customerId: id, survivorId: known.get(id) ?? '' })
}

export async function recordMerge(trx: Trx, { survivorId, mergedId, filled, actor }: Pick<sql.MergeRow, 'survivorId' | 'mergedId' | 'filled' | 'actor'>, now: Date): Promise<sql.MergeRow> {
  const { undoDays } = await sql.findSetting(trx)
  const row = { mergeId: newId(now), survivorId, mergedId, filled, actor, at: now, undoUntil: new Date(now.getTime() + undoDays * 86_400_000) }
  await sql.insertMerge(trx, row)
  return { ...row, undoneBy: null, undoneAt: null }
}

/** Refuses: identity.unknown_merge, identity.undone, identity.too_late, identity.merged_since. */
export async function undoMerge(trx: Trx, mergeId: string, actor: string, now: Date): Promise<sql.MergeRow> {
  const row = await sql.findMerge(trx, mergeId)
  if (row === undefined) throw new Refusal('identity.unknown_merge', 404, words.unknownMerge)
  if (row.undoneAt !== null) throw new Refusal('identity.undone', 409, words.undone)
  if (row.undoUntil <= now) throw new Refusal('identity.too_late', 409, words.tooLate, { until: row.undoUntil.toISOString().slice(0, 10) })
  const later = (await survivorsOf(trx, [row.survivorId])).get(row.survivorId)
  if (later !== undefined) throw new Refusal('identity.merged_since', 409, words.mergedSince, { survivorId: later })
  await sql.undoMerge(trx, row, actor, now)
  return row
}

/** The merges of one person, newest first, those undone too. */
export const listMerges = async (db: Db, customerId: string): Promise<readonly sql.MergeRow[]> => sql.findMerges(db, await unionOf(db, customerId))

export const readSetting = (db: Db): Promise<{ readonly undoDays: number, readonly version: number }> => sql.findSetting(db)

export async function saveSetting(trx: Trx, undoDays: number, version: number): Promise<{ readonly undoDays: number, readonly version: number }> {
  if (!(await sql.saveSetting(trx, undoDays, version))) throw new Refusal('identity.changed', 409, words.changed)
  return sql.findSetting(trx)
}
