// npm test [-- FILTER …]: every test, or those of the files named. The closing line is `N passed, N failed`, and what was skipped.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureConsole } from './console.mjs'
import { ensureInstalled, root } from './install.mjs'
import { codeOf, findNode, start } from './runtime.mjs'

await ensureInstalled()
const chromium = ensureChromium()
if (!chromium) console.error('没有 Chromium：浏览器测试将跳过 · No Chromium: the browser tests are skipped')
await ensureConsole()

const folder = mkdtempSync(join(tmpdir(), 'changke-tally-'))
const tally = join(folder, 'tally.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const options = ['run', '--root', root, '--reporter=default', `--reporter=${join(root, 'test/tally.ts')}`]
const child = start(findNode(), [vitest, ...options, ...process.argv.slice(2)], { CHANGKE_TALLY: tally, ...(chromium && { CHROMIUM: chromium }) })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
const code = await codeOf(child)

const { passed, failed, skipped } = read()
rmSync(folder, { recursive: true, force: true })
for (const name of skipped) console.log(`skipped: ${name}`)
// A run that fell over without a failed test, for example in its set-up, failed all the same.
const failures = failed === 0 && code !== 0 ? 1 : failed
console.log(`${passed} passed, ${failures} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
process.exitCode = failures > 0 ? 1 : 0

function read() {
  try {
    return JSON.parse(readFileSync(tally, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  }
}
