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

/** Answers whether it was saved: another version may have come first. */
export async function insertPolicy(trx: Trx, { version, validFrom, parameters, note, author, at }: Omit<PolicyRow, 'withdrawnAt'>): Promise<boolean> {
  const { rows } = await sql`insert into tiers.policy (version, valid_from, parameters, note, author, at)
    values (${version}, ${validFrom.toISOString()}::timestamptz, ${JSON.stringify(parameters)}::jsonb, ${note}, ${author}, ${at.toISOString()}::timestamptz) on conflict do nothing returning version`.execute(trx)
  return rows.length > 0
}

export const markWithdrawn = (trx: Trx, version: number, by: string, now: Date): Promise<unknown> =>
  sql`update tiers.policy set withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_by = ${by} where version = ${version}`.execute(trx)
