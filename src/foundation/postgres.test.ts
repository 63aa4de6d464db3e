import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { silentLog } from './log.ts'
import { startBundledPostgres } from './postgres.ts'
import { readPidFile } from './postgres.process.ts'

const root = mkdtempSync(join(tmpdir(), 'changke-postgres-'))
chmodSync(root, 0o755)
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

const isRoot = process.getuid?.() === 0
const settings = { fsync: 'off' }
const start = (dataDir: string) => startBundledPostgres({ dataDir, log: silentLog, settings })

function freshFolder(name: string): string {
  const dataDir = join(root, name)
  mkdirSync(dataDir, { recursive: true })
  return dataDir
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ answer: unknown }>(sql)
  await client.end()
  return rows[0]?.answer
}

/** A process of its own that starts the server of `dataDir` and says its address; it is there to be killed. */
function parent(dataDir: string, uid?: number) {
  const code = `import { startBundledPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))}
    import { silentLog } from ${JSON.stringify(join(import.meta.dirname, 'log.ts'))}
    const { url } = await startBundledPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: silentLog, settings: ${JSON.stringify(settings)} })
    console.log(url); setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'], ...(uid !== undefined && { uid, gid: uid }) })
}

async function started(child: ReturnType<typeof parent>): Promise<string> {
  const [url] = await once(child.stdout, 'data') as [Buffer]
  return url.toString().trim()
}

async function kill(child: ReturnType<typeof parent>): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('the bundled PostgreSQL', () => {
  it('starts on an empty folder, keeps what it was told, and is quick the second time', async () => {
    const dataDir = freshFolder('plain')
    const first = await start(dataDir)
    await ask(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    const made = statSync(join(dataDir, 'postgres', 'PG_VERSION')).mtimeMs
    const second = await start(dataDir)
    // Quick because it is the same cluster, not made again.
    expect(statSync(join(dataDir, 'postgres', 'PG_VERSION')).mtimeMs).toBe(made)
    expect(await ask(second.url, 'select answer from kept')).toBe(42)
    await second.stop()
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log'])
  })

  it('finds Chinese names by their trigrams, sorts by code point, and keeps the time in UTC', async () => {
    const server = await start(freshFolder('chinese'))
    await ask(server.url, 'create extension pg_trgm')
    expect(await ask(server.url, "select cardinality(show_trgm('王小明')) as answer")).toBe(4)
    expect(await ask(server.url, "select lower('É') || current_setting('timezone') || current_setting('server_encoding') || ('a' > 'B') as answer")).toBe('éUTCUTF8true')
    await server.stop()
  })

  it('listens on loopback alone, for who knows the password', async () => {
    const server = await start(freshFolder('closed'))
    const wrong = new URL(server.url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(await ask(server.url, "select current_setting('listen_addresses') || current_setting('unix_socket_directories') as answer")).toBe('127.0.0.1')
    await server.stop()
  })

  it('adopts the server that outlived its killed parent', async () => {
    const dataDir = freshFolder('adopted')
    const child = parent(dataDir)
    const url = await started(child)
    await ask(url, 'create table kept as select 42 as answer')
    await kill(child)
    const server = await start(dataDir)
    expect([server.adopted, server.url]).toEqual([true, url])
    expect(await ask(server.url, 'select answer from kept')).toBe(42)
    await server.stop()
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('recovers when both were killed, and when the pid file names a stranger', async () => {
    const dataDir = freshFolder('killed')
    const child = parent(dataDir)
    await ask(await started(child), 'create table kept as select 42 as answer')
    const pid = readPidFile(join(dataDir, 'postgres'))?.pid ?? 0
    await kill(child)
    process.kill(pid, 'SIGKILL')
    const stale = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
    const server = await start(dataDir)
    expect([server.adopted, await ask(server.url, 'select answer from kept')]).toEqual([false, 42])
    await server.stop()
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), stale.replace(/^\d+/, String(process.pid)))
    const again = await start(dataDir)
    expect([again.adopted, await ask(again.url, 'select answer from kept')]).toEqual([false, 42])
    await again.stop()
  })

  it('is started again, under the same address, when it was killed and its parent was not', async () => {
    const dataDir = freshFolder('mended')
    const server = await start(dataDir)
    await ask(server.url, 'create table kept as select 42 as answer')
    process.kill(readPidFile(join(dataDir, 'postgres'))?.pid ?? 0, 'SIGKILL')
    await vi.waitFor(async () => expect(await ask(server.url, 'select answer from kept')).toBe(42), { timeout: 200_000, interval: 100 })
    await server.stop()
    expect(readPidFile(join(dataDir, 'postgres'))).toBeUndefined()
  })

  it('says so when half of what belongs together is gone', async () => {
    const dataDir = freshFolder('halved')
    await (await start(dataDir)).stop()
    renameSync(join(dataDir, 'postgres'), join(dataDir, 'elsewhere'))
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'postgres.lost' })
    renameSync(join(dataDir, 'elsewhere'), join(dataDir, 'postgres'))
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'postgres.other_major', detail: { theirs: '17', ours: '18' } })
    rmSync(join(dataDir, 'postgres.json'))
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'postgres.lost' })
  })

  it('clears away what a killed first start left', async () => {
    const dataDir = freshFolder('littered')
    mkdirSync(join(dataDir, 'postgres.new-abc', 'data'), { recursive: true })
    await (await start(dataDir)).stop()
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log'])
  })

  it.runIf(isRoot)('keeps the data where its account can reach it when root keeps the folder to itself', async () => {
    const dataDir = freshFolder('closed-off/data')
    chmodSync(dirname(dataDir), 0o700)
    const server = await start(dataDir)
    const { folder } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { folder: string }
    expect(folder).toMatch(/^\/var\/lib\/changke\/\w+\/postgres$/)
    await ask(server.url, 'create table kept as select 42 as answer')
    await server.stop()
    const again = await start(dataDir)
    expect(await ask(again.url, 'select answer from kept')).toBe(42)
    await again.stop()
    rmSync(dirname(folder), { recursive: true })
  })

  it.runIf(isRoot)('lets its account through a data folder that was closed to it', async () => {
    const dataDir = mkdtempSync(join(root, 'own-'))
    await (await start(dataDir)).stop()
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log'])
  })

  it.runIf(isRoot)('works for an ordinary user, and for root afterwards on the same folder', async (test) => {
    const uid = 65_534
    const reaches = spawnSync(process.execPath, [join(import.meta.dirname, 'log.ts')], { uid, gid: uid }).status === 0
    if (!reaches) test.skip('an ordinary user cannot reach these sources')
    const dataDir = freshFolder('ordinary')
    chownSync(dataDir, uid, uid)
    const child = parent(dataDir, uid)
    await ask(await started(child), 'create table kept as select 42 as answer')
    await kill(child)
    const adopted = await start(dataDir)
    expect(adopted.adopted).toBe(true)
    await adopted.stop()
    const server = await start(dataDir)
    expect([server.adopted, await ask(server.url, 'select answer from kept')]).toEqual([false, 42])
    await server.stop()
    expect(existsSync(join(dataDir, 'postgres'))).toBe(true)
  })
})
