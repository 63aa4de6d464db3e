/**
 * Statements that are asked together are one exchange with the server: one write, one answer, one point (Sync) to which it skips where one of them fails. The
 * server keeps each of them parsed and planned by its name, and describes its columns once for a connection. For node-postgres they are one query.
 * Protocol: PostgreSQL documentation, "Message Flow", extended query and pipelining.
 */
import { hash } from 'node:crypto'
import pg, { type PoolClient } from 'pg'
import { isCopy } from './copy.statement.ts'
import { putInt4 } from './bytes.ts'

export interface Asked { readonly text: string, readonly values: readonly unknown[], readonly done: (error: Error | null, result?: unknown) => void }

/** With more rows than one piece holds: they leave at once as they lie, without being copied together. */
export const isLarge = (asked: readonly Pick<Asked, 'text' | 'values'>[]): boolean =>
  asked.some(({ text, values }) => isCopy(text, values) && values.reduce((sum, { length }) => sum + length, 0) > largeBytes)
const largeBytes = 65_536

/** Of a message with rows of COPY. */
function copyHead(length: number): Buffer {
  const head = Buffer.allocUnsafe(5)
  head[0] = 100
  putInt4(length + 4, head, 1)
  return head
}

/** At most 63 characters are told apart by the server. */
export const nameOf = (text: string): string => hash('sha1', text, 'base64')

/** Each is answered by its own `done`, in their order. */
export function askTogether(client: PoolClient, asked: readonly Asked[]): void {
  const { connection, _types } = client as unknown as { readonly connection: { [plansOf]?: Plans }, readonly _types: Types }
  client.query(new Bundle(asked, _types, connection[plansOf] ??= new Map()))
}

interface Types { readonly getTypeParser: (oid: number, format: string) => (text: string) => unknown }
interface Column { readonly name: string, readonly dataTypeID: number, readonly format: string }
interface Parsed { readonly name: string, readonly parse: (text: string) => unknown }
/** What is known of a statement on a connection, by its text; no columns: it answers none, undefined: the server has not said. */
interface Plan { readonly name: string, columns: readonly Parsed[] | undefined }
type Plans = Map<string, Plan>
const plansOf = Symbol('plans')

/** Writes a message of the protocol; node-postgres calls it with each. */
interface Writer { readonly _send: (piece: Buffer) => void }
/** What node-postgres has on a connection and calls of a query, as far as it is used here. */
interface Wire {
  readonly stream: { readonly writable: boolean, readonly write: (bytes: Buffer) => unknown, readonly cork: () => void, readonly uncork: () => void }
  /** By their names the texts that the server has parsed, and that are on their way to it. */
  readonly parsedStatements: Record<string, string>
  readonly submittedNamedStatements: Record<string, string>
  readonly parse: (this: Writer, statement: { readonly name: string, readonly text: string }) => void
  readonly bind: (this: Writer, portal: { readonly statement: string, readonly values: readonly unknown[], readonly valueMapper: (value: unknown) => unknown }) => void
  readonly describe: (this: Writer, portal: { readonly type: 'P', readonly name: string }) => void
  readonly execute: (this: Writer, portal: object) => void
  readonly sync: (this: Writer) => void
  readonly endCopyFrom: (this: Writer) => void
}
const { prepareValue } = (pg as unknown as { readonly utils: { readonly prepareValue: (value: unknown) => unknown } }).utils

/** One of them that was sent, and what has come of it. */
interface Sent { readonly asked: Asked, readonly plan: Plan, readonly rows: unknown[], broken: Error | undefined }

class Bundle extends pg.Query {
  readonly #asked: readonly Asked[]
  readonly #types: Types
  readonly #plans: Plans
  /** Those that the server has not answered yet. */
  readonly #open: Sent[] = []

  constructor(asked: readonly Asked[], types: Types, plans: Plans) {
    super('several', () => undefined)
    this.#asked = asked
    this.#types = types
    this.#plans = plans
  }

