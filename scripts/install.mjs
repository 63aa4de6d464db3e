// The packages of package-lock.json in node_modules, installed where they are missing or differ. Plain JavaScript for Node 20: nothing is installed yet.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages

/** npm writes node_modules/.package-lock.json last, so a killed installation has none. */
export function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const wanted = read('package-lock.json')
  const there = read('node_modules/.package-lock.json')
  const fits = (list, value) => !list || list.includes(value)
  // npm passes over an optional package that it failed to load; those of this machine (Node, PostgreSQL) are not optional to us.
  const needed = (path, entry) => !entry.optional || (path.slice('node_modules/'.length) in (wanted[''].optionalDependencies ?? {}) && fits(entry.os, process.platform) && fits(entry.cpu, process.arch))
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = there[path]
    return found ? found.version === entry.version && found.integrity === entry.integrity : !needed(path, entry)
  })
}

export async function ensureInstalled() {
  if (isInstalled()) return
  const done = progress('正在安装依赖（仅此一次，约一分钟） · Installing packages (once, about a minute)')
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--no-progress']
  const npm = process.env.npm_execpath
  const child = npm
    ? spawn(process.env.npm_node_execpath ?? process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', options, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' })
  let said = ''
  child.stderr.on('data', (text) => { said += text })
  const code = await new Promise((resolve) => child.once('error', (error) => resolve(error.message)).once('close', resolve))
  done()
  if (code === 0 && isInstalled()) return
  console.error(said.trim())
  console.error(`依赖安装失败（npm ci：${code}）。请检查网络后重试。 · The packages could not be installed (npm ci: ${code}). Check the network and try again.`)
  process.exit(1)
}

/** One line that shows it is alive; answers the function that ends it. */
export function progress(title) {
  const from = Date.now()
  const seconds = () => `${Math.round((Date.now() - from) / 1000)} s`
  const live = process.stderr.isTTY
  process.stderr.write(live ? title : `${title}\n`)
  const timer = setInterval(() => process.stderr.write(live ? `\r${title} … ${seconds()}` : `  … ${seconds()}\n`), live ? 1_000 : 15_000)
  return () => {
    clearInterval(timer)
    process.stderr.write(live ? `\r${title}: ${seconds()}\n` : `  ${seconds()}\n`)
  }
}
