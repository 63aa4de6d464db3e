/** A clerk's day at the till, with a scanner that types: look up, scan, earn, redeem, a wrong member, a lost network, a return. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriers, open, overflow, settled } from './walker.ts'

/** A keyboard-wedge scanner: two milliseconds a letter, Enter at the end, wherever the focus is. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 2 })
  await page.keyboard.press('Enter')
}

/** The sample's past year is counted while the clerk works: on a small machine an answer may wait for it. */
const patient = { timeout: 240_000 }

/** From the page itself, as its owner: what a programme of the house would do by API. */
export async function ask(page: Page, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Record<string, unknown>> {
  const answer: unknown = await page.evaluate(`fetch(${JSON.stringify(path)}, { method: ${JSON.stringify(method)}, headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, ${body === undefined ? '' : `body: ${JSON.stringify(JSON.stringify(body))}`} }).then((answer) => answer.json())`)
  return Object.fromEntries(Object.entries(typeof answer === 'object' && answer !== null ? answer : {}))
}

export interface Regular { readonly phone: string, readonly customerId: string }

/** A member with a phone and points to spend. */
export async function enrol(page: Page, phone: string, points: string): Promise<Regular> {
  const customerId = String((await ask(page, 'POST', '/api/record', { name: '陈静怡', keys: [{ kind: 'phone', value: phone }] }))['customerId'])
  await ask(page, 'POST', '/api/points/commands', { orders: [{ customerId, currency: 'points', command: { do: 'adjust', amount: points, note: 'opening' } }] })
  return { phone, customerId }
}

const balanceOf = async (page: Page, { customerId }: Regular): Promise<number> => {
  const { items } = await ask(page, 'GET', `/api/points/wallets?customer=${customerId}`)
  const wallet: unknown = Array.isArray(items) ? items.find((one: { currency: string }) => one.currency === 'points') : undefined
  return typeof wallet === 'object' && wallet !== null && 'balance' in wallet ? Number(Object.entries(wallet.balance ?? {}).find(([name]) => name === 'available')?.[1] ?? 0) : 0
}

export async function walkTill(page: Page, address: string, member: Regular, stranger: Regular, goods: string): Promise<void> {
  await open(page, `${address}/tills`)
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0])
  const pay = page.locator('.tl-pay')
  const asked = page.locator('.tl-ask')

  // The wrong phone is scanned: the name is masked, the clerk asks, and backs out. Nothing of it stays.
  await scan(page, stranger.phone)
  await asked.waitFor()
  expect(await asked.innerText()).toContain('陈**')
  expect(await asked.innerText()).not.toContain('静怡')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'detached' })

  // The right one; Enter says yes. Then goods: a code that is new asks for its price once.
  await scan(page, member.phone)
  await asked.waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.tl-member').waitFor()
  await scan(page, goods)
  await page.locator('.tl-asks').or(page.locator('.tl-lines li')).first().waitFor()
  if (await page.locator('.tl-asks').count() > 0) await scan(page, '58.50')
  await scan(page, `${goods}*2`)
  await page.locator('.tl-count b').getByText('3', { exact: true }).waitFor()
  await scan(page, '120')
  await page.locator('.tl-due dd').waitFor()
  await expect.poll(async () => page.locator('.tl-lines li').count(), patient).toBe(2)

  // The focus is on a button, and the scanner still reaches the box.
  await page.locator('.tl-lines .tl-gone').last().focus()
  await scan(page, '80')
  await expect.poll(async () => page.locator('.tl-lines li').count(), patient).toBe(3)
  await page.locator('.tl-lines .tl-gone').last().click()
  await expect.poll(async () => page.locator('.tl-lines li').count(), patient).toBe(2)

  // Points by keyboard: one step up, two, one down again.
  await page.locator('.tl-stepper').waitFor()
  const before = await balanceOf(page, member)
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key)
  await page.locator('.tl-stepper output').getByText('100', { exact: true }).waitFor()
  await settled(page)
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0])

  // Paid with F9, while the network is away: it says so, sends the same receipt again, and books it once.
  await expect.poll(async () => pay.isEnabled(), patient).toBe(true)
  let lost = 2
  await page.route('**/api/tills/sales', async (route) => {
    if (route.request().method() === 'GET') { await route.fulfill({ status: 204 }); return }
    lost -= 1
    // The first time the sale arrives and its answer is lost; the second time nothing gets through.
    if (lost === 1) { await route.fetch(); await route.abort(); return }
    await (lost === 0 ? route.abort() : route.continue())
  })
  // Chromium says that requests are held before it holds them: the sale of a quick clerk would slip through.
  await expect.poll(async () => page.evaluate("fetch('/api/tills/sales').then(({ status }) => status)"), patient).toBe(204)
  await page.keyboard.press('F9')
  await page.locator('.tl-lost').waitFor(patient)
  expect(await barriers(page)).toEqual([])
  const result = page.locator('.tl-result')
  await result.waitFor({ timeout: 400_000 })
  await page.unroute('**/api/tills/sales')
  const receipt = await result.getAttribute('data-receipt') ?? ''
  const orders = await ask(page, 'GET', `/api/orders?customer=${member.customerId}&kind=sale`)
  expect((Array.isArray(orders['items']) ? orders['items'] : []).filter((one: { number: string }) => one.number === receipt)).toHaveLength(1)
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0])

  // It comes back whole by its number, with all that it undoes foreseen; the points are where they were.
  await page.keyboard.press('Enter')
  await result.waitFor({ state: 'detached' })
  await page.keyboard.press('F4')
  await scan(page, receipt)
  await page.locator('.rt-lines').waitFor()
  await page.getByRole('button', { name: /^(全部退|All of it)$/ }).click()
  await page.locator('.rt-effects').waitFor(patient)
  await settled(page)
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0])
  await page.getByRole('button', { name: /^(确认退货|Take back)/ }).click()
  await page.locator('.tl-said').or(page.locator('.ck-error')).first().waitFor({ timeout: 400_000 })
  expect(await page.locator('.ck-error').allInnerTexts()).toEqual([])
  expect(await balanceOf(page, member)).toBe(before)

  // The page of returns knows it.
  await open(page, `${address}/returns`)
  await page.getByText(`${receipt}-R1`).first().waitFor()
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0])
}
