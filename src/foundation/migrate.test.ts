import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmptyDatabase, type TestDatabase } from '#test/postgres.ts'
import { migrate, type Migration } from './migrate.ts'

let database: TestDatabase
beforeEach(async () => { database = await createEmptyDatabase() })
afterEach(() => database.drop())

const step = (name: string, sql: string): Migration => ({ name, sql, hash: createHash('sha256').update(sql).digest('hex') })
const rows = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try { return (await client.query(sql)).rows } finally { await client.end() }
}
const two = [step('20260101_0000_a', 'create table a (n int)'), step('20260102_0000_b', 'create table b (n int)')]

describe('migrations', () => {
  it('apply once, in order, and say what they applied', async () => {
    expect(await migrate(database.url, two)).toEqual(['20260101_0000_a', '20260102_0000_b'])
    expect(await migrate(database.url, two)).toEqual([])
  })

  it('are safe when many processes start at once', async () => {
    const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(database.url, two)))
    expect(applied.flat().sort()).toEqual(['20260101_0000_a', '20260102_0000_b'])
  })

  it('leave nothing of one that fails, and keep those before it', async () => {
    const broken = step('20260103_0000_c', 'create table c (n int); select 1 / 0')
    await expect(migrate(database.url, [...two, broken])).rejects.toThrow('20260103_0000_c')
    expect(await rows("select table_name from information_schema.tables where table_schema = 'public' order by 1")).toEqual([{ table_name: 'a' }, { table_name: 'b' }])
  })

  it('refuse a file that changed after it ran, and a database from the future', async () => {
    await migrate(database.url, two)
    await expect(migrate(database.url, [step('20260101_0000_a', 'create table a (n bigint)')])).rejects.toMatchObject({ code: 'migrate.changed' })
    await expect(migrate(database.url, two.slice(0, 1))).rejects.toMatchObject({ code: 'migrate.newer_database' })
  })
})
