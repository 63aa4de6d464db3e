/**
 * A PostgreSQL for each worker, without fsync, its database `changke` migrated once and copied for each test file. Not one for all: what was written last
 * may be read only when no older transaction runs, whose database it is in, so files beside each other would keep each other waiting.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { silentLog } from '#foundation/log.ts'
import { migrate } from '#foundation/migrate.ts'
import { startBundledPostgres } from '#foundation/postgres.ts'
import { isAlive, readPidFile, serves } from '#foundation/postgres.process.ts'

declare module 'vitest' {
  interface ProvidedContext { testServers: readonly string[] }
}

const prefix = 'changke-tests-'
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', shared_buffers: '128MB', wal_level: 'minimal', max_wal_senders: '0' }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  clearKilledRuns()
  const servers = await Promise.all(Array.from({ length: Math.max(1, project.config.maxWorkers) }, startMigrated))
  project.provide('testServers', servers.map(({ url }) => url))
  return async () => { await Promise.all(servers.map(({ stop }) => stop())) }
}

async function startMigrated() {
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const server = await startBundledPostgres({ dataDir, log: silentLog, settings })
  await migrate(server.url)
  return {
    url: server.url,
    stop: async (): Promise<void> => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
  }
}

/** A run that was killed left its server and its folder. */
function clearKilledRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (isAlive(Number(name.slice(prefix.length).split('-')[0]))) continue
    const folder = join(tmpdir(), name)
    const cluster = join(folder, 'postgres')
    const left = readPidFile(cluster)
    if (left && serves(left.pid, cluster)) process.kill(left.pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
