import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

it('arrive as they were, whatever the year, and without fractions of a millisecond', async () => {
  const instants = fc.array(fc.tuple(fc.date({ min: new Date('0001-01-01'), max: new Date('+012000-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 })), { maxLength: 50 })
  await fc.assert(fc.asyncProperty(instants, async (sent) => {
    const { rows } = await sql<{ at: Date }>`select to_timestamp(ms / 1000) + ms % 1000 * interval '1 millisecond' + micros * interval '1 microsecond' as at
      from unnest(${sent.map(([moment]) => moment.getTime().toString())}::bigint[], ${sent.map(([, micros]) => micros)}::int[]) with ordinality as u (ms, micros, no) order by no`.execute(at.house.db)
    expect(rows.map((row) => row.at)).toEqual(sent.map(([moment]) => moment))
  }), { numRuns: 60 })
  expect((await sql<{ at: unknown }>`select 'infinity'::timestamptz as at`.execute(at.house.db)).rows).toEqual([{ at: Infinity }])
})
