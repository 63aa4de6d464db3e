import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { openPool, type Pool } from '#foundation/db.ts'
import type { ImportTask } from './importing.ts'
import { guessMapping } from './mapping.ts'
import { openTable } from './table.ts'
import { runImport } from './thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'changke-threads-'))
let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url, 2)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const header = 'order,date,customer,amount\n'
const rows = (count: number): string => Array.from({ length: count }, (_, i) => `N${i},2026-03-01,k${i % 900},1.5\n`).join('')

/** Large enough for threads of its own. */
async function taskOf(name: string, text: string): Promise<ImportTask> {
  expect(text.length).toBeGreaterThan(262_144)
  const path = join(folder, name)
  writeFileSync(path, text)
  const table = await openTable(path, folder)
  return {
    mode: 'write', importId: crypto.randomUUID(), path, scratch: folder, rejectsPath: join(folder, `${name}.jsonl`), mapping: guessMapping(table.headers, table.sample),
    zone: 'Asia/Shanghai', country: 'CN', currency: 'CNY', actor: 'test'
  }
}
const clock = (): Date => new Date('2026-11-21T09:00:00Z')
const orders = async (): Promise<unknown> => (await pool.query('select count(*)::int as orders, count(distinct c.customer_id)::int as customers from orders.order o left join record.customer c using (customer_id)')).rows[0]

it('says why a file cannot be read through, though that is another thread’s finding', async () => {
  const task = await taskOf('long.csv', `${header}${rows(9_000)}N,2026-03-01,k,${'1'.repeat(1_500_000)}\n`)
  await expect(runImport({ pool, clock }, task, { signal: new AbortController().signal, onProgress: () => undefined })).rejects.toMatchObject({ code: 'imports.line_too_long', status: 422 })
  expect(await orders()).toEqual({ orders: 0, customers: 0 })
})

it.each(['at once', 'as the file is read through', 'as it is written'] as const)('stops %s, with the reason it was given', async (when) => {
  const task = await taskOf('stopped.csv', `${header}${rows(when === 'as it is written' ? 400_000 : 1_500_000)}`)
  const stop = new AbortController()
  const reason = new Error('somebody cancelled it')
  if (when === 'at once') stop.abort(reason)
  const wanted = when === 'as it is written' ? 'rows' : 'survey'
  await expect(runImport({ pool, clock }, task, { signal: stop.signal, onProgress: (stage) => { if (stage === wanted) stop.abort(reason) } })).rejects.toBe(reason)
})

it('writes what the other thread surveyed', async () => {
  await pool.query('truncate orders.order, orders.receipt, imports.batch')
  const task = await taskOf('whole.csv', `${header}${rows(30_000)}`)
  expect(await runImport({ pool, clock }, task, { signal: new AbortController().signal, onProgress: () => undefined })).toMatchObject({ rows: 30_000, orders: 30_000, rejected: 0 })
  expect(await orders()).toEqual({ orders: 30_000, customers: 900 })
})
