import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { openDb, openPool, type Db, type Pool } from './db.ts'
import { once } from './idempotency.ts'
import { Refusal } from './refusal.ts'

let database: TestDatabase
let pool: Pool
let db: Db
const now = new Date('2026-11-21T09:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.url, 20)
  db = openDb(pool)
  await sql`create table public.deed (id int generated always as identity)`.execute(db)
})
afterAll(async () => { await pool.end(); await database.drop() })

const claim = (key: string, bodyHash = 'b') => ({ key, actor: 'tester', target: 'POST /x', bodyHash })
const deeds = async (): Promise<number> => Number((await sql<{ n: bigint }>`select count(*) as n from public.deed`.execute(db)).rows[0]?.n)

describe('one key, one effect', () => {
  it('under 20 requests at once', async () => {
    const before = await deeds()
    const answers = await Promise.all(Array.from({ length: 20 }, () => once(db, claim('race'), now, async (trx) => {
      const { rows } = await sql<{ id: number }>`insert into public.deed default values returning id`.execute(trx)
      return { id: rows[0]?.id }
    })))
    expect(await deeds()).toBe(before + 1)
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  })

  it('a refusal stays one, and leaves nothing behind', async () => {
    const before = await deeds()
    let tries = 0
    const refuse = () => once(db, claim('refused'), now, async (trx) => {
      tries += 1
      await sql`insert into public.deed default values`.execute(trx)
      throw new Refusal('deed.no', 422, { zh: '不行 {n}', en: 'no {n}' }, { n: 3n })
    })
    await expect(refuse()).rejects.toMatchObject({ code: 'deed.no' })
    await expect(refuse()).rejects.toMatchObject({ code: 'deed.no', status: 422 })
    expect([tries, await deeds()]).toEqual([1, before])
  })

  it('two at once under one key are told the same, though the first was refused and the second might not have been', async () => {
    const waiting = async (): Promise<boolean> => (await pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount === 1
    const refused = async (): Promise<never> => {
      while (!(await waiting())) await new Promise((resolve) => { setTimeout(resolve, 5) })
      throw new Refusal('deed.no', 409, { zh: '不行', en: 'no' })
    }
    let first = true
    const ask = () => once(db, claim('two at once'), now, async () => {
      if (!first) return 'done'
      first = false
      return refused()
    })
    // Which of them binds the key when the first was rolled back is a matter of chance; that all are told it is not.
    const told = async (): Promise<string> => ask().catch((error: unknown) => (error instanceof Refusal ? error.code : 'broken'))
    const [one, other] = await Promise.all([told(), told()])
    expect(['done', 'deed.no']).toContain(one)
    expect([other, await told()]).toEqual([one, one])
  })

  it('what a deadlock ends is taken from its start, and told to nobody', async () => {
    await sql`create table if not exists public.ring (n int primary key)`.execute(db)
    await sql`insert into public.ring values (1), (2) on conflict do nothing`.execute(db)
    let meeting = 0
    let meet: () => void = () => undefined
    const met = new Promise<void>((resolve) => { meet = resolve })
    const locking = (key: string, first: number, second: number) => once(db, claim(key), now, async (trx) => {
      await sql`select from public.ring where n = ${first} for update`.execute(trx)
      meeting += 1
      if (meeting === 2) meet()
      await met
      await sql`select from public.ring where n = ${second} for update`.execute(trx)
      return key
    })
    expect(await Promise.all([locking('ring one', 1, 2), locking('ring two', 2, 1)])).toEqual(['ring one', 'ring two'])
    expect(meeting).toBe(3)
  })

  it('a bug binds nothing: the same key may succeed later', async () => {
    await expect(once(db, claim('bug'), now, async () => { throw new Error('bug') })).rejects.toThrow('bug')
    expect(await once(db, claim('bug'), now, async () => 'done')).toBe('done')
  })

  it('another body under the key is refused by name', async () => {
    await once(db, claim('reused'), now, async () => 1)
    await expect(once(db, claim('reused', 'other'), now, async () => 2)).rejects.toMatchObject({ code: 'request.key_reused', status: 409 })
  })
})
