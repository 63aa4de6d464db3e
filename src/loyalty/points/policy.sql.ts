/** Every statement on points.policy. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { statement } from '#foundation/statement.ts'
import type { PolicyParameters } from './points.schema.ts'

export interface PolicyRow {
  readonly version: number
  readonly parameters: PolicyParameters
  readonly note: string
  readonly author: string
  readonly at: Date
  readonly validFrom: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
}

const policyColumns = sql.raw('version, parameters, note, author, at, valid_from as "validFrom", withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"')

/** All versions, those withdrawn too, in the order in which they come into force. */
export const findPolicies = async (db: Db | Trx): Promise<readonly PolicyRow[]> => (await statement<PolicyRow>`select ${policyColumns} from points.policy order by valid_from, version`.execute(db)).rows

/** The same, and beside each the zone of the business, if that was saved, and the last closed month, if one is: a statement less for every booking. */
export const findRules = async (db: Db | Trx): Promise<readonly (PolicyRow & { readonly zone: string | null, readonly closed: string | null })[]> =>
  (await statement<PolicyRow & { readonly zone: string | null, readonly closed: string | null }>`select ${policyColumns}, (select zone from business.business) as zone,
    (select month from points.closing where reopened_at is null order by month desc limit 1) as closed from points.policy order by valid_from, version`.execute(db)).rows

/** Answers whether it was saved: another version may have come first. */
export async function insertPolicy(trx: Trx, { version, parameters, note, author, at, validFrom }: Omit<PolicyRow, 'withdrawnAt' | 'withdrawnBy'>): Promise<boolean> {
  const { rows } = await sql`insert into points.policy (version, parameters, note, author, at, valid_from)
    values (${version}, ${JSON.stringify(parameters)}::jsonb, ${note}, ${author}, ${at.toISOString()}::timestamptz, ${validFrom.toISOString()}::timestamptz) on conflict do nothing returning version`.execute(trx)
  return rows.length > 0
}

export const withdrawPolicy = (trx: Trx, version: number, by: string, now: Date): Promise<unknown> =>
  sql`update points.policy set withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_by = ${by} where version = ${version}`.execute(trx)
