import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { openBatchSpace } from './batch.ts'
import { noOne, type FileOrder, type FileOrders, type Rejected } from './facts.ts'
import { gatherOrders } from './gathering.ts'
import { guessMapping } from './mapping.ts'
import { surveyTable } from './survey.ts'
import { openTable } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'changke-quick-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Everything an import would hear of the file. */
async function heard(text: string | Buffer, onOrders?: (found: FileOrders) => void) {
  const path = join(folder, 'file.csv')
  writeFileSync(path, text)
  const table = await openTable(path, folder)
  const survey = await surveyTable(table, { ...guessMapping(table.headers, table.sample), cancels: 'C' }, () => undefined)
  const orders: FileOrders[] = []
  const rejected: Rejected[] = []
  const notes: Record<string, number> = {}
  let rows = 0
  await gatherOrders(table, survey, { zone: 'Asia/Shanghai', country: 'CN', currency: 'CNY', now: new Date('2026-11-21T09:00:00Z') }, folder, {
    isRaw: onOrders !== undefined, onOrders: onOrders ?? ((found) => { orders.push(found) }), onReject: (row) => { rejected.push(row) },
    onNote: (code, times = 1) => { notes[code] = (notes[code] ?? 0) + times }, afterPiece: (read) => { rows = read }
  })
  return { rows, surveyed: survey.rows, orders, rejected, notes }
}

const header = ['订单编号', '下单时间', '手机号', '会员编号', '姓名', '商品编码', '商品名称', '商品分类', '数量', '金额', '单价', '成本价', '订单状态', '渠道', '门店', '币种']
const cell = (...values: readonly string[]) => fc.constantFrom(...values)
const row = fc.tuple(
  cell('D1', 'D1', 'D2', 'D3', '茶4', 'C5', ' D6', ''), cell('2026-03-01 10:00:00', '2026-03-01 10:00:00', '2026-03-01 10:00:01', '2026/3/2', '2026-02-31', '1/3/2026', ''),
  cell('13800000001', '13800000001', '13800000002', '138****0001', '12', ''), cell('', '', '77', "'0077", '散客'), cell('王小明', '李雷', '', ' 韩 '), cell('P1', 'P2', '="007"', ''),
  cell('绿茶', '茶，“特级”', 'tea\\cup', 'a\tb', '零\u200b宽', ''), cell('茶叶', ''), cell('1', '2', '-1', '0.5', '1.234', '', 'x', '１'), cell('12.50', '12.50', '-3', '1,5', '￥8', '1e3', '', '0'),
  cell('6.25', '0.333', '', '9'), cell('', '3', 'abc'), cell('交易成功', '', '等待买家付款', '已取消'), cell('门店', '小程序', ''), cell('一号店', '', '二号店'), cell('', 'CNY', 'cny', 'USD', '?'))

const plainly = (cells: readonly string[]): string => cells.map((one) => (/[",]/.test(one) ? `"${one}"` : one)).join(',')
const quoted = (cells: readonly string[]): string => cells.map((one) => `"${one}"`).join(',')

it('says of bytes exactly what the long way says of the same rows in quotes', async () => {
  let [orders, rejected] = [0, 0]
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), cell('\n', '\r\n'), async (rows, end) => {
    const sorted = rows.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
    for (const some of [rows, sorted]) {
      const quick = await heard([header.join(','), ...some.map(plainly)].join(end))
      const long = await heard([header.join(','), ...some.map(quoted)].join(end) + end)
      expect(quick).toEqual(long)
      orders += quick.orders.length
      rejected += quick.rejected.length
    }
  }), { numRuns: 100 })
  // Chance decides how many are whole: some of both kinds must have been met.
  expect(Math.min(orders, rejected)).toBeGreaterThan(8)
}, 240_000)

const space = openBatchSpace('test')
/** What an import writes of an order: all but its ids and lines, and those as bytes for PostgreSQL. */
function written(order: FileOrder) {
  space.clear()
  space.keep(order, (into, at) => into.fill(7, at, at + 16), noOne, [])
  const { orders: [place], stored } = space.batch(0)
  if (place === undefined) throw new Error('no order was kept')
  return { ...order, raw: undefined, lines: undefined, contentHash: place.contentHash, count: place.stored.count, bytes: stored.place().toString('latin1', place.stored.ids, place.stored.to) }
}

/** Rows of which most are plain. */
const plainRow = fc.tuple(
  cell('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'), cell('2026-03-01 10:00:00'), cell('13800000001'), cell(''), cell('王小明', ''), cell('P1', 'P2', '茶7', ''), cell('绿茶', 'tea\\cup', 'a\tb', ''),
  cell('茶叶', 'tea', ''), cell('1', '2', '-1', '0.5', '12', ''), cell('12.50', '-3', '0', '99999.99'), cell(''), cell('', '3', '-0.25'), cell('', '交易成功'), cell('门店', ''), cell('一号店'), cell('', 'CNY'))

it('writes lines that stay in bytes as it writes those that were read', async () => {
  let inBytes = 0
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof({ weight: 40, arbitrary: plainRow }, row), { minLength: 1, maxLength: 25 }), async (rows) => {
    const text = [header.join(','), ...rows.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).map(plainly)].join('\n')
    const long = [header.join(','), ...rows.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).map(quoted)].join('\n')
    const raw: unknown[] = []
    // One object tells all orders: what it says is taken at once.
    await heard(text, ({ orders, rows: places }) => {
      raw.push({ orders: orders.map((order) => { inBytes += order.raw ? 1 : 0; return written(order) }), places: [...places] })
    })
    expect(raw).toEqual((await heard(long)).orders.map(({ orders, rows: places }) => ({ orders: orders.map(written), places: [...places] })))
  }), { numRuns: 60 })
  expect(inBytes).toBeGreaterThan(60)
}, 240_000)

it('reads an order across the pieces of a large file, and one of many thousand lines', async () => {
  const line = (number: string, n: number): string => `${number},2026-03-01 10:00:00,13800000001,,王小明,P${n % 50},${'绿茶'.repeat(20)}${n},茶叶,1,${n % 97}.50,,,,门店,,`
  const lines = Array.from({ length: 40_000 }, (_, n) => line(n < 5_000 ? 'D1' : `D${2 + Math.floor(n / 7)}`, n))
  const text = [header.join(','), ...lines].join('\n')
  const [quick, long] = [await heard(text), await heard(text.replace(/^(D\d+)/gm, '"$1"'))]
  expect(Buffer.byteLength(text)).toBeGreaterThan(4_000_000)
  expect(quick).toEqual(long)
  expect([quick.rows, quick.orders.length]).toEqual([40_000, 5_002])
}, 240_000)
