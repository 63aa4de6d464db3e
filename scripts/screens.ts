/**
 * Pictures of every page for docs/screens, taken from the real program with the sample: `node scripts/screens.ts`. Light and Chinese on a desktop, dark and
 * English on a desktop, and a phone. WebP, so that the folder stays small.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../test/browser.ts'
import { startServer } from '../test/running.ts'
import { becomeOwner, desktop, everyPath, open, phone, settled, visit, type Look } from '../test/walker.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'screens')
const looks: Readonly<Record<string, Look>> = { 'zh-light': desktop, 'en-dark': { ...desktop, locale: 'en', isDark: true }, 'zh-phone': phone, 'en-tablet': { ...desktop, locale: 'en', width: 1024, height: 768 } }

/** Chromium itself packs the picture: the browser that drew it can write WebP. */
async function take(page: Page, name: string): Promise<void> {
  const png = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64')
  const packer = await page.context().newPage()
  try {
    const packed: unknown = await packer.evaluate(`(async () => {
      const picture = await createImageBitmap(await (await fetch('data:image/png;base64,${png}')).blob())
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      canvas.getContext('2d').drawImage(picture, 0, 0)
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })
      return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''))
    })()`)
    writeFileSync(join(folder, `${name}.webp`), Buffer.from(String(packed), 'base64'))
  } finally {
    await packer.close()
  }
}

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
if (browser === undefined) throw new Error('no Chromium here')
const running = await startServer({ words: ['--sample'] })
try {
  const owner = await visit(browser, desktop)
  await owner.page.goto(running.address)
  await owner.page.waitForSelector('h1')
  await take(owner.page, 'sign-in')
  await owner.page.goto(running.firstLink)
  await owner.page.waitForSelector('h1')
  await take(owner.page, 'first-run')
  await becomeOwner(owner.page, running)
  await owner.page.waitForSelector('main table tbody tr:not(.ck-waiting)', { timeout: 180_000 })
  await settled(owner.page)
  // Both are worked out by a job the first time: the picture is of the answer.
  for (const path of ['/prediction', '/forecast']) {
    await open(owner.page, running.address + path)
    await owner.page.waitForSelector('main table tbody tr:not(.ck-waiting)', { timeout: 240_000 })
  }
  await open(owner.page, running.address)
  const customer = await owner.page.locator('main a[href^="/customers/"]').first().getAttribute('href')
  const pages = [...await everyPath(owner.page, running.address), ...(customer === null ? [] : [customer])]
  for (const [look, size] of Object.entries(looks)) {
    const { page } = await visit(browser, size, owner.context)
    for (const path of pages) {
      await open(page, running.address + path)
      const name = path === '/' ? 'overview' : path === customer ? 'customer' : path.slice(1).replaceAll('/', '-')
      await take(page, `${name}.${look}`)
      console.log(`${name}.${look}`)
    }
    await page.context().close()
  }
} finally {
  await browser.close()
  await running.stop()
}
