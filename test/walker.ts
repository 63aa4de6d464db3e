/** A person at a browser: what the walks and the screenshots have in common. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Running } from './running.ts'

export interface Look { readonly locale: 'zh-CN' | 'en', readonly isDark: boolean, readonly width: number, readonly height: number }
export const desktop: Look = { locale: 'zh-CN', isDark: false, width: 1440, height: 900 }
export const tablet: Look = { locale: 'zh-CN', isDark: false, width: 1024, height: 768 }
export const phone: Look = { locale: 'zh-CN', isDark: false, width: 390, height: 844 }

export interface Visit { readonly context: BrowserContext, readonly page: Page, readonly faults: readonly string[] }

/** A browser of one's own: language, theme and size as given; whatever goes wrong in its console is kept. */
export async function visit(browser: Browser, look: Look, from?: BrowserContext): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height }, locale: look.locale === 'en' ? 'en-GB' : 'zh-CN', colorScheme: look.isDark ? 'dark' : 'light', reducedMotion: 'reduce', acceptDownloads: true
  })
  if (from !== undefined) await context.addCookies(await from.cookies())
  await context.addInitScript((locale) => { localStorage.setItem('changke.locale', localStorage.getItem('changke.locale') ?? locale) }, look.locale)
  const page = await context.newPage()
  // A limit ends what hangs; a loaded machine may take long over a page.
  page.setDefaultTimeout(180_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (response) => { if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`) })
  return { context, page, faults }
}

/** Follows the link that the server printed and becomes the owner. */
export async function becomeOwner(page: Page, { firstLink }: Running, business?: { readonly currency: string, readonly zone: string }): Promise<void> {
  await page.goto(firstLink)
  await page.getByLabel(/你的姓名|Your name/).fill('林晓')
  await page.getByLabel(/邮箱|E-mail/).fill('owner@example.com')
  await page.locator('input[autocomplete="new-password"]').fill('a quiet long phrase')
  if (business !== undefined) {
    await page.getByLabel(/企业名称|Name of the business/).fill('Gift Shop')
    await page.getByLabel(/记账货币|Currency/).selectOption(business.currency)
    await page.getByLabel(/时区|Time zone/).selectOption(business.zone)
  }
  await page.locator('button[type="submit"]').click()
  await page.waitForSelector('.ck-shell')
}

/** Opens a page of the console and waits until it has its answer and nothing is loading. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1')
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
}

/** Every page of the navigation: each room unfolds its own while one of them is open. */
export async function everyPath(page: Page, address: string): Promise<readonly string[]> {
  const links = async (): Promise<string[]> => page.locator('.ck-side nav li a[href^="/"]').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? '/'))
  await open(page, `${address}/`)
  const paths = new Set<string>()
  for (const room of await links()) {
    await open(page, address + room)
    for (const path of await links()) paths.add(path)
  }
  return [...paths]
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Waits for what was pressed to be seen: nothing moves here (`reducedMotion`), so that is the next frame. */
const still = (page: Page): Promise<unknown> => page.evaluate('new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(null))) })')

/** What axe calls serious or critical, and what moves before people who asked that nothing does, a line each. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await still(page)
  if (await page.evaluate('typeof axe') === 'undefined') await page.evaluate(axe)
  const moving: unknown = await page.evaluate(`document.getAnimations().map(({ effect }) => 'moves: ' + effect?.target?.outerHTML.slice(0, 160))`)
  // What is in order need not be described.
  const found: unknown = await page.evaluate(`axe.run({ resultTypes: ['violations'], selectors: false }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160))))`)
  return [moving, found].flatMap((told) => (Array.isArray(told) ? told.map(String) : [`the page answered ${String(told)}`]))
}

/** How far the page can be pushed sideways: 0 on a page that fits its screen. */
export const overflow = async (page: Page): Promise<number> => Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
