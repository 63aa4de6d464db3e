/** A clerk at the counter, in either language on any screen: an old item taken in and handed back, a companion noted and undone, nights counted once, a gift that is not due. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { agree, sound, type Mark } from './manager.walk.ts'
import { ask } from './till.walk.ts'
import { open } from './walker.ts'

const anyone = { traits: [], fields: [], newWithinDays: null, from: null, to: null }
const everything = { products: [], categories: [] }

/** What a business of this walk offers: one of each, under names of its own. */
async function define(page: Page, name: string): Promise<void> {
  const { newest, parameters } = await ask(page, 'GET', '/api/points/policy')
  const rules = Object.fromEntries(Object.entries(typeof parameters === 'object' && parameters !== null ? parameters : {}))
  if (rules['nights'] === undefined) await ask(page, 'PUT', '/api/points/policy', { version: newest, parameters: { ...rules, nights: { name: { zh: '住宿晚数', en: 'Nights' }, scale: 0, spendable: false, pendingDays: 0, ttl: null, onRefund: 'into_debt', graceDays: 0 } } })
  const save = async (kind: string, title: string, own: object): Promise<string> =>
    String((await ask(page, 'PUT', '/api/rewards/definitions', { kind, version: 0, active: true, title: { zh: title, en: title }, parameters: { ...own, eligibility: anyone } }))['definitionId'])
  const rewardId = await save('reward', `${name} cup`, { form: 'gift', options: [], stock: 'none', valueMinor: '80000', limit: null, handover: 'pick_up', voucherId: null })
  await save('trade_in', `${name} trade-in`, { grades: [{ grade: { zh: '完好', en: 'Whole' }, creditMinor: '3000000' }, { grade: { zh: '有磕', en: 'Chipped' }, creditMinor: '1205000' }], scope: everything, ttlDays: 30 })
  await save('companion', `${name} companion`, { benefit: { zh: '免费入场', en: 'Free entry' }, isNamed: true, limit: { count: 2, per: 'month' }, rewardId })
  await save('mileage', `${name} nights`, { currency: 'nights', unit: { zh: '晚', en: 'nights' }, scope: null, unitsEach: 1, levels: [{ at: '50', rewardId }] })
  await save('gift', `${name} birthday`, { occasion: { on: 'birthday', beforeDays: 0, afterDays: 0 }, rewardId, limit: null })
}

