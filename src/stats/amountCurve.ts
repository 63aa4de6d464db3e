/**
 * How long amounts last: the product-limit curve of what owners hold and use up bit by bit (points, credit, stock), with errors that know that the amounts of one
 * owner move together.
 *
 * The estimator is Kaplan and Meier 1958 (JASA 53) with amounts in place of heads, and entry at any age (Andersen, Borgan, Gill and Keiding 1993, Statistical
 * Models Based on Counting Processes, IV.3.1). The competing view, used up or ended unused, is Aalen and Johansen 1978 (Scandinavian Journal of Statistics 5).
 * The variance is Williams 1995 (Lifetime Data Analysis 1, 171–186): linearised, squared by cluster; where every cluster is one unit it is Greenwood's. Amounts are
 * weights, not observations: Greenwood on amounts would treat a member with 10,000 points as ten thousand members.
 */

/** Amounts by cluster (an owner, or a random group of owners) and whole time since they began. Each array holds `clusters × times`, cluster after cluster. */
export interface Flows {
  readonly clusters: number
  readonly times: number
  /** Came under observation at this time, before anything else happens then. */
  readonly enters: Float64Array
  /** Used: the event. */
  readonly ends: Float64Array
  /** Reached a known end unused. */
  readonly lapses: Float64Array
  /** Left for another reason, or were last seen. */
  readonly leaves: Float64Array
}

export interface AmountCurve {
  readonly atRisk: Float64Array
  readonly clustersAtRisk: Int32Array
  /** Share not yet used, as if nothing else could happen to it. */
  readonly survival: Float64Array
  /** Of log survival. */
  readonly standardError: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Share used, and ended unused, by then: together with what is still open they make 1. */
  readonly used: Float64Array
  readonly lapsed: Float64Array
  /** The times between which enough clusters are under observation throughout; both -1 where there are none. */
  readonly since: number
  readonly until: number
}

const z95 = 1.959_963_984_540_054

/** `least`: clusters under observation below which the curve is not read any more. Interval: 95 %, on the scale of log(-log S). Throws RangeError on arrays of the wrong length. */
export function amountCurve(flows: Flows, least: number): AmountCurve {
  const { times, clusters } = flows
  for (const array of [flows.enters, flows.ends, flows.lapses, flows.leaves]) if (array.length !== clusters * times) throw new RangeError('flows need clusters × times amounts')
  const blank = (): Float64Array => new Float64Array(times)
  const curve = { atRisk: blank(), clustersAtRisk: new Int32Array(times), survival: blank(), standardError: blank(), low: blank(), high: blank(), used: blank(), lapsed: blank() }
  const open = new Float64Array(clusters)
  const influence = new Float64Array(clusters)
  let [survival, both, used, lapsed, since, until] = [1, 1, 0, 0, -1, -1]
  for (let time = 0; time < times; time += 1) {
    const here = look(flows, open, time)
    if (here.clusters >= least) {
      if (since < 0) since = time
      if (until === time - 1 || since === time) until = time
    }
    if (here.atRisk > 0) {
      const hazard = Math.min(1, here.ends / here.atRisk)
      const lapse = Math.min(1 - hazard, here.lapses / here.atRisk)
      if (hazard > 0 && hazard < 1) for (let c = 0; c < clusters; c += 1) influence[c] = (influence[c] ?? 0) + ((flows.ends[c * times + time] ?? 0) - hazard * (open[c] ?? 0)) / (here.atRisk * (1 - hazard))
      survival *= 1 - hazard
      used += both * hazard
      lapsed += both * lapse
      both *= 1 - hazard - lapse
    }
    const error = Math.sqrt(influence.reduce((sum, one) => sum + one * one, 0))
    const [low, high] = around(survival, error)
    curve.atRisk[time] = here.atRisk
    curve.clustersAtRisk[time] = here.clusters
    curve.survival[time] = survival
    curve.standardError[time] = error
    curve.low[time] = low
    curve.high[time] = high
    curve.used[time] = used
    curve.lapsed[time] = lapsed
    close(flows, open, time)
  }
  return { ...curve, since, until }
}

