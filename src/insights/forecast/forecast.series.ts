/** Days into series: every bucket of time between the first and the last day, those without sales as zero. Pure. */
import { addDays, daysBetween, type Day } from '#foundation/zone.ts'
import type { Grain } from './forecast.schema.ts'

/** The first days of equal buckets and the day after the last: `edges.length - 1` buckets. */
export interface Buckets { readonly edges: readonly Day[], readonly n: number }

export interface Sales { readonly day: Day, readonly minor: bigint }

const nextMonth = (day: Day, step = 1): Day => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const months = year * 12 + month - 1 + step
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** Whole buckets between two days, both counted in: days, weeks of seven days counted back from the last day, calendar months that are complete. */
export function bucketsOf(from: Day, to: Day, grain: Grain): Buckets {
  if (grain === 'month') {
    const first = from.endsWith('-01') ? from : nextMonth(from)
    const end = nextMonth(addDays(to, 1), 0)
    const edges: Day[] = []
    for (let edge = first; edge <= end; edge = nextMonth(edge)) edges.push(edge)
    return { edges, n: Math.max(0, edges.length - 1) }
  }
  const step = grain === 'week' ? 7 : 1
  const n = Math.max(0, Math.floor((daysBetween(from, to) + 1) / step))
  const start = addDays(to, 1 - n * step)
  return { edges: Array.from({ length: n + 1 }, (_, i) => addDays(start, i * step)), n }
}

/** The edges of the buckets that follow. */
export function bucketsAfter({ edges }: Buckets, grain: Grain, steps: number): readonly Day[] {
  const last = edges.at(-1) ?? ''
  return Array.from({ length: steps + 1 }, (_, i) => (grain === 'month' ? nextMonth(last, i) : addDays(last, i * (grain === 'week' ? 7 : 1))))
}

/** The place of the bucket that a day falls into; -1 before the first, n after the last. */
export function placeOf({ edges, n }: Buckets, grain: Grain, day: Day): number {
  const first = edges[0] ?? day
  if (day < first) return -1
  if (grain !== 'month') return Math.min(n, Math.floor(daysBetween(first, day) / (grain === 'week' ? 7 : 1)))
  const found = edges.findLastIndex((edge) => edge <= day)
  return found
}

export function fill(buckets: Buckets, grain: Grain, sales: Iterable<Sales>): bigint[] {
  const minor = Array.from({ length: buckets.n }, () => 0n)
  for (const { day, minor: money } of sales) {
    const place = placeOf(buckets, grain, day)
    if (place >= 0 && place < buckets.n) minor[place] = (minor[place] ?? 0n) + money
  }
  return minor
}
