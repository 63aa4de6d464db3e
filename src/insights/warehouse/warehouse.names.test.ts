import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMany } from '#customers/record/record.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let home: TestHouse
beforeAll(async () => { home = await buildTestHouse() })
afterAll(() => home.close())

it('calls people by their name, else by the number that somebody gave them, never by their phone', async () => {
  const { db, clock } = home.house
  await db.transaction().execute((trx) => createMany(trx, [
    { source: 'uci', name: '王芳', keys: [{ kind: 'number', value: 'uci:1' }] },
    { source: 'uci', keys: [{ kind: 'number', value: 'uci:17850' }, { kind: 'card', value: 'A9' }] },
    { source: 'tmall', keys: [{ kind: 'marketplace', value: 'taobao:tb1' }, { kind: 'phone', value: '+8613900000001' }] },
    { source: 'pos', keys: [{ kind: 'phone', value: '+8613900000002' }] }
  ], clock()))
  const { rows } = await sql<{ name: string | null }>`select name from warehouse.customer order by name collate "C" nulls last`.execute(db)
  expect(rows.map(({ name }) => name)).toEqual(['17850', 'tb1', '王芳', null])
})
