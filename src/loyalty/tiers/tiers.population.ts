/** Who is in which tier, what they bring, who is about to lose theirs; and what another ladder would make of the same members. */
import type { Cell } from '#foundation/download.ts'
import type { Db } from '#foundation/db.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import { addDays } from '#foundation/zone.ts'
import { ladderDifferences } from './tiers.ladder.words.ts'
import { checkLadder } from './tiers.policy.ts'
import { progressOf } from './tiers.progress.ts'
import { evaluate, type VersionedPolicy } from './tiers.rules.ts'
import type { Listed, ListedPage, ListQuery, Population, Preview, PolicyParameters } from './tiers.schema.ts'
import { groundOf, memberFactsOf, policyAt, standingsOf, tierOf, type Ground } from './tiers.standing.ts'
import { findMembers } from './tiers.sql.ts'
import { isBehind } from './tiers.follow.sql.ts'
import * as sql from './tiers.population.sql.ts'
import { listWords } from './tiers.words.ts'

const yearMs = 365 * 86_400_000
export const soonDays = 30

export async function readPopulation(db: Db, now: Date, withinDays = soonDays): Promise<Population> {
  const ground = await groundOf(db)
  const policy = policyAt(ground, now)
  const today = ground.calendar.dayOf(now.getTime())
  const rows = await sql.countTiers(db, { currency: ground.currency, since: new Date(now.getTime() - yearMs), losesBy: addDays(today, withinDays) })
  const members = rows.reduce((sum, row) => sum + row.members, 0)
  return {
    isCounting: await isBehind(db), today, withinDays, version: policy.version, members, losing: rows.reduce((sum, row) => sum + row.losing, 0), spentMinor: rows.reduce((sum, row) => sum + row.spentMinor, 0n).toString(),
    tiers: policy.parameters.tiers.map(({ id, name }, rank) => {
      const own = rows.filter(({ tier }) => tierOf(policy, tier ?? '').tier.id === id)
      const sum = (of: (row: sql.TierCount) => number): number => own.reduce((all, row) => all + of(row), 0)
      return { tier: id, name, rank, members: sum((row) => row.members), buyers: sum((row) => row.buyers), losing: sum((row) => row.losing), spentMinor: own.reduce((all, row) => all + row.spentMinor, 0n).toString() }
    })
  }
}

/** Who loses their tier soon (with `tier`: of this one), or, with `all`, everybody in a tier. */
export async function listMembers(db: Db, { tier, all = false, withinDays = soonDays, after, limit = 50 }: ListQuery, now: Date): Promise<ListedPage> {
  const ground = await groundOf(db)
  const [key = '', customerId = ''] = after?.split('~') ?? []
  const place = after === undefined ? undefined : { key, customerId }
  const today = ground.calendar.dayOf(now.getTime())
  const scope = { currency: ground.currency, since: new Date(now.getTime() - yearMs) }
  const rows = all && tier !== undefined
    ? await sql.listTier(db, { ...scope, tier }, place, limit + 1)
    : await sql.listLosing(db, { ...scope, tier, today, by: addDays(today, withinDays) }, place, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: await dressed(db, ground, shown, now), next: rows.length > limit && last !== undefined ? `${all && tier !== undefined ? last.since : last.losesOn ?? ''}~${last.customerId}` : null }
}

async function dressed(db: Db, ground: Ground, rows: readonly sql.ListedRow[], now: Date): Promise<Listed[]> {
  if (rows.length === 0) return []
  const policy = policyAt(ground, now)
  const standings = await standingsOf(db, ground, await findMembers(db, rows.map(({ customerId }) => customerId)), now)
  return rows.map((row) => {
    const standing = standings.get(row.customerId)
    const progress = standing === undefined ? undefined : progressOf(standing, policy, ground.calendar.dayOf(now.getTime()), ground.calendar, ground.currency)
    return { ...row, spentMinor: row.spentMinor.toString(), tierName: tierOf(policy, row.tier).tier.name, keep: progress?.keep ?? null, next: progress?.next ?? null }
  })
}

const pageSize = 2_000
export async function* memberRows(db: Db, query: ListQuery, now: Date, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(listWords).map((word) => say(word, locale))
  const own = (text: { readonly zh: string, readonly en: string }): string => (locale === 'en' ? text.en : text.zh)
  for (let after: string | undefined; ;) {
    const page = await listMembers(db, { ...query, limit: pageSize, ...(after === undefined ? {} : { after }) }, now)
    for (const { customerId, name, tierName, since, until, losesOn, spentMinor, keep, next } of page.items) {
      yield [customerId, name, own(tierName), since, until, losesOn, Number(plainMoney(BigInt(spentMinor))), keep === null ? null : own(keep.sentence), next === null ? null : own(next.sentence)]
    }
    if (page.next === null) return
    after = page.next
  }
}

const mostDrawn = 20_000

/** What a ladder would make of the members: at once, and if it had always held. Many members are judged by a fair draw of them, and it says so. */
export async function previewLadder(db: Db, parameters: PolicyParameters, now: Date): Promise<Preview> {
  checkLadder(parameters)
  const ground = await groundOf(db)
  const [held, all, drawn] = [policyAt(ground, now), await sql.countCustomers(db), await sql.drawMembers(db, mostDrawn)]
  const next: VersionedPolicy = { version: held.version + 1_000_000, validFrom: now.getTime(), parameters }
  const counts = { now: new Map<string, number>(), then: new Map<string, number>(), always: new Map<string, number>() }
  const count = (of: Map<string, number>, tier: string | undefined): void => { of.set(tier ?? '', (of.get(tier ?? '') ?? 0) + 1) }
  let [rising, falling] = [0, 0]
  for (let from = 0; from < drawn.length; from += pageSize) {
    for (const member of (await memberFactsOf(db, ground, await findMembers(db, drawn.slice(from, from + pageSize)), parameters.growthCurrency)).values()) {
      const [before, after, ever] = [ground.policies, [...ground.policies.filter(({ validFrom }) => validFrom <= now.getTime()), next], [{ ...next, validFrom: 0 }]].map((policies) => evaluate(member, policies, now.getTime(), ground.calendar).spells.at(-1))
      count(counts.now, before?.tier)
      count(counts.then, after?.tier)
      count(counts.always, ever?.tier)
      const [was, is] = [parameters.tiers.findIndex(({ id }) => id === before?.tier), after?.rank ?? 0]
      if (is > was && was >= 0) rising += 1
      if (was === -1 || is < was) falling += 1
    }
  }
  const scale = drawn.length === 0 ? 1 : all / drawn.length
  const scaled = (n: number): number => Math.round(n * scale)
  const names = new Map([...held.parameters.tiers, ...parameters.tiers].map(({ id, name }) => [id, name]))
  return {
    changes: [...ladderDifferences(held.parameters, parameters, ground.currency)], members: all, drawn: drawn.length, rising: scaled(rising), falling: scaled(falling),
    tiers: [...names].map(([tier, name]) => ({ tier, name, now: scaled(counts.now.get(tier) ?? 0), then: scaled(counts.then.get(tier) ?? 0), always: scaled(counts.always.get(tier) ?? 0) }))
  }
}
