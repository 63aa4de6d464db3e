/** The real program with the sample and its owner at a browser: what several walks begin with. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromiumPath, openBrowser } from './browser.ts'
import { createTestDatabase } from './postgres.ts'
import { startServer, type Running } from './running.ts'
import { desktop, visit, type Visit } from './walker.ts'

export interface SampleWalk { readonly browser: Browser, readonly running: Running, readonly owner: Visit, readonly end: () => Promise<void> }

/** There is a browser, and the console is built. */
export const canWalk = (): boolean => chromiumPath() !== undefined && existsSync(join(import.meta.dirname, '..', 'dist', 'console', 'index.html'))

export async function beginWalk(): Promise<SampleWalk> {
  const begun = new AsyncDisposableStack()
  try {
    const database = await createTestDatabase()
    begun.defer(() => database.drop())
    const running = await startServer({ words: ['--sample'], databaseUrl: database.url })
    begun.defer(() => running.stop())
    const browser = await openBrowser()
    if (browser === undefined) throw new Error('no browser')
    begun.defer(() => browser.close())
    return { browser, running, owner: await visit(browser, desktop), end: () => begun.disposeAsync() }
  } catch (error) {
    await begun.disposeAsync()
    throw error
  }
}
