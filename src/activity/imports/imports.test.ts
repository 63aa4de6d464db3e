import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { hostileFiles, sheetFile } from '#test/hostile.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let test: TestHouse
beforeAll(async () => { test = await buildTestHouse() })
afterAll(() => test.close())

/** A multipart upload of one file. */
async function upload(name: string, content: string | Buffer) {
  const edge = randomUUID()
  const body = Buffer.concat([
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)
  ])
  return test.app.inject({ method: 'POST', url: '/api/imports', payload: body, headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'accept-language': 'en' } })
}

async function act(id: string, deed: 'trial' | 'start') {
  const answer = await test.ask('POST', `/api/imports/${id}/${deed}`)
  if (answer.statusCode !== 200) return answer.json()
  await test.house.queue.ended(answer.json().runId)
  return (await test.ask('GET', `/api/imports/${id}`)).json()
}

const importing = async (name: string, content: string | Buffer) => act((await upload(name, content)).json().id, 'start')
const hostile = (name: string) => importing(name, hostileFiles[name]?.() ?? '')
const rejectsOf = async (id: string) => (await test.app.inject({ url: `/api/imports/${id}/rejects`, headers: { 'accept-language': 'en' } })).body
const reasons = (found: { result: { rejectedBy: { code: string, count: number }[] } }) => Object.fromEntries(found.result.rejectedBy.map(({ code, count }) => [code, count]))
const orderOf = async (number: string) => (await sql<Record<string, unknown>>`select * from orders.order where number = ${number}`.execute(test.house.db)).rows[0]
const clear = () => test.emptied('orders.order, orders.receipt, record.customer, record.trait, identity.identity, imports.import, imports.batch')

describe('importing through HTTP', () => {
  it('shows what it understood, tries it without a trace, then writes it', async () => {
    await clear()
    const found = (await upload('bom-crlf.csv', hostileFiles['bom-crlf.csv']?.() ?? '')).json()
    expect(found.preview[0].understood).toMatchObject({ number: 'D1', amountMinor: '880000', at: '2026-03-01T02:00:00.000Z', customer: [{ kind: 'phone', value: '+8613800000001' }] })
    expect((await act(found.id, 'trial')).trial).toMatchObject({ rows: 2, orders: 2, customers: 2, rejected: 0 })
    expect([await orderOf('D1'), (await test.ask('GET', '/api/business')).json().settled]).toEqual([undefined, false])
    expect((await act(found.id, 'start')).result).toMatchObject({ rows: 2, orders: 2, lines: 2, customers: 2, rejected: 0 })
    expect(await orderOf('D1')).toMatchObject({ kind: 'sale', total_minor: 880_000n, day: '2026-03-01', currency: 'CNY' })
  })

  it('keeps zone and currency from then on', async () => {
    const { settled, version } = (await test.ask('GET', '/api/business')).json()
    expect(settled).toBe(true)
    expect((await test.ask('PUT', '/api/business', { name: '青山茶铺', country: 'CN', zone: 'Asia/Shanghai', currency: 'USD', version })).json().code).toBe('business.settled')
  })

  it('changes nothing when the same file comes again', async () => {
    expect((await importing('again.csv', hostileFiles['bom-crlf.csv']?.() ?? '')).result).toMatchObject({ orders: 0, known: 2, customers: 0, conflicts: 0 })
  })

  it('names an order that comes again with another total, and leaves the record alone', async () => {
    const found = await importing('other.csv', '订单编号,下单时间,会员手机,商品名称,数量,实付金额\nD1,2026-03-01 10:00:00,13800000001,茉莉花茶,1,99.00\n')
    expect(found.result).toMatchObject({ orders: 0, conflicts: 1, rejected: 1 })
    expect(await rejectsOf(found.id)).toContain('2,"order D1 is known with another content: 88 on record, 99 in the file. The record was not changed",D1,2026-03-01 10:00:00')
    expect(await orderOf('D1')).toMatchObject({ total_minor: 880_000n })
  })
})

