/** What models of behaviour look at: measures of a customer as of a day, on scales on which a step means much the same everywhere. */
import type { Table } from './prediction.columns.ts'

interface Measure {
  readonly id: MeasureId
  /** On the model's scale; NaN where there is nothing to measure. */
  readonly value: (table: Table, row: number) => number
}

export const measureIds = [
  'silent', 'stretch', 'visits', 'orders', 'tenure', 'meanGap', 'medianGap', 'longestGap', 'spend', 'meanSpend', 'lastSpend', 'visits30', 'visits90', 'visits180', 'trend', 'spend90',
  'categories', 'returned', 'channels', 'stores', 'oneTime', 'winter', 'spring'
] as const
export type MeasureId = (typeof measureIds)[number]

const log = (value: number): number => Math.log1p(Math.max(0, value))
/** How often a longer silence than usual is still told apart. */
const longestStretch = 20

const measures: readonly Measure[] = [
  { id: 'silent', value: ({ columns }, row) => log(columns.silent[row] ?? 0) },
  { id: 'stretch', value: ({ columns }, row) => log(Math.min(longestStretch, (columns.silent[row] ?? 0) / Math.max(1, columns.meanGap[row] ?? Number.NaN))) },
  { id: 'visits', value: ({ columns }, row) => log(columns.visits[row] ?? 0) },
  { id: 'orders', value: ({ columns }, row) => (columns.orders[row] ?? 0) / Math.max(1, columns.visits[row] ?? 1) },
  { id: 'tenure', value: ({ columns }, row) => log(columns.tenure[row] ?? 0) },
  { id: 'meanGap', value: ({ columns }, row) => log(columns.meanGap[row] ?? Number.NaN) },
  { id: 'medianGap', value: ({ columns }, row) => log(columns.medianGap[row] ?? Number.NaN) },
  { id: 'longestGap', value: ({ columns }, row) => log(columns.longestGap[row] ?? Number.NaN) },
  { id: 'spend', value: ({ columns }, row) => log(columns.spend[row] ?? 0) },
  { id: 'meanSpend', value: ({ columns }, row) => log((columns.spend[row] ?? 0) / Math.max(1, columns.visits[row] ?? 1)) },
  { id: 'lastSpend', value: ({ columns }, row) => log(columns.lastSpend[row] ?? 0) },
  { id: 'visits30', value: ({ columns }, row) => log(columns.visits30[row] ?? 0) },
  { id: 'visits90', value: ({ columns }, row) => log(columns.visits90[row] ?? 0) },
  { id: 'visits180', value: ({ columns }, row) => log(columns.visits180[row] ?? 0) },
  // The last 90 days against the 90 before them.
  { id: 'trend', value: ({ columns }, row) => 2 * (columns.visits90[row] ?? 0) - (columns.visits180[row] ?? 0) },
  { id: 'spend90', value: ({ columns }, row) => log(columns.spend90[row] ?? 0) },
  { id: 'categories', value: ({ columns }, row) => log(columns.categories[row] ?? 0) },
  { id: 'returned', value: ({ columns }, row) => Math.min(1, Math.max(0, columns.returned[row] ?? 0)) },
  { id: 'channels', value: ({ columns }, row) => columns.channels[row] ?? 0 },
  { id: 'stores', value: ({ columns }, row) => columns.stores[row] ?? 0 },
  { id: 'oneTime', value: ({ columns }, row) => ((columns.visits[row] ?? 1) === 1 ? 1 : 0) },
  // The month on the circle of the year, so that December lies beside January.
  { id: 'winter', value: ({ month }) => Math.cos((2 * Math.PI * (month - 1)) / 12) },
  { id: 'spring', value: ({ month }) => Math.sin((2 * Math.PI * (month - 1)) / 12) }
]

/** Whether the cuts of the examples go round the year: only then can a month be told from a trend. */
const knowsSeasons = (examples: readonly Table[]): boolean => new Set(examples.map(({ month }) => month)).size >= 6

/** The measures of one row, in order. */
export const measureRow = (table: Table, row: number, used: readonly MeasureId[]): Float64Array =>
  Float64Array.from(measures.filter(({ id }) => used.includes(id)), ({ value }) => value(table, row))

/** Column by column, the measures in order. */
export const measuredColumns = (table: Table, used: readonly MeasureId[]): Float64Array[] =>
  measures.filter(({ id }) => used.includes(id)).map(({ value }) => {
    // A loop: `from` with a function takes more than twice as long.
    const column = new Float64Array(table.rows)
    for (let row = 0; row < table.rows; row += 1) column[row] = value(table, row)
    return column
  })

/** Row by row, each with the measures in order. */
export function measured(table: Table, used: readonly MeasureId[]): Float64Array[] {
  const chosen = measures.filter(({ id }) => used.includes(id))
  return Array.from({ length: table.rows }, (_, row) => Float64Array.from(chosen, ({ value }) => value(table, row)))
}

/** Those that can be told apart from what there is to learn from. */
export const usable = (examples: readonly Table[]): readonly MeasureId[] => measureIds.filter((id) => knowsSeasons(examples) || (id !== 'winter' && id !== 'spring'))
