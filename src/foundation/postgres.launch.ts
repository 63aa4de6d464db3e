/** Brings the server of a cluster up: the one that outlived its parent, or a new one. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'
import { freePort } from './ports.ts'
import { asAccount, type Account } from './postgres.account.ts'
import { programOf, serverVersion, type Binaries } from './postgres.binaries.ts'
import { superuser } from './postgres.cluster.ts'
import type { Place } from './postgres.place.ts'
import { isAlive, pidFileOf, readPidFile, serves, stopServer } from './postgres.process.ts'
import { Refusal } from './refusal.ts'

export interface Site { readonly place: Place, readonly binaries: Binaries, readonly account: Account | undefined, readonly logFile: string, readonly log: Log }
/** Above every system's largest process number. */
const nobodysPid = 2_147_483_646

export interface Running { readonly pid: number, readonly port: number, readonly adopted: boolean }

export const urlOf = (place: Place, port: number, name: string): string => `postgres://${superuser}:${place.password}@127.0.0.1:${port}/${name}`

/** The server that outlived its parent, once it is ready; undefined when there is none. One from before an upgrade is stopped. */
async function adopt({ place, binaries, account }: Site): Promise<{ pid: number, port: number } | undefined> {
  for (;;) {
    const left = readPidFile(place.folder)
    if (!left) return undefined
    if (!serves(left.pid, place.folder)) {
      disown(place.folder, left.pid)
      return undefined
    }
    const version = left.status === 'ready' ? await askVersion(place, left.port) : undefined
    if (version === serverVersion(binaries)) return left
    if (version !== undefined) await stopServer(left.pid, place.folder, binaries, account)
    await sleep(10)
  }
}

/**
 * PostgreSQL takes any living process of its account with that number for itself, after a reboot for example, and would not start. The file itself must stay:
 * by the shared memory that it names the server sees whether backends of a killed predecessor still write.
 */
function disown(cluster: string, pid: number): void {
  if (!isAlive(pid)) return
  const path = pidFileOf(cluster)
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(nobodysPid)))
}

/** The version of the server at the port; undefined while it does not answer, for it may be on its way down. */
async function askVersion(place: Place, port: number): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres') })
  client.on('error', () => undefined)
  let row: { version: string, folder: string } | undefined
  try {
    await client.connect()
    row = (await client.query<{ version: string, folder: string }>("select current_setting('server_version') as version, current_setting('data_directory') as folder")).rows[0]
    await client.end()
  } catch (error) {
    // Whoever is there and refuses the password will go on refusing it.
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28')) throw error
    return undefined
  }
  if (!row || realpathSync(row.folder) !== realpathSync(place.folder)) throw new Error(`the server on port ${port} serves another folder than ${place.folder}`)
  return row.version
}

export async function adoptOrLaunch(site: Site, wanted: Readonly<Record<string, string>>): Promise<Running> {
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
