/** Every statement on events.*. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Event } from '#foundation/house.ts'

export const insertEvents = (trx: Trx, events: readonly Event[], now: Date): Promise<unknown> =>
  sql`insert into events.event (customer_id, event_id, kind, at, recorded_at, actor, source, body)
    select t.customer_id, t.event_id, t.kind, t.at, ${now.toISOString()}::timestamptz, t.actor, t.source, t.body::jsonb
    from unnest(${events.map((e) => e.customerId)}::uuid[], ${events.map((e) => e.eventId)}::uuid[], ${events.map((e) => e.kind)}::text[], ${events.map((e) => e.at.toISOString())}::timestamptz[],
      ${events.map((e) => e.actor)}::text[], ${events.map((e) => e.source)}::text[], ${events.map((e) => JSON.stringify(e.body))}::text[]) as t (customer_id, event_id, kind, at, actor, source, body)`.execute(trx)

const columns = sql`event_id as "eventId", customer_id as "customerId", kind, at, actor, source, body`

/** The customer's events before a place in the timeline, newest first. */
export async function eventsBefore(db: Db, customerIds: readonly string[], before: { readonly at: string, readonly id: string } | undefined, kinds: readonly string[] | undefined, limit: number): Promise<readonly Event[]> {
  const { rows } = await sql<Event>`
    select ${columns} from events.event where ${customerIds.length === 1 ? sql`customer_id = ${customerIds[0]}` : sql`customer_id = any(${customerIds}::uuid[])`}
      ${before === undefined ? sql`` : sql`and (at, event_id) < (${before.at}::timestamptz, ${before.id}::uuid)`}
      ${kinds === undefined ? sql`` : sql`and kind = any(${kinds}::text[])`}
    order by at desc, event_id desc limit ${limit}`.execute(db)
  return rows
}

export interface Page { readonly rows: readonly (Event & { readonly xid: string })[], readonly horizon: string }

/**
 * Events of transactions that began no earlier than `xid`, up to the oldest transaction still running: below that horizon nothing can appear any more.
 * One statement, so that rows and horizon are of one snapshot.
 */
export async function settledEvents(db: Db, after: { readonly xid: string, readonly id: string }, kinds: readonly string[] | undefined, limit: number): Promise<Page> {
  const { rows } = await sql<{ horizon: string, eventId: string | null } & Event & { xid: string }>`
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
    select h.xmin::text as horizon, e.* from horizon h left join lateral (
      select ${columns}, recorded_xid::text as xid from events.event
      where recorded_xid >= ${after.xid}::xid8 and recorded_xid < h.xmin and (recorded_xid > ${after.xid}::xid8 or event_id > ${after.id}::uuid)
        ${kinds === undefined ? sql`` : sql`and kind = any(${kinds}::text[])`}
      order by recorded_xid, event_id limit ${limit}) e on true`.execute(db)
  return { horizon: rows[0]?.horizon ?? after.xid, rows: rows.filter((row) => row.eventId !== null) }
}
