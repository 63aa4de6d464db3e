import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { openDb, openPool, pipelined, type Db, type Pool, type Trx } from './db.ts'
import { statement } from './statement.ts'

let database: TestDatabase
let pool: Pool
let db: Db
beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url)
  db = openDb(pool)
})
afterAll(async () => { await pool.end(); await database.drop() })

/** One place in the code. */
const at = (on: Db | Trx, piece: ReturnType<typeof sql>, n: number) => statement<{ a: number, b: string, c: number }>`select ${n}::int as a, ${piece} as b, ${n + 1}::int as c`.execute(on)
const nested = (text: string) => sql`${text}::text || ${sql`${'!'}::text`} || ${sql.raw("'?'")}`

describe('a statement', () => {
  it('gives values and those of its pieces the places at which they stand, the first time and again, with Kysely and without', async () => {
    for (let round = 1; round <= 3; round += 1) {
      expect((await at(db, nested(`r${round}`), round)).rows).toEqual([{ a: round, b: `r${round}!?`, c: round + 1 }])
      expect((await pipelined(pool, (trx) => at(trx, nested('p'), round))).rows).toEqual([{ a: round, b: 'p!?', c: round + 1 }])
    }
  })

  it('is composed anew where its pieces are others', async () => {
    expect((await at(db, sql`'x'::text`, 1)).rows).toEqual([{ a: 1, b: 'x', c: 2 }])
    expect((await at(db, sql`${'y'}::text`, 2)).rows).toEqual([{ a: 2, b: 'y', c: 3 }])
    expect((await at(db, sql`upper(${'z'}::text)`, 3)).rows).toEqual([{ a: 3, b: 'Z', c: 4 }])
    expect((await at(db, nested('n'), 4)).rows).toEqual([{ a: 4, b: 'n!?', c: 5 }])
  })

  it('is made of text and values only', () => {
    expect(() => at(db, sql`${sql.ref('some.column')}`, 1)).toThrow('text and values')
    expect(() => at(db, sql`${sql.lit(1)}`, 1)).toThrow('text and values')
  })
})
