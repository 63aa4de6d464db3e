/** From the rows of one order number to facts: a sale, and what undoes it. The lines of an order always add up to its total. */
import { contentHash, type OrderKind, type RawLines } from '#activity/orders/orders.ts'
import { keyTextOf, spreadOf } from './acquaintance.ts'
import type { FaultCode, NoteCode } from './faults.words.ts'
import { isFault, type Fault, type Key, type RowFacts } from './rows.ts'

export interface Raw { readonly line: number, readonly cells: readonly string[] }
export interface ReadRow extends Raw { readonly facts: RowFacts | Fault }

/** An order as the file tells it, before it is known whose it is. */
export interface FileOrder {
  readonly kind: OrderKind
  readonly number: string
  readonly at: number
  readonly channel: string | null
  readonly store: string | null
  readonly currency: string
  readonly totalMinor: number
  readonly costMinor: number | null
  readonly undoesNumber: string | null
  /** Empty where the lines are raw: then it is left to whoever writes them on. */
  readonly contentHash: string
  readonly lines: readonly FileLine[]
  /** The lines in the bytes of the file instead, if asked for: they stand there until the next order is read. */
  readonly raw: RawLines | undefined
}

/** Who bought: mostly one object for all orders that name somebody in the same way. */
export interface Buyer {
  keys: readonly Key[]
  /** All keys as one text; undefined where nobody is named. */
  readonly keyText: string | undefined
  name: string | null
  country: string | null
  region: string | null
  /** A number that their keys come to, the same for the same keys: it tells the lanes apart. */
  readonly spread: number
  /** Learned once it is in the record for good. */
  customerId: string | undefined
}

export interface FileLine {
  readonly product: string
  readonly name: string | null
  readonly category: string | null
  readonly quantity: string
  readonly amountMinor: number
  readonly costMinor: number | null
}

/** Whoever is in the record is known by their id from here on; what named them would only be carried along. */
export function settleBuyer(buyer: Buyer, customerId: string): void {
  buyer.customerId = customerId
  buyer.keys = noOne.keys
  buyer.name = buyer.country = buyer.region = null
}

export const noOne: Buyer = { keys: [], keyText: undefined, name: null, country: null, region: null, spread: 0, customerId: undefined }

/** What one order number of the file amounts to: a fact or two of the same buyer. */
export interface FileOrders {
  readonly buyer: Buyer
  readonly orders: readonly FileOrder[]
  /** The lines of the file that it came from. Their cells are not kept: whoever needs them reads the file again. */
  readonly rows: readonly number[]
}

export interface Rejected extends Raw { readonly code: FaultCode, readonly detail: Readonly<Record<string, string | number>> }

export type OnNote = (code: NoteCode, count?: number) => void

/** All rows of one number, in the order of the file; or why none of them is taken. */
export function buildOrders(rows: readonly ReadRow[], onNote: OnNote): FileOrders | readonly Rejected[] {
  const wrong = rows.find(({ facts }) => isFault(facts))
  if (wrong) return rows.map(({ line, cells, facts }) => ({ line, cells, ...(isFault(facts) ? facts : { code: 'order_incomplete' as const, detail: { line: wrong.line } }) }))
  const facts = rows.flatMap(({ facts: row }) => (isFault(row) ? [] : [row]))
  const [first] = facts
  if (!first) return []
  const reject = (code: FaultCode, detail: Rejected['detail']): readonly Rejected[] => rows.map(({ line, cells }) => ({ line, cells, code, detail }))
  const buyer = oneBuyer(facts)
  if (buyer.others !== undefined) return reject('two_customers', { first: buyer.keys[0]?.value ?? '', second: buyer.others })
  const totals = facts.length === 1 ? (first.total === undefined ? [] : [first.total]) : [...new Set(facts.flatMap(({ total }) => (total === undefined ? [] : [total])))]
  if (totals.length > 1) return reject('two_totals', { first: (totals[0] ?? 0) / 10_000, second: (totals[1] ?? 0) / 10_000 })
  const amounts = lineAmounts(facts, totals[0], onNote)
  if (!amounts) return reject('amount_missing', {})
  const repeated = facts.length > 1 ? countRepeated(facts.map((row) => ({ ...row, name: row.productName, amountMinor: row.amount })), facts.map(({ at }) => at)) : 0
  if (repeated > 0) onNote('repeated', repeated)
  if (buyer.keys.length === 0) onNote('anonymous')
  return {
    buyer: { keys: buyer.keys, keyText: keyTextOf(buyer.keys), name: present(facts, 'name'), country: present(facts, 'country'), region: present(facts, 'region'), spread: spreadOf(buyer.keys[0]?.value ?? ''), customerId: undefined },
    orders: factsOf(first, facts, amounts),
    rows: rows.map(({ line }) => line)
  }
}

