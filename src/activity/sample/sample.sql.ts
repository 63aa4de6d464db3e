/** Every statement on sample.*, and the question whether the house is still empty. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'

export const findLoad = (db: Db | Trx) =>
  db.selectFrom('sample.load').select(['seed', 'end_day as endDay', 'loaded_at as loadedAt']).executeTakeFirst()

/** Two processes that begin at once write one row. */
export const insertLoad = (trx: Trx, seed: number, endDay: Day, now: Date) =>
  trx.insertInto('sample.load').values({ seed, end_day: endDay, asked_at: now }).onConflict((conflict) => conflict.doNothing()).execute()

/** The load, if it is still to be done; held until the transaction ends, so that nobody else does it meanwhile. */
export const lockOpenLoad = (trx: Trx) =>
  trx.selectFrom('sample.load').select(['seed', 'end_day as endDay']).where('loaded_at', 'is', null).forUpdate().executeTakeFirst()

export const closeLoad = (trx: Trx, now: Date) => trx.updateTable('sample.load').set({ loaded_at: now }).execute()

export async function isEmpty(db: Db | Trx): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`select not exists (select from record.customer) and not exists (select from orders.order) as empty`.execute(db)
  return rows[0]?.empty ?? false
}
