/**
 * A thousand new orders taken from the record into a warehouse of ten million. The record here holds only the new ones: reading them is one range of an
 * index, whatever else is there. The warehouse is full.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { recordOrders, type OrderInput } from '#activity/orders/orders.ts'
import { openPool, transact } from '#foundation/db.ts'
import { silentLog } from '#foundation/log.ts'
import { migrate } from '#foundation/migrate.ts'
import { startBundledPostgres } from '#foundation/postgres.ts'
import { seededRandom } from '#foundation/random.ts'
import { rebuildStates, refresh } from '#insights/warehouse/warehouse.ts'
import { writeMeta } from '../src/insights/warehouse/warehouse.meta.ts'
import { timed, type Bench } from './bench.ts'
import { fullWarehouse } from './warehouse.ts'

const rounds = 3
const orders = 1000

export const bench: Bench = {
  name: 'refresh',
  title: 'The warehouse after a thousand new orders, against making its states anew',
  run: async (setting) => {
    const full = await fullWarehouse(setting)
    const dataDir = mkdtempSync(join(setting.cache, 'postgres-'))
    chmodSync(dataDir, 0o711)
    const server = await startBundledPostgres({ dataDir, log: silentLog })
    const pool = openPool(server.url, 5)
    try {
      await migrate(server.url)
      const whole: number[] = []
      for (let round = 0; round < rounds; round += 1) whole.push((await timed(() => full.engine.snapshot((duck) => rebuildStates(duck, 'net')))).seconds)
      const { rows: [mark] } = await pool.query<{ xmin: string, origin: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, (select token::text from warehouse.origin) as origin')
      await writeMeta(full.engine, { seenXid: BigInt(mark?.xmin ?? '0'), origin: mark?.origin })
      const random = seededRandom(1)
      const buyers = await full.engine.all<{ customer_id: string }>('select distinct customer_id from warehouse.purchase using sample 3000 rows')
      const afterOrders = async (name: string, before: number): Promise<number> => {
        const now = new Date(Date.parse('2026-07-01T02:00:00Z'))
        const at = new Date(now.getTime() - before * 86_400_000)
        const batch = Array.from({ length: orders }, (_, n): OrderInput => ({
          kind: 'sale', source: 'bench', number: `${name}-${n}`, at, customerId: random.pick(buyers).customer_id, currency: 'CNY',
          lines: [{ product: 'P1', category: '绿茶', quantity: '1', amountMinor: 1_000_000n, costMinor: 400_000n }]
        }))
        await transact(pool, (trx) => recordOrders(trx, { listeners: [], zone: 'Asia/Shanghai', actor: 'bench' }, batch, now))
        const { seconds, answer } = await timed(() => refresh({ engine: full.engine, pool, folder: full.folder, cleaning: 'net', now }))
        if (answer.kind !== 'refreshed' || answer.orders !== orders) throw new Error(`the refresh took ${answer.orders} orders (${answer.kind})`)
        return seconds
      }
      const [fresh, late]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        fresh.push(await afterOrders(`new-${round}`, 0))
        // Before what these customers bought last, so that their other purchases must be read.
        late.push(await afterOrders(`late-${round}`, 400))
      }
      // Like with like: a refresh reads its orders as well, so the rebuild is the rows and the states. Its rows come from a file here, sooner than from the record.
      const [one, states] = [Math.min(...fresh), Math.min(...whole)]
      const everything = full.fillSeconds + states
      return [
        { what: `${orders} new orders, against making all rows and states anew`, unit: 's', ours: one, theirs: everything, limit: { of: 'ratio', atMost: 0.05 } },
        { what: `${orders} new orders, against the states alone, rows being there`, unit: 's', ours: one, theirs: states },
        { what: `${orders} orders of a year ago that arrive late, against all rows and states`, unit: 's', ours: Math.min(...late), theirs: everything }
      ]
    } finally {
      await pool.end()
      await server.stop()
      await full.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
