import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { openDb, openPool, type Pool } from './db.ts'
import { bringBack, isSetAside, setAside } from './indexes.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url)
  await pool.query('create schema shelf; create table shelf.book (id int primary key, name text unique, day int, mark int, mood int); create table shelf.shop (id int primary key, name text); create index book_mood on shelf.book (mood)')
})
afterAll(async () => { await pool.end(); await database.drop() })

const some = ['shelf."Book_Day"', 'shelf.shop_name', 'shelf.book_name_key', 'shelf.never_heard_of']
const indexes = async (): Promise<readonly string[]> =>
  (await pool.query<{ indexdef: string }>("select indexdef from pg_indexes where schemaname = 'shelf' order by indexname")).rows.map(({ indexdef }) => indexdef)
const isAwaited = async (): Promise<boolean> => ((await pool.query('select from pg_locks where not granted')).rowCount ?? 0) > 0
const waiting = async (): Promise<unknown> => (await pool.query('select name from foundation.index_aside order by name')).rows.map(({ name }) => name)
const all = [
  'CREATE INDEX "Book_Day" ON shelf.book USING btree (day DESC) WHERE (mark > 0)', 'CREATE INDEX book_mood ON shelf.book USING btree (mood)', 'CREATE UNIQUE INDEX book_name_key ON shelf.book USING btree (name)',
  'CREATE UNIQUE INDEX book_pkey ON shelf.book USING btree (id)', 'CREATE INDEX shop_name ON shelf.shop USING gin (name gin_trgm_ops)', 'CREATE UNIQUE INDEX shop_pkey ON shelf.shop USING btree (id)'
]

describe('indexes of tables that are filled for the first time', () => {
  beforeEach(async () => {
    await pool.query('truncate shelf.book, shelf.shop, foundation.index_aside')
    await pool.query('drop index if exists shelf."Book_Day", shelf.shop_name')
    await pool.query('create index "Book_Day" on shelf.book (day desc) where mark > 0; create index shop_name on shelf.shop using gin (name gin_trgm_ops)')
  })

  it('are set aside where they are named and hold no key, and are built again as they were, by several at once', async () => {
    expect(await indexes()).toEqual(all)
    expect(await setAside(pool, some)).toBe(true)
    expect(await indexes()).toEqual(all.filter((definition) => definition.includes('UNIQUE') || definition.includes('mood')))
    expect(await waiting()).toEqual(['shelf."Book_Day"', 'shelf.shop_name'])
    const away = () => Promise.all(['shelf.shop_name', 'shelf.book_name_key'].map((name) => isSetAside(openDb(pool), name)))
    expect(await away()).toEqual([true, false])
    // They are away already.
    expect(await setAside(pool, some)).toBe(false)
    await expect(pool.query("insert into shelf.book values (1, 'a'), (1, 'b')")).rejects.toMatchObject({ code: '23505' })
    await Promise.all([1, 2, 3].map(async () => {
      const client = await pool.connect()
      try { await bringBack(client) } finally { client.release() }
    }))
    expect(await indexes()).toEqual(all)
    expect([await waiting(), await away()]).toEqual([[], [false, false]])
  })

  it('stay where people have filled one of the tables', async () => {
    await pool.query('insert into shelf.shop select generate_series(1, 1000)')
    expect(await setAside(pool, some)).toBe(true)
    await migrate(database.url)
    await pool.query('insert into shelf.shop values (1001)')
    expect(await setAside(pool, some)).toBe(false)
    expect(await indexes()).toEqual(all)
  })

  it('stay where somebody is at work in one of the tables, and where he fills it meanwhile', async () => {
    const other = await pool.connect()
    await other.query('begin')
    await other.query('insert into shelf.shop select generate_series(1, 1001)')
    expect(await setAside(pool, some)).toBe(false)
    const asked = setAside(pool, some)
    // It has looked, and waits for the tables.
    for (let looks = 0; looks < 500 && !await isAwaited(); looks += 1);
    await other.query('commit')
    other.release()
    expect(await asked).toBe(false)
    expect(await indexes()).toEqual(all)
    expect(await waiting()).toEqual([])
  })

  it('are built at the next start when the process was killed in between', async () => {
    expect(await setAside(pool, some)).toBe(true)
    await migrate(database.url)
    expect(await indexes()).toEqual(all)
    expect(await waiting()).toEqual([])
  })

  it('are still noted when one cannot be built', async () => {
    expect(await setAside(pool, some)).toBe(true)
    await pool.query('create index "Book_Day" on shelf.book (id)')
    const client = await pool.connect()
    try { await expect(bringBack(client)).rejects.toThrow('"Book_Day" already exists') } finally { client.release() }
    expect(await waiting()).toEqual(['shelf."Book_Day"', 'shelf.shop_name'])
  })
})
