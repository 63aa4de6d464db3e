// npm start: what is missing is installed and built, then the server runs.
import { ensureConsole } from './console.mjs'
import { ensureInstalled } from './install.mjs'
import { run } from './runtime.mjs'

const args = process.argv.slice(2)
const timed = process.env.DEBUG ? (what) => console.error(`${what}: ${Math.round(performance.now())} ms`) : () => undefined
await ensureInstalled()
timed('installed')
if (!args.includes('--help')) await ensureConsole()
timed('console built')
await run('src/server.ts', args)
timed('server loaded')
