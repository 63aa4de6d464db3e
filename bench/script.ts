/**
 * How much script the browser really loads for a page: what Chromium transfers, packed, from the files that the server sends. The API is played by a
 * few lines, because what a page's figures are does not change which code it loads.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { openBrowser, chromiumPath } from '#test/browser.ts'
import type { Bench } from './bench.ts'

const folder = join(import.meta.dirname, '..', 'dist', 'console')
const session = {
  user: { id: 'bench', name: 'Bench', email: 'bench@example.com' }, role: 'owner', rights: ['*'],
  business: { name: 'Bench', currency: 'CNY', zone: 'Asia/Shanghai', synthetic: false }
}

/** Kilobytes (1000 bytes) of packed script that opening `path` transfers. */
export async function scriptOf(path: string, isSignedIn: boolean): Promise<number> {
  const server = createServer((request, response) => answer(request, response, isSignedIn))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  const browser = await openBrowser()
  try {
    if (browser === undefined || address === null || typeof address === 'string') throw new Error('no browser or no server')
    const page = await browser.newPage({ locale: 'zh-CN' })
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js')) sizes.push(request.sizes().then((size) => size.responseBodySize))
    })
    await page.goto(`http://127.0.0.1:${address.port}${path}`)
    // Without figures the overview says so and offers to try again: all of its code is there by then.
    await page.waitForSelector(isSignedIn ? 'main button' : 'h1')
    await page.waitForLoadState('networkidle')
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000
  } finally {
    await browser?.close()
    server.closeAllConnections()
    server.close()
  }
}

function answer(request: IncomingMessage, response: ServerResponse, isSignedIn: boolean): void {
  const path = new URL(request.url ?? '/', 'http://bench').pathname
  if (path.startsWith('/api/')) {
    const isSession = path === '/api/access/me' && isSignedIn
    response.writeHead(isSession ? 200 : path === '/api/access/me' ? 401 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(isSession ? session : { code: 'bench', detail: '' }))
    return
  }
  const file = join(folder, /\.\w+$/.test(path) ? path : 'index.html')
  const type = { js: 'text/javascript', css: 'text/css', html: 'text/html', svg: 'image/svg+xml' }[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const isPacked = existsSync(`${file}.gz`)
  if (!isPacked && !existsSync(file)) { response.writeHead(404).end(); return }
  response.writeHead(200, { 'content-type': type, ...(isPacked ? { 'content-encoding': 'gzip' } : {}) }).end(readFileSync(isPacked ? `${file}.gz` : file))
}

export const bench: Bench = {
  name: 'script',
  title: 'Script of the first page, gzipped',
  missing: async () => chromiumPath() === undefined ? 'no Chromium' : existsSync(folder) ? undefined : 'the console is not built: npm start builds it',
  run: async () => [
    { what: 'sign-in page', unit: 'kB', ours: await scriptOf('/', false), limit: { of: 'ours', atMost: 250 } },
    { what: 'overview', unit: 'kB', ours: await scriptOf('/', true), limit: { of: 'ours', atMost: 450 } }
  ]
}
