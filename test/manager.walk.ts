/** A retention manager in either language on any screen: a rule is changed, tried on the orders that were, scheduled and taken back; then everything else that a manager may press. */
import { generateKeyPairSync } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask } from './till.walk.ts'
import { barriers, open, overflow, settled } from './walker.ts'

/** The sample's past is counted and replayed on the same machine: an answer may wait for it. */
const patient = { timeout: 120_000 }
/** What this walk calls its own: two walks over one house do not meet. */
export interface Mark { readonly name: string, readonly times: string, readonly phone: string }

export const sound = async (page: Page): Promise<void> => { expect([await barriers(page), await overflow(page), await page.locator('.ck-error').allInnerTexts()]).toEqual([[], 0, []]) }
const button = (page: Page, name: RegExp) => page.getByRole('button', { name })
/** Says yes to a question that asks back; again where it still stands there after a while, as a person would: on a busy machine it may open under the pointer once more. */
export async function agree(page: Page): Promise<void> {
  const buttons = page.locator('.ant-popconfirm:not(.ant-popover-hidden) .ant-popconfirm-buttons')
  for (let tries = 1; ; tries += 1) {
    await buttons.getByRole('button').last().click()
    const isGone = await buttons.waitFor({ state: 'hidden', ...(tries < 3 ? { timeout: 10_000 } : {}) }).then(() => true, (error: unknown) => { if (tries === 3) throw error; return false })
    if (isGone) return
  }
}
/** A field and its day: picked by typing, as the keyboard does it. */
async function pickDay(page: Page, label: RegExp, day: string): Promise<void> {
  await page.getByLabel(label).last().fill(day)
  await page.keyboard.press('Enter')
  await page.locator('.ant-picker-dropdown:visible').first().waitFor({ state: 'detached' })
}
const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A rule changed in the editor, worked out on a real order, replayed, scheduled, announced, and taken back. */
export async function walkReplay(page: Page, address: string, { times }: Mark): Promise<void> {
  await open(page, `${address}/earning`)
  await sound(page)
  const total = page.locator('.ea-table tfoot strong')
  const before = await total.innerText()
  await button(page, /^(修改“基础积分”|Edit "基础积分")$/).click()
  await page.getByLabel(/^(得多少|How many)$/).fill(times)
  await sound(page)
  await page.locator('.ant-drawer-footer').getByRole('button').click()
  await expect.poll(async () => total.innerText(), patient).not.toBe(before)
  await page.locator('.ea-save').waitFor()
  await sound(page)

  await button(page, /^(先回放看看|Replay it first)$/).click()
  await page.waitForURL(/\/replay$/)
  await settled(page)
  await page.locator('.rp-handed').waitFor()
  await page.getByText(new RegExp(`原为每 ¥1 得 1，现为每 ¥1 得 ${times}|${times} per ¥1, was 1 per ¥1`)).waitFor()
  await sound(page)
  await page.getByLabel(/^(回放近几个月|Months of orders)/).fill('3')
  await page.getByLabel(/^(为什么想改|Why)$/).fill('walked')
  await button(page, /^(开始回放|Replay)$/).click()
  await page.waitForURL(/\/replay\/[0-9a-f-]{36}/, patient)
  await page.getByRole('heading', { level: 1, name: /同样的 [\d,]+ 张订单|For the same [\d,]+ orders/ }).waitFor({ timeout: 240_000 })
  await settled(page)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toMatch(/[^\d,]0 位会员得到更多| 0 members gain/)
  await page.locator('main table a[href^="/customers/"]').first().waitFor()
  for (const part of [/^(每月发放的积分|Points issued by month)$/, /^(按单价计的成本|Cost at this price)$/, /^(月末各级人数|Members by tier at the end)$/, /^(得到更少的会员|Who loses)$/, /^(得到更多的会员|Who gains)$/]) await page.getByRole('heading', { level: 2, name: part }).waitFor()
  await sound(page)

  const replay = page.url()
  await button(page, /^(排期切换|Schedule the switch)$/).click()
  await pickDay(page, /^(生效日|Day \(from midnight)/, dayFrom(3))
  await sound(page)
  await page.locator('.ant-drawer-footer').getByRole('button').click()
  await page.locator('.rp-announced').waitFor(patient)
  await sound(page)
  await page.locator('.rp-announced').getByText(new RegExp(`现为每 ¥1 得 ${times}|${times} per ¥1, was`)).waitFor()

  await page.getByRole('main').getByRole('link', { name: /^(积分规则|Earning rules)$/ }).click()
  await page.waitForURL(/\/earning$/)
  await settled(page)
  await page.locator('.ea-coming').waitFor()
  await page.getByText(new RegExp(`每消费 ¥1 得 ${times} 积分|${times} points for every ¥1`)).first().waitFor()
  await sound(page)
  await button(page, /^(撤\s*回|Withdraw)$/).click()
  await page.locator('.ea-coming').waitFor({ state: 'detached' })
  await open(page, replay)
  await page.getByText(/这次排期已经撤回|The schedule was withdrawn/).waitFor()
  expect(await page.locator('.rp-announced').count()).toBe(0)
}

/** Tiers, rewards, what points owe: each changed once, with what it would do beside it. */
export async function walkProgramme(page: Page, address: string, { name, times }: Mark): Promise<void> {
  await open(page, `${address}/tiers`)
  await sound(page)
  await button(page, /^(修改等级规则|Change the ladder)$/).click()
  const least = page.getByLabel(/^(至少|At least)$/)
  await least.last().fill(`18${times}0`)
  await page.getByText(/马上升级|rise at once/).waitFor(patient)
  await page.getByText(/^(指定日期零点|From a day on)$/).click()
  await pickDay(page, /^(何时生效|From when)$/, dayFrom(3))
  await sound(page)
  await button(page, /^(发布新版本|Publish a new version)$/).click()
  await page.locator('.ant-drawer-body').waitFor({ state: 'detached' })
  await page.locator('.ti-versions summary').click()
  await sound(page)
  await button(page, /^(撤\s*回|Withdraw|Take back)$/).first().click()
  await button(page, /^(撤\s*回|Withdraw|Take back)$/).first().waitFor({ state: 'detached' })

  await open(page, `${address}/rewards`)
  await button(page, /^(新建礼品|New reward)$/).click()
  await page.getByLabel(/名称（中文）|Name \(Chinese\)/).fill(name)
  await page.getByLabel(/名称（英文）|Name \(English\)/).fill(name)
  await sound(page)
  await page.locator('.ant-drawer-footer').getByRole('button').last().click()
  await page.locator('.ant-drawer-body').waitFor({ state: 'detached' })
  await page.getByRole('main').getByText(name).first().waitFor()
  for (const tab of ['orders', 'cards', 'offers', 'benefits']) {
    await open(page, `${address}/rewards?tab=${tab}`)
    await sound(page)
  }

  await open(page, `${address}/liability`)
  await button(page, /^(积分单价|Price of points)$/).first().click()
  await page.getByLabel(/每 1,?000|for a thousand|a thousand|1,?000/).first().fill('10')
  await sound(page)
  await page.locator('.ant-drawer-footer').getByRole('button').click()
  await page.locator('.ant-drawer-body').waitFor({ state: 'detached' })
  await settled(page)
  await sound(page)
}

/** Another manager, who follows an invitation. */
export async function invite(page: Page, address: string, { phone }: Mark, second: Page): Promise<void> {
  const { url } = await ask(page, 'POST', '/api/access/users/invite', { email: `${phone}@example.com`, name: '王经理', role: 'manager' })
  await second.goto(address)
  expect(await ask(second, 'POST', '/api/access/join', { token: String(url).split('#')[1], name: '王经理', password: 'a second quiet phrase' })).toEqual({ done: true })
}

/** The policy, closed months, and a second person who approves. */
export async function walkBooks(page: Page, address: string, { name }: Mark, customerId: string, other: Page): Promise<void> {
  await open(page, `${address}/points`)
  await sound(page)
  await button(page, /^(修改制度|Change the policy)$/).click()
  await page.getByLabel(/^(获得几天后可用|Days before they may be used)$/).first().fill('7')
  await button(page, /^(添加一种积分|Add a currency)$/).click()
  await page.getByLabel(/^(代码|Code)/).fill('miles')
  await page.getByLabel(/名称（中文）|Name \(Chinese\)/).last().fill('里程')
  await page.getByLabel(/名称（英文）|Name \(English\)/).last().fill('Miles')
  await sound(page)
  await button(page, /^(加\s*入|Add it)$/).click()
  await page.locator('.po-preview').getByText(/里程|Miles/).first().waitFor()
  await page.getByText(/^(指定日期|On a day)$/).click()
  await pickDay(page, /^(生效日|Day \(from midnight)/, dayFrom(3))
  await sound(page)
  await button(page, /^(发\s*布|Publish)$/).click()
  await page.locator('.ant-drawer-body').waitFor({ state: 'detached' })
  const withdraw = page.getByRole('main').getByRole('button', { name: /^(撤\s*回|Withdraw)$/ })
  await withdraw.first().click()
  await agree(page)
  await withdraw.waitFor({ state: 'detached' })

  // Closing may have to wait for what time has done in that month: the server says so, and does it.
  const close = page.getByRole('main').getByRole('button', { name: /^(关\s*账|Close)$/ })
  await expect.poll(async () => {
    if (await close.count() === 0) return true
    await close.first().click()
    await agree(page)
    await settled(page)
    return false
  }, { ...patient, interval: 3_000 }).toBe(true)
  await sound(page)

  await open(page, `${address}/customers/${customerId}`)
  const card = page.locator('.ck-card', { has: page.getByRole('heading', { level: 2, name: /^(积分|Points)$/ }) })
  await card.getByRole('button', { name: /^(调\s*整|Adjust)$/ }).click()
  await page.getByLabel(/^(数额|Amount)/).fill('88')
  await pickDay(page, /^(算在哪一天|Counted on)/, `${new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 8)}01`)
  await page.getByLabel(/^(原因|Why)/).last().fill(name)
  await page.getByText(/那个月已经关账|That month is closed/).waitFor()
  await sound(page)
  await button(page, /^(请人批准|Ask for approval)$/).click()
  await page.getByText(/另一个人在“积分制度”页批准后才记账|a second person approves it/).waitFor()
  await sound(page)

  await open(other, `${address}/points`)
  const request = other.locator('.po-list li', { hasText: name })
  await sound(other)
  await request.getByRole('button', { name: /^(批准并记账|Approve and book)$/ }).click()
  await request.getByText(/已批准|Approved by/).waitFor()
  await sound(other)

  await open(page, `${address}/customers/${customerId}`)
  await card.getByText('98', { exact: true }).waitFor()
  await page.locator('.ev-line').getByText(/^(获得积分 88，可用 98|Points: 88 earned, 98 to spend)$/).waitFor()
  await card.getByRole('button', { name: /^(为什么是这个数|Why this balance)$/ }).click()
  await page.locator('.ant-drawer-body').getByText(name).first().waitFor()
  await sound(page)

  await open(page, `${address}/points`)
  await button(page, /^(重\s*开|Open again)$/).first().click()
  await agree(page)
  await close.first().waitFor()
  await sound(page)
}

/** Two records of one person: found, foreseen, merged, and parted again. */
export async function walkMerge(page: Page, address: string, { phone }: Mark, customerId: string): Promise<void> {
  await open(page, `${address}/customers`)
  const other = await ask(page, 'POST', '/api/record', { name: '陈小怡', occupation: '教师', keys: [{ kind: 'phone', value: `${phone}8` }] })
  const grant = (to: unknown, amount: string): object => ({ customerId: to, currency: 'points', command: { do: 'adjust', amount, note: 'opening' } })
  await ask(page, 'POST', '/api/points/commands', { orders: [grant(customerId, '300'), grant(other['customerId'], '200')] })
  await open(page, `${address}/customers/${customerId}`)
  const card = page.locator('.ck-card', { has: page.getByRole('heading', { level: 2, name: /^(积分|Points)$/ }) })
  const before = Number((await card.locator('dd').first().innerText()).replaceAll(',', ''))
  await button(page, /^(合并档案|Merge)$/).click()
  await page.getByRole('searchbox').fill(`${phone}8`)
  await sound(page)
  await page.locator('.re-found button').click()
  await page.locator('.ant-drawer-body').getByText(/教师/).waitFor()
  await page.locator('.ant-drawer-body').getByRole('cell', { name: (before + 200).toLocaleString('en'), exact: true }).waitFor()
  await sound(page)
  await button(page, /^(合并成一位客户|Merge into one customer)$/).click()
  await page.locator('.re-merges').getByText(/陈小怡/).waitFor(patient)
  await card.getByText((before + 200).toLocaleString('en'), { exact: true }).first().waitFor(patient)
  await sound(page)
  await button(page, /^(撤销合并|Undo the merge)$/).click()
  await agree(page)
  await page.locator('.re-merges').getByText(/于.*撤销|was undone on/).waitFor(patient)
  await card.getByText(before.toLocaleString('en'), { exact: true }).first().waitFor(patient)
  await sound(page)
}

/** A member asks to be forgotten: what goes is listed, it needs a reason and a second look, and nobody is found any more. */
export async function walkErase(page: Page, address: string, { phone }: Mark): Promise<void> {
  await open(page, `${address}/customers`)
  const { customerId } = await ask(page, 'POST', '/api/record', { name: '孙仲谋', address: '建业路 1 号', keys: [{ kind: 'phone', value: `${phone}7` }] })
  await open(page, `${address}/customers/${String(customerId)}`)
  await button(page, /^(按本人要求删除个人资料|Erase personal data on request)$/).click()
  await page.locator('.re-goes').getByText(/姓名、地址|Name, Address/).waitFor()
  const erase = button(page, /^(永远删除|Erase for ever)$/)
  expect(await erase.isEnabled()).toBe(false)
  await page.getByLabel(/^(依据|Who asked)/).fill('walked')
  await page.getByRole('checkbox').check()
  await sound(page)
  await erase.click()
  await page.getByText(/个人资料已于.*删除|Personal data was erased on request/).first().waitFor(patient)
  await settled(page)
  expect(await page.locator('body').innerText()).not.toMatch(/孙仲谋|建业路/)
  await sound(page)
}

/** Money back, in a currency with two decimals: every page that tells of it tells it in its units, and a rule is typed in them. */
export async function walkUnits(page: Page, address: string, customerId: string): Promise<void> {
  await open(page, `${address}/points`)
  const { newest, parameters } = await ask(page, 'GET', '/api/points/policy')
  const rules = Object.fromEntries(Object.entries(typeof parameters === 'object' && parameters !== null ? parameters : {}))
  if (rules['cash'] === undefined) await ask(page, 'PUT', '/api/points/policy', { version: newest, parameters: { ...rules, cash: { ...rules['points'], name: { zh: '返现', en: 'Cashback' }, scale: 2 } } })
  await ask(page, 'POST', '/api/points/commands', { orders: [{ customerId, currency: 'cash', command: { do: 'earn', amount: '123456' } }, { customerId, currency: 'cash', command: { do: 'redeem', amount: '50' } }] })
  const inUnits = async (): Promise<void> => { expect(await page.locator('body').innerText()).not.toMatch(/123,?456|123,?406/) }

  await open(page, `${address}/customers/${customerId}`)
  await page.locator('.ev-line').getByText(/^(使用返现 0.50，可用 1,234.06|Cashback: 0.50 spent, 1,234.06 to spend)$/).waitFor()
  const card = page.locator('.ck-card', { has: page.getByRole('heading', { level: 2, name: /^(积分|Points)$/ }) })
  await card.getByText('1,234.06', { exact: true }).waitFor()
  await inUnits()
  await card.getByRole('button', { name: /^(为什么是这个数|Why this balance)$/ }).last().click()
  await page.locator('.ant-drawer-body').getByText(/^[−-]0.50$/).waitFor()
  await inUnits()
  await sound(page)
  await open(page, `${address}/customers/${customerId}/points?currency=cash`)
  await page.getByRole('main').getByText('1,234.06').first().waitFor()
  await inUnits()
  await sound(page)
  await open(page, `${address}/liability`)
  await inUnits()

  await open(page, `${address}/earning`)
  await button(page, /^(添加规则|Add a rule)$/).click()
  await page.locator('.ea-field', { hasText: /^(积分种类|Currency)/ }).getByRole('combobox').click()
  await page.locator('.ant-select-item-option').getByText(/^(返现|Cashback)$/).click()
  const many = page.getByLabel(/^(得多少|How many)$/)
  await expect.poll(async () => many.inputValue(), patient).toBe('10.00')
  await many.fill('0.5')
  await page.locator('.ant-drawer-body').getByText(/^(每单得 0.5 返现。|0.5 cashback for the order.)$/).waitFor()
  await sound(page)
  await page.locator('.ant-drawer-footer').getByRole('button').click()
  await page.locator('.ea-rule').getByText(/^(每单得 0.5 返现。|0.5 cashback for the order.)$/).waitFor()
  await button(page, /^(放弃修改|Discard)$/).click()
  await page.locator('.ea-save').waitFor({ state: 'detached' })
}

/** A till that may sell without network: what may be lost at worst is named, it is registered, granted a part, settled and revoked. */
export async function walkDevices(page: Page, address: string, { name }: Mark): Promise<void> {
  await open(page, `${address}/tills`)
  await button(page, /^(抵扣规则|What points pay)$/).click()
  await page.getByLabel(/^(断网时全部收银机|The most points that all tills)/).fill('500')
  await page.getByText(/最坏情况：500 积分|At worst: 500 points/).waitFor()
  await sound(page)
  await button(page, /^(保存为新版本|Save as a new version)$/).click()
  await page.locator('.ant-drawer-body').waitFor({ state: 'detached' })
  await button(page, /^(断网收银|Without network)$/).click()
  await page.getByText(/合计最多可能多花 500 积分|overspend at most 500 points/).waitFor()
  await page.getByLabel(/^(名称|Name)$/).fill(name)
  await page.getByLabel(/^(公钥|Public key)/).fill(String(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x))
  await sound(page)
  await button(page, /^(登记收银机|Register a till)$/).click()
  const till = page.locator('section.tl-device', { hasText: name })
  await till.getByRole('textbox').fill('200')
  await till.getByRole('button', { name: /^(发额度|Grant)$/ }).click()
  await till.locator('.tl-granted').waitFor()
  await page.getByText(/还可发 300|300 are left/).waitFor()
  await sound(page)
  await till.getByRole('button', { name: /^(结\s*清|Settle)$/ }).click()
  await agree(page)
  await page.getByText(/还可发 500|500 are left/).waitFor()
  await till.getByRole('button', { name: /^(停\s*用|Revoke)$/ }).click()
  await agree(page)
  await till.getByText(/起停用|revoked/).waitFor()
  await sound(page)
}

/** A file of balances from another programme: checked against its totals, booked, and undone as a whole. */
export async function walkOpening(page: Page, address: string, { name, phone }: Mark): Promise<void> {
  await open(page, `${address}/opening`)
  await sound(page)
  await page.locator('input[type="file"]').setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`手机号,姓名,积分\n${phone}1,${name},120\n${phone}2,${name},80\n`) })
  await page.waitForURL(/\/opening\/[0-9a-f-]{36}/, patient)
  await settled(page)
  await sound(page)
  for (const [label, value] of [[/(积分|Points)$/, '200'], [/(批次|Lots)$/, '2'], [/(会员|Members)$/, '2']] as const) await page.getByRole('textbox', { name: label }).first().fill(value)
  await button(page, /^(保存总数|Save totals)$/).click()
  await button(page, /^(核\s*对|Check)$/).click()
  await page.getByRole('heading', { level: 1, name: /完全相符|control totals are met/ }).waitFor(patient)
  await settled(page)
  await sound(page)
  await button(page, /^(转\s*入|Book it)$/).click()
  await page.getByRole('heading', { level: 1, name: /已转入|are in the ledger/ }).waitFor(patient)
  await settled(page)
  await sound(page)
  await button(page, /^(整份撤销|Undo the file)$/).click()
  await agree(page)
  await page.getByRole('heading', { level: 1, name: /已整份撤销|undone as a whole/ }).waitFor(patient)
  await settled(page)
  await sound(page)
}
