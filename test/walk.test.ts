/** What a newcomer does, walked in a real browser against the real program: first run, the sample, overview, lifecycle, a customer, an export. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkBehaviour } from './behaviour.walk.ts'
import { walkCircle } from './circle.ts'
import { walkForecast } from './forecast.walk.ts'
import { enrol, walkTill } from './till.walk.ts'
import { beginWalk, canWalk, type SampleWalk } from './sample.walk.ts'
import { walkVouchers } from './vouchers.walk.ts'
import { barriers, becomeOwner, desktop, everyPath, open, overflow, phone, settled, tablet, visit } from './walker.ts'

describe.skipIf(!canWalk())('the console, walked with the sample', () => {
  let walk: SampleWalk
  beforeAll(async () => { walk = await beginWalk() }, 900_000)
  afterAll(() => walk?.end())

  it('leads from the first link to who is slipping away, and says that the data is made up', async () => {
    const { running, owner: { page } } = walk
    await becomeOwner(page, running)
    await page.getByRole('heading', { level: 1, name: /位老客户正在流失/ }).waitFor({ timeout: 400_000 })
    await settled(page)
    expect(await page.getByText('示例数据：').count()).toBe(1)
    expect(await page.locator('main table tbody tr').count()).toBeGreaterThanOrEqual(5)
    expect(await barriers(page)).toEqual([])
  }, 900_000)

  it.each([
    ['Chinese at a desk', desktop], ['English at a desk', { ...desktop, locale: 'en' }], ['Chinese on a phone', phone], ['English on a phone', { ...phone, locale: 'en' }]
  ] as const)('goes from the overview to the lifecycle, to a customer, and exports whom to call: %s', async (_, look) => {
    const { browser, running, owner } = walk
    const { page, faults, context } = await visit(browser, look, owner.context)
    await walkCircle(page, running.address)
    expect(faults).toEqual([])
    await context.close()
  }, 900_000)

  it.each([['Chinese at a desk', desktop], ['English on a phone', { ...phone, locale: 'en' }]] as const)('sees what will be sold next, by store, and marks a day: %s', async (_, look) => {
    const { browser, running, owner } = walk
    const { page, faults, context } = await visit(browser, look, owner.context)
    await walkForecast(page, running.address)
    expect(faults).toEqual([])
    await context.close()
  }, 900_000)

  it.each([['Chinese at a desk', desktop], ['English on a phone', { ...phone, locale: 'en' }]] as const)('reads how they buy, and who buys on promotion only: %s', async (_, look) => {
    const { browser, running, owner } = walk
    const { page, faults, context } = await visit(browser, look, owner.context)
    await walkBehaviour(page, running.address)
    expect(faults).toEqual([])
    await context.close()
  }, 900_000)

  it('predicts by itself who will buy again, and shows who in both languages, at a desk and on a phone', async () => {
    const { browser, running, owner } = walk
    for (const [look, heading] of [[desktop, /^未来 90 天/], [{ ...phone, locale: 'en' as const }, /^Over the next 90 days/]] as const) {
      const { page, faults, context } = await visit(browser, look, owner.context)
      await page.goto(`${running.address}/prediction`)
      // The first prediction begins within half a minute and takes about as long on an idle machine.
      await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 600_000 })
      await settled(page)
      expect([await barriers(page), await overflow(page)]).toEqual([[], 0])
      await page.locator('main table a[href^="/customers/"]').first().click()
      await page.waitForURL(/\/customers\//)
      await settled(page)
      expect([await barriers(page), await overflow(page), faults]).toEqual([[], 0, []])
      await context.close()
    }
  }, 900_000)

  it.each([
    ['Chinese on a tablet', tablet, '1391'], ['English on an upright tablet, dark', { ...tablet, width: 768, height: 1024, locale: 'en', isDark: true }, '1392'], ['Chinese on a phone', phone, '1393']
  ] as const)('keeps a till for a day: scan, earn, redeem, a wrong member, a lost network, a return: %s', async (_, look, digits) => {
    const { browser, running, owner } = walk
    const { page, faults, context } = await visit(browser, look, owner.context)
    await open(page, `${running.address}/tills`)
    await walkTill(page, running.address, await enrol(page, `${digits}0001111`, '5280'), await enrol(page, `${digits}0002222`, '100'), `69012345${digits}`)
    expect(faults).toEqual([])
    await context.close()
  }, 900_000)

  it.each([['Chinese at a desk', desktop, '春茶'], ['English on a phone', { ...phone, locale: 'en' }, 'Spring']] as const)('makes a voucher with its rules beside it, prints codes, gives one and takes it away: %s', async (_, look, name) => {
    const { browser, running, owner } = walk
    const { page, faults, context } = await visit(browser, look, owner.context)
    await walkVouchers(page, running.address, name)
    expect(faults).toEqual([])
    await context.close()
  }, 900_000)

  it('finds a customer by pinyin from anywhere, by keyboard alone', async () => {
    const { page } = walk.owner
    await page.keyboard.press('Control+k')
    await page.keyboard.type('wang')
    await page.getByRole('option').filter({ hasText: '王' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/customers\//)
    await page.getByRole('heading', { level: 1, name: /王/ }).waitFor()
    await settled(page)
  }, 900_000)

  it('speaks English and dark, on a phone, without a page that overflows or shuts anybody out', async () => {
    const { browser, running, owner } = walk
    const { page, faults } = await visit(browser, { ...phone, locale: 'en', isDark: true }, owner.context)
    const customer = new URL(owner.page.url()).pathname
    for (const path of [...await everyPath(owner.page, running.address), customer]) {
      await open(page, running.address + path)
      expect({ path, barriers: await barriers(page), overflow: await overflow(page) }).toEqual({ path, barriers: [], overflow: 0 })
      expect(await page.title()).not.toMatch(/[\u4e00-\u9fff]/)
    }
    expect(faults).toEqual([])
  }, 900_000)
})
