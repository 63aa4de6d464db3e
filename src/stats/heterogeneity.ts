/**
 * Is there anybody to target at all? A model of uplift always ranks people; this asks whether its ranking holds on people it has not seen.
 *
 * Split at random; learn the effect S(x) and the baseline B(x) on one half; on the other regress the outcome on 1, B, (T − e) and (T − e) · g, where e is the share
 * treated. With g the centred rank of S the slope is what the Qini curve's area weighs: the rank-weighted effect of Yadlowsky, Fleming, Shah, Brunskill, Wager 2025,
 * "Evaluating Treatment Prioritization Rules via Rank-Weighted Average Treatment Effects", JASA 120, section 2. With g = S − mean S it is the best linear predictor of
 * Chernozhukov, Demirer, Duflo, Fernández-Val 2025, "Fisher–Schultz Lecture: Generic Machine Learning Inference on Heterogeneous Treatment Effects", Econometrica 93,
 * section 3: 0 where S knows nothing, 1 where S is the effect. Both regressions hold under randomisation alone. Over many splits the median p, doubled, keeps its level
 * (section 4 there); it is cautious.
 *
 * The two can differ: a small group with a larger effect moves the slope and not the ranking of everybody. "Something to target" is the ranking's question.
 */
import { normalAbove, normalQuantile } from './distributions.ts'
import type { Draw } from './draw.ts'
import { fitLinear } from './linear.ts'
import { quantile } from './quantile.ts'
import { groupsOf, type Experiment, type Learner } from './uplift.ts'

/** An estimate with the medians of its 95 % bounds over the splits. */
export interface Split { readonly value: number, readonly low: number, readonly high: number }
/** `p`: one-sided, the doubled median over the splits, at most 1. */
export interface Tested extends Split { readonly p: number }

export interface Heterogeneity {
  /** How much more the effect is for the first in the ranking than for the last, along the line. Its p answers "is there something to target". */
  readonly ranking: Tested
  /** By how much the effect rises where the predicted effect rises by one. */
  readonly slope: Tested
  /** Effects in the fifths of the predicted effect, least first. */
  readonly groups: readonly Split[]
  readonly splits: number
}

export interface Question {
  readonly learn: Learner
  readonly draw: Pick<Draw, 'next'>
  /** 51 by default; an odd number. */
  readonly splits?: number
  /** 5 by default. */
  readonly groups?: number
}

/** Throws RangeError where a group is empty or a half is too small to learn from. */
export function heterogeneity(experiment: Experiment, { learn, draw, splits = 51, groups = 5 }: Question): Heterogeneity {
  const { share } = groupsOf(experiment)
  const found = Array.from({ length: splits }, () => oneSplit(experiment, share, { learn, draw, groups }))
  const median = (values: readonly number[]): number => quantile(values.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b), 0.5)
  const over = (list: readonly Estimate[]): Split => ({ value: median(list.map((one) => one.value)), low: median(list.map((one) => one.value - z95 * one.error)), high: median(list.map((one) => one.value + z95 * one.error)) })
  const tested = (list: readonly Estimate[]): Tested => ({ ...over(list), p: Math.min(1, 2 * median(list.map((one) => (one.error === Infinity ? 1 : normalAbove(one.value / one.error))))) })
  return {
    ranking: tested(found.map((one) => one.ranking)), slope: tested(found.map((one) => one.slope)),
    groups: Array.from({ length: groups }, (_, g) => over(found.map((one) => one.groups[g] ?? unknown))), splits
  }
}

const z95 = normalQuantile(0.975)
interface Estimate { readonly value: number, readonly error: number }
const unknown: Estimate = { value: Number.NaN, error: Number.NaN }
/** A score without spread ranks nobody: no evidence. */
const nothing: Estimate = { value: 0, error: Infinity }

function oneSplit({ rows, outcome, treated }: Experiment, share: number, { learn, draw, groups }: Required<Pick<Question, 'learn' | 'draw' | 'groups'>>): { readonly ranking: Estimate, readonly slope: Estimate, readonly groups: readonly Estimate[] } {
  const learns = rows.map(() => draw.next() < 0.5)
  const half = (arm: number) => {
    const places = rows.flatMap((_, i) => (learns[i] === true && treated[i] === arm ? [i] : []))
    return learn(places.map((i) => rows[i] ?? []), places.map((i) => outcome[i] ?? 0))
  }
  const [with_, without] = [half(1), half(0)]
  const held = rows.flatMap((row, i) => (learns[i] === true ? [] : [{ baseline: without(row), effect: with_(row) - without(row), outcome: outcome[i] ?? 0, surprise: (treated[i] ?? 0) - share }]))
  const effects = held.map(({ effect }) => effect)
  const mean = effects.reduce((sum, one) => sum + one, 0) / held.length
  if (!effects.some((one) => Math.abs(one - mean) > 1e-10 * Math.max(1, Math.abs(mean)))) return { ranking: nothing, slope: nothing, groups: [] }
  const values = held.map((one) => one.outcome)
  const sorted = effects.toSorted((a, b) => a - b)
  const edges = Array.from({ length: groups - 1 }, (_, g) => quantile(sorted, (g + 1) / groups))
  const classes = effects.map((one) => edges.filter((edge) => edge < one).length)
  const along = (weight: (place: number) => number): Estimate => last(held.map(({ baseline, surprise }, i) => [baseline, surprise, surprise * weight(i)]), values, 1)[0] ?? nothing
  const ranks = ranksOf(effects)
  return {
    ranking: along((i) => ranks[i] ?? 0), slope: along((i) => (effects[i] ?? 0) - mean),
    groups: new Set(classes).size < groups ? [] : last(held.map(({ baseline, surprise }, i) => [baseline, ...edges.map((_, g) => (classes[i] === g ? surprise : 0)), classes[i] === edges.length ? surprise : 0]), values, groups)
  }
}

/** The last coefficients of the regression; the first column goes where it is constant, since the intercept says it already. */
function last(design: readonly (readonly number[])[], values: readonly number[], count: number): readonly Estimate[] {
  const first = design[0]?.[0] ?? 0
  const isConstant = design.every(([one = 0]) => Math.abs(one - first) <= 1e-10 * Math.max(1, Math.abs(first)))
  const { coefficients, robustErrors } = fitLinear(isConstant ? design.map((row) => row.slice(1)) : design, values)
  return coefficients.map((value, j) => ({ value, error: robustErrors[j + 1] ?? Infinity })).slice(-count)
}

/** Ranks from −½ to ½; equal values share their middle. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value)
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length;) {
    let to = from
    while (order[to + 1]?.value === order[from]?.value) to += 1
    for (let k = from; k <= to; k += 1) ranks[order[k]?.place ?? 0] = (from + to + 1) / 2 / values.length - 0.5
    from = to + 1
  }
  return ranks
}
