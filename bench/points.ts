/**
 * The points ledger against pgbench simple-update on the same server, in turns: two updates of plain rows and an insert are what this disk and these processors
 * give to a transaction at all. fsync is on for both.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { openPool, pipelined, type Pool } from '#foundation/db.ts'
import { idMaker } from '#foundation/ids.ts'
import { silentLog } from '#foundation/log.ts'
import { migrate } from '#foundation/migrate.ts'
import { freePort } from '#foundation/ports.ts'
import { startBundledPostgres } from '#foundation/postgres.ts'
import { book, settleDue } from '#loyalty/points/points.ts'
import { hashOf, newToken } from '../src/settings/access/token.ts'
import { timed, type Bench, type Row, type Setting } from './bench.ts'
import { findPgbench, openPgbench, type Pgbench } from './pgbench.ts'
import type { Called, Calls } from './points.worker.ts'

/** Short and many: the machine is faster in one minute than in the next. */
const rounds = 6
const inGroup = 500
const parts = { listeners: [], actor: 'bench' }

interface Site { readonly pool: Pool, readonly url: string, readonly pgbench: Pgbench, readonly members: readonly string[], readonly seconds: number, readonly say: Setting['say'] }

/** Ours a second and theirs, in turns: theirs is measured before and after each of ours. */
async function inTurns(site: Site, ours: (round: number) => Promise<number>): Promise<{ readonly ours: number, readonly theirs: number }> {
  const [mine, plain]: [number[], number[]] = [[], [await site.pgbench.run(site.seconds)]]
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await ours(round))
    plain.push(await site.pgbench.run(site.seconds))
  }
  site.say(`ours ${mine.map(Math.round).join(' ')}, pgbench ${plain.map(Math.round).join(' ')} a second`)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return { ours: mean(mine), theirs: mean(plain) }
}

/** Commands a second of three callers who bring 500 each time (one is decided, one written, one committed): earning and spending by turns, each of another member. */
async function throughTheDoor({ pool, members, seconds }: Site, name: string): Promise<number> {
  let count = 0
  const from = performance.now()
  const caller = async (): Promise<void> => {
    while (performance.now() - from < seconds * 1_000) {
      const orders = Array.from({ length: inGroup }, () => {
        count += 1
        const customerId = members[(count * 7_919) % members.length] ?? ''
        return { customerId, currency: 'points', command: { do: count % 2 === 0 ? 'earn' as const : 'redeem' as const, amount: count % 2 === 0 ? '100' : '1', source: 'bench', number: `${name}-${count}` } }
      })
      await pipelined(pool, (trx) => book(trx, parts, orders, new Date()))
    }
  }
  await Promise.all([caller(), caller(), caller()])
  return count / ((performance.now() - from) / 1_000)
}

async function overHttp(calls: Calls): Promise<Called> {
  const worker = new Worker(new URL('points.worker.ts', import.meta.url), { workerData: calls })
  const [answer]: Called[] = await once(worker, 'message')
  if (answer === undefined || answer.failed > 0 || answer.refused > 0) throw new Error(`of ${answer?.done} requests ${answer?.failed} failed and ${answer?.refused} were refused`)
  return answer
}

const percentile = (values: readonly number[], at: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(at * values.length))] ?? NaN

/** The program itself on the same server, asked by a key. */
async function startServer(site: Site, folder: string) {
  const token = newToken()
  await site.pool.query("insert into access.key (key_id, name, prefix, hash, role, created_by, created_at) values ($1, 'bench', 'bench', $2, 'integrator', 'bench', now())", [idMaker(new Date())(), hashOf(token)])
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'server.ts')], {
    stdio: 'ignore', env: { ...process.env, DATA_DIR: join(folder, 'house'), DATABASE_URL: site.url, PORT: `${port}`, RATE_PER_MINUTE: '10000000' }
  })
  while (!(await fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await sleep(50)
  }
  return { port, token, stop: async () => { const ended = once(child, 'exit'); child.kill('SIGTERM'); await ended } }
}

async function httpRows(site: Site, folder: string): Promise<Row[]> {
  const server = await startServer(site, folder)
  const { port, token } = server
  const calls = (name: string, customers: readonly string[], command: Calls['command'], connections = 64): Calls => ({ port, token, customers, command, seconds: site.seconds, connections, name })
  // A server that has been running for a while, as servers have: for its first seconds V8 still compiles it.
  for (const command of ['earn', 'earn', 'redeem', 'redeem', 'redeem', 'redeem'] as const) await overHttp(calls(`warm-${command}-${performance.now()}`, site.members, command))
  const latencies: number[] = []
  site.say('single redeem over HTTP, 64 connections')
  const redeem = await inTurns(site, async (round) => {
    const { done, seconds, latenciesMs } = await overHttp(calls(`redeem-${round}`, site.members, 'redeem'))
    latencies.push(...latenciesMs)
    return done / seconds
  })
  const hot = await overHttp(calls('hot', site.members.slice(0, 1), 'redeem'))
  const earn = await overHttp(calls('earn', site.members, 'earn'))
  await server.stop()
  return [
    { what: 'single redeem over HTTP, 64 connections', unit: '/s', ...redeem, limit: { of: 'ratio', atLeast: 1.5 } },
    { what: 'the same, median time to the answer', unit: 'ms', ours: percentile(latencies, 0.5) }, { what: 'the same, p99', unit: 'ms', ours: percentile(latencies, 0.99) },
    { what: 'hot member: all redeem from one wallet over HTTP', unit: '/s', ours: hot.done / hot.seconds, theirs: redeem.theirs }, { what: 'hot member, p99', unit: 'ms', ours: percentile(hot.latenciesMs, 0.99) },
    { what: 'hot programme: everybody earns at once over HTTP under one policy', unit: '/s', ours: earn.done / earn.seconds, theirs: redeem.theirs }, { what: 'hot programme, p99', unit: 'ms', ours: percentile(earn.latenciesMs, 0.99) }
  ]
}

