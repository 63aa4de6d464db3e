/** The whole application in a process of its own, everybody its owner, there to be killed. When it is ready it says where, on a line of its own. */
import { flushCompileCache } from 'node:module'
import { buildApp } from '#foundation/app.ts'
import { readConfig } from '#foundation/config.ts'
import { createLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import { capabilities } from '../src/server.ts'

const everything: ReadonlySet<string> = new (class extends Set<string> { override has(): boolean { return true } })()
const config = readConfig()
const opened = await openHouse({ config, log: createLog(config.logLevel), capabilities })
const app = await buildApp(opened.house, {
  capabilities, version: 'crash', authenticate: async () => ({ userId: 'owner', name: 'Owner', role: 'owner', rights: everything })
})
await app.listen({ port: 0, host: '127.0.0.1' })
// A killed process leaves no compile cache, and this one will be killed.
flushCompileCache()
const address = app.server.address()
process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0, databaseUrl: opened.databaseUrl })}\n`)
