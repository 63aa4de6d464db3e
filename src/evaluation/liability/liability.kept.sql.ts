/** The prices of points and the fitted curves, version by version. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { FittedLife } from './liability.life.ts'
import type { PriceParameters } from './liability.schema.ts'

export interface PriceRow { readonly version: number, readonly parameters: PriceParameters, readonly validFrom: Day, readonly note: string, readonly author: string, readonly at: Date }

export const findPrices = async (db: Db | Trx): Promise<readonly PriceRow[]> =>
  (await sql<PriceRow>`select version, parameters, valid_from as "validFrom", note, author, at from liability.price order by version`.execute(db)).rows

/** False when somebody else wrote this version first. */
export async function insertPrice(trx: Trx, { version, parameters, validFrom, note, author }: Omit<PriceRow, 'at'>, now: Date): Promise<boolean> {
  const { rows } = await sql`insert into liability.price (version, parameters, valid_from, note, author, at)
    values (${version}, ${JSON.stringify(parameters)}::jsonb, ${validFrom}::date, ${note}, ${author}, ${now.toISOString()}::timestamptz) on conflict do nothing returning version`.execute(trx)
  return rows.length > 0
}

export interface FitRow { readonly currency: string, readonly version: number, readonly asOf: Day, readonly model: FittedLife, readonly createdAt: Date }

/** The newest fit of each currency that was made of data up to a day. */
export const findFits = async (db: Db | Trx, asOf: Day): Promise<readonly FitRow[]> =>
  (await sql<FitRow>`select distinct on (currency) currency, version, as_of as "asOf", model, created_at as "createdAt" from liability.fit where as_of <= ${asOf}::date order by currency, version desc`.execute(db)).rows

export const insertFit = async (trx: Db | Trx, currency: string, asOf: Day, model: FittedLife, now: Date): Promise<void> => {
  await sql`insert into liability.fit (currency, version, as_of, model, created_at)
    select ${currency}, coalesce(max(version), 0) + 1, ${asOf}::date, ${JSON.stringify(model)}::jsonb, ${now.toISOString()}::timestamptz from liability.fit where currency = ${currency}`.execute(trx)
}
