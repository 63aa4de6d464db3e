import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { holds, ratioOf, type Row, type Setting } from './bench.ts'
import { orderFile, purchases } from './generate.ts'
import { resultsOf, tableOf } from './results.ts'

const folders: string[] = []
const setting = (scale: number): Setting => {
  const cache = mkdtempSync(join(tmpdir(), 'changke-bench-test-'))
  folders.push(cache)
  return { scale, cache, say: () => undefined }
}
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true }) })

const slow: Row = { what: 'import', unit: 's', ours: 12, theirs: 2, limit: { of: 'ratio', atMost: 5 } }

it('holds a row to its limit, and a row without one to nothing', () => {
  expect([ratioOf(slow), holds(slow), holds({ ...slow, ours: 10 })]).toEqual([6, false, true])
  expect(holds({ what: 'script', unit: 'kB', ours: 240, limit: { of: 'ours', atMost: 250 } })).toBe(true)
  expect(holds({ what: 'faster', unit: 's', ours: 1, theirs: 14, ratio: 14, limit: { of: 'ratio', atLeast: 15 } })).toBe(false)
  expect(holds({ what: 'no figure', unit: 's', ours: NaN, limit: { of: 'ours', atMost: 3 } })).toBe(false)
  expect(holds({ what: 'idle', unit: 'MB', ours: 120 })).toBeUndefined()
})

it('writes what was missed, skipped and failed', () => {
  const outcomes = [{ name: 'import', title: '', rows: [slow] }, { name: 'start', title: '', skipped: 'no tool', rows: [] }, { name: 'script', title: '', failed: 'broke\nat x', rows: [] }]
  expect(holds({ what: 'trees', unit: 's', skipped: 'no python3', limit: { of: 'ratio', atMost: 1.5 } })).toBeUndefined()
  expect(tableOf([{ name: 'stats', title: '', rows: [{ what: 'trees', unit: 's', skipped: 'no python3' }] }])).toContain('| stats | trees | skipped: no python3 |')
  expect(tableOf(outcomes)).toContain('| import | import | 12.00 s | 2.00 s | 6.00 × | ≤ 5 × | **missed** |')
  const text = resultsOf(outcomes, { day: '2026-11-21', commit: 'abc1234', machine: '2 cores', scale: 0.1 })
  expect(text).toMatch(/skipped: no tool[\s\S]*failed: broke \|/)
  expect(text).toContain('at scale 0.1')
})

it('makes the same data every time', async () => {
  const [first, second] = [setting(0.0005), setting(0.0005)]
  const [one, two] = [await purchases(first), await purchases(second)]
  expect([one.customers, one.orders]).toEqual([500, 5_000])
  const text = readFileSync(one.csv, 'utf8')
  expect(text).toBe(readFileSync(two.csv, 'utf8'))
  const rows = text.trimEnd().split('\n').slice(1).map((line) => line.split(','))
  expect(rows).toHaveLength(5_000)
  expect([new Set(rows.map(([customer]) => customer)).size, new Set(rows.map(([, order]) => order)).size]).toEqual([500, 5_000])
  expect(rows.every(([, , , , day = '']) => day >= '2024-07-01' && day <= one.lastDay)).toBe(true)
})

it('makes an order file with two or three lines an order', async () => {
  const { path, lines, orders } = await orderFile(setting(0.001))
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
  expect(header.split(',').slice(0, 3)).toEqual(['订单编号', '下单时间', '手机号'])
  expect(rows).toHaveLength(lines)
  const sizes = [...Map.groupBy(rows, (row) => row.slice(0, 10)).values()].map((group) => group.length)
  expect([sizes.length, Math.min(...sizes), Math.max(...sizes)]).toEqual([orders, 2, 3])
})
