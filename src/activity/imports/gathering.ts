/**
 * The second pass: rows become orders, each whole. Where the lines of an order stand together, an order is complete when the number changes. Where they do
 * not, the rows first go into partitions on disk by their number, small enough to gather one at a time; so memory stays flat whatever the file does.
 */
import { createHash, hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildOrders, type FileOrders, type OnNote, type ReadRow, type Rejected } from './facts.ts'
import { takeGroups } from './grouping.ts'
import { createQuickReader } from './quick.ts'
import { createRowReader, isFault, type Fault, type RowRules } from './rows.ts'
import type { Survey } from './survey.ts'
import { readTable, type Table } from './table.ts'
import { createTally } from './tally.ts'

export interface Gathering {
  readonly onOrders: (orders: FileOrders) => void
  readonly onReject: (row: Rejected) => void
  readonly onNote: OnNote
  /** The lines of plain orders are left in the bytes of the file: `onOrders` writes them on at once. */
  readonly isRaw?: boolean
  /** Awaited after each piece of the file; `rows` are read so far. */
  readonly afterPiece: (rows: number) => Promise<void> | void
}

const mostLines = 20_000
const openQuote: Fault = { code: 'quote_open', detail: {} }

export async function gatherOrders(table: Table, survey: Survey, rules: Omit<RowRules, 'onNote'>, scratch: string, sink: Gathering): Promise<void> {
  const { mapping } = survey
  const numberAt = mapping.columns.number
  const read = createRowReader(mapping, table.headers.length, { ...rules, onNote: sink.onNote })
  const group = createGroup(numberAt === undefined, sink)
  let rows = 0
  const take = (cells: readonly string[], line: number, facts: ReadRow['facts']): void => group.add(numberAt === undefined ? '' : (cells[numberAt] ?? '').trim(), { line, cells, facts })
  const onDirt = (count: number): void => sink.onNote('dirt', count)
  const { scattered } = survey
  const isApart = (cells: readonly string[]): boolean => numberAt !== undefined && (scattered === 'all' || (scattered.size > 0 && scattered.has((cells[numberAt] ?? '').trim())))
  const folder = join(scratch, 'partitions')
  const apart = await openPartitions(folder, scattered === 'all' ? survey.rows : scattered.size * 20, numberAt ?? 0)
  const onRow = (cells: string[], line: number): void => {
    if (isApart(cells)) apart.keep(cells, line, false)
    else { rows++; take(cells, line, read(cells)) }
  }
  const onPlain = numberAt === undefined ? undefined : takeGroups(table.delimiter, table.headers.length, numberAt, createQuickReader(mapping, table.headers.length, rules, sink.onNote, sink.isRaw === true), {
    mayBuild: (number) => scattered !== 'all' && ((scattered.size === 0 && !group.isOpen()) || (!scattered.has(number()) && !group.isAt(number()))),
    onOrders: (orders, count) => {
      group.end()
      rows += count
      sink.onOrders(orders)
    },
    onRow
  })
  try {
    await readTable(table, {
      onPlain, onRow,
      onOpenQuote: (cells, line) => {
        if (isApart(cells)) apart.keep(cells, line, true)
        else { rows++; take(cells, line, openQuote) }
      },
      onDirt, afterPiece: async () => { await apart.write(65_536); await sink.afterPiece(rows) }
    })
    if (apart.size() > 0) sink.onNote('scattered')
    for (const path of await apart.close()) {
      for (const { cells, line, open } of await gathered(path, numberAt ?? 0)) { rows++; take(cells, line, open ? openQuote : read(cells)) }
      await sink.afterPiece(rows)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  group.end()
  await sink.afterPiece(rows)
}

/** Collects rows of one number. A number with absurdly many lines is a wrong mapping, and must not fill the memory. */
function createGroup(single: boolean, { onOrders, onReject, onNote }: Gathering): { readonly add: (number: string, row: ReadRow) => void, readonly isAt: (number: string) => boolean, readonly isOpen: () => boolean, readonly end: () => void } {
  const tally = createTally()
  let current: ReadRow[] = []
  let currentNumber: string | undefined
  let overflowing = false
  const overflow = ({ line, cells }: ReadRow): void => onReject({ line, cells, code: 'too_many_lines', detail: { limit: mostLines } })
  const flush = (): void => {
    if (current.length === 0) return
    const built = buildOrders(single ? current.map((row) => numbered(row, tally.add)) : current, onNote)
    if ('orders' in built) onOrders(built)
    else built.forEach(onReject)
    current = []
  }
  return {
    add: (number, row) => {
      if (single || number !== currentNumber) {
        flush()
        overflowing = false
        currentNumber = number
      }
      if (overflowing) { overflow(row); return }
      current.push(row)
      if (current.length <= mostLines) return
      current.forEach(overflow)
      current = []
      overflowing = true
    },
    isAt: (number) => number === currentNumber,
    isOpen: () => currentNumber !== undefined,
    end: () => { flush(); currentNumber = undefined; overflowing = false }
  }
}

/** A row without an order number is an order of its own, numbered by its content and how often that content was met: the same file twice gives the same numbers. */
function numbered(row: ReadRow, count: (text: string) => number): ReadRow {
  if (isFault(row.facts)) return row
  const { keys, at, product, quantity, amount, total, store } = row.facts
  const digest = hash('md5', [keys.map(({ value }) => value).join(','), at, product, quantity, amount ?? '', total ?? '', store ?? ''].join('\u001f'), 'base64url').slice(0, 16)
  const times = count(digest)
  return { ...row, facts: { ...row.facts, number: times === 1 ? `~${digest}` : `~${digest}-${times}` } }
}

interface Kept { readonly line: number, readonly cells: readonly string[], readonly open: boolean }

interface Partitions {
  readonly keep: (cells: readonly string[], line: number, open: boolean) => void
  /** Writes the buffers of at least so many characters. */
  readonly write: (least: number) => Promise<void>
  readonly close: () => Promise<readonly string[]>
  readonly size: () => number
}

const rowsPerPartition = 50_000

async function openPartitions(folder: string, rows: number, numberAt: number): Promise<Partitions> {
  await mkdir(folder, { recursive: true })
  const paths = Array.from({ length: Math.min(512, Math.ceil(rows / rowsPerPartition)) }, (_, index) => join(folder, `${index}.jsonl`))
  const buffers: string[] = paths.map(() => '')
  const files = paths.map((path) => createWriteStream(path))
  let size = 0
  const write = async (least: number): Promise<void> => {
    for (const [index, file] of files.entries()) {
      const text = buffers[index] ?? ''
      if (text.length < least || text === '') continue
      buffers[index] = ''
      if (!file.write(text)) await once(file, 'drain')
    }
  }
  return {
    keep: (cells, line, open) => {
      size++
      const at = partitionOf((cells[numberAt] ?? '').trim(), paths.length)
      buffers[at] += `${JSON.stringify([line, open ? 1 : 0, ...cells])}\n`
    },
    write,
    close: async () => {
      await write(0)
      await Promise.all(files.map(async (file) => { file.end(); await once(file, 'finish') }))
      return paths
    },
    size: () => size
  }
}

const partitionOf = (number: string, partitions: number): number => createHash('md5').update(number).digest().readUInt32LE(0) % partitions

/** One partition, its rows gathered by number; numbers in the order of their first row. */
async function gathered(path: string, numberAt: number): Promise<readonly Kept[]> {
  const groups = new Map<string, Kept[]>()
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const row: unknown = JSON.parse(text)
    if (!Array.isArray(row)) continue
    const [line, open, ...cells] = row.map(String)
    const kept = { line: Number(line), open: open === '1', cells }
    const number = (cells[numberAt] ?? '').trim()
    const group = groups.get(number)
    if (group) group.push(kept)
    else groups.set(number, [kept])
  }
  return [...groups.values()].flat()
}
