/**
 * Killed at random moments, again and again. What was acknowledged is there afterwards, once; what was not acknowledged can be asked again under its key, and
 * happens once; a first start that was killed never spoils the next. CRASH_SEED and CRASH_KILLS vary a run.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '#foundation/ports.ts'
import { seededRandom, type Random } from '#foundation/random.ts'
import { bundledServer, ownServer, spawnVictim, startVictim, type Server } from './crash.victim.ts'
import { openBooks } from './crash.writes.ts'

const seed = Number(process.env['CRASH_SEED'] ?? 870_757_475)
const kills = Number(process.env['CRASH_KILLS'] ?? 104)
const root = mkdtempSync(join(tmpdir(), 'changke-crash-'))
// Under root the servers run as another account, which must come through.
chmodSync(root, 0o711)
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }))
process.stdout.write(`crash tests: CRASH_SEED=${seed}\n`)

/** Starts, checks what earlier lives acknowledged, writes until it is killed, and so on. */
async function surviveKills(dataDir: string, server: Server, random: Random, rounds: number): Promise<void> {
  const books = openBooks(random)
  for (let round = 0; round < rounds; round++) {
    const victim = await startVictim(dataDir, server.url)
    await books.settle(victim.address)
    await books.inspect(victim.databaseUrl)
    const writing = books.write(victim.address)
    // Now and then late enough that an import is under way.
    if (round % 7 === 3) await books.untilBatch(victim.address)
    await sleep(20 + random.int(300))
    const both = round % 2 === 1
    if (both && random.int(2) === 0) await server.kill()
    await victim.kill()
    await writing
    if (both) await server.kill()
  }
  const victim = await startVictim(dataDir, server.url)
  await books.settle(victim.address)
  await books.finish(victim.address)
  await books.inspect(victim.databaseUrl)
  await books.compare(victim.databaseUrl)
  await victim.kill()
  process.stdout.write(`crash tests: ${rounds} kills; ${books.summary()}\n`)
}

describe.concurrent('killed at random moments of API writes and imports', () => {
  it('loses nothing that was acknowledged: the bundled PostgreSQL, alone and with its parent', async () => {
    const dataDir = join(root, 'bundled')
    await surviveKills(dataDir, bundledServer(dataDir), seededRandom(seed), Math.ceil(kills / 2))
    await bundledServer(dataDir).stop()
  }, 3_600_000)

  it('loses nothing that was acknowledged: a PostgreSQL of one\'s own, alone and together', async () => {
    const server = await ownServer(join(root, 'own-server'))
    await surviveKills(join(root, 'own'), server, seededRandom(seed + 1), Math.ceil(kills / 2))
    await server.stop()
  }, 3_600_000)
})

describe('the first start', () => {
  it('can be killed at any moment, over and over, and the next one works', async () => {
    const random = seededRandom(seed + 2)
    for (const name of ['first-1', 'first-2', 'first-3']) {
      const dataDir = join(root, name)
      for (let round = 0; round < 5; round++) {
        const child = spawnVictim(dataDir)
        await sleep(100 + random.int(1_500))
        child.kill('SIGKILL')
        await once(child, 'exit')
        if (random.int(2) === 0) await bundledServer(dataDir).kill()
      }
      const victim = await startVictim(dataDir)
      expect((await fetch(`${victim.address}/api/health`)).status).toBe(200)
      await victim.kill()
      await bundledServer(dataDir).stop()
    }
  }, 1_200_000)
})

describe('two processes on one data folder', () => {
  it('started at once: one serves, the other says who does, in both languages', async () => {
    const dataDir = join(root, 'two')
    const servers = await Promise.all([serverOn(dataDir), serverOn(dataDir)])
    const [loser] = await Promise.race(servers.map(async (server) => { await once(server.child, 'exit'); return [server] as const }))
    const winner = servers.find((server) => server !== loser)
    expect(loser?.child.exitCode).toBe(1)
    expect(loser?.said()).toContain(`正被另一个常客进程使用（进程号 ${winner?.child.pid}）`)
    expect(loser?.said()).toContain(`Another Changke process (PID ${winner?.child.pid}) is using the data folder ${dataDir}`)
    await vi.waitUntil(async () => (await fetch(`http://127.0.0.1:${winner?.port}/api/health`).catch(() => undefined))?.ok, { timeout: 240_000, interval: 100 })
    winner?.child.kill('SIGTERM')
    await once(winner?.child ?? process, 'exit')
    expect(winner?.child.exitCode).toBe(0)
  }, 400_000)
})

async function serverOn(dataDir: string) {
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/server.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', PORT: String(port) }
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => { said += text.toString() })
  return { child, port, said: () => said }
}
