import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { int8s, texts, uuids } from './arrays.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

it('arrive as they were sent, whatever the values', async () => {
  const row = fc.record({
    id: fc.option(fc.uuid()), whole: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    text: fc.option(fc.string({ unit: fc.constantFrom('a', '\\', '{', '}', ',', '"', '\n', '茶', '😀'), maxLength: 40 }))
  })
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 60 }), async (rows) => {
    const { rows: found } = await sql<{ id: string | null, n: string | null, t: string | null }>`select id, n::text, t
      from unnest(${uuids(rows.map(({ id }) => id))}::uuid[], ${int8s(rows.map(({ whole }) => whole))}::bigint[], ${texts(rows.map(({ text }) => text))}::text[]) with ordinality as u (id, n, t, no) order by no`.execute(at.house.db)
    expect(found).toEqual(rows.map(({ id, whole, text }) => ({ id, n: whole?.toString() ?? null, t: text })))
  }), { numRuns: 40 })
})
