import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { seededRandom } from '#foundation/random.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { createMany, listCustomers, searchCustomers } from './record.ts'

let at: TestHouse
const now = new Date('2026-11-21T09:00:00Z')
const people = 12_000

beforeAll(async () => {
  at = await buildTestHouse(now)
  const random = seededRandom(7)
  const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗单曾解仇区']
  const given = [...'伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建文玉红梅海波云飞凤雪琴志国庆春生晓东宇浩然子涵欣怡']
  for (let from = 0; from < people; from += 4_000) {
    const batch = Array.from({ length: 4_000 }, (_, i) => ({
      keys: [{ kind: 'phone' as const, value: `+86${13_000_000_000 + ((from + i) * 7919) % 6_999_999_999}` }, { kind: 'card' as const, value: `C${String(from + i).padStart(8, '0')}` }, { kind: 'email' as const, value: `u${from + i}@example.com` }],
      source: 'seed', name: random.pick(surnames) + random.pick(given) + random.pick(given), region: random.pick(['330106', '440305', '110105'])
    }))
    await transact(at.house.pool, (trx) => createMany(trx, batch, now))
  }
  await sql`analyze record.customer, identity.identity`.execute(at.house.db)
})
afterAll(() => at.close())

/** Rows read without an index so far, as this connection counts them. */
async function readPast(db: TestHouse['house']['db']): Promise<number> {
  const { rows } = await sql<{ past: bigint }>`select coalesce(sum(seq_tup_read), 0)::bigint as past from pg_stat_xact_user_tables where schemaname in ('record', 'identity')`.execute(db)
  return Number(rows[0]?.past ?? 0n)
}

/** How many rows were walked past without an index while it ran. */
const walked = (work: (db: TestHouse['house']['db']) => Promise<unknown>): Promise<number> => at.house.db.transaction().execute(async (trx) => {
  const before = await readPast(trx)
  await work(trx)
  return await readPast(trx) - before
})

it.each(['王伟芳', '王伟', '伟芳', '王', '单伟芳', '绝无此名', '某某茶业', 'wangweifang', 'weifang', 'wwf', 'shanw', 'w', 'zzzz', '5521', '13000007919', '130000079', 'u2000@', 'C0002', 'C00020000', 'taobao:x'])(
  'searching for %s walks along an index', async (typed) => {
    expect(await walked((db) => searchCustomers(db, typed, 'CN', true))).toBeLessThan(people / 10)
  })

it.each([{}, { kind: 'internal' as const }, { region: '330000' }, { region: '540000' }, { trait: 'lifecycle.state:at_risk' }])('listing %j walks along an index', async (filter) => {
  expect(await walked((db) => listCustomers(db, filter, {}, true))).toBeLessThan(people / 10)
})
