import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '#test/postgres.ts'
import { sharedData } from '#test/sharedData.ts'
import { openPool, type Pool } from '#foundation/db.ts'
import { importFile, type ImportTask } from './importing.ts'
import { guessMapping } from './mapping.ts'
import { stageFile } from './staging.ts'
import { surveyFile } from './survey.ts'
import { openTable } from './table.ts'

const data = sharedData()
const retail = join(data ?? '', 'online_retail_uci', 'online_retail.csv.gz')
const scratch = mkdtempSync(join(tmpdir(), 'changke-imports-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const surroundings = { zone: 'Europe/London', country: 'GB', currency: 'GBP', now: new Date('2026-11-21T09:00:00Z'), schema: 'warehouse', scratch }

describe('files of real size', () => {
  // Counts: UCI id 352 and ../shared/data/references/online_retail.json.
  it.skipIf(data === undefined)('reads Online Retail to the line', { timeout: 240_000 }, async () => {
    const staged = await stageFile(retail, surroundings)
    const [orders] = await staged.engine.all(`select count(*)::int as invoices, count(distinct customer_id) filter (where not anonymous)::int as customers, sum(gross_minor)::bigint as gross from warehouse.purchase`)
    const [lines] = await staged.engine.all(`select count(*)::int as lines, count(*) filter (where l.anonymous)::int as anonymous, count(*) filter (where o.kind = 'cancellation')::int as cancelled from staged.line s
      join staged.order o using (order_id) join warehouse.line l on l.order_id = s.order_id and l.line_no = s.line_no`)
    const [clean] = await staged.engine.all(`select count(*)::int as lines, count(distinct customer_id)::int as customers, count(distinct order_id)::int as invoices, sum(amount_minor)::bigint as revenue from warehouse.line
      where kind = 'sale' and not anonymous and quantity > 0 and amount_minor > 0`)
    await staged.close()
    expect([staged.rows, staged.rejected, staged.notes.repeated, staged.mapping.preset]).toEqual([541_909, 0, 5_268, 'uci'])
    expect(orders).toEqual({ invoices: 25_900, customers: 4_372, gross: 97_477_479_340n })
    expect(lines).toEqual({ lines: 541_909, anonymous: 135_080, cancelled: 9_288 })
    expect(clean).toEqual({ lines: 397_884, customers: 4_338, invoices: 18_532, revenue: 89_114_079_040n })
  })

  it('takes a million rows with an error in each', { timeout: 240_000 }, async () => {
    const path = join(scratch, 'errors.csv')
    writeFileSync(path, '订单编号,下单时间,会员手机,商品名称,数量,实付金额\n')
    for (let from = 0; from < 1_000_000; from += 50_000) appendFileSync(path, Array.from({ length: 50_000 }, (_, i) => `D${from + i},not a date,not a phone,茶,one,free\n`).join(''))
    const staged = await stageFile(path, surroundings)
    await staged.close()
    expect([staged.rows, staged.rejected, staged.rejectedBy, staged.lines]).toEqual([1_000_000, 1_000_000, { time_wrong: 1_000_000 }, 0])
  })
})

describe('an import that is stopped', () => {
  let pool: Pool
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await createTestDatabase()
    pool = openPool(database.url, 6)
    drop = database.drop
  })
  afterAll(async () => {
    await pool.end()
    await drop()
  })

  it('goes on where it stopped, and counts everything once', { timeout: 240_000 }, async () => {
    const path = join(scratch, 'long.csv')
    // More than the batches that are under way when the first is told.
    const number = 200_000
    writeFileSync(path, `order,date,customer,amount\n${Array.from({ length: number }, (_, i) => `N${i},2026-03-01,k${i % 900},1.5\n`).join('')}`)
    const table = await openTable(path, scratch)
    const task: ImportTask = {
      mode: 'write', importId: '019a0000-0000-7000-8000-000000000001', path, scratch, rejectsPath: join(scratch, 'rejects.jsonl'), mapping: guessMapping(table.headers, table.sample),
      zone: 'Asia/Shanghai', country: 'CN', currency: 'CNY', actor: 'test'
    }
    const run = (signal: AbortSignal, onOrders: (orders: number) => void) =>
      importFile(task, { pool, now: () => new Date('2026-11-21T09:00:00Z'), signal, onProgress: (_stage, _done, _total, counts) => onOrders(counts.orders), surveyed: () => surveyFile(task, signal, () => undefined) })
    const stop = new AbortController()
    await expect(run(stop.signal, (orders) => { if (orders > 0) stop.abort() })).rejects.toThrow()
    const half = await pool.query<{ orders: number }>('select count(*)::int as orders from orders.order')
    expect(half.rows[0]?.orders).toBeLessThan(number)
    expect(await run(new AbortController().signal, () => undefined)).toMatchObject({ rows: number, orders: number, lines: number, customers: 900, known: 0, conflicts: 0, rejected: 0 })
    const { rows } = await pool.query('select count(*)::int as orders, (select count(*)::int from orders.line) as lines, (select count(*)::int from record.customer) as customers from orders.order')
    expect(rows[0]).toEqual({ orders: number, lines: number, customers: 900 })
  })

  it('writes a batch anew that was counted on, where some of it is in the record: whole, and nobody twice', async () => {
    const task = async (name: string, ending: string, lines: readonly string[]): Promise<ImportTask> => {
      const path = join(scratch, name)
      writeFileSync(path, `order,date,customer,amount\n${lines.join('\n')}\n`)
      const table = await openTable(path, scratch)
      return {
        mode: 'write', importId: `019a0000-0000-7000-8000-0000000000${ending}`, path, scratch, rejectsPath: join(scratch, 'rejects.jsonl'), mapping: guessMapping(table.headers, table.sample),
        zone: 'Asia/Shanghai', country: 'CN', currency: 'CNY', actor: 'test'
      }
    }
    const write = (one: ImportTask) => {
      const { signal } = new AbortController()
      return importFile(one, { pool, now: () => new Date('2026-11-21T09:00:00Z'), signal, onProgress: () => undefined, surveyed: () => surveyFile(one, signal, () => undefined) })
    }
    const row = (i: number, amount = 1.5): string => `P${i},2026-03-01,p${i},${amount}`
    expect(await write(await task('some.csv', '11', [row(3_000), row(3_001)]))).toMatchObject({ orders: 2, customers: 2 })
    const rows = [...Array.from({ length: 3_000 }, (_, i) => row(i)), row(3_000), row(3_001, 2)]
    expect(await write(await task('more.csv', '12', rows))).toMatchObject({ orders: 3_000, lines: 3_000, customers: 3_000, known: 1, conflicts: 1, rejected: 1 })
    const { rows: found } = await pool.query(`select count(*)::int as orders, count(distinct o.customer_id)::int as buyers, count(c.customer_id)::int as known, count(r.number)::int as receipts, count(i.value)::int as keys
      from orders.order o left join record.customer c using (customer_id) left join orders.receipt r on r.source = o.source and r.number = o.number and r.order_id = o.order_id and r.customer_id = o.customer_id
      left join identity.identity i on i.customer_id = o.customer_id where o.number like 'P%'`)
    expect(found).toEqual([{ orders: 3_002, buyers: 3_002, known: 3_002, receipts: 3_002, keys: 3_002 }])
    expect((await pool.query("select count(*)::int as n from identity.identity where value like '%:p%'")).rows).toEqual([{ n: 3_002 }])
  })

  it('passes over no orders that a batch of the same number did not hold: the program may have cut them elsewhere', async () => {
    const path = join(scratch, 'cut.csv')
    writeFileSync(path, `order,date,customer,amount\n${Array.from({ length: 3_000 }, (_, i) => `C${i},2026-03-01,k${i % 9},1.5\n`).join('')}`)
    const table = await openTable(path, scratch)
    const importId = '019a0000-0000-7000-8000-000000000002'
    await pool.query('insert into imports.batch (import_id, batch_no, numbers, orders, lines, known, customers, clashes) values ($1, 0, 7, 1000, 1000, 0, 0, $2), ($1, 1, null, 1000, 1000, 0, 0, $2)', [importId, '[]'])
    const task: ImportTask = {
      mode: 'write', importId, path, scratch, rejectsPath: join(scratch, 'rejects.jsonl'), mapping: guessMapping(table.headers, table.sample), zone: 'Asia/Shanghai', country: 'CN', currency: 'CNY', actor: 'test'
    }
    const { signal } = new AbortController()
    const write = () => importFile(task, { pool, now: () => new Date('2026-11-21T09:00:00Z'), signal, onProgress: () => undefined, surveyed: () => surveyFile(task, signal, () => undefined) })
    expect(await write()).toMatchObject({ orders: 3_000, known: 0 })
    expect((await pool.query("select count(*)::int as orders from orders.order where number like 'C%'")).rows).toEqual([{ orders: 3_000 }])
    // Now they are batches of these orders: the same again is counted from them.
    expect(await write()).toMatchObject({ orders: 3_000, known: 0 })
  })
})
