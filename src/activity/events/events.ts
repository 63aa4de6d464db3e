/**
 * Events: the one append-only log of what happened. This file is the door.
 *
 * What is recorded is heard in the same transaction by the listeners that the roof hands over, in their order; whoever can wait reads later with a
 * durable cursor that misses nothing.
 */
import type { Db, Trx } from '#foundation/db.ts'
import type { Event, Listener } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import * as sql from './events.sql.ts'

export interface NewEvent {
  readonly customerId: string
  /** `points.earned`: the capability and what happened. */
  readonly kind: string
  /** When it happened; now, unless it is told later. */
  readonly at?: Date
  readonly actor: string
  readonly source: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Appends the events and lets the listeners hear them, all inside the caller's transaction. */
export async function record(trx: Trx, listeners: readonly Listener[], events: readonly NewEvent[], now: Date): Promise<readonly Event[]> {
  if (events.length === 0) return []
  const written = events.map((event): Event => ({ ...event, eventId: newId(now), at: event.at ?? now }))
  await sql.insertEvents(trx, written, now)
  await hear(trx, listeners, written, now)
  return written
}

/** Lets listeners hear facts that are kept elsewhere (orders). Listener by listener, so that a later one sees all that an earlier one did. */
export async function hear(trx: Trx, listeners: readonly Listener[], events: readonly Event[], now: Date): Promise<void> {
  for (const listener of listeners) {
    const own = events.filter(({ kind }) => listener.kinds.includes(kind))
    if (own.length > 0) await listener.hear(trx, own, { now, listeners })
  }
}

/** Where a consumer stands. Keep the text; the first is `startOfLog`. */
export type Cursor = string
export const startOfLog: Cursor = '0:'
const noId = '00000000-0000-0000-0000-000000000000'

/**
 * The next events after a cursor, and the cursor after them. An event appears once its transaction and every one that began before it have ended, so a
 * transaction that commits late is never passed over. Store the new cursor in the transaction that acts on the events.
 */
export async function readSince(db: Db, cursor: Cursor, { kinds, limit = 1000 }: { readonly kinds?: readonly string[], readonly limit?: number } = {}): Promise<{ readonly events: readonly Event[], readonly cursor: Cursor }> {
  const [xid = '0', id = ''] = cursor.split(':')
  const page = await sql.settledEvents(db, { xid, id: id === '' ? noId : id }, kinds, limit)
  const events = page.rows.map(({ eventId, customerId, kind, at, actor, source, body }): Event => ({ eventId, customerId, kind, at, actor, source, body }))
  const last = page.rows.at(-1)
  // The horizon may not step back behind a cursor that stands inside it.
  const next = last !== undefined && page.rows.length === limit ? `${last.xid}:${last.eventId}` : BigInt(page.horizon) > BigInt(xid) ? `${page.horizon}:` : cursor
  return { events, cursor: next }
}

export type { EventKind, Place, TimelineEntry, TimelineSource } from './events.timeline.ts'
