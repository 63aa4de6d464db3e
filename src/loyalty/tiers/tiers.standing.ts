/** Members with what counts for them, loaded in sets and evaluated by the pure rules. */
import { survivorsOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { dayIn } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { factsOf } from './tiers.facts.ts'
import { calendarOf, type Calendar } from './tiers.periods.ts'
import { findPolicies } from './tiers.policy.sql.ts'
import { evaluate, inForce, type MemberFacts, type Standing, type VersionedPolicy } from './tiers.rules.ts'
import type { Tier } from './tiers.schema.ts'
import * as sql from './tiers.sql.ts'

/** What evaluating needs beside the members. */
export interface Ground { readonly policies: readonly VersionedPolicy[], readonly calendar: Calendar, readonly currency: string }

export async function groundOf(db: Db | Trx): Promise<Ground> {
  const [{ zone, currency }, policies] = await Promise.all([readBusiness(db), findPolicies(db)])
  return {
    currency, calendar: calendarOf(zone, dayIn(zone)),
    policies: inForce(policies.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ version, validFrom, parameters }) => ({ version, validFrom: validFrom.getTime(), parameters })))
  }
}

/** The version in force at an instant; before the first of all it is the first. */
export function policyAt({ policies }: Pick<Ground, 'policies'>, at: Date): VersionedPolicy {
  const found = policies.findLast(({ validFrom }) => validFrom <= at.getTime()) ?? policies[0]
  if (found === undefined) throw new Error('the migration writes the first policy')
  return found
}

export function tierOf({ parameters: { tiers } }: VersionedPolicy, id: string): { readonly tier: Tier, readonly rank: number } {
  const rank = Math.max(0, tiers.findIndex((one) => one.id === id))
  const tier = tiers[rank]
  if (tier === undefined) throw new Error('a ladder has at least one tier')
  return { tier, rank }
}

/** What counts for each of these members, as it is known now. */
export async function memberFactsOf(db: Db | Trx, ground: Ground, members: readonly sql.MemberRow[], growthCurrency: string): Promise<ReadonlyMap<string, MemberFacts>> {
  const ids = members.map(({ customerId }) => customerId)
  const [orders, growth, grants] = await Promise.all([sql.findOrders(db, ids, ground.currency), sql.findGrowth(db, ids, growthCurrency), sql.findGrants(db, ids)])
  const [ordersOf, growthOf, grantsOf] = [Map.groupBy(orders, ({ customerId }) => customerId), Map.groupBy(growth, ({ customerId }) => customerId), Map.groupBy(grants, ({ customerId }) => customerId)]
  return new Map(members.map(({ customerId, createdAt }) => {
    const facts = factsOf(ordersOf.get(customerId) ?? [], growthOf.get(customerId) ?? [])
    // Who bought before they were recorded (an import) joined with the first purchase.
    const joined = facts.reduce((first, { at }) => Math.min(first, at), createdAt.getTime())
    return [customerId, { joined, facts, grants: (grantsOf.get(customerId) ?? []).map((grant) => ({ ...grant, begins: grant.begins.getTime(), withdrawn: grant.withdrawn?.getTime() ?? null })) }]
  }))
}

export async function standingsOf(db: Db | Trx, ground: Ground, members: readonly sql.MemberRow[], now: Date): Promise<ReadonlyMap<string, Standing>> {
  const found = await memberFactsOf(db, ground, members, policyAt(ground, now).parameters.growthCurrency)
  return new Map([...found].map(([customerId, member]) => [customerId, evaluate(member, ground.policies, now.getTime(), ground.calendar)]))
}

/** Each once; whoever was merged is the one they were merged into. */
export async function whoTheyAre(db: Db | Trx, customerIds: readonly string[]): Promise<readonly string[]> {
  const survivors = await survivorsOf(db, customerIds)
  return [...new Set(customerIds.map((id) => survivors.get(id) ?? id))]
}