export async function walkBenefits(page: Page, address: string, { name, phone }: Mark, customerId: string): Promise<void> {
  await open(page, `${address}/rewards?tab=benefits`)
  await define(page, name)
  await open(page, `${address}/customers/${customerId}`)
  const card = page.locator('.ck-card', { has: page.getByRole('heading', { level: 2, name: /^(礼品与印花|Rewards and stamps)$/ }) })
  const drawer = page.locator('.ant-drawer-body')
  const book = page.locator('.ant-drawer-footer').getByRole('button')
  const note = async (benefit: string): Promise<void> => {
    await card.getByRole('button', { name: /^(记一笔|Note…)$/ }).click()
    await choose(page, drawer.getByLabel(/^(记什么|Which benefit)$/), `${name} ${benefit}`)
  }
  const booked = async (): Promise<void> => {
    await sound(page)
    await book.click()
    await drawer.waitFor({ state: 'detached' })
    await sound(page)
  }

  await note('trade-in')
  expect(await book.isEnabled()).toBe(false)
  await drawer.getByLabel(/^(旧物|Item)$/).fill(`${name} pot`)
  await drawer.getByLabel(/^(序列号|Serial number)$/).fill(`sn-${phone}`)
  await choose(page, drawer.getByLabel(/^(成色|Grade)$/), /^(有磕，抵 ¥120\.50|Chipped: ¥120\.50)$/)
  await drawer.getByText(/会员得到 ¥120\.50 的抵扣|a credit of ¥120\.50/).waitFor()
  await drawer.getByLabel(/^(照片链接|Link to a picture)/).fill('shelf 3')
  await drawer.getByText(/链接要以|A link begins with/).waitFor()
  expect(await book.isEnabled()).toBe(false)
  await drawer.getByLabel(/^(照片链接|Link to a picture)/).fill('https://example.com/pot.jpg')
  await booked()
  await card.getByText(/^(还可抵 ¥120\.50|¥120\.50 to spend)$/).waitFor()
  // The same item once more: the server's own sentence, and nothing is lost of what was typed.
  await note('trade-in')
  await drawer.getByLabel(/^(旧物|Item)$/).fill('again')
  await drawer.getByLabel(/^(序列号|Serial number)$/).fill(`SN-${phone}`)
  await book.click()
  await drawer.locator('.ck-error').getByText(/已经收过|taken in before/).waitFor()
  expect(await drawer.getByLabel(/^(旧物|Item)$/).inputValue()).toBe('again')
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await card.getByRole('button', { name: new RegExp(`^(取回：|Hand back: )${name} pot$`) }).click()
  await agree(page)
  await card.getByText(`${name} pot`, { exact: true }).waitFor({ state: 'detached' })

  await note('companion')
  await drawer.getByText(/免费入场.*本月还可用 2 次|Free entry.*2 times left this month/).waitFor()
  await drawer.getByLabel(/^(同行人姓名|Name of the companion)$/).fill('周宁')
  await booked()
  await card.getByText('周宁', { exact: true }).waitFor()
  await card.getByRole('button', { name: /^(撤销：|Undo: )周宁$/ }).click()
  await agree(page)
  await card.getByText('周宁', { exact: true }).waitFor({ state: 'detached' })

  for (const times of [1, 2]) {
    await note('nights')
    await drawer.getByLabel(/^(数量（晚）|How many \(nights\))$/).fill('7')
    await drawer.getByLabel(/^(行程或住宿单号|Number of the trip or stay)$/).fill('T1')
    await drawer.getByText(times === 1 ? /现有 0 晚，记入后 7 晚。再 43 晚|Now 0 nights, 7 after this\. 43 more nights/ : /现有 7 晚|Now 7 nights/).waitFor()
    if (times === 1) { await booked(); continue }
    await book.click()
    await drawer.getByText(/^(单号 T1 以前计过，这次没有再计。|Number T1 was counted before; nothing was added\.)$/).waitFor()
    await sound(page)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  }
  await card.locator('.rw-item', { hasText: `${name} nights` }).getByText(/^7 (晚|nights)$/).waitFor()
  await note('birthday')
  await drawer.getByText(/不知道这位会员的生日|The birthday of this member is not known/).waitFor()
  expect(await book.isEnabled()).toBe(false)
  await sound(page)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })

  // The registers know what was taken back.
  await open(page, `${address}/rewards?tab=benefits`)
  const register = (label: RegExp): Locator => page.getByRole('region', { name: label })
  await register(/^(收下的旧物|Items taken in)$/).locator('tr', { hasText: `SN-${phone}` }).getByText(/已取回|taken back/).waitFor()
  await register(/^(同行登记|Register of companions)$/).locator('tr', { hasText: `${name} companion` }).getByText(/^(已撤销|undone)$/).waitFor()
  await sound(page)
}

/** Chosen from a list; again where the list was scrolled under the pointer and stays open. */
async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  const list = page.locator('.ant-select-dropdown:visible')
  await field.click()
  for (let tries = 1; ; tries += 1) {
    await list.locator('.ant-select-item-option').getByText(option, typeof option === 'string' ? { exact: true } : {}).click()
    const isGone = await list.waitFor({ state: 'detached', ...(tries < 3 ? { timeout: 5_000 } : {}) }).then(() => true, (error: unknown) => { if (tries === 3) throw error; return false })
    if (isGone) return
  }
}
