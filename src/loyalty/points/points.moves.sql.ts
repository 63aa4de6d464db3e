/** Statements on rates between currencies, and sums of what moved. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

/** What these have given to others since. */
export async function sumTransferred(trx: Trx, ids: readonly string[], currency: string, since: Date): Promise<bigint> {
  const { rows: [row] } = await sql<{ amount: bigint }>`select coalesce(sum(amount), 0)::bigint as amount from points.entry
    where customer_id = any(${ids}::uuid[]) and currency = ${currency} and kind = 'transfer' and to_account = 'moved' and effective_at >= ${since.toISOString()}::timestamptz`.execute(trx)
  return row?.amount ?? 0n
}

export interface RateRow { readonly rateId: string, readonly from: string, readonly to: string, readonly give: bigint, readonly get: bigint, readonly validFrom: Date, readonly author: string, readonly note: string, readonly at: Date }

/** In the order in which they come into force. */
export async function findRates(db: Db | Trx): Promise<readonly RateRow[]> {
  return (await sql<RateRow>`select rate_id as "rateId", from_currency as "from", to_currency as "to", give, get, valid_from as "validFrom", author, note, at from points.rate order by valid_from, at, rate_id`.execute(db)).rows
}

export const insertRate = (trx: Trx, row: RateRow): Promise<unknown> => sql`insert into points.rate (rate_id, from_currency, to_currency, give, get, valid_from, author, note, at)
  values (${row.rateId}, ${row.from}, ${row.to}, ${row.give.toString()}::bigint, ${row.get.toString()}::bigint, ${row.validFrom.toISOString()}::timestamptz, ${row.author}, ${row.note}, ${row.at.toISOString()}::timestamptz)`.execute(trx)