/** What comes under observation at a time is there before anything happens then. */
function look({ clusters, times, enters, ends, lapses }: Flows, open: Float64Array, time: number): { readonly atRisk: number, readonly clusters: number, readonly ends: number, readonly lapses: number } {
  const found = { atRisk: 0, clusters: 0, ends: 0, lapses: 0 }
  for (let c = 0; c < clusters; c += 1) {
    const at = c * times + time
    const amount = (open[c] ?? 0) + (enters[at] ?? 0)
    open[c] = amount
    found.atRisk += amount
    if (amount > 0) found.clusters += 1
    found.ends += ends[at] ?? 0
    found.lapses += lapses[at] ?? 0
  }
  return found
}

function close({ clusters, times, ends, lapses, leaves }: Flows, open: Float64Array, time: number): void {
  for (let c = 0; c < clusters; c += 1) {
    const at = c * times + time
    open[c] = (open[c] ?? 0) - (ends[at] ?? 0) - (lapses[at] ?? 0) - (leaves[at] ?? 0)
  }
}

function around(survival: number, error: number): readonly [number, number] {
  if (survival <= 0 || survival >= 1 || error === 0) return [survival, survival]
  const spread = (z95 * error) / Math.abs(Math.log(survival))
  return [survival ** Math.exp(spread), survival ** Math.exp(-spread)]
}

/** An amount held now: how old it is, and the last time at which it can be used (null: it never ends). */
export interface Holding { readonly time: number, readonly end: number | null, readonly amount: number }

export interface ExpectedUse {
  readonly amount: number
  /** Expected to be used, as far as the curve is known. */
  readonly used: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  /** What lives on beyond the curve, or is younger than anything that was watched: nothing is known of it. */
  readonly beyond: number
}

/**
 * How much of what is held now will be used before its end: Σ amount × (1 - S(end) ÷ S(time)). The interval (95 %, on the scale of the logit) is that of the
 * expectation, from the curve's own uncertainty by the delta method, cluster by cluster; what the future adds by chance is not in it.
 */
export function expectedUse(flows: Flows, curve: AmountCurve, holdings: readonly Holding[]): ExpectedUse {
  const steps = new Float64Array(flows.times + 1)
  const at = (time: number): number => curve.survival[time] ?? 1
  let [amount, used, beyond] = [0, 0, 0]
  for (const held of holdings) {
    amount += held.amount
    if (curve.since < 0 || held.time + 1 < curve.since) { beyond += held.amount; continue }
    const end = Math.min(held.end ?? Number.POSITIVE_INFINITY, curve.until)
    const left = end <= held.time ? 1 : at(held.time) > 0 ? at(end) / at(held.time) : 0
    used += held.amount * (1 - left)
    if ((held.end ?? Number.POSITIVE_INFINITY) > Math.max(curve.until, held.time)) beyond += held.amount * left
    if (end <= held.time) continue
    steps[held.time + 1] = (steps[held.time + 1] ?? 0) + held.amount * left
    steps[end + 1] = (steps[end + 1] ?? 0) - held.amount * left
  }
  const standardError = errorOf(flows, steps)
  const share = amount > 0 ? used / amount : 0
  const [low, high] = share <= 0 || share >= 1 ? [share, share] : logit(share, standardError / amount)
  return { amount, used, standardError, low: low * amount, high: high * amount, beyond }
}

function logit(share: number, error: number): readonly [number, number] {
  const centre = Math.log(share / (1 - share))
  const spread = (z95 * error) / (share * (1 - share))
  return [1 / (1 + Math.exp(spread - centre)), 1 / (1 + Math.exp(-spread - centre))]
}

/** `steps`: changes of the weight that a step of the cumulative hazard has in the sum. */
function errorOf(flows: Flows, steps: Float64Array): number {
  const { clusters, times, ends } = flows
  const open = new Float64Array(clusters)
  const influence = new Float64Array(clusters)
  let weight = 0
  for (let time = 0; time < times; time += 1) {
    weight += steps[time] ?? 0
    const here = look(flows, open, time)
    const hazard = here.atRisk > 0 ? here.ends / here.atRisk : 0
    if (weight > 0 && hazard > 0 && hazard < 1) for (let c = 0; c < clusters; c += 1) influence[c] = (influence[c] ?? 0) + (weight * ((ends[c * times + time] ?? 0) - hazard * (open[c] ?? 0))) / (here.atRisk * (1 - hazard))
    close(flows, open, time)
  }
  return Math.sqrt(influence.reduce((sum, one) => sum + one * one, 0))
}
