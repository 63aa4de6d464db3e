/** How far ahead, how long back, from how many past days: by grain and by how much history there is. Pure. */
import { say, type Sentence } from '#foundation/words.ts'
import { horizons, type Grain } from './forecast.schema.ts'
import type { Task } from './forecast.task.ts'
import { forecastWords as words } from './forecast.words.ts'

const season: Readonly<Record<Grain, number>> = { day: 7, week: 52, month: 12 }
/** Buckets below which there is no forecast: enough for four origins and a first fit. */
export const leastBuckets: Readonly<Record<Grain, number>> = { day: 98, week: 26, month: 18 }
/** Older sales say little about the next, and cost time. */
const longest: Readonly<Record<Grain, number>> = { day: 1096, week: 313, month: 120 }

export type Plan = Pick<Task, 'period' | 'horizon' | 'scored' | 'spacing' | 'origins' | 'leastTrain' | 'near'> & { readonly longest: number }

export function planOf(grain: Grain, n: number): Plan {
  const whole = horizons[grain].at(-1) ?? 1
  const known = Math.min(n, longest[grain])
  if (grain === 'day') {
    return { period: 7, longest: longest.day, horizon: known >= 4 * whole ? whole : 28, scored: 28, spacing: known >= 300 ? 14 : 7, origins: 13, leastTrain: 42, near: 7 }
  }
  const scored = grain === 'week' ? 4 : 3
  const origins = 13
  const leastTrain = grain === 'week' ? 13 : 12
  const spacing = grain === 'week' && known >= 78 ? 2 : 1
  // A season counts only where the first origin has already seen two of it.
  const firstTrain = Math.max(leastTrain, known - scored - spacing * (origins - 1))
  return { period: firstTrain >= 2 * season[grain] ? season[grain] : 1, longest: longest[grain], horizon: whole, scored, spacing, origins, leastTrain, near: 1 }
}

/** What is missing for a forecast, in words; nothing where there is enough. */
export function missingFrom(grain: Grain, n: number): readonly Sentence[] {
  if (n >= leastBuckets[grain]) return []
  const values = { n, least: leastBuckets[grain], more: leastBuckets[grain] - n }
  const sentence = words.gate[grain]
  return [{ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) }]
}
