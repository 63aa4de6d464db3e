// Runs our TypeScript on the pinned Node, whichever Node the machine has.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

const cache = join(root, 'node_modules/.cache/changke')

/** The Node that npm installed for this platform; where there is none, the running one if it can run TypeScript. */
export function findNode() {
  const windows = process.platform === 'win32'
  const pinned = join(root, `node_modules/node-${windows ? 'win' : process.platform}-${process.arch}/bin/node${windows ? '.exe' : ''}`)
  if (existsSync(pinned)) {
    if (realpathSync(pinned) === realpathSync(process.execPath)) return process.execPath
    if (spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0) return pinned
  }
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  console.error(`这台机器（${process.platform}-${process.arch}）没有随附的 Node，需要自行安装 Node 22.18 或更新版本（现为 ${process.versions.node}）。`)
  console.error(`No Node comes with Changke for this machine (${process.platform}-${process.arch}): install Node 22.18 or later (this is ${process.versions.node}).`)
  process.exit(1)
}

/** In this very process where it already is the right Node: one process less, and signals arrive where they belong. */
export async function run(script, args) {
  const path = join(root, script)
  const node = findNode()
  if (node !== process.execPath) return pass(start(node, [path, ...args]))
  module.enableCompileCache(cache)
  process.argv = [node, path, ...args]
  await import(pathToFileURL(path).href)
}

export const start = (node, args, env = {}) =>
  spawn(node, args, { cwd: process.cwd(), stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: cache, ...env } })

/** Hands signals on and ends as the child ends. A signal to the whole group reaches the child twice; it takes the second for the first. */
async function pass(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exit(await codeOf(child))
}

export const codeOf = (child) => new Promise((resolve) => {
  child.once('error', (error) => { console.error(error.message); resolve(1) })
  child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
})
