import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/postgres.ts'
import { Overtaken } from './again.ts'
import { openPool, type Pool, type Trx } from './db.ts'
import { openGroup, type Asking, type Group, type GroupWork } from './group.ts'
import { Refusal } from './refusal.ts'

let database: TestDatabase
let pools: Pool[] = []
/** How many were decided together, batch by batch. */
let batches: number[] = []
const clock = (): Date => new Date('2026-11-21T09:00:00Z')
beforeAll(async () => {
  database = await createTestDatabase()
  pools = [openPool(database.url), openPool(database.url)]
  await pools[0]?.query('create schema counted; create table counted.done (n int, label text unique); create table counted.noted (target text); create table counted.sum (name text primary key, n int)')
  await pools[0]?.query("insert into counted.sum values ('a', 0), ('b', 0)")
})
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  await database.drop()
})
beforeEach(async () => {
  batches = []
  await pools[0]?.query('truncate counted.done, counted.noted, foundation.request')
})

const no = new Refusal('test.no', 409, { zh: '不行', en: 'No {n}' }, { n: 0 })
const attest = async (trx: Trx, deeds: readonly { readonly target: string }[]): Promise<void> => { await sql`insert into counted.noted (target) select unnest(${deeds.map(({ target }) => target)}::text[])`.execute(trx) }
const noted = async (): Promise<string[]> => (await sqlRows<{ target: string }>('select target from counted.noted order by target')).map(({ target }) => target)
const asking = (key: string, body = key): Asking => ({
  claim: { key, actor: 'me', target: 'POST /test', bodyHash: body }, attest,
  deed: { actor: { userId: 'me', name: 'Me', role: 'owner' }, right: 'test.write', method: 'POST', route: '/test', target: key, summary: '', address: '' }
})
/** Negative numbers are refused, 13 breaks the transaction, the rest are written. */
const counting: GroupWork<number, { n: number }> = async (trx, inputs) => {
  batches.push(inputs.length)
  const good = inputs.filter((n) => n >= 0)
  await sql`insert into counted.done (n) select unnest(${good}::int[])`.execute(trx)
  if (inputs.includes(13)) await sql`select 1 / 0`.execute(trx)
  return { outcomes: inputs.map((n) => (n < 0 ? { refusal: no } : { answer: { n } })) }
}
const group = <A>(work: GroupWork<number, A>, width = 1, at = 0): Group<number, A> => openGroup({ batches: pools[at] ?? openPool(database.url), clock }, work, { width })
const done = async (): Promise<number[]> => (await sqlRows<{ n: number }>('select n from counted.done order by n')).map(({ n }) => n)
const sqlRows = async <T extends object>(text: string): Promise<T[]> => (await pools[0]?.query<T>(text))?.rows ?? []

