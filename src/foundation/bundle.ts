/**
 * Statements that are asked together are one exchange with the server: one write, one answer, one point (Sync) to which it skips where one of them fails. The
 * server keeps each of them parsed and planned by its name, and describes its columns once for a connection. For node-postgres they are one query.
 * Protocol: PostgreSQL documentation, "Message Flow", extended query and pipelining.
 */
import { hash } from 'node:crypto'
import pg, { type PoolClient } from 'pg'
import { isCopy } from './copy.statement.ts'

export interface Asked { readonly text: string, readonly values: readonly unknown[], readonly done: (error: Error | null, result?: unknown) => void }

/** What node-postgres has on a connection and calls of a query, as far as it is used here. */
interface Wire {
  readonly stream: { readonly writable: boolean, readonly write: (bytes: Buffer) => unknown }
  readonly submittedNamedStatements: Record<string, string>
  readonly describe: (portal: unknown) => void
  readonly sync: () => void
  readonly sendCopyFromChunk: (piece: Buffer) => void
  readonly endCopyFrom: () => void
}
interface Statement {
  readonly _result: object
  readonly name: string
  readonly text: string
  readonly submit: (wire: unknown) => unknown
  readonly handleRowDescription: (columns: unknown) => void
  readonly handleDataRow: (row: unknown) => void
  readonly handleCommandComplete: (message: unknown, wire: Wire) => void
  readonly handleReadyForQuery: (wire: Wire) => void
  readonly handleError: (error: Error, wire: Wire) => void
}

/** At most 63 characters are told apart by the server. */
export const nameOf = (text: string): string => hash('sha1', text, 'base64')

/** Of every statement of a connection, by its name, what its rows are; null: it answers none. */
const columnsOf = Symbol('columns')
type Columns = Map<string, unknown>

/** Each is answered by its own `done`, in their order. */
export function askTogether(client: PoolClient, asked: readonly Asked[]): void {
  const { connection, _types } = client as unknown as { readonly connection: { [columnsOf]?: Columns }, readonly _types: unknown }
  client.query(new Bundle(asked, _types, connection[columnsOf] ??= new Map()))
}

class Bundle extends pg.Query {
  readonly #asked: readonly Asked[]
  readonly #types: unknown
  readonly #columns: Columns
  /** Those that the server has not answered yet. */
  readonly #open: Statement[] = []
  #described: unknown = null

  constructor(asked: readonly Asked[], types: unknown, columns: Columns) {
    super({ text: 'several' }, () => undefined)
    this.#asked = asked
    this.#types = types
    this.#columns = columns
    // Answers come in order: what the client notes under the name of its query is noted under the name of the one that is being answered.
    Object.defineProperties(this, { name: { get: () => this.#open[0]?.name }, text: { get: () => this.#open[0]?.text } })
  }

  override submit = (connection: pg.Connection): null => {
    const wire = connection as unknown as Wire
    const pieces: Buffer[] = []
    let isKnown = false
    const collecting: Wire = Object.assign(Object.create(wire), {
      stream: { cork: () => undefined, uncork: () => undefined }, sync: () => undefined, _send: (piece: Buffer) => { pieces.push(piece) },
      describe: (portal: unknown) => { if (!isKnown) wire.describe.call(collecting, portal) }
    })
    for (const { text, values, done } of this.#asked) {
      const rows = isCopy(text, values) ? values : undefined
      let isRefused = false
      const query = new pg.Query({ name: nameOf(text), text, values: rows === undefined ? [...values] : [] }, (error: Error | null | undefined, result: unknown) => { isRefused = true; done(error ?? null, result) })
      const statement = query as unknown as Statement
      Object.assign(statement._result, { _types: this.#types })
      const columns = this.#columns.get(statement.name)
      isKnown = columns !== undefined
      if (isKnown && columns !== null) statement.handleRowDescription(columns)
      statement.submit(collecting)
      // A value that cannot be written is refused before anything of it is sent.
      if (isRefused) continue
      for (const piece of rows ?? []) collecting.sendCopyFromChunk(piece)
      if (rows !== undefined) collecting.endCopyFrom()
      this.#open.push(statement)
    }
    wire.sync.call(collecting)
    if (wire.stream.writable) wire.stream.write(Buffer.concat(pieces))
    return null
  }

  handleRowDescription(columns: unknown): void {
    this.#described = columns
    this.#open[0]?.handleRowDescription(columns)
  }

  handleDataRow(row: unknown): void { this.#open[0]?.handleDataRow(row) }

  handleCommandComplete(message: unknown, wire: Wire): void {
    const statement = this.#open.shift()
    if (statement === undefined) return
    if (!this.#columns.has(statement.name)) this.#columns.set(statement.name, this.#described)
    this.#described = null
    statement.handleCommandComplete(message, wire)
    statement.handleReadyForQuery(wire)
  }

  /** The server passes over those behind the one that fails: they fail because it did, and those of them that it had not parsed before it has not parsed now. */
  handleError(error: Error, wire: Wire): void {
    for (const { name } of this.#open) delete wire.submittedNamedStatements[name]
    for (const statement of this.#open.splice(0)) statement.handleError(error, wire)
  }

  /** The rows are on their way already. */
  handleCopyInResponse(): void { /* Nothing is left to send. */ }

  handleReadyForQuery(wire: Wire): void { if (this.#open.length > 0) this.handleError(new Error('the server left a statement without an answer'), wire) }
}
