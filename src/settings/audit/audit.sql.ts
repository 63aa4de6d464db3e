/** Every statement on audit.*. */
import { binaryStore } from '#foundation/copy.binary.ts'
import { copyInto } from '#foundation/copy.statement.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { firstIdAt } from '#foundation/ids.ts'

export interface NewEntry {
  readonly id: string, readonly at: Date, readonly actorId: string, readonly actorName: string, readonly role: string, readonly deed: string
  readonly method: string | null, readonly route: string | null, readonly target: string, readonly summary: string
  readonly detail: Readonly<Record<string, unknown>>, readonly address: string | null
}

export interface Span {
  readonly actor?: string | undefined, readonly deed?: string | undefined
  /** From the one instant on, and before the other: an entry's id is of its instant. */
  readonly since?: Date | undefined, readonly before?: Date | undefined
  readonly after?: string | undefined, readonly limit: number
}

export async function insertEntries(db: Db | Trx, entries: readonly NewEntry[]): Promise<void> {
  const out = binaryStore(entries.length * 400)
  for (const entry of entries) {
    out.row(12)
    out.uuid(entry.id); out.timestamp(entry.at.getTime()); out.term(entry.actorId); out.term(entry.actorName); out.term(entry.role); out.term(entry.deed); out.term(entry.method); out.term(entry.route); out.text(entry.target)
    out.term(entry.summary); out.jsonText(JSON.stringify(entry.detail)); out.term(entry.address)
  }
  await copyInto(db, 'audit.entry (entry_id, at, actor_id, actor_name, role, deed, method, route, target, summary, detail, address)', out)
}

/** The newest first. */
export function listEntries(db: Db, { actor, deed, since, before, after, limit }: Span) {
  let query = db.selectFrom('audit.entry').selectAll().orderBy('entry_id', 'desc').limit(limit)
  if (actor !== undefined) query = query.where('actor_id', '=', actor)
  if (deed !== undefined) query = deed.includes('.') ? query.where('deed', '=', deed) : query.where('deed', 'like', `${deed.replaceAll(/[\\%_]/g, String.raw`\$&`)}.%`)
  if (since !== undefined) query = query.where('entry_id', '>=', firstIdAt(since))
  if (before !== undefined) query = query.where('entry_id', '<', firstIdAt(before))
  if (after !== undefined) query = query.where('entry_id', '<', after)
  return query.execute()
}

/** Everybody who ever did something, under the newest name. */
export const listActors = (db: Db) =>
  db.selectFrom('audit.entry').distinctOn('actor_id').select(['actor_id as actorId', 'actor_name as actorName']).orderBy('actor_id').orderBy('entry_id', 'desc').limit(500).execute()