describe('a group of requests', () => {
  it('is one transaction; each has an outcome of its own, which its key keeps', async () => {
    const one = group(counting)
    const asked = (n: number) => one.join(n, asking(`key-${n}`))
    const answers = await Promise.allSettled([asked(1), asked(-1), asked(2)])
    expect(answers).toMatchObject([{ value: { n: 1 } }, { reason: { code: 'test.no' } }, { value: { n: 2 } }])
    expect([batches, await done(), await noted()]).toEqual([[3], [1, 2], ['key-1', 'key-2']])
    const again = await Promise.allSettled([asked(1), asked(-1), one.join(5, asking('key-2', 'other'))])
    expect(again).toMatchObject([{ value: { n: 1 } }, { reason: { code: 'test.no' } }, { reason: { code: 'request.key_reused' } }])
    // They were tried, failed on their keys, and left nothing.
    expect([await done(), await noted()]).toEqual([[1, 2], ['key-1', 'key-2']])
  })

  it('asks a key that comes twice at once only once, here and in another process', async () => {
    const groups = [group(counting, 2), group(counting, 2, 1)]
    const answers = await Promise.all(groups.flatMap((one) => Array.from({ length: 30 }, (_, n) => one.join(n % 5, asking(`same-${n % 5}`)))))
    expect(answers).toEqual(Array.from({ length: 60 }, (_, n) => ({ n: n % 5 })))
    expect(await done()).toEqual([0, 1, 2, 3, 4])
  })

  it('spares the others when one of them breaks', async () => {
    const one = group(counting)
    const answers = await Promise.allSettled([1, 13, 2, -1].map((n) => one.join(n, asking(`key-${n}`))))
    expect(answers).toMatchObject([{ value: { n: 1 } }, { reason: { message: 'division by zero' } }, { value: { n: 2 } }, { reason: { code: 'test.no' } }])
    expect(await done()).toEqual([1, 2])
    expect(await sqlRows("select from foundation.request where key = 'key-13'")).toEqual([])
  })

  it('binds a refusal that ended the transaction to its key', async () => {
    let calls = 0
    const one = group(async () => { calls += 1; throw no })
    await expect(one.join(1, asking('thrown-1'))).rejects.toMatchObject({ code: 'test.no' })
    await expect(one.join(1, asking('thrown-1'))).rejects.toMatchObject({ code: 'test.no' })
    expect(await sqlRows("select from foundation.request where key = 'thrown-1'")).toHaveLength(1)
    expect(calls).toBe(2)
  })

  it('is taken from its start where somebody was quicker, after a deadlock, and when the connection is lost before or at the commit', async () => {
    const faults = ['overtaken', 'deadlock', 'lost', 'none']
    let at = 0
    const one = group<number>(async (trx, [n = 0]) => {
      const fault = faults[at++]
      await sql`insert into counted.done (n) values (${n})`.execute(trx)
      if (fault === 'overtaken') throw new Overtaken()
      if (fault === 'deadlock') throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      if (fault === 'lost') await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
      return { outcomes: [{ answer: n }] }
    })
    expect(await one.join(7, asking('again-7'))).toBe(7)
    expect([at, await done()]).toEqual([4, [7]])
  })

  it('those that come while a batch is written leave behind it, and are taken again where it fails', async () => {
    const seen: (number | boolean)[][] = []
    const one: Group<number, number> = openGroup({ batches: pools[0] ?? openPool(database.url), clock }, async (trx, inputs, _now, isAgain) => {
      seen.push([...inputs, isAgain])
      const written = sql`insert into counted.done (n, label) select n, label from unnest(${inputs}::int[], ${inputs.map((n) => `label ${n % 10}`)}::text[]) as i (n, label), pg_sleep(0.2)`.execute(trx)
      written.catch(() => undefined)
      return { outcomes: inputs.map((n) => ({ answer: n })), written }
    })
    await one.join(1, asking('behind-1'))
    // Of two that ask, one is enough to leave: it comes when the last statements of the other are under way.
    const first = one.join(11, asking('behind-11')).catch((error: unknown) => error)
    while (seen.length < 2) await new Promise((resolve) => { setImmediate(resolve) })
    expect(await one.join(2, asking('behind-2'))).toBe(2)
    expect(await first).toMatchObject({ code: '23505' })
    expect([await done(), await noted()]).toEqual([[1, 2], ['behind-1', 'behind-2']])
    // What the database refused is asked again once, and so is what stood behind it: the work knows.
    expect([seen.slice(0, 3), new Set(seen.slice(3).map(String))]).toEqual([[[1, false], [11, false], [2, false]], new Set(['2,true', '11,true'])])
  })

  it('survives a ring of two transactions that wait for each other', async () => {
    const locking = (order: readonly string[]): GroupWork<number, number> => async (trx, [n = 0]) => {
      for (const name of order) {
        await sql`update counted.sum set n = n + 1 where name = ${name}`.execute(trx)
        await sql`select pg_sleep(0.05)`.execute(trx)
      }
      return { outcomes: [{ answer: n }] }
    }
    const groups = [group(locking(['a', 'b'])), group(locking(['b', 'a']), 1, 1)]
    await Promise.all(groups.map((one, n) => one.join(n, asking(`ring-${n}`))))
    expect(await sqlRows('select n from counted.sum order by name')).toEqual([{ n: 2 }, { n: 2 }])
  })

  it('says that it does not know when the database stays away, and keeps nothing of it', async () => {
    const away = openPool(database.url.replace(/:\d+\//, ':1/'))
    const one = openGroup({ batches: away, clock }, counting)
    await expect(one.join(1, asking('away-1'))).rejects.toMatchObject({ code: 'request.unsettled', status: 503 })
    await away.end()
  })
})
