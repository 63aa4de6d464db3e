// npm run check: the packages as the lockfile has them, then everything that a machine can hold.
import { ensureInstalled } from './install.mjs'
import { run } from './runtime.mjs'

await ensureInstalled()
await run('scripts/check.ts', process.argv.slice(2))
