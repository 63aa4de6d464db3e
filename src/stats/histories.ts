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
  const [lasts, ends] = [numbering(), numbering()]
  const [x, last, end]: [number[], number[], number[]] = [[], [], []]
  let mostRepeats = 0
  for (const row of rows) {
    requirePossible(row)
    x.push(row.x)
    last.push(lasts.of(row.lastAt))
    end.push(ends.of(row.watched))
    mostRepeats = Math.max(mostRepeats, row.x)
  }
  // Small whole numbers make the quickest keys.
  const groups = numbering()
  const [firsts, count]: [number[], number[]] = [[], []]
  for (let i = 0; i < x.length; i += 1) {
    const group = groups.of(((x[i] ?? 0) * ends.size() + (end[i] ?? 0)) * lasts.size() + (last[i] ?? 0))
    if (group === firsts.length) { firsts.push(i); count.push(1) } else count[group] = (count[group] ?? 0) + 1
  }
  const [lastTimes, endTimes] = [lasts.values(), ends.values()]
  return {
    x: Float64Array.from(firsts, (i) => x[i] ?? 0),
    lastAt: Float64Array.from(firsts, (i) => lastTimes[last[i] ?? 0] ?? 0),
    watched: Float64Array.from(firsts, (i) => endTimes[end[i] ?? 0] ?? 0),
    count: Float64Array.from(count), customers: x.length, mostRepeats
  }
}

/** Numbers the distinct values in the order of their appearance. */
function numbering(): { readonly of: (value: number) => number, readonly size: () => number, readonly values: () => readonly number[] } {
  const numbers = new Map<number, number>()
  return {
    of: (value) => {
      const known = numbers.get(value)
      if (known !== undefined) return known
      numbers.set(value, numbers.size)
      return numbers.size - 1
    },
    size: () => numbers.size, values: () => [...numbers.keys()]
  }
}

function requirePossible({ x, lastAt, watched }: History): void {
  if (Number.isInteger(x) && x >= 0 && lastAt >= 0 && lastAt <= watched && Number.isFinite(watched) && (x > 0 || lastAt === 0)) return
  throw new RangeError(`no history has x ${x}, t_x ${lastAt}, T ${watched}`)
}
