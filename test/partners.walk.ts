/** A finance manager in either language on any screen: a partner is made, agreed with, settled with, and changes what it does. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Mark } from './manager.walk.ts'
import { ask, enrol } from './till.walk.ts'
import { barriers, open, overflow, settled } from './walker.ts'

export async function walkPartners(page: Page, address: string, { name, phone }: Mark): Promise<void> {
  const sound = async (): Promise<void> => { expect([await barriers(page), await overflow(page), await page.locator('.ck-error').allInnerTexts()]).toEqual([[], 0, []]) }
  const button = (label: RegExp) => page.getByRole('button', { name: label })
  const submit = async (): Promise<void> => {
    await page.locator('.ant-drawer-footer').getByRole('button').click()
    await page.locator('.ant-drawer-body').waitFor({ state: 'detached' })
    await settled(page)
  }
  const partner = `${name} & Co`
  await open(page, `${address}/partners`)
  await sound()
  await button(/^(新建伙伴|New partner)$/).click()
  await page.getByLabel(/^(名称|Name)$/).fill(partner)
  await page.getByRole('checkbox', { name: /接受积分|Accepts points/ }).check()
  await sound()
  await submit()
  await page.getByRole('heading', { level: 2, name: partner }).waitFor()
  await page.getByText(/还没有发放的单价|No rate for issuing yet/).waitFor()
  await sound()

  // 100 points for ¥1.25: finer than a coin for one point, and no finer than can be settled exactly.
  for (const [hundred, told] of [['1.25', /发放 100 积分，对方付我们 ¥1\.25|Issuing 100 points: they pay us ¥1\.25/], ['1', /接受 100 积分，我们付对方 ¥1\.00|Accepting 100 points: we pay them ¥1\.00/]] as const) {
    await button(/^(新单价|New rate)$/).click()
    const money = page.getByLabel(/^(每 100 积分多少钱|Money for 100 points)/)
    await money.fill('0.005')
    await page.getByRole('alert').getByText(/¥0\.01/).waitFor()
    await sound()
    await money.fill(hundred)
    await submit()
    await page.locator('.po-list').getByText(told).waitFor()
  }
  await sound()

  const partnerId = new URL(page.url()).searchParams.get('partner')
  const { customerId } = await enrol(page, `${phone}6`, '10')
  const order = (command: object): object => ({ customerId, currency: 'points', partner: partnerId, command })
  expect(await ask(page, 'POST', '/api/points/commands', { orders: [order({ do: 'earn', amount: '4000', source: 'partner', number: phone })] })).toHaveProperty('items')
  expect(await ask(page, 'POST', '/api/points/commands', { orders: [order({ do: 'redeem', amount: '1000' }), { customerId, currency: 'points', command: { do: 'reverse', amount: '400', source: 'partner', number: phone } }] })).toHaveProperty('items')
  await open(page, page.url())
  const statement = page.getByRole('region', { name: /对账单|^Statement for/ })
  for (const [what, reckoned, money] of [[/对方发放积分|Points issued by them/, /4,000/, '+¥50.00'], [/对方接受积分|Points accepted by them/, /1,000/, '−¥10.00'], [/退货扣回积分|Points taken back after returns/, /400/, '−¥5.00']] as const) {
    await statement.getByRole('row').filter({ hasText: what }).filter({ hasText: reckoned }).getByText(money, { exact: true }).waitFor()
  }
  const closing = statement.getByRole('row').last()
  await closing.getByText(/^(对方欠我们|They owe us) ¥35\.00$/).waitFor()
  await page.getByRole('heading', { level: 1, name: /¥/ }).waitFor()
  await sound()

  await button(/^(登记收付款|Record a payment)$/).click()
  const amount = page.getByLabel(/^(金额（|Amount \()/)
  expect(await amount.inputValue()).toBe('35.00')
  await amount.fill('40')
  await page.getByRole('status').getByText(/我们欠对方 ¥5\.00|We owe them ¥5\.00/).waitFor()
  await page.getByLabel(/^(说明（可不填）|Note \(optional\))$/).fill(`walked ${name}`)
  await sound()
  await submit()
  await statement.getByRole('row').filter({ hasText: `walked ${name}` }).getByText('−¥40.00', { exact: true }).waitFor()
  await closing.getByText(/^(我们欠对方|We owe them) ¥5\.00$/).waitFor()
  await page.getByRole('region', { name: /^(伙伴|Partners)$/ }).getByRole('row').filter({ hasText: partner }).getByText(/^(我们欠对方|We owe them) ¥5\.00$/).waitFor()
  await sound()

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^(下载 CSV|Download CSV)$/ }).click()])
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n').filter((line) => line !== '')
  expect([file.suggestedFilename(), lines.length, lines.at(-1)?.split(',')[4]]).toEqual([expect.stringMatching(/^partner-\d{4}-\d{2}\.csv$/), 7, '-5'])
  expect(lines.at(-2)).toContain(`walked ${name}`)

  await button(/^(编\s*辑|Edit)$/).click()
  await page.getByRole('switch', { name: /^(合作中|Active)$/ }).click()
  await page.getByText(/停用后|Once not active/).waitFor()
  await sound()
  await submit()
  await page.getByText(/^(已停用|Not active)$/).first().waitFor()
  // Whoever chooses a name is led to its statement, however long the list above it is.
  await open(page, `${address}/partners`)
  await page.getByRole('region', { name: /^(伙伴|Partners)$/ }).getByRole('link', { name: partner }).click()
  await expect.poll(async () => page.getByRole('heading', { level: 2, name: partner }).evaluate((heading) => heading.getBoundingClientRect().bottom <= heading.ownerDocument.documentElement.clientHeight)).toBe(true)
  expect((await ask(page, 'POST', '/api/points/commands', { orders: [order({ do: 'earn', amount: '1' })] }))['code']).toBe('points.unknown_partner')
  await sound()
}
