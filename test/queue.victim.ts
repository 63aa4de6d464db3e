/** A process for queue.kill.test.ts: works on a job that never ends by itself, and is killed. */
import { openDb, openPool } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { silentLog } from '#foundation/log.ts'
import { openQueue, type Job } from '#foundation/queue.ts'

const url = process.argv[2] ?? ''
const hold: Job = {
  name: 'hold', title: { zh: '占住', en: 'Hold' }, retries: 0,
  run: async (_house, _data, { report }) => {
    report(1, 2, { zh: '占住', en: 'Holding' })
    process.stdout.write('holding\n')
    await new Promise(() => { setInterval(() => undefined, 1_000) })
  }
}
const pool = openPool(url)
const house = { db: openDb(pool), clock: () => new Date() } as House
const queue = await openQueue({ url, db: house.db, log: silentLog, clock: house.clock, jobs: [hold] })
await queue.start(house)
