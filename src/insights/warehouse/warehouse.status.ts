/** How full and how fresh the warehouse is, and the day that a page should ask for. */
import { dayOf } from '#foundation/zone.ts'
import type { House } from '#foundation/house.ts'
import { listStores, readBusiness } from '#settings/business/business.ts'
import { readMeta } from './warehouse.meta.ts'
import { ask, daysOfData, suggestAsOf, type Statement } from './warehouse.question.ts'
import type { WarehouseStatus } from './warehouse.schema.ts'
import { isLocked } from './warehouse.sql.ts'

type Counts = { readonly customers: bigint, readonly buyers: bigint, readonly orders: bigint, readonly lines: bigint }

export const counts = (): Statement<Counts> => ({
  name: 'warehouse.counts', params: {},
  sql: `select (select count(*) from warehouse.customer) as customers, (select count(distinct customer_id) from warehouse.purchase where kind = 'sale' and not anonymous) as buyers,
    (select count(*) from warehouse.purchase) as orders, (select count(*) from warehouse.line) as lines`
})

export const categories = (): Statement<{ readonly category: string }> => ({
  name: 'warehouse.categories', params: {},
  sql: `select category from warehouse.purchase where category is not null and kind = 'sale' group by category order by count(*) desc, category collate "C" limit 200`
})

/** `isFresh`: nothing was written that is still to be taken. */
export async function readStatus(house: House, isFresh: boolean): Promise<WarehouseStatus> {
  const { engine, db, pool, clock } = house
  const meta = await readMeta(engine)
  const { zone } = await readBusiness(db)
  const busy = engine.dialect === 'duckdb' && (!isFresh || await isLocked(pool))
  const { items } = await listStores(db)
  return engine.snapshot(async (snapshot) => {
    const [days] = await ask(snapshot, daysOfData())
    const [count] = await ask(snapshot, counts())
    const orders = Number(count?.orders ?? 0n)
    return {
      engine: engine.dialect,
      state: busy ? (meta.seenXid === undefined ? 'rebuilding' : 'refreshing') : orders === 0 ? 'empty' : 'ready',
      customers: Number(count?.customers ?? 0n), buyers: Number(count?.buyers ?? 0n), orders, lines: Number(count?.lines ?? 0n),
      firstDay: days?.first_day ?? null, lastDay: days?.last_day ?? null, suggestedAsOf: suggestAsOf(days?.last_day ?? undefined, dayOf(clock(), zone)).asOf,
      refreshedAt: meta.refreshedAt ?? null, rebuiltAt: meta.rebuiltAt ?? null,
      lastRefresh: meta.lastRefresh ?? null,
      categories: (await ask(snapshot, categories())).map(({ category }) => category),
      stores: items.map(({ storeId, name }) => ({ storeId, name }))
    }
  })
}
