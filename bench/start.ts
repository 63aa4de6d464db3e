/** From the command to the first healthy answer, and what the process holds when nothing happens. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#foundation/ports.ts'
import type { Bench } from './bench.ts'

const root = join(import.meta.dirname, '..')
const npm = process.env['npm_execpath']

export interface Started {
  readonly seconds: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** `npm start` where npm runs us, otherwise what it would run. Ready is when /api/health says so. */
export async function startOn(dataDir: string, viaNpm: boolean): Promise<Started> {
  const port = await freePort()
  const [program, ...words] = viaNpm && npm !== undefined ? [process.env['npm_node_execpath'] ?? process.execPath, npm, 'start'] : [process.execPath, join(root, 'scripts/start.mjs')]
  const from = performance.now()
  const child = spawn(program, words, { cwd: root, detached: true, stdio: 'ignore', env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', PORT: String(port) } })
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await sleep(20)
  }
  return { seconds: (performance.now() - from) / 1_000, pid: child.pid ?? 0, stop: () => stop(child, dataDir) }
}

const isReady = (port: number): Promise<boolean> => fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.ok, () => false)

/** To the whole group, as Ctrl-C does; over when the database is down as well. */
async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  const ended = once(child, 'exit')
  process.kill(-(child.pid ?? 0), 'SIGTERM')
  await ended
  while (isHeld(dataDir)) await sleep(20)
}

function isHeld(dataDir: string): boolean {
  try {
    return readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8') !== ''
  } catch {
    return false
  }
}

const residentMb = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024 / 1e6

export const bench: Bench = {
  name: 'start',
  title: 'Start to ready, and memory when idle (packages installed, console built, bundled PostgreSQL)',
  missing: async () => (process.platform === 'win32' ? 'process groups are not of Windows' : undefined),
  run: async ({ say }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'changke-start-'))
    chmodSync(dataDir, 0o711)
    say('first start, on an empty data folder')
    const first = await startOn(dataDir, true)
    await first.stop()
    say('second start')
    const again = []
    for (let i = 0; i < 3; i++) {
      const started = await startOn(dataDir, true)
      again.push(started.seconds)
      await started.stop()
    }
    say('idle for ten seconds')
    const idle = await startOn(dataDir, false)
    await sleep(10_000)
    const memory = residentMb(idle.pid)
    const before = performance.now()
    await idle.stop()
    const stopping = (performance.now() - before) / 1_000
    rmSync(dataDir, { recursive: true, force: true })
    return [
      { what: 'first start to ready', unit: 's', ours: first.seconds },
      { what: 'second start to ready (median of 3)', unit: 's', ours: again.sort((a, b) => a - b)[1] ?? NaN, limit: { of: 'ours', atMost: 3 } },
      { what: 'end after SIGTERM', unit: 's', ours: stopping },
      { what: 'idle memory of the server process', unit: 'MB', ours: memory }
    ]
  }
}
