/** The headless report on generated files: what it says, that it holds to its schema, and that nothing in a file is obeyed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Value } from 'typebox/value'
import { correctMapping, type Mapping } from '#activity/imports/imports.ts'
import { displayWidth } from '#foundation/columns.ts'
import { seededRandom } from '#foundation/random.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays } from '#foundation/zone.ts'
import { analyseFile, type AnalyseOptions } from './reports.analysis.ts'
import { htmlOf } from './reports.html.ts'
import { Report } from './reports.schema.ts'
import { documentOf } from './reports.sections.ts'
import { textOf } from './reports.text.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'changke-reports-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = (more: Partial<AnalyseOptions> = {}): AnalyseOptions => ({
  now: new Date('2026-11-21T09:00:00Z'), version: 'test', scratch: folder, zone: 'Asia/Shanghai', country: 'CN', currency: undefined, asOf: undefined, cleaning: 'net', ...more
})
const fileOf = (name: string, text: string): string => { const path = join(folder, name); writeFileSync(path, text); return path }
const head = '订单编号,下单时间,会员编号,会员姓名,商品名称,数量,实付金额,成本\n'

/** 300 customers with their own rhythms over two years; the last quarter of them stops coming half-way. */
function shop(name = (customer: number) => `客户${customer}`): string {
  const random = seededRandom(7)
  const rows: string[] = []
  let number = 0
  for (let customer = 1; customer <= 300; customer++) {
    const rhythm = 10 + random.int(60)
    const end = customer % 4 === 3 ? 380 : 720
    for (let day = random.int(300); day < end; day += 1 + Math.round(rhythm * (0.5 + random.next()))) {
      const price = 20 + random.int(200)
      rows.push(`N${++number},${addDays('2024-01-01', day)} 10:00:00,${customer},"${name(customer).replaceAll('"', '""')}",茶,1,${price}.50,${Math.round(price / 2)}\n`)
    }
  }
  return head + rows.join('')
}

