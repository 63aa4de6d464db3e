/**
 * The one interface of analytical SQL: the same statement, with named parameters (`$asOf`), on DuckDB and on PostgreSQL.
 * Both answer alike: bigint for int8 and sums cast to it, number for integer and double, `YYYY-MM-DD` for date, Date for instants, text for uuid.
 */
import { DuckDBInstance, DuckDBTypeId, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import type { Pool, PoolClient, QueryResultRow } from 'pg'

export type Scalar = string | number | bigint | boolean | null
export type Params = Readonly<Record<string, Scalar>>

/** Some rows of a long answer: the text of each, and its numbers column by column. */
export interface Piece { readonly keys: readonly string[], readonly numbers: readonly Float64Array[] }

export interface Engine {
  readonly dialect: 'duckdb' | 'postgres'
  readonly all: <Row extends QueryResultRow>(sql: string, params?: Params) => Promise<Row[]>
  readonly run: (sql: string, params?: Params) => Promise<void>
  /** A long answer of numbers, piece by piece in columns: for millions of rows, which as objects would hold up everybody else. The first column is text, the others are numbers (NaN for null). */
  readonly columns: (sql: string, params: Params, take: (piece: Piece) => void | Promise<void>) => Promise<void>
  /** Several statements that see one state of the data, whatever is written meanwhile. On DuckDB the work may also write: all of it or nothing. */
  readonly snapshot: <T>(work: (engine: Engine) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export interface DuckOptions { readonly memoryLimit?: string, readonly threads?: number, readonly tempDirectory?: string }

const mostConnections = 4

/**
 * A DuckDB file or `:memory:`. The file is attached as `store` and used, so that a schema may have the name of the file; what is created in `memory.main`
 * is seen by every connection and gone with the process. Row groups are written as they fill: by default five wait for each other, and of a table of a
 * million rows the thread that commits then writes nearly all.
 */
export async function openDuckEngine(path: string, { memoryLimit = '2GB', threads, tempDirectory }: DuckOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit, preserve_insertion_order: 'false', write_buffer_row_group_count: '1',
    ...(threads === undefined ? {} : { threads: `${threads}` }),
    ...(tempDirectory === undefined ? {} : { temp_directory: tempDirectory })
  })
  const isFile = path !== ':memory:'
  const connect = async (): Promise<DuckDBConnection> => {
    const connection = await instance.connect()
    if (isFile) await connection.run('use store')
    return connection
  }
  const pool = connections(connect)
  try {
    if (isFile) {
      const first = await instance.connect()
      await first.run(`attach '${path.replaceAll("'", "''")}' as store`)
      first.closeSync()
    }
    await pool.with(async () => undefined)
  } catch (error) {
    instance.closeSync()
    throw error
  }
  return {
    dialect: 'duckdb',
    all: (sql, params) => pool.with((connection) => onDuck(connection).all(sql, params)),
    run: (sql, params) => pool.with((connection) => onDuck(connection).run(sql, params)),
    columns: (sql, params, take) => pool.with((connection) => onDuck(connection).columns(sql, params, take)),
    snapshot: (work) => pool.with(async (connection) => {
      await connection.run('begin transaction')
      try {
        const answer = await work(onDuck(connection))
        await connection.run('commit')
        return answer
      } catch (error) {
        await connection.run('rollback').catch(() => undefined)
        throw error
      }
    }),
    close: async () => {
      await pool.close()
      if (isFile) {
        const last = await instance.connect()
        // Writes the log into the file, so that the next start has nothing to replay. What cannot be written now is replayed then.
        await last.run('detach store').catch(() => undefined)
        last.closeSync()
      }
      instance.closeSync()
    }
  }
}

function onDuck(connection: DuckDBConnection): Engine {
  const bound = (sql: string, params: Params): Record<string, DuckDBValue> => Object.fromEntries(namesIn(sql).map((name) => [name, valueOf(params, name)]))
  const engine: Engine = {
    dialect: 'duckdb',
    all: async <Row>(sql: string, params: Params = {}) => {
      const reader = await connection.runAndReadAll(sql, bound(sql, params))
      const days = reader.columnNames().filter((_, column) => reader.columnTypeId(column) === DuckDBTypeId.DATE)
      return reader.getRowObjectsJS().map((row) => withDays(row, days)) as Row[]
    },
    run: async (sql, params = {}) => { await connection.run(sql, bound(sql, params)) },
    columns: async (sql, params, take) => {
      const result = await connection.stream(sql, bound(sql, params))
      for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        const [keys, ...numbers] = Array.from({ length: chunk.columnCount }, (_, at) => chunk?.getColumnVector(at))
        const n = chunk.rowCount
        await take({
          keys: Array.from({ length: n }, (_, row) => String(keys?.getItem(row) ?? '')),
          numbers: numbers.map((column) => Float64Array.from({ length: n }, (_, row) => numberOf(column?.getItem(row))))
        })
        await breath()
      }
    },
    snapshot: (work) => work(engine),
    close: async () => undefined
  }
  return engine
}

