/** Tiers given by hand lie over the earned ones: as long as one holds, the member never stands below it. Pure. */
import { addDays } from '#foundation/zone.ts'
import type { Calendar } from './tiers.periods.ts'
import type { Grant, Spell, Standing, VersionedPolicy } from './tiers.rules.ts'

export function overlaid(earned: Standing, grants: readonly Grant[], held: readonly VersionedPolicy[], now: number, calendar: Calendar): Standing {
  const spans = grants.map((grant) => ({ ...grant, ends: Math.min(grant.until === null ? Infinity : calendar.startOf(addDays(grant.until, 1)), grant.withdrawn ?? Infinity) })).filter(({ begins, ends }) => begins < ends)
  if (spans.length === 0) return earned
  const first = earned.spells[0]?.begins ?? now
  const cuts = [...new Set([...earned.spells.map(({ begins }) => begins), ...spans.flatMap(({ begins, ends }) => [Math.max(first, begins), ends])])].filter((at) => at >= first && at <= now).toSorted((a, b) => a - b)
  const spells: Spell[] = []
  for (const at of cuts) {
    const under = earned.spells.findLast(({ begins }) => begins <= at)
    if (under === undefined) continue
    const policy = held.findLast(({ validFrom }) => validFrom <= at) ?? held[0]
    const rankOf = (tier: string): number => policy?.parameters.tiers.findIndex(({ id }) => id === tier) ?? -1
    const over = spans.filter(({ begins, ends }) => begins <= at && at < ends).toSorted((a, b) => rankOf(b.tier) - rankOf(a.tier) || (a.until ?? '9999').localeCompare(b.until ?? '9999') * -1)[0]
    const last = spells.at(-1)
    const next: Spell = over !== undefined && rankOf(over.tier) > under.rank
      ? { tier: over.tier, rank: rankOf(over.tier), since: calendar.dayOf(Math.max(over.begins, first)), begins: at, ends: null, until: over.until, version: policy?.version ?? 0, reason: 'granted' }
      : { ...under, begins: at, ends: null, ...(under.begins < at ? { reason: 'grant_ended' as const, since: calendar.dayOf(at) } : {}) }
    if (last !== undefined && next.reason === 'granted' && last.reason === 'granted' && last.tier === next.tier && last.until === next.until) continue
    if (last !== undefined) spells.splice(-1, 1, { ...last, ends: at })
    spells.push(next)
  }
  const due = Math.min(earned.dueAt ?? Infinity, ...spans.flatMap(({ begins, ends }) => [begins, ends]).filter((at) => at > now))
  // Under a tier by hand nothing that is earned can be lost to the eye.
  const isCovered = spells.at(-1)?.reason === 'granted'
  return { ...earned, spells, dueAt: due === Infinity ? null : due, ...(isCovered ? { losesOn: null } : {}) }
}
