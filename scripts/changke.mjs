// npm run changke -- COMMAND: the command line.
import { ensureInstalled } from './install.mjs'
import { run } from './runtime.mjs'

await ensureInstalled()
await run('src/changke.ts', process.argv.slice(2))
