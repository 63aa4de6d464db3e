/** The real program with the sample and its owner at a browser: what several walks begin with. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { readConfig } from '#foundation/config.ts'
import { silentLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import type { ChainSize } from '../src/activity/sample/chain.ts'
import { loadSample } from '../src/activity/sample/sample.ts'
import { capabilities } from '../src/server.ts'
import { chromiumPath, openBrowser } from './browser.ts'
import { createTestDatabase } from './postgres.ts'
import { startServer, type Running } from './running.ts'
import { desktop, visit, type Visit } from './walker.ts'

export interface SampleWalk { readonly browser: Browser, readonly running: Running, readonly owner: Visit, readonly end: () => Promise<void> }

/** There is a browser, and the console is built. */
export const canWalk = (): boolean => chromiumPath() !== undefined && existsSync(join(import.meta.dirname, '..', 'dist', 'console', 'index.html'))

/** With the chain that `--sample` loads, or with a smaller one of its kind: what is reckoned in the background takes as much less of the machine. */
export async function beginWalk(size?: ChainSize): Promise<SampleWalk> {
  const begun = new AsyncDisposableStack()
  try {
    const database = await createTestDatabase()
    begun.defer(() => database.drop())
    if (size !== undefined) await loadChain(database.url, size)
    const running = await startServer({ words: size === undefined ? ['--sample'] : [], databaseUrl: database.url })
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

async function loadChain(databaseUrl: string, size: ChainSize): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'changke-walk-'))
  const opened = await openHouse({ config: readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }), log: silentLog, capabilities })
  try {
    await loadSample(opened.house, { size })
  } finally {
    await opened.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
