/** A million customers scored by boosted trees, read, reckoned in a thread and written, while the server answers others. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildApp } from '#foundation/app.ts'
import { readConfig } from '#foundation/config.ts'
import type { Engine } from '#foundation/engine.ts'
import { silentLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import { createTables, rebuildStates } from '#insights/warehouse/warehouse.ts'
import { predictionRule } from '#insights/definitions/definitions.ts'
import { gatherAll } from '../src/insights/prediction/prediction.gather.ts'
import { groundOf } from '../src/insights/prediction/prediction.ground.ts'
import { learnMoney } from '../src/insights/prediction/prediction.money.ts'
import { createScores, insertScores, writing } from '../src/insights/prediction/prediction.score.sql.ts'
import { trees } from '../src/insights/prediction/boosted.ts'
import { openMathematician } from '../src/insights/prediction/prediction.thread.ts'
import { scoreOn, seed } from '../src/insights/prediction/prediction.work.ts'
import { timed, type Row, type Setting } from './bench.ts'

const asOf = '2026-07-01'

/** Orders of customers of very different rhythms over two years: four on average. */
async function fill(engine: Engine, customers: number): Promise<void> {
  await createTables(engine)
  await engine.run('select setseed(0.5)')
  await engine.run(`insert into warehouse.purchase
    select md5('c' || c)::uuid, md5('o' || c || '-' || k)::uuid, day, day::timestamptz, 'sale', false, minor, minor, 0, minor * 6 // 10, case when hash(c, k) % 3 = 0 then 'web' else 'till' end, null, 'k' || (hash(c, k) % 7), null
    from (select c, k, date '2024-07-01' + cast(hash(c) % 500 + (k * (5 + hash(c, 1) % 90)) as integer) as day, cast(50000 + hash(c, k, 2) % 3000000 as bigint) as minor
      from range(cast($n as bigint)) customers (c), range(cast(1 + hash(c, 3) % 7 as bigint)) orders (k)) drawn where day <= date '${asOf}'`, { n: BigInt(customers) })
  await engine.run('insert into warehouse.customer select distinct customer_id, null, null, date \'2024-07-01\' from warehouse.purchase')
  await engine.snapshot((duck) => rebuildStates(duck, 'net'))
}

export async function scoring(setting: Setting): Promise<readonly Row[]> {
  const customers = Math.round(1_000_000 * setting.scale)
  const folder = mkdtempSync(join(setting.cache, 'scoring-'))
  const opened = await openHouse({ config: readConfig({ DATA_DIR: join(folder, 'data') }), log: silentLog, capabilities: [] })
  const { engine } = opened.house
  const app = await buildApp(opened.house, { capabilities: [], version: 'bench', authenticate: async () => undefined })
  const mathematician = openMathematician()
  try {
    setting.say('a warehouse to score')
    await fill(engine, customers)
    await createScores(engine)
    const ground = await groundOf(engine, { today: asOf, asOf, currency: 'CNY' })
    const { cleaning, horizonDays, valueDays, discountRate } = predictionRule.parameters
    const lesson = await gatherAll(engine, { cleaning, firstDay: ground.firstDay, asOf, horizonDays, valueDays, origins: 1, customers })
    const learned = trees.learn({ ...lesson, horizonDays, seed })
    if (learned === undefined) throw new Error('the trees learned nothing')
    const using = { candidate: 'trees', parameters: learned.parameters, money: learnMoney(lesson, null), horizon: { horizonDays, valueDays, discountRate } } as const
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const asking = new Worker(new URL('./health.worker.ts', import.meta.url), { workerData: `${address}/api/health`, execArgv: [] })
    setting.say('scoring')
    const before = process.cpuUsage()
    const { seconds, answer } = await timed(() => writing(engine, (into) => scoreOn(engine, ground, using, mathematician, { report: () => undefined }, (ids, { packed }) => insertScores(into, 1n, { ids: ids.join(','), ...packed }))))
    const { user, system } = process.cpuUsage(before)
    const took = await new Promise<number[]>((resolve, reject) => { asking.once('message', resolve).once('error', reject); asking.postMessage('stop') })
    if (answer.customers < customers * 0.9) throw new Error(`only ${answer.customers} were scored`)
    const sorted = took.toSorted((a, b) => a - b)
    const p99 = sorted[Math.floor(0.99 * sorted.length)] ?? 0
    setting.say(`${answer.customers} scored in ${seconds.toFixed(1)} s with ${((user + system) / 1e6).toFixed(1)} s of processor time; health asked ${sorted.length} times, p50 ${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${(sorted.at(-1) ?? 0).toFixed(1)} ms`)
    return [
      { what: 'Prediction: a million customers (four orders each) scored by boosted trees, read and written', unit: 's', ours: seconds, limit: { of: 'ours', atMost: 20 } },
      { what: 'Prediction: /api/health meanwhile, p99', unit: 'ms', ours: p99, limit: { of: 'ours', atMost: 100 } }
    ]
  } finally {
    await mathematician.close()
    await app.close()
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