  // Answers come in order: what the client notes under the name of its query is noted under the name of the one that is being answered.
  static {
    const noted = (of: (sent: Sent) => string): PropertyDescriptor => ({ get(this: Bundle) { const [first] = this.#open; return first && of(first) }, set() { /* What node-postgres would call all of them. */ } })
    Object.defineProperties(this.prototype, { name: noted(({ plan }) => plan.name), text: noted(({ asked }) => asked.text) })
  }

  override submit = (connection: pg.Connection): null => {
    const wire = connection as unknown as Wire
    const pieces: Buffer[] = []
    for (const asked of this.#asked) this.#send(wire, asked, pieces)
    wire.sync.call({ _send: (piece) => { pieces.push(piece) } })
    const { stream } = wire
    if (stream.writable) {
      stream.cork()
      if (isLarge(this.#asked)) {
        for (const piece of pieces) stream.write(piece)
        stream.uncork()
      } else {
        stream.write(Buffer.concat(pieces))
        process.nextTick(() => { stream.uncork() })
      }
    }
    return null
  }

  #send(wire: Wire, asked: Asked, all: Buffer[]): void {
    const { text, values, done } = asked
    let plan = this.#plans.get(text)
    if (plan === undefined) {
      plan = { name: nameOf(text), columns: undefined }
      this.#plans.set(text, plan)
    }
    const { name } = plan
    const pieces: Buffer[] = []
    const out: Writer = { _send: (piece) => { pieces.push(piece) } }
    const rows = isCopy(text, values) ? values : undefined
    const isParsed = wire.parsedStatements[name] !== undefined || wire.submittedNamedStatements[name] !== undefined
    if (!isParsed) wire.parse.call(out, { name, text })
    try {
      wire.bind.call(out, { statement: name, values: rows === undefined ? values : [], valueMapper: prepareValue })
    } catch (error) {
      // A value that cannot be written is refused before anything of it is sent.
      done(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (!isParsed) wire.submittedNamedStatements[name] = text
    if (plan.columns === undefined) wire.describe.call(out, { type: 'P', name: '' })
    wire.execute.call(out, {})
    for (const piece of rows ?? []) pieces.push(copyHead(piece.length), piece)
    if (rows !== undefined) wire.endCopyFrom.call(out)
    all.push(...pieces)
    this.#open.push({ asked, plan, rows: [], broken: undefined })
  }

  handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    const plan = this.#open[0]?.plan
    if (plan !== undefined) plan.columns = fields.map(({ name, dataTypeID, format }) => ({ name, parse: this.#types.getTypeParser(dataTypeID, format) }))
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const sent = this.#open[0]
    if (sent === undefined || sent.broken !== undefined) return
    const { columns = [] } = sent.plan
    const row: Record<string, unknown> = {}
    try {
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at]
        const text = fields[at]
        if (column !== undefined) row[column.name] = text === null || text === undefined ? null : column.parse(text)
      }
    } catch (error) {
      sent.broken = error instanceof Error ? error : new Error(String(error))
    }
    sent.rows.push(row)
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const sent = this.#open.shift()
    if (sent === undefined) return
    const { asked, plan, rows, broken } = sent
    plan.columns ??= []
    // "INSERT 0 5", "UPDATE 5", "COMMIT": what was done, and to how many rows.
    const [command = '', ...counts] = text.split(' ')
    const count = counts.at(-1)
    asked.done(broken ?? null, { command, rowCount: count === undefined ? null : Number(count), rows })
  }

  /** The server passes over those behind the one that fails: they fail because it did, and those of them that it had not parsed before it has not parsed now. */
  handleError(error: Error, wire: Wire): void {
    for (const { plan } of this.#open) delete wire.submittedNamedStatements[plan.name]
    for (const { asked } of this.#open.splice(0)) asked.done(error)
  }

  /** The rows are on their way already. */
  handleCopyInResponse(): void { /* Nothing is left to send. */ }

  handleReadyForQuery(wire: Wire): void { if (this.#open.length > 0) this.handleError(new Error('the server left a statement without an answer'), wire) }
}
