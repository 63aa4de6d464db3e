// npm run generate: the packages as the lockfile has them, then the generated files made again.
import { ensureInstalled } from './install.mjs'
import { run } from './runtime.mjs'

await ensureInstalled()
await run('scripts/generate.ts', process.argv.slice(2))
