import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { openDb, openPool, pipelined, transact, type Pool, type Trx } from './db.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url)
})
afterAll(async () => { await pool.end(); await database.drop() })

/** The one that fails is waited for through more promises than the one behind it, which fails because it did. */
const together = async (trx: Trx): Promise<unknown> => {
  const deep = async (): Promise<unknown> => Promise.all([sql`select 1 / 0`.execute(trx), sql`select 2`.execute(trx)])
  return Promise.all([deep(), sql`select 1`.execute(trx)])
}

describe('of statements that are sent together', () => {
  it('whoever hears of a failure first is told its cause', async () => {
    for (const way of [() => pipelined(pool, together), () => transact(pool, together), () => openDb(pool).transaction().execute(together)]) {
      await expect(way()).rejects.toMatchObject({ code: '22012' })
    }
  })

  it('a cause is forgotten with what it ended', async () => {
    await transact(pool, async (trx) => {
      await sql`savepoint before`.execute(trx)
      await expect(sql`select 1 / 0`.execute(trx)).rejects.toMatchObject({ code: '22012' })
      await sql`rollback to savepoint before`.execute(trx)
      await expect(sql`select 'x'::int`.execute(trx)).rejects.toMatchObject({ code: '22P02' })
      await expect(sql`select 1`.execute(trx)).rejects.toMatchObject({ code: '22P02' })
      await sql`rollback to savepoint before`.execute(trx)
      expect((await sql<{ one: number }>`select 1 as one`.execute(trx)).rows).toEqual([{ one: 1 }])
    })
  })
})
