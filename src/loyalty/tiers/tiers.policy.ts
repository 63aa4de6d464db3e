/** The ladder by versions: each holds from its instant on. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Policy, PolicyList } from './tiers.schema.ts'
import { findPolicies, type PolicyRow } from './tiers.policy.sql.ts'

const standing = (rows: readonly PolicyRow[]): readonly PolicyRow[] => rows.filter(({ withdrawnAt }) => withdrawnAt === null)
const newestOf = (rows: readonly PolicyRow[]): number => Math.max(...standing(rows).map(({ version }) => version))
const shown = ({ at, validFrom, withdrawnAt, ...row }: PolicyRow): Policy => ({ ...row, at: at.toISOString(), validFrom: validFrom.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null })

/** Every version, the latest to begin first. */
export async function listPolicies(db: Db | Trx, now: Date): Promise<PolicyList> {
  const rows = await findPolicies(db)
  const held = standing(rows).findLast(({ validFrom }) => validFrom <= now) ?? rows[0]
  return { inForce: held?.version ?? 0, newest: newestOf(rows), items: rows.toReversed().map(shown) }
}

/** The currencies that any version counts. */
export const growthCurrencies = async (db: Db | Trx): Promise<ReadonlySet<unknown>> => new Set(standing(await findPolicies(db)).map(({ parameters }) => parameters.growthCurrency))
