/** The one interface of analytical SQL: the same statement, with named parameters (`$asOf`), on DuckDB and on PostgreSQL. */
import { DuckDBInstance, DuckDBTypeId, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import type { Pool, QueryResultRow } from 'pg'

export type Scalar = string | number | bigint | boolean | null
export type Params = Readonly<Record<string, Scalar>>

export interface Engine {
  readonly dialect: 'duckdb' | 'postgres'
  readonly all: <Row extends QueryResultRow>(sql: string, params?: Params) => Promise<Row[]>
  readonly run: (sql: string, params?: Params) => Promise<void>
  readonly close: () => Promise<void>
}

export interface DuckEngine extends Engine {
  readonly dialect: 'duckdb'
  readonly connection: DuckDBConnection
}

export interface DuckOptions { readonly memoryLimit?: string, readonly threads?: number, readonly tempDirectory?: string }

/** A DuckDB file or `:memory:`. Statements of one connection run one after the other. */
export async function openDuckEngine(path: string, { memoryLimit = '2GB', threads, tempDirectory }: DuckOptions = {}): Promise<DuckEngine> {
  const instance = await DuckDBInstance.create(path, {
    memory_limit: memoryLimit,
    ...(threads === undefined ? {} : { threads: `${threads}` }),
    ...(tempDirectory === undefined ? {} : { temp_directory: tempDirectory })
  })
  const connection = await instance.connect()
  const bound = (sql: string, params: Params): Record<string, DuckDBValue> =>
    Object.fromEntries(namesIn(sql).map((name) => [name, valueOf(params, name)]))
  return {
    dialect: 'duckdb',
    connection,
    all: async <Row>(sql: string, params: Params = {}) => {
      const reader = await connection.runAndReadAll(sql, bound(sql, params))
      const days = reader.columnNames().filter((_, column) => reader.columnTypeId(column) === DuckDBTypeId.DATE)
      return reader.getRowObjectsJS().map((row) => withDays(row, days)) as Row[]
    },
    run: async (sql, params = {}) => { await connection.run(sql, bound(sql, params)) },
    close: async () => { connection.closeSync(); instance.closeSync() }
  }
}

/** The same statements on PostgreSQL. */
export function openPostgresEngine(pool: Pool): Engine {
  const numbered = (sql: string, params: Params): { text: string, values: Scalar[] } => {
    const names = namesIn(sql)
    return { text: sql.replace(parameter, (_, name: string) => `$${names.indexOf(name) + 1}`), values: names.map((name) => valueOf(params, name)) }
  }
  return {
    dialect: 'postgres',
    all: async <Row extends QueryResultRow>(sql: string, params: Params = {}) => (await pool.query<Row>(numbered(sql, params))).rows,
    run: async (sql, params = {}) => { await pool.query(numbered(sql, params)) },
    close: async () => undefined
  }
}

const parameter = /\$([a-zA-Z]\w*)/g
const namesIn = (sql: string): string[] => [...new Set([...sql.matchAll(parameter)].map((match) => match[1] ?? ''))]

function valueOf(params: Params, name: string): Scalar {
  const value = params[name]
  if (value === undefined) throw new Error(`the statement asks for $${name}, which was not given`)
  return value
}

/** Both engines answer alike: bigint for int8 and sums cast to it, number for double, `YYYY-MM-DD` for date, Date for instants, text for uuid. */
function withDays(row: Record<string, unknown>, days: readonly string[]): Record<string, unknown> {
  for (const name of days) {
    const value = row[name]
    if (value instanceof Date) row[name] = value.toISOString().slice(0, 10)
  }
  return row
}
