/**
 * A file as a warehouse of its own, without any record: tables `purchase`, `line` and `customer` in DuckDB, with the columns of the house's warehouse, so that
 * every analytical statement runs on a mere file. Rows go through text files, because DuckDB reads those on all cores.
 */
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { copyRow } from '#foundation/copy.ts'
import { openDuckEngine, type Engine } from '#foundation/engine.ts'
import { Refusal } from '#foundation/refusal.ts'
import { createWall } from './clockwork.ts'
import type { FileOrders, Rejected } from './facts.ts'
import type { FaultCode, NoteCode } from './faults.words.ts'
import { gatherOrders } from './gathering.ts'
import { importWords } from './imports.words.ts'
import { guessMapping, requireMapping, type Mapping } from './mapping.ts'
import { stagingTables, insightTables } from './staging.sql.ts'
import { surveyTable } from './survey.ts'
import { openTable } from './table.ts'

export interface StageOptions {
  readonly zone: string
  /** ISO code: reads local phone numbers and ambiguous dates. */
  readonly country: string
  readonly currency: string
  readonly now: Date
  /** The DuckDB schema that gets the tables `purchase`, `line` and `customer`: `warehouse` for the statements of insight. */
  readonly schema: string
  /** A folder that may be written; what is left in it is taken away by `close`. */
  readonly scratch: string
  /** The mapping in place of the guessed one. */
  readonly mapping?: Mapping
  /** Changes the guessed mapping. */
  readonly correct?: (guess: Mapping, headers: readonly string[]) => Mapping
  readonly memoryLimit?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (rows: number, of: number) => void
}

export interface StagedOrders {
  /** DuckDB with the three tables, and `staged.order` (number, currency, store, undoes_number) and `staged.line` (name) for what they leave out. */
  readonly engine: Engine
  readonly mapping: Mapping
  readonly headers: readonly string[]
  readonly kind: 'csv' | 'xlsx'
  readonly encoding: string
  readonly delimiter: string
  readonly rows: number
  readonly lines: number
  readonly rejected: number
  readonly rejectedBy: Readonly<Partial<Record<FaultCode, number>>>
  readonly notes: Readonly<Partial<Record<NoteCode, number>>>
  /** The first rejected rows, for a report. */
  readonly examples: readonly Rejected[]
  readonly currencies: readonly string[]
  readonly close: () => Promise<void>
}

const mostExamples = 50
const pieceLength = 262_144

