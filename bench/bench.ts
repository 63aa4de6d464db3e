/**
 * What a benchmark is. Each file of this folder that exports `bench` is one; `npm run bench` finds it by its name. A row compares ours with the
 * obvious alternative on the same data in the same run, so that a slow machine slows both.
 */
export interface Setting {
  /** 1 for the stated size; 0.01 to try. Limits are only held at 1. */
  readonly scale: number
  /** A folder outside the repository, kept between runs. */
  readonly cache: string
  /** A line of progress, on standard error. */
  readonly say: (line: string) => void
}

export type Limit = { readonly of: 'ours' | 'ratio', readonly atMost: number } | { readonly of: 'ours' | 'ratio', readonly atLeast: number }

export interface Row {
  readonly what: string
  readonly unit: 's' | 'ms' | 'MB' | 'kB' | 'AUC' | 'MASE' | '%' | '/s'
  /** Missing where the row was skipped. */
  readonly ours?: number
  /** Why this row alone cannot be had on this machine. */
  readonly skipped?: string
  /** What ours is compared with, where there is something. */
  readonly theirs?: number
  /** How ours compares: by default ours ÷ theirs. Give it where it is the other way round (times faster). */
  readonly ratio?: number
  readonly limit?: Limit
}

export interface Bench {
  readonly name: string
  readonly title: string
  /** Why it cannot run on this machine; nothing where it can. */
  readonly missing?: (setting: Setting) => Promise<string | undefined>
  readonly run: (setting: Setting) => Promise<readonly Row[]>
}

export const ratioOf = (row: Row): number | undefined => row.ratio ?? (row.theirs === undefined || row.ours === undefined ? undefined : row.ours / row.theirs)

/** Whether the row keeps what was stated; undefined where nothing was. */
export function holds(row: Row): boolean | undefined {
  if (row.limit === undefined || row.skipped !== undefined) return undefined
  const value = row.limit.of === 'ours' ? row.ours : ratioOf(row)
  if (value === undefined || !Number.isFinite(value)) return false
  return 'atMost' in row.limit ? value <= row.limit.atMost : value >= row.limit.atLeast
}

/** Seconds that something took, and what it answered. */
export async function timed<T>(act: () => Promise<T>): Promise<{ readonly seconds: number, readonly answer: T }> {
  const from = performance.now()
  const answer = await act()
  return { seconds: (performance.now() - from) / 1_000, answer }
}
