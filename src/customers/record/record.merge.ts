/** Two records of one person become one, and two again where that was a mistake. */
import { keysOf, listMerges, recordMerge, requireMergeable, undoMerge, type MergeRow } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { basicsOf } from './record.basics.ts'
import { touch } from './record.merge.sql.ts'
import { erasedAlready, unknownCustomer } from './record.refusals.ts'
import type { Merge, MergeList, MergePreview } from './record.merge.schema.ts'
import { readCustomer, type RecordParts } from './record.ts'
import * as sql from './record.sql.ts'

type Fields = Pick<sql.Basics, 'name' | 'gender' | 'birthday' | 'occupation' | 'industry' | 'region' | 'country' | 'address'>
const names = ['name', 'gender', 'birthday', 'occupation', 'industry', 'region', 'country', 'address'] as const satisfies readonly (keyof Fields)[]

/** What the survivor lacks and the other has; own fields as `custom.KEY`. */
export function gapsOf(survivor: sql.Basics, merged: sql.Basics): readonly string[] {
  return [
    ...names.filter((name) => survivor[name] === null && merged[name] !== null),
    ...Object.keys(merged.custom).filter((key) => !(key in survivor.custom)).map((key) => `custom.${key}`)
  ]
}

/** What both have, and not the same: the survivor's stays. */
export const clashesOf = (survivor: sql.Basics, merged: sql.Basics): readonly string[] =>
  names.filter((name) => survivor[name] !== null && merged[name] !== null && JSON.stringify(survivor[name]) !== JSON.stringify(merged[name]))

/** The survivor with those fields of the other, or without them where they are still the other's. */
export function withFields(survivor: sql.Basics, merged: sql.Basics, filled: readonly string[], isUndone = false): sql.Basics {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const changed = names.filter((name) => filled.includes(name) && (!isUndone || same(survivor[name], merged[name])))
  const keys = filled.filter((one) => one.startsWith('custom.')).map((one) => one.slice('custom.'.length))
  const custom = isUndone
    ? Object.fromEntries(Object.entries(survivor.custom).filter(([key, value]) => !(keys.includes(key) && same(value, merged.custom[key]))))
    : { ...survivor.custom, ...Object.fromEntries(Object.entries(merged.custom).filter(([key]) => keys.includes(key))) }
  return { ...survivor, ...Object.fromEntries(changed.map((name) => [name, isUndone ? null : merged[name]])), custom }
}

async function rowOf(db: Db | Trx, customerId: string): Promise<sql.CustomerRecord> {
  const row = await sql.findCustomer(db, customerId)
  if (row === undefined) throw unknownCustomer(customerId)
  if (row.erased_at !== null) throw erasedAlready(customerId)
  return row
}

/** What merging would do to the records; other rooms show their own part beside it. */
export async function previewMerge(db: Db, parts: Pick<RecordParts, 'zone' | 'reveal' | 'sources'>, survivorId: string, mergedId: string, now: Date): Promise<MergePreview> {
  const [survivor, merged] = [await rowOf(db, survivorId), await rowOf(db, mergedId)]
  await requireMergeable(db, survivorId, mergedId)
  return {
    survivor: await readCustomer(db, parts, survivorId, now), merged: await readCustomer(db, parts, mergedId, now),
    fills: [...gapsOf(basicsOf(survivor), basicsOf(merged))], clashes: [...clashesOf(basicsOf(survivor), basicsOf(merged))],
    keys: (await keysOf(db, [mergedId])).get(mergedId)?.length ?? 0
  }
}

/** Locks both records in one order, so that two merges never wait for each other in a ring. */
async function lockBoth(trx: Trx, ids: readonly string[], now: Date): Promise<void> {
  for (const id of ids.toSorted()) if (!(await touch(trx, id, now))) throw unknownCustomer(id)
}

/** Merges one record into another. Everybody who keeps something by customer hears `identity.merged` in the same transaction. */
export async function mergeCustomers(trx: Trx, parts: RecordParts, survivorId: string, mergedId: string, now: Date): Promise<Merge> {
  await lockBoth(trx, [survivorId, mergedId], now)
  await requireMergeable(trx, survivorId, mergedId)
  const [survivor, merged] = [await rowOf(trx, survivorId), await rowOf(trx, mergedId)]
  const filled = gapsOf(basicsOf(survivor), basicsOf(merged))
  if (filled.length > 0) await sql.updateCustomer(trx, survivorId, survivor.version, withFields(basicsOf(survivor), basicsOf(merged), filled), now)
  const row = await recordMerge(trx, { survivorId, mergedId, filled, actor: parts.actor }, now)
  await parts.chronicle(trx, parts.listeners, [{ customerId: survivorId, kind: 'identity.merged', actor: parts.actor, source: 'identity', body: { mergeId: row.mergeId, survivorId, mergedId } }], now)
  return mergeShown(row, now)
}

/** Undoes a merge: the other is itself again, with what was theirs. Heard as `identity.unmerged`. */
export async function unmergeCustomers(trx: Trx, parts: RecordParts, mergeId: string, now: Date): Promise<Merge> {
  const row = await undoMerge(trx, mergeId, parts.actor, now)
  const { survivorId, mergedId } = row
  await lockBoth(trx, [survivorId, mergedId], now)
  const [survivor, merged] = [await rowOf(trx, survivorId), await rowOf(trx, mergedId)]
  if (row.filled.length > 0) await sql.updateCustomer(trx, survivorId, survivor.version, withFields(basicsOf(survivor), basicsOf(merged), row.filled, true), now)
  await parts.chronicle(trx, parts.listeners, [{ customerId: survivorId, kind: 'identity.unmerged', actor: parts.actor, source: 'identity', body: { mergeId, survivorId, mergedId, mergedAt: row.at.toISOString() } }], now)
  return mergeShown({ ...row, undoneBy: parts.actor, undoneAt: now }, now)
}

/** The merges of one person, each with the name that the other record has. */
export async function mergesOf(db: Db, customerId: string, now: Date): Promise<MergeList['items']> {
  const rows = await listMerges(db, customerId)
  const names = rows.length === 0 ? [] : await sql.findNames(db, rows.map(({ mergedId }) => mergedId))
  return rows.map((row) => ({ ...mergeShown(row, now), mergedName: names.find((one) => one.customerId === row.mergedId)?.name ?? null }))
}

const mergeShown = ({ mergeId, survivorId, mergedId, filled, actor, at, undoUntil, undoneBy, undoneAt }: MergeRow, now: Date): Merge => ({
  mergeId, survivorId, mergedId, filled: [...filled], actor, at: at.toISOString(), undoUntil: undoUntil.toISOString(), undoneBy, undoneAt: undoneAt?.toISOString() ?? null,
  canUndo: undoneAt === null && undoUntil > now
})
