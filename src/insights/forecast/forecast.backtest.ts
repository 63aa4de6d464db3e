/** The rolling origin: each method forecasts from many past days, knowing only what was known then, and is compared with what came. Pure. */
import { isForecast } from '#stats/forecast.ts'
import { accuracyOf, calibrationOf, seasonalUnit, type Origin } from './forecast.accuracy.ts'
import { benchmark, type Candidate } from './forecast.candidates.ts'
import { clean, type Cleaned } from './forecast.effects.ts'
import type { MethodScore } from './forecast.outcome.ts'
import type { Node, Task } from './forecast.task.ts'

/** The places from which the past is forecast, oldest first: the last leaves just the steps that count. */
export function originsOf(n: number, { scored, spacing, origins, leastTrain }: Pick<Task, 'scored' | 'spacing' | 'origins' | 'leastTrain'>): readonly number[] {
  const places: number[] = []
  for (let at = n - scored; at >= leastTrain && places.length < origins; at -= spacing) places.unshift(at)
  return places
}

/** What is known of a node at a place in time, cleaned from that alone. */
export const knownAt = (task: Task, node: Node, at: number): Cleaned =>
  clean(node.values.slice(0, at), node.missing.slice(0, at), [...task.columns, { key: 'promotion', x: node.promotion }], task.period, task.leastOccurrences)

export interface Answer { readonly mean: readonly number[], readonly converged: boolean }

/** One forecast from one place; undefined where the method has none. Sales do not fall below nothing. */
export function answerFrom(task: Task, known: Cleaned, candidate: Candidate, horizon: number): Answer | undefined {
  const series = candidate.isAdjusted ? known.series : known.filled
  // A store that opened later has no history before: its zeros are not sales.
  const first = series.findIndex((value) => value !== 0)
  if (first < 0) return { mean: Array.from({ length: horizon }, () => 0), converged: true }
  const answer = candidate.run(series.subarray(first), { period: task.period, horizon, level: task.level })
  if (!isForecast(answer) || !answer.mean.every(Number.isFinite)) return undefined
  return { mean: Array.from(answer.mean, (value, s) => Math.max(0, candidate.isAdjusted ? value * known.factorAt(series.length + s) : value)), converged: answer.converged }
}

/** What came after a place, as far as it is known; NaN where there was nothing to sell. */
export const cameAfter = (node: Node, at: number, horizon: number): readonly number[] =>
  Array.from({ length: Math.min(horizon, node.values.length - at) }, (_, s) => ((node.missing[at + s] ?? 0) > 0 ? Number.NaN : node.values[at + s] ?? 0))

export interface Tried { readonly candidate: Candidate, readonly origins: readonly Origin[], readonly isComplete: boolean }

/** Every candidate from every origin. `tick` is called after each. */
export function tryAll(task: Task, node: Node, places: readonly number[], candidates: readonly Candidate[], tick: () => void): readonly Tried[] {
  const known = places.map((at) => ({ at, cleaned: knownAt(task, node, at), unit: seasonalUnit(node.values.slice(0, at), task.period) }))
  return candidates.map((candidate) => {
    const origins = known.flatMap(({ at, cleaned, unit }): Origin[] => {
      const answer = answerFrom(task, cleaned, candidate, task.horizon)
      tick()
      return answer === undefined ? [] : [{ at, unit, mean: answer.mean, actual: cameAfter(node, at, task.horizon) }]
    })
    return { candidate, origins, isComplete: origins.length === places.length }
  })
}

/** The one with the smallest mean error among those that always answered; seasonal naive unless another is better. */
export function winnerOf(tried: readonly Tried[], scored: number): Tried | undefined {
  const complete = tried.filter(({ isComplete }) => isComplete)
  const error = ({ origins }: Tried): number => accuracyOf(origins, scored).mae ?? Number.POSITIVE_INFINITY
  const yardstick = complete.find(({ candidate }) => candidate.name === benchmark.name)
  return complete.reduce<Tried | undefined>((best, one) => (best === undefined || error(one) < error(best) ? one : best), yardstick)
}

export const scoresOf = (tried: readonly Tried[], winner: Tried | undefined, { scored, near, level }: Task): readonly MethodScore[] =>
  tried.map((one) => ({
    method: one.candidate.name, ...accuracyOf(one.origins, scored), ...calibrationOf(one.origins, scored, near, level), latest: accuracyOf(one.origins.slice(-1), scored),
    isShipped: one === winner, isComplete: one.isComplete
  }))
