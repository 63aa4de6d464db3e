/** Reads customers as of a day into typed arrays, ready to be handed to a thread. */
import type { Engine } from '#foundation/engine.ts'
import { addDays, daysBetween, type Day } from '#foundation/zone.ts'
import type { Cleaning } from '../definitions/definitions.schema.ts'
import { columnNames, emptyColumns, type Table } from './prediction.columns.ts'
import type { Origin } from './prediction.contest.ts'
import type { FitTask } from './prediction.fit.ts'
import { features } from './prediction.sql.ts'

export interface Reading {
  readonly cleaning: Cleaning
  readonly firstDay: Day
  readonly asOf: Day
  readonly horizonDays: number
  readonly valueDays: number
  readonly origins: number
  readonly customers: number
  readonly signal?: AbortSignal | undefined
  readonly report?: (done: number, of: number) => void
}

/** Customers learned from at most; the rest are a sample by their ids, the same at every cut. */
export const mostLearned = 60_000
/** A cut needs so many days of history before it. */
const leastHistoryDays = 60
/** Examples are taken at so many earlier cuts, half a horizon apart. */
const exampleCuts = 4

/** The cuts of the contest, the newest first: where candidates can learn from an earlier period at any of them, only those; else the newest alone. */
export function originCuts({ firstDay, asOf, horizonDays, origins }: Pick<Reading, 'firstDay' | 'asOf' | 'horizonDays' | 'origins'>): readonly Day[] {
  const all = Array.from({ length: origins }, (_, k) => addDays(asOf, -(k + 1) * horizonDays))
  const taught = all.filter((cut) => exampleDays(firstDay, cut, horizonDays).length > 0)
  return taught.length > 0 ? taught : all.slice(0, 1)
}

/** Days before the cut whose horizon is over at the cut. */
export const exampleDays = (firstDay: Day, cut: Day, horizonDays: number): readonly Day[] =>
  Array.from({ length: exampleCuts }, (_, k) => addDays(cut, -horizonDays - Math.round((k * horizonDays) / 2))).filter((day) => daysBetween(firstDay, day) >= leastHistoryDays)

/** Over how many days up to the last one a value can be tried: those of the value, or as many as leave a horizon to learn from before them; none where that is less than a horizon. */
export function worthDays({ firstDay, asOf, horizonDays, valueDays }: Pick<Reading, 'firstDay' | 'asOf' | 'horizonDays' | 'valueDays'>): number | undefined {
  const days = Math.min(valueDays, daysBetween(firstDay, asOf) - horizonDays - leastHistoryDays)
  return days >= horizonDays ? days : undefined
}

export async function gatherAll(engine: Engine, reading: Reading): Promise<Pick<FitTask, 'now' | 'examples' | 'origins' | 'past'>> {
  const { firstDay, asOf, horizonDays, signal, report } = reading
  const cuts = originCuts(reading)
  const days = worthDays(reading)
  const longAgo = days === undefined ? undefined : addDays(asOf, -days)
  const wanted = new Set([...[asOf, ...cuts].flatMap((cut) => [cut, ...exampleDays(firstDay, cut, horizonDays)]), ...(longAgo === undefined ? [] : exampleDays(firstDay, longAgo, horizonDays))])
  const who = new Map<string, number>()
  const tables = new Map<Day, Table>()
  for (const day of wanted) {
    signal?.throwIfAborted()
    report?.(tables.size + 1, wanted.size)
    tables.set(day, await gatherAt(engine, reading, day, who, day === asOf ? undefined : horizonDays))
  }
  const tableOf = (day: Day): Table => {
    const found = tables.get(day)
    if (!found) throw new Error(`the cut of ${day} was not read`)
    return found
  }
  // What followed it is read over more days than anywhere else, so it is a table of its own.
  const past = longAgo === undefined || days === undefined ? undefined : { cut: longAgo, to: asOf, days, table: await gatherAt(engine, reading, longAgo, who, days), examples: exampleDays(firstDay, longAgo, horizonDays).map(tableOf) }
  const examplesOf = (cut: Day): readonly Table[] => exampleDays(firstDay, cut, horizonDays).map(tableOf)
  return {
    now: tableOf(asOf), examples: examplesOf(asOf), past,
    origins: cuts.map((cut): Origin => ({ cut, to: addDays(cut, horizonDays), table: tableOf(cut), examples: examplesOf(cut) }))
  }
}

async function gatherAt(engine: Engine, { cleaning, firstDay, customers }: Reading, day: Day, who: Map<string, number>, followedDays: number | undefined): Promise<Table> {
  const later = followedDays === undefined ? undefined : { asOf: addDays(day, followedDays), cleaning }
  const below = customers <= mostLearned ? undefined : Math.max(1, Math.floor((65_536 * mostLearned) / customers)).toString(16).padStart(4, '0')
  const { sql, params } = features({ asOf: day, cleaning }, { later, below, isOrdered: true })
  const pieces: Pieces = []
  const numbers: number[] = []
  await engine.columns(sql, params, ({ keys, numbers: columns }) => {
    pieces.push(columns)
    for (const key of keys) {
      const known = who.get(key) ?? who.size
      who.set(key, known)
      numbers.push(known)
    }
  })
  return tableOf(pieces, Int32Array.from(numbers), { span: daysBetween(firstDay, day), month: Number(day.slice(5, 7)) })
}

type Pieces = (readonly Float64Array[])[]

export function tableOf(pieces: Pieces, who: Int32Array, at: Pick<Table, 'span' | 'month'>): Table {
  const columns = emptyColumns(who.length)
  let row = 0
  for (const piece of pieces) {
    for (const [at, name] of columnNames.entries()) columns[name].set(piece[at] ?? [], row)
    row += piece[0]?.length ?? 0
  }
  return { rows: who.length, who, columns, ...at }
}
