import { afterAll, beforeAll, expect, it } from 'vitest'
import pg from 'pg'
import type { House } from './house.ts'
import { openDb, openPool, type Pool } from './db.ts'
import { silentLog } from './log.ts'
import { openQueue, type Job, type OpenedQueue, type Run } from './queue.ts'
import { Refusal } from './refusal.ts'
import { findRun, listRuns } from './runs.ts'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'

const title = { zh: '试', en: 'trial' }
const until = (signal: AbortSignal): Promise<void> => new Promise((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)) })

let database: TestDatabase
let pool: Pool
let house: House
const queues: OpenedQueue[] = []
const behaviours = new Map<string, (run: Run, data: Readonly<Record<string, unknown>>) => Promise<void>>()
const jobs: readonly Job[] = ['plain', 'refusing', 'faulty', 'long', 'narrow', 'wide'].map((name) => ({
  name, title, retries: 2, width: name === 'wide' ? 3 : 1, run: async (_house, data, run) => { await behaviours.get(name)?.(run, data) }
}))

async function anotherProcess(): Promise<OpenedQueue> {
  const queue = await openQueue({ url: database.url, db: house.db, log: silentLog, clock: house.clock, jobs })
  queues.push(queue)
  await queue.start(house)
  return queue
}

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url)
  house = { db: openDb(pool), clock: () => new Date() } as House
})
afterAll(async () => {
  for (const queue of queues) await queue.stop()
  await pool.end()
  await database.drop()
})

it('exists exactly if the write does, and begins at once after the commit', async () => {
  const queue = await anotherProcess()
  const began: number[] = []
  behaviours.set('plain', async () => { began.push(performance.now()) })
  await expect(house.db.transaction().execute(async (trx) => { await queue.send(trx, 'plain', {}); throw new Error('rolled back') })).rejects.toThrow('rolled back')
  const waits: number[] = []
  for (let i = 0; i < 5; i++) {
    const id = await house.db.transaction().execute((trx) => queue.send(trx, 'plain', { i }))
    const from = performance.now()
    expect(await queue.ended(id)).toMatchObject({ state: 'done', attempt: 1, data: { i } })
    waits.push((began.at(-1) ?? Infinity) - from)
  }
  expect(began).toHaveLength(5)
  // Told, not found at the next look, which is two seconds away: on a busy machine some are late, not all.
  expect(Math.min(...waits)).toBeLessThan(500)
})

it('adds no second job of a key that waits, and holds the waiting one back until the writer has committed', async () => {
  const [queue] = queues
  if (!queue) throw new Error('no queue')
  const order: string[] = []
  behaviours.set('plain', async () => { order.push('ran') })
  const startAfter = new Date(Date.now() + 2_000)
  const first = await queue.send(house.db, 'plain', {}, { key: 'k', startAfter })
  await house.db.transaction().execute(async (trx) => {
    expect(await queue.send(trx, 'plain', {}, { key: 'k' })).toBe(first)
    await new Promise((resolve) => { setTimeout(resolve, startAfter.getTime() + 300 - Date.now()) })
    order.push('committed')
  })
  await queue.ended(first)
  expect(order).toEqual(['committed', 'ran'])
})

it('keeps to the width of a name over several processes', async () => {
  const one = queues[0] ?? await anotherProcess()
  const other = await anotherProcess()
  let now = 0, most = 0
  let open = (): void => undefined
  // None ends before three are at it, however slowly they begin; a fourth has time to come.
  const three = new Promise<void>((resolve) => { open = resolve })
  behaviours.set('wide', async () => { most = Math.max(most, ++now); if (now === 3) open(); await three; await new Promise((resolve) => { setTimeout(resolve, 30) }); now-- })
  const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 ? one : other).send(house.db, 'wide', {})))
  for (const id of ids) await one.ended(id)
  expect(most).toBe(3)
})

