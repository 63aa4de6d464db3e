/**
 * The tier is a function of what counts and of the policy, and of nothing else: the same facts in whatever order they were told give the same spells.
 * Time is walked from joining to now, fact by fact and anchor by anchor; no clock, no database. The same function serves the listener, the sweep, what is
 * read before the sweep has come, the preview of a new ladder, and the replay.
 */
import { addDays, type Day } from '#foundation/zone.ts'
import { overlaid } from './tiers.grants.ts'
import { termEnd, windowStart, type Anchors, type Calendar } from './tiers.periods.ts'
import type { PolicyParameters, Reason, Rule } from './tiers.schema.ts'
import { folded, openTally, type Fact, type Tally } from './tiers.tally.ts'

/** `validFrom`: the instant from which it holds, in milliseconds. */
export interface VersionedPolicy { readonly version: number, readonly validFrom: number, readonly parameters: PolicyParameters }

/** A tier given by hand. */
export interface Grant { readonly grantId: string, readonly tier: string, readonly begins: number, readonly until: Day | null, readonly withdrawn: number | null }

export interface MemberFacts { readonly joined: number, readonly facts: readonly Fact[], readonly grants: readonly Grant[] }

export interface Spell {
  readonly tier: string
  readonly rank: number
  /** The day on which the tier was reached; a term that is kept goes on from it. */
  readonly since: Day
  readonly begins: number
  readonly ends: number | null
  /** The last day of the term; null: it does not end by time. */
  readonly until: Day | null
  readonly version: number
  readonly reason: Reason
}

export interface Standing {
  /** Never empty; the last is open. */
  readonly spells: readonly Spell[]
  /** The first instant at which time alone may change something. */
  readonly dueAt: number | null
  /** The term is over, and what is missing may still be bought until this day. */
  readonly graceUntil: Day | null
  /** A return took away what earned the tier: on this day it goes, unless it is made good. */
  readonly withdrawsOn: Day | null
  /** The first day without this tier if nothing more is bought; null: what is bought already keeps it, or time does not take it. */
  readonly losesOn: Day | null
  /** Of the earned tier, for what is missing. */
  readonly anchors: Anchors
  readonly earned: Spell
  readonly tally: Tally
}

/** The versions in the order in which they hold; of two that begin at once the newer one does. */
export const inForce = (policies: readonly VersionedPolicy[]): readonly VersionedPolicy[] =>
  policies.toSorted((a, b) => a.validFrom - b.validFrom || a.version - b.version).filter(({ validFrom }, place, all) => all[place + 1]?.validFrom !== validFrom)

/** Whether the sums over the windows of the rule's conditions reach what they ask; null asks the impossible. */
export function isMet(rule: Rule | null, tally: Tally, asOf: Day, anchors: Anchors, calendar: Calendar): boolean {
  if (rule === null) return false
  const ever = tally.from(-Infinity)
  return rule.anyOf.some(({ allOf }) => allOf.every(({ measure, atLeast, window }) => {
    const least = BigInt(atLeast)
    if (window.kind === 'ever') return ever[measure] >= least
    return tally.from(windowStart(window, asOf, anchors, calendar))[measure] >= least
  }))
}

export function evaluate(member: MemberFacts, policies: readonly VersionedPolicy[], now: number, calendar: Calendar): Standing {
  const held = inForce(policies)
  return overlaid(climb({ ...member, facts: member.facts.toSorted((a, b) => a.at - b.at) }, held, now, calendar), member.grants, held, now, calendar)
}

/** Where a walk stands. */
interface Place {
  policy: VersionedPolicy
  rank: number
  anchors: Anchors
  until: Day | null
  graceUntil: Day | null
  withdrawsOn: Day | null
}

