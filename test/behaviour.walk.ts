/** Purchase behaviour as anybody reads it, in either language on any screen: every side of it, and from a number to the customers behind it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriers, open, overflow, settled } from './walker.ts'

const sections = ['frequency', 'preference', 'baskets', 'price', 'promotion', 'timing', 'indicators'] as const

export async function walkBehaviour(page: Page, address: string): Promise<void> {
  for (const section of sections) {
    await open(page, `${address}/behaviour?section=${section}`)
    expect({ section, barriers: await barriers(page), overflow: await overflow(page) }).toEqual({ section, barriers: [], overflow: 0 })
  }
  await page.getByText(/还没有记录：美誉度|Not recorded yet: reputation/).waitFor()
  await open(page, `${address}/behaviour?section=promotion`)
  await page.locator('main p a[href*="promotion=5"]').click()
  await page.getByRole('heading', { level: 2, name: /只在促销时买的客户|buy on promotion only/ }).waitFor()
  await page.locator('main table a[href^="/customers/"]').first().waitFor()
  await settled(page)
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0])
  await page.locator('main table a[href^="/customers/"]').first().click()
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 2, name: /购买习惯|Habits/ }).waitFor()
  await settled(page)
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0])
}
