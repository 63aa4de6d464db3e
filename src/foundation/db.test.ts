import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { isPassing } from './again.ts'
import { binaryRows, binaryStore, openPieces, type BinaryStore } from './copy.binary.ts'
import { copyAllOrNone, copyInto, type CountOn } from './copy.statement.ts'
import { openDb, openLane, openPool, pipelined, transact, type Pool, type Trx } from './db.ts'

let database: TestDatabase
let pool: Pool
/** One connection, so that what it knows of statements is asked again. */
let one: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url)
  one = openPool(database.url, 1)
})
afterAll(async () => { await Promise.all([pool.end(), one.end()]); await database.drop() })

/** The one that fails is waited for through more promises than the one behind it, which fails because it did. */
const together = async (trx: Trx): Promise<unknown> => {
  const deep = async (): Promise<unknown> => Promise.all([sql`select 1 / 0`.execute(trx), sql`select 2`.execute(trx)])
  return Promise.all([deep(), sql`select 1`.execute(trx)])
}

describe('a transaction of which one statement fails', () => {
  beforeAll(() => pool.query('create table kept (n int)'))
  /** Several in one breath; those behind the second are asked when the rollback is on its way. */
  const several = (trx: Trx): Promise<unknown> => Promise.all([
    sql`select 1 / 0`.execute(trx), ...[1, 2, 3].map((n) => sql`insert into kept values (${n})`.execute(trx)), copyInto(trx, 'kept (n)', numbers(4)), copyInto(trx, 'kept (n)', numbers(5))
  ])
  const numbers = (n: number): BinaryStore => { const out = binaryStore(20); out.row(1); out.int4(n); return out }
  const kept = async (): Promise<unknown> => (await pool.query('select n from kept order by n')).rows
  const failed = { message: 'division by zero' }

  it('keeps nothing of what was asked with it, nor of what is asked when it has ended', async () => {
    const db = openDb(pool, { keepsPlans: true })
    for (const run of [(work: (trx: Trx) => Promise<unknown>) => db.transaction().execute(work), (work: (trx: Trx) => Promise<unknown>) => transact(pool, work), (work: (trx: Trx) => Promise<unknown>) => pipelined(pool, work)]) {
      await expect(run(several)).rejects.toMatchObject(failed)
      // One that nobody waited for goes on when the transaction has ended.
      let late: Promise<unknown> = Promise.resolve()
      await run(async (trx) => { late = new Promise((resolve) => { setTimeout(resolve, 50) }).then(() => sql`insert into kept values (9)`.execute(trx)); late.catch(() => undefined) })
      await expect(late).rejects.toThrow()
      await new Promise((resolve) => { setTimeout(resolve, 50) })
      expect(await kept()).toEqual([])
    }
    await db.transaction().execute((trx) => sql`insert into kept values (7)`.execute(trx))
    expect(await kept()).toEqual([{ n: 7 }])
  })
})

