/** What will be sold next, as anybody asks it in either language on any screen: the whole, its stores, and a day marked as sold out and not. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriers, open, overflow, settled } from './walker.ts'

const fair = async (page: Page): Promise<void> => {
  await settled(page)
  expect({ at: page.url(), barriers: await barriers(page), overflow: await overflow(page) }).toEqual({ at: page.url(), barriers: [], overflow: 0 })
}

export async function walkForecast(page: Page, address: string): Promise<void> {
  await open(page, `${address}/forecast`)
  await page.getByRole('heading', { level: 1, name: /预计整体卖 .*之间|the whole is expected to sell .* between/ }).waitFor({ timeout: 600_000 })
  await fair(page)
  await page.getByRole('main').getByText(/^(门店|Stores)$/).click()
  await page.getByText(/各部分之和正好等于整体|add up to the whole exactly/).waitFor()
  await fair(page)
  await page.getByRole('button', { name: /^(标记|Mark) · / }).click()
  const remove = page.getByRole('button', { name: /^(删除标记|Remove the mark)/ })
  await remove.waitFor()
  await fair(page)
  await remove.click()
  await page.getByRole('button', { name: /^(撤销删除|Undo)$/ }).waitFor()
  await remove.waitFor({ state: 'detached' })
}
