import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { binaryRows } from './copy.binary.ts'
import { copyPieces } from './copy.statement.ts'
import { transact } from './db.ts'
import { putUuid, uuidText } from './bytes.ts'
import { firstIdAt, idMaker } from './ids.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

it('writes what PostgreSQL reads back, whatever the values', async () => {
  const decimal = fc.tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 12 }))
    .map(([sign, whole, decimals]) => `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`)
  const row = fc.record({
    text: fc.option(fc.string({ unit: fc.constantFrom('a', '\\', '\t', '\n', '茶', '😀', '"'), maxLength: 150 })), flag: fc.boolean(), small: fc.option(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
    whole: fc.option(fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))), decimal,
    at: fc.date({ min: new Date('1900-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }), id: fc.option(fc.uuid())
  })
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
    const found = await transact(at.house.pool, async (trx, client) => {
      await client.query('create temp table read_back (no int, t text, w text, b boolean, i int, n bigint, d numeric, at timestamptz, day date, id uuid, j jsonb, s text) on commit drop')
      const out = binaryRows()
      rows.forEach((one, no) => {
        const bytes = Buffer.from(`<${one.text ?? ''}>`)
        out.row(12)
        out.int4(no); out.text(one.text); out.term(one.text); out.bool(one.flag); out.int4(one.small); out.int8(one.whole); out.numeric(one.decimal); out.timestamp(one.at.getTime()); out.date(one.at.toISOString().slice(0, 10)); out.uuid(one.id)
        out.jsonText(JSON.stringify({ text: one.text, flag: one.flag })); out.stretch(bytes, one.text === null ? -1 : 1, bytes.length - 1)
      })
      await copyPieces(trx, 'copy read_back from stdin (format binary)', out.end())
      return (await client.query('select t, w, b, i, n::text, d::text, at, day::text, id, j, s from read_back order by no')).rows
    })
    expect(found.map(({ t, w, b, i, n, d, at: moment, day, id, j, s }) => [t, w, b, i, n, Number(d), moment.getTime(), day, id, j, s])).toEqual(rows.map((one) =>
      [one.text, one.text, one.flag, one.small, one.whole?.toString() ?? null, Number(one.decimal) + 0, one.at.getTime(), one.at.toISOString().slice(0, 10), one.id, { text: one.text, flag: one.flag }, one.text]))
  }), { numRuns: 40 })
})

it('makes ids that grow, and that differ', () => {
  const at = new Date('2026-11-21T09:00:00.250Z')
  const next = idMaker(at)
  const ids = Array.from({ length: 20_000 }, next)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true)
  // Whoever looks for what was made since an instant finds it by its id.
  const since = (ms: number): string => firstIdAt(new Date(at.getTime() + ms))
  expect(ids.every((id) => since(0) < id && id < since(1))).toBe(true)
  const bytes = new Uint8Array(20)
  expect(ids.slice(0, 100).map((id) => { putUuid(id, bytes, 3); return uuidText(bytes, 3) })).toEqual(ids.slice(0, 100))
})
