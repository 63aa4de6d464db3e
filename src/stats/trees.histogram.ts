/** Sums by bin of the rows of a leaf, and from them the best split of a column. */
import {
  bendCell, binCell, countCell, gainCell, leastBendRule, leastCategoryRule, leastRowsRule, missingCell, penaltyRule, slopeCell, smoothingRule, type Ground
} from './trees.ground.ts'

/** Numbers a bin takes in a histogram: Σ slope, Σ bend, rows. */
export const lanes = 3

/** Sums rows from..to of `order` into the histogram whose cells of this column begin at `base`. */
export function fill(ground: Ground, j: number, from: number, to: number, base: number): void {
  const { bins, order, slopeNow, bendNow, histograms, rows } = ground
  const column = j * rows
  histograms.fill(0, base, base + lanes * ((ground.sizes[j] ?? 0) + 1))
  for (let i = from; i < to; i += 1) {
    const cell = base + lanes * (bins[column + (order[i] ?? 0)] ?? 0)
    histograms[cell] = (histograms[cell] ?? 0) + (slopeNow[i] ?? 0)
    histograms[cell + 1] = (histograms[cell + 1] ?? 0) + (bendNow[i] ?? 0)
    histograms[cell + 2] = (histograms[cell + 2] ?? 0) + 1
  }
}

/** Parent minus one child is the other child. */
export function subtract(ground: Ground, j: number, whole: number, part: number): void {
  const { histograms } = ground
  const length = lanes * ((ground.sizes[j] ?? 0) + 1)
  for (let k = 0; k < length; k += 1) histograms[whole + k] = (histograms[whole + k] ?? 0) - (histograms[part + k] ?? 0)
}

/**
 * The best split of column j by gain G_L² ÷ (H_L + λ) + G_R² ÷ (H_R + λ) − G² ÷ (H + λ) (Chen and Guestrin 2016, XGBoost, equation 7, doubled), written to `found`
 * at `at`; gain 0 says that there is none. Missing values try both sides; where the leaf has none they will go with the larger.
 */
export function scan(ground: Ground, j: number, base: number, at: number): void {
  const { histograms, found, rules } = ground
  const size = ground.sizes[j] ?? 0
  let [slope, bend, count] = [0, 0, 0]
  for (let k = base; k <= base + lanes * size; k += lanes) { slope += histograms[k] ?? 0; bend += histograms[k + 1] ?? 0; count += histograms[k + 2] ?? 0 }
  found[at + gainCell] = 0
  const [penalty, leastRows, leastBend] = [rules[penaltyRule] ?? 0, rules[leastRowsRule] ?? 0, rules[leastBendRule] ?? 0]
  if (count < 2 * leastRows) return
  if (ground.isCategorical[j] === 1) { scanCategories(ground, base, size, at, slope, bend, count); return }
  const whole = (slope * slope) / (bend + penalty)
  const gap = base + lanes * size
  const missing = histograms[gap + 2] ?? 0
  for (let side = 0; side < (missing > 0 ? 2 : 1); side += 1) {
    let [g, h, n] = side === 0 ? [0, 0, 0] : [histograms[gap] ?? 0, histograms[gap + 1] ?? 0, missing]
    // With missing values on the right, the last bin still parts them from all others.
    const end = base + lanes * (side === 0 && missing > 0 ? size : size - 1)
    for (let k = base; k < end; k += lanes) {
      const here = histograms[k + 2] ?? 0
      if (here === 0) continue
      g += histograms[k] ?? 0
      h += histograms[k + 1] ?? 0
      n += here
      if (n < leastRows || h < leastBend) continue
      if (count - n < leastRows || bend - h < leastBend) break
      const gain = (g * g) / (h + penalty) + ((slope - g) * (slope - g)) / (bend - h + penalty) - whole
      if (gain > (found[at + gainCell] ?? 0)) {
        found[at + gainCell] = gain
        found[at + binCell] = (k - base) / lanes
        found[at + missingCell] = side === 1 || (missing === 0 && n > count - n) ? 1 : 0
        found[at + slopeCell] = g
        found[at + bendCell] = h
        found[at + countCell] = n
      }
    }
  }
}

/**
 * Categories ordered by Σ slope ÷ (Σ bend + smoothing): among all ways to part them in two the best is a cut of that order (Fisher 1958, JASA 53, 789–798; Ke et al.
 * 2017, LightGBM). Categories with too few rows in the leaf go with the missing.
 */
export function orderCategories(ground: Ground, base: number, size: number, order: Int32Array): number {
  const { histograms, rules } = ground
  const [smoothing, least] = [rules[smoothingRule] ?? 0, rules[leastCategoryRule] ?? 0]
  const rank = (b: number): number => (histograms[base + lanes * b] ?? 0) / ((histograms[base + lanes * b + 1] ?? 0) + smoothing)
  let kept = 0
  for (let b = 0; b < size; b += 1) {
    if ((histograms[base + lanes * b + 2] ?? 0) < least) continue
    const mine = rank(b)
    let to = kept
    while (to > 0 && rank(order[to - 1] ?? 0) > mine) { order[to] = order[to - 1] ?? 0; to -= 1 }
    order[to] = b
    kept += 1
  }
  return kept
}

function scanCategories(ground: Ground, base: number, size: number, at: number, slope: number, bend: number, count: number): void {
  const { histograms, found, rules } = ground
  const [penalty, leastRows, leastBend] = [rules[penaltyRule] ?? 0, rules[leastRowsRule] ?? 0, rules[leastBendRule] ?? 0]
  const order = new Int32Array(size)
  const kept = orderCategories(ground, base, size, order)
  const whole = (slope * slope) / (bend + penalty)
  let [keptSlope, keptBend, keptCount] = [0, 0, 0]
  for (let i = 0; i < kept; i += 1) { const k = base + lanes * (order[i] ?? 0); keptSlope += histograms[k] ?? 0; keptBend += histograms[k + 1] ?? 0; keptCount += histograms[k + 2] ?? 0 }
  const others = count - keptCount
  for (let side = 0; side < (others > 0 ? 2 : 1); side += 1) {
    let [g, h, n] = side === 0 ? [0, 0, 0] : [slope - keptSlope, bend - keptBend, others]
    for (let i = 0; i < (side === 0 && others > 0 ? kept : kept - 1); i += 1) {
      const k = base + lanes * (order[i] ?? 0)
      g += histograms[k] ?? 0
      h += histograms[k + 1] ?? 0
      n += histograms[k + 2] ?? 0
      if (n < leastRows || h < leastBend) continue
      if (count - n < leastRows || bend - h < leastBend) break
      const gain = (g * g) / (h + penalty) + ((slope - g) * (slope - g)) / (bend - h + penalty) - whole
      if (gain > (found[at + gainCell] ?? 0)) {
        found[at + gainCell] = gain
        found[at + binCell] = i + 1
        found[at + missingCell] = side === 1 || (others === 0 && n > count - n) ? 1 : 0
        found[at + slopeCell] = g
        found[at + bendCell] = h
        found[at + countCell] = n
      }
    }
  }
}
