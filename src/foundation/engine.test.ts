import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEmptyDatabase, type TestDatabase } from '#test/postgres.ts'
import { openPool, type Pool } from './db.ts'
import { openDuckEngine, openPostgresEngine, type Engine } from './engine.ts'

let database: TestDatabase
let pool: Pool
let engines: readonly Engine[]

beforeAll(async () => {
  database = await createEmptyDatabase()
  pool = openPool(database.url, 2)
  engines = [await openDuckEngine(':memory:'), openPostgresEngine(pool)]
})
afterAll(async () => {
  for (const engine of engines) await engine.close()
  await pool.end()
  await database.drop()
})

it('answers alike on both engines: names, days, instants, big numbers, nothing', async () => {
  const sql = `select cast($day as date) + 1 as day, cast($n as bigint) * 2 as n, cast($n as double precision) / 4 as part, cast(null as bigint) as nothing,
    $n::bigint > 1 as more, cast($word as text) as word, timestamp with time zone '2026-01-02 03:04:05+00' as at`
  const params = { day: '2024-02-28', n: 9_007_199_254_740_993n, word: "it's 茶" }
  const [duck, postgres] = await Promise.all(engines.map((engine) => engine.all(sql, params)))
  expect(duck).toEqual(postgres)
  expect(duck).toEqual([{ day: '2024-02-29', n: 18_014_398_509_481_986n, part: 2 ** 51 + 0.25, nothing: null, more: true, word: "it's 茶", at: new Date('2026-01-02T03:04:05Z') }])
})

it('reads a long answer piece by piece, in columns, and leaves the thread to others meanwhile', async () => {
  for (const engine of engines) {
    const [keys, doubles]: [string[], number[]] = [[], []]
    let [pieces, turns] = [0, 0]
    const timer = setInterval(() => { turns += 1 }, 0)
    await engine.columns("select 'k' || n as key, cast(n as double precision) / $by as half, cast(null as integer) as nothing from generate_series(1, 20000) as listed (n) order by n", { by: 2 }, ({ keys: more, numbers }) => {
      pieces += 1
      keys.push(...more)
      doubles.push(...numbers[0] ?? [])
      expect(numbers[1]?.every(Number.isNaN)).toBe(true)
    })
    clearInterval(timer)
    expect([keys.length, keys[0], keys[19_999], doubles[2], doubles[19_999]]).toEqual([20_000, 'k1', 'k20000', 1.5, 10_000])
    expect(pieces).toBeGreaterThan(5)
    expect(turns).toBeGreaterThan(2)
  }
})

it('says which parameter is missing', async () => {
  for (const engine of engines) await expect(engine.all('select $absent as x')).rejects.toThrow('$absent')
})

it('keeps what was written in a file, and a snapshot sees one state while others write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'))
  const path = join(folder, 'warehouse.duckdb')
  const first = await openDuckEngine(path)
  await first.run('create schema warehouse')
  await first.run('create table warehouse.t as select 1 as x')
  const seen = await first.snapshot(async (engine) => {
    const before = await engine.all('select count(*) as n from warehouse.t')
    await first.run('insert into warehouse.t values (2)')
    return [before, await engine.all('select count(*) as n from warehouse.t')]
  })
  expect(seen).toEqual([[{ n: 1n }], [{ n: 1n }]])
  await first.close()
  const second = await openDuckEngine(path)
  expect(await second.all('select x from warehouse.t order by x')).toEqual([{ x: 1 }, { x: 2 }])
  await expect(second.snapshot(async (engine) => { await engine.run('insert into warehouse.t values (3)'); throw new Error('no') })).rejects.toThrow('no')
  expect(await second.all('select x from warehouse.t order by x')).toEqual([{ x: 1 }, { x: 2 }])
  await second.close()
  rmSync(folder, { recursive: true })
})
