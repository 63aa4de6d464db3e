/** Statements of merging and erasing. */
import { sql } from 'kysely'
import type { Trx } from '#foundation/db.ts'

/** Locks a record and lets everybody see that it changed. Answers whether there is one. */
export async function touch(trx: Trx, customerId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update record.customer set version = version + 1, updated_at = ${now.toISOString()}::timestamptz, changed_xid = pg_current_xact_id() where customer_id = ${customerId} returning 1`.execute(trx)
  return rows.length > 0
}

/** Everything personal of these records; the rows stay. */
export const erase = (trx: Trx, ids: readonly string[], now: Date): Promise<unknown> => sql`update record.customer set
    name = null, pinyin = null, initials = null, given_pinyin = null, gender = null, birth_year = null, birth_month = null, birth_day = null, birth_calendar = null, birth_leap = false,
    occupation = null, industry = null, region = null, country = null, address = null, custom = '{}', source = 'erased', erased_at = ${now.toISOString()}::timestamptz,
    version = version + 1, updated_at = ${now.toISOString()}::timestamptz, changed_xid = pg_current_xact_id()
  where customer_id = any(${ids}::uuid[])`.execute(trx)
