/** CDNOW as the papers use it: purchases of one day are one, the first 39 weeks learn, the next 39 test; time in weeks from each customer's first purchase. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface Buyer {
  readonly x: number
  readonly lastAt: number
  readonly watched: number
  /** Mean value of the repeat days; 0 without. */
  readonly mean: number
  /** Purchase days from 1997-01-01, in order, to 1998-06-30. */
  readonly days: readonly number[]
  /** Repeat purchases in the hold-out. */
  readonly later: number
}

const dayOf = (text: string): number => (Date.parse(text) - Date.parse('1997-01-01')) / 86_400_000
/** 1997-09-30. */
export const calibrationEnd = 272

/** The published summary of the sample: x, t_x and T to two decimals. */
export const publishedSummary = (folder: string): readonly { readonly x: number, readonly lastAt: number, readonly watched: number }[] =>
  readFileSync(join(folder, 'cdnow', 'cdnow_customers_summary.csv'), 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1)
    .map((line) => { const [, x = 0, lastAt = 0, watched = 0] = line.split(',').map(Number); return { x, lastAt, watched } })

export function buyers(folder: string, which: 'sample' | 'master'): readonly Buyer[] {
  const file = join(folder, 'cdnow', which === 'sample' ? 'cdnow_sample.csv' : 'cdnow_master.csv.gz')
  const text = which === 'sample' ? readFileSync(file, 'utf8') : gunzipSync(readFileSync(file)).toString('utf8')
  const shift = which === 'sample' ? 1 : 0
  const people = new Map<string, Map<number, number>>()
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const cells = line.split(',')
    const [id = '', day, value] = [cells[shift], dayOf(cells[shift + 1] ?? ''), Number(cells[shift + 3])]
    const days = people.get(id) ?? new Map<number, number>()
    days.set(day, (days.get(day) ?? 0) + value)
    people.set(id, days)
  }
  return [...people.values()].map((values) => {
    const days = [...values.keys()].sort((a, b) => a - b)
    const first = days[0] ?? 0
    const repeats = days.filter((day) => day > first && day <= calibrationEnd)
    const spent = repeats.reduce((sum, day) => sum + (values.get(day) ?? 0), 0)
    return {
      x: repeats.length, lastAt: ((repeats.at(-1) ?? first) - first) / 7, watched: (calibrationEnd - first) / 7, mean: repeats.length > 0 ? spent / repeats.length : 0,
      days, later: days.filter((day) => day > calibrationEnd).length
    }
  })
}
