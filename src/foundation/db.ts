/** The record: PostgreSQL 15–18 through Kysely. int8 is read as bigint, date as a `YYYY-MM-DD` string. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg, { type PoolClient } from 'pg'
import { askTogether, nameOf, type Asked } from './bundle.ts'
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
 * did; whoever hears of one of them first is told the cause.
 */
export function askOf(client: PoolClient, keepsPlans = false): Ask {
  return toldTheCause((text, values) => (isCopy(text, values)
    ? new Promise((resolve, reject) => { askTogether(client, [askedOf(text, values, resolve, reject)]) })
    : client.query(keepsPlans && values.length > 0 ? { name: nameOf(text), text, values } : { text, values })))
}

/** Those that are asked in one breath leave together, with what ends the transaction as the last of them where it is asked in that breath too. */
function askInBundles(client: PoolClient): { readonly ask: Ask, readonly commit: () => Promise<unknown>, readonly rollback: () => Promise<unknown> } {
  let waiting: Asked[] = []
  let end: Asked | undefined
  let isEnded = false
  let isLeaving = false
  const leave = (): void => {
    const asked = end === undefined ? waiting : [...waiting, end]
    isEnded = end !== undefined
    waiting = []
    end = undefined
    isLeaving = false
    askTogether(client, asked)
  }
  const soon = (): void => {
    if (!isLeaving) process.nextTick(leave)
    isLeaving = true
  }
  const ending = (text: string): Promise<unknown> => new Promise((resolve, reject) => {
    end = askedOf(text, [], resolve, reject)
    soon()
  })
  return {
    ask: toldTheCause((text, values) => new Promise((resolve, reject) => {
      if (isEnded) throw new Error(`asked after the end of the transaction: ${text}`)
      waiting.push(askedOf(text, values, resolve, reject))
      soon()
    })),
    commit: () => ending('commit'), rollback: () => ending('rollback')
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
 * One transaction whose connection is at hand too: COPY needs the connection, everything else the transaction.
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
  const { ask, commit, rollback } = askInBundles(client)
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
    // Waits for all that was sent before; where the connection is lost there is nothing to roll back.
    await rollback().catch(() => undefined)
    throw error
  }
}

/**
 * Pipelined transactions in a row on one connection: the next may be run as soon as the one before has called `finish`. Its first statements leave with the last
 * ones of that, and the server goes from the one to the other without waiting for anybody. Where the one before fails after all the next fails too, with 25P02.
 */
export interface Lane { readonly run: <T>(work: PipelinedWork<T>) => Promise<T> }

export function openLane(pool: pg.Pool): Lane {
  let client: PoolClient | undefined
  let users = 0
  let isBroken = false
  const lost = (): void => { isBroken = true }
  const leave = (): void => {
    users -= 1
    if (users > 0 || client === undefined) return
    client.off('error', lost)
    Object.assign(client, { pipeline: false }).release(isBroken)
    client = undefined
  }
  return {
    run: async (work) => {
      if (client === undefined) {
        const one = await pool.connect()
        isBroken = false
        one.on('error', lost)
        client = Object.assign(one, { pipeline: true })
      }
      users += 1
      try {
        return await inPipeline(client, work)
      } finally { leave() }
    }
  }
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