describe('statements that leave together', () => {
  const rowsOf = (values: readonly (string | null)[]): BinaryStore => {
    const out = binaryStore(100)
    for (const value of values) { out.row(1); out.text(value) }
    return out
  }
  const whole = (trx: Trx, value: string) => sql<{ n: number }>`select ${value}::int as n`.execute(trx)

  it('are each told their own answer, the first time and again, with rows, without, and with rows brought along', async () => {
    await one.query('create table words (word text not null)')
    for (let round = 1; round <= 3; round += 1) {
      const [few, made, copied, none, many] = await pipelined(one, (trx) => Promise.all([
        whole(trx, `${round}`), sql`insert into words values (${'made'})`.execute(trx), copyInto(trx, 'words (word)', rowsOf(['a', 'b'])), sql`select word from words where false`.execute(trx),
        sql<{ word: string, at: Date }>`select word, now() as at from words order by word`.execute(trx)
      ]))
      expect([few.rows, made.numAffectedRows, copied, none.rows, many.rows.length, many.rows[0]?.at instanceof Date]).toEqual([[{ n: round }], 1n, undefined, [], 3 * round, true])
    }
  })

  it('fail with the one before them that failed, and are parsed again when they are asked again', async () => {
    for (const wrong of [(trx: Trx) => whole(trx, 'x'), (trx: Trx) => copyInto(trx, 'words (word)', rowsOf(['c', null])), (trx: Trx) => copyInto(trx, 'nowhere (word)', rowsOf(['c']))]) {
      const late = (trx: Trx) => sql<{ n: number }>`select ${'7'}::int + 1 as n`.execute(trx)
      for (const isAskedLater of [false, true]) {
        const outcome = await pipelined(one, async (trx) => {
          await Promise.allSettled([whole(trx, '1'), wrong(trx), late(trx)])
          if (isAskedLater) await Promise.allSettled([late(trx)])
        }).catch((error: unknown) => error)
        expect(outcome).toMatchObject({ message: 'a statement had failed: the transaction was rolled back' })
        expect((await pipelined(one, (trx) => Promise.all([whole(trx, '5'), late(trx)]))).map(({ rows }) => rows[0]?.n)).toEqual([5, 8])
      }
    }
    expect((await one.query('select count(*)::int as n from words')).rows).toEqual([{ n: 9 }])
  })

  it('the last of them take the commit along: all is kept or nothing, and nothing is asked after it', async () => {
    const here = (trx: Trx) => sql<{ id: bigint }>`select txid_current() as id`.execute(trx)
    const [before, after] = await pipelined(one, async (trx, finish) => {
      const first = await here(trx)
      const last = Promise.all([copyInto(trx, 'words (word)', rowsOf(['last'])), here(trx)])
      finish()
      const [, second] = await last
      await expect(whole(trx, '4')).rejects.toThrow('asked after the end')
      return [first.rows, second.rows]
    })
    expect([after, (await one.query("delete from words where word = 'last'")).rowCount]).toEqual([before, 1])
    await expect(pipelined(one, async (trx, finish) => {
      const last = Promise.all([copyInto(trx, 'words (word)', rowsOf(['last'])), whole(trx, 'x')])
      finish()
      await last
    })).rejects.toMatchObject({ code: '22P02' })
    expect((await one.query("select word from words where word = 'last'")).rows).toEqual([])
  })

  it('many rows leave as they lie, and are counted on before the server has answered: all is kept or nothing', async () => {
    await one.query('create table many (word text primary key)')
    const pieces = openPieces()
    const copy = (trx: Trx, words: readonly string[], countOn?: CountOn) => {
      const out = binaryRows(pieces)
      for (const word of words) { out.row(1); out.text(word) }
      return copyAllOrNone(trx, 'copy many (word) from stdin (format binary)', out.end(), { pieces, countOn })
    }
    const manyFrom = (from: number): string[] => Array.from({ length: 5_000 }, (_, i) => `${from + i} ${'x'.repeat(60)}`)
    const count = async (): Promise<unknown> => (await one.query('select count(*)::int as n, count(distinct right(word, 60))::int as tails from many')).rows[0]
    const counting = (work: (trx: Trx, countOn: CountOn) => Promise<unknown>) => pipelined(one, async (trx, finish) => {
      const counted: Promise<unknown>[] = []
      await work(trx, (asked) => { asked.catch(() => undefined); counted.push(asked) })
      finish()
      await Promise.all(counted)
    })
    await counting(async (trx, countOn) => {
      expect([await copy(trx, manyFrom(0), countOn), await copy(trx, manyFrom(5_000), countOn)]).toEqual([true, true])
      expect((await sql<{ n: number }>`select count(*)::int as n from many`.execute(trx)).rows).toEqual([{ n: 10_000 }])
    })
    expect(await count()).toEqual({ n: 10_000, tails: 1 })
    // The second holds a word of the first; the third is never looked at.
    await expect(counting(async (trx, countOn) => {
      for (const from of [20_000, 9_999, 30_000]) expect(await copy(trx, manyFrom(from), countOn)).toBe(true)
    })).rejects.toMatchObject({ code: '23505' })
    expect(await count()).toEqual({ n: 10_000, tails: 1 })
    // Where nobody counts on it the transaction goes on.
    expect(await pipelined(one, async (trx) => [await copy(trx, manyFrom(9_999)), await copy(trx, manyFrom(40_000))])).toEqual([false, true])
    expect(await count()).toEqual({ n: 15_000, tails: 1 })
  })

  it('one whose value cannot be written is refused alone', async () => {
    const ring: Record<string, unknown> = {}
    ring['ring'] = ring
    const outcomes = await pipelined(one, (trx) => Promise.allSettled([whole(trx, '1'), sql`select ${ring}::jsonb`.execute(trx), whole(trx, '2')]))
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.rows : String(outcome.reason).includes('circular')))).toEqual([[{ n: 1 }], true, [{ n: 2 }]])
  })
})

