/** The record: PostgreSQL 15–18 through Kysely. int8 is read as bigint, date as a `YYYY-MM-DD` string. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg, { type PoolClient } from 'pg'
import { askTogether, isLarge, nameOf, type Asked } from './bundle.ts'
import { isCopy } from './copy.statement.ts'
import { readInstant } from './instant.ts'
import { lend, type Ask } from './statement.ts'
import type { Tables } from './tables.generated.ts'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>
export type { Pool } from 'pg'

const readAs = new Map<number, (text: string) => unknown>([[pg.types.builtins.INT8, BigInt], [pg.types.builtins.DATE, (text) => text], [pg.types.builtins.TIMESTAMPTZ, readInstant]])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && readAs.get(oid)) || pg.types.getTypeParser(oid, format as 'text')
}

/**
 * A pool of at most `max` connections. Losing an idle connection is not an error: the next query opens another. `anyValues`: statements that are kept (`pipelined`)
 * go by plans for any values; for few of them the server would else plan anew each time, which takes longer than to carry them out.
 */
export function openPool(url: string, max = 20, { anyValues = false } = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, types, application_name: 'changke', options: `-c timezone=UTC${anyValues ? ' -c plan_cache_mode=force_generic_plan' : ''}` })
  pool.on('error', () => undefined)
  return pool
}

/** `keepsPlans`: for statements that every request asks: the server keeps them parsed and planned, on each connection. */
export const openDb = (pool: pg.Pool, { keepsPlans = false } = {}): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: {
  options: pool.options, end: () => pool.end(),
  connect: async () => {
    const client = await pool.connect()
    return Object.assign(Object.create(null), { query: askOf(client, keepsPlans), release: (error?: Error | boolean) => { client.release(error) } })
  }
} }) })

/**
 * Statements of one connection as Kysely asks them: a text with its values. Where one of several that were sent together fails, those behind it fail because it
 * did; whoever hears of one of them first is told the cause. Kysely asks those of a transaction one after the other, and goes on with them when one has failed and
 * the rollback is on its way: they would stand outside of it, and be kept.
 */
export function askOf(client: PoolClient, keepsPlans = false): Ask {
  let isOver = false
  return toldTheCause((text, values) => {
    if (isOver && !/^(?:begin|start transaction)\b/.test(text)) throw askedAfter(text)
    isOver = text === 'commit' || text === 'rollback'
    return isCopy(text, values)
      ? new Promise((resolve, reject) => { askTogether(client, [askedOf(text, values, resolve, reject)]) })
      : client.query(keepsPlans && values.length > 0 ? { name: nameOf(text), text, values } : { text, values })
  })
}

const askedAfter = (text: string): Error => new Error(`asked after the end of the transaction: ${text}`)

/** Those that are asked in one breath leave together, with the commit as the last of them where it is asked in that breath too; many rows leave at once with all before them. `giveUp`: what was asked leaves, but no commit; then nothing more does. */
function askInBundles(client: PoolClient): { readonly ask: Ask, readonly commit: () => Promise<unknown>, readonly giveUp: () => void } {
  let waiting: Asked[] = []
  let end: Asked | undefined
  let isEnded = false
  let isLeaving = false
  const leave = (): void => {
    const asked = end === undefined ? waiting : [...waiting, end]
    isEnded ||= end !== undefined
    waiting = []
    end = undefined
    isLeaving = false
    if (asked.length > 0) askTogether(client, asked)
  }
  const soon = (): void => {
    if (!isLeaving) process.nextTick(leave)
    isLeaving = true
  }
  return {
    ask: toldTheCause((text, values) => new Promise((resolve, reject) => {
      if (isEnded) throw askedAfter(text)
      const asked = askedOf(text, values, resolve, reject)
      waiting.push(asked)
      if (isLarge([asked])) leave()
      else soon()
    })),
    commit: () => new Promise((resolve, reject) => {
      end = askedOf('commit', [], resolve, reject)
      soon()
    }),
    giveUp: () => {
      const commit = end
      end = undefined
      leave()
      isEnded = true
      commit?.done(new Error('the transaction was given up before it was committed'))
    }
  }
}

const askedOf = (text: string, values: readonly unknown[], resolve: (result: unknown) => void, reject: (error: Error) => void): Asked =>
  ({ text, values, done: (error, result) => { if (error === null) resolve(result); else reject(error) } })

function toldTheCause(ask: (text: string, values: unknown[]) => Promise<unknown>): Ask {
  let cause: unknown
  return async (text, values = []) => {
    try {
      return await ask(text, values)
    } catch (error) {
      if (error instanceof pg.DatabaseError && afterwards.has(error.code ?? '')) throw cause ?? error
      cause = error
      throw error
    }
  }
}

