/** A DuckDB warehouse with the benchmark's million customers and ten million orders, and our answers from it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDuckEngine, type Engine } from '#foundation/engine.ts'
import { lifecycleRule } from '#insights/definitions/definitions.ts'
import { readRfm } from '#insights/rfm/rfm.ts'
import { createTables, readState, rebuildStates, type Scope } from '#insights/warehouse/warehouse.ts'
import { drawCurves, packCurves } from '../src/insights/lifecycle/lifecycle.curves.ts'
import { endedGaps, labels, openGaps } from '../src/insights/lifecycle/lifecycle.sql.ts'
import { timed, type Setting } from './bench.ts'
import { purchases } from './generate.ts'

export const asOf = '2026-07-01'
export const spanDays = 730

export interface Full { readonly engine: Engine, readonly customers: number, readonly folder: string, readonly fillSeconds: number, readonly close: () => Promise<void> }

/** In a file, a customer's rows together, as the product has it. */
export async function fullWarehouse(setting: Setting): Promise<Full> {
  const { parquet, customers } = await purchases(setting)
  const folder = mkdtempSync(join(setting.cache, 'warehouse-'))
  const engine = await openDuckEngine(join(folder, 'warehouse.duckdb'), { memoryLimit: '2GB', tempDirectory: join(folder, 'spill') })
  await createTables(engine)
  setting.say('filling a warehouse')
  const { seconds: fillSeconds } = await timed(async () => {
    await engine.run(`insert into warehouse.purchase
      select customer_id, order_id, day, "at", 'sale', false, total_minor, total_minor, 0, cost_minor, channel, null, category, null from read_parquet('${parquet}') order by customer_id, day, category`)
    await engine.run('checkpoint')
  })
  await engine.run('create view by_hand as select customer_id, day, gross_minor as value_minor from warehouse.purchase')
  return { engine, customers, folder, fillSeconds, close: async () => { await engine.close(); rmSync(folder, { recursive: true, force: true }) } }
}

/** Everything kept made anew, then the scores and the states of all customers. Answers how many are lapsed. */
export async function ours(engine: Engine): Promise<number> {
  await engine.snapshot((duck) => rebuildStates(duck, 'net'))
  await readRfm(engine, { asOf, today: asOf, currency: 'CNY' })
  const scope: Scope = { asOf, cleaning: 'net', latest: true }
  const source = await readState(engine, scope)
  const all = async <Row extends Record<string, unknown>>({ sql, params }: { sql: string, params: Parameters<Engine['all']>[1], row?: Row }) => engine.all<Row>(sql, params)
  const { parameters } = lifecycleRule
  const curves = drawCurves(await all(endedGaps(source)), await all(openGaps(source)), spanDays, parameters)
  const rows = await all(labels(source, { packed: packCurves(curves, parameters.returnDays), newDays: parameters.newDays, returnDays: parameters.returnDays }))
  return rows.filter(({ label }) => label === 'lapsed').reduce((sum, { customers }) => sum + customers, 0)
}
