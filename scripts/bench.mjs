// npm run bench [-- NAME …]: the measurements.
import { ensureConsole } from './console.mjs'
import { ensureInstalled } from './install.mjs'
import { run } from './runtime.mjs'

await ensureInstalled()
await ensureConsole()
await run('bench/run.ts', process.argv.slice(2))