/** Lots of yesterday's end, five a wallet, written as the ledger writes them, and swept as the job sweeps them. */
async function expiry({ pool, say }: Site, lots: number): Promise<Row> {
  const wallets = Math.max(1, Math.round(lots / 5))
  say(`${wallets * 5} lots that end`)
  await pool.query(`create temporary table who as select gen_random_uuid() as id from generate_series(1, ${wallets});
    insert into record.customer (customer_id, source, created_at, updated_at) select id, 'bench', now(), now() from who;
    insert into points.wallet (customer_id, currency, available, sequence) select id, 'points', 50, 5 from who;
    create temporary table what as select id, n, gen_random_uuid() as lot from who, generate_series(1, 5) n;
    insert into points.lot (customer_id, lot_id, currency, earned, pending, available, held, earned_at, expires_on, policy_version) select id, lot, 'points', 10, 0, 10, 0, now() - interval '1 year', current_date - 2, 0 from what;
    insert into points.entry (customer_id, currency, sequence, kind, from_account, to_account, amount, lot_id, effective_at, inserted_at, policy_version, booking_id, actor)
      select id, 'points', n, 'earn', 'issued', 'available', 10, lot, now() - interval '1 year', now() - interval '1 year', 0, lot, 'bench' from what;
    drop table who, what`)
  await pool.query('vacuum analyze points.lot, points.wallet, points.entry, record.customer')
  const { seconds } = await timed(async () => {
    for (let count = 1; count > 0;) count = await pipelined(pool, (trx) => settleDue(trx, parts, new Date(), inGroup))
  })
  const { rows: [left] } = await pool.query<{ left: number }>('select count(*)::int as left from points.lot where available > 0 and expires_on < current_date - 1')
  if (left?.left !== 0) throw new Error(`${left?.left} lots were not swept`)
  return { what: `expiry of ${wallets * 5} lots by the sweep`, unit: '/s', ours: wallets * 5 / seconds }
}

export const bench: Bench = {
  name: 'points',
  title: 'The points ledger against pgbench simple-update on the same server, fsync on for both',
  missing: async () => (findPgbench() === undefined ? 'no pgbench on the path or in /usr/lib/postgresql' : undefined),
  run: async ({ scale, cache, say }) => {
    const folder = mkdtempSync(join(cache, 'points-'))
    chmodSync(folder, 0o711)
    const server = await startBundledPostgres({ dataDir: folder, log: silentLog })
    const plainUrl = new URL(server.url)
    plainUrl.pathname = '/plain'
    const admin = new pg.Client({ connectionString: server.url })
    const pool = openPool(server.url, 8, { anyValues: true })
    try {
      await admin.connect()
      await admin.query('create database plain')
      await admin.end()
      await migrate(server.url)
      const members = Array.from({ length: Math.max(100, Math.round(20_000 * scale)) }, idMaker(new Date()))
      await pool.query("insert into record.customer (customer_id, source, created_at, updated_at) select unnest($1::uuid[]), 'bench', now(), now()", [members])
      for (let at = 0; at < members.length; at += inGroup) {
        const orders = members.slice(at, at + inGroup).map((customerId) => ({ customerId, currency: 'points', command: { do: 'earn' as const, amount: '1000000' } }))
        await pipelined(pool, (trx) => book(trx, parts, orders, new Date()))
      }
      await pool.query('vacuum analyze')
      const pgbench = await openPgbench(findPgbench() ?? '', plainUrl.href, 20)
      say(`pgbench -N with ${pgbench.clients} clients`)
      const site: Site = { pool, url: server.url, pgbench, members, seconds: Math.max(1, Math.round(3 * scale)), say }
      say('through the door')
      const door = await inTurns(site, (round) => throughTheDoor(site, `door-${round}`))
      return [
        { what: `commands through the door, three callers with groups of ${inGroup}; theirs: pgbench -N, ${pgbench.clients} clients`, unit: '/s', ...door, limit: { of: 'ratio', atLeast: 5 } },
        ...await httpRows(site, folder), await expiry(site, 1_000_000 * scale)
      ]
    } finally {
      await pool.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
