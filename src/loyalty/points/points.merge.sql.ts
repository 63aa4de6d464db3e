/** Statements of merging wallets. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { WalletKey } from './points.sql.ts'
import type { Lot } from './points.state.ts'

/** Lots that are empty come along too: a return may give back to them. */
export const copyLots = (trx: Trx, from: string, to: string): Promise<unknown> => sql`
  insert into points.lot (customer_id, lot_id, currency, earned, pending, available, held, earned_at, matures_on, expires_on, policy_version, source, number)
  select ${to}::uuid, lot_id, currency, earned, 0, 0, 0, earned_at, matures_on, expires_on, policy_version, source, number from points.lot where customer_id = ${from}::uuid
  on conflict (customer_id, lot_id) do nothing`.execute(trx)

/** Lots by their ids, empty ones too. */
export async function findLotsById(db: Db | Trx, { customerId, currency }: WalletKey, ids: readonly string[]): Promise<readonly Lot[]> {
  const { rows } = await sql<Lot>`select lot_id as "lotId", earned, pending, available, held, earned_at as "earnedAt", matures_on as "maturesOn", expires_on as "expiresOn", policy_version as "policyVersion", source, number
    from points.lot where customer_id = ${customerId}::uuid and currency = ${currency} and lot_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export async function currenciesOf(db: Db | Trx, ids: readonly string[]): Promise<readonly string[]> {
  return (await sql<{ currency: string }>`select distinct currency from points.wallet where customer_id = any(${ids}::uuid[]) order by 1`.execute(db)).rows.map(({ currency }) => currency)
}
