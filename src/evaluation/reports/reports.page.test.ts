/** The printed page in a real browser: nothing runs, nothing is fetched, nobody is shut out. Skipped by name where there is no Chromium. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { chromiumPath, openBrowser } from '#test/browser.ts'
import { addDays } from '#foundation/zone.ts'
import { analyseFile } from './reports.analysis.ts'
import { htmlOf } from './reports.html.ts'
import { documentOf } from './reports.sections.ts'

const orders = (): string => `订单编号,下单时间,会员编号,会员姓名,实付金额\n${Array.from({ length: 900 }, (_, n) => `N${n},${addDays('2025-01-01', (n * 7) % 360)} 10:00:00,${1 + (n * n) % 97},"<b>${(n * n) % 97}</b>",${10 + n % 90}\n`).join('')}`

describe.skipIf(chromiumPath() === undefined)('the printed page in Chromium', () => {
  test.each([['light', 'zh-CN', 1280], ['dark', 'en', 390]] as const)('%s, %s, %i px wide: no fault in the console, nothing wider than the window, axe finds nothing serious', async (theme, locale, width) => {
    const folder = mkdtempSync(join(tmpdir(), 'changke-page-'))
    const browser = await openBrowser()
    try {
      writeFileSync(join(folder, 'orders.csv'), orders())
      const report = await analyseFile(join(folder, 'orders.csv'), { now: new Date('2026-11-21T09:00:00Z'), version: 'test', scratch: folder, zone: 'Asia/Shanghai', country: 'CN', currency: 'CNY', asOf: undefined, cleaning: 'net' })
      writeFileSync(join(folder, 'page.html'), htmlOf(documentOf(report, locale), locale))
      const page = await browser?.newPage({ viewport: { width, height: 900 }, colorScheme: theme, bypassCSP: true })
      const faults: string[] = []
      page?.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
      page?.on('pageerror', (error) => faults.push(error.message))
      page?.on('request', (request) => { if (!/^(file|data):/.test(request.url())) faults.push(request.url()) })
      await page?.goto(pathToFileURL(join(folder, 'page.html')).href)
      await page?.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
      const barriers: unknown = await page?.evaluate('axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0].html}`))')
      expect([faults, barriers, await page?.evaluate('document.documentElement.scrollWidth - innerWidth'), await page?.locator('svg path').count()]).toEqual([[], [], 0, 2])
    } finally {
      await browser?.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 240_000)
})