describe('files that end in a clear answer', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['empty.csv', 'imports.empty'], ['not-a-csv.csv', 'imports.not_a_table'], ['noise.csv', 'imports.not_a_table'], ['old-excel.xls', 'imports.old_excel'],
    ['bomb.xlsx', 'imports.bomb'], ['lying-bomb.xlsx', 'imports.bomb'], ['broken.xlsx', 'imports.broken_archive'], ['broken.csv.gz', 'imports.broken_archive']
  ]
  it.each(refused)('%s is refused with %s', async (name, code) => {
    const answer = await upload(name, hostileFiles[name]?.() ?? '')
    expect([answer.statusCode >= 400 && answer.statusCode < 500, answer.json().code]).toEqual([true, code])
  })

  it('stops a line without an end while it is uploaded, and keeps nothing of it', async () => {
    const answer = await upload('one-line.csv', Buffer.alloc(8_000_000, 'x'))
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'imports.line_too_long'])
    const folder = join(test.house.config.dataDir, 'imports')
    const known = await sql<{ id: string }>`select import_id as id from imports.import`.execute(test.house.db)
    expect(readdirSync(folder).filter((name) => !known.rows.some(({ id }) => id === name))).toEqual([])
  })

  it('says that a header has no rows, and that a date column is missing', async () => {
    expect((await hostile('header-only.csv')).problem).toMatchObject({ code: 'imports.no_rows' })
    expect(await hostile('gbk-no-date.csv')).toMatchObject({ code: 'imports.no_time' })
  })

  const read: readonly (readonly [string, number, Record<string, number>])[] = [
    ['utf16le.csv', 1, {}], ['utf16be.csv', 1, {}], ['gbk.csv', 1, {}], ['late-gbk.csv', 12_001, {}], ['latin1.csv', 1, {}], ['semicolon-german.csv', 1, {}], ['tabs.tsv', 2, {}], ['pipes.txt', 1, {}],
    ['mac.csv', 2, {}], ['sep.csv', 1, {}], ['preamble.csv', 1, {}], ['nul-and-control.csv', 1, {}], ['same-order-twice.csv', 1, {}], ['scattered.csv', 3, {}],
    ['amounts.csv', 8, { ragged: 1, amount_wrong: 2, amount_missing: 1, amount_large: 1 }],
    ['dates.csv', 5, { time_impossible: 1, time_early: 1, time_late: 1, time_wrong: 1, time_missing: 1 }],
    ['quotes.csv', 1, { quote_open: 1 }], ['open-quote.csv', 5_000, { quote_open: 1 }], ['ragged.csv', 1, { ragged: 2 }], ['formula.csv', 1, { amount_wrong: 1 }],
    ['two-customers.csv', 1, { two_customers: 2 }], ['half-bad-order.csv', 1, { amount_wrong: 1, order_incomplete: 1 }], ['cancelled.csv', 3, { unpaid: 1 }], ['return-before-order.csv', 2, {}]
  ]
  it.each(read)('%s brings %i orders', async (name, orders, faults) => {
    await clear()
    const found = await hostile(name)
    expect([found.state, found.result?.orders, found.result && reasons(found)]).toEqual(['done', orders, faults])
  })

  it('links a cancellation to the order that comes after it', async () => {
    await clear()
    await hostile('return-before-order.csv')
    expect(await orderOf('C900')).toMatchObject({ kind: 'cancellation', undoes_number: '900', undoes_order_id: (await orderOf('900'))?.['order_id'], total_minor: -125_000n })
  })

  it('reads a workbook, its dates and its long numbers', async () => {
    await clear()
    const rows = [['订单编号', '下单时间', '手机号', '商品名称', '数量', '金额'], ['X1', new Date('2026-03-01T10:00:00Z'), 13_800_000_001, '茶 & 杯', 2, 0.1 + 0.2]]
    const found = await importing('orders.xlsx', sheetFile(rows))
    expect(found.result).toMatchObject({ orders: 1, rejected: 0 })
    expect(await orderOf('X1')).toMatchObject({ total_minor: 3_000n, at: new Date('2026-03-01T02:00:00Z') })
  })

  it('keeps formulas out of the file of rejected rows', async () => {
    await clear()
    const found = await hostile('formula.csv')
    expect(await rejectsOf(found.id)).toContain("'+1+cmd|calc!A0")
  })

  it('never takes a path from a file name', async () => {
    const found = (await upload('../../x/..%2f..%2fname.csv', hostileFiles['..%2f..%2fname.csv']?.() ?? '')).json()
    expect(found.fileName).toBe('..%2f..%2fname.csv')
  })
})

describe('a first large file', () => {
  const oids = async (): Promise<readonly string[]> =>
    (await sql<{ text: string }>`select indexrelid || ' ' || pg_get_indexdef(indexrelid) as text from pg_index where indrelid in ('orders.order'::regclass, 'record.customer'::regclass, 'identity.identity'::regclass) order by 1`.execute(test.house.db)).rows.map(({ text }) => text)
  const plain = (definitions: readonly string[]): readonly string[] => definitions.map((text) => text.replace(/^\d+ /, '')).toSorted()
  const rowsFrom = (first: number, count: number): string =>
    `订单编号,下单时间,会员手机,商品名称,数量,实付金额\n${Array.from({ length: count }, (_, i) => `L${first + i},2026-03-01 10:00:00,139${String(i % 500).padStart(8, '0')},茶,1,${(i % 90) + 10}.00`).join('\n')}\n`

  it('has its indexes built when its rows are there; a later one finds them and leaves them', async () => {
    await clear()
    const before = await oids()
    const large = (await importing('large.csv', rowsFrom(0, 80_000))).result
    expect(large).toMatchObject({ orders: 80_000, rejected: 0 })
    // Whoever is in the record by now is still somebody to the rows that follow.
    expect([large?.customers, large?.notes]).toEqual([500, []])
    const after = await oids()
    expect(plain(after)).toEqual(plain(before))
    const built = after.filter((index) => !before.includes(index)).map((index) => /INDEX (\w+)/.exec(index)?.[1] ?? '')
    expect(built.toSorted()).toEqual(['customer_changed', 'customer_given_pinyin', 'customer_initials', 'customer_kind', 'customer_name_end', 'customer_name_piece', 'customer_name_start', 'customer_pinyin', 'customer_region', 'identity_customer', 'identity_tail', 'order_at', 'order_changed'])
    expect((await importing('larger.csv', rowsFrom(80_000, 20_000))).result).toMatchObject({ orders: 20_000, rejected: 0 })
    expect(await oids()).toEqual(after)
    // Another process had set one aside and was killed; its import goes on in this one.
    await sql`with away as (insert into foundation.index_aside (name, definition) select 'orders.order_at', pg_get_indexdef('orders.order_at'::regclass)) select 1`.execute(test.house.db)
    await sql`drop index orders.order_at`.execute(test.house.db)
    expect((await importing('rest.csv', rowsFrom(100_000, 20_000))).result).toMatchObject({ orders: 20_000, rejected: 0 })
    expect(plain(await oids())).toEqual(plain(before))
  })
})
