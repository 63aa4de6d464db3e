/** A Chromium for browser tests and for measuring; undefined where the machine has none. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

export const chromiumPath = (): string | undefined => [process.env['CHROMIUM'], ...places].find((path) => path !== undefined && existsSync(path))

export async function openBrowser(): Promise<Browser | undefined> {
  const path = chromiumPath()
  if (path === undefined) return undefined
  return chromium.launch({
    executablePath: path,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  })
}
