/** The rules in force, and the same with drafts in the place of some of them: both as if they had always held. */
import type { Db, Trx } from '#foundation/db.ts'
import { listVersions } from '../earning/earning.ts'
import { readPolicy } from '../points/points.ts'
import { listPolicies } from '../tiers/tiers.ts'
import type { Scenario } from './replay.member.ts'
import type { Drafts } from './replay.schema.ts'

export interface InForce { readonly drafts: Required<Omit<Drafts, 'earning'>> & Pick<Drafts, 'earning'>, readonly newest: { readonly earning: number, readonly tiers: number, readonly points: number } }

/** What holds now, whole, in the shape of drafts. */
export async function readInForce(db: Db | Trx, now: Date): Promise<InForce> {
  const [versions, tiers, points] = await Promise.all([listVersions(db), listPolicies(db, now), readPolicy(db, now)])
  const earning = versions.filter(({ withdrawnAt, validFrom }) => withdrawnAt === null && new Date(validFrom) <= now).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom) || a.version - b.version).at(-1)
  const ladder = tiers.items.find(({ version }) => version === tiers.inForce)
  if (ladder === undefined) throw new Error('the migration writes the first ladder')
  return {
    drafts: { tiers: ladder.parameters, points: points.parameters, ...(earning === undefined ? {} : { earning: earning.programme }) },
    newest: { earning: versions[0]?.version ?? 0, tiers: tiers.newest, points: points.newest }
  }
}

/** As if these rules had always held. */
export const always = ({ earning, tiers, points }: InForce['drafts']): Scenario => ({
  earning: earning === undefined ? [] : [{ version: 1, validFrom: -Infinity, programme: earning }], tiers: [{ version: 1, validFrom: 0, parameters: tiers }], points: [{ validFrom: -Infinity, parameters: points }]
})
