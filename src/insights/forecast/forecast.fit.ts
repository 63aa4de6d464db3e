/**
 * The whole fit: every series competes its methods on the rolling origin, what wins forecasts from today, and all is made to add up (stats/reconciliation.ts), at every
 * past origin as well as for the future, so that the errors shown, and the intervals made of them, are those of what is shipped. Pure.
 */
import { largestRemainder } from '#stats/largestRemainder.ts'
import { reconcile, type Sum } from '#stats/reconciliation.ts'
import { accuracyOf, calibrationOf, errorsAt, halfWidth, seasonalUnit, type Origin } from './forecast.accuracy.ts'
import { answerFrom, cameAfter, knownAt, originsOf, scoresOf, tryAll, winnerOf, type Answer, type Tried } from './forecast.backtest.ts'
import { benchmark, candidates, type Candidate } from './forecast.candidates.ts'
import type { Effect } from './forecast.effects.ts'
import type { MethodScore, NodeResult, Outcome } from './forecast.outcome.ts'
import type { Node, Task } from './forecast.task.ts'

/** The parts run the best of the whole only: everything on everything would take minutes and choose by chance. */
const carriedOver = 2

interface Chosen { readonly node: Node, readonly winner: Tried | undefined, readonly scores: readonly MethodScore[], readonly next: Answer, readonly effects: readonly Effect[] }

/** `report` hears how far it is, 0 to 1. */
export function fit(task: Task, report: (share: number) => void): Outcome {
  const n = task.nodes[0]?.values.length ?? 0
  const places = originsOf(n, task)
  const total = places.length * (candidates.length + (task.nodes.length - 1) * (carriedOver + 1)) + task.nodes.length
  let done = 0
  const tick = (): void => { done += 1; report(done / total) }
  let field: readonly Candidate[] = candidates
  const chosen = task.nodes.map((node, place) => {
    const one = choose(task, node, places, field, tick)
    if (place === 0) field = fieldOf(one.scores)
    return one
  })
  return { ...shipped(task, chosen, places), origins: [...places] }
}

function choose(task: Task, node: Node, places: readonly number[], field: readonly Candidate[], tick: () => void): Chosen {
  const tried = tryAll(task, node, places, field, tick)
  const winner = winnerOf(tried, task.scored)
  const known = knownAt(task, node, node.values.length)
  // A part that is too young for any method goes on as it was on average.
  const next = [winner?.candidate, benchmark].flatMap((candidate) => (candidate === undefined ? [] : [answerFrom(task, known, candidate, task.horizon)])).find((answer) => answer !== undefined) ?? plain(known.filled, task.horizon)
  tick()
  return { node, winner, scores: scoresOf(tried, winner, task), next, effects: known.effects }
}

const plain = (values: ArrayLike<number>, horizon: number): Answer => {
  const sum = Array.from(values).slice(-horizon).reduce((total, value) => total + value, 0)
  return { mean: Array.from({ length: horizon }, () => Math.max(0, sum / Math.max(1, Math.min(horizon, values.length)))), converged: true }
}

/** The yardstick and the best few of the whole. */
function fieldOf(scores: readonly MethodScore[]): readonly Candidate[] {
  const best = scores.filter(({ isComplete, method }) => isComplete && method !== benchmark.name).toSorted((a, b) => (a.mae ?? Number.POSITIVE_INFINITY) - (b.mae ?? Number.POSITIVE_INFINITY)).slice(0, carriedOver).map(({ method }) => method)
  return candidates.filter(({ name }) => name === benchmark.name || best.includes(name))
}

function shipped(task: Task, chosen: readonly Chosen[], places: readonly number[]): Omit<Outcome, 'origins'> {
  const sums = sumsOf(task.nodes)
  const variances = chosen.map(({ winner, node }) => {
    const mse = winner === undefined ? undefined : meanSquare(winner.origins, task.scored)
    return mse !== undefined && Number.isFinite(mse) && mse > 0 ? mse : Math.max(1e-6, meanOf(node.values) ** 2)
  })
  const past = places.map((at) => chosen.map(({ winner, node }) => winner?.origins.find((origin) => origin.at === at)?.mean ?? plain(node.values.slice(0, at), task.horizon).mean))
  const adjust = (weights: readonly number[]) => (steps: readonly ArrayLike<number>[]): readonly (readonly number[])[] => reconciled(steps, weights, sums, task.horizon)
  const ways = [{ name: 'mint' as const, adjust: adjust(variances) }, { name: 'whole-first' as const, adjust: adjust(variances.map((variance, i) => (i === 0 ? 0 : variance))) }]
  const tried = ways.map(({ name, adjust: apply }) => {
    const means = past.map(apply)
    return { name, apply, origins: chosen.map(({ node }, i) => places.map((at, k): Origin => ({ at, unit: seasonalUnit(node.values.slice(0, at), task.period), mean: means[k]?.[i] ?? [], actual: cameAfter(node, at, task.horizon) }))) }
  })
  const error = (one: typeof tried[number] | undefined): number => accuracyOf(one?.origins[0] ?? [], task.scored).mae ?? Number.POSITIVE_INFINITY
  const [mint, first] = tried
  const way = mint !== undefined && !(error(first) < error(mint)) ? mint : first
  const future = wholeUnits(way?.apply(chosen.map(({ next }) => next.mean)) ?? [], sums)
  return {
    reconciliation: sums.length === 0 ? 'none' : way?.name ?? 'none',
    nodes: chosen.map((one, i) => nodeResult(task, one, way?.origins[i] ?? [], future[i] ?? []))
  }
}

