/**
 * One SQL, two engines: every analytical statement answers the same on DuckDB and on PostgreSQL over the same data.
 * Whole numbers, money, days and texts must be equal; doubles to 12 significant digits, since the engines add in different orders.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool, type Pool } from '#foundation/db.ts'
import { openDuckEngine, openPostgresEngine, type Engine } from '#foundation/engine.ts'
import { seededRandom } from '#foundation/random.ts'
import { readCohorts } from '#insights/cohorts/cohorts.ts'
import { listLifecycleCustomers, readLifecycle } from '#insights/lifecycle/lifecycle.ts'
import { readRfm } from '#insights/rfm/rfm.ts'
import { stateSource } from '#insights/warehouse/warehouse.ts'
import { gatherPurchases, keptGaps, keptStates } from '../src/insights/warehouse/warehouse.bought.ts'
import { rebuild } from '../src/insights/warehouse/warehouse.projection.ts'
import { createTestDatabase, type TestDatabase } from './postgres.ts'
import { openShop } from './seededOrders.ts'
import { cases, scopes, statementNames } from './statements.ts'

let database: TestDatabase
let pool: Pool
let duck: Engine
let postgres: Engine
const folder = mkdtempSync(join(tmpdir(), 'conformance-'))

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url, 5)
  const shop = openShop(pool, seededRandom(20261121), 150)
  await shop.trade(700)
  for (let n = 0; n < 30; n += 1) await shop.enrol()
  await pool.query('analyze')
  duck = await openDuckEngine(':memory:')
  postgres = openPostgresEngine(pool)
  await rebuild({ engine: duck, pool, folder, cleaning: 'net', now: new Date('2026-11-21T09:00:00Z') })
})
afterAll(async () => { await duck.close(); await pool.end(); await database.drop(); rmSync(folder, { recursive: true, force: true }) })

const rounded = (rows: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : typeof value === 'number' ? Number(value.toPrecision(12)) : value)))

describe('the same answer from DuckDB and from PostgreSQL', () => {
  it('knows every statement of the room', () => {
    expect([...new Set(cases.map(({ statement }) => statement))].filter((name) => !name.startsWith('warehouse.')).sort()).toEqual([...statementNames()].sort())
  })

  it.each(['purchase', 'line', 'customer'])('warehouse.%s holds the same rows', async (table) => {
    // `own_id` is the record's own way by index to the orders of a merged customer; only refreshes read it.
    const sql = `select * from warehouse.${table}`
    const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))).sort()
    const keyed = (rows: Record<string, unknown>[]) => rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'own_id').sort(([a], [b]) => (a < b ? -1 : 1))))
    const [ours, theirs] = [keyed(await duck.all(sql)), keyed(await postgres.all(sql))]
    expect(ours.length).toBeGreaterThan(20)
    expect(sorted(ours)).toEqual(sorted(theirs))
  })

  it.each(scopes.map((scope) => [JSON.stringify(scope), scope] as const))('DuckDB keeps the states and gaps that the statement says: %s', async (_, scope) => {
    const { ctes, params } = stateSource(scope)
    await duck.snapshot(async (snapshot) => {
      await gatherPurchases(snapshot, 'kept', scope)
      for (const [table, kept] of [['state', keptStates('kept')], ['gap', keptGaps('kept')]] as const) {
        expect(await snapshot.all(`select * from (${kept}) kept order by all`)).toEqual(await snapshot.all(`with ${ctes} select * from ${table} order by all`, params))
      }
    })
  })

  it('gives whole answers alike: RFM, lifecycle and cohorts of today and of a past day', async () => {
    for (const asOf of ['2026-05-20', '2025-11-01']) {
      const asked = { asOf, today: '2026-05-20', currency: 'CNY' }
      const answers = async (engine: Engine) => rounded([
        await readRfm(engine, asked), await readLifecycle(engine, { ...asked, callFirst: 100 }), await readCohorts(engine, asked), await listLifecycleCustomers(engine, { ...asked, state: 'prospect' })
      ].map(({ stamp, ...rest }) => ({ ...rest, n: stamp.n, definition: stamp.definition })))
      const ours = await answers(duck)
      expect(ours).toEqual(await answers(postgres))
      // The second time from what was kept of the first.
      expect(await answers(duck)).toEqual(ours)
    }
  })

  it.each(cases.map((one) => [`${one.statement} ${one.scope}`, one] as const))('%s', async (_, { ask }) => {
    expect(rounded(await ask(duck))).toEqual(rounded(await ask(postgres)))
  })
})
