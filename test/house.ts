/** A whole house for a test file: its own database, the real application, requests as whoever the test says. No mocks of our own code. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { persistently } from '#foundation/again.ts'
import { buildApp } from '#foundation/app.ts'
import { readConfig } from '#foundation/config.ts'
import type { Capability, House } from '#foundation/house.ts'
import type { Actor, HouseApp } from '#foundation/http.ts'
import { silentLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import { capabilities as standing } from '../src/server.ts'
import { createTestDatabase } from './postgres.ts'

export interface TestHouse {
  readonly house: House
  readonly app: HouseApp
  /** The clock of the house: set it to move time. */
  readonly time: { now: Date }
  readonly databaseUrl: string
  /** A request as the owner; POST, PUT, PATCH and DELETE get a fresh Idempotency-Key unless the test gives one. */
  readonly ask: (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object, options?: Partial<InjectOptions>) => Promise<LightMyRequestResponse>
  /** A request as somebody with just these rights. */
  readonly askAs: (rights: readonly string[], method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) => Promise<LightMyRequestResponse>
  /** Empties these tables. What a test left to the queue may still be at work on them: it is waited for, and who meets it all the same tries again. */
  readonly emptied: (tables: string) => Promise<void>
  readonly close: () => Promise<void>
}

const everything: ReadonlySet<string> = new (class extends Set<string> { override has(): boolean { return true } })()

/** `now` is where the clock stands; `guests` are capabilities that only this test has. */
export async function buildTestHouse(now = new Date('2026-11-21T09:00:00Z'), guests: readonly Capability[] = []): Promise<TestHouse> {
  const capabilities = [...standing, ...guests]
  const time = { now }
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'changke-test-'))
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, RATE_PER_MINUTE: '10000000' })
  const opened = await openHouse({ config, log: silentLog, capabilities, clock: () => time.now })
  const app = await buildApp(opened.house, {
    capabilities, version: 'test',
    authenticate: async (request): Promise<Actor> => {
      const rights = request.headers['x-test-rights']
      return { userId: 'tester', name: 'Tester', role: 'owner', rights: typeof rights === 'string' ? new Set(rights.split(',')) : everything }
    }
  })
  let key = 0
  const send = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload: object | undefined, headers: Record<string, string>, options: Partial<InjectOptions> = {}) =>
    app.inject({
      method, url, ...options, ...(payload === undefined ? {} : { payload }),
      headers: { ...(method === 'GET' ? {} : { 'idempotency-key': `test-key-${++key}` }), ...headers, ...options.headers }
    })
  return {
    house: opened.house, app, time, databaseUrl: database.url,
    ask: (method, url, payload, options) => send(method, url, payload, {}, options),
    askAs: (rights, method, url, payload) => send(method, url, payload, { 'x-test-rights': rights.join(',') }),
    emptied: (tables) => persistently(async () => {
      await opened.house.queue.settled()
      await sql.raw(`truncate ${tables}`).execute(opened.house.db)
    }),
    close: async () => {
      await app.close()
      await opened.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
  }
}
