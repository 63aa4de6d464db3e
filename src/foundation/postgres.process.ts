/** The server as a process: its pid file, whether it lives, how it is stopped. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAccount, type Account } from './postgres.account.ts'
import { programOf, type Binaries } from './postgres.binaries.ts'

export interface PidFile { readonly pid: number, readonly port: number, readonly status: string }

export const pidFileOf = (cluster: string): string => join(cluster, 'postmaster.pid')

/** What postmaster.pid says: line 1 the process, line 4 the port, line 8 starting, ready, stopping or standby. */
export function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(pidFileOf(cluster), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Whether the process is the server of this very cluster, and not a stranger, or a corpse nobody buried, that has its number by now. In doubt it is: a pid file
 * taken from a living server costs the data.
 */
export function serves(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'win32') return execFileSync('tasklist', ['/FI', `PID eq ${pid}`], { encoding: 'utf8', windowsHide: true }).includes('postgres')
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
    // Everybody may read this, whereas a root without its powers, as in a container, may not ask for the working folder of another account's process.
    const [program = '', flag, folder = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return basename(program) === 'postgres' && flag === '-D' && (folder === cluster || !existsSync(folder))
  } catch {
    return isAlive(pid)
  }
}

/** The same, cheap enough to ask again and again. */
export const isServing = (pid: number, cluster: string): boolean => (process.platform === 'linux' ? serves(pid, cluster) : isAlive(pid))

/** Fast shutdown: open transactions are rolled back, everything committed is written down. After a minute without an end, the way a crash would end it. */
export async function stopServer(pid: number, cluster: string, binaries: Binaries, account: Account | undefined): Promise<void> {
  const gone = (): boolean => readPidFile(cluster)?.pid !== pid || !serves(pid, cluster)
  if (gone()) return
  if (process.platform === 'win32') {
    execFileSync(programOf(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], { ...asAccount(account), stdio: 'ignore' })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let waited = 0; !gone(); waited += 10) {
    if (waited === 60_000) process.kill(pid, 'SIGQUIT')
    await sleep(10)
  }
}
