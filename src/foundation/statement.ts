/**
 * Statements that are asked again and again. Written as Kysely's `sql` and answered alike, but the text is composed once for a place in the code: to walk the
 * tree of a small statement takes longer here than the server takes to carry it out.
 */
import { CompiledQuery, isOperationNodeSource, type OperationNode, type RawNode, type ValueNode } from 'kysely'
import type { Db, Trx } from './db.ts'

export interface Answer<Row> { readonly rows: Row[] }
export type Ask = (text: string, values?: unknown[]) => Promise<unknown>
export interface Statement<Row> { readonly execute: (db: Db | Trx) => Promise<Answer<Row>> }

const lent = new WeakMap<Db | Trx, Ask>()

/** This transaction can be asked without Kysely. */
export const lend = (trx: Trx, ask: Ask): void => { lent.set(trx, ask) }

export const askOn = (db: Db | Trx, text: string, values: unknown[]): Promise<unknown> => lent.get(db)?.(text, values) ?? db.executeQuery(CompiledQuery.raw(text, values))

/** What was composed, and the pieces of `sql` that stood in it: with others it is another text. */
interface Composed { readonly text: string, readonly pieces: readonly Pieces[] }
type Pieces = readonly string[]
const composed = new WeakMap<TemplateStringsArray, Composed>()

/** `${…}` is a value, or a piece of Kysely's `sql` with values of its own. */
export const statement = <Row>(strings: TemplateStringsArray, ...parts: readonly unknown[]): Statement<Row> => ({
  execute: (db) => {
    const values: unknown[] = []
    const pieces: Pieces[] = []
    for (const part of parts) collect(part, values, pieces)
    const known = composed.get(strings)
    if (known !== undefined && isSame(known.pieces, pieces)) return askOn(db, known.text, values) as Promise<Answer<Row>>
    const text = compose(strings, parts)
    composed.set(strings, { text, pieces })
    return askOn(db, text, values) as Promise<Answer<Row>>
  }
})

const isSame = (known: readonly Pieces[], now: readonly Pieces[]): boolean =>
  known.length === now.length && known.every((one, at) => one === now[at] || (one.length === now[at]?.length && one.every((piece, place) => piece === now[at]?.[place])))

const isRaw = (node: OperationNode): node is RawNode => node.kind === 'RawNode'
const isValue = (node: OperationNode): node is ValueNode => node.kind === 'ValueNode'

function collect(part: unknown, values: unknown[], pieces: Pieces[]): void {
  if (isOperationNodeSource(part)) collectFrom(part.toOperationNode(), values, pieces)
  else values.push(part)
}

function collectFrom(node: OperationNode, values: unknown[], pieces: Pieces[]): void {
  if (isRaw(node)) {
    pieces.push(node.sqlFragments)
    for (const inner of node.parameters) collectFrom(inner, values, pieces)
  } else if (isValue(node) && node.immediate !== true) values.push(node.value)
  else throw new Error(`a statement is made of text and values, not of ${node.kind}`)
}

function compose(strings: Pieces, parts: readonly unknown[]): string {
  let count = 0
  const next = (): string => {
    count += 1
    return `$${count}`
  }
  const textOf = (pieces: Pieces, inner: (at: number) => string): string => pieces.map((piece, at) => piece + (at < pieces.length - 1 ? inner(at) : '')).join('')
  const ofNode = (node: OperationNode | undefined): string => (node !== undefined && isRaw(node) ? textOf(node.sqlFragments, (at) => ofNode(node.parameters[at])) : next())
  return textOf(strings, (at) => { const part = parts[at]; return isOperationNodeSource(part) ? ofNode(part.toOperationNode()) : next() })
}
