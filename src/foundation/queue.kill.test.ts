/** kill −9 for real: another process takes the work up at once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { openDb, openPool, type Pool } from './db.ts'
import type { House } from './house.ts'
import { silentLog } from './log.ts'
import { openQueue, type OpenedQueue } from './queue.ts'
import { findRun } from './runs.ts'

let database: TestDatabase
let pool: Pool
let house: House
let queue: OpenedQueue
const finished: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url)
  house = { db: openDb(pool), clock: () => new Date() } as House
  queue = await openQueue({
    url: database.url, db: house.db, log: silentLog, clock: house.clock,
    jobs: [{ name: 'hold', title: { zh: '占住', en: 'Hold' }, retries: 0, run: async (_house, _data, { id }) => { finished.push(id) } }]
  })
})
afterAll(async () => {
  await queue.stop()
  await pool.end()
  await database.drop()
})

it('loses nothing when the process that works is killed, again and again', async () => {
  const id = await queue.send(house.db, 'hold', { file: 'a.csv' })
  for (let kill = 1; kill <= 3; kill++) {
    const victim = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'test', 'queue.victim.ts'), database.url], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(victim.stdout, 'data')
    expect(await findRun(house.db, id)).toMatchObject({ state: 'running', attempt: 1 })
    victim.kill('SIGKILL')
    await once(victim, 'exit')
  }
  await queue.start(house)
  const from = performance.now()
  expect(await queue.ended(id)).toMatchObject({ state: 'done', attempt: 1, data: { file: 'a.csv' } })
  // At the start, not at the next beat, five seconds later, nor when the lease is over after a minute.
  expect(performance.now() - from).toBeLessThan(4_500)
  expect(finished).toEqual([id])
})
