/** The days on which terms end and from which purchases count. Pure; local days of the business, months never drift: each is counted from its anchor. */
import { addDays, addMonths, dayOf, startOf, type Day } from '#foundation/zone.ts'
import type { PolicyParameters, Window } from './tiers.schema.ts'

/** Local days of one zone. */
export interface Calendar { readonly dayOf: (at: number) => Day, readonly startOf: (day: Day) => number }

export function calendarOf(zone: string, dayIn: (at: Date) => Day = (at) => dayOf(at, zone)): Calendar {
  return { dayOf: (at) => dayIn(new Date(at)), startOf: (day) => startOf(day, zone).getTime() }
}

/** The last day of `anchor + k × months` that is not after `day`; k may be below zero. */
export function periodStart(anchor: Day, months: number, day: Day): Day {
  const apart = (Number(day.slice(0, 4)) - Number(anchor.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(anchor.slice(5, 7))
  const k = Math.floor(apart / months)
  const start = addMonths(anchor, k * months)
  return start <= day ? start : addMonths(anchor, (k - 1) * months)
}

/** The last day of a term that begins on `from`; `since` is the day on which the tier was reached. */
export function termEnd({ anchor, months, from: cycle, leastMonths }: PolicyParameters['expiry'], from: Day, { since, joined }: { readonly since: Day, readonly joined: Day }): Day {
  const origin = anchor === 'tier' ? since : anchor === 'join' ? joined : anchor === 'calendar' ? '2000-01-01' : cycle ?? '2000-01-01'
  const least = addMonths(from, leastMonths)
  // Counted from the anchor each time, so that an anchor on the 31st or on 29 February comes back to it.
  const reached = least > from ? addDays(least, -1) : from
  const base = periodStart(origin, months, reached)
  const k = Math.round(((Number(base.slice(0, 4)) - Number(origin.slice(0, 4))) * 12 + Number(base.slice(5, 7)) - Number(origin.slice(5, 7))) / months)
  return addDays(addMonths(origin, (k + 1) * months), -1)
}

/** What a window needs to know of a member: when they joined, since when they are in their tier (the day, and the instant after what earned it), and when the term began. */
export interface Anchors { readonly joined: Day, readonly since: Day, readonly sinceAt: number, readonly termAt: number }

/** The first instant that counts, seen from a day. */
export function windowStart(window: Window, asOf: Day, { joined, since, sinceAt, termAt }: Anchors, calendar: Calendar): number {
  switch (window.kind) {
    case 'ever': return -Infinity
    case 'term': return termAt
    case 'rolling': return calendar.startOf(addDays(addMonths(asOf, -window.months), 1))
    case 'calendar': return calendar.startOf(`${asOf.slice(0, 4)}-01-01`)
    case 'join': return calendar.startOf(periodStart(joined, window.months, asOf))
    case 'cycle': return calendar.startOf(periodStart(window.from, window.months, asOf))
    case 'tier': {
      const start = periodStart(since, window.months, asOf)
      return start <= since ? sinceAt : calendar.startOf(start)
    }
  }
}
