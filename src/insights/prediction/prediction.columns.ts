/** What is read of a customer on a day: the columns of a table that is handed between threads, and the names of what models read from it. */

/** As they come from SQL, one number a customer. Days are counted to the day of the cut; money is in main units; gaps are NaN for who came once. */
export const columnNames = [
  'silent', 'tenure', 'visits', 'orders', 'spend', 'lastSpend', 'visits30', 'visits90', 'visits180', 'spend90', 'spend180', 'meanGap', 'medianGap', 'longestGap',
  'categories', 'channels', 'stores', 'returned', 'known', 'cost', 'laterVisits', 'laterSpend'
] as const
export type ColumnName = (typeof columnNames)[number]

/** Rows of customers as of a day. `who` numbers the customers alike in every table of one contest. */
export interface Table {
  readonly rows: number
  /** Days from the first order of the business to the cut. */
  readonly span: number
  /** 1 to 12, of the day of the cut. */
  readonly month: number
  readonly who: Int32Array
  readonly columns: Readonly<Record<ColumnName, Float64Array>>
}

export const emptyColumns = (rows: number): Record<ColumnName, Float64Array> => {
  const column = (): Float64Array => new Float64Array(rows)
  return {
    silent: column(), tenure: column(), visits: column(), orders: column(), spend: column(), lastSpend: column(), visits30: column(), visits90: column(), visits180: column(),
    spend90: column(), spend180: column(), meanGap: column(), medianGap: column(), longestGap: column(), categories: column(), channels: column(), stores: column(),
    returned: column(), known: column(), cost: column(), laterVisits: column(), laterSpend: column()
  }
}

/** The rows that are kept, in their order. */
export function pickRows(table: Table, keep: (row: number) => boolean): Table {
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(keep)
  const columns = emptyColumns(rows.length)
  for (const name of columnNames) for (const [to, from] of rows.entries()) columns[name][to] = table.columns[name][from] ?? Number.NaN
  return { ...table, rows: rows.length, who: Int32Array.from(rows, (row) => table.who[row] ?? 0), columns }
}

/** What can be handed over to another thread without copying. */
export const buffersOf = (table: Table): ArrayBuffer[] => [table.who, ...columnNames.map((name) => table.columns[name])].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))

/** 1 for who came in the period that followed. */
export const answersOf = ({ columns }: Table): Float64Array => columns.laterVisits.map((one) => (one > 0 ? 1 : 0))
