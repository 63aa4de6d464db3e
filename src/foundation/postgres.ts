/**
 * The bundled PostgreSQL: nothing to install, started and stopped by this process, its data in the data folder. It listens on loopback alone, on a free port,
 * behind a random password. After a kill −9 of its parent it lives on, and the next start adopts it.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Log } from './log.ts'
import { mayReach, ownerOf, serverAccount } from './postgres.account.ts'
import { findBinaries } from './postgres.binaries.ts'
import { clearUnfinished, makeCluster, requireSameMajor } from './postgres.cluster.ts'
import { adoptOrLaunch, urlOf, type Site } from './postgres.launch.ts'
import { choosePlace, findPlace, noteMade, varFolder, type Place } from './postgres.place.ts'
import { isServing, stopServer } from './postgres.process.ts'
import { Refusal } from './refusal.ts'

export interface BundledOptions {
  readonly dataDir: string
  readonly log: Log
  /** Added to our settings, or instead of them. `fsync: 'off'` is for tests. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface BundledPostgres {
  readonly url: string
  /** Whether it was running already, left by a process that was killed. */
  readonly adopted: boolean
  readonly stop: () => Promise<void>
}

const database = 'changke'
const lookMs = 2_000
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100', timezone: 'UTC', log_timezone: 'UTC', cluster_name: 'changke',
  shared_buffers: '256MB', work_mem: '16MB', maintenance_work_mem: '128MB', max_wal_size: '2GB', checkpoint_timeout: '15min', random_page_cost: '1.1',
  synchronous_commit: 'on', fsync: 'on',
  // A log that holds no personal data: neither the rows that broke a constraint nor the statements that failed.
  log_error_verbosity: 'terse', log_checkpoints: 'off', log_min_error_statement: 'panic',
  // A killed client must not leave its long statement running. Windows cannot tell.
  ...(process.platform !== 'win32' && { client_connection_check_interval: '2s' })
}

export async function startBundledPostgres({ dataDir, log, settings: wanted = {} }: BundledOptions): Promise<BundledPostgres> {
  const known = findPlace(dataDir)
  const made = known !== undefined && existsSync(known.folder)
  const account = made ? ownerOf(known.folder) : serverAccount()
  const place = known ?? choosePlace(dataDir, account)
  const binaries = findBinaries(account, account ? varFolder : dataDir)
  const site: Site = { place, binaries, account, logFile: join(dataDir, 'postgres.log'), log }
  if (!made) {
    await makeCluster(place, binaries, account, wanted['fsync'] !== 'off')
    noteMade(dataDir)
  }
  clearUnfinished(place)
  requireSameMajor(place, binaries)
  requireReach(site)
  const first = await adoptOrLaunch(site, { ...settings, ...wanted })
  await ensureDatabase(place, first.port)
  const stop = lookAfter(site, first.pid, { ...settings, ...wanted, port: String(first.port) })
  return { url: urlOf(place, first.port, database), adopted: first.adopted, stop }
}

/** A server that ends by itself, for want of memory for example, is started again on its port, so that every connection finds it; answers how to stop it. */
function lookAfter(site: Site, first: number, wanted: Readonly<Record<string, string>>): () => Promise<void> {
  const { place, binaries, account, log } = site
  let pid = first
  let mending: Promise<void> | undefined
  const mend = async (): Promise<void> => {
    log.error('PostgreSQL ended by itself and is started again', { log: site.logFile })
    try {
      pid = (await adoptOrLaunch(site, wanted)).pid
    } catch (error) {
      log.error('PostgreSQL did not start again', { error })
    }
    mending = undefined
  }
  const watch = setInterval(() => { if (!isServing(pid, place.folder)) mending ??= mend() }, lookMs)
  watch.unref()
  return async () => {
    clearInterval(watch)
    await mending
    await stopServer(pid, place.folder, binaries, account)
  }
}

async function ensureDatabase(place: Place, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres') })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount === 0) await client.query(`create database ${database}`)
  await client.end()
}

function requireReach({ place, account }: Site): void {
  if (mayReach(account, place.folder)) return
  throw new Refusal('postgres.unreachable', 500, {
    zh: '运行 PostgreSQL 的用户（{name}）进不了 {folder}。请放开上级文件夹的进入权限（chmod o+x），或把数据文件夹移到别处。',
    en: 'The user that runs PostgreSQL ({name}) cannot enter {folder}. Allow passing through the folders above (chmod o+x), or move the data folder elsewhere.'
  }, { folder: place.folder, name: account?.name ?? '' })
}
