/** One timeline of everything about a customer: the log, merged with facts that other slices keep in tables of their own. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import { Refusal, type Sentence } from '#foundation/refusal.ts'
import type { TimelineGroup } from './events.schema.ts'
import * as sql from './events.sql.ts'

/** What the timeline says of a kind. Placeholders are filled from the event's body. */
export interface EventKind {
  readonly kind: string
  readonly group: TimelineGroup
  readonly sentence: Sentence
}

export interface TimelineEntry {
  readonly id: string
  readonly at: Date
  readonly group: TimelineGroup
  readonly kind: string
  readonly sentence: Sentence
  readonly values: Readonly<Record<string, unknown>>
  readonly source: string
  readonly actor: string
}

export interface Place { readonly at: string, readonly id: string }

/** A port: a slice that keeps facts of its own (orders) shows them in the timeline through this; the roof plugs it in. */
export interface TimelineSource {
  readonly groups: readonly TimelineGroup[]
  /** At most `limit` entries before the place, newest first by (at, id). */
  readonly before: (db: Db, customerId: string, place: Place | undefined, limit: number) => Promise<readonly TimelineEntry[]>
}

export interface TimelineParts { readonly kinds: readonly EventKind[], readonly sources: readonly TimelineSource[] }
export interface TimelineQuery { readonly customer: string, readonly group?: TimelineGroup, readonly after?: string, readonly limit?: number }

export async function timeline(db: Db, parts: TimelineParts, { customer, group, after, limit = 50 }: TimelineQuery): Promise<{ readonly items: readonly TimelineEntry[], readonly next: string | null }> {
  const place = after === undefined ? undefined : placeOf(after)
  const kinds = group === undefined ? undefined : parts.kinds.filter((kind) => kind.group === group).map((kind) => kind.kind)
  const sources = parts.sources.filter((source) => group === undefined || source.groups.includes(group))
  const lists = await Promise.all([
    logged(db, parts.kinds, customer, place, kinds, limit + 1),
    ...sources.map((source) => source.before(db, customer, place, limit + 1))
  ])
  const all = lists.flat().toSorted(newestFirst)
  const items = all.slice(0, limit)
  const last = items.at(-1)
  return { items, next: all.length > limit && last !== undefined ? `${last.at.toISOString()}~${last.id}` : null }
}

export const newestFirst = (a: TimelineEntry, b: TimelineEntry): number => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

async function logged(db: Db, kinds: readonly EventKind[], customer: string, place: Place | undefined, only: readonly string[] | undefined, limit: number): Promise<readonly TimelineEntry[]> {
  const known = new Map(kinds.map((kind) => [kind.kind, kind]))
  return (await sql.eventsBefore(db, await unionOf(db, customer), place, only, limit)).map((event) => {
    const kind = known.get(event.kind)
    return {
      id: event.eventId, at: event.at, kind: event.kind, group: kind?.group ?? 'record', sentence: kind?.sentence ?? { zh: event.kind, en: event.kind },
      values: event.body, source: event.source, actor: event.actor
    }
  })
}

function placeOf(after: string): Place {
  const match = /^(\d{4}-[\dT:.-]+Z)~([\da-f-]{36})$/.exec(after)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Refusal('events.unknown_place', 400, { zh: '时间线的位置“{after}”读不懂；请用上一页给出的 next。', en: 'The place "{after}" in the timeline makes no sense; use the `next` of the page before.' }, { after })
  }
  return { at: match[1], id: match[2] }
}