/** A connection runs one statement at a time: a few of them, lent in turn. */
function connections(connect: () => Promise<DuckDBConnection>) {
  const idle: DuckDBConnection[] = []
  const waiting: (() => void)[] = []
  let lent = 0
  const take = async (): Promise<DuckDBConnection> => {
    while (lent >= mostConnections) await new Promise<void>((resolve) => { waiting.push(resolve) })
    lent += 1
    return idle.pop() ?? connect()
  }
  return {
    with: async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
      const connection = await take()
      try {
        return await work(connection)
      } finally {
        lent -= 1
        idle.push(connection)
        waiting.shift()?.()
      }
    },
    close: async (): Promise<void> => {
      while (lent > 0) await new Promise<void>((resolve) => { waiting.push(resolve) })
      for (const connection of idle.splice(0)) connection.closeSync()
    }
  }
}

/** The same statements on PostgreSQL. */
export function openPostgresEngine(pool: Pool): Engine {
  const snapshot: Engine['snapshot'] = async (work) => {
    const client = await pool.connect()
    try {
      await client.query('begin isolation level repeatable read read only')
      return await work(onPostgres(client))
    } finally {
      await client.query('rollback').catch(() => undefined)
      client.release()
    }
  }
  // A cursor lives in a transaction.
  return { ...onPostgres(pool), columns: (sql, params, take) => snapshot((engine) => engine.columns(sql, params, take)), snapshot }
}

const pieceRows = 2_048

function onPostgres(source: Pool | PoolClient): Engine {
  const numbered = (sql: string, params: Params): { text: string, values: Scalar[] } => {
    const names = namesIn(sql)
    return { text: sql.replace(parameter, (_, name: string) => `$${names.indexOf(name) + 1}`), values: names.map((name) => valueOf(params, name)) }
  }
  const engine: Engine = {
    dialect: 'postgres',
    all: async <Row extends QueryResultRow>(sql: string, params: Params = {}) => (await source.query<Row>(numbered(sql, params))).rows,
    run: async (sql, params = {}) => { await source.query(numbered(sql, params)) },
    columns: async (sql, params, take) => {
      const { text, values } = numbered(sql, params)
      await source.query({ text: `declare reading no scroll cursor for ${text}`, values })
      for (;;) {
        const { rows } = await source.query<unknown[]>({ text: `fetch ${pieceRows} from reading`, rowMode: 'array' })
        if (rows.length === 0) break
        const width = (rows[0]?.length ?? 1) - 1
        await take({ keys: rows.map(([key]) => String(key)), numbers: Array.from({ length: width }, (_, column) => Float64Array.from(rows, (row) => numberOf(row[column + 1]))) })
      }
      await source.query('close reading')
    },
    snapshot: (work) => work(engine),
    close: async () => undefined
  }
  return engine
}

const numberOf = (value: unknown): number => (value === null || value === undefined ? Number.NaN : Number(value))
/** Lets whoever waits have the thread. */
const breath = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

const parameter = /\$([a-zA-Z]\w*)/g
const namesIn = (sql: string): string[] => [...new Set([...sql.matchAll(parameter)].map((match) => match[1] ?? ''))]

function valueOf(params: Params, name: string): Scalar {
  const value = params[name]
  if (value === undefined) throw new Error(`the statement asks for $${name}, which was not given`)
  return value
}

function withDays(row: Record<string, unknown>, days: readonly string[]): Record<string, unknown> {
  for (const name of days) {
    const value = row[name]
    if (value instanceof Date) row[name] = value.toISOString().slice(0, 10)
  }
  return row
}
