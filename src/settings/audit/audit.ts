/**
 * Audit: who did what, when, from where.
 *
 * Every write that succeeds leaves an entry in its own transaction, and so does every sign-in, successful or not. Entries are only added. Bodies are not
 * kept: they may hold passwords and personal data; what changed is in the event log and in the versions of the things themselves.
 */
import type { Db, Trx } from '#foundation/db.ts'
import type { Deed } from '#foundation/house.ts'
import { idMaker, newId } from '#foundation/ids.ts'
import { say, type Locale } from '#foundation/words.ts'
import { addDays, startOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { Actors, Entries, Entry, EntryQuery } from './audit.schema.ts'
import * as sql from './audit.sql.ts'
import { fileWords } from './audit.words.ts'

/** Something worth keeping that is not a write of the API: a sign-in, a start. */
export interface Note {
  readonly actor: Deed['actor']
  readonly deed: string
  readonly target: string
  readonly summary: string
  readonly detail?: Readonly<Record<string, unknown>>
  readonly address?: string
}

/** The witness of every write. */
export async function witness(trx: Trx, deeds: readonly Deed[], now: Date): Promise<void> {
  const nextId = idMaker(now)
  await sql.insertEntries(trx, deeds.map(({ actor, right, method, route, target, summary, address }) =>
    ({ id: nextId(), at: now, actorId: actor.userId, actorName: actor.name, role: actor.role, deed: right, method, route, target, summary, detail: {}, address })))
}

export async function note(db: Db | Trx, { actor, deed, target, summary, detail = {}, address }: Note, now: Date): Promise<void> {
  await sql.insertEntries(db, [{ id: newId(now), at: now, actorId: actor.userId, actorName: actor.name, role: actor.role, deed, method: null, route: null, target, summary, detail, address: address ?? null }])
}

/** `from` and `to` are local days of the business. */
export async function listEntries(db: Db, { limit = 100, from, to, after, actor, deed }: EntryQuery): Promise<Entries> {
  const { zone } = await readBusiness(db)
  const rows = await sql.listEntries(db, {
    actor, deed, after: after === '' ? undefined : after, limit: limit + 1, since: from === undefined ? undefined : startOf(from, zone), before: to === undefined ? undefined : startOf(addDays(to, 1), zone)
  })
  const items = rows.slice(0, limit).map(entryOf)
  return { items, next: rows.length > limit ? items.at(-1)?.id ?? null : null }
}

/** Every entry of the filter as rows of a file, read page by page. */
export async function* rowsOf(db: Db, filter: Omit<EntryQuery, 'after' | 'limit'>, locale: Locale): AsyncGenerator<readonly (string | null)[]> {
  yield [say(fileWords.at, locale), say(fileWords.who, locale), say(fileWords.role, locale), say(fileWords.deed, locale), 'HTTP', say(fileWords.target, locale), say(fileWords.summary, locale), say(fileWords.address, locale)]
  let after: string | null = ''
  while (after !== null) {
    const page: Entries = await listEntries(db, { ...filter, after, limit: 200 })
    for (const one of page.items) yield [one.at, one.actorName, one.role, one.deed, one.method, one.target, one.summary, one.address]
    after = page.next
  }
}

export const listActors = async (db: Db): Promise<Actors> => ({ items: await sql.listActors(db) })

type Row = Awaited<ReturnType<typeof sql.listEntries>>[number]

const entryOf = (row: Row): Entry => ({
  id: row.entry_id, at: row.at.toISOString(), actorId: row.actor_id, actorName: row.actor_name, role: row.role, deed: row.deed, method: row.method, route: row.route,
  target: row.target, summary: row.summary, detail: isRecord(row.detail) ? row.detail : {}, address: row.address
})

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
