/** pgbench simple-update on the server of the run: what its disk and its processors give to the plainest transaction there is. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The newest that is found: on the path, or where Debian keeps its versions. */
export function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  return [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))].map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file))
}

export interface Pgbench {
  /** Chosen as the best of a few. */
  readonly clients: number
  /** Transactions a second. */
  readonly run: (seconds: number) => Promise<number>
}

/** `url`: a database of its own. */
export async function openPgbench(program: string, url: string, scale: number): Promise<Pgbench> {
  await execute(program, ['-i', '-q', '-s', `${scale}`, url])
  const run = async (clients: number, seconds: number): Promise<number> => {
    const { stdout } = await execute(program, ['-N', '-n', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`, url])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  }
  let best = { clients: 0, tps: 0 }
  for (const clients of [8, 16, 32, 64]) {
    const tps = await run(clients, 3)
    if (tps > best.tps) best = { clients, tps }
  }
  return { clients: best.clients, run: (seconds) => run(best.clients, seconds) }
}
