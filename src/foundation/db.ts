/** The record: PostgreSQL 15–18 through Kysely. int8 is read as bigint, date as a `YYYY-MM-DD` string. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
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

export const openDb = (pool: pg.Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
