/** Points that change hands at the desk: given to somebody, exchanged at a rate, shared by a family. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { agree, button, patient, sound, type Mark } from './manager.walk.ts'
import { ask } from './till.walk.ts'
import { open } from './walker.ts'

const body = (page: Page) => page.locator('.ant-drawer-body').last()
const move = (page: Page) => body(page).getByRole('button', { name: /^(转出|Move them)$/ })
const way = (page: Page, name: RegExp) => page.locator('.ant-segmented-item', { hasText: name })

/** The policy lets members give points away, and there is money back to exchange them for. */
async function allow(page: Page): Promise<void> {
  const { newest, parameters } = await ask(page, 'GET', '/api/points/policy')
  const rules = Object.fromEntries(Object.entries(typeof parameters === 'object' && parameters !== null ? parameters : {}))
  const points = { ...rules['points'], transfer: { least: '10', most: '1000', monthly: '5000' } }
  const cash = rules['cash'] ?? { ...rules['points'], name: { zh: '返现', en: 'Cashback' }, scale: 2 }
  await ask(page, 'PUT', '/api/points/policy', { version: newest, parameters: { ...rules, points, cash } })
}

/** A manager sets a rate, a clerk gives a member's points to another, exchanges some, and opens a wallet that both share. */
export async function walkMoves(page: Page, address: string, { phone, name }: Mark, customerId: string): Promise<void> {
  await open(page, `${address}/points`)
  await allow(page)
  await open(page, `${address}/points`)
  await button(page, /^(新比率|New rate)$/).click()
  await page.getByLabel(/^(每多少|For every)$/).fill('100')
  await page.getByLabel(/^(换成|Into)$/).click()
  await page.locator('.ant-select-item-option').getByText(/^(返现|Cashback)$/).last().click()
  await page.getByLabel(/^(换多少|So many)$/).fill('1.50')
  await body(page).getByText(/^(每 100 积分 换 1.50 返现|1.50 cashback for every 100 points)$/).waitFor()
  await sound(page)
  await button(page, /^(保存比率|Save the rate)$/).click()
  await page.locator('.po-list').getByText(/^(每 100 积分 换 1.50 返现|1.50 cashback for every 100 points)$/).first().waitFor(patient)
  await sound(page)

  const other = await ask(page, 'POST', '/api/record', { name: `林小${name}`, keys: [{ kind: 'phone', value: `${phone}5` }] })
  await ask(page, 'POST', '/api/points/commands', { orders: [{ customerId, currency: 'points', command: { do: 'adjust', amount: '1000', note: 'opening' } }] })
  await open(page, `${address}/customers/${customerId}`)
  const card = page.locator('.ck-card', { has: page.getByRole('heading', { level: 2, name: /^(积分|Points)$/ }) })
  const before = Number((await card.locator('dd').first().innerText()).replaceAll(',', ''))
  const has = (amount: number): Promise<void> => card.getByText(amount.toLocaleString('en'), { exact: true }).first().waitFor(patient)
  const start = (): Promise<void> => card.getByRole('button', { name: /^(转出|Move)$/ }).click()

  await start()
  await page.getByRole('searchbox').fill(`${phone}5`)
  await page.locator('.re-found button').click()
  await page.getByLabel(/^(数额|Amount)$/).fill('5')
  await body(page).getByText(/本月还可转 5,?000|5,?000 is left this month/).waitFor()
  await page.getByLabel(/^(数额|Amount)$/).fill('50')
  await body(page).getByRole('status').waitFor()
  await sound(page)
  await move(page).click()
  await has(before - 50)

  await start()
  await way(page, /^(换成另一种|Exchange)$/).click()
  await page.getByLabel(/^(数额|Amount)$/).fill('100')
  await body(page).getByText(/得 1.50 返现|100 points become 1.50 cashback/).waitFor()
  await sound(page)
  await move(page).click()
  await has(before - 150)

  await card.getByRole('button', { name: /^(开共享账户|Open a shared wallet)$/ }).click()
  await page.getByLabel(/^(账户名称|Name of the wallet)$/).fill(`林家 ${name}`)
  await page.getByRole('searchbox').fill(`${phone}5`)
  await page.locator('.re-found button').click()
  await body(page).getByText(`林小${name}`).waitFor()
  await sound(page)
  await button(page, /^(开户|Open it)$/).click()
  await card.getByRole('button', { name: `林家 ${name}` }).waitFor(patient)
  await start()
  await way(page, /^(共享账户|Shared wallet)$/).click()
  await page.getByLabel(/^(数额|Amount)$/).fill('200')
  await sound(page)
  await move(page).click()
  await has(before - 350)
  await card.getByText(/200 (积分|points) · (2 位成员|2 members)/).waitFor(patient)
  await sound(page)
  await card.getByRole('button', { name: `林家 ${name}` }).click()
  await body(page).getByText(/放进 200 积分|put in 200 points/).waitFor()
  await sound(page)
  await body(page).getByRole('listitem').filter({ hasText: `林小${name}` }).getByRole('button', { name: /^(退\s*出|Leave)$/ }).click()
  await agree(page)
  await body(page).getByText(/(.+ 退出|left on .+)/).last().waitFor(patient)
  await sound(page)
  // They put nothing in: leaving in proportion gives them nothing, and what they were given is still theirs.
  const { items } = await ask(page, 'GET', `/api/points/wallets?customer=${String(other['customerId'])}`)
  expect(items).toMatchObject([{ currency: 'points', balance: { available: '50' } }])
}
