/**
 * Columns of numbers in at most 255 bins each, one byte a cell, column after column; bin `sizes[j]` is that of missing values. Only the order of values counts,
 * so a rising transformation of a column gives the same bins.
 */
import type { Draw } from './draw.ts'

export interface Binned {
  /** Of each column: the number of its bins without that of missing values. */
  readonly sizes: readonly number[]
  /** Of a column of numbers: bin b holds the values up to and with edges[b] and above edges[b − 1]; the last bin has no upper edge. */
  readonly edges: readonly Float64Array[]
  /** Of a categorical column: the code of each bin, rising; undefined for numbers. */
  readonly codes: readonly (Float64Array | undefined)[]
}

/** What a value is to the trees: NaN stays missing, infinities become the largest numbers, so that every threshold can be written as JSON. */
export const finite = (value: number): number => (value > Number.MAX_VALUE ? Number.MAX_VALUE : value < -Number.MAX_VALUE ? -Number.MAX_VALUE : value)

/** Edges are found on at most this many rows; more are drawn from. */
const enough = 200_000

/**
 * Finds the bins of every column. `categorical` lists columns of codes (equal or not, no order; NaN and negative are missing): the `most` most frequent have a bin
 * each, the others count as missing. Beyond 200,000 rows edges of numbers come from rows drawn by `draw`, or evenly spaced without one.
 */
export function cutColumns(columns: readonly ArrayLike<number>[], categorical: ReadonlySet<number>, most: number, draw?: Pick<Draw, 'next'>): Binned {
  const rows = columns[0]?.length ?? 0
  if (rows === 0 || columns.some((column) => column.length !== rows)) throw new RangeError('every column needs a value of the same rows')
  if (!Number.isInteger(most) || most < 2 || most > 255) throw new RangeError('between 2 and 255 bins fit into a byte beside the missing')
  const picked = picks(rows, draw)
  const codes = columns.map((column, j) => (categorical.has(j) ? frequentCodes(column, most) : undefined))
  const room = new Float64Array(picked?.length ?? rows)
  const edges = columns.map((column, j) => (categorical.has(j) ? new Float64Array(0) : edgesOf(column, picked, most, room)))
  return { sizes: edges.map((cuts, j) => codes[j]?.length ?? cuts.length + 1), edges, codes }
}

/** Writes the bin of row i and column j to bins[j × rows + i]. */
export function fillBins(columns: readonly ArrayLike<number>[], { edges, codes }: Binned, bins: Uint8Array): void {
  for (const [j, column] of columns.entries()) {
    const cells = bins.subarray(j * column.length, (j + 1) * column.length)
    const known = codes[j]
    if (known) codeCells(column, known, cells)
    else valueCells(column, edges[j] ?? new Float64Array(0), cells)
  }
}

function picks(rows: number, draw: Pick<Draw, 'next'> | undefined): Uint32Array | undefined {
  if (rows <= enough) return undefined
  const spaced = rows / enough
  return Uint32Array.from({ length: enough }, (_, i) => Math.min(rows - 1, Math.floor((i + (draw ? draw.next() : 0)) * spaced)))
}

/** Between neighbours a and b (a < b): a threshold t with a ≤ t < b. */
function between(a: number, b: number): number {
  const middle = a / 2 + b / 2
  return (middle >= a && middle < b ? middle : a) + 0
}

/** Where few values differ each has a bin; else bins close as soon as they hold their share of what is left, so that frequent values do not starve the others. */
function edgesOf(column: ArrayLike<number>, picked: Uint32Array | undefined, most: number, sorted: Float64Array): Float64Array {
  const n = sorted.length
  let known = 0
  for (let i = 0; i < n; i += 1) {
    const value = column[picked ? picked[i] ?? 0 : i] ?? Number.NaN
    if (value === value) { sorted[known] = finite(value); known += 1 }
  }
  const values = sorted.subarray(0, known).sort()
  let distinct = known > 0 ? 1 : 0
  for (let i = 1; i < known; i += 1) if (values[i] !== values[i - 1]) distinct += 1
  const edges = new Float64Array(Math.max(0, Math.min(distinct, most) - 1))
  let [made, held, left] = [0, 0, known]
  for (let i = 0; i + 1 < known && made < edges.length; i += 1) {
    held += 1
    const [value, next] = [values[i] ?? 0, values[i + 1] ?? 0]
    if (value === next) continue
    if (distinct <= most || held * (most - made) >= left) {
      edges[made] = between(value, next)
      made += 1
      left -= held
      held = 0
    }
  }
  return edges.slice(0, made)
}

function valueCells(column: ArrayLike<number>, edges: Float64Array, cells: Uint8Array): void {
  const last = edges.length
  for (let i = 0; i < cells.length; i += 1) {
    const value = column[i] ?? Number.NaN
    if (value !== value) { cells[i] = last + 1; continue }
    // The number of edges below the value.
    let [low, span] = [0, last]
    while (span > 0) {
      const half = span >> 1
      if (value > (edges[low + half] ?? 0)) { low += half + 1; span -= half + 1 } else span = half
    }
    cells[i] = low
  }
}

function frequentCodes(column: ArrayLike<number>, most: number): Float64Array {
  const counts = new Map<number, number>()
  for (let i = 0; i < column.length; i += 1) {
    const code = column[i] ?? Number.NaN
    if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const kept = [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, most)
  // A bin of its own even where all is missing, so that no column is without.
  return kept.length === 0 ? Float64Array.of(0) : Float64Array.from(kept, ([code]) => finite(code) + 0).sort()
}

function codeCells(column: ArrayLike<number>, codes: Float64Array, cells: Uint8Array): void {
  const bin = new Map(Array.from(codes, (code, b) => [code, b]))
  for (let i = 0; i < cells.length; i += 1) cells[i] = bin.get(finite(column[i] ?? Number.NaN)) ?? codes.length
}