function present(facts: readonly RowFacts[], field: 'name' | 'country' | 'region' | 'store' | 'channel'): string | null {
  for (const row of facts) if (row[field] !== null) return row[field]
  return null
}

/** All keys of the order. Two rows whose keys of one kind differ are two people under one number. */
function oneBuyer(facts: readonly RowFacts[]): { readonly keys: readonly Key[], readonly others?: string } {
  const [first] = facts
  if (facts.length === 1 || !first) return { keys: first?.keys ?? [] }
  if (facts.every((row) => row.keys === first.keys)) return { keys: first.keys }
  const keys: Key[] = []
  for (const row of facts) {
    for (const key of row.keys) {
      const known = keys.find(({ kind }) => kind === key.kind)
      if (!known) keys.push(key)
      else if (known.value !== key.value) return { keys: [known], others: key.value }
    }
  }
  return { keys }
}

/** Each line's amount. Where the order's total says otherwise than its lines, the difference is spread in proportion: what was paid is what counts. */
function lineAmounts(facts: readonly RowFacts[], total: number | undefined, onNote: OnNote): readonly number[] | undefined {
  const own = facts.map(({ amount, discount }) => (amount === undefined ? undefined : amount - Math.sign(amount) * Math.min(discount, Math.abs(amount))))
  if (total === undefined) return own.every((amount) => amount !== undefined) ? own : undefined
  const weights = own.every((amount) => amount === undefined) ? facts.map(({ quantity }) => Math.abs(Number(quantity))) : own.map((amount) => amount ?? 0)
  const sum = own.reduce<number>((all, amount) => all + (amount ?? 0), 0)
  if (sum === total && own.some((amount) => amount !== undefined)) return weights
  if (own.some((amount) => amount !== undefined)) onNote('spread')
  return spread(total, weights)
}