/** The whole is the sum of its stores, and of its categories. */
const sumsOf = (nodes: readonly Node[]): readonly Sum[] =>
  (['store', 'category'] as const).map((cut) => ({ whole: 0, parts: nodes.flatMap((node, i) => (node.cut === cut ? [i] : [])) })).filter(({ parts }) => parts.length > 0)

/** Series by steps in, series by steps out: each step on its own. */
function reconciled(series: readonly ArrayLike<number>[], weights: readonly number[], sums: readonly Sum[], horizon: number): readonly (readonly number[])[] {
  const steps = Array.from({ length: horizon }, (_, s) => reconcile(series.map((mean) => mean[s] ?? 0), weights, sums, { isNonNegative: true }))
  return series.map((_, i) => steps.map((step) => step[i] ?? 0))
}

/** Whole main units, a forecast knows no more; shared out by the largest remainder, so that the parts of each cut add up to the whole exactly. */
function wholeUnits(series: readonly (readonly number[])[], sums: readonly Sum[]): readonly (readonly number[])[] {
  const rounded = series.map((mean) => mean.map((value) => Math.round(value)))
  for (const { whole, parts } of sums) {
    (rounded[whole] ?? []).forEach((units, s) => {
      const shares = largestRemainder(BigInt(units), parts.map((part) => Math.max(0, series[part]?.[s] ?? 0)))
      parts.forEach((part, k) => { const row = rounded[part]; if (row !== undefined) row[s] = Number(shares[k] ?? 0n) })
    })
  }
  return rounded
}

function nodeResult(task: Task, { node, winner, scores, next, effects }: Chosen, origins: readonly Origin[], mean: readonly number[]): NodeResult {
  const { level, near, scored } = task
  const halves = mean.map((_, s) => halfWidth(errorsAt(origins, s, near), level))
  // Far steps that no origin reaches are at least as unsure as the last that one does.
  const half = halves.map((_, s) => Math.round(halves.slice(0, s + 1).findLast((one) => one !== undefined) ?? 0))
  const summed = origins.map((origin) => ({ ...origin, mean: cumulated(origin.mean), actual: cumulated(Array.from(origin.actual, (came, s) => (Number.isNaN(came) ? origin.mean[s] ?? 0 : came))) }))
  const sumHalves = mean.map((_, s) => halfWidth(errorsAt(summed, s, 0), level))
  const known = sumHalves.findLastIndex((one) => one !== undefined)
  return {
    cut: node.cut, part: node.part, method: winner?.candidate.name ?? 'average', converged: next.converged, mean: [...mean],
    low: mean.map((value, s) => Math.max(0, value - (half[s] ?? 0))), high: mean.map((value, s) => value + (half[s] ?? 0)),
    // Beyond the longest sum that was tried, errors are taken to grow with the number of steps: the cautious end.
    sumHalf: sumHalves.map((one, s) => Math.round(one ?? (s > known ? ((sumHalves[known] ?? 0) * (s + 1)) / (known + 1) : 0))),
    scores: [...scores], shipped: { ...accuracyOf(origins, scored), ...calibrationOf(origins, scored, near, level), latest: accuracyOf(origins.slice(-1), scored) }, effects: [...effects]
  }
}

const cumulated = (values: ArrayLike<number>): readonly number[] => { let sum = 0; return Array.from(values, (value) => (sum += value)) }
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function meanSquare(origins: readonly Origin[], scored: number): number {
  const squares = origins.flatMap(({ mean, actual }) => Array.from({ length: Math.min(scored, actual.length) }, (_, s) => ((actual[s] ?? Number.NaN) - (mean[s] ?? 0)) ** 2).filter((square) => !Number.isNaN(square)))
  return squares.reduce((sum, square) => sum + square, 0) / squares.length
}