/** The walk itself. With `isKept` the facts are what was kept, and returns are no events any more. */
function climb(member: MemberFacts, held: readonly VersionedPolicy[], now: number, calendar: Calendar, isKept = false): Standing {
  const [first, ...later] = held
  if (first === undefined) throw new Error('the migration writes the first policy')
  const joined = calendar.dayOf(member.joined)
  const begins = Math.max(member.joined, first.validFrom)
  const tally = openTally()
  const spells: Spell[] = []
  const beginDay = calendar.dayOf(begins)
  const at: Place = { policy: first, rank: 0, anchors: { joined, since: beginDay, sinceAt: begins, termAt: begins }, until: null, graceUntil: null, withdrawsOn: null }
  let [fact, version] = [0, 0]
  for (; (later[version]?.validFrom ?? Infinity) <= begins; version += 1) at.policy = later[version] ?? at.policy
  for (const one of member.facts) {
    if (one.at >= begins) break
    tally.add(one)
    fact += 1
  }

  const parameters = (): PolicyParameters => at.policy.parameters
  const tierAt = (rank: number) => {
    const found = parameters().tiers[rank]
    if (found === undefined) throw new Error(`no tier of rank ${rank}`)
    return found
  }
  /** The highest tier above `floor` and below `ceiling` whose upgrade rule is met. */
  const highest = (asOf: Day, floor: number, ceiling = Infinity): number => {
    for (let rank = Math.min(parameters().tiers.length, ceiling) - 1; rank > floor; rank -= 1) if (isMet(tierAt(rank).upgrade, tally, asOf, at.anchors, calendar)) return rank
    return floor
  }
  const open = (reason: Reason, begin: number, since: Day): void => {
    const last = spells.at(-1)
    if (last !== undefined) {
      spells.pop()
      if (last.begins < begin) spells.push({ ...last, ends: begin })
    }
    spells.push({ tier: tierAt(at.rank).id, rank: at.rank, since, begins: begin, ends: null, until: at.until, version: at.policy.version, reason })
  }
  const termFrom = (day: Day): Day | null => (at.rank === 0 || tierAt(at.rank).keep === null ? null : termEnd(parameters().expiry, day, at.anchors))
  const move = (rank: number, instant: number, reason: Reason): void => {
    const day = calendar.dayOf(instant)
    at.rank = rank
    at.anchors = { joined, since: day, sinceAt: instant, termAt: instant }
    at.until = termFrom(day)
    at.graceUntil = at.withdrawsOn = null
    open(reason, instant, day)
  }
  const renew = (): void => {
    const from = addDays(at.until ?? beginDay, 1)
    const since = spells.at(-1)?.since ?? from
    at.anchors = { ...at.anchors, termAt: calendar.startOf(from) }
    at.until = termFrom(from)
    at.graceUntil = null
    open('kept', at.anchors.termAt, since)
  }
  const isKeptAt = (until: Day): boolean => isMet(tierAt(at.rank).keep, tally, until, at.anchors, calendar)
  /** Where the member would stand without what came back. */
  const withoutReturned = (instant: number): Standing => climb({ ...member, facts: folded(member.facts.slice(0, fact)) }, held, instant, calendar, true)
  const fallTo = (there: Standing, instant: number): void => {
    const { rank, until } = there.earned
    at.rank = rank
    at.anchors = there.anchors
    at.until = until
    at.graceUntil = at.withdrawsOn = null
    open('returned', instant, calendar.dayOf(instant))
  }

  const reconsider = (instant: number): void => {
    const there = withoutReturned(instant)
    if (there.earned.rank >= at.rank) { at.withdrawsOn = null; return }
    if (at.withdrawsOn !== null) return
    const { afterUpgradeDays, afterReturnDays } = parameters().protection
    const day = calendar.dayOf(instant)
    const last = [addDays(at.anchors.since, afterUpgradeDays - 1), addDays(day, afterReturnDays - 1)].toSorted().at(-1) ?? day
    if (last < day) fallTo(there, instant + 1)
    else at.withdrawsOn = addDays(last, 1)
  }
  const hear = (instant: number, isBack: boolean): void => {
    if (at.graceUntil !== null && at.until !== null && isKeptAt(at.until)) renew()
    const rank = highest(calendar.dayOf(instant), at.rank)
    // What is earned begins the instant after what earned it: the order that lifts a member counts in the tier before.
    if (rank > at.rank) move(rank, instant + 1, 'upgraded')
    if (!isKept && at.rank > 0 && parameters().onReturn === 'withdraw' && (isBack || at.withdrawsOn !== null)) reconsider(instant)
  }
  /** The next instant at which time alone does something. */
  const dueAt = (): number => Math.min(
    later[version]?.validFrom ?? Infinity, at.withdrawsOn === null ? Infinity : calendar.startOf(at.withdrawsOn), at.until === null ? Infinity : calendar.startOf(addDays(at.graceUntil ?? at.until, 1))
  )
  const pass = (instant: number): void => {
    const next = later[version]
    if (next !== undefined && next.validFrom <= instant) { version += 1; adopt(next); return }
    if (at.withdrawsOn !== null && calendar.startOf(at.withdrawsOn) <= instant) {
      at.withdrawsOn = null
      const there = withoutReturned(instant - 1)
      if (there.earned.rank < at.rank) fallTo(there, instant)
      return
    }
    if (at.until === null) return
    if (at.graceUntil === null) {
      if (isKeptAt(at.until)) { renew(); return }
      const { graceDays } = parameters().expiry
      if (graceDays > 0) { at.graceUntil = addDays(at.until, graceDays); return }
    }
    const last = at.graceUntil ?? at.until
    move(parameters().downgrade === 'step' ? at.rank - 1 : highest(last, 0, at.rank), instant, 'expired')
  }
  /** A new ladder holds from its instant: nobody falls by it before their term is over, unless their tier is gone. */
  const adopt = (policy: VersionedPolicy): void => {
    const instant = policy.validFrom
    const day = calendar.dayOf(instant)
    const before = tierAt(at.rank).id
    at.policy = policy
    const rank = policy.parameters.tiers.findIndex(({ id }) => id === before)
    if (rank === -1) { move(highest(day, 0), instant, 'policy'); return }
    at.rank = rank
    const better = highest(day, rank)
    if (better > rank) { move(better, instant, 'policy'); return }
    const isForGood = rank === 0 || tierAt(rank).keep === null
    if (isForGood === (at.until === null)) return
    at.anchors = { ...at.anchors, termAt: instant }
    at.until = termFrom(day)
    at.graceUntil = null
    open('policy', instant, spells.at(-1)?.since ?? day)
  }

  at.rank = highest(beginDay, 0)
  at.until = termFrom(beginDay)
  open('joined', begins, beginDay)
  for (;;) {
    const due = dueAt()
    const next = member.facts[fact]?.at ?? Infinity
    if (Math.min(due, next) > now) break
    if (due <= next) { pass(due); continue }
    // What happened at one instant is heard at once, so that no order among it can matter.
    let isBack = false
    for (let one = member.facts[fact]; one?.at === next; one = member.facts[fact]) {
      isBack ||= one.spend < 0n || one.orders < 0n || one.growth < 0n
      tally.add(one)
      fact += 1
    }
    hear(next, isBack)
  }
  const earned = spells.at(-1)
  if (earned === undefined) throw new Error('a walk begins with a spell')
  const safeUntil = at.until !== null && !isKeptAt(at.until) ? at.graceUntil ?? at.until : null
  return { spells, earned, dueAt: dueAt() === Infinity ? null : dueAt(), graceUntil: at.graceUntil, withdrawsOn: at.withdrawsOn, losesOn: at.withdrawsOn ?? (safeUntil === null ? null : addDays(safeUntil, 1)), anchors: at.anchors, tally }
}

