/**
 * The first pass over a file: how many rows it has, whether the lines of each order stand together, and what a column's values say as a whole (day or month
 * first, decimal comma or point). It reads every row but understands only three cells of it, so it costs a fraction of the second pass.
 */
import { stat } from 'node:fs/promises'
import { createDecimalWatch } from './amounts.ts'
import { moneyFields, requireMapping, type Mapping } from './mapping.ts'
import type { TakePlain } from './blocks.ts'
import { createRowScanner, sameBytes } from './spans.ts'
import { openTable, readTable, type Table } from './table.ts'
import { createTally } from './tally.ts'
import { createOrderWatch } from './times.ts'

export interface Survey {
  readonly rows: number
  /** Numbers whose lines stand apart from each other; `all` where they are too many to list. */
  readonly scattered: ReadonlySet<string> | 'all'
  /** The mapping with what only the whole column could tell. */
  readonly mapping: Mapping
  /** Nothing in the column says whether the day or the month comes first. */
  readonly datesOpen: boolean
}

/** A file and what was found in it; a workbook is flattened by then. */
export interface Surveyed { readonly table: Table, readonly survey: Survey }

const mostScattered = 100_000

export async function surveyFile({ path, scratch, mapping }: { readonly path: string, readonly scratch: string, readonly mapping: Mapping }, signal: AbortSignal, onRead: (bytes: number, of: number) => void): Promise<Surveyed> {
  const table = await openTable(path, scratch)
  const bytes = (await stat(table.stream.path)).size
  const survey = await surveyTable(table, requireMapping(mapping, table.headers.length), (read) => {
    signal.throwIfAborted()
    onRead(read, bytes)
  })
  return { table, survey }
}

export async function surveyTable(table: Table, mapping: Mapping, afterPiece: (bytesRead: number) => Promise<void> | void): Promise<Survey> {
  const { number, time } = mapping.columns
  const tally = createTally()
  const dates = createOrderWatch()
  const decimals = createDecimalWatch()
  const watchDates = time !== undefined && mapping.dateOrder === null && table.sample.some((cells) => /^\d{1,2}[-/]/.test(cells[time] ?? ''))
  const money = mapping.decimal === null ? moneyFields.flatMap((field) => mapping.columns[field] ?? []) : []
  let rows = 0
  let last = ''
  let scattered: Set<string> | 'all' = new Set()
  const seeNumber = (value: string): void => {
    if (value === last) return
    if (scattered !== 'all' && tally.add(value) > 1 && scattered.add(value).size > mostScattered) scattered = 'all'
    last = value
  }
  const see = (cells: readonly string[]): void => {
    rows++
    if (number !== undefined) seeNumber((cells[number] ?? '').trim())
    if (watchDates) dates.see(cells[time] ?? '')
    for (const column of money) decimals.see(cells[column] ?? '')
  }
  const { scan, stride } = createRowScanner(table.delimiter, table.headers.length)
  const spans = new Int32Array(stride)
  const textAt = (block: Buffer, column: number): string => block.toString('utf8', spans[column] ?? 0, (spans[column + 1] ?? 0) - 1)
  const onPlain: TakePlain = (block, begin, end) => {
    let at = begin
    let lines = 0
    // The number of the row before, where it stands in this block.
    let numberFrom = -1
    let numberTo = -1
    while (at < end) {
      const next = scan(block, at, spans, 0)
      if (next < 0) return { at, lines, odd: true }
      rows++
      lines++
      at = next
      if (number !== undefined) {
        const from = spans[number] ?? 0
        const to = (spans[number + 1] ?? 0) - 1
        if (numberFrom < 0 || to - from !== numberTo - numberFrom || !sameBytes(block, from, to, block, numberFrom)) seeNumber(textAt(block, number).trim())
        numberFrom = from
        numberTo = to
      }
      if (watchDates) dates.see(textAt(block, time))
      for (const column of money) decimals.see(textAt(block, column))
    }
    return { at, lines, odd: false }
  }
  const most = Math.max(number ?? 0, watchDates ? time : 0, ...money) + 1
  await readTable(table, { onPlain, onRow: see, onOpenQuote: see, onDirt: () => undefined, most, afterPiece })
  const found = dates.found()
  return {
    rows, scattered, datesOpen: watchDates && found.open,
    mapping: { ...mapping, dateOrder: mapping.dateOrder ?? found.order ?? null, decimal: mapping.decimal ?? decimals.found() ?? null }
  }
}
