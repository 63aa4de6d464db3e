/** A replay as work that can be seen, left and cancelled. */
import { transact } from '#foundation/db.ts'
import { stopwatch } from '#foundation/clock.ts'
import type { Job } from '#foundation/queue.ts'
import { readBusiness } from '#settings/business/business.ts'
import { countGround } from './replay.read.sql.ts'
import { readRules } from './replay.scenarios.ts'
import * as sql from './replay.sql.ts'
import { replayInThread } from './replay.thread.ts'
import { replayWords as words } from './replay.words.ts'

export const jobs: readonly Job[] = [{
  name: 'replay.run', title: words.jobTitle, retries: 1,
  run: async (house, data, { signal, report }) => {
    const runId = String(data['runId'])
    const run = await sql.findRun(house.db, runId)
    const url = house.pool.options.connectionString
    if (run === undefined || run.result !== null || url === undefined) return
    const [business, { drafts: inForce }, ground] = [await readBusiness(house.db), (await readRules(house.db, run.at)).at(run.at), await countGround(house.db)]
    const took = stopwatch()
    const task = { runId, now: run.at.getTime(), zone: business.zone, currency: business.currency, months: run.months, priceMinor: run.priceMinor.toString(), inForce, drafted: { ...inForce, ...run.drafts } }
    const result = await replayInThread({ task, url }, signal, (customers, orders) => report(customers, ground.customers, words.jobProgress, { customers, orders }))
    await transact(house.pool, (trx) => sql.saveResult(trx, runId, { ...result, milliseconds: Math.round(took()) }, house.clock()))
    report(ground.customers, ground.customers, words.jobDone, { customers: result.customers, orders: result.orders })
  }
}]
