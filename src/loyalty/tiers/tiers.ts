/**
 * Tiers: where a member stands on the ladder, since when, until when and why. This file is the door.
 *
 * Law: the tier is a function of what was bought, earned and returned, and of the policy. What is stored are the spells that it gives; they are written
 * again whenever something that counts has changed, and whoever reads after an end by time sees that end whether the sweep has booked it or not.
 */
import { survivorsOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import { groundOf, policyAt, standingsOf, tierOf, type Ground } from './tiers.standing.ts'
import * as sql from './tiers.sql.ts'

export { giveTier, readMember, readProgress, withdrawTier } from './tiers.member.ts'
export { holdMembers, review, type TiersParts } from './tiers.review.ts'
export { retire } from './tiers.sql.ts'
export { ladderDifferences } from './tiers.ladder.words.ts'
export { factsOf, type GrowthRow } from './tiers.facts.ts'
export { calendarOf, type Calendar } from './tiers.periods.ts'
export { checkLadder, growthCurrencies, listPolicies, savePolicy } from './tiers.policy.ts'
export { evaluate, type Grant, type Spell, type VersionedPolicy } from './tiers.rules.ts'

export interface TierAt { readonly tier: string, readonly rank: number, readonly ratePermille: number, readonly since: Day, readonly until: Day | null, readonly policyVersion: number }

/** The tiers of these customers at an instant, each that exists. An order that lifts a member is not yet in the tier to which it lifts. */
export async function readTiers(db: Db | Trx, customerIds: readonly string[], at: Date): Promise<ReadonlyMap<string, TierAt>> {
  if (customerIds.length === 0) return new Map()
  const survivors = await survivorsOf(db, customerIds)
  const ids = [...new Set(customerIds.map((id) => survivors.get(id) ?? id))]
  const [ground, members, stored] = await Promise.all([groundOf(db), sql.findMembers(db, ids), sql.spellsAt(db, ids, at)])
  const stale = members.filter(({ reviewedAt, dueAt }) => reviewedAt === null || dueAt !== null && dueAt <= at || ground.policies.some(({ validFrom }) => validFrom > reviewedAt.getTime() && validFrom <= at.getTime()))
  const fresh = stale.length === 0 ? undefined : await standingsOf(db, ground, stale, at)
  const kept = new Map(stored.map((spell) => [spell.customerId, spell]))
  const found = new Map(members.map(({ customerId, createdAt }) => [customerId, shown(ground, fresh?.get(customerId)?.spells.findLast(({ begins }) => begins <= at.getTime()) ?? kept.get(customerId), createdAt, at)]))
  return asAsked(found, survivors)
}

/** Whoever was merged stands where the one they are now stands. */
const asAsked = (found: ReadonlyMap<string, TierAt>, survivors: ReadonlyMap<string, string>): ReadonlyMap<string, TierAt> => new Map([...found, ...[...survivors].flatMap(([id, survivor]) => {
  const tier = found.get(survivor)
  return tier === undefined ? [] : [[id, tier] as const]
})])

/** The same for members each at an instant of their own: counting a past asks for the tier that each then had. */
export async function readTiersThen(db: Db | Trx, asked: readonly { readonly customerId: string, readonly at: Date }[]): Promise<ReadonlyMap<string, TierAt>> {
  if (asked.length === 0) return new Map()
  const survivors = await survivorsOf(db, asked.map(({ customerId }) => customerId))
  const whose = asked.map(({ customerId, at }) => ({ customerId: survivors.get(customerId) ?? customerId, at }))
  const thenOf = new Map(whose.map(({ customerId, at }) => [customerId, at]))
  const latest = new Date(Math.max(...asked.map(({ at }) => at.getTime())))
  const [ground, members, stored] = await Promise.all([groundOf(db), sql.findMembers(db, [...thenOf.keys()]), sql.spellsThen(db, whose)])
  const stale = members.filter(({ customerId, reviewedAt, dueAt }) => {
    const at = thenOf.get(customerId) ?? latest
    return reviewedAt === null || dueAt !== null && dueAt <= at || ground.policies.some(({ validFrom }) => validFrom > reviewedAt.getTime() && validFrom <= at.getTime())
  })
  const fresh = stale.length === 0 ? undefined : await standingsOf(db, ground, stale, latest)
  const kept = new Map(stored.map((spell) => [spell.customerId, spell]))
  const found = new Map(members.map(({ customerId, createdAt }) => {
    const at = thenOf.get(customerId) ?? latest
    return [customerId, shown(ground, fresh?.get(customerId)?.spells.findLast(({ begins }) => begins <= at.getTime()) ?? kept.get(customerId), createdAt, at)] as const
  }))
  return asAsked(found, survivors)
}

function shown(ground: Ground, spell: { readonly tier: string, readonly since: Day, readonly until: Day | null, readonly version: number } | undefined, joined: Date, at: Date): TierAt {
  const policy = policyAt(ground, at)
  const { tier, rank } = tierOf(policy, spell?.tier ?? '')
  return {
    tier: tier.id, rank, ratePermille: tier.benefits.ratePermille, since: spell?.since ?? ground.calendar.dayOf(joined.getTime()), until: spell?.until ?? null, policyVersion: spell?.version ?? policy.version
  }
}
