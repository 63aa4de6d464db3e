/** One member: where they stand, what is missing, what it brings, and how they came there. */
import { survivorOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { progressOf } from './tiers.progress.ts'
import { review, type TiersParts } from './tiers.review.ts'
import type { Member, NewGrant, Progress } from './tiers.schema.ts'
import { groundOf, policyAt, standingsOf, tierOf } from './tiers.standing.ts'
import * as sql from './tiers.sql.ts'
import { tiersWords as words } from './tiers.words.ts'

/** What the rules say now, whatever was booked. */
export async function readMember(db: Db | Trx, asked: string, now: Date): Promise<Member> {
  const customerId = await survivorOf(db, asked)
  const [ground, members, grants] = await Promise.all([groundOf(db), sql.findMembers(db, [customerId]), sql.findGrants(db, [customerId])])
  const standing = (await standingsOf(db, ground, members, now)).get(customerId)
  const spell = standing?.spells.at(-1)
  if (standing === undefined || spell === undefined) throw new Refusal('tiers.unknown_customer', 404, words.unknownCustomer, { customer: customerId })
  const policy = policyAt(ground, now)
  const { tier, rank } = tierOf(policy, spell.tier)
  const names = new Map(ground.policies.flatMap(({ parameters: { tiers } }) => tiers.map(({ id, name }) => [id, name] as const)))
  return {
    tier: tier.id, name: tier.name, rank, since: spell.since, until: spell.until, policyVersion: spell.version, benefits: tier.benefits, graceUntil: standing.graceUntil, withdrawsOn: standing.withdrawsOn,
    progress: progressOf(standing, policy, ground.calendar.dayOf(now.getTime()), ground.calendar, ground.currency),
    spells: standing.spells.toReversed().map(({ tier: id, begins, ends, until, version, reason }) => ({
      tier: id, name: names.get(id) ?? { zh: id, en: id }, begins: new Date(begins).toISOString(), ends: ends === null ? null : new Date(ends).toISOString(), until, policyVersion: version, reason
    })),
    grants: grants.map(({ grantId, tier: id, begins, until, note, actor, withdrawn }) => ({ grantId, tier: id, begins: begins.toISOString(), until, note, actor, withdrawnAt: withdrawn?.toISOString() ?? null }))
  }
}

export const readProgress = async (db: Db | Trx, customerId: string, now: Date): Promise<Progress> => (await readMember(db, customerId, now)).progress

/** Gives a tier by hand, for life or to a day: the member never stands below it meanwhile. Refuses: tiers.unknown_tier, tiers.unknown_customer, tiers.grant_over. */
export async function giveTier(trx: Trx, parts: TiersParts, { customerId: asked, tier, until, note }: NewGrant, now: Date): Promise<Member> {
  const customerId = await survivorOf(trx, asked)
  const ground = await groundOf(trx)
  if (!policyAt(ground, now).parameters.tiers.some(({ id }) => id === tier)) throw new Refusal('tiers.unknown_tier', 422, words.unknownTier, { tier })
  if (until !== null && until < ground.calendar.dayOf(now.getTime())) throw new Refusal('tiers.grant_over', 422, words.grantOver, { until })
  if ((await sql.lockMembers(trx, [customerId])).length === 0) throw new Refusal('tiers.unknown_customer', 404, words.unknownCustomer, { customer: customerId })
  await sql.insertGrant(trx, { customerId, grantId: newId(now), tier, until, note, actor: parts.actor }, now)
  await review(trx, parts, [customerId], now)
  return readMember(trx, customerId, now)
}

/** Takes back what was given by hand; the member stands where they have earned it. Refuses: tiers.unknown_grant. */
export async function withdrawTier(trx: Trx, parts: TiersParts, customerId: string, grantId: string, now: Date): Promise<Member> {
  if (!(await sql.withdrawGrant(trx, customerId, grantId, parts.actor, now))) throw new Refusal('tiers.unknown_grant', 404, words.unknownGrant)
  await review(trx, parts, [customerId], now)
  return readMember(trx, customerId, now)
}
