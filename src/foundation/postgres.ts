/**
 * The bundled PostgreSQL: nothing to install, started and stopped by this process, its data in the data folder. It listens on loopback alone, on a free port,
 * behind a random password. After a kill −9 of its parent it lives on, and the next start adopts it.
 */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'
import { asAccount, mayReach, ownerOf, serverAccount, type Account } from './postgres.account.ts'
import { findBinaries, programOf, serverVersion, type Binaries } from './postgres.binaries.ts'
import { clearUnfinished, makeCluster, requireSameMajor, superuser } from './postgres.cluster.ts'
import { choosePlace, findPlace, noteMade, varFolder, type Place } from './postgres.place.ts'
import { pidFileOf, readPidFile, serves, stopServer } from './postgres.process.ts'
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

interface Site { readonly place: Place, readonly binaries: Binaries, readonly account: Account | undefined, readonly logFile: string, readonly log: Log }

const database = 'changke'
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
  const { pid, port, adopted } = await adoptOrLaunch(site, { ...settings, ...wanted })
  await ensureDatabase(place, port)
  return { url: urlOf(place, port, database), adopted, stop: () => stopServer(pid, place.folder, binaries, account) }
}

const urlOf = (place: Place, port: number, name: string): string => `postgres://${superuser}:${place.password}@127.0.0.1:${port}/${name}`

/** The server that outlived its parent, once it is ready; undefined when there is none. One from before an upgrade is stopped. */
async function adopt({ place, binaries, account }: Site): Promise<{ pid: number, port: number } | undefined> {
  for (;;) {
    const left = readPidFile(place.folder)
    if (!left) return undefined
    if (!serves(left.pid, place.folder)) {
      // PostgreSQL takes any living process of its account with that number for itself, after a reboot for example, and would not start.
      rmSync(pidFileOf(place.folder), { force: true })
      return undefined
    }
    if (left.status === 'ready') {
      const version = await askVersion(place, left.port)
      if (version === serverVersion(binaries)) return left
      await stopServer(left.pid, place.folder, binaries, account)
    }
    await sleep(10)
  }
}

async function askVersion(place: Place, port: number): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres') })
  await client.connect()
  const { rows } = await client.query<{ version: string, folder: string }>("select current_setting('server_version') as version, current_setting('data_directory') as folder")
  await client.end()
  const [row] = rows
  if (!row || realpathSync(row.folder) !== realpathSync(place.folder)) throw new Error(`the server on port ${port} serves another folder than ${place.folder}`)
  return row.version
}

async function adoptOrLaunch(site: Site, wanted: Readonly<Record<string, string>>): Promise<{ pid: number, port: number, adopted: boolean }> {
  const { place, logFile, log } = site
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`)
  for (let tries = 1; ; tries++) {
    const left = await adopt(site)
    if (left) return { ...left, adopted: true }
    const before = existsSync(logFile) ? statSync(logFile).size : 0
    const port = Number(wanted['port'] ?? await freePort())
    const pid = await launch(site, { ...wanted, port: String(port) })
    if (pid !== undefined) return { pid, port, adopted: false }
    const said = readFileSync(logFile, 'utf8').slice(before)
    // Another program took the port after we asked for it; a killed server's backends are not gone yet; the server of a killed start was just before us.
    if (tries < 300 && /could not create any TCP\/IP sockets|pre-existing shared memory|lock file ".*" already exists/.test(said)) {
      log.debug('PostgreSQL: once more', { tries })
      await sleep(100)
      continue
    }
    throw new Refusal('postgres.not_started', 500, {
      zh: '内置的 PostgreSQL（{folder}）没有启动：{said}（完整日志：{logFile}）', en: 'The bundled PostgreSQL ({folder}) did not start: {said} (the whole log: {logFile})'
    }, { folder: place.folder, said: said.trim().split('\n').slice(-3).join(' '), logFile })
  }
}

/** The process id of a server that is ready; undefined if it ended instead. Recovery after a crash may take its time. */
async function launch({ place, binaries, account, logFile }: Site, wanted: Readonly<Record<string, string>>): Promise<number | undefined> {
  const out = openSync(logFile, 'a', 0o600)
  const options = Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A session of its own: Ctrl-C in the terminal is for us, and we stop the server when we are done with it.
  const child = spawn(programOf(binaries, 'postgres'), ['-D', place.folder, ...options], { ...asAccount(account), detached: true, stdio: ['ignore', out, out] })
  closeSync(out)
  child.unref()
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  const ended = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  const ready = async (): Promise<number | undefined> => {
    for (let left = readPidFile(place.folder); child.exitCode === null && child.signalCode === null; left = readPidFile(place.folder)) {
      if (left?.pid === child.pid && left?.status === 'ready') return child.pid
      await sleep(5)
    }
    return undefined
  }
  return Promise.race([failed, ended, ready()])
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

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
