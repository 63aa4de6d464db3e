/** A process of the application that is started to be killed, and the PostgreSQL of one's own that it may be given. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { silentLog } from '#foundation/log.ts'
import { freePort } from '#foundation/ports.ts'
import { startBundledPostgres } from '#foundation/postgres.ts'
import { asAccount, giveTo, serverAccount } from '#foundation/postgres.account.ts'
import { readPidFile } from '#foundation/postgres.process.ts'

export interface Victim {
  readonly address: string
  readonly databaseUrl: string
  readonly kill: () => Promise<void>
}

const script = join(import.meta.dirname, 'crash.process.ts')

export const spawnVictim = (dataDir: string, databaseUrl = ''): ChildProcess =>
  spawn(process.execPath, [script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '..', 'node_modules/.cache/changke'), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, RATE_PER_MINUTE: '10000000', LOG_LEVEL: 'error' }
  })

/** Waits until it serves; a start that fails is the failure this test looks for. */
export async function startVictim(dataDir: string, databaseUrl = ''): Promise<Victim> {
  const child = spawnVictim(dataDir, databaseUrl)
  const exited = once(child, 'exit')
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => { complaint += text.toString() })
  const said = child.stdout ? once(createInterface(child.stdout), 'line') : exited
  const [line] = await Promise.race([said, exited.then(() => [''])])
  if (typeof line !== 'string' || line === '') throw new Error(`the process did not start again: ${complaint}`)
  const { port, databaseUrl: url }: { port: number, databaseUrl: string } = JSON.parse(line)
  return {
    address: `http://127.0.0.1:${port}`,
    databaseUrl: url,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    }
  }
}

/** A PostgreSQL that is not the process's: killed and brought back by the test. */
export interface Server {
  readonly url: string
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The one that the process bundles. */
export const bundledServer = (dataDir: string): Server => ({
  url: '',
  kill: async () => killNow(readPidFile(join(dataDir, 'postgres'))?.pid),
  stop: async () => (await startBundledPostgres({ dataDir, log: silentLog })).stop()
})

const debian = '/usr/lib/postgresql/15/bin'

/** The machine's PostgreSQL 15 where there is one, otherwise a second bundled one; `kill` also starts it again. */
export const ownServer = (folder: string): Promise<Server> => (existsSync(join(debian, 'postgres')) ? debianServer(folder) : secondBundled(folder))

async function secondBundled(folder: string): Promise<Server> {
  mkdirSync(folder, { recursive: true })
  const start = (port?: string) => startBundledPostgres({ dataDir: folder, log: silentLog, settings: port === undefined ? {} : { port } })
  const first = await start()
  const { port } = new URL(first.url)
  return {
    url: first.url,
    kill: async () => {
      killNow(readPidFile(join(folder, 'postgres'))?.pid)
      await start(port)
    },
    stop: async () => (await start(port)).stop()
  }
}

async function debianServer(folder: string): Promise<Server> {
  const account = serverAccount()
  mkdirSync(folder, { recursive: true })
  giveTo(account, folder)
  const port = await freePort()
  const url = `postgres://changke@127.0.0.1:${port}/postgres`
  const cluster = join(folder, 'cluster')
  const run = (program: string, args: readonly string[]): ChildProcess => spawn(join(debian, program), args, { ...asAccount(account), stdio: 'ignore' })
  const launch = (): ChildProcess => run('postgres', ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='])
  const [code] = await once(run('initdb', ['-D', cluster, '-U', 'changke', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']), 'exit')
  if (code !== 0) throw new Error(`initdb of ${debian} ended with ${String(code)}`)
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = launch()
    // Started while the backends of its killed predecessor still live, it gives up: then once more.
    while (!(await answers(url))) {
      if (child.exitCode !== null) child = launch()
      await sleep(50)
    }
  }
  const end = async (signal: 'SIGKILL' | 'SIGINT'): Promise<void> => {
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  await start()
  return {
    url,
    kill: async () => {
      await end('SIGKILL')
      await start()
    },
    stop: () => end('SIGINT')
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function killNow(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
}
