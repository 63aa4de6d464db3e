// The console in dist/console, built when its sources are other than those it was built from.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { progress, root } from './install.mjs'
import { codeOf, findNode, start } from './runtime.mjs'

const output = join(root, 'dist/console')
const stamp = join(output, '.sources')
const partOfIt = /\.(tsx|css)$|\.(schema|words)\.ts$|^web\/|^foundation\/(words|units|money|zone)\.ts$/

function hashSources() {
  const hash = createHash('sha256')
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  for (const path of [...paths.filter((path) => partOfIt.test(path) && /\.\w+$/.test(path)).sort().map((path) => `src/${path}`), 'index.html', 'vite.config.ts', 'package-lock.json']) {
    hash.update(path).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

export async function ensureConsole() {
  const sources = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const done = progress('正在构建控制台 · Building the console')
  const code = await codeOf(start(findNode(), [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--configLoader', 'native', '--logLevel', 'error', root]))
  done()
  if (code !== 0) process.exit(code)
  // Last, so that a killed build is built again.
  writeFileSync(stamp, sources)
}