/** Splits a total by weights without losing a ten-thousandth: the largest remainders get what rounding left over. */
export function spread(total: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return [total]
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return weights.map((_, index) => (index === 0 ? total : 0))
  const exact = weights.map((weight) => total * (weight / all))
  const parts = exact.map((part) => Math.floor(part))
  const rest = total - parts.reduce((sum, part) => sum + part, 0)
  const order = exact.map((part, index) => ({ index, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (let i = 0; i < Math.abs(rest); i++) {
    const at = order[i % order.length]?.index ?? 0
    parts[at] = (parts[at] ?? 0) + Math.sign(rest)
  }
  return parts
}

export interface Repeatable { readonly product: string, readonly name: string | null, readonly quantity: string, readonly amountMinor: number | undefined }

/** How many lines say what another one of the order says, at the same moment. Few orders have many lines, and in most the first values differ: so compare before building anything. */
export function countRepeated(lines: readonly Repeatable[], moments: readonly number[]): number {
  if (lines.length >= 8) return lines.length - new Set(lines.map((line, index) => `${moments[index]}|${line.product}|${line.name}|${line.quantity}|${line.amountMinor}`)).size
  let repeated = 0
  for (let i = 1; i < lines.length; i++) {
    for (let j = 0; j < i; j++) if (moments[i] === moments[j] && sameLine(lines[i], lines[j])) { repeated++; break }
  }
  return repeated
}

const sameLine = (a: Repeatable | undefined, b: Repeatable | undefined): boolean =>
  a?.product === b?.product && a?.amountMinor === b?.amountMinor && a?.quantity === b?.quantity && a?.name === b?.name

function factsOf(first: RowFacts, facts: readonly RowFacts[], amounts: readonly number[]): readonly FileOrder[] {
  const sum = amounts.reduce((all, amount) => all + amount, 0)
  const document = first.phase === 'return' || first.phase === 'cancellation'
  // A return written with positive amounts is one all the same.
  const sign = document && sum > 0 ? -1 : 1
  const total = sum * sign
  const kind: OrderKind = first.phase === 'cancellation' ? 'cancellation' : first.phase === 'return' || total < 0 ? 'return' : 'sale'
  const lines = facts.map((row, index) => lineOf(row, (amounts[index] ?? 0) * sign, sign))
  const order = ready({
    kind, number: first.number, at: facts.length === 1 ? first.at : Math.min(...facts.map(({ at }) => at)), channel: present(facts, 'channel'), store: present(facts, 'store'), currency: first.currency, totalMinor: total,
    undoesNumber: kind === 'sale' || first.undoes === first.number ? null : first.undoes
  }, lines)
  const undone = kind === 'sale' ? undoing(order, lines, first, facts) : undefined
  return undone ? [order, undone] : [order]
}

type Unhashed = Omit<FileOrder, 'contentHash' | 'costMinor' | 'lines' | 'raw'>

/** With the sum of its lines' costs, where each is known, and its hash. Field by field: an object that is spread costs ten times as much. */
function ready({ kind, number, at, channel, store, currency, totalMinor, undoesNumber }: Unhashed, lines: readonly FileLine[]): FileOrder {
  let costMinor: number | null = 0
  for (const line of lines) costMinor = costMinor === null || line.costMinor === null ? null : costMinor + line.costMinor
  return { kind, number, at, channel, store, currency, totalMinor, undoesNumber, costMinor, contentHash: contentHash({ kind, at, currency, undoesNumber, totalMinor, lines }), lines, raw: undefined }
}

const lineOf = (row: RowFacts, amountMinor: number, sign: number): FileLine => ({
  product: row.product, name: row.productName, category: row.category, quantity: sign === 1 ? row.quantity : negated(row.quantity), amountMinor, costMinor: row.cost === null ? null : row.cost * sign
})

const negated = (quantity: string): string => (quantity === '0' ? '0' : quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`)

/** A sale whose row says that it was cancelled or (partly) refunded: the sale stays a fact, and a second one undoes it. */
function undoing(sale: FileOrder, lines: readonly FileLine[], first: RowFacts, facts: readonly RowFacts[]): FileOrder | undefined {
  if (sale.totalMinor <= 0) return undefined
  if (first.phase === 'cancelled' || first.phase === 'refunded') {
    return ready({ ...sale, kind: first.phase === 'cancelled' ? 'cancellation' : 'return', number: `${sale.number}/${first.phase}`, undoesNumber: sale.number, totalMinor: -sale.totalMinor },
      lines.map((line) => ({ ...line, quantity: negated(line.quantity), amountMinor: -line.amountMinor, costMinor: line.costMinor === null ? null : -line.costMinor })))
  }
  const refunds = facts.map(({ refunded }) => refunded)
  const each = refunds.every((refund) => refund === refunds[0])
  const refunded = Math.min(each ? (refunds[0] ?? 0) : refunds.reduce((sum, refund) => sum + refund, 0), sale.totalMinor)
  if (refunded === 0) return undefined
  return ready({ ...sale, kind: 'return', number: `${sale.number}/refunded`, undoesNumber: sale.number, totalMinor: -refunded },
    [{ product: '', name: null, category: null, quantity: '0', amountMinor: -refunded, costMinor: null }])
}
