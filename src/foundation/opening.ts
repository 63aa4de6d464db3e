/** Opens the house in order (folder, database, migrations, engine, queue) and closes it in the opposite one, whatever happened in between. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { openDb, openPool } from './db.ts'
import { openDuckEngine, openPostgresEngine, type Engine } from './engine.ts'
import { lockDataFolder } from './folder.ts'
import type { Capability, House } from './house.ts'
import type { Log } from './log.ts'
import { migrate } from './migrate.ts'
import { startBundledPostgres } from './postgres.ts'
import { openQueue } from './queue.ts'

export interface Opened {
  readonly house: House
  readonly databaseUrl: string
  readonly close: () => Promise<void>
}

export interface Opening {
  readonly config: Config
  readonly log: Log
  readonly capabilities: readonly Capability[]
  readonly clock?: Clock
}

export async function openHouse({ config, log, capabilities, clock = systemClock }: Opening): Promise<Opened> {
  await using closing = new AsyncDisposableStack()
  const folder = await lockDataFolder(config.dataDir)
  closing.defer(() => folder.release())
  const databaseUrl = config.databaseUrl === '' ? await bundled(config, log, closing) : config.databaseUrl
  const applied = await migrate(databaseUrl)
  if (applied.length > 0) log.debug('migrated', { applied })
  const pool = openPool(databaseUrl)
  closing.defer(() => pool.end())
  const batches = openPool(databaseUrl, 4, { anyValues: true })
  closing.defer(() => batches.end())
  const engine = config.warehouse === 'postgres' ? openPostgresEngine(pool) : await openWarehouse(config, log)
  closing.defer(() => engine.close())
  const base = { config, pool, batches, db: openDb(pool), clock, log, engine, listeners: capabilities.flatMap((one) => one.listeners ?? []) }
  const queue = await openQueue({ ...base, url: databaseUrl, jobs: capabilities.flatMap((one) => one.jobs ?? []) })
  const house: House = { ...base, queue }
  closing.defer(() => queue.stop())
  for (const capability of capabilities) await capability.begin?.(house)
  await queue.start(house)
  const opened = closing.move()
  return { house, databaseUrl, close: () => opened.disposeAsync() }
}

async function bundled(config: Config, log: Log, closing: AsyncDisposableStack): Promise<string> {
  const server = await startBundledPostgres({ dataDir: config.dataDir, log })
  closing.defer(() => server.stop())
  return server.url
}

/** The warehouse is a projection: a file that cannot be opened is thrown away and made again from the record. */
async function openWarehouse(config: Config, log: Log): Promise<Engine> {
  const path = join(config.dataDir, 'warehouse.duckdb')
  const options = { memoryLimit: '2GB', tempDirectory: join(config.dataDir, 'warehouse.tmp') }
  try {
    return await openDuckEngine(path, options)
  } catch (error) {
    log.warn('the warehouse file cannot be opened and is made again', { error })
    rmSync(path, { force: true })
    rmSync(`${path}.wal`, { force: true })
    return openDuckEngine(path, options)
  }
}
