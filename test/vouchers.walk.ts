/** A manager's vouchers in either language on any screen: a template made with its rules beside it, codes made, a voucher given to a member and taken away again. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriers, open, overflow, settled } from './walker.ts'

export async function walkVouchers(page: Page, address: string, name: string): Promise<void> {
  const isSound = async (): Promise<void> => { expect([await barriers(page), await overflow(page)]).toEqual([[], 0]) }
  await open(page, `${address}/vouchers`)
  await isSound()
  await page.getByRole('button', { name: /新建卡券|New template/ }).click()
  await page.getByText(/两种语言的名称都要写|Both names are needed/).waitFor()
  await page.getByLabel(/中文名|Name in Chinese/).fill(name)
  await page.getByLabel(/英文名|Name in English/).fill(name)
  await page.getByLabel(/减多少|Amount off/).fill('15')
  await page.getByLabel(/满多少可用|Minimum spend/).fill('99.9')
  await page.getByText(/满 ¥99\.90 减 ¥15。|¥15 off on ¥99\.90 or more\./).waitFor()
  await isSound()
  await page.getByRole('button', { name: /^(保\s*存|Save)$/ }).click()
  await page.waitForURL(/\/vouchers\/[0-9a-f-]{36}/)
  await settled(page)
  await isSound()

  await open(page, `${address}/vouchers`)
  await page.getByRole('button', { name: /生成或导入券码|Make or import codes/ }).click()
  await page.getByLabel(/生成多少个|How many/).fill('50')
  await page.getByLabel(/这一批叫什么|Name of the batch/).fill(`${name} leaflet`)
  await isSound()
  await page.getByRole('button', { name: /^(开\s*始|Begin)$/ }).click()
  const batch = page.locator('.vo-batch', { hasText: `${name} leaflet` })
  await batch.getByText(/完成 50|Done 50/).waitFor()
  await batch.getByRole('link', { name: /下载券码|Download codes/ }).waitFor()

  await page.getByRole('link', { name: /^(秋茶满减|Autumn tea)$/ }).click()
  await page.locator('main table a[href^="/customers/"]').first().click()
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/)
  await settled(page)
  const card = page.locator('.ck-card', { has: page.getByRole('heading', { level: 2, name: /^(卡券|Vouchers)$/ }) })
  await card.getByRole('button', { name: /发\s*券|Give one/ }).click()
  const drawer = page.locator('.ant-drawer-body')
  await drawer.getByText(/满 ¥99\.90 减 ¥15。|¥15 off on ¥99\.90 or more\./).waitFor()
  await isSound()
  await page.locator('.ant-drawer-footer').getByRole('button').click()
  await card.getByRole('button', { name }).click()
  await page.getByLabel(/作废的原因|Why it is voided/).fill('walked')
  await isSound()
  await page.getByRole('button', { name: /作废这张|Void it/ }).click()
  await card.getByRole('button', { name }).waitFor({ state: 'detached' })
}
