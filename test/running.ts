/** The real program in a process of its own, as `npm start` runs it, on a free port and a folder that is thrown away. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#foundation/ports.ts'

export interface Running {
  readonly address: string
  /** The one-time link that the server printed for the first owner. */
  readonly firstLink: string
  readonly said: () => string
  readonly stop: () => Promise<void>
}

export interface Start { readonly words?: readonly string[], readonly databaseUrl?: string, readonly secondsToStart?: number }

export async function startServer({ words = [], databaseUrl, secondsToStart = 400 }: Start = {}): Promise<Running> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'changke-running-'))
  chmodSync(folder, 0o755)
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'server.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: `${port}`, DATA_DIR: join(folder, 'data'), DATABASE_URL: databaseUrl ?? '', RATE_PER_MINUTE: '100000', PUBLIC_URL: '' }
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said += piece.toString() })
  const ended = new Promise<void>((resolve) => { child.once('close', () => resolve()) })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  for (let waited = 0; waited < secondsToStart * 10; waited += 1) {
    const firstLink = /http:\/\/\S+\/first#[\w-]+/.exec(said)?.[0]
    if (firstLink !== undefined) return { address: `http://localhost:${port}`, firstLink, said: () => said, stop }
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error(`the server did not start:\n${said}`)
}
