/** The first circle, as anybody walks it in either language on any screen: whom to call, as a file; who is slipping away; one of them. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriers, open, overflow, settled } from './walker.ts'

const fair = async (page: Page): Promise<void> => {
  await settled(page)
  expect({ at: page.url(), barriers: await barriers(page), overflow: await overflow(page) }).toEqual({ at: page.url(), barriers: [], overflow: 0 })
}

/** Overview → export of the call list → lifecycle → a customer; each page complete, open to everybody, and no wider than its screen. */
export async function walkCircle(page: Page, address: string): Promise<void> {
  await open(page, `${address}/`)
  await page.getByRole('heading', { level: 1, name: /正在流失|slipping away/ }).waitFor({ timeout: 400_000 })
  await fair(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /导出|Export/ }).first().click()
  await page.getByRole('link', { name: /导出 CSV|Export CSV/ }).click()
  const text = readFileSync(await (await downloading).path(), 'utf8')
  expect([text.startsWith('\uFEFF'), text.split('\n').length > 5]).toEqual([true, true])
  await page.keyboard.press('Escape')
  await page.locator('main a[href^="/lifecycle"]').first().click()
  await page.waitForURL(/\/lifecycle/)
  await page.getByRole('heading', { level: 1, name: /正在流失|slipping away/ }).waitFor()
  await page.locator('main table a[href^="/customers/"]').first().waitFor()
  await fair(page)
  await page.locator('main table a[href^="/customers/"]').first().click()
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/)
  await page.locator('.ev-line').waitFor({ state: 'attached' })
  await fair(page)
}