/** "Current transaction is aborted", and "prepared statement does not exist": it was to be parsed by one behind the one that failed. */
const afterwards: ReadonlySet<string> = new Set(['25P02', '26000'])

/**
 * One transaction whose connection is at hand too: for COPY from a stream, and for what is said to the server in its own words.
 * Kysely is given a pool of exactly this connection.
 */
export async function transact<T>(pool: pg.Pool, work: (trx: Trx, client: PoolClient) => Promise<T>): Promise<T> {
  return withClient(pool, (client) => over(askOf(client)).transaction().execute((trx) => work(trx, client)))
}

/**
 * One transaction of statements that are sent without waiting for the answers before: those that are asked together (`Promise.all`) cost one round trip, and
 * are answered in no promised order among themselves. They are the same few again and again, so the server keeps them parsed and planned. Work that calls
 * `finish` says that what it asks in this breath is the last, and that no answer to it can forbid the commit: the commit leaves with it.
 */
export const pipelined = <T>(pool: pg.Pool, work: PipelinedWork<T>): Promise<T> => openLane(pool).run(work)

export type PipelinedWork<T> = (trx: Trx, finish: () => void) => Promise<T>

async function inPipeline<T>(client: PoolClient, work: PipelinedWork<T>): Promise<T> {
  const { ask, commit, giveUp } = askInBundles(client)
  let committed: Promise<unknown> | undefined
  try {
    const begun = ask('begin')
    const finish = (): void => {
      committed ??= commit()
      committed.catch(() => undefined)
    }
    // Reported where it is waited for.
    begun.catch(() => undefined)
    const trx = over(ask) as Trx
    lend(trx, ask)
    const answer = await work(trx, finish)
    await begun
    const { command } = await (committed ?? commit()) as { readonly command: string }
    if (command !== 'COMMIT') throw new Error('a statement had failed: the transaction was rolled back')
    return answer
  } catch (error) {
    giveUp()
    throw error
  }
}

/**
 * Pipelined transactions in a row on one connection: the next may be run as soon as the one before has called `finish`. Its first statements leave with the last
 * ones of that, and the server goes from the one to the other without waiting for anybody. Where the one before fails after all, the next fails too, with 25P02:
 * the connection takes nobody else then, and it is rolled back when all who are on it have ended. Before that, what one of those still sends would be kept.
 */
export interface Lane { readonly run: <T>(work: PipelinedWork<T>) => Promise<T> }

interface Line { readonly client: PoolClient, readonly lost: () => void, users: number, hasFailed: boolean, isBroken: boolean }

export function openLane(pool: pg.Pool): Lane {
  let open: Line | undefined
  let isTaken = false
  return {
    run: async (work) => {
      if (isTaken) throw new Error('the transaction before has not called finish')
      isTaken = true
      let isLast = true
      const pass = (): void => {
        if (isLast) isTaken = false
        isLast = false
      }
      let line = open
      try {
        // No pause where there is a connection: what leaves in this breath leaves with what is leaving.
        line ??= open = await openLine(pool)
        line.users += 1
        return await inPipeline(line.client, (trx, finish) => work(trx, () => { finish(); pass() }))
      } catch (error) {
        if (line !== undefined) line.hasFailed = true
        throw error
      } finally {
        if (line !== undefined) line.users -= 1
        if (line === open && line !== undefined && (line.hasFailed || line.users === 0)) open = undefined
        pass()
        if (line?.users === 0) await closeLine(line)
      }
    }
  }
}

async function openLine(pool: pg.Pool): Promise<Line> {
  const client = Object.assign(await pool.connect(), { pipeline: true })
  const line: Line = { client, lost: () => { line.isBroken = true }, users: 0, hasFailed: false, isBroken: false }
  client.on('error', line.lost)
  return line
}

async function closeLine(line: Line): Promise<void> {
  const { client, lost, hasFailed } = line
  // Where the connection is lost there is nothing to roll back.
  if (hasFailed) await new Promise((resolve) => { askTogether(client, [askedOf('rollback', [], resolve, resolve)]) })
  client.off('error', lost)
  Object.assign(client, { pipeline: false }).release(line.isBroken)
}

async function withClient<T>(pool: pg.Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  const lost = (): void => { broken = true }
  client.on('error', lost)
  try {
    return await work(client)
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

const over = (query: unknown): Db => {
  const lent = Object.assign(Object.create(null), { query, release: () => undefined })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect: async () => lent, end: async () => undefined, options: {} } }) })
}