export async function stageFile(path: string, options: StageOptions): Promise<StagedOrders> {
  await mkdir(options.scratch, { recursive: true })
  const folder = await mkdtemp(join(options.scratch, 'staging-'))
  try {
    return await stageInto(path, folder, options)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function stageInto(path: string, folder: string, { zone, country, currency, now, schema, mapping: given, correct = (guess) => guess, memoryLimit = '1GB', signal, onProgress }: StageOptions): Promise<StagedOrders> {
  const table = await openTable(path, folder)
  const mapping = requireMapping(given ?? correct(guessMapping(table.headers, table.sample), table.headers), table.headers.length)
  const survey = await surveyTable(table, mapping, () => signal?.throwIfAborted())
  if (survey.rows === 0) throw new Refusal('imports.no_rows', 422, importWords.noRows)
  const files = openFiles(folder)
  const buyers = createBuyers()
  const wall = createWall(zone)
  const rejectedBy: Partial<Record<FaultCode, number>> = {}
  const notes: Partial<Record<NoteCode, number>> = {}
  const examples: Rejected[] = []
  const currencies = new Set<string>()
  let lines = 0
  let rejected = 0
  let ordinal = 0
  await gatherOrders(table, survey, { zone, country, currency, now }, folder, {
    onOrders: (found) => {
      const buyer = buyers.of(found)
      for (const order of found.orders) {
        ordinal++
        const orderId = numberedId('0', ordinal)
        const customerId = buyer?.id ?? orderId
        const day = wall.dayOf(order.at)
        if (buyer && day < buyer.firstDay) buyer.firstDay = day
        currencies.add(order.currency)
        lines += order.lines.length
        files.order.add(copyRow([customerId, orderId, order.kind, order.number, new Date(order.at).toISOString(), day, order.channel, order.store, order.currency, order.totalMinor, order.undoesNumber, buyer === undefined]))
        order.lines.forEach((line, index) => files.line.add(copyRow([customerId, orderId, index + 1, line.product, line.name, line.category, line.quantity, line.amountMinor, line.costMinor])))
      }
    },
    onReject: (row) => {
      rejected++
      rejectedBy[row.code] = (rejectedBy[row.code] ?? 0) + 1
      if (examples.length < mostExamples) examples.push(row)
    },
    onNote: (code, count = 1) => { notes[code] = (notes[code] ?? 0) + count },
    afterPiece: async (rows) => {
      signal?.throwIfAborted()
      onProgress?.(rows, survey.rows)
      await files.settle()
    }
  })
  if (survey.datesOpen) notes.dates_open = 1
  for (const { id, label, region, firstDay } of buyers.all()) files.customer.add(copyRow([id, label, region, firstDay]))
  await files.close()
  const engine = await openDuckEngine(join(folder, 'file.duckdb'), { memoryLimit, tempDirectory: join(folder, 'spill') })
  const close = async (): Promise<void> => {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    for (const statement of [...stagingTables(files.paths), ...insightTables(schema)]) await engine.run(statement)
  } catch (error) {
    await close()
    throw error
  }
  return { engine, mapping: survey.mapping, headers: table.headers, kind: table.kind, encoding: table.encoding, delimiter: table.delimiter, rows: survey.rows, lines, rejected, rejectedBy, notes, examples, currencies: [...currencies], close }
}

/** Ids that are the same for the same file every time. */
const numberedId = (family: string, ordinal: number): string => `00000000-0000-7${family}00-8000-${ordinal.toString(16).padStart(12, '0')}`

interface Buyer { readonly id: string, readonly label: string, readonly region: string | null, firstDay: string }

/** Who bought, by any of the keys; the first key met decides where two people's keys meet. */
function createBuyers(): { readonly of: (found: FileOrders) => Buyer | undefined, readonly all: () => Iterable<Buyer> } {
  const byKey = new Map<string, Buyer>()
  const buyers: Buyer[] = []
  return {
    of: ({ buyer: { keys, name, region } }) => {
      const [first] = keys
      if (!first) return undefined
      const names = keys.length === 1 ? [`${first.kind} ${first.value}`] : keys.map(({ kind, value }) => `${kind} ${value}`)
      let buyer: Buyer | undefined
      for (const key of names) {
        buyer = byKey.get(key)
        if (buyer) break
      }
      if (!buyer) {
        buyer = { id: numberedId('1', buyers.length + 1), label: name ?? first.value.slice(first.value.indexOf(':') + 1), region, firstDay: '9999-12-31' }
        buyers.push(buyer)
      }
      for (const key of names) if (!byKey.has(key)) byKey.set(key, buyer)
      return buyer
    },
    all: () => buyers
  }
}

interface Sheet { readonly add: (text: string) => void }

/** Three text files, written in large pieces; `settle` waits for the slowest. */
function openFiles(folder: string): { readonly order: Sheet, readonly line: Sheet, readonly customer: Sheet, readonly paths: Readonly<Record<'order' | 'line' | 'customer', string>>, readonly settle: () => Promise<void>, readonly close: () => Promise<void> } {
  const paths = { order: join(folder, 'order.tsv'), line: join(folder, 'line.tsv'), customer: join(folder, 'customer.tsv') }
  const sheets = Object.values(paths).map((path) => ({ file: createWriteStream(path), held: '' }))
  const [order, line, customer] = sheets
  const flush = (sheet: { file: WriteStream, held: string }): void => {
    if (sheet.held === '') return
    sheet.file.write(sheet.held)
    sheet.held = ''
  }
  const writer = (sheet: { file: WriteStream, held: string } | undefined): Sheet => ({
    add: (text) => {
      if (!sheet) return
      sheet.held += text
      if (sheet.held.length > pieceLength) flush(sheet)
    }
  })
  return {
    order: writer(order), line: writer(line), customer: writer(customer), paths,
    settle: async () => { for (const { file } of sheets) if (file.writableNeedDrain) await once(file, 'drain') },
    close: async () => {
      await Promise.all(sheets.map(async (sheet) => { flush(sheet); sheet.file.end(); await once(sheet.file, 'finish') }))
    }
  }
}
