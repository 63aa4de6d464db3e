/** Every statement on the versions of the ladder. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { PolicyParameters } from './tiers.schema.ts'

export interface PolicyRow {
  readonly version: number
  readonly validFrom: Date
  readonly parameters: PolicyParameters
  readonly note: string
  readonly author: string
  readonly at: Date
  readonly withdrawnAt: Date | null
}

export async function findPolicies(db: Db | Trx): Promise<readonly PolicyRow[]> {
  return (await sql<PolicyRow>`select version, valid_from as "validFrom", parameters, note, author, at, withdrawn_at as "withdrawnAt" from tiers.policy order by valid_from, version`.execute(db)).rows
}
