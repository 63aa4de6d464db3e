/**
 * Purchase histories as buy-till-you-die models read them: x repeat purchases, the last of them at t_x, watched until T, all times from the first purchase, in one
 * unit (weeks, say). A sample's likelihood depends on the distinct (x, t_x, T) and how often each occurs: a hundred thousand customers over a year of days are a
 * few thousand rows.
 */
export interface History { readonly x: number, readonly lastAt: number, readonly watched: number }

/** Column by column: row i stands for `count[i]` customers. */
export interface Histories {
  readonly x: Float64Array
  readonly lastAt: Float64Array
  readonly watched: Float64Array
  readonly count: Float64Array
  /** Customers in all. */
  readonly customers: number
  readonly mostRepeats: number
}

/** Groups histories by equality. Throws RangeError on one that cannot be: negative, not whole x, last after the end, x = 0 with a last purchase, not finite. */
export function groupHistories(rows: Iterable<History>): Histories {
  const groups = new Map<string, { row: History, count: number }>()
  let customers = 0
  for (const row of rows) {
    requirePossible(row)
    const key = `${row.x} ${row.lastAt} ${row.watched}`
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { row, count: 1 })
    customers += 1
  }
  const list = [...groups.values()]
  return {
    x: Float64Array.from(list, ({ row }) => row.x),
    lastAt: Float64Array.from(list, ({ row }) => row.lastAt),
    watched: Float64Array.from(list, ({ row }) => row.watched),
    count: Float64Array.from(list, ({ count }) => count),
    customers,
    mostRepeats: list.reduce((most, { row }) => Math.max(most, row.x), 0)
  }
}

function requirePossible({ x, lastAt, watched }: History): void {
  if (Number.isInteger(x) && x >= 0 && lastAt >= 0 && lastAt <= watched && Number.isFinite(watched) && (x > 0 || lastAt === 0)) return
  throw new RangeError(`no history has x ${x}, t_x ${lastAt}, T ${watched}`)
}
