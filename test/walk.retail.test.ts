/** A shop's own file, walked in a real browser against the real program: an empty house, the import, who is slipping away, and the same file again. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser } from './browser.ts'
import { walkCircle } from './circle.ts'
import { createTestDatabase, type TestDatabase } from './postgres.ts'
import { startServer, type Running } from './running.ts'
import { sharedData } from './sharedData.ts'
import { barriers, becomeOwner, desktop, open, overflow, phone, settled, visit } from './walker.ts'

const found = sharedData()
const onlineRetail = found === undefined ? undefined : join(found, 'online_retail_uci/online_retail.csv.gz')
const isBuilt = existsSync(join(import.meta.dirname, '..', 'dist', 'console', 'index.html'))

describe.skipIf(chromiumPath() === undefined || !isBuilt || onlineRetail === undefined)('the console, walked with Online Retail', () => {
  let database: TestDatabase
  let running: Running
  let browser: Browser | undefined

  beforeAll(async () => {
    database = await createTestDatabase()
    running = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
  }, 900_000)
  afterAll(async () => {
    await browser?.close()
    await running?.stop()
    await database?.drop()
  })

  it('begins empty, imports the file, and answers who is slipping away, in English on a phone', async () => {
    if (browser === undefined || onlineRetail === undefined) throw new Error('no browser or no file')
    const { page, faults, context } = await visit(browser, { ...phone, locale: 'en' })
    await becomeOwner(page, running, { currency: 'GBP', zone: 'Europe/London' })
    await page.getByRole('heading', { level: 1, name: 'Start with a file of orders' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: 'Import orders' }).click()
    await page.locator('input[type="file"]').waitFor({ state: 'attached' })
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await page.locator('input[type="file"]').setInputFiles(onlineRetail)
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/, { timeout: 400_000 })
    await page.getByRole('button', { name: 'Import', exact: true }).click({ timeout: 400_000 })
    await page.getByRole('heading', { level: 1, name: /is imported/ }).waitFor({ timeout: 400_000 })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/25,900 new orders.*4,372 new customers/)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: 'Who is slipping away?' }).click()
    await page.getByRole('heading', { level: 1, name: /customers are slipping away/ }).waitFor({ timeout: 400_000 })
    expect(await barriers(page)).toEqual([])
    await open(page, `${running.address}/lifecycle?cleaning=reference&asOf=2011-12-10`)
    // Insight follows the import: until every order is counted the page says so, and looks again.
    await page.getByRole('heading', { level: 1, name: /^941 customers.*346 have lapsed/ }).waitFor({ timeout: 400_000 })
    await page.locator('main table a[href^="/customers/"]').first().click()
    await page.waitForURL(/\/customers\//)
    await settled(page)
    expect([await barriers(page), await overflow(page), faults]).toEqual([[], 0, []])

    const desk = await visit(browser, desktop, context)
    await open(desk.page, `${running.address}/imports`)
    await desk.page.locator('input[type="file"]').setInputFiles(onlineRetail)
    await desk.page.waitForURL(/\/imports\/[0-9a-f-]{36}/, { timeout: 400_000 })
    await desk.page.getByRole('button', { name: '导入', exact: true }).click({ timeout: 400_000 })
    await desk.page.getByRole('heading', { level: 1, name: /已导入：0 个新订单，0 位新客户/ }).waitFor({ timeout: 400_000 })
    expect(await barriers(desk.page)).toEqual([])
    await walkCircle(desk.page, running.address)
    expect(desk.faults).toEqual([])
  }, 900_000)
})
