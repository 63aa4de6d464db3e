/**
 * Business: whose house it is. Name, country, time zone and currency are asked once, at the first run; every local day and every amount follows them.
 * The zone and the currency may change only while nothing is recorded: days and amounts already stored would tell something else afterwards.
 */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { isZone } from '#foundation/zone.ts'
import type { Business, BusinessChange, Store, StoreChange } from './business.schema.ts'
import * as sql from './business.sql.ts'

export { listHolidays, removeHoliday, saveHoliday } from './business.holidays.ts'
export type { Business, Holiday, Store } from './business.schema.ts'

/** What holds until somebody says otherwise: a shop in China. Version 0 means that nothing was saved yet. */
export const unsaved: Business = { name: '我的店 My shop', country: 'CN', zone: 'Asia/Shanghai', currency: 'CNY', synthetic: false, settled: false, version: 0 }

/** The business as it stands. */
export const readBusiness = async (db: Db | Trx): Promise<Business> => await sql.findBusiness(db) ?? unsaved

/** Saves the business. Refuses a zone or currency nobody knows, and a version that somebody else has changed since. */
export async function saveBusiness(trx: Trx, change: BusinessChange, now: Date): Promise<Business> {
  if (!isZone(change.zone)) {
    throw new Refusal('business.unknown_zone', 422, { zh: '没有时区“{zone}”，例如应写作 Asia/Shanghai。', en: 'There is no time zone "{zone}"; write one like Asia/Shanghai.' }, { zone: change.zone })
  }
  if (!Intl.supportedValuesOf('currency').includes(change.currency)) {
    throw new Refusal('business.unknown_currency', 422, { zh: '没有货币“{currency}”，例如应写作 CNY。', en: 'There is no currency "{currency}"; write one like CNY.' }, { currency: change.currency })
  }
  const before = await readBusiness(trx)
  if (before.settled && (before.zone !== change.zone || before.currency !== change.currency)) {
    throw new Refusal('business.settled', 409, {
      zh: '已有订单按 {zone} 和 {currency} 记账，时区和货币不能再改。', en: 'Orders are recorded in {zone} and {currency}; the zone and the currency can no longer change.'
    }, { zone: before.zone, currency: before.currency })
  }
  const saved = await sql.saveBusiness(trx, change, now)
  if (saved) return saved
  const { version } = await readBusiness(trx)
  throw new Refusal('business.changed_meanwhile', 409, {
    zh: '这些设置刚被别人改过（现在是第 {version} 版）。请刷新后再改。', en: 'Somebody changed these settings meanwhile (now version {version}). Reload and change again.'
  }, { version })
}

/** Marks the data as made up, or as real again: every page shows it. */
export async function markSynthetic(trx: Trx, synthetic: boolean, now: Date): Promise<void> {
  await sql.insertBusiness(trx, { ...unsaved, version: 1 }, now)
  await sql.markSynthetic(trx, synthetic)
}

/** From the first order on, zone and currency stay: called by whoever records orders; answers the business that those orders follow. */
export async function settleBusiness(trx: Trx, now: Date): Promise<Business> {
  const business = await readBusiness(trx)
  if (business.settled) return business
  await sql.insertBusiness(trx, { ...unsaved, version: 1 }, now)
  await sql.settle(trx)
  return readBusiness(trx)
}

export const listStores = async (db: Db | Trx): Promise<{ items: Store[] }> => ({ items: await sql.listStores(db) })

/** Adds a store, or renames the one of that code. */
export async function saveStore(trx: Trx, change: StoreChange, now: Date): Promise<Store> {
  const [store] = await sql.upsertStores(trx, [{ ...change, storeId: newId(now) }], now)
  if (!store) throw new Error('the store was not saved')
  return store
}

/** The ids of the stores with these codes; a code met for the first time opens a store of that name. For imports and tills. */
export async function storesByCode(trx: Trx, codes: readonly string[], now: Date): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(codes)].sort()
  if (wanted.length === 0) return new Map()
  await sql.addMissingStores(trx, wanted.map((code) => ({ storeId: newId(now), code, name: code, region: null })), now)
  const stores = await sql.findStores(trx, wanted)
  return new Map(stores.map((store) => [store.code, store.storeId]))
}