describe('a plausible shop', () => {
  let report: Report
  beforeAll(async () => { report = await analyseFile(fileOf('shop.csv', shop()), options()) })

  test('holds to its schema, down to the last field', () => {
    expect([...Value.Errors(Report, report)]).toEqual([])
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  test('is as of the day after the last order, counts everybody once, and knows its money', () => {
    expect(report.totals.customers).toBe(300)
    expect(report.asOf).toBe(addDays(report.totals.lastDay ?? '', 1))
    const states = report.lifecycle?.states ?? []
    expect(states.filter(({ within }) => within === null).reduce((sum, { customers }) => sum + customers, 0)).toBe(300)
    expect(states.find(({ state }) => state === 'lapsed')?.customers).toBeGreaterThan(50)
    expect(report.lifecycle?.moneyAtRisk.basis).toBe('margin')
    expect(report.rfm?.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(300)
    expect(report.cohorts?.cohorts.reduce((sum, { customers }) => sum + customers, 0)).toBe(300)
  })

  test('says whom to call first, most money at risk first, each with a reason', () => {
    const risks = report.callFirst.map(({ atRiskMinor }) => BigInt(atRiskMinor))
    expect(risks.length).toBeGreaterThan(0)
    expect(risks.length).toBeLessThanOrEqual(20)
    expect(risks).toEqual(risks.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
    for (const { reason } of report.callFirst) expect([reason.zh, reason.en].every((text) => text.length > 5 && !/[{}]/.test(text))).toBe(true)
  })

  test('is readable in both languages, without a placeholder left open, within the line', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = textOf(documentOf(report, locale), 100)
      expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
      expect(text.split('\n').filter((line) => displayWidth(line) > 102)).toEqual([])
    }
    expect(textOf(documentOf(report, 'zh-CN'), 100)).toMatch(/300 位客户里，[\d,]+ 位正在流失/)
    expect(textOf(documentOf(report, 'en'), 100)).toMatch(/Of 300 customers [\d,]+ are slipping away/)
  })

  test('as of an earlier day knows nothing of what came later', async () => {
    const earlier = await analyseFile(fileOf('shop.csv', shop()), options({ asOf: '2024-06-30' }))
    expect(earlier.totals.customers).toBeLessThan(300)
    expect(earlier.lifecycle?.stamp.asOf).toBe('2024-06-30')
  })
})

describe('what a file says is shown, never obeyed', () => {
  test('markup in a name is escaped on the page, an escape sequence is a blank on the terminal', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&'
    const report = await analyseFile(fileOf('evil<b>.csv', shop((customer) => `${evil}${customer}`)), options())
    expect(report.callFirst.length).toBeGreaterThan(0)
    const page = htmlOf(documentOf(report, 'en'), 'en')
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;')
    expect(page).not.toMatch(/<script|https?:\/\/|evil<b>/)
    const poisoned: Report = { ...report, callFirst: report.callFirst.map((one) => ({ ...one, name: '\u001b]0;owned\u0007\u001b[2J\u202etxt' })) }
    expect(textOf(documentOf(poisoned, 'en'), 100)).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
  })
})

describe('files that cannot be answered say why', () => {
  const refusal = async (name: string, text: string, more: Partial<AnalyseOptions> = {}): Promise<string> => {
    try { await analyseFile(fileOf(name, text), options(more)) } catch (error) { if (error instanceof Refusal) return error.code; throw error }
    return 'none'
  }
  test('empty, header only, not orders, before the first order, several currencies', async () => {
    expect(await refusal('empty.csv', '')).toBe('imports.empty')
    expect(await refusal('header.csv', head)).toBe('imports.no_rows')
    expect(await refusal('weather.csv', 'city,temperature\nBerlin,12\n')).toMatch(/^imports\.no_/)
    expect(await refusal('early.csv', shop(), { asOf: '2020-01-01' })).toBe('reports.before_first')
    expect(await refusal('mixed.csv', 'order id,date,customer id,amount,currency\n1,2026-01-01,a,5,CNY\n2,2026-01-02,b,5,USD\n')).toBe('reports.several_currencies')
  })

  test('one order, one customer: counted, and too early to say', async () => {
    const report = await analyseFile(fileOf('one.csv', `${head}N1,2026-01-01 10:00:00,7,安,茶,1,8,4\n`), options())
    expect([report.totals.customers, report.totals.orders, report.totals.moneyMinor]).toEqual([1, 1, '80000'])
    expect([...Value.Errors(Report, report)]).toEqual([])
    expect(textOf(documentOf(report, 'zh-CN'), 80)).not.toMatch(/\{\w+\}|undefined|NaN/)
  })

  test('orders without customers: sales, and no customer to look into', async () => {
    const report = await analyseFile(fileOf('nobody.csv', 'order id,date,amount\n1,2026-01-01,5\n2,2026-01-02,6\n'), options())
    expect(report).toMatchObject({ totals: { sales: 2, anonymousSales: 2, customers: 0 }, lifecycle: null, rfm: null, cohorts: null, callFirst: [] })
    expect([...Value.Errors(Report, report)]).toEqual([])
    expect(htmlOf(documentOf(report, 'en'), 'en')).toContain('no customer to look into')
  })

  test('columns that nothing recognises are named by the person', async () => {
    const path = fileOf('odd.csv', 'when,who,paid\n2026-01-01,a,5\n2026-01-02,b,6\n')
    const correct = (guess: Mapping, headers: readonly string[]) => correctMapping(guess, headers, { map: 'time=when,customer=2,amount=paid' })
    expect((await analyseFile(path, options({ correct }))).totals).toMatchObject({ customers: 2, moneyMinor: '110000' })
    const wrong = (guess: Mapping, headers: readonly string[]) => correctMapping(guess, headers, { map: 'time=sometime' })
    await expect(analyseFile(path, options({ correct: wrong }))).rejects.toMatchObject({ code: 'command.unknown_column' })
  })

  test('rows that cannot be read are counted, with their reason and line', async () => {
    const report = await analyseFile(fileOf('partly.csv', `${shop()}X1,昨天,1,安,茶,1,8,4\nX2,2025-01-01,1,安,茶,1,免费,4\n`), options())
    expect(report.file.rejected).toBe(2)
    expect(Object.fromEntries(report.file.reasons.map(({ code, rows }) => [code, rows]))).toEqual({ amount_wrong: 1, time_wrong: 1 })
    expect(textOf(documentOf(report, 'zh-CN'), 100)).toContain('看不懂日期“昨天”')
  })
})
