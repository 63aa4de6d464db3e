/** RFM and lifecycle of everybody from all orders: ours, by hand in DuckDB, by hand in PostgreSQL. */
import { createReadStream, mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { openPool } from '#foundation/db.ts'
import { openPostgresEngine } from '#foundation/engine.ts'
import { silentLog } from '#foundation/log.ts'
import { startBundledPostgres } from '#foundation/postgres.ts'
import { timed, type Bench, type Row, type Setting } from './bench.ts'
import { purchases } from './generate.ts'
import { byHand } from './handwritten.ts'
import { asOf, fullWarehouse, ours, spanDays } from './warehouse.ts'

const rounds = 3

export const bench: Bench = {
  name: 'rebuild',
  title: 'RFM and lifecycle of a million customers from ten million orders',
  run: async (setting) => {
    const full = await fullWarehouse(setting)
    const mine: number[] = []
    const hand: number[] = []
    try {
      // In turns, and the best of each: a busy moment then hits neither alone.
      for (let round = 0; round < rounds; round += 1) {
        mine.push((await timed(() => ours(full.engine))).seconds)
        const { seconds, answer } = await timed(() => byHand(full.engine, 'by_hand', asOf, spanDays))
        if (answer.scored !== full.customers) throw new Error(`by hand ${answer.scored} customers were scored, not ${full.customers}`)
        hand.push(seconds)
      }
    } finally { await full.close() }
    const best = Math.min(...mine)
    const postgres = await onPostgres(setting)
    const fromNothing = full.fillSeconds + best
    const rows: readonly Row[] = [
      { what: 'against the query by hand in DuckDB', unit: 's', ours: best, theirs: Math.min(...hand), limit: { of: 'ratio', atMost: 1.5 } },
      { what: 'against the query by hand in PostgreSQL (times faster)', unit: 's', ours: best, theirs: postgres.apart, ratio: postgres.apart / best, limit: { of: 'ratio', atLeast: 15 } },
      { what: 'the same, PostgreSQL\'s rows laid out by customer as ours are (times faster)', unit: 's', ours: best, theirs: postgres.together, ratio: postgres.together / best },
      { what: 'from nothing, rows read from a file and laid out by customer first (PostgreSQL: COPY, vacuum, query; times faster)', unit: 's', ours: fromNothing, theirs: postgres.fill + postgres.apart, ratio: (postgres.fill + postgres.apart) / fromNothing }
    ]
    return rows
  }
}

interface OnPostgres {
  readonly fill: number
  /** Rows in the order in which they were bought. */
  readonly apart: number
  /** A customer's rows together. */
  readonly together: number
}

/** One table without an index to keep, vacuumed and analysed. */
async function onPostgres(setting: Setting): Promise<OnPostgres> {
  const { csv } = await purchases(setting)
  const dataDir = mkdtempSync(join(setting.cache, 'postgres-'))
  chmodSync(dataDir, 0o711)
  const server = await startBundledPostgres({ dataDir, log: silentLog, settings: { fsync: 'off', wal_level: 'minimal', max_wal_senders: '0' } })
  const pool = openPool(server.url, 2)
  try {
    setting.say('filling PostgreSQL')
    const { seconds: fill } = await timed(async () => {
      await pool.query(`create unlogged table by_hand (customer_id uuid, order_id uuid, number text, at timestamptz, day date, channel text, category text, value_minor bigint, cost_minor bigint)`)
      const client = await pool.connect()
      await pipeline(createReadStream(csv), client.query(copyFrom('copy by_hand from stdin (format csv, header)')))
      client.release()
      await pool.query('vacuum analyze by_hand')
    })
    const engine = openPostgresEngine(pool)
    const { seconds: apart } = await timed(() => byHand(engine, 'by_hand', asOf, spanDays))
    setting.say('laying PostgreSQL out by customer')
    await pool.query('create unlogged table by_hand_together as select * from by_hand order by customer_id, day')
    await pool.query('drop table by_hand')
    await pool.query('vacuum analyze by_hand_together')
    const { seconds: together } = await timed(() => byHand(engine, 'by_hand_together', asOf, spanDays))
    return { fill, apart, together }
  } finally {
    await pool.end()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
