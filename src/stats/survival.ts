/**
 * How long until: the product-limit curve with its errors, whether groups differ, and what a covariate does to the hazard.
 *
 * `survivalCurve`: Kaplan and Meier 1958, JASA 53; variance by Greenwood 1926; interval on the log scale, as R's survfit has it. `logRank`: Mantel 1966, Cancer
 * Chemotherapy Reports 50. `fitCox`: Cox 1972, JRSS B 34, ties by Efron 1977 (JASA 72) or Breslow 1974; Newton's method with step halving. `concordance`: Harrell 1982.
 */
import { invert } from './likelihood.ts'

/** One subject: the time at which it ended or was last seen, and whether it ended. */
export interface Lasting { readonly time: number, readonly ended: boolean }

export interface CurvePoint {
  readonly time: number
  /** Under observation just before. */
  readonly atRisk: number
  readonly ends: number
  readonly survival: number
  /** Greenwood's standard error of the survival. */
  readonly standardError: number
  readonly low: number
  readonly high: number
}

const z95 = 1.959_963_984_540_054

/** A point for every time at which somebody ended or was censored. Interval: 95 %, S × exp(± z σ), σ² = Σ d ÷ (n (n − d)), cut at 1. */
export function survivalCurve(subjects: readonly Lasting[]): readonly CurvePoint[] {
  const points: CurvePoint[] = []
  let survival = 1
  let variance = 0
  for (const { time, atRisk, ends } of timesOf(subjects)) {
    survival *= 1 - ends / atRisk
    if (ends > 0) variance += ends / (atRisk * (atRisk - ends))
    const error = Math.sqrt(variance)
    const around = survival > 0
      ? { standardError: survival * error, low: survival * Math.exp(-z95 * error), high: Math.min(1, survival * Math.exp(z95 * error)) }
      : { standardError: Number.NaN, low: Number.NaN, high: Number.NaN }
    points.push({ time, atRisk, ends, survival, ...around })
  }
  return points
}

function timesOf(subjects: readonly Lasting[]): readonly { readonly time: number, readonly atRisk: number, readonly ends: number, readonly leaves: number }[] {
  const counts = new Map<number, { ends: number, leaves: number }>()
  for (const { time, ended } of subjects) {
    const count = counts.get(time) ?? { ends: 0, leaves: 0 }
    counts.set(time, { ends: count.ends + Number(ended), leaves: count.leaves + 1 })
  }
  let atRisk = subjects.length
  return [...counts].sort(([a], [b]) => a - b).map(([time, { ends, leaves }]) => {
    const point = { time, atRisk, ends, leaves }
    atRisk -= leaves
    return point
  })
}

export interface LogRank { readonly chiSquare: number, readonly degrees: number, readonly observed: readonly number[], readonly expected: readonly number[] }

/** Whether the groups' curves differ. `chiSquare` has `degrees` = groups − 1 degrees of freedom. Throws RangeError with fewer than two groups. */
export function logRank(groups: readonly (readonly Lasting[])[]): LogRank {
  if (groups.length < 2) throw new RangeError('comparing needs at least two groups')
  const all = timesOf(groups.flat())
  const curves = groups.map((group) => stepper(timesOf(group), group.length))
  const k = groups.length
  const [observed, expected] = [new Float64Array(k), new Float64Array(k)]
  const variance = Array.from({ length: k }, () => new Float64Array(k))
  for (const { time, atRisk, ends } of all) {
    const here = curves.map((curve) => curve(time))
    if (ends === 0) continue
    const spread = atRisk > 1 ? (ends * (atRisk - ends)) / (atRisk - 1) : 0
    for (let i = 0; i < k; i += 1) {
      const share = (here[i]?.atRisk ?? 0) / atRisk
      observed[i] = (observed[i] ?? 0) + (here[i]?.ends ?? 0)
      expected[i] = (expected[i] ?? 0) + ends * share
      for (let j = 0; j < k; j += 1) {
        const row = variance[i]
        if (row) row[j] = (row[j] ?? 0) + spread * share * (Number(i === j) - (here[j]?.atRisk ?? 0) / atRisk)
      }
    }
  }
  // One group is redundant: the others' differences say everything.
  const inverse = invert(variance.slice(0, k - 1).map((row) => row.slice(0, k - 1)))
  const off = Array.from({ length: k - 1 }, (_, i) => (observed[i] ?? 0) - (expected[i] ?? 0))
  const chiSquare = inverse ? off.reduce((sum, one, i) => sum + one * off.reduce((inner, other, j) => inner + other * (inverse[i]?.[j] ?? 0), 0), 0) : Number.NaN
  return { chiSquare, degrees: k - 1, observed: [...observed], expected: [...expected] }
}

/** Numbers at risk and ended at rising times, one step at a time. */
function stepper(times: readonly { readonly time: number, readonly ends: number, readonly leaves: number }[], size: number): (time: number) => { readonly atRisk: number, readonly ends: number } {
  let at = 0
  let left = size
  return (time) => {
    for (; at < times.length && (times[at]?.time ?? 0) < time; at += 1) left -= times[at]?.leaves ?? 0
    const here = times[at]
    return { atRisk: left, ends: here?.time === time ? here.ends : 0 }
  }
}
