/** Databases for tests: each a copy of the migrated template, made in a tenth of a second. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** The one of this worker. */
function testServer(): string {
  const servers = inject('testServers')
  return servers[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % servers.length] ?? ''
}

export interface TestDatabase { readonly url: string, readonly drop: () => Promise<void> }

export async function createTestDatabase(): Promise<TestDatabase> {
  const template = testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(template, `create database ${name} template changke strategy file_copy`)
  return {
    url: addressOf(template, name),
    drop: () => onServer(template, `drop database if exists ${name} with (force)`)
  }
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const template = testServer()
  const name = `empty_${randomBytes(6).toString('hex')}`
  await onServer(template, `create database ${name}`)
  return { url: addressOf(template, name), drop: () => onServer(template, `drop database if exists ${name} with (force)`) }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(server, 'postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
