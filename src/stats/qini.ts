/**
 * How well a score ranks people by what a treatment does to them, on an experiment that the score has not seen.
 *
 * The Qini curve (Radcliffe 2007, "Using control groups to target on predicted lift", Direct Marketing Analytics Journal): treat the n with the highest score; how many
 * more outcomes is that than without? Q(n) = Y_t(n) − Y_c(n) · n_t(n) ÷ n_c(n). **The one definition here**: the area between this curve, read at every distinct
 * score, and the theoretical random line from the origin to its end, by trapezoids, divided by n²; unnormalised. `normalised` divides instead by the same area of the
 * best possible order (all treated with the outcome first, all controls with it last), as Devriendt et al. 2020 and scikit-uplift do.
 */
export interface Scored {
  readonly score: number
  /** 1 or 0 for the normalised figure; any number else. */
  readonly outcome: number
  readonly treated: boolean
}

export interface Point { readonly people: number, readonly gained: number }

export interface Qini {
  readonly curve: readonly Point[]
  /** Area over the random line ÷ n². 0 for a score that says nothing, below for one that misleads. */
  readonly area: number
  /** The area as a share of the best possible order's; NaN where outcomes are not 0 and 1. */
  readonly normalised: number
  readonly n: number
}

/** Throws RangeError where a group is empty. */
export function qini(people: readonly Scored[]): Qini {
  const n = people.length
  if (!people.some((one) => one.treated) || people.every((one) => one.treated)) throw new RangeError('a Qini curve needs treated and control')
  const curve = curveOf(people)
  const over = areaOver(curve)
  const isYesNo = people.every(({ outcome }) => outcome === 0 || outcome === 1)
  const best = isYesNo ? areaOver(curveOf(people.map((one) => ({ ...one, score: one.treated ? one.outcome : -one.outcome })))) : Number.NaN
  return { curve, area: over / n ** 2, normalised: over / best, n }
}

/** From the highest score down; people of equal score come together, since nothing tells them apart. */
function curveOf(people: readonly Scored[]): readonly Point[] {
  const sorted = people.toSorted((a, b) => b.score - a.score)
  const points: Point[] = [{ people: 0, gained: 0 }]
  let [nT, nC, yT, yC] = [0, 0, 0, 0]
  for (const [i, { score, outcome, treated }] of sorted.entries()) {
    if (treated) { nT += 1; yT += outcome } else { nC += 1; yC += outcome }
    if (sorted[i + 1]?.score === score) continue
    points.push({ people: i + 1, gained: yT - (nC > 0 ? (yC * nT) / nC : 0) })
  }
  return points
}

function areaOver(curve: readonly Point[]): number {
  const end = curve.at(-1) ?? { people: 0, gained: 0 }
  let area = 0
  for (let i = 1; i < curve.length; i += 1) {
    const [from, to] = [curve[i - 1] ?? end, curve[i] ?? end]
    area += ((to.people - from.people) * (from.gained + to.gained)) / 2
  }
  return area - (end.people * end.gained) / 2
}

/** The difference of mean outcomes, treated − control, among the highest-scored `share` of all (rounded down; equal scores by place). NaN where one group is not among them. */
export function upliftAt(people: readonly Scored[], share: number): number {
  const top = people.toSorted((a, b) => b.score - a.score).slice(0, Math.floor(people.length * share + 1e-9))
  const mean = (isTreated: boolean): number => {
    const group = top.filter(({ treated }) => treated === isTreated)
    return group.reduce((sum, { outcome }) => sum + outcome, 0) / group.length
  }
  return mean(true) - mean(false)
}
