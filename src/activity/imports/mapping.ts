/** Which column means what, guessed from the headers, the preset and the look of the values; a person may correct every part of it. */
import { Refusal } from '#foundation/refusal.ts'
import { createDecimalWatch, type Decimal } from './amounts.ts'
import { fieldNames, headerNames, plainHeader, type Field } from './fields.ts'
import { importWords } from './imports.words.ts'
import { presetFor, type Preset } from './presets.ts'
import { createOrderWatch, type DateOrder } from './times.ts'
import type { Cells } from './tokens.ts'

export interface Mapping {
  readonly preset: string | null
  /** Whose numbers these are: one number of one source is one order. */
  readonly source: string
  /** Column index by field. */
  readonly columns: Readonly<Partial<Record<Field, number>>>
  readonly dateOrder: DateOrder | null
  readonly decimal: Decimal | null
  /** The prefix of numbers that cancel the number behind it. */
  readonly cancels: string | null
}

export function guessMapping(headers: readonly string[], rows: readonly Cells[]): Mapping {
  const preset = presetFor(headers)
  const columns = byName(headers, preset)
  if (headers.every((header) => /^\d+$/.test(header))) Object.assign(columns, byContent(rows))
  settleAmounts(columns, rows, preset)
  return {
    preset: preset?.id ?? null,
    source: preset?.source ?? 'file',
    columns,
    dateOrder: dateOrderOf(columns, rows),
    decimal: decimalOf(columns, rows),
    cancels: preset?.cancels ?? cancelPrefix(columns, rows)
  }
}

type Columns = Partial<Record<Field, number>>

function byName(headers: readonly string[], preset: Preset | undefined): Columns {
  const plain = headers.map(plainHeader)
  const columns: Columns = {}
  const taken = new Set<number>()
  const claim = (field: Field, names: readonly string[]): void => {
    for (const name of names) {
      const at = plain.indexOf(plainHeader(name))
      if (at < 0 || columns[field] !== undefined || (taken.has(at) && field !== 'name')) continue
      columns[field] = at
      taken.add(at)
    }
  }
  for (const field of fieldNames) claim(field, preset?.columns[field] ?? [])
  for (const field of fieldNames) if (preset?.without?.includes(field) !== true && preset?.columns[field] === undefined) claim(field, headerNames[field])
  return columns
}

const looksLike = (rows: readonly Cells[], column: number, pattern: RegExp): boolean =>
  rows.length > 0 && rows.every((cells) => pattern.test((cells[column] ?? '').trim()))

/** A table without headers: the date is what looks like one, the customer the first whole number, the amount the last number with decimals. */
function byContent(rows: readonly Cells[]): Columns {
  const width = rows[0]?.length ?? 0
  const all = Array.from({ length: width }, (_, column) => column)
  const time = all.find((column) => looksLike(rows, column, /^(19|20)\d{2}[-/.]?\d{2}[-/.]?\d{2}/))
  const customer = all.find((column) => column !== time && looksLike(rows, column, /^[\w@.-]+$/))
  const amount = all.findLast((column) => column !== time && column !== customer && looksLike(rows, column, /^-?\d+([.,]\d{1,4})?$/))
  const quantity = all.findLast((column) => ![time, customer, amount].includes(column) && looksLike(rows, column, /^\d{1,3}$/))
  return {
    ...(time === undefined ? {} : { time }), ...(customer === undefined ? {} : { customer }),
    ...(amount === undefined ? {} : { amount }), ...(quantity === undefined ? {} : { quantity })
  }
}

/**
 * An amount named like a line's may be the whole order's, repeated on each of its rows, and the other way round. In orders of several rows with different
 * products or quantities, an amount that never differs within an order is the order's.
 */
function settleAmounts(columns: Columns, rows: readonly Cells[], preset: Preset | undefined): void {
  if (preset !== undefined || columns.number === undefined) return
  const repeated = (column: number): boolean | undefined => repeatsWithinOrders(rows, columns.number ?? 0, column)
  if (columns.amount !== undefined && columns.total === undefined && columns.unitPrice !== undefined && repeated(columns.amount) === true) {
    columns.total = columns.amount
    delete columns.amount
  } else if (columns.total !== undefined && columns.amount === undefined && repeated(columns.total) === false) {
    columns.amount = columns.total
    delete columns.total
  }
}

/** True: constant in every order of several rows (at least five of them); false: differs in one; undefined: too few to say. */
function repeatsWithinOrders(rows: readonly Cells[], number: number, column: number): boolean | undefined {
  const first = new Map<string, string>()
  const several = new Set<string>()
  for (const cells of rows) {
    const key = cells[number] ?? ''
    const value = (cells[column] ?? '').trim()
    const before = first.get(key)
    if (before === undefined) { first.set(key, value); continue }
    if (value === '') continue
    if (before !== value) return false
    several.add(key)
  }
  return several.size >= 5 ? true : undefined
}

export function dateOrderOf(columns: Columns, rows: readonly Cells[]): DateOrder | null {
  const watch = createOrderWatch()
  if (columns.time !== undefined) for (const cells of rows) watch.see((cells[columns.time] ?? '').trim())
  return watch.found().order ?? null
}

export const moneyFields = ['unitPrice', 'amount', 'total', 'discount', 'refunded', 'unitCost', 'cost'] as const satisfies readonly Field[]

export function decimalOf(columns: Columns, rows: readonly Cells[]): Decimal | null {
  const watch = createDecimalWatch()
  for (const field of moneyFields) {
    const column = columns[field]
    if (column !== undefined) for (const cells of rows) watch.see(cells[column] ?? '')
  }
  return watch.found() ?? null
}

/** Numbers like 536365 and C536379 in one column, the latter with negative quantities: cancellations in the manner of UCI. */
function cancelPrefix(columns: Columns, rows: readonly Cells[]): string | null {
  const { number, quantity } = columns
  if (number === undefined || quantity === undefined) return null
  const marked = rows.filter((cells) => /^C\d+$/.test(cells[number] ?? ''))
  return marked.length > 0 && marked.every((cells) => (cells[quantity] ?? '').trim().startsWith('-')) && rows.some((cells) => /^\d+$/.test(cells[number] ?? '')) ? 'C' : null
}

/** What is missing before a file can be read as orders. */
export type Gap = 'time' | 'amount'
export function gapsOf({ columns }: Mapping): readonly Gap[] {
  const money = columns.amount !== undefined || columns.total !== undefined || columns.unitPrice !== undefined
  return [...(columns.time === undefined ? ['time' as const] : []), ...(money ? [] : ['amount' as const])]
}

/** Refuses a mapping that cannot be read: a column that is not there, no date, no money. */
export function requireMapping(mapping: Mapping, width: number): Mapping {
  for (const column of Object.values(mapping.columns)) {
    if (column < 0 || column >= width) throw new Refusal('imports.wrong_column', 422, importWords.wrongColumn, { column: column + 1, columns: width })
  }
  const [gap] = gapsOf(mapping)
  if (gap !== undefined) throw new Refusal(`imports.no_${gap}`, 422, gap === 'time' ? importWords.gapTime : importWords.gapAmount)
  return mapping
}
