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

it('says which parameter is missing', async () => {
  for (const engine of engines) await expect(engine.all('select $absent as x')).rejects.toThrow('$absent')
})
