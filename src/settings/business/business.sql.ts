/** Every statement on business.*. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { statement } from '#foundation/statement.ts'
import type { Business, BusinessChange, Store } from './business.schema.ts'

const columns = ['name', 'country', 'zone', 'currency', 'synthetic', 'settled', 'version'] as const

export const findBusiness = async (db: Db | Trx): Promise<Business | undefined> =>
  (await statement<Business>`select name, country, zone, currency, synthetic, settled, version from business.business`.execute(db)).rows[0]

/** Answers the row, or undefined when another version stands there. */
export const saveBusiness = (trx: Trx, change: BusinessChange, now: Date) =>
  trx.insertInto('business.business').values({ ...change, version: 1, updated_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({
      name: change.name, country: change.country, zone: change.zone, currency: change.currency, updated_at: now,
      version: sql<number>`business.version + 1`
    }).where('business.business.version', '=', change.version))
    .returning(columns).executeTakeFirst()

export const insertBusiness = (trx: Trx, business: Business, now: Date) =>
  trx.insertInto('business.business').values({ ...business, updated_at: now }).onConflict((conflict) => conflict.doNothing()).execute()

export const markSynthetic = (trx: Trx, synthetic: boolean) => trx.updateTable('business.business').set({ synthetic }).execute()

/** Takes no lock once it is settled, so that tills never wait for each other here. */
export const settle = (trx: Trx) => trx.updateTable('business.business').set({ settled: true }).where('settled', '=', false).execute()

export const listStores = (db: Db | Trx) =>
  db.selectFrom('business.store').select(['store_id as storeId', 'code', 'name', 'region']).orderBy('code').execute()

/** Adds the stores whose code is new and names the known ones again; answers all of the codes asked for. */
export const upsertStores = (trx: Trx, stores: readonly Store[], now: Date) =>
  trx.insertInto('business.store').columns(['store_id', 'code', 'name', 'region', 'created_at'])
    .expression(sql`select *, ${now}::timestamptz from unnest(${stores.map((s) => s.storeId)}::uuid[], ${stores.map((s) => s.code)}::text[], ${stores.map((s) => s.name)}::text[], ${stores.map((s) => s.region)}::text[])`)
    .onConflict((conflict) => conflict.column('code').doUpdateSet((set) => ({ name: set.ref('excluded.name'), region: sql<string | null>`coalesce(excluded.region, store.region)` })))
    .returning(['store_id as storeId', 'code', 'name', 'region']).execute()

export const addMissingStores = (trx: Trx, stores: readonly Store[], now: Date) =>
  trx.insertInto('business.store').columns(['store_id', 'code', 'name', 'region', 'created_at'])
    .expression(sql`select *, ${now}::timestamptz from unnest(${stores.map((s) => s.storeId)}::uuid[], ${stores.map((s) => s.code)}::text[], ${stores.map((s) => s.name)}::text[], ${stores.map((s) => s.region)}::text[])`)
    .onConflict((conflict) => conflict.column('code').doNothing()).execute()

export const findStores = (trx: Db | Trx, codes: readonly string[]) =>
  trx.selectFrom('business.store').select(['store_id as storeId', 'code']).where('code', 'in', codes).execute()
