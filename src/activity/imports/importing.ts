/** A whole import, or its dry run: the file through the survey and the gathering into batches, with counts and rejected rows beside it. */
import type { Pool } from 'pg'
import { openDb } from '#foundation/db.ts'
import { idWriter } from '#foundation/ids.ts'
import { bringBack, setAside } from '#foundation/indexes.ts'
import { plainMoney } from '#foundation/money.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Batch } from './batch.ts'
import { openLanes } from './batches.ts'
import { noCounts, type Counts } from './counts.ts'
import type { Rejected } from './facts.ts'
import { gatherOrders } from './gathering.ts'
import { importWords } from './imports.words.ts'
import type { Mapping } from './mapping.ts'
import { openRejects } from './rejects.ts'
import type { Surveyed } from './survey.ts'
import { readTable, type Table } from './table.ts'
import type { Stage } from './telling.ts'
import { createForeseer } from './trial.ts'
import { createWriter, type Written } from './writing.ts'

export interface ImportTask {
  readonly mode: 'trial' | 'write'
  readonly importId: string
  readonly path: string
  /** Where the flattened sheet and partitions go. */
  readonly scratch: string
  readonly rejectsPath: string
  readonly mapping: Mapping
  readonly zone: string
  readonly country: string
  readonly currency: string
  readonly actor: string
}

export interface ImportParts {
  readonly pool: Pool
  readonly now: () => Date
  readonly signal: AbortSignal
  readonly onProgress: (stage: Stage, done: number, total: number, counts: Counts) => void
  /** The file read through once. */
  readonly surveyed: () => Promise<Surveyed>
}

/**
 * The indexes that are built when the rows of a first file are there, and how many rows make it worth while. By these people search and list, and others follow what changed, who wait
 * meanwhile (`areBeingFilled`). What is left are keys, and what the import itself asks by: what undoes an order.
 */
const builtLast = [
  'orders.order_at', 'orders.order_changed', 'identity.identity_tail', 'identity.identity_customer', 'record.customer_changed', 'record.customer_initials', 'record.customer_region', 'record.customer_name_start', 'record.customer_name_end', 'record.customer_pinyin',
  'record.customer_given_pinyin', 'record.customer_name_piece', 'record.customer_kind'
]
const manyRows = 20_000

export async function importFile(task: ImportTask, { pool, now, signal, onProgress, surveyed }: ImportParts): Promise<Counts> {
  const counts = noCounts()
  const { table, survey } = await surveyed()
  if (survey.rows === 0) throw new Refusal('imports.no_rows', 422, importWords.noRows)
  counts.rows = survey.rows
  if (survey.datesOpen) counts.notes.dates_open = 1

  const rejects = openRejects(task.rejectsPath)
  const reject = (row: Rejected): void => {
    counts.rejected++
    counts.rejectedBy[row.code] = (counts.rejectedBy[row.code] ?? 0) + 1
    rejects.add(row)
  }
  const write = task.mode === 'trial'
    ? createForeseer({ db: openDb(pool), zone: task.zone, now })
    : createWriter({ pool, importId: task.importId, source: survey.mapping.source, zone: task.zone, actor: task.actor, now })
  const conflicts: Conflicts = new Map()
  const lanes = openLanes(async (batch) => {
    signal.throwIfAborted()
    count(counts, batch, await write(batch), conflicts)
  }, survey.mapping.source, () => idWriter(now()))
  const isLarge = task.mode === 'write' && survey.rows >= manyRows
  if (isLarge) await setAside(pool, builtLast)
  try {
    await gatherOrders(table, survey, { zone: task.zone, country: task.country, currency: task.currency, now: now() }, task.scratch, {
      isRaw: true,
      onOrders: lanes.add,
      onReject: reject,
      onNote: (code, times = 1) => { counts.notes[code] = (counts.notes[code] ?? 0) + times },
      afterPiece: async (rows) => {
        signal.throwIfAborted()
        onProgress('rows', rows, survey.rows, counts)
        await lanes.settle()
        await rejects.settle()
      }
    })
    await lanes.end()
    await rejectConflicts(table, conflicts, reject, rejects.settle)
  } finally {
    try {
      await lanes.abandon()
      await rejects.close()
    } finally {
      // Also what another process set aside that was killed, whose import goes on here.
      if (isLarge) await buildIndexes(pool)
    }
  }
  onProgress('rows', survey.rows, survey.rows, counts)
  return counts
}

/** Two at a time, as the lanes were. */
const buildIndexes = (pool: Pool): Promise<unknown> => Promise.all([1, 2].map(async () => {
  const client = await pool.connect()
  try { await bringBack(client) } finally { client.release() }
}))

type Conflicts = Map<number, Pick<Rejected, 'code' | 'detail'>>

function count(counts: Counts, { orders, rowsOf }: Batch, written: Written, conflicts: Conflicts): void {
  counts.orders += written.orders
  counts.lines += written.lines
  counts.known += written.known
  counts.customers += written.customers
  counts.conflicts += written.clashes.length
  for (const { entry, number, because, knownMinor, givenMinor } of written.clashes) {
    const order = orders[entry]
    const code = because === 'content' ? 'conflict' : 'conflict_customer'
    for (const line of order ? rowsOf(order) : []) conflicts.set(line, { code, detail: { number, known: plainMoney(BigInt(knownMinor)), given: plainMoney(BigInt(givenMinor)) } })
  }
}

/** The cells of rows that turned out to contradict the record, read once more: conflicts are few, and keeping all cells until then costs more. */
async function rejectConflicts(table: Table, conflicts: Conflicts, reject: (row: Rejected) => void, settle: () => Promise<void>): Promise<void> {
  if (conflicts.size === 0) return
  const see = (cells: readonly string[], line: number): void => {
    const found = conflicts.get(line)
    if (found) reject({ line, cells, ...found })
  }
  await readTable(table, { onRow: see, onOpenQuote: see, onDirt: () => undefined, afterPiece: settle })
}
