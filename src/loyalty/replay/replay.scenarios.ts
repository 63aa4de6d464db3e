/** The rules in force, and the same with drafts in the place of some of them: both as if they had always held. */
import type { Db, Trx } from '#foundation/db.ts'
import { listVersions } from '../earning/earning.ts'
import { listPolicies as listPoints } from '../points/points.ts'
import { listPolicies as listTiers } from '../tiers/tiers.ts'
import type { Scenario } from './replay.member.ts'
import type { Drafts } from './replay.schema.ts'

export interface InForce { readonly drafts: Required<Omit<Drafts, 'earning'>> & Pick<Drafts, 'earning'>, readonly newest: { readonly earning: number, readonly tiers: number, readonly points: number } }
type Written = { readonly version: number, readonly at: string, readonly withdrawnAt: string | null }

export interface Rules {
  /** What holds at an instant, whole, in the shape of drafts. */
  readonly at: (instant: Date) => InForce
  /** Whether somebody wrote a version of one of these since then: drafts made before it would undo it. */
  readonly isOutrun: (parts: readonly string[], since: Date) => boolean
  /** Whether one of these versions was taken back. */
  readonly isWithdrawn: (versions: Readonly<Record<string, number>>) => boolean
}

/** Every version of the three kinds of rules, read once. */
export async function readRules(db: Db | Trx, now: Date): Promise<Rules> {
  const [earning, tiers, points] = await Promise.all([listVersions(db), listTiers(db, now), listPoints(db, now)])
  const lists: readonly (readonly [string, readonly Written[]])[] = [['earning', earning], ['tiers', tiers.items], ['points', points.items]]
  return {
    at: (instant) => {
      const ladder = heldAt(tiers.items, instant) ?? tiers.items.at(-1)
      const policy = heldAt(points.items, instant) ?? points.items.at(-1)
      if (ladder === undefined || policy === undefined) throw new Error('the migrations write the first ones')
      const programme = heldAt(earning, instant)?.programme
      return { drafts: { tiers: ladder.parameters, points: policy.parameters, ...(programme === undefined ? {} : { earning: programme }) }, newest: { earning: earning[0]?.version ?? 0, tiers: tiers.newest, points: points.newest } }
    },
    isOutrun: (parts, since) => lists.some(([part, versions]) => parts.includes(part) && versions.some(({ at, withdrawnAt }) => withdrawnAt === null && new Date(at) > since)),
    isWithdrawn: (held) => lists.some(([part, versions]) => versions.some(({ version, withdrawnAt }) => withdrawnAt !== null && held[part] === version))
  }
}

/** The latest to begin of those that had begun. */
function heldAt<V extends { readonly version: number, readonly validFrom: string, readonly withdrawnAt: string | null }>(versions: readonly V[], instant: Date): V | undefined {
  return versions.filter(({ withdrawnAt, validFrom }) => withdrawnAt === null && new Date(validFrom) <= instant).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom) || a.version - b.version).at(-1)
}

/** As if these rules had always held. */
export const always = ({ earning, tiers, points }: InForce['drafts']): Scenario => ({
  earning: earning === undefined ? [] : [{ version: 1, validFrom: -Infinity, programme: earning }], tiers: [{ version: 1, validFrom: 0, parameters: tiers }], points: [{ validFrom: -Infinity, parameters: points }]
})
