/** The whole application in a process of its own with a clock that can be set, everybody its owner, there to be killed. Says where it is on a line of its own. */
import { Type } from 'typebox'
import { buildApp } from '#foundation/app.ts'
import { readConfig } from '#foundation/config.ts'
import type { Capability } from '#foundation/house.ts'
import { createLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import { capabilities as standing } from '../src/server.ts'

const everything: ReadonlySet<string> = new (class extends Set<string> { override has(): boolean { return true } })()
const time = { now: new Date(process.argv[2] ?? '2026-01-31T04:00:00Z') }
const hourglass: Capability = {
  name: 'hourglass', room: 'settings',
  routes: async (app) => {
    app.put('/', { config: { right: 'hourglass.turn', keyless: 'a test sets the clock' }, schema: { body: Type.Object({ now: Type.String() }) } }, async ({ body }) => { time.now = new Date(body.now); return {} })
  }
}
/** What is asked over HTTP here. The others take part whole, with all that they hear and do, except that their doors are not built: that is most of a start. */
const asked: ReadonlySet<string> = new Set(['points', 'record', 'tiers'])
const capabilities = [...standing.map(({ routes, ...capability }): Capability => (routes !== undefined && asked.has(capability.name) ? { ...capability, routes } : capability)), hourglass]
const config = readConfig()
const opened = await openHouse({ config, log: createLog(config.logLevel), capabilities, clock: () => time.now })
const app = await buildApp(opened.house, {
  capabilities, version: 'model', authenticate: async ({ headers }) => ({ userId: headers['x-test-user'] === 'second' ? 'second' : 'owner', name: 'Owner', role: 'owner', rights: everything })
})
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0, databaseUrl: opened.databaseUrl })}\n`)