it('takes a refusal as the answer, and tries a surprise again', async () => {
  const [queue] = queues
  if (!queue) throw new Error('no queue')
  behaviours.set('refusing', async () => { throw new Refusal('trial.no', 422, { zh: '不行：{n}', en: 'no: {n}' }, { n: 3 }) })
  const refused = await queue.ended(await queue.send(house.db, 'refusing', {}))
  expect(refused).toMatchObject({ state: 'failed', attempt: 1, problem: { code: 'trial.no', values: { n: 3 } } })
  const attempts: number[] = []
  behaviours.set('faulty', async ({ attempt }) => { attempts.push(attempt); if (attempt < 2) throw new Error('surprise') })
  const mended = await queue.ended(await queue.send(house.db, 'faulty', {}))
  expect([mended.state, attempts]).toEqual(['done', [1, 2]])
  behaviours.set('refusing', async () => undefined)
  expect(await queue.retry(refused.id)).toBe(true)
  expect(await queue.ended(refused.id)).toMatchObject({ state: 'done', problem: null })
  expect(await queue.retry(refused.id)).toBe(false)
})

it('cancels what waits and what runs, and tells how far it got', async () => {
  const [queue] = queues
  if (!queue) throw new Error('no queue')
  let began = (): void => undefined
  const running = new Promise<void>((resolve) => { began = resolve })
  behaviours.set('long', async ({ signal, report }) => { report(7, 10, title, { file: 'a.csv' }); began(); await until(signal) })
  const first = await queue.send(house.db, 'long', {})
  const second = await queue.send(house.db, 'long', {})
  await running
  expect(await queue.cancel(second)).toBe(true)
  expect((await findRun(house.db, second))?.state).toBe('cancelled')
  await queue.cancel(first)
  expect(await queue.ended(first)).toMatchObject({ state: 'cancelled', done: 7, total: 10, sentence: { en: 'trial', values: { file: 'a.csv' } } })
  expect((await listRuns(house.db, { state: 'cancelled', limit: 10 })).map((run) => run.id)).toEqual([second, first].sort().reverse())
})

it('gives running work back when its process ends in peace', async () => {
  const dying = await openQueue({ url: database.url, db: house.db, log: silentLog, clock: house.clock, jobs })
  for (const queue of queues.splice(0)) await queue.stop()
  await dying.start(house)
  let began = (): void => undefined
  const running = new Promise<void>((resolve) => { began = resolve })
  behaviours.set('narrow', async ({ signal }) => { began(); await until(signal) })
  const id = await dying.send(house.db, 'narrow', {}, { key: 'same' })
  await running
  await dying.send(house.db, 'narrow', {}, { key: 'same' })
  await dying.stop()
  expect(await findRun(house.db, id)).toMatchObject({ state: 'queued', attempt: 0 })
  behaviours.set('narrow', async () => undefined)
  const next = await anotherProcess()
  expect(await next.ended(id)).toMatchObject({ state: 'done', attempt: 1 })
  await next.settled()
})

it('takes up at once what a killed process left behind, and the dead cannot spoil it', async () => {
  for (const queue of queues.splice(0)) await queue.stop()
  const doomed = await openQueue({ url: database.url, db: house.db, log: silentLog, clock: house.clock, jobs })
  await doomed.start(house)
  let began = (): void => undefined
  const running = new Promise<void>((resolve) => { began = resolve })
  let finish = (): void => undefined
  const held = new Promise<void>((resolve) => { finish = resolve })
  behaviours.set('narrow', async () => { began(); await held })
  const id = await doomed.send(house.db, 'narrow', {})
  await running
  // What the kernel does to a killed process's connections; its claim stays in the table.
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  behaviours.set('narrow', async () => undefined)
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'changke queue' and datname = current_database()")
  const heir = await anotherProcess()
  const from = performance.now()
  expect(await heir.ended(id)).toMatchObject({ state: 'done', attempt: 1 })
  // At the start, not at the next beat, five seconds later, nor when the lease is over after a minute.
  expect(performance.now() - from).toBeLessThan(4_500)
  const ended = await findRun(house.db, id)
  finish()
  await doomed.stop()
  expect(await findRun(house.db, id)).toEqual(ended)
  await admin.end()
})