describe('transactions in a row on one connection', () => {
  /** Adds a word as its last statement, and says when that has left. */
  const adding = (word: string | null, sent: () => void) => (trx: Trx, finish: () => void) => {
    const last = sql`insert into words values (${word})`.execute(trx)
    finish()
    sent()
    return last
  }

  it('the next leaves with the last statements of the one before, and sees what that wrote', async () => {
    const lane = openLane(one)
    const counted = async (trx: Trx) => (await sql<{ n: number }>`select count(*)::int as n from words where word = 'behind'`.execute(trx)).rows
    const order: string[] = []
    // There is one connection: who asked for another would wait for the first.
    const next = await new Promise((resolve, reject) => {
      lane.run(adding('behind', () => { resolve(lane.run(counted)); order.push('the next is asked') })).then(() => order.push('the first is done'), reject)
    })
    expect([next, order]).toEqual([[{ n: 1 }], ['the next is asked', 'the first is done']])
    const open = lane.run(async (trx) => { await counted(trx) })
    await expect(lane.run(counted)).rejects.toThrow('has not called finish')
    await open
    expect((await one.query("delete from words where word = 'behind'")).rowCount).toBe(1)
  })

  it('where the one before fails, nothing is kept of the next, whenever that is sent', async () => {
    const lane = openLane(pool)
    let behind: Promise<unknown> = Promise.resolve()
    let sent = (): void => undefined
    const isSent = new Promise<void>((resolve) => { sent = resolve })
    const first = lane.run((trx, finish) => {
      const last = sql`insert into words select null from pg_sleep(0.1)`.execute(trx)
      finish()
      behind = lane.run(async (next) => {
        // Nobody waits for the first statement: the second leaves when the one before has failed and was told so.
        sql`select 1`.execute(next).catch(() => undefined)
        await isSent
        const late = sql`insert into words values ('late')`.execute(next)
        late.catch(() => undefined)
        await new Promise((resolve) => { setTimeout(resolve, 50) })
        return late
      }).catch((error: unknown) => error)
      return last
    })
    await expect(first).rejects.toMatchObject({ code: '23502' })
    sent()
    expect([isPassing(await behind), (await one.query("select word from words where word = 'late'")).rows]).toEqual([true, []])
    expect(await lane.run(async (trx) => (await sql<{ n: number }>`select 3 as n`.execute(trx)).rows)).toEqual([{ n: 3 }])
  })

  it('where the one before fails, the next fails as something that passes and has written nothing; the connection is free and whole', async () => {
    const lane = openLane(one)
    let next: Promise<unknown> = Promise.resolve()
    const first = lane.run(adding(null, () => { next = lane.run(adding('lost', () => undefined)).catch((error: unknown) => error) }))
    await expect(first).rejects.toMatchObject({ code: '23502' })
    expect(isPassing(await next)).toBe(true)
    expect((await one.query("select word from words where word = 'lost'")).rows).toEqual([])
    await lane.run(adding('kept', () => undefined))
    expect((await one.query("delete from words where word = 'kept'")).rowCount).toBe(1)
  })
})

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
