/** The record: PostgreSQL 15–18 through Kysely. int8 is read as bigint, date as a `YYYY-MM-DD` string. */
import { hash } from 'node:crypto'
import type { Socket } from 'node:net'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg, { type PoolClient } from 'pg'
import { CopyStatement, isCopy } from './copy.statement.ts'
import type { Tables } from './tables.generated.ts'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>
export type { Pool } from 'pg'

const int8 = 20
const date = 1082
const readAs = new Map<number, (text: string) => unknown>([[int8, BigInt], [date, (text) => text]])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && readAs.get(oid)) || pg.types.getTypeParser(oid, format as 'text')
}

/** A pool of at most `max` connections. Losing an idle connection is not an error: the next query opens another. */
export function openPool(url: string, max = 20): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, types, application_name: 'changke', options: '-c timezone=UTC' })
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
export function askOf(client: PoolClient, keepsPlans = false): (text: string, values?: unknown[]) => Promise<unknown> {
  let cause: unknown
  const ask = (text: string, values: unknown[]): Promise<unknown> => (isCopy(text, values)
    ? new Promise((resolve, reject) => { client.query(new CopyStatement(text, values as Buffer[], (error, result) => { if (error === null || error === undefined) resolve(result); else reject(error) })) })
    : client.query(keepsPlans && values.length > 0 ? { name: nameOf(text), text, values } : { text, values }))
  return async (text, values = []) => {
    try {
      return await ask(text, values)
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === transactionFailed) throw cause ?? error
      cause = error
      throw error
    }
  }
}

/** "Current transaction is aborted, commands ignored until end of transaction block." */
const transactionFailed = '25P02'

/**
 * One transaction whose connection is at hand too: COPY needs the connection, everything else the transaction.
 * Kysely is given a pool of exactly this connection.
 */
export async function transact<T>(pool: pg.Pool, work: (trx: Trx, client: PoolClient) => Promise<T>): Promise<T> {
  return withClient(pool, (client) => over(askOf(client)).transaction().execute((trx) => work(trx, client)))
}

/**
 * One transaction of statements that are sent without waiting for the answers before: those that are asked together (`Promise.all`) cost one round trip, and
 * are answered in no promised order among themselves. They are the same few again and again, so the server keeps them parsed and planned.
 */
export async function pipelined<T>(pool: pg.Pool, work: (trx: Trx) => Promise<T>): Promise<T> {
  return withClient(pool, async (client) => {
    const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection
    const ask = askOf(client, true)
    let isCorked = false
    // Statements that are asked together leave together: one write for all of them.
    const cork = (): void => {
      if (isCorked) return
      isCorked = true
      stream.cork()
      process.nextTick(() => { isCorked = false; stream.uncork() })
    }
    const query = (text: string, values: unknown[]): Promise<unknown> => {
      cork()
      return ask(text, values)
    }
    Object.assign(client, { pipeline: true })
    try {
      cork()
      const begun = client.query('begin')
      // Reported where it is waited for.
      begun.catch(() => undefined)
      const answer = await work(over(query) as Trx)
      await begun
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('a statement had failed: the transaction was rolled back')
      return answer
    } catch (error) {
      // Waits for all that was sent before; where the connection is lost there is nothing to roll back.
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally { Object.assign(client, { pipeline: false }) }
  })
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

/** At most 63 characters are told apart by the server. */
const nameOf = (text: string): string => hash('sha1', text, 'base64')
